/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-breakdown.h"

#include "yd-breakdown-private.h"

enum { NUMBER, TASK, TEXT, LEAD, RESPONSIBLE, SUPPORT, DEADLINE, NOTE, N_COLUMNS };

/* The headings are part of a Chinese official document, whatever language the program speaks:
 * they are not translated. Which columns there are: 厦门集美 2021, 二连浩特 2024 and others. */
static const YdColumn columns[N_COLUMNS] = {
  [NUMBER]      = { "number", "序号", 4.5, YD_ALIGN_CENTER },
  [TASK]        = { "task", "工作任务", 13, YD_ALIGN_START },
  [TEXT]        = { "text", "主要内容", 40, YD_ALIGN_START },
  [LEAD]        = { "lead", "牵头单位", 11, YD_ALIGN_CENTER },
  [RESPONSIBLE] = { "responsible", "责任单位", 16, YD_ALIGN_START },
  [SUPPORT]     = { "support", "配合单位", 12, YD_ALIGN_START },
  [DEADLINE]    = { "deadline", "完成时限", 11, YD_ALIGN_CENTER },
  [NOTE]        = { "note", "备注", 6, YD_ALIGN_START },
};

#define NAME "任务分解表"
#define OTHERS "其他"

/* With more columns than this the letters are 五号 instead of 小四. */
#define MANY_COLUMNS 6
#define SMALL_SIZE 10.5

typedef struct
{
  guint     level;              /* of a band; 0: a row of cells */
  char     *cells[N_COLUMNS];   /* a band has the first */
  gboolean  continues;          /* the task is that of the row above */
} Row;

typedef struct
{
  YdPlan    *plan;
  GPtrArray *rows;
  guint      n_tasks;
} Breakdown;

static void add_children (Breakdown  *self,
                          GListModel *points,
                          guint       level);

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static gboolean
has_text (YdPoint *point)
{
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);

  return text != NULL && *text != '\0';
}

/* Whether somebody answers for the point itself, or it is due by itself. */
static gboolean
has_facts (YdPoint *point)
{
  return g_list_model_get_n_items (yd_point_get_assignments (point)) > 0 ||
         g_list_model_get_n_items (yd_point_get_deadlines (point)) > 0;
}

/* The same, or one of the points below, of which those without a number are only looked at when
 * @duties. */
static gboolean
has_facts_below (YdPoint *point,
                 gboolean numbered,
                 gboolean duties)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      if ((yd_point_is_duty (child) ? duties : numbered) &&
          (has_facts (child) || has_facts_below (child, TRUE, TRUE)))
        return TRUE;
    }

  return FALSE;
}

/* A point with numbered points below heads them, unless it is answered for as a whole and none
 * of them is by itself: then they are its measures. */
static gboolean
is_heading (YdPoint *point)
{
  return yd_point_has_points (point) && (has_facts_below (point, TRUE, FALSE) ||
                                  (!has_facts (point) && !has_facts_below (point, FALSE, TRUE)));
}

static gboolean
has_title (YdPoint *point)
{
  const char *title = yd_point_get_title (point);

  return title != NULL && *title != '\0';
}

/* A section over points that have no titles of their own is their common task, in one cell over
 * them all. */
static gboolean
is_common_task (YdPoint *point,
                guint    level)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      if (has_title (child) || g_list_model_get_n_items (yd_point_get_children (child)) > 0)
        return FALSE;
    }

  return level > 1 && is_heading (point) && has_title (point);
}

/* Whether one of the points becomes a band. */
static gboolean
has_bands (GListModel *points,
           guint       level)
{
  const guint n = g_list_model_get_n_items (points);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);

      if (is_heading (point) && !is_common_task (point, level))
        return TRUE;
    }

  return FALSE;
}

static void
add_band (Breakdown  *self,
          guint       level,
          const char *text)
{
  Row *row = g_new0 (Row, 1);

  row->level = level;
  row->cells[0] = g_strdup (text);
  g_ptr_array_add (self->rows, row);
}

static void
add_point_band (Breakdown *self,
                YdPoint   *point,
                guint      level,
                guint      position)
{
  g_autofree char *number = yd_point_dup_number (point, position);
  const char *title = yd_point_get_title (point);
  g_autofree char *text = g_strconcat (number, title != NULL ? title : "", NULL);

  add_band (self, MIN (level, 2), text);
}

/* The points below as they stand in the document, a line for each. */
static void
append_measures (GString *out,
                 YdPoint *point)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);
  guint position = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);
      g_autofree char *number = NULL;
      const char *title = yd_point_get_title (child);

      if (yd_point_is_duty (child))
        continue;

      number = yd_point_dup_number (child, ++position);
      g_string_append_printf (out, "%s%s%s", out->len > 0 ? "\n" : "", number,
                              title != NULL ? title : "");
      if (title != NULL && *title != '\0' && has_text (child) && !g_str_has_suffix (title, "。"))
        g_string_append (out, "。");
      if (has_text (child))
        g_string_append (out, yd_row_get_cell (child, YD_POINT_TEXT));
      append_measures (out, child);
    }
}

