/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-slice-table.h"

#include <string.h>

#include "yd-breakdown-private.h"
#include "yd-directory-link.h"
#include "yd-plan-edits.h"

/* The words in this file are those of Chinese official documents, whatever language the program
 * speaks: they are not translated. */

#define NAME "任务清单"

enum { NUMBER, TASK, TEXT, ROLE, LEAD, DEADLINE, N_COLUMNS };

static const struct
{
  const char *key;
  const char *heading;
  double      weight;
  YdAlign     align;
} columns[] = {
  [NUMBER]   = { "number",   "序号",     0.8, YD_ALIGN_CENTER },
  [TASK]     = { "task",     "工作要点", 3,   YD_ALIGN_START },
  [TEXT]     = { "text",     "主要内容", 8,   YD_ALIGN_START },
  [ROLE]     = { "role",     "分工",     1.8, YD_ALIGN_CENTER },
  [LEAD]     = { "lead",     "牵头单位", 2,   YD_ALIGN_CENTER },
  [DEADLINE] = { "deadline", "完成时限", 2.2, YD_ALIGN_CENTER },
};

static const char *
get_role_word (YdRole role)
{
  static const char * const words[YD_N_ROLES] = { "", "配合", "负责", "牵头" };

  return words[role];
}

static const char *
get_name (YdRow *unit)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  return name != NULL ? name : "";
}

/* What is said to a group, or to nobody by name, says so. */
static char *
make_role (const YdSliceItem *item)
{
  if (item->is_vague)
    return g_strdup_printf ("待明确\n（%s）", get_name (item->via));
  if (item->via != NULL)
    return g_strdup_printf ("%s\n（经由%s）", get_role_word (item->role), get_name (item->via));

  return g_strdup (get_role_word (item->role));
}

/* Of those that are for one unit alone, only those of this one. */
static char *
make_deadlines (YdSlice           *slice,
                const YdSliceItem *item)
{
  const char *own = yd_row_get_id (yd_slice_get_unit (slice));
  GListModel *deadlines = yd_point_get_deadlines (item->point);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (deadlines); i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);
      const char *unit = yd_row_get_cell (deadline, YD_DEADLINE_UNIT);
      g_autofree char *words = NULL;

      if ((unit != NULL && strcmp (unit, own) != 0) ||
          yd_plan_is_refused (deadline) ||
          _yd_breakdown_is_word (deadline, YD_DEADLINE_ORIGIN, "internal"))
        continue;

      words = _yd_breakdown_dup_deadline_words (deadline);
      if (words != NULL && *words != '\0')
        g_string_append_printf (out, "%s%s", out->len > 0 ? "；" : "", words);
    }

  return g_string_free (out, FALSE);
}

static void
append_contact (GString               *out,
                const YdDirectoryUnit *unit)
{
  if (unit == NULL || (unit->contact == NULL && unit->phone == NULL))
    return;

  g_string_append_printf (out, "\n%s%s%s", unit->contact != NULL ? unit->contact : "",
                          unit->contact != NULL && unit->phone != NULL ? " " : "",
                          unit->phone != NULL ? unit->phone : "");
}

/* Whom to turn to; the telephone only where somebody asked for it. */
static char *
make_leads (YdSlice     *slice,
            guint        n,
            YdDirectory *contacts)
{
  g_autoptr(GPtrArray) leads = yd_slice_list_leads (slice, n);
  const YdDay day = yd_plan_get_day (yd_slice_get_plan (slice), YD_DAY_NONE);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < leads->len; i++)
    {
      YdRow *lead = g_ptr_array_index (leads, i);

      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", get_name (lead));
      if (contacts != NULL)
        append_contact (out, yd_directory_resolve (contacts, lead, day).unit);
    }

  return g_string_free (out, FALSE);
}

/* The whole paragraph; a part of it that has no text of its own has that of what it is part of. */
static const char *
get_text (YdPoint *point)
{
  for (; point != NULL; point = yd_point_get_parent (point))
    {
      const char *text = yd_row_get_cell (point, YD_POINT_TEXT);

      if (text != NULL && *text != '\0')
        return text;
      if (!yd_point_is_duty (point))
        break;
    }

  return NULL;
}

/* Nobody wants a column in which nothing stands. */
static guint
find_columns (YdSlice *slice)
{
  guint shown = 1u << NUMBER | 1u << TASK | 1u << TEXT | 1u << ROLE;

  for (guint i = 0; i < yd_slice_get_n_items (slice); i++)
    {
      g_autoptr(GPtrArray) leads = yd_slice_list_leads (slice, i);
      g_autofree char *deadlines = make_deadlines (slice, yd_slice_get_item (slice, i));

      shown |= leads->len > 0 ? 1u << LEAD : 0;
      shown |= *deadlines != '\0' ? 1u << DEADLINE : 0;
    }

  return shown;
}

