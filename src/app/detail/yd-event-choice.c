/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-event-choice.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"

/**
 * YdEventChoice:
 *
 * For a term after something: whether a law sets how long it is, and when that was which it
 * counts from, where only a person knows that: an event, or the day of a receipt. `changed`
 * says that one of them is another.
 */

struct _YdEventChoice
{
  GtkBox       parent_instance;

  /* Owned */
  GPtrArray   *laws;            /* of codes, in the order of the list, which has one more */
  char        *read;            /* (nullable): what the deadline says when it was */

  /* Borrowed */
  GtkDropDown *law;
  GtkWidget   *event;

  guint        read_law;        /* the place in the list of what it says */
  gboolean     asks;
};

G_DEFINE_FINAL_TYPE (YdEventChoice, yd_event_choice, GTK_TYPE_BOX)

static guint changed_signal;

static void
changed_cb (YdEventChoice *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
yd_event_choice_finalize (GObject *object)
{
  g_ptr_array_unref (YD_EVENT_CHOICE (object)->laws);
  g_free (YD_EVENT_CHOICE (object)->read);

  G_OBJECT_CLASS (yd_event_choice_parent_class)->finalize (object);
}

static void
yd_event_choice_class_init (YdEventChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_event_choice_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static gboolean
has_law (YdEventChoice *self,
         const char    *code)
{
  return g_ptr_array_find_with_equal_func (self->laws, code, g_str_equal, NULL);
}

/* A law that changed is there once: which version holds is told by the day of the event. */
static GtkStringList *
list_laws (YdEventChoice *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  guint n;
  const YdStatute *statutes = yd_statute_list (&n);

  gtk_string_list_append (titles, _("A term of its own"));
  for (guint i = 0; i < n; i++)
    if (statutes[i].n > 0 && !has_law (self, statutes[i].code))
      {
        g_ptr_array_add (self->laws, (char *) statutes[i].code);
        gtk_string_list_append (titles, _(statutes[i].title));
      }

  return titles;
}

static void
yd_event_choice_init (YdEventChoice *self)
{
  g_autoptr(GtkStringList) titles = NULL;

  self->laws = g_ptr_array_new ();
  titles = list_laws (self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->law = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL));
  yd_accessible_set_name (GTK_WIDGET (self->law), _("Set by a law"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->law));

  self->event = gtk_entry_new ();
  yd_accessible_set_name (self->event, _("When that was"));
  gtk_widget_set_tooltip_text (self->event, _("As long as it is not known, nothing is due"));
  gtk_widget_hide (self->event);
  gtk_box_append (GTK_BOX (self), self->event);

  g_signal_connect_object (self->law, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->event, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Says what @deadline says; of a new one nothing. */
void
yd_event_choice_set_deadline (YdEventChoice *self,
                              YdRow         *deadline)
{
  const char *value = deadline != NULL ? yd_row_get_cell (deadline, YD_DEADLINE_VALUE) : NULL;
  const gboolean after = deadline != NULL &&
                         g_strcmp0 (yd_row_get_cell (deadline, YD_DEADLINE_RULE), "after") == 0;
  const YdMoment event = yd_deadline_get_event (after ? value : NULL);
  g_autofree char *text = yd_deadline_dup_event (NULL, event);

  yd_event_choice_fill (self, after ? value : NULL, text != NULL ? text : "");
  g_free (self->read);
  self->read = g_strdup (text != NULL ? text : "");
  self->read_law = gtk_drop_down_get_selected (self->law);
}

/* Whether somebody has to say when it was, and by the minute. */
void
yd_event_choice_set_asks (YdEventChoice *self,
                          gboolean       asks,
                          gboolean       hours)
{
  g_return_if_fail (YD_IS_EVENT_CHOICE (self));

  self->asks = asks;
  gtk_widget_set_visible (self->event, asks);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->event),
                                  hours ? _("When, such as 2017-06-01 14:20")
                                        : _("On which day, such as 2017-06-01"));
}

/* Fills the fields in, as a person would. @law: (nullable): a code */
void
yd_event_choice_fill (YdEventChoice *self,
                      const char    *law,
                      const char    *event)
{
  guint n, chosen = 0;
  const YdStatute *statutes = yd_statute_list (&n);

  g_return_if_fail (YD_IS_EVENT_CHOICE (self));

  for (guint i = 0; i < n; i++)
    {
      guint place;

      if (yd_statute_is_called (&statutes[i], law) &&
          g_ptr_array_find_with_equal_func (self->laws, statutes[i].code, g_str_equal, &place))
        chosen = place + 1;
    }
  gtk_drop_down_set_selected (self->law, chosen);
  gtk_editable_set_text (GTK_EDITABLE (self->event), event);
}

/* Returns: (transfer none) (nullable): the code of the law that sets the term */
const char *
yd_event_choice_get_law (YdEventChoice *self)
{
  guint chosen;

  g_return_val_if_fail (YD_IS_EVENT_CHOICE (self), NULL);

  chosen = gtk_drop_down_get_selected (self->law);

  return chosen > 0 && chosen <= self->laws->len ? g_ptr_array_index (self->laws, chosen - 1)
                                                 : NULL;
}

/* Returns: whether all is as the deadline said it */
gboolean
yd_event_choice_is_untouched (YdEventChoice *self)
{
  g_return_val_if_fail (YD_IS_EVENT_CHOICE (self), FALSE);

  return gtk_drop_down_get_selected (self->law) == self->read_law &&
         g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->event)), self->read) == 0;
}

/* `2017年6月1日`, `2017-06-01 14:20`: a day has no minute here. */
static YdMoment
read_event (YdEventChoice *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->event));
  YdMoment event = yd_moment_read (text, YD_MOMENT_NONE);

  if (event.minute == 0 && !g_regex_match_simple ("[:：时]", text, 0, 0))
    event.minute = YD_MINUTE_NONE;

  return event;
}

/* Returns: whether what is written is a moment, or nothing */
gboolean
yd_event_choice_is_valid (YdEventChoice *self)
{
  g_return_val_if_fail (YD_IS_EVENT_CHOICE (self), FALSE);

  return !self->asks || *gtk_editable_get_text (GTK_EDITABLE (self->event)) == '\0' ||
         read_event (self).day != YD_DAY_NONE;
}

/* Returns: (transfer full) (nullable): the value of a deadline that says this */
char *
yd_event_choice_dup_value (YdEventChoice *self)
{
  g_return_val_if_fail (YD_IS_EVENT_CHOICE (self), NULL);

  return yd_deadline_dup_event (yd_event_choice_get_law (self),
                                self->asks ? read_event (self) : YD_MOMENT_NONE);
}
