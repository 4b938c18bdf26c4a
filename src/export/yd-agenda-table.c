/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-table.h"

#include "yd-breakdown-private.h"

/* The words in this file are those of Chinese official documents, whatever language the program
 * speaks: they are not translated. */

#define NAME "时限一览表"

enum { DAY, TASK, UNITS, WORDS, NOTE, N_COLUMNS };

static const struct
{
  const char *key;
  const char *heading;
  double      weight;
  YdAlign     align;
} columns[] = {
  [DAY]   = { "day",   "完成时限", 2.8, YD_ALIGN_CENTER },
  [TASK]  = { "task",  "工作任务", 5,   YD_ALIGN_START },
  [UNITS] = { "units", "责任单位", 4,   YD_ALIGN_START },
  [WORDS] = { "words", "文件规定", 3,   YD_ALIGN_START },
  [NOTE]  = { "note",  "备注",     1.4, YD_ALIGN_CENTER },
};

static char *
make_day (const YdDue *due)
{
  static const char *const weekdays[] = { "一", "二", "三", "四", "五", "六", "日" };
  g_autofree char *time = NULL;
  int month, day;

  if (due->day == YD_DAY_NONE)
    return g_strdup ("");

  yd_day_split (due->day, NULL, &month, &day);
  if (due->minute != YD_MINUTE_NONE)
    time = g_strdup_printf (" %02d:%02d", due->minute / 60, due->minute % 60);

  return g_strdup_printf ("%d月%d日（周%s）%s", month, day,
                          weekdays[yd_day_get_weekday (due->day) - 1], time != NULL ? time : "");
}

/* A deadline that is for one unit alone names that; else all of the point, who leads first. */
static char *
make_units (YdPlan             *plan,
            const YdAgendaItem *item)
{
  static const char *const roles[][2] = {
    { "lead", "牵头" }, { "responsible", "负责" }, { "support", "配合" },
  };
  const char *own = item->deadline != NULL ? yd_row_get_cell (item->deadline, YD_DEADLINE_UNIT)
                                           : NULL;
  YdRow *unit = own != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, own) : NULL;
  GString *out = g_string_new (unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : NULL);

  for (guint i = 0; unit == NULL && item->point != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *names = _yd_breakdown_dup_units (plan, item->point, roles[i][0]);

      if (*names != '\0')
        g_string_append_printf (out, "%s%s%s", out->len > 0 ? "；" : "", names, roles[i][1]);
    }

  return g_string_free (out, FALSE);
}

static const char *
get_note_of_step (const YdAgendaItem *item)
{
  if (yd_moment_is_known (item->step->done))
    return "计时，已办";
  if (item->clock->state == YD_CLOCK_STATE_PAUSED)
    return "计时，已暂停";

  return item->due.provisional ? "计时，暂定" : "计时";
}

/* By what law, where the document says nothing: `5小时`, `20个工作日`. */
static char *
make_words (const YdAgendaItem *item)
{
  static const char *const measures[] = {
    [YD_MEASURE_WORKDAYS] = "个工作日", [YD_MEASURE_DAYS] = "日",
    [YD_MEASURE_MONTHS] = "个月",      [YD_MEASURE_HOURS] = "小时",
  };

  if (item->step == NULL)
    return g_strdup (yd_row_get_cell (item->deadline, YD_DEADLINE_WORDS));

  return g_strdup_printf ("%d%s", item->step->base.n, measures[item->step->base.measure]);
}

/* What a reader must not take for more than it is. */
static const char *
get_note (const YdAgendaItem *item)
{
  if (item->step != NULL)
    return get_note_of_step (item);
  if (yd_agenda_item_is_internal (item))
    return "内部时限";
  if (yd_agenda_item_is_proposed (item))
    return "待核对";
  if (item->due.provisional)
    return "暂定";

  return NULL;
}

static void
append_item (YdTable            *table,
             YdPlan             *plan,
             const YdAgendaItem *item)
{
  g_autofree char *day = make_day (&item->due);
  g_autofree char *task = yd_agenda_item_dup_task (item);
  g_autofree char *words = make_words (item);
  g_autofree char *units = make_units (plan, item);
  const YdCell cells[N_COLUMNS] = {
    [DAY] = { day, YD_CELL_PLAIN, FALSE },
    [TASK] = { task, YD_CELL_PLAIN, FALSE },
    [UNITS] = { units, YD_CELL_PLAIN, FALSE },
    [WORDS] = { words, YD_CELL_PLAIN, FALSE },
    [NOTE] = { get_note (item), YD_CELL_QUIET, FALSE },
  };

  yd_table_append_cells (table, cells);
}

/* Each month has a band of its own, and so has what no calendar has a day for. */
static void
append_band (YdTable     *table,
             const YdDue *due,
             int         *last)
{
  g_autofree char *name = NULL;
  int year, month;

  if (due->day == YD_DAY_NONE)
    {
      if (*last != 0)
        yd_table_append_band (table, 1, "长期坚持或者时间未定");
      *last = 0;
      return;
    }

  yd_day_split (due->day, &year, &month, NULL);
  if (*last == year * 12 + month)
    return;

  *last = year * 12 + month;
  name = g_strdup_printf ("%d年%d月", year, month);
  yd_table_append_band (table, 1, name);
}

/**
 * yd_agenda_table_new:
 * @agenda: what is due
 *
 * Makes the table of what is due, month by month, behind it what has no day; a point of
 * which nothing is stated is left out. Internal targets and clocks say that they are such.
 *
 * Returns: (transfer full): the table, A4 landscape
 */
YdTable *
yd_agenda_table_new (YdAgenda *agenda)
{
  YdPlan *plan;
  const char *title;
  g_autofree char *whole = NULL;
  YdTable *table;
  int month = -1;

  g_return_val_if_fail (agenda != NULL, NULL);

  plan = yd_agenda_get_plan (agenda);
  title = yd_plan_get_title (plan);
  whole = g_strconcat (title != NULL ? title : "", NAME, NULL);
  table = yd_table_new (NAME, whole);
  for (guint i = 0; i < N_COLUMNS; i++)
    yd_table_add_column (table, columns[i].key, columns[i].heading, columns[i].weight,
                         columns[i].align);

  for (guint i = 0; i < yd_agenda_get_n_items (agenda); i++)
    {
      const YdAgendaItem *item = yd_agenda_get_item (agenda, i);

      if (item->deadline == NULL && item->step == NULL)
        continue;
      append_band (table, &item->due, &month);
      append_item (table, plan, item);
    }

  return table;
}
