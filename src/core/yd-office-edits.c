/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-office-edits.h"

#include "yd-clock-template.h"

static gboolean
is_accepted (YdRow *notice)
{
  return g_strcmp0 (yd_row_get_cell (notice, YD_NOTICE_CHECK), "confirmed") == 0;
}

/* Libraries of earlier versions have the days of a notice, not its number (文号) and when it was
 * issued. Where its days are still those of @known it is that notice; whatever a person wrote
 * there stays.
 */
static void
complete (YdEdit   *edit,
          YdOffice *office,
          YdRow    *row,
          YdNotice *known)
{
  g_autoptr(YdNotice) notice = NULL;
  char date[YD_DAY_SIZE];

  if (yd_row_get_flag (row, YD_FIELD_DELETED) ||
      yd_row_get_cell (row, YD_NOTICE_NUMBER) != NULL ||
      yd_row_get_cell (row, YD_NOTICE_ISSUED) != NULL)
    return;

  notice = yd_notice_new_for_row (office, row);
  if (notice->broken || !yd_notice_equal (notice, known))
    return;

  if (known->number != NULL)
    yd_edit_change (edit, YD_KIND_NOTICE, yd_row_get_id (row), YD_NOTICE_NUMBER, NULL,
                    known->number);
  if (known->issued != YD_DAY_NONE)
    yd_edit_change (edit, YD_KIND_NOTICE, yd_row_get_id (row), YD_NOTICE_ISSUED, NULL,
                    yd_day_format (known->issued, date));
}

/* What comes with the program is in force at once in the office; a plan counts with it only
 * when that was accepted for the plan. With @office, what it has already is left alone, but for
 * the numbers of notices that it does not know.
 */
static gboolean
put_known (YdEdit    *edit,
           YdOffice  *office,
           GError   **error)
{
  g_autoptr(GPtrArray) known = yd_notice_list_known (error);
  g_autoptr(GPtrArray) templates = known != NULL ? yd_clock_template_list_known (error) : NULL;

  if (templates == NULL)
    return FALSE;

  for (guint i = 0; i < known->len; i++)
    {
      YdNotice *notice = g_ptr_array_index (known, i);
      g_autofree char *id = yd_notice_dup_id (notice);
      YdRow *row = office != NULL ? yd_space_lookup (YD_SPACE (office), YD_KIND_NOTICE, id) : NULL;

      if (row == NULL)
        yd_notice_put_rows (notice, edit, "confirmed");
      else
        complete (edit, office, row, notice);
    }
  yd_clock_template_put_known (edit, office, templates);

  return TRUE;
}

/**
 * yd_office_edit_birth:
 * @id: the id of the space, which its head row has too
 * @name: what the office is called
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the edit that makes an office with all notices and
 *   templates of clocks that this version brings along
 */
YdEdit *
yd_office_edit_birth (const char  *id,
                      const char  *name,
                      GError     **error)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("office.new", NULL);

  yd_edit_create (edit, YD_KIND_OFFICE, id);
  yd_edit_put (edit, YD_OFFICE_NAME, name);

  return put_known (edit, NULL, error) ? g_steal_pointer (&edit) : NULL;
}

/**
 * yd_office_edit_learn:
 * @office: an office
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the edit that adds the notices and the templates of
 *   clocks that this version brings along and @office does not have, and the numbers of
 *   notices that it has without one
 */
YdEdit *
yd_office_edit_learn (YdOffice  *office,
                      GError   **error)
{
  g_autoptr(YdEdit) edit = yd_edit_new ("calendar.learn", NULL);

  return put_known (edit, office, error) ? g_steal_pointer (&edit) : NULL;
}

/* The versions that there were, withdrawn ones too: a number is never used again. */
static YdNotice *
find_last (YdOffice *office,
           YdNotice *notice,
           int      *version)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (office), YD_KIND_NOTICE);
  YdRow *last = NULL;

  *version = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);
      const int its = yd_row_get_int (row, YD_NOTICE_VERSION, 0);

      if (yd_row_get_int (row, YD_NOTICE_YEAR, 0) != notice->year ||
          g_strcmp0 (yd_row_get_cell (row, YD_NOTICE_REGION), notice->region) != 0)
        continue;

      if (its > *version && !yd_row_get_flag (row, YD_FIELD_DELETED))
        last = row;
      *version = MAX (*version, its);
    }

  return last != NULL ? yd_notice_new_for_row (office, last) : NULL;
}

/**
 * yd_office_edit_propose:
 * @office: an office
 * @notice: a notice that was read; it gets the next version for its year and region
 *
 * Returns: (transfer full): the edit that puts it before the office. It is counted with when
 *   it is accepted. Without changes if the office has these days already.
 */
YdEdit *
yd_office_edit_propose (YdOffice *office,
                        YdNotice *notice)
{
  YdEdit *edit = yd_edit_new ("calendar.add", NULL);
  int version;
  g_autoptr(YdNotice) last = find_last (office, notice, &version);

  notice->version = MAX (version + 1, last == NULL ? notice->version : 0);
  if (last == NULL || !yd_notice_equal (last, notice))
    yd_notice_put_rows (notice, edit, "proposed");

  return edit;
}

/**
 * yd_office_edit_accept:
 * @notices: (element-type YdRow): notices of one office
 *
 * Returns: (transfer full): the edit that puts them in force
 */
