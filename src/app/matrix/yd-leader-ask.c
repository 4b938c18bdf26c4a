/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-ask.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"

/**
 * YdLeaderAsk:
 *
 * The words of a mark: a field that comes when one types, wherever in the window that is, and
 * goes with Enter or Escape.
 */

struct _YdLeaderAsk
{
  GtkBox          parent_instance;

  /* Borrowed */
  GtkRevealer    *bar;
  GtkSearchEntry *entry;
};

G_DEFINE_FINAL_TYPE (YdLeaderAsk, yd_leader_ask, GTK_TYPE_BOX)

enum {
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
started_cb (YdLeaderAsk *self)
{
  gtk_revealer_set_reveal_child (self->bar, TRUE);
}

/* Closes before it tells, so that the window can take the keyboard back. */
static void
close_with (YdLeaderAsk *self,
            const char  *words)
{
  g_autofree char *asked = g_strdup (words);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_revealer_set_reveal_child (self->bar, FALSE);
  g_signal_emit (self, signals[ASKED], 0, asked);
}

static void
activate_cb (YdLeaderAsk *self)
{
  close_with (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
stop_cb (YdLeaderAsk *self)
{
  close_with (self, "");
}

static void
yd_leader_ask_class_init (YdLeaderAskClass *klass)
{
  /* What was typed, which is empty when one thought better of it. */
  signals[ASKED] = g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yd_leader_ask_init (YdLeaderAsk *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *bar = gtk_revealer_new ();

  g_object_set (entry, "placeholder-text", _("What is asked"), NULL);
  yd_accessible_set_name (entry, _("What is asked"));
  gtk_widget_add_css_class (entry, "yd-leader-ask");
  gtk_widget_set_hexpand (bar, TRUE);
  self->entry = GTK_SEARCH_ENTRY (entry);
  self->bar = GTK_REVEALER (bar);
  gtk_revealer_set_child (self->bar, entry);
  gtk_box_append (GTK_BOX (self), bar);
  g_signal_connect_object (entry, "search-started", G_CALLBACK (started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
}

/**
 * yd_leader_ask_new:
 * @window: whose keys are taken as words when nothing else takes them
 *
 * Returns: (transfer floating): a field that is not open
 */
GtkWidget *
yd_leader_ask_new (GtkWidget *window)
{
  YdLeaderAsk *self = g_object_new (YD_TYPE_LEADER_ASK, NULL);

  gtk_search_entry_set_key_capture_widget (self->entry, window);

  return GTK_WIDGET (self);
}

gboolean
yd_leader_ask_is_open (YdLeaderAsk *self)
{
  g_return_val_if_fail (YD_IS_LEADER_ASK (self), FALSE);

  return gtk_revealer_get_reveal_child (self->bar);
}
