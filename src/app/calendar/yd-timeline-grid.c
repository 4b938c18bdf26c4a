/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-grid-private.h"

/**
 * YdTimelineGrid:
 *
 * The points beside their bars. The tree is the head of the rows, the days are the
 * columns; so both scroll as one, and nothing is kept for a bar that cannot be seen. What
 * the dates are is asked of the schedule when they are drawn.
 *
 * It changes nothing: it says what a person chose, moved or linked.
 */

/* At the usual size of text; see UI.md §2. */
#define ROW_HEIGHT   27
#define BAR_HEIGHT   18
#define HEAD_HEIGHT  44
#define TREE_WIDTH   346
#define TEXT_HEIGHT  18.0

/* The tree takes so much of the width at most, and so much if a person wants it. */
#define TREE_SHARE 0.4
#define TREE_LIMIT 0.7

#define TREE_MINIMUM 160
#define TREE_MAXIMUM 700

G_DEFINE_FINAL_TYPE (YdTimelineGrid, yd_timeline_grid, YD_TYPE_GRID)

enum {
  CHOSEN,
  OPENED,
  MENU,
  MOVED,
  STRETCHED,
  DUE_MOVED,
  LINKED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the schedule says of the point in @row; returns whether it says anything. */
gboolean
_yd_timeline_grid_get_dates (YdTimelineGrid *self,
                             guint           row,
                             YdScheduled    *dates)
{
  const YdTimelineRow *item = self->rows != NULL ? yd_timeline_rows_get (self->rows, row) : NULL;

  *dates = (YdScheduled) { YD_DAY_NONE };

  return item != NULL && self->schedule != NULL &&
         yd_schedule_get (self->schedule, item->point, dates);
}

/* Where the bar of @row is; returns whether it has one. */
gboolean
_yd_timeline_grid_get_bar (YdTimelineGrid    *self,
                           guint              row,
                           const YdScheduled *dates,
                           graphene_rect_t   *bar)
{
  double y, height, x, width;

  if (dates->start == YD_DAY_NONE || dates->finish == YD_DAY_NONE)
    return FALSE;

  yd_grid_get_row_span (YD_GRID (self), row, &y, &height);
  x = _yd_timeline_grid_get_x (self, dates->start);
  width = (dates->finish + 1 - dates->start) * self->day_width;
  graphene_rect_init (bar, x, y + (height - self->bar_height) / 2, MAX (width, 3),
                      self->bar_height);

  return TRUE;
}

static void
set_sizes (YdTimelineGrid *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self));
  const int body = yd_text_cache_get_height (texts, YD_TEXT_BODY);
  const int caption = yd_text_cache_get_height (texts, YD_TEXT_CAPTION);
  const guint n_rows = self->rows != NULL ? yd_timeline_rows_get_n_rows (self->rows) : 0;

  self->scale = MAX (body / TEXT_HEIGHT, 1);
  self->row_height = MAX (ROW_HEIGHT, body + 8);
  self->bar_height = MAX (BAR_HEIGHT, caption + 3);
  yd_grid_set_heads_share (YD_GRID (self), self->tree_width > 0 ? TREE_LIMIT : TREE_SHARE);
  yd_grid_set_heads (YD_GRID (self),
                     (int) ((self->tree_width > 0 ? self->tree_width : TREE_WIDTH) * self->scale),
                     MAX (HEAD_HEIGHT, body + caption + 8));
  yd_grid_set_rows (YD_GRID (self), n_rows, self->row_height);
  _yd_timeline_grid_set_days (self);
}

static void
yd_timeline_grid_draw (YdGrid                *grid,
                       GtkSnapshot           *snapshot,
                       YdGridPart             part,
                       const YdGridRange     *range,
                       const graphene_rect_t *area)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (grid);

  if (part == YD_GRID_BODY)
    _yd_timeline_grid_draw_body (self, snapshot, range, area);
  else if (part == YD_GRID_COL_HEAD)
    _yd_timeline_grid_draw_head (self, snapshot, range, area);
  else if (part == YD_GRID_ROW_HEAD)
    _yd_timeline_grid_draw_tree (self, snapshot, range, area);
  else if (part == YD_GRID_CORNER)
    _yd_timeline_grid_draw_corner (self, snapshot, area);
}

