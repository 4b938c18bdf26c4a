/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-print.h"

#include <glib/gi18n-lib.h>

#include "yd-agenda-words.h"
#include "yd-light.h"

/* The agenda on paper: what is seen, for the desk and for a meeting. Groups are bands, lights
 * are words, and what is late is bold, so that it can be read in black and white. */

enum { LIGHT, DAY, TASK, UNITS, NOTE, N_COLUMNS };

static const struct
{
  const char *key;
  const char *heading;
  double      weight;
  YdAlign     align;
} columns[] = {
  [LIGHT] = { "light", N_("Status"),   1  , YD_ALIGN_CENTER },
  [DAY]   = { "day",   N_("Deadline"), 1.8, YD_ALIGN_CENTER },
  [TASK]  = { "task",  N_("Point"),    4.8, YD_ALIGN_START },
  [UNITS] = { "units", N_("Units"),    3.1, YD_ALIGN_START },
  [NOTE]  = { "note",  N_("Note"),     2.3, YD_ALIGN_CENTER },
};

static char *
make_note (YdAgendaEntry *entry)
{
  const char *tag = yd_agenda_words_get_tag (entry);

  if (entry->left != NULL)
    return g_strdup_printf ("%s · %s", tag, entry->left);

  return g_strdup (tag);
}

static void
append_head (YdTable       *table,
             YdAgendaEntry *head)
{
  /* Translators: the head of a group in print: what it is called, how many things it has */
  g_autofree char *title = g_strdup_printf (_("%s (%u)"), head->title, head->n_items);
  g_autofree char *whole = head->rest != NULL && *head->rest != '\0'
                           ? g_strdup_printf ("%s  %s", title, head->rest) : NULL;

  yd_table_append_band (table, 1, whole != NULL ? whole : title);
}

static void
append_item (YdTable       *table,
             YdAgendaEntry *entry,
             YdSchedule    *schedule)
{
  g_autofree char *day = yd_agenda_words_dup_date (&entry->due, yd_schedule_get_today (schedule));
  g_autofree char *task = yd_agenda_words_dup_task (entry);
  g_autofree char *units = yd_agenda_words_dup_units (yd_schedule_get_plan (schedule),
                                                      entry->point);
  g_autofree char *note = make_note (entry);
  const char *light = entry->light != YD_LIGHT_NONE ? yd_light_get_word (entry->light) : NULL;
  const YdCellRole role = entry->light == YD_LIGHT_LATE ? YD_CELL_STRONG : YD_CELL_PLAIN;
  const YdCell cells[N_COLUMNS] = {
    [LIGHT] = { light, role, FALSE },
    [DAY] = { day, role, FALSE },
    [TASK] = { task, YD_CELL_PLAIN, FALSE },
    [UNITS] = { units, YD_CELL_PLAIN, FALSE },
    [NOTE] = { note, YD_CELL_PLAIN, FALSE },
  };

  yd_table_append_cells (table, cells);
}

/**
 * yd_agenda_print_new_table:
 * @lines: what is seen, #YdAgendaEntry
 * @schedule: the schedule of its plan
 * @subtitle: (nullable): what day it is, and of what the agenda is
 *
 * Returns: (transfer full): the table, A4 upright
 */
YdTable *
yd_agenda_print_new_table (GListModel *lines,
                           YdSchedule *schedule,
                           const char *subtitle)
{
  const char *title = yd_plan_get_title (yd_schedule_get_plan (schedule));
  /* Translators: the title of a printed agenda, after the title of the plan */
  const char *name = C_("print", "Agenda");
  g_autofree char *whole = g_strconcat (title != NULL ? title : "", name, NULL);
  YdTable *table = yd_table_new (name, whole);

  yd_page_style_set_working (yd_table_get_style (table));
  yd_page_style_set_landscape (yd_table_get_style (table), FALSE);
  yd_table_set_subtitle (table, subtitle);
  for (guint i = 0; i < N_COLUMNS; i++)
    yd_table_add_column (table, columns[i].key, _(columns[i].heading), columns[i].weight,
                         columns[i].align);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(YdAgendaEntry) entry = g_list_model_get_item (lines, i);

      if (yd_agenda_entry_is_head (entry))
        append_head (table, entry);
      else
        append_item (table, entry, schedule);
    }

  return table;
}

/**
 * yd_agenda_print_dup_subtitle:
 * @heading: what day it is
 * @rest: (nullable): how many working days the week still has
 * @unit: (nullable): whose agenda it is, where it is not that of all
 *
 * Returns: (transfer full): `10月11日（周三），本周 3 个工作日；仅市财政局`
 */
char *
yd_agenda_print_dup_subtitle (const char *heading,
                              const char *rest,
                              YdRow      *unit)
{
  /* Translators: what day it is, and how many working days the week still has */
  g_autofree char *day = rest != NULL ? g_strdup_printf (_("%s, %s"), heading, rest)
                                      : g_strdup (heading);

  if (unit == NULL)
    return g_steal_pointer (&day);

  /* Translators: what day it is, and the name of the unit whose agenda it is */
  return g_strdup_printf (_("%s; only %s"), day, yd_row_get_cell (unit, YD_UNIT_NAME));
}
