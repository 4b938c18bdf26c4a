/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-space-private.h"

#include "yd-row-private.h"

/* What the world is told of an edit that is in force: each list speaks once,
 * then each row does.
 */

typedef struct
{
  YdSpace   *space;
  GPtrArray *lists;             /* borrowed, each once */
  GPtrArray *rows;              /* borrowed, those that leave or enter a list */
} Moves;

static void
expect_move (Moves     *moves,
             YdRowList *list,
             YdRow     *leaving,
             YdRow     *arriving)
{
  if (list != NULL && _yd_row_list_expect (list, leaving, arriving))
    g_ptr_array_add (moves->lists, list);
}

static void
place_row (Moves *moves,
           YdRow *row)
{
  guint order = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind)->order;
  YdRowList *from = row->list;
  YdRowList *to = _yd_space_find_list (moves->space, row);

  if (row->is_moving || (from == to && (order == 0 || !(row->changed & (1u << order)))))
    return;

  row->is_moving = TRUE;
  row->list = to;
  g_ptr_array_add (moves->rows, row);
  expect_move (moves, from, row, NULL);
  expect_move (moves, to, NULL, row);
}

/* What hangs on a row, wherever it stands: a unit that is deleted takes its
 * assignments out of sight, and brings them back.
 */
static void
place_needing (Moves *moves,
               YdRow *row)
{
  for (guint i = 0; row->needing != NULL && i < row->needing->len; i++)
    {
      place_row (moves, g_ptr_array_index (row->needing, i));
      place_needing (moves, g_ptr_array_index (row->needing, i));
    }

  for (YdRowList *list = row->lists; list != NULL; list = _yd_row_list_get_next (list))
    {
      guint n;
      YdRow **rows = _yd_row_list_get_shown (list, &n);

      for (guint i = 0; i < n; i++)
        place_needing (moves, rows[i]);
    }
}

/* Whether a cell changed on which it depends where a row stands, or whether it counts. What
 * comes of others is looked for from there.
 */
static gboolean
may_move (YdRow *row)
{
  const YdKindInfo *info = yd_schema_get_kind (YD_ROW_GET_CLASS (row)->kind);
  const guint32 places = 1u << YD_FIELD_DELETED | 1u << info->home | 1u << info->need |
                         1u << info->order;

  return row->is_new || row->changed & places;
}

static void
place_touched (Moves     *moves,
               GPtrArray *touched)
{
  for (guint i = 0; i < touched->len; i++)
    {
      YdRow *row = g_ptr_array_index (touched, i);

      if (!may_move (row))
        continue;

      place_row (moves, row);
      if (!row->is_new && row->was_dead == _yd_row_is_live (row))
        place_needing (moves, row);
    }
}

/* A list changes and speaks in one breath. A handler that looks at another one
 * sees what that has told so far.
 */
void
_yd_space_announce (YdSpace   *self,
                    GPtrArray *touched)
{
  g_autoptr(GPtrArray) lists = g_ptr_array_new ();
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  Moves moves = { self, lists, rows };

  place_touched (&moves, touched);

  for (guint i = 0; i < lists->len; i++)
    _yd_row_list_update (g_ptr_array_index (lists, i));
  for (guint i = 0; i < rows->len; i++)
    ((YdRow *) g_ptr_array_index (rows, i))->is_moving = FALSE;
  for (guint i = 0; i < touched->len; i++)
    _yd_row_announce (g_ptr_array_index (touched, i));
}
