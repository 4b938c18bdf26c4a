/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-no-result.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-compat.h"
#include "yd-likeness.h"
#include "yd-plan-walk.h"

/**
 * YdNoResult:
 *
 * What stands in the place of the points when none is as the filter asks: what was looked
 * through, the units and points that are named much alike, and the ways on. A name that an
 * office uses for a unit can be kept as its alias, and is found from then on.
 */

struct _YdNoResult
{
  AdwBin         parent_instance;

  /* Owned */
  GPtrArray     *suggested;     /* YdRow: units, then points */
  GPtrArray     *rows;          /* GtkWidget: borrowed, of the two groups */
  char          *searched;

  /* Template */
  AdwStatusPage *page;
  GtkWidget     *groups;
  GtkWidget     *units;
  GtkWidget     *points;
  GtkWidget     *alias;
  GtkWidget     *clear;
};

G_DEFINE_FINAL_TYPE (YdNoResult, yd_no_result, ADW_TYPE_BIN)

#define LIKE_ENOUGH 50          /* of a hundred */
#define MAX_SUGGESTED 3         /* of each kind */
#define MAX_SEARCHED 20000      /* points: more would be felt at each character typed */
#define MAX_CITED 3

/* A row and how alike it is. */
typedef struct
{
  YdRow *row;
  guint  likeness;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a, *right = b;

  return (int) right->likeness - (int) left->likeness;
}

static void
consider (GArray     *candidates,
          YdRow      *row,
          const char *name,
          const char *typed)
{
  Candidate candidate = { row, yd_likeness (typed, name) };

  if (candidate.likeness >= LIKE_ENOUGH)
    g_array_append_val (candidates, candidate);
}

static void
keep_best (GArray *candidates)
{
  g_array_sort (candidates, compare_candidates);
  if (candidates->len > MAX_SUGGESTED)
    g_array_set_size (candidates, MAX_SUGGESTED);
}

static GArray *
find_units (YdPlan     *plan,
            const char *typed)
{
  GListModel *units = yd_plan_get_units (plan);
  guint n = g_list_model_get_n_items (units);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      consider (found, unit, yd_row_get_cell (unit, YD_UNIT_NAME), typed);
    }
  keep_best (found);

  return found;
}

static GArray *
find_points (YdPlan     *plan,
             const char *typed)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  YdPoint *point;

  if (yd_space_get_n_rows (YD_SPACE (plan), YD_KIND_POINT) > MAX_SEARCHED)
    return found;

  while ((point = yd_plan_walk_next (walk, NULL, NULL)) != NULL)
    consider (found, point, yd_point_get_title (point), typed);
  keep_best (found);

  return found;
}

static gboolean
has_unit (YdPoint *point,
          YdRow   *unit)
{
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      if (g_strcmp0 (yd_row_get_cell (assignment, YD_ASSIGNMENT_UNIT), yd_row_get_id (unit)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* `五/(四)` is cited as 五(四). */
static void
cite (GString    *words,
      const char *path)
{
  if (words->len > 0)
    g_string_append (words, C_("between points that are cited", ", "));
  for (const char *c = path; *c != '\0'; c++)
    if (*c != '/' || (c[1] != '(' && c[1] != '*'))
      g_string_append_c (words, *c);
}

/* Where the unit answers for something: 一(二)、三(一)，共 3 项. */
static char *
describe_unit (YdPlan *plan,
               YdRow  *unit)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (plan);
  g_autoptr(GString) words = g_string_new (NULL);
  const char *path;
  YdPoint *point;
  guint n = 0;

  while ((point = yd_plan_walk_next (walk, &path, NULL)) != NULL)
    if (has_unit (point, unit) && n++ < MAX_CITED)
      cite (words, path);

  if (n == 0)
    return g_strdup (_("Answers for no point"));

  /* Translators: where a unit answers for something, and how often */
  return g_strdup_printf (ngettext ("%s: %u point", "%s: %u points", n), words->str, n);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle,
          const char *action,
          YdRow      *target)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "use-markup", FALSE,
                                 "activatable", TRUE, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             yd_accessible_new_ornament ("go-next-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", yd_row_get_id (target));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);

  return row;
}

static void
add_row (YdNoResult *self,
         GtkWidget  *group,
         GtkWidget  *row,
         YdRow      *suggested)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->suggested, g_object_ref (suggested));
}