static void
yd_timeline_grid_draw_over (YdGrid      *grid,
                            GtkSnapshot *snapshot)
{
  if (YD_TIMELINE_GRID (grid)->drag == YD_DRAG_LINK)
    _yd_timeline_grid_draw_link (YD_TIMELINE_GRID (grid), snapshot);
}

/* Left folds or goes up the tree, Right unfolds or goes down, as in the outline. */
static void
fold_or_go (YdTimelineGrid *self,
            gboolean        unfold,
            guint          *row)
{
  const YdTimelineRow *item = yd_timeline_rows_get (self->rows, *row);
  YdPoint *parent = yd_point_get_parent (item->point);

  if (item->has_children && item->expanded != unfold)
    yd_timeline_rows_set_expanded (self->rows, *row, unfold, FALSE);
  else if (unfold && item->has_children)
    *row += 1;
  else if (!unfold && parent != NULL)
    *row = yd_timeline_rows_find (self->rows, parent);
}

static gboolean
yd_timeline_grid_move (YdGrid     *grid,
                       YdGridMove  move,
                       guint      *row,
                       guint      *col)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (grid);

  if (move == YD_GRID_MOVE_LEFT || move == YD_GRID_MOVE_RIGHT)
    fold_or_go (self, move == YD_GRID_MOVE_RIGHT, row);
  else if (move == YD_GRID_MOVE_SKIP_LEFT || move == YD_GRID_MOVE_SKIP_RIGHT)
    yd_timeline_grid_step (self, move == YD_GRID_MOVE_SKIP_LEFT ? -1 : 1);
  else if (move == YD_GRID_MOVE_HOME || move == YD_GRID_MOVE_END)
    return FALSE;
  else
    YD_GRID_CLASS (yd_timeline_grid_parent_class)->move (grid, move, row, col);

  *col = 0;
  return TRUE;
}

static void
yd_timeline_grid_activate (YdGrid *grid,
                           guint   row,
                           guint   col)
{
  const YdTimelineRow *item = yd_timeline_rows_get (YD_TIMELINE_GRID (grid)->rows, row);

  if (item != NULL)
    g_signal_emit (grid, signals[OPENED], 0, item->point);
}

/* A clock opens when its mark is pressed twice. */
static gboolean
press_clock (YdTimelineGrid  *self,
             const YdGridHit *hit,
             guint            n_press,
             double           x)
{
  const YdTimelineStep *milestone = n_press == 2 && hit->row != YD_GRID_NONE
                                    ? _yd_timeline_grid_find_clock (self, hit->row, x) : NULL;

  if (milestone == NULL)
    return FALSE;

  g_signal_emit (self, signals[OPENED], 0, milestone->clock->row);
  return TRUE;
}

/* The arrow before a point folds it. */
static gboolean
yd_timeline_grid_press (YdGrid          *grid,
                        const YdGridHit *hit,
                        guint            n_press,
                        double           x,
                        double           y)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (grid);
  const YdTimelineRow *item;
  double indent;

  if (hit->part == YD_GRID_BODY)
    return press_clock (self, hit, n_press, x);
  if (hit->part != YD_GRID_ROW_HEAD || hit->row == YD_GRID_NONE)
    return FALSE;

  item = yd_timeline_rows_get (self->rows, hit->row);
  indent = _yd_timeline_grid_get_indent (self, item->level);
  if (!item->has_children || x >= indent || x < indent - 24)
    return FALSE;

  yd_timeline_rows_set_expanded (self->rows, hit->row, !item->expanded, FALSE);
  return TRUE;
}

static void
choose (YdTimelineGrid *self)
{
  const YdTimelineRow *item =
    yd_timeline_rows_get (self->rows, yd_grid_get_current_row (YD_GRID (self)));

  if (self->quiet || item == NULL || !g_set_object (&self->selected, item->point))
    return;

  g_signal_emit (self, signals[CHOSEN], 0, item->point);
}

