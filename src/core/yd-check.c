/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-numeral.h"
#include "yd-plan-walk.h"
#include "yd-value.h"

/* Findings before issue. What an office has looked at and accepted (a row of
 * the kind `acceptance`) is not found again.
 */

struct _YdCheck
{
  YdPlan     *plan;
  YdPlanWalk *walk;
  GPtrArray  *findings;
  GHashTable *accepted;         /* "code/about" */
  guint       numbers[YD_SPACE_MAX_DEPTH + 1];  /* the last number of each level */
};

static void
free_finding (YdFinding *finding)
{
  g_free (finding->message);
  g_free (finding->where);
  g_free (finding);
}

static void G_GNUC_PRINTF (6, 7)
find (YdCheck    *check,
      YdSeverity  severity,
      const char *code,
      YdRow      *row,
      const char *where,
      const char *format,
      ...)
{
  g_autofree char *key = g_strconcat (code, "/", yd_row_get_id (row), NULL);
  YdFinding *finding;
  va_list args;

  if (g_hash_table_contains (check->accepted, key))
    return;

  finding = g_new0 (YdFinding, 1);
  finding->severity = severity;
  finding->code = code;
  finding->where = g_strdup (where);
  finding->row = row;

  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (check->findings, finding);
}

static gboolean
cell_is (YdRow      *row,
         guint       field,
         const char *value)
{
  return g_strcmp0 (yd_row_get_cell (row, field), value) == 0;
}

static guint
count_rows (YdRow  *row,
            YdKind  kind)
{
  return g_list_model_get_n_items (yd_row_get_rows (row, kind));
}

/* A chapter may carry the units for all that stands below it. */
static gboolean
somebody_answers (YdPoint *point)
{
  for (; point != NULL; point = yd_point_get_parent (point))
    if (count_rows (point, YD_KIND_ASSIGNMENT) > 0)
      return TRUE;

  return FALSE;
}

static guint
count_leads (YdPoint *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  guint n = g_list_model_get_n_items (assignments), n_leads = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      n_leads += cell_is (assignment, YD_ASSIGNMENT_ROLE, "lead");
    }

  return n_leads;
}

static void
check_units_of (YdCheck    *check,
                YdPoint    *point,
                const char *path)
{
  guint n_leads = count_leads (point);

  if (count_rows (point, YD_KIND_POINT) == 0 && !somebody_answers (point))
    find (check, YD_SEVERITY_WARNING, "no-unit", point, path,
          _("No unit answers for this point. Assign one."));

  if (n_leads > 1)
    find (check, YD_SEVERITY_WARNING, "two-leads", point, path,
          _("%u units lead this point. Leave one, or accept it as joint lead."), n_leads);
}

/* Numbers begin anew or run on over chapters; both are common, so only a number
 * that does neither is worth a look.
 */
static void
check_number (YdCheck    *check,
              YdPoint    *point,
              const char *path,
              guint       level)
{
  const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);
  guint number = printed != NULL ? yd_numeral_parse (printed) : 0;
  guint last = check->numbers[level];

  if (number == 0)
    return;

  if (number != 1 && number != last + 1)
    find (check, YD_SEVERITY_INFO, number <= last ? "number-again" : "number-gap", point, path,
          number <= last ? _("The number %s comes again.")
                         : _("The number before %s is missing."), printed);

  check->numbers[level] = number;
}

/* A date as the document says it; periods and counts have none. */
static gboolean
get_fixed_date (YdRow *deadline,
                GDate *date)
{
  const char *value = yd_row_get_cell (deadline, YD_DEADLINE_VALUE);

  return cell_is (deadline, YD_DEADLINE_RULE, "date") && value != NULL &&
         yd_value_to_date (value, date);
}

/* The latest fixed date of a point. */
static gboolean
get_latest_date (YdPoint *point,
                 GDate   *latest)
{
  GListModel *deadlines = yd_point_get_deadlines (point);
  guint n = g_list_model_get_n_items (deadlines);
  gboolean found = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);
      GDate date;

      g_date_clear (&date, 1);
      if (get_fixed_date (deadline, &date) && (!found || g_date_compare (&date, latest) > 0))
        {
          *latest = date;
          found = TRUE;
        }
    }

  return found;
}

static void
check_deadlines_of (YdCheck    *check,
                    YdPoint    *point,
                    const char *path)
{
  YdRow *head = yd_space_get_head (YD_SPACE (check->plan));
  const char *issued = head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL;
  YdPoint *above = yd_point_get_parent (point);
  GDate date, limit;

  g_date_clear (&date, 1);
  g_date_clear (&limit, 1);

  if (!get_latest_date (point, &date))
    return;

  if (above != NULL && get_latest_date (above, &limit) && g_date_compare (&date, &limit) > 0)
    find (check, YD_SEVERITY_WARNING, "later-than-parent", point, path,
          _("It is due later than the point above it."));

  if (issued != NULL && yd_value_to_date (issued, &limit) && g_date_compare (&date, &limit) < 0)
    find (check, YD_SEVERITY_WARNING, "due-before-issue", point, path,
          _("It is due before the document was issued."));
}

static void
check_anchors_of (YdCheck    *check,
                  YdPoint    *point,
                  const char *path)
{
  YdRow *head = yd_space_get_head (YD_SPACE (check->plan));
  GListModel *deadlines = yd_point_get_deadlines (point);
  guint n = g_list_model_get_n_items (deadlines);

  if (head == NULL || yd_row_get_cell (head, YD_PLAN_ISSUED) != NULL)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);

      if (cell_is (deadline, YD_DEADLINE_ANCHOR, "issued"))
        find (check, YD_SEVERITY_ERROR, "no-issue-date", deadline, path,
              _("This deadline counts from the day of issue, which is not known. Enter it."));
    }
}