static void
suggest_units (YdNoResult *self,
               YdPlan     *plan,
               GArray     *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      YdRow *unit = g_array_index (units, Candidate, i).row;
      g_autofree char *subtitle = describe_unit (plan, unit);

      add_row (self, self->units, make_row (yd_row_get_cell (unit, YD_UNIT_NAME), subtitle,
                                            "outline.show-unit", unit), unit);
    }
  gtk_widget_set_visible (self->units, units->len > 0);
}

static void
suggest_points (YdNoResult *self,
                GArray     *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      YdPoint *point = g_array_index (points, Candidate, i).row;
      const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);
      g_autofree char *title = g_strconcat (printed != NULL ? printed : "",
                                            yd_point_get_title (point), NULL);

      add_row (self, self->points, make_row (title, NULL, "outline.show-point", point), point);
    }
  gtk_widget_set_visible (self->points, points->len > 0);
}

/* The nearest unit may be called so by others. */
static void
offer_alias (YdNoResult *self,
             const char *typed,
             GArray     *units)
{
  YdRow *unit = units->len > 0 ? g_array_index (units, Candidate, 0).row : NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->alias, unit != NULL);
  if (unit == NULL)
    return;

  label = g_strdup_printf (_("Keep “%s” as an Alias of %s"), typed,
                           yd_row_get_cell (unit, YD_UNIT_NAME));
  gtk_button_set_label (GTK_BUTTON (self->alias), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->alias), "(ss)", yd_row_get_id (unit),
                                    typed);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->alias), "outline.add-alias");
}

static void
forget (YdNoResult *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->suggested, 0);
}

static void
yd_no_result_finalize (GObject *object)
{
  YdNoResult *self = YD_NO_RESULT (object);

  g_clear_pointer (&self->suggested, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (yd_no_result_parent_class)->finalize (object);
}

static void
yd_no_result_class_init (YdNoResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yd_no_result_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-no-result.ui");
  gtk_widget_class_bind_template_child (widget_class, YdNoResult, page);
  gtk_widget_class_bind_template_child (widget_class, YdNoResult, groups);
  gtk_widget_class_bind_template_child (widget_class, YdNoResult, units);
  gtk_widget_class_bind_template_child (widget_class, YdNoResult, points);
  gtk_widget_class_bind_template_child (widget_class, YdNoResult, alias);
  gtk_widget_class_bind_template_child (widget_class, YdNoResult, clear);
}

static void
yd_no_result_init (YdNoResult *self)
{
  self->suggested = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yd_no_result_show:
 * @self: what to show
 * @plan: the plan in which nothing was found
 * @typed: the words that were looked for; empty if there were none
 *
 * Says so, and suggests what may have been meant.
 */
void
yd_no_result_show (YdNoResult *self,
                   YdPlan     *plan,
                   const char *typed)
{
  g_autoptr(GArray) units = NULL, points = NULL;
  /* A title of the status page is markup. */
  g_autofree char *title = g_markup_printf_escaped (_("No Results for “%s”"), typed);
  gboolean has_text = *typed != '\0';

  g_return_if_fail (YD_IS_NO_RESULT (self));

  forget (self);
  units = find_units (plan, typed);
  points = find_points (plan, typed);
  suggest_units (self, plan, units);
  suggest_points (self, points);
  offer_alias (self, typed, units);

  adw_status_page_set_title (self->page, has_text ? title : _("No Point Is Like That"));
  adw_status_page_set_description (self->page, has_text ? self->searched : NULL);
  gtk_button_set_label (GTK_BUTTON (self->clear), has_text ? _("Clear Search")
                                                           : _("Clear Filter"));
  gtk_widget_set_visible (self->groups, self->suggested->len > 0);
}

/* Says in what was looked, once that is counted. */
void
yd_no_result_set_searched (YdNoResult *self,
                           const char *words)
{
  g_return_if_fail (YD_IS_NO_RESULT (self));

  if (yd_set_str (&self->searched, words) &&
      adw_status_page_get_description (self->page) != NULL)
    adw_status_page_set_description (self->page, words);
}

/* Returns: (transfer none) (nullable): a unit or point that is suggested, in order */
YdRow *
yd_no_result_get_suggested (YdNoResult *self,
                            guint       position)
{
  g_return_val_if_fail (YD_IS_NO_RESULT (self), NULL);

  return position < self->suggested->len ? g_ptr_array_index (self->suggested, position) : NULL;
}
