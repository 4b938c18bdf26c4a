/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-year-strip.h"

#include <glib/gi18n-lib.h>

/**
 * YdYearStrip:
 *
 * The months that a notice speaks of, a row of days each: what is off, what is made up, and
 * the weekends between.
 */

struct _YdYearStrip
{
  GtkWidget  parent_instance;

  /* Owned */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (YdYearStrip, yd_year_strip, GTK_TYPE_WIDGET)

static void
clear (YdYearStrip *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static const YdNoticeDay *
find_day (YdNotice *notice,
          YdDay     day)
{
  for (guint i = 0; i < notice->days->len; i++)
    if (g_array_index (notice->days, YdNoticeDay, i).day == day)
      return &g_array_index (notice->days, YdNoticeDay, i);

  return NULL;
}

static GtkWidget *
make_cell (YdDay              day,
           int                of_month,
           const YdNoticeDay *named)
{
  g_autofree char *number = g_strdup_printf ("%d", of_month);
  GtkWidget *cell = gtk_label_new (number);

  gtk_widget_add_css_class (cell, "yd-strip-day");
  if (named == NULL)
    {
      if (yd_day_is_weekend (day))
        gtk_widget_add_css_class (cell, "yd-strip-weekend");
      return cell;
    }

  /* A colour never stands alone. */
  number = (g_free (number), g_strdup_printf ("%d\n%s", of_month,
                                              named->working ? C_("made-up working day", "W")
                                                             : C_("day off", "F")));
  gtk_label_set_label (GTK_LABEL (cell), number);
  gtk_label_set_justify (GTK_LABEL (cell), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (cell, named->working ? "yd-strip-work" : "yd-strip-off");
  gtk_widget_set_tooltip_text (cell, named->name);

  return cell;
}

static void
add_month (YdYearStrip *self,
           YdNotice    *notice,
           int          year,
           int          month,
           int          row)
{
  g_autofree char *title = year == notice->year
                           ? g_strdup_printf (_("Month %d"), month)
                           : g_strdup_printf (_("%1$d, month %2$d"), year, month);
  GtkWidget *label = gtk_label_new (title);
  const YdDay first = yd_day_new (year, month, 1);
  const YdDay last = yd_day_end_of_month (year, month);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_margin_end (label, 6);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);

  for (YdDay day = first; day <= last; day++)
    gtk_grid_attach (GTK_GRID (self->grid),
                     make_cell (day, day - first + 1, find_day (notice, day)),
                     day - first + 1, row, 1, 1);
}

/* Days off in a row are said by the first and the last of them. */
static void
append_row (GString           *text,
            const char        *name_before,
            const YdNoticeDay *first,
            const YdNoticeDay *last)
{
  int month, day, last_month, last_day;

  yd_day_split (first->day, NULL, &month, &day);
  yd_day_split (last->day, NULL, &last_month, &last_day);

  if (text->len > 0 && g_strcmp0 (first->name, name_before) == 0)
    g_string_append (text, C_("between parts of a sentence", "; "));
  else if (text->len > 0)
    g_string_append_c (text, '\n');
  if (first->name != NULL && g_strcmp0 (first->name, name_before) != 0)
    /* Translators: the name of a festival, and behind it its days */
    g_string_append_printf (text, _("%s: "), first->name);

  if (first->working)
    g_string_append_printf (text, _("%1$02d-%2$02d is worked"), month, day);
  else if (first == last)
    g_string_append_printf (text, _("%1$02d-%2$02d is off"), month, day);
  else
    g_string_append_printf (text, _("%1$02d-%2$02d to %3$02d-%4$02d are off"), month, day,
                            last_month, last_day);
}

/* Whether a day before this one is of the same festival. */
static gboolean
was_named (const YdNoticeDay *days,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (days[i].name, days[n].name) == 0)
      return TRUE;

  return FALSE;
}

/* The last of the days off in a row that begins with this day. */
static guint
find_last (const YdNoticeDay *days,
           guint              n_days,
           guint              n)
{
  while (!days[n].working && n + 1 < n_days && !days[n + 1].working &&
         days[n + 1].day == days[n].day + 1 && g_strcmp0 (days[n + 1].name, days[n].name) == 0)
    n++;

  return n;
}

/**
 * yd_year_strip_dup_words:
 * @notice: a notice
 *
 * Returns: (transfer full): its days in words, a line for each festival: what is made up for one
 *   may lie beyond another
 */
char *
yd_year_strip_dup_words (YdNotice *notice)
{
  const YdNoticeDay *days = (const YdNoticeDay *) notice->days->data;
  const guint n = notice->days->len;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *before = i > 0 ? days[i - 1].name : NULL;

      if (was_named (days, i))
        continue;

      for (guint first = i, last; first < n; first = last + 1)
        {
          last = find_last (days, n, first);
          if (g_strcmp0 (days[first].name, days[i].name) != 0)
            continue;

          append_row (text, before, &days[first], &days[last]);
          before = days[i].name;
        }
    }

  return g_string_free (text, FALSE);
}

/**
 * yd_year_strip_set_notice:
 * @self: a strip
 * @notice: (nullable): what it shows
 */
void
yd_year_strip_set_notice (YdYearStrip *self,
                          YdNotice    *notice)
{
  g_autofree char *words = notice != NULL ? yd_year_strip_dup_words (notice) : NULL;
  int shown = 0;
  guint n_rows = 0;

  g_return_if_fail (YD_IS_YEAR_STRIP (self));

  clear (self);
  for (guint i = 0; notice != NULL && i < notice->days->len; i++)
    {
      int year, month;

      yd_day_split (g_array_index (notice->days, YdNoticeDay, i).day, &year, &month, NULL);
      if (year * 12 + month != shown)
        add_month (self, notice, year, month, n_rows++);
      shown = year * 12 + month;
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : "", -1);
}

static void
yd_year_strip_dispose (GObject *object)
{
  YdYearStrip *self = YD_YEAR_STRIP (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (yd_year_strip_parent_class)->dispose (object);
}

static void
yd_year_strip_class_init (YdYearStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_year_strip_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "yearstrip");
}

static void
yd_year_strip_init (YdYearStrip *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 1);
  /* The picture says all of it in words: its numbers one by one would only be in the way. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}