YdEdit *
yd_office_edit_accept (GPtrArray *notices)
{
  YdEdit *edit = yd_edit_new ("calendar.accept", NULL);

  for (guint i = 0; i < notices->len; i++)
    {
      YdRow *row = g_ptr_array_index (notices, i);

      if (!is_accepted (row))
        yd_edit_change (edit, YD_KIND_NOTICE, yd_row_get_id (row), YD_NOTICE_CHECK,
                        yd_row_get_cell (row, YD_NOTICE_CHECK), "confirmed");
    }

  return edit;
}

/**
 * yd_office_edit_withdraw:
 * @notice: a notice that is in force
 *
 * Returns: (transfer full): the edit by which the office does not count with it any more; it
 *   waits again to be accepted. A plan that names it counts with it until that is changed in the
 *   plan: see yd_plan_edit_use_notices().
 */
YdEdit *
yd_office_edit_withdraw (YdRow *notice)
{
  YdEdit *edit = yd_edit_new ("calendar.withdraw", NULL);

  if (is_accepted (notice))
    yd_edit_change (edit, YD_KIND_NOTICE, yd_row_get_id (notice), YD_NOTICE_CHECK, "confirmed",
                    "proposed");

  return edit;
}

static GPtrArray *
list_notices (YdOffice *office,
              gboolean  accepted)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *rows = yd_space_get_rows (YD_SPACE (office), YD_KIND_NOTICE);
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (is_accepted (row) == accepted)
        g_ptr_array_add (notices, g_steal_pointer (&row));
    }

  return notices;
}

/* Returns: (transfer full): the ids of the notices that are in force */
char **
yd_office_list_accepted (YdOffice *office)
{
  g_autoptr(GPtrArray) rows = list_notices (office, TRUE);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_strdup (yd_row_get_id (g_ptr_array_index (rows, i))));
  g_ptr_array_add (ids, NULL);

  return (char **) g_ptr_array_free (ids, FALSE);
}

/* Returns: (transfer full) (element-type YdRow): the notices that wait to be accepted */
GPtrArray *
yd_office_list_proposed (YdOffice *office)
{
  return list_notices (office, FALSE);
}

static void
put_use (YdEdit     *edit,
         const char *notice)
{
  g_autofree char *id = yd_space_derive_id (YD_KIND_CALENDAR_USE, notice, NULL);

  yd_edit_create (edit, YD_KIND_CALENDAR_USE, id);
  yd_edit_put (edit, YD_CALENDAR_USE_NOTICE, notice);
}

/**
 * yd_plan_edit_join_office:
 * @edit: the edit that makes a plan, complete otherwise
 * @plan_id: the id of its head row, which @edit makes
 * @office_id: the office it belongs to
 * @notices: the notices that are in force there
 *
 * A new plan counts with all notices that are known at its birth.
 */
void
yd_plan_edit_join_office (YdEdit             *edit,
                          const char         *plan_id,
                          const char         *office_id,
                          const char * const *notices)
{
  yd_edit_change (edit, YD_KIND_PLAN, plan_id, YD_PLAN_OFFICE, NULL, office_id);

  for (guint i = 0; notices[i] != NULL; i++)
    put_use (edit, notices[i]);
}

static void
drop_withdrawn (YdEdit   *edit,
                YdPlan   *plan,
                YdOffice *office)
{
  GListModel *uses = yd_space_get_rows (YD_SPACE (plan), YD_KIND_CALENDAR_USE);

  for (guint i = 0; i < g_list_model_get_n_items (uses); i++)
    {
      g_autoptr(YdRow) use = g_list_model_get_item (uses, i);
      const char *id = yd_row_get_cell (use, YD_CALENDAR_USE_NOTICE);
      YdRow *notice = id != NULL ? yd_space_lookup (YD_SPACE (office), YD_KIND_NOTICE, id) : NULL;

      if (notice != NULL && !is_accepted (notice))
        yd_edit_change (edit, YD_KIND_CALENDAR_USE, yd_row_get_id (use), YD_FIELD_DELETED, "false",
                        "true");
    }
}

/**
 * yd_plan_edit_use_notices:
 * @plan: a plan
 * @office: the office it belongs to
 *
 * What another office issued, and this one does not know, stays as it is.
 *
 * Returns: (transfer full): the edit by which @plan counts with all notices that are in force,
 *   and with none that @office has withdrawn
 */
YdEdit *
yd_plan_edit_use_notices (YdPlan   *plan,
                          YdOffice *office)
{
  YdEdit *edit = yd_edit_new ("calendar.use", NULL);
  g_auto(GStrv) notices = yd_office_list_accepted (office);

  for (guint i = 0; notices[i] != NULL; i++)
    {
      g_autofree char *id = yd_space_derive_id (YD_KIND_CALENDAR_USE, notices[i], NULL);
      YdRow *row = yd_space_lookup (YD_SPACE (plan), YD_KIND_CALENDAR_USE, id);

      if (row == NULL)
        put_use (edit, notices[i]);
      else if (yd_row_get_flag (row, YD_FIELD_DELETED))
        yd_edit_change (edit, YD_KIND_CALENDAR_USE, id, YD_FIELD_DELETED, "true", "false");
    }
  drop_withdrawn (edit, plan, office);

  return edit;
}