static void
yd_timeline_grid_menu (YdGrid          *grid,
                       const YdGridHit *hit,
                       double           x,
                       double           y)
{
  if (hit->row == YD_GRID_NONE || hit->row >= yd_grid_get_n_rows (grid))
    return;

  yd_grid_set_current (grid, hit->row, 0);
  choose (YD_TIMELINE_GRID (grid));
  g_signal_emit (grid, signals[MENU], 0, x, y);
}

static void
yd_timeline_grid_current_changed (YdGrid *grid)
{
  choose (YD_TIMELINE_GRID (grid));
  gtk_widget_queue_draw (GTK_WIDGET (grid));
}

static void
yd_timeline_grid_metrics_changed (YdGrid *grid)
{
  set_sizes (YD_TIMELINE_GRID (grid));
}

static void
yd_timeline_grid_dispose (GObject *object)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (object);

  yd_timeline_grid_set_rows (self, NULL);
  g_clear_object (&self->schedule);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->clocks, yd_timeline_clocks_free);
  g_hash_table_remove_all (self->ghosts);

  G_OBJECT_CLASS (yd_timeline_grid_parent_class)->dispose (object);
}

static void
yd_timeline_grid_finalize (GObject *object)
{
  YdTimelineGrid *self = YD_TIMELINE_GRID (object);

  g_array_unref (self->arrows);
  g_hash_table_unref (self->ghosts);
  g_hash_table_unref (self->worst);

  G_OBJECT_CLASS (yd_timeline_grid_parent_class)->finalize (object);
}

static void
make_signals (GType type)
{
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, YD_TYPE_POINT);
  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, YD_TYPE_ROW);

  /* Where the menu of the selected point is asked for. */
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  /* The point, and by how many days its bar is away from where it was. */
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, YD_TYPE_POINT, G_TYPE_INT);

  /* The same of one end of it, and whether that is where it starts. */
  signals[STRETCHED] = g_signal_new ("stretched", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 3, YD_TYPE_POINT, G_TYPE_INT, G_TYPE_BOOLEAN);

  /* The same of its internal target. */
  signals[DUE_MOVED] = g_signal_new ("due-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, YD_TYPE_POINT, G_TYPE_INT);

  /* From which point to which, and whether from its start and to its finish. */
  signals[LINKED] = g_signal_new ("linked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 4, YD_TYPE_POINT, YD_TYPE_POINT, G_TYPE_BOOLEAN,
                                  G_TYPE_BOOLEAN);

  /* Why something is not dragged, for a person, and the point or the clock that can be opened. */
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, YD_TYPE_ROW);
}

static void
yd_timeline_grid_class_init (YdTimelineGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YdGridClass *grid_class = YD_GRID_CLASS (klass);

  object_class->dispose = yd_timeline_grid_dispose;
  object_class->finalize = yd_timeline_grid_finalize;
  grid_class->draw = yd_timeline_grid_draw;
  grid_class->draw_over = yd_timeline_grid_draw_over;
  grid_class->dup_name = _yd_timeline_grid_dup_name;
  grid_class->dup_tooltip = _yd_timeline_grid_dup_tooltip;
  grid_class->move = yd_timeline_grid_move;
  grid_class->activate = yd_timeline_grid_activate;
  grid_class->press = yd_timeline_grid_press;
  grid_class->menu = yd_timeline_grid_menu;
  grid_class->current_changed = yd_timeline_grid_current_changed;
  grid_class->zoom = _yd_timeline_grid_zoom;
  grid_class->metrics_changed = yd_timeline_grid_metrics_changed;

  make_signals (G_TYPE_FROM_CLASS (klass));
}

static void
yd_timeline_grid_init (YdTimelineGrid *self)
{
  self->zoom = YD_TIMELINE_WEEK;
  self->arrows = g_array_new (FALSE, FALSE, sizeof (YdTimelineArrow));
  self->ghosts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->worst = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  yd_grid_set_by_row (YD_GRID (self), TRUE);
  set_sizes (self);
  _yd_timeline_grid_init_drag (self);
}

