/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-row.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-leader-pages.h"
#include "yd-light-label.h"
#include "yd-point-number.h"
#include "yd-role-mark.h"
#include "yd-tooltip.h"

/**
 * YdLeaderRow:
 *
 * A point as it is read across a room: its number and title, who has to do with it, until
 * when, how it stands, and what was asked about it.
 */

/* So many names can be read in a line. */
#define MAX_UNITS 5

struct _YdLeaderRow
{
  GtkBox     parent_instance;

  /* Owned */
  YdPlan    *plan;
  YdPoint   *point;
  char      *said;              /* what a screen reader says, without the mark */

  /* Borrowed */
  GtkWidget *flag;
  GtkLabel  *mark;
};

G_DEFINE_FINAL_TYPE (YdLeaderRow, yd_leader_row, GTK_TYPE_BOX)

static void
yd_leader_row_finalize (GObject *object)
{
  YdLeaderRow *self = YD_LEADER_ROW (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->point);
  g_free (self->said);

  G_OBJECT_CLASS (yd_leader_row_parent_class)->finalize (object);
}

static void
yd_leader_row_class_init (YdLeaderRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_leader_row_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
yd_leader_row_init (YdLeaderRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-leader-row");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *words,
           const char *class_name)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class_name);
  yd_tooltip_set (label, words);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* Returns: (transfer full): the units that have a role, with 、 between them; of many the
 * first, and how many there are
 */
static char *
dup_units (YdLeaderRow *self,
           YdRole       role)
{
  g_autoptr(GPtrArray) assignments = yd_leader_list_assignments (self->point);
  g_autoptr(GHashTable) named = g_hash_table_new (NULL, NULL);
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < assignments->len; i++)
    {
      YdRow *assignment = assignments->pdata[i];
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if (unit == NULL || yd_role_of (assignment) != role || !g_hash_table_add (named, unit))
        continue;

      if (n++ < MAX_UNITS)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "、" : "",
                                yd_row_get_cell (unit, YD_UNIT_NAME));
    }

  if (n > MAX_UNITS)
    {
      g_string_append_c (names, ' ');
      g_string_append_printf (names, ngettext ("%u unit in all", "%u units in all", n), n);
    }

  return g_string_free (names, FALSE);
}

static void
add_units (YdLeaderRow *self,
           GtkWidget   *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (YdRole role = YD_ROLE_LEAD; role > YD_ROLE_NONE; role--)
    {
      g_autofree char *names = dup_units (self, role);
      GtkWidget *mark, *word;

      if (*names == '\0')
        continue;

      mark = yd_role_mark_new ();
      yd_role_mark_set_role (YD_ROLE_MARK (mark), yd_role_get_name (role));
      gtk_box_append (GTK_BOX (line), mark);
      word = add_label (line, yd_role_get_words (yd_role_get_name (role)), "yd-leader-names");
      gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_NONE);
      gtk_widget_add_css_class (word, "dim-label");
      gtk_widget_set_margin_end (add_label (line, names, "yd-leader-names"), 16);
    }

  self->flag = gtk_image_new_from_icon_name ("yd-flag-symbolic");
  gtk_widget_add_css_class (self->flag, "yd-accent");
  gtk_box_append (GTK_BOX (line), self->flag);
  self->mark = GTK_LABEL (add_label (line, NULL, "yd-leader-mark"));
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "yd-accent");
  gtk_box_append (GTK_BOX (box), line);
}

/* `7月31日`, with the year where it is not that of today. */
static char *
dup_date (YdDay       day,
          YdSchedule *schedule)
{
  int year, month, of_month;

  if (day == YD_DAY_NONE)
    return g_strdup (_("Not Stated"));

  yd_day_split (day, &year, &month, &of_month);
  if (year != yd_day_get_year (yd_schedule_get_today (schedule)))
    return g_strdup_printf (_("%d/%d/%d"), year, month, of_month);

  /* Translators: a month and a day of it */
  return g_strdup_printf (_("%d/%d"), month, of_month);
}

static gboolean
comes_first (const YdScheduled *dates,
             const YdScheduled *others)
{
  if (dates->due == YD_DAY_NONE || others->due == YD_DAY_NONE)
    return dates->due != YD_DAY_NONE;

  return dates->done != others->done ? others->done : dates->due < others->due;
}

/* A point without a day of its own is due when the first of its duties is that is not done; the
 * points of a section have rows of their own.
 * Returns: (transfer none): what is due then
 */
static YdPoint *
find_dates (YdSchedule  *schedule,
            YdPoint     *point,
            YdScheduled *dates)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);
  YdPoint *first = point;

  *dates = (YdScheduled) { .due = YD_DAY_NONE };
  if ((yd_schedule_get (schedule, point, dates) && dates->due != YD_DAY_NONE) ||
      yd_point_has_points (point))
    return point;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);
      YdScheduled of_child;
      YdPoint *found = find_dates (schedule, child, &of_child);

      if (!comes_first (&of_child, dates))
        continue;
      *dates = of_child;
      first = found;            /* the plan keeps it */
    }

  return first;
}

