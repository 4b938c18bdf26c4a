/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-member-days.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-directory-words.h"

/**
 * YdMemberDays:
 *
 * The two days between which a unit is a member of a group, to be typed below its row.
 */

struct _YdMemberDays
{
  GtkPopover   parent_instance;

  /* Owned */
  char        *id;              /* of the member */

  /* Borrowed */
  GtkGrid     *grid;
  GtkEditable *first;
  GtkEditable *last;
};

G_DEFINE_FINAL_TYPE (YdMemberDays, yd_member_days, GTK_TYPE_POPOVER)

static guint keep_signal;

static void
keep_cb (YdMemberDays *self)
{
  g_signal_emit (self, keep_signal, 0);
}

static void
yd_member_days_finalize (GObject *object)
{
  g_free (YD_MEMBER_DAYS (object)->id);

  G_OBJECT_CLASS (yd_member_days_parent_class)->finalize (object);
}

static void
yd_member_days_class_init (YdMemberDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_member_days_finalize;

  /* What was typed shall count. */
  keep_signal = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
}

static GtkEditable *
add_day (YdMemberDays *self,
         const char   *title,
         int           line)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_grid_attach (self->grid, gtk_label_new (title), 0, line, 1, 1);
  gtk_grid_attach (self->grid, entry, 1, line, 1, 1);
  g_object_set (entry, "width-chars", 12, "placeholder-text", "2018-07-05", "activates-default",
                TRUE, NULL);
  yd_accessible_set_name (entry, title);

  return GTK_EDITABLE (entry);
}

static void
yd_member_days_init (YdMemberDays *self)
{
  GtkWidget *keep = gtk_button_new_with_label (C_("directory", "Keep"));

  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 8, NULL);
  self->first = add_day (self, _("First Day"), 0);
  self->last = add_day (self, _("Last Day"), 1);
  gtk_grid_attach (self->grid, keep, 1, 2, 1, 1);
  gtk_widget_add_css_class (keep, "suggested-action");
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->grid));
  gtk_popover_set_default_widget (GTK_POPOVER (self), keep);
}

static void
show_day (GtkEditable *entry,
          YdDay        day)
{
  char text[YD_DAY_SIZE];

  gtk_editable_set_text (entry, yd_day_format (day, text));
}

/* Returns: (transfer floating): the days of @member, to be changed */
GtkWidget *
yd_member_days_new (const YdDirectoryMember *member)
{
  YdMemberDays *self = g_object_new (YD_TYPE_MEMBER_DAYS, NULL);

  self->id = g_strdup (member->id);
  show_day (self->first, member->from);
  show_day (self->last, member->to);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): the id of the member */
const char *
yd_member_days_get_id (YdMemberDays *self)
{
  g_return_val_if_fail (YD_IS_MEMBER_DAYS (self), NULL);

  return self->id;
}

/**
 * yd_member_days_read:
 * @self: the days
 * @first: (out): the first one, or %YD_DAY_NONE
 * @last: (out): the last one, or %YD_DAY_NONE
 *
 * Returns: whether what was typed are days
 */
gboolean
yd_member_days_read (YdMemberDays *self,
                     YdDay        *first,
                     YdDay        *last)
{
  g_return_val_if_fail (YD_IS_MEMBER_DAYS (self), FALSE);

  return yd_directory_words_read_day (gtk_editable_get_text (self->first), first) &&
         yd_directory_words_read_day (gtk_editable_get_text (self->last), last);
}