static char *
dup_text (YdPoint  *point,
          gboolean  measures)
{
  GString *out = g_string_new (yd_row_get_cell (point, YD_POINT_TEXT));

  if (measures)
    append_measures (out, point);

  return g_string_free (out, FALSE);
}

/* @task: %NULL when it is that of the row above. */
static void
add_row (Breakdown  *self,
         YdPoint    *point,
         const char *task,
         gboolean    measures)
{
  Row *row = g_new0 (Row, 1);

  row->cells[NUMBER] = g_strdup_printf ("%u", ++self->n_tasks);
  row->cells[TASK] = g_strdup (task);
  row->cells[TEXT] = dup_text (point, measures);
  row->cells[LEAD] = _yd_breakdown_dup_units (self->plan, point, "lead");
  row->cells[RESPONSIBLE] = _yd_breakdown_dup_units (self->plan, point, "responsible");
  row->cells[SUPPORT] = _yd_breakdown_dup_units (self->plan, point, "support");
  row->cells[DEADLINE] = _yd_breakdown_dup_deadlines (self->plan, point);
  row->continues = task == NULL;
  g_ptr_array_add (self->rows, row);
}

/* A duty without a title of its own is a part of its point's @task; @follows says whether the row
 * above is one already. */
static void
add_duties (Breakdown  *self,
            YdPoint    *point,
            const char *task,
            gboolean    follows)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);
      const char *title = has_title (child) ? yd_point_get_title (child) : NULL;

      if (!yd_point_is_duty (child))
        continue;

      add_row (self, child, title == NULL && !follows ? task : title, FALSE);
      add_children (self, yd_point_get_children (child), 2);
      follows = title == NULL && g_list_model_get_n_items (yd_point_get_children (child)) == 0;
    }
}

/* A paragraph with several clauses is all in its duties; then it has no row of its own. */
static void
add_task (Breakdown *self,
          YdPoint   *point)
{
  const char *title = yd_point_get_title (point);
  const gboolean divided = has_facts_below (point, FALSE, TRUE);
  const gboolean own = !divided || has_facts (point) || has_text (point) ||
                       yd_point_has_points (point);

  if (title == NULL)
    title = "";
  if (own)
    add_row (self, point, title, TRUE);
  add_duties (self, point, title, own);
}

static void
add_heading (Breakdown *self,
             YdPoint   *point,
             guint      level,
             guint      position)
{
  const char *title = yd_point_get_title (point);

  add_point_band (self, point, level, position);
  if (has_facts (point))
    add_row (self, point, title != NULL ? title : "", FALSE);
  add_children (self, yd_point_get_children (point), level + 1);
}

static void
add_common_task (Breakdown *self,
                 YdPoint   *point)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);
  const char *task = yd_point_get_title (point);

  if (has_facts (point) || has_text (point))
    add_row (self, point, g_steal_pointer (&task), FALSE);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      add_row (self, child, g_steal_pointer (&task), FALSE);
    }
}

/* Where one of several points is a band, each is that has a title: what follows would seem to be
 * below it. A number alone says nothing as a band; what has no title, like what has no number, is
 * among the others. */
static void
add_children (Breakdown  *self,
              GListModel *points,
              guint       level)
{
  const guint n = g_list_model_get_n_items (points);
  const gboolean bands = has_bands (points, level);
  gboolean others = FALSE;
  guint position = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      const gboolean heads = is_heading (point);
      const gboolean other = !heads && (yd_point_is_duty (point) || !has_title (point));

      position += !yd_point_is_duty (point);
      if (!bands && is_common_task (point, level))
        add_common_task (self, point);
      else if (heads)
        add_heading (self, point, level, position);
      else
        {
          if (bands && !other)
            add_point_band (self, point, level, position);
          else if (bands && !others)
            add_band (self, MIN (level, 2), OTHERS);
          add_task (self, point);
        }
      others = other;
    }
}

static gboolean
is_filled (const Row *row,
           guint      column)
{
  return row->level == 0 && row->cells[column] != NULL && *row->cells[column] != '\0';
}

static void
join_row (Row *row)
{
  const char *stop = "";
  char *task;

  if (!is_filled (row, TEXT))
    return;

  if (is_filled (row, TASK) && !g_str_has_suffix (row->cells[TASK], "。"))
    stop = "。";
  task = g_strconcat (row->cells[TASK] != NULL ? row->cells[TASK] : "", stop, row->cells[TEXT],
                      NULL);
  g_free (row->cells[TASK]);
  row->cells[TASK] = task;
  row->continues = FALSE;
  g_clear_pointer (&row->cells[TEXT], g_free);
}

/* In some documents most points are either a title or a text: then one column for both is easier
 * to read than two with holes. */
