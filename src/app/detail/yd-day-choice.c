/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-day-choice.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "yd-accessible.h"

/**
 * YdDayChoice:
 *
 * On which day of a period something is due again: its last one, the n-th, a day of the year,
 * or so long after it. `changed` says that it is another.
 */

struct _YdDayChoice
{
  GtkBox              parent_instance;

  /* Borrowed */
  const YdRecurrence *period;   /* (nullable) */
  GtkDropDown        *kind;
  GtkWidget          *line;
  GtkWidget          *n;
  GtkWidget          *measure;
  GtkWidget          *date;
};

G_DEFINE_FINAL_TYPE (YdDayChoice, yd_day_choice, GTK_TYPE_BOX)

static guint changed_signal;

static const char * const measures[] = { "days", "workdays" };

static YdDayKind
get_kind (YdDayChoice *self)
{
  return MIN (gtk_drop_down_get_selected (self->kind), YD_DAY_KIND_AFTER);
}

/* A day of a year has a month. */
static gboolean
is_yearly (YdDayChoice *self)
{
  return self->period != NULL && self->period->n_months == 12;
}

static void
show_fields (YdDayChoice *self)
{
  const YdDayKind kind = get_kind (self);
  const gboolean date = kind == YD_DAY_KIND_OF && is_yearly (self);

  gtk_widget_set_visible (self->date, date);
  gtk_widget_set_visible (self->n, kind != YD_DAY_KIND_LAST && !date);
  gtk_widget_set_visible (self->measure, kind == YD_DAY_KIND_AFTER);
  gtk_widget_set_visible (self->line, kind != YD_DAY_KIND_LAST);
}

static void
changed_cb (YdDayChoice *self)
{
  show_fields (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
yd_day_choice_class_init (YdDayChoiceClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_fields (YdDayChoice *self)
{
  const char *units[] = { _("days"), _("working days"), NULL };

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->n = gtk_spin_button_new_with_range (1, 366, 1);
  yd_accessible_set_name (self->n, _("Which day"));
  self->measure = gtk_drop_down_new_from_strings (units);
  gtk_widget_set_hexpand (self->measure, TRUE);
  yd_accessible_set_name (self->measure, _("Counted in"));
  self->date = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->date), _("Month and day, such as 03-31"));
  gtk_widget_set_hexpand (self->date, TRUE);
  yd_accessible_set_name (self->date, _("Month and day"));

  gtk_box_append (GTK_BOX (self->line), self->n);
  gtk_box_append (GTK_BOX (self->line), self->measure);
  gtk_box_append (GTK_BOX (self->line), self->date);
  gtk_box_append (GTK_BOX (self), self->line);
  g_signal_connect_object (self->n, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->measure, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->date, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
yd_day_choice_init (YdDayChoice *self)
{
  const char *kinds[] = {
    _("on its last day"), _("on a day of it"), _("after it has ended"), NULL
  };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (kinds));
  yd_accessible_set_name (GTK_WIDGET (self->kind), _("On which day"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->kind));
  add_fields (self);
  show_fields (self);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The longest that a day of the period can be, and weeks have a Sunday. */
static int
get_longest (const YdRecurrence *period)
{
  if (g_str_equal (period->code, "weekly"))
    return 7;

  return period->n_months > 0 ? MIN (period->n_months * 31, 366) : 1;
}

/* Asks for a day of @period; of none, which a deadline says in words of its own, for nothing. */
void
yd_day_choice_set_period (YdDayChoice        *self,
                          const YdRecurrence *period)
{
  g_return_if_fail (YD_IS_DAY_CHOICE (self));

  if (period != NULL && period != self->period)
    gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->n), 1, get_longest (period));
  self->period = period;
  gtk_widget_set_visible (GTK_WIDGET (self),
                          period != NULL && (period->n_months > 0 ||
                                             g_str_equal (period->code, "weekly")));
  show_fields (self);
}

/* Fills the fields in, as a person would. */
void
yd_day_choice_fill (YdDayChoice *self,
                    YdDayKind    kind,
                    int          n,
                    const char  *measure,
                    const char  *date)
{
  g_return_if_fail (YD_IS_DAY_CHOICE (self));

  gtk_drop_down_set_selected (self->kind, kind);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n), n);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->measure),
                              g_strcmp0 (measure, measures[1]) == 0);
  gtk_editable_set_text (GTK_EDITABLE (self->date), date != NULL ? date : "");
}

/* Returns: whether nothing but the period itself is said */
gboolean
yd_day_choice_is_last (YdDayChoice *self)
{
  g_return_val_if_fail (YD_IS_DAY_CHOICE (self), TRUE);

  return get_kind (self) == YD_DAY_KIND_LAST;
}

/* `3月31日`, `03-31`. Returns: whether there is such a day, in a leap year at least */
static gboolean
read_date (YdDayChoice *self,
           int         *month,
           int         *day)
{
  g_auto(GStrv) parts =
    g_regex_split_simple ("[^0-9]+", gtk_editable_get_text (GTK_EDITABLE (self->date)), 0, 0);
  int numbers[2] = { 0, 0 };
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        if (n < G_N_ELEMENTS (numbers))
          numbers[n] = atoi (parts[i]);
        n++;
      }
  *month = numbers[0];
  *day = numbers[1];

  return n == 2 && yd_day_new (2000, *month, *day) != YD_DAY_NONE;
}

/* Returns: whether a date that is asked for is one */
gboolean
yd_day_choice_is_valid (YdDayChoice *self)
{
  int month, day;

  g_return_val_if_fail (YD_IS_DAY_CHOICE (self), FALSE);

  return get_kind (self) != YD_DAY_KIND_OF || !is_yearly (self) ||
         read_date (self, &month, &day);
}

/**
 * yd_day_choice_get_n:
 * @self: a choice
 * @measure: (out) (nullable): of what, if it is after the period
 *
 * Returns: which day of the period or how many after it, 0 where a deadline says no number
 */
int
yd_day_choice_get_n (YdDayChoice  *self,
                     const char  **measure)
{
  const YdDayKind kind = get_kind (self);

  g_return_val_if_fail (YD_IS_DAY_CHOICE (self), 0);

  *measure = kind == YD_DAY_KIND_AFTER
             ? measures[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->measure)) == 1] : NULL;
  if (kind == YD_DAY_KIND_LAST || (kind == YD_DAY_KIND_OF && is_yearly (self)))
    return 0;

  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->n));
}

/* Returns: (transfer full) (nullable): the value of a deadline, `monthly` or `yearly-03-31` */
char *
yd_day_choice_dup_value (YdDayChoice *self)
{
  int month, day;

  g_return_val_if_fail (YD_IS_DAY_CHOICE (self), NULL);

  if (self->period == NULL)
    return NULL;
  if (get_kind (self) == YD_DAY_KIND_OF && is_yearly (self) && read_date (self, &month, &day))
    return g_strdup_printf ("%s-%02d-%02d", self->period->code, month, day);

  return g_strdup (self->period->code);
}