static void
append_item (YdTable     *table,
             YdSlice     *slice,
             guint        n,
             guint        shown,
             YdDirectory *contacts)
{
  const YdSliceItem *item = yd_slice_get_item (slice, n);
  g_autofree char *number = g_strdup_printf ("%u", n + 1);
  g_autofree char *task = g_strchomp (yd_point_dup_task (item->point, item->path));
  g_autofree char *role = make_role (item);
  g_autofree char *leads = make_leads (slice, n, contacts);
  g_autofree char *deadlines = make_deadlines (slice, item);
  const YdCell cells[N_COLUMNS] = {
    [NUMBER] = { number },
    [TASK] = { task },
    [TEXT] = { get_text (item->point) },
    [ROLE] = { role, item->via != NULL ? YD_CELL_QUIET : YD_CELL_PLAIN },
    [LEAD] = { leads },
    [DEADLINE] = { deadlines },
  };

  YdCell wanted[N_COLUMNS];
  guint n_wanted = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (shown & 1u << i)
      wanted[n_wanted++] = cells[i];

  yd_table_append_cells (table, wanted);
}

/* `牵头2项，负责9项，待明确1项` */
static char *
make_counts (YdSlice *slice)
{
  GString *out = g_string_new (NULL);

  for (YdRole role = YD_ROLE_LEAD; role > YD_ROLE_NONE; role--)
    {
      const guint n = yd_slice_count (slice, role);

      if (n > 0)
        g_string_append_printf (out, "%s%s%u项", out->len > 0 ? "，" : "", get_role_word (role), n);
    }
  if (yd_slice_count_vague (slice) > 0)
    g_string_append_printf (out, "%s待明确%u项", out->len > 0 ? "，" : "",
                            yd_slice_count_vague (slice));

  return g_string_free (out, FALSE);
}

static void
set_titles (YdTable *table,
            YdSlice *slice)
{
  const char *title = yd_plan_get_title (yd_slice_get_plan (slice));
  g_autofree char *counts = make_counts (slice);
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s", title != NULL ? title : "",
                                               *counts != '\0' ? "：" : "", counts);

  yd_table_set_subtitle (table, subtitle);
}

/* Each role has a band of its own, and what may mean the unit stands apart. */
static void
append_band (YdTable           *table,
             const YdSliceItem *item,
             const YdSliceItem *before)
{
  if (before != NULL && before->is_vague == item->is_vague &&
      (item->is_vague || before->role == item->role))
    return;

  yd_table_append_band (table, 1, item->is_vague ? "待明确（文件未指明单位）"
                                                 : get_role_word (item->role));
}

static void
add_notes (YdTable *table,
           YdSlice *slice)
{
  g_autoptr(GPtrArray) groups = yd_slice_list_open_groups (slice);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *note = g_strdup_printf ("注：另有交“%s”办理的事项。该群组尚未录入成员，未列入本表。",
                                               get_name (g_ptr_array_index (groups, i)));

      yd_table_add_note (table, note);
    }
}

/**
 * yd_slice_table_new:
 * @slice: what a unit has
 * @contacts: (nullable): the directory, if the contacts of those who lead are wanted
 *
 * Makes the list of a unit's tasks, to be sent to it: by role, with whole paragraphs, who leads
 * and until when.
 *
 * Returns: (transfer full): the table, A4 across
 */
YdTable *
yd_slice_table_new (YdSlice     *slice,
                    YdDirectory *contacts)
{
  YdTable *table;
  g_autofree char *title = NULL;
  guint shown;

  g_return_val_if_fail (slice != NULL, NULL);

  title = g_strconcat (get_name (yd_slice_get_unit (slice)), NAME, NULL);
  table = yd_table_new (NAME, title);
  set_titles (table, slice);
  yd_page_style_set_working (yd_table_get_style (table));
  shown = find_columns (slice);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (shown & 1u << i)
      yd_table_add_column (table, columns[i].key, columns[i].heading, columns[i].weight,
                           columns[i].align);

  for (guint i = 0; i < yd_slice_get_n_items (slice); i++)
    {
      append_band (table, yd_slice_get_item (slice, i),
                   i > 0 ? yd_slice_get_item (slice, i - 1) : NULL);
      append_item (table, slice, i, shown, contacts);
    }
  add_notes (table, slice);

  return table;
}