/* The rows are other ones: the selected point stays the current row. */
static void
rows_changed_cb (YdTimelineGrid *self)
{
  const guint n_rows = yd_timeline_rows_get_n_rows (self->rows);
  guint row;

  self->quiet = TRUE;
  yd_grid_set_rows (YD_GRID (self), n_rows, self->row_height);
  row = self->selected != NULL ? yd_timeline_rows_find_shown (self->rows, self->selected)
                               : YD_TIMELINE_NO_ROW;
  if (row != YD_TIMELINE_NO_ROW)
    yd_grid_set_current (YD_GRID (self), row, 0);
  self->quiet = FALSE;

  g_hash_table_remove_all (self->worst);
  _yd_timeline_grid_find_arrows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * yd_timeline_grid_set_rows:
 * @self: a timeline
 * @rows: (nullable): which points it shows
 */
void
yd_timeline_grid_set_rows (YdTimelineGrid *self,
                           YdTimelineRows *rows)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  if (self->rows == rows)
    return;

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  g_set_object (&self->rows, rows);
  if (rows == NULL)
    return;

  g_signal_connect_object (rows, "changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rows_changed_cb (self);
}

/**
 * yd_timeline_grid_set_schedule:
 * @self: a timeline
 * @schedule: (nullable): what says when
 */
void
yd_timeline_grid_set_schedule (YdTimelineGrid *self,
                               YdSchedule     *schedule)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  if (g_set_object (&self->schedule, schedule))
    yd_timeline_grid_update (self);
}

/* The schedule has other dates now. */
void
yd_timeline_grid_update (YdTimelineGrid *self)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  g_hash_table_remove_all (self->worst);
  _yd_timeline_grid_set_days (self);
  _yd_timeline_grid_find_arrows (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer none) (nullable): the point of the current row */
YdPoint *
yd_timeline_grid_get_selected (YdTimelineGrid *self)
{
  g_return_val_if_fail (YD_IS_TIMELINE_GRID (self), NULL);

  return self->selected;
}

/* Shows @point as the selected one, where it is not folded away, and says nothing. */
void
yd_timeline_grid_set_selected (YdTimelineGrid *self,
                               YdPoint        *point)
{
  guint row;

  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  if (!g_set_object (&self->selected, point) || self->rows == NULL)
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  row = point != NULL ? yd_timeline_rows_reveal (self->rows, point) : YD_TIMELINE_NO_ROW;
  if (row == YD_TIMELINE_NO_ROW)
    return;

  self->quiet = TRUE;
  yd_grid_set_current (YD_GRID (self), row, 0);
  yd_grid_scroll_to_cell (YD_GRID (self), row, 0);
  self->quiet = FALSE;
}

/**
 * yd_timeline_grid_set_ghosts:
 * @self: a timeline
 * @ghosts: (array length=n_ghosts): bars where they would be
 * @n_ghosts: how many; zero for none
 */
void
yd_timeline_grid_set_ghosts (YdTimelineGrid *self,
                             const YdGhost  *ghosts,
                             guint           n_ghosts)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  g_hash_table_remove_all (self->ghosts);
  for (guint i = 0; i < n_ghosts; i++)
    g_hash_table_insert (self->ghosts, ghosts[i].point, g_memdup2 (&ghosts[i], sizeof *ghosts));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: how wide a person made the tree, at the usual size of text, or 0 */
int
yd_timeline_grid_get_tree_width (YdTimelineGrid *self)
{
  g_return_val_if_fail (YD_IS_TIMELINE_GRID (self), 0);

  return self->tree_width;
}

/* @width is that at the usual size of text, or 0 for what is usual. */
void
yd_timeline_grid_set_tree_width (YdTimelineGrid *self,
                                 int             width)
{
  g_return_if_fail (YD_IS_TIMELINE_GRID (self));

  if (width > 0)
    width = CLAMP (width, TREE_MINIMUM, TREE_MAXIMUM);
  if (self->tree_width == width)
    return;

  self->tree_width = width;
  set_sizes (self);
}