/* What the document does not say is not written as if it did. */
static void
add_day (GtkWidget         *box,
         const char        *day,
         const YdScheduled *dates)
{
  GtkWidget *label = add_label (box, day, "yd-leader-date");

  if (dates->due == YD_DAY_NONE)
    gtk_widget_add_css_class (label, "dim-label");
}

/* Whether the office set the day for itself: then it is not the document's. */
static gboolean
is_internal (const YdScheduled *dates)
{
  return dates->deadline != NULL &&
         g_strcmp0 (yd_row_get_cell (dates->deadline, YD_DEADLINE_ORIGIN), "internal") == 0;
}

/* Whose day it is, and how much time is left. */
static void
add_why (GtkWidget         *box,
         const char        *why,
         const YdScheduled *dates)
{
  const gboolean internal = is_internal (dates);
  g_autofree char *words = g_strconcat (internal ? _("Internal Target") : "",
                                        internal && why != NULL && *why != '\0'
                                        ? C_("behind a sentence", ", ") : "",
                                        why, NULL);

  if (*words != '\0')
    gtk_widget_add_css_class (add_label (box, words, "yd-leader-why"), "dim-label");
}

static void
add_dates (YdLeaderRow *self,
           YdSchedule  *schedule,
           GString     *said)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *light = yd_light_label_new ();
  YdScheduled dates = { .due = YD_DAY_NONE };
  g_autofree char *why = NULL;
  g_autofree char *day = NULL;

  if (schedule != NULL)
    why = yd_schedule_dup_light_words (schedule, find_dates (schedule, self->point, &dates));
  day = dup_date (dates.due, schedule);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "yd-leader-when");
  add_day (box, day, &dates);
  if (dates.due != YD_DAY_NONE)
    add_why (box, why, &dates);
  gtk_box_append (GTK_BOX (self), box);

  g_string_append_printf (said, "%s%s", _(", "), day);
  if (is_internal (&dates))
    g_string_append_printf (said, "%s%s", _(", "), _("Internal Target"));
  gtk_widget_set_valign (light, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (light, GTK_ALIGN_START);
  yd_light_label_set_light (GTK_LABEL (light), dates.light);
  gtk_widget_add_css_class (light, "yd-leader-light");  /* behind it, which sets all of them */
  gtk_widget_set_opacity (light, dates.light == YD_LIGHT_NONE ? 0 : 1);
  if (dates.light != YD_LIGHT_NONE)
    g_string_append_printf (said, "%s%s", _(", "), yd_light_get_word (dates.light));
  gtk_box_append (GTK_BOX (self), light);
}

static void
fill (YdLeaderRow *self,
      YdSchedule  *schedule)
{
  gboolean computed;
  g_autofree char *number = yd_point_number_dup (self->plan, self->point, &computed);
  const char *title = yd_point_get_title (self->point);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autoptr(GString) said = g_string_new (number);

  if (title == NULL || *title == '\0')
    title = yd_row_get_cell (self->point, YD_POINT_TEXT);
  g_string_append (said, title != NULL ? title : "");
  gtk_label_set_xalign (GTK_LABEL (add_label (GTK_WIDGET (self), number, "yd-leader-number")), 0.5);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (middle, TRUE);
  add_label (middle, title, "yd-leader-point");
  add_units (self, middle);
  gtk_box_append (GTK_BOX (self), middle);
  add_dates (self, schedule, said);
  self->said = g_strdup (said->str);
  yd_leader_row_set_mark (self, NULL);
}

/**
 * yd_leader_row_new:
 * @plan: a plan
 * @point: a point in it
 * @schedule: (nullable): what says when
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
yd_leader_row_new (YdPlan     *plan,
                   YdPoint    *point,
                   YdSchedule *schedule)
{
  YdLeaderRow *self = g_object_new (YD_TYPE_LEADER_ROW, NULL);

  self->plan = g_object_ref (plan);
  self->point = g_object_ref (point);
  fill (self, schedule);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): its point */
YdPoint *
yd_leader_row_get_point (YdLeaderRow *self)
{
  g_return_val_if_fail (YD_IS_LEADER_ROW (self), NULL);

  return self->point;
}

/**
 * yd_leader_row_set_mark:
 * @self: a row
 * @words: (nullable): what was asked about it
 */
void
yd_leader_row_set_mark (YdLeaderRow *self,
                        const char  *words)
{
  g_autofree char *marked = NULL;
  g_autofree char *said = NULL;

  g_return_if_fail (YD_IS_LEADER_ROW (self));

  marked = words != NULL ? g_strdup_printf (_("Marked: %s"), words) : NULL;
  gtk_label_set_text (self->mark, marked != NULL ? marked : "");
  yd_tooltip_set (GTK_WIDGET (self->mark), marked);
  gtk_widget_set_visible (self->flag, marked != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), marked != NULL);
  said = g_strconcat (self->said, marked != NULL ? _(", ") : NULL, marked, NULL);
  yd_accessible_set_name (GTK_WIDGET (self), said);
}

void
yd_leader_row_set_chosen (YdLeaderRow *self,
                          gboolean     chosen)
{
  g_return_if_fail (YD_IS_LEADER_ROW (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}