static void
check_point (YdCheck    *check,
             YdPoint    *point,
             const char *path,
             guint       level)
{
  const char *title = yd_point_get_title (point);
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);

  if ((title == NULL || *title == '\0') && (text == NULL || *text == '\0'))
    find (check, YD_SEVERITY_WARNING, "no-text", point, path, _("This point says nothing."));

  check_number (check, point, path, level);
  check_units_of (check, point, path);
  check_deadlines_of (check, point, path);
  check_anchors_of (check, point, path);
}

static void
check_unit (YdCheck    *check,
            YdRow      *unit,
            GHashTable *names)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (yd_row_get_flag (unit, YD_UNIT_VAGUE))
    find (check, YD_SEVERITY_WARNING, "vague-unit", unit, name,
          _("“%s” does not say who. Name the units, or accept it as it is."), name);
  else if (cell_is (unit, YD_UNIT_KIND, "group") && count_rows (unit, YD_KIND_MEMBER) == 0)
    find (check, YD_SEVERITY_INFO, "no-members", unit, name,
          _("The group “%s” has no members yet, so it counts as one."), name);

  if (!g_hash_table_add (names, (char *) name))
    find (check, YD_SEVERITY_WARNING, "unit-twice", unit, name,
          _("“%s” is there twice. Merge the two."), name);
}

static void
check_units (YdCheck *check)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *units = yd_plan_get_units (check->plan);
  guint n = g_list_model_get_n_items (units);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      check_unit (check, unit, names);
    }
}

/* One finding for all of them: each by itself is what the review is for. */
static void
check_proposals (YdCheck *check)
{
  static const struct { YdKind kind; guint field; } facts[] = {
    { YD_KIND_POINT,      YD_POINT_CHECK      },
    { YD_KIND_ASSIGNMENT, YD_ASSIGNMENT_CHECK },
    { YD_KIND_DEADLINE,   YD_DEADLINE_CHECK   },
    { YD_KIND_DEPENDENCY, YD_DEPENDENCY_CHECK },
  };
  YdSpace *space = YD_SPACE (check->plan);
  YdRow *head = yd_space_get_head (space);
  guint n_proposed = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, facts[i].kind);

      for (guint n = 0; n < rows->len; n++)
        n_proposed += cell_is (g_ptr_array_index (rows, n), facts[i].field, "proposed") &&
                      yd_space_is_live (space, g_ptr_array_index (rows, n));
    }

  if (n_proposed > 0 && head != NULL)
    find (check, YD_SEVERITY_INFO, "not-confirmed", head, yd_plan_get_title (check->plan),
          ngettext ("%u fact was read from the document and is not confirmed yet.",
                    "%u facts were read from the document and are not confirmed yet.",
                    n_proposed), n_proposed);
}

static GHashTable *
list_accepted (YdPlan *plan)
{
  GHashTable *accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (plan), YD_KIND_ACCEPTANCE);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (yd_space_is_live (YD_SPACE (plan), row))
        g_hash_table_add (accepted, g_strconcat (yd_row_get_cell (row, YD_ACCEPTANCE_CODE), "/",
                                                 yd_row_get_cell (row, YD_ACCEPTANCE_ABOUT), NULL));
    }

  return accepted;
}

/**
 * yd_check_new:
 * @plan: a plan
 *
 * Begins to look through the points of @plan. After an edit it must begin again.
 *
 * Returns: (transfer full): a check that has found nothing yet
 */
YdCheck *
yd_check_new (YdPlan *plan)
{
  YdCheck *self = g_new0 (YdCheck, 1);

  self->plan = g_object_ref (plan);
  self->walk = yd_plan_walk_new (plan);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) free_finding);
  self->accepted = list_accepted (plan);

  return self;
}

void
yd_check_free (YdCheck *self)
{
  g_object_unref (self->plan);
  yd_plan_walk_free (self->walk);
  g_ptr_array_unref (self->findings);
  g_hash_table_unref (self->accepted);
  g_free (self);
}

/* Looks at @n_points more. Returns: whether it looked at all */
gboolean
yd_check_step (YdCheck *self,
               guint    n_points)
{
  const char *path;
  guint level;

  for (; n_points > 0; n_points--)
    {
      YdPoint *point = yd_plan_walk_next (self->walk, &path, &level);

      if (point == NULL)
        return TRUE;
      check_point (self, point, path, level);
    }

  return FALSE;
}

/* Returns: (transfer none) (element-type YdFinding): what was found so far */
GPtrArray *
yd_check_get_findings (YdCheck *self)
{
  return self->findings;
}

/**
 * yd_check_plan:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type YdFinding): what to look at: points in
 *   the order of the document, then units, then how much is not confirmed
 */
GPtrArray *
yd_check_plan (YdPlan *plan)
{
  g_autoptr(YdCheck) check = yd_check_new (plan);

  yd_check_step (check, G_MAXUINT);
  check_units (check);
  check_proposals (check);

  return g_ptr_array_ref (check->findings);
}

/* As in JSON; not translated. */
const char *
yd_severity_get_name (YdSeverity severity)
{
  static const char * const names[] = { "info", "warning", "error" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (names), NULL);

  return names[severity];
}
