/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-keep-popover.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"

/**
 * YdKeepPopover:
 *
 * Asks why what was found may stay as it is. Without a reason it may not.
 */

struct _YdKeepPopover
{
  GtkPopover  parent_instance;

  /* Owned */
  YdProblem  *problem;

  /* Borrowed */
  GtkWidget  *entry;
  GtkWidget  *keep;
};

enum { KEPT, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YdKeepPopover, yd_keep_popover, GTK_TYPE_POPOVER)

static char *
dup_reason (YdKeepPopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
changed_cb (YdKeepPopover *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (self->keep, *reason != '\0');
}

static void
keep_cb (YdKeepPopover *self)
{
  g_autofree char *reason = dup_reason (self);

  if (*reason == '\0')
    return;

  g_signal_emit (self, signals[KEPT], 0, self->problem, reason);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
yd_keep_popover_dispose (GObject *object)
{
  g_clear_object (&YD_KEEP_POPOVER (object)->problem);

  G_OBJECT_CLASS (yd_keep_popover_parent_class)->dispose (object);
}

static void
yd_keep_popover_class_init (YdKeepPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_keep_popover_dispose;

  /**
   * YdKeepPopover::kept:
   * @self: a popover
   * @problem: what may stay
   * @reason: why
   */
  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, YD_TYPE_PROBLEM, G_TYPE_STRING);
}

static void
yd_keep_popover_init (YdKeepPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (_("Why may it stay as it is?"));

  self->entry = gtk_entry_new ();
  self->keep = gtk_button_new_with_label (_("Keep"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (self->keep, "suggested-action");
  gtk_widget_set_halign (self->keep, GTK_ALIGN_END);
  gtk_widget_set_size_request (self->entry, 320, -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _("The reason stays with the plan"));
  yd_accessible_set_name (self->entry, _("Reason"));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->keep, "clicked", G_CALLBACK (keep_cb), self);
  changed_cb (self);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->keep);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * yd_keep_popover_new:
 * @problem: what was found
 *
 * Returns: (transfer floating): a popover that asks for a reason
 */
GtkWidget *
yd_keep_popover_new (YdProblem *problem)
{
  YdKeepPopover *self = g_object_new (YD_TYPE_KEEP_POPOVER, NULL);

  self->problem = g_object_ref (problem);

  return GTK_WIDGET (self);
}