static void
join_task_and_text (Breakdown *self)
{
  guint n_both = 0, n_texts = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      const gboolean task = is_filled (row, TASK) || row->continues;

      n_both += is_filled (row, TEXT) && task;
      n_texts += is_filled (row, TEXT) && !task;
    }

  for (guint i = 0; n_texts > n_both && i < self->rows->len; i++)
    join_row (self->rows->pdata[i]);
}

/* What the plan has is shown, or what is asked for by key; without tasks there is no table. */
static void
find_used (Breakdown          *self,
           YdBreakdownFlags    flags,
           const char * const *keys,
           gboolean           *used)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (keys != NULL)
        used[i] = i == TASK || g_strv_contains (keys, columns[i].key);
      else
        used[i] = i == NUMBER || (flags & YD_BREAKDOWN_ALL_COLUMNS);
      for (guint j = 0; j < self->rows->len && !used[i] && keys == NULL; j++)
        used[i] = is_filled (self->rows->pdata[j], i);
    }
}

static YdTable *
make_table (Breakdown      *self,
            const gboolean *used)
{
  const char *title = yd_plan_get_title (self->plan);
  YdRow *head = yd_space_get_head (YD_SPACE (self->plan));
  const char *number = head != NULL ? yd_row_get_cell (head, YD_PLAN_NUMBER) : NULL;
  g_autofree char *subtitle = number != NULL ? g_strdup_printf ("（%s）", number) : NULL;
  g_autofree char *whole = NULL;
  YdTable *table;

  whole = g_strconcat (title != NULL ? title : "",
                       title != NULL && g_str_has_suffix (title, NAME) ? "" : NAME, NULL);
  table = yd_table_new (NAME, whole);
  if (number != NULL && *number != '\0')
    yd_table_set_subtitle (table, subtitle);

  /* Where the text is in the column of the tasks, so is its width. */
  for (guint i = 0; i < N_COLUMNS; i++)
    if (used[i])
      yd_table_add_column (table, columns[i].key, columns[i].heading,
                           columns[i == TASK && !used[TEXT] ? TEXT : i].weight, columns[i].align);

  return table;
}

static void
append_row (YdTable        *table,
            const Row      *row,
            const gboolean *used)
{
  YdCell cells[N_COLUMNS] = { 0 };
  guint n = 0;

  if (row->level > 0)
    {
      yd_table_append_band (table, row->level, row->cells[0]);
      return;
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    if (used[i])
      cells[n++] = (YdCell) { row->cells[i], YD_CELL_PLAIN, i == TASK && row->continues };
  yd_table_append_cells (table, cells);
}

static void
set_fonts (YdTable *table)
{
  const YdFontRole smaller[] = { YD_FONT_HEAD, YD_FONT_BAND, YD_FONT_SUBBAND, YD_FONT_BODY };
  YdPageStyle *style = yd_table_get_style (table);

  if (yd_table_get_n_columns (table) <= MANY_COLUMNS)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (smaller); i++)
    yd_page_style_set_font (style, smaller[i], style->fonts[smaller[i]].family, SMALL_SIZE);
}

static YdTable *
make (YdPlan             *plan,
      YdBreakdownFlags    flags,
      const char * const *keys)
{
  Breakdown self = { .plan = plan };
  gboolean used[N_COLUMNS];
  YdTable *table;

  self.rows = g_ptr_array_new_with_free_func (row_free);
  add_children (&self, yd_plan_get_points (plan), 1);
  join_task_and_text (&self);

  find_used (&self, flags, keys, used);
  table = make_table (&self, used);
  for (guint i = 0; i < self.rows->len; i++)
    append_row (table, self.rows->pdata[i], used);
  g_ptr_array_unref (self.rows);
  set_fonts (table);

  return table;
}

/**
 * yd_breakdown_new:
 * @plan: a plan
 * @flags: what to do otherwise than offices usually do
 *
 * Makes the table in which offices hand out the tasks of a document (任务分解表):
 * chapters as bands, the tasks below numbered through, who leads, who answers
 * and who supports in printed order, and when it is due in the document's words.
 *
 * Returns: (transfer full): the table, A4 landscape
 */
YdTable *
yd_breakdown_new (YdPlan           *plan,
                  YdBreakdownFlags  flags)
{
  g_return_val_if_fail (YD_IS_PLAN (plan), NULL);

  return make (plan, flags, NULL);
}

/**
 * yd_breakdown_new_with_columns:
 * @plan: a plan
 * @keys: (array zero-terminated=1): the keys of the columns, in any order, as the
 *   table with %YD_BREAKDOWN_ALL_COLUMNS has them; `task` is always there
 *
 * Makes the same table with the columns that a person chose, empty or not. What
 * stands in a column that was not chosen is left out, and the rows stay.
 *
 * Returns: (transfer full): the table, A4 landscape
 */
YdTable *
yd_breakdown_new_with_columns (YdPlan             *plan,
                               const char * const *keys)
{
  g_return_val_if_fail (YD_IS_PLAN (plan), NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  return make (plan, YD_BREAKDOWN_DEFAULT, keys);
}
