/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-sheet-maker.h"

/**
 * YdMatrixPage:
 *
 * Who answers for what: the sheet, its tools, and below it the current cell in words with the
 * sentence that it came from. It stands between the session and the grid.
 */

G_DEFINE_FINAL_TYPE (YdMatrixPage, yd_matrix_page, YD_TYPE_PAGE)

#define READ_POINTS 1000        /* that are looked at in one go */

YdSession *
_yd_matrix_page_get_session (YdMatrixPage *self)
{
  return yd_page_get_session (YD_PAGE (self));
}

YdPlan *
_yd_matrix_page_get_plan (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);

  return session != NULL ? yd_session_get_plan (session) : NULL;
}

/* Nothing to see, nothing that fits, or the sheet. */
static void
show_place (YdMatrixPage *self)
{
  YdPlan *plan = _yd_matrix_page_get_plan (self);
  const gboolean empty = plan == NULL ||
                         g_list_model_get_n_items (yd_plan_get_points (plan)) == 0 ||
                         g_list_model_get_n_items (yd_plan_get_units (plan)) == 0;
  const gboolean nothing = self->matrix != NULL &&
                           (yd_matrix_get_n_rows (self->matrix) == 0 ||
                            yd_matrix_get_n_columns (self->matrix) == 0);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "content");
  gtk_stack_set_visible_child_name (self->place, nothing ? "nothing" : "sheet");
}

/* The point is selected everywhere. */
static void
chosen_cb (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  YdPoint *point = yd_matrix_grid_get_point (self->grid);

  _yd_matrix_page_show_line (self);
  _yd_matrix_page_show_look (self);
  if (session == NULL || self->placing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->placing = TRUE;
  yd_session_set_selected (session, point);
  self->placing = FALSE;
}

static void
selected_cb (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  YdPoint *point = session != NULL ? yd_session_get_selected (session) : NULL;

  if (self->placing || self->matrix == NULL || point == NULL)
    return;

  self->placing = TRUE;
  yd_matrix_grid_go (self->grid, point, NULL);
  _yd_matrix_page_show_line (self);
  self->placing = FALSE;
}

static void
opened_cb (YdMatrixPage *self)
{
  _yd_matrix_page_open_sentence (self);
}

static void
menu_cb (YdMatrixPage *self,
         double        x,
         double        y)
{
  _yd_matrix_page_open_menu (self, x, y);
}

static void
acted_cb (YdMatrixPage *self,
          guint         act)
{
  _yd_matrix_page_act (self, act);
}

static void
dropped_cb (YdMatrixPage *self,
            YdRow        *unit,
            YdPoint      *point)
{
  _yd_matrix_page_drop (self, unit, point);
}

static void
changed_cb (YdMatrixPage *self)
{
  show_place (self);
  _yd_matrix_page_show_line (self);
}

static void
set_matrix (YdMatrixPage *self,
            YdMatrix     *matrix)
{
  if (self->matrix != NULL)
    g_signal_handlers_disconnect_by_func (self->matrix, changed_cb, self);
  g_set_object (&self->matrix, matrix);
  if (matrix != NULL)
    g_signal_connect_object (matrix, "changed", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
}

/* Nobody has chosen anything yet: the first mark of the first point is as good as any. */
static void
place_first (YdMatrixPage *self)
{
  const guint n_rows = yd_matrix_get_n_rows (self->matrix);
  const guint n_columns = yd_matrix_get_n_columns (self->matrix);

  for (guint row = 0; row < MIN (n_rows, 50); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        YdMatrixColumn unit;
        YdMatrixCell cell;
        YdMatrixRow point;

        if (!yd_matrix_get_cell (self->matrix, row, column, &cell))
          continue;

        yd_matrix_get_row (self->matrix, row, &point);
        yd_matrix_get_column (self->matrix, column, &unit);
        yd_matrix_grid_go (self->grid, point.point, unit.unit);
        return;
      }
}

/* The matrix is all there; what is seen of it comes at once. The filter goes on from plan to plan,
 * but what was changed is of one of them.
 */
static void
take_matrix (YdMatrixPage *self,
             YdMatrix     *matrix)
{
  set_matrix (self, matrix);
  yd_matrix_freeze (matrix);
  _yd_matrix_page_restore (self);
  if (*self->since != '\0')
    _yd_matrix_page_find_changed (self);
  _yd_matrix_page_apply_look (self);
  yd_matrix_thaw (matrix);
  yd_matrix_grid_set_matrix (self->grid, matrix);
  yd_quotes_read (self->quotes, _yd_matrix_page_get_session (self));
  self->placing = TRUE;
  place_first (self);
  self->placing = FALSE;
  selected_cb (self);
}

static void
show_all (YdMatrixPage *self)
{
  show_place (self);
  _yd_matrix_page_show_look (self);
  _yd_matrix_page_show_line (self);
}

static void
stop_waiting (YdMatrixPage *self)
{
  g_clear_handle_id (&self->make_id, g_source_remove);
  g_clear_object (&self->coming);
  yd_page_set_busy (YD_PAGE (self), FALSE);
}

/* Reads on in the plan. Returns: whether there is more to do */
static gboolean
make_more (YdMatrixPage *self,
           guint         n_points)
{
  g_autoptr(YdMatrix) matrix = NULL;

  if (self->coming == NULL)
    self->coming = yd_matrix_new_unread (_yd_matrix_page_get_plan (self),
      yd_session_get_schedule (_yd_matrix_page_get_session (self)));
  if (!yd_matrix_read_next (self->coming, n_points))
    return TRUE;

  matrix = g_steal_pointer (&self->coming);
  stop_waiting (self);
  take_matrix (self, matrix);
  show_all (self);

  return FALSE;
}

static gboolean
make_cb (gpointer user_data)
{
  return make_more (user_data, READ_POINTS);
}

/* It takes a while, as does what is going on when a plan comes or the page does, and the window
 * should answer in between. It comes before the next frame, so that nobody sees an empty sheet.
 */
static void
want_matrix (YdMatrixPage *self)
{
  if (_yd_matrix_page_get_plan (self) == NULL || self->matrix != NULL || self->make_id != 0)
    return;

  self->make_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, make_cb, self, NULL);
  yd_page_set_busy (YD_PAGE (self), TRUE);
}

static void
plan_cb (YdMatrixPage *self)
{
  stop_waiting (self);
  self->in_sight = FALSE;
  yd_matrix_grid_set_matrix (self->grid, NULL);
  set_matrix (self, NULL);
  _yd_matrix_page_forget_changed (self);
  g_clear_pointer (&self->state, g_variant_unref);
  if (yd_quotes_get_plan (self->quotes) != _yd_matrix_page_get_plan (self))
    yd_quotes_drop (self->quotes);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    want_matrix (self);
  show_all (self);
}

static void
saved_cb (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);

  if (self->matrix != NULL && yd_session_get_saved (session))
    yd_quotes_read (self->quotes, session);
}

/* Other days, the same points: what is folded and chosen stays. */
static void
schedule_cb (YdMatrixPage *self)
{
  g_autoptr(GVariant) state = NULL;

  g_clear_object (&self->coming);
  if (self->matrix == NULL)
    return;

  state = yd_page_dup_state (YD_PAGE (self));
  plan_cb (self);
  yd_page_restore_state (YD_PAGE (self), state);
}

/* What is in the state that is asked for may be other points now. */
static void
committed_cb (YdMatrixPage *self)
{
  YdPointFilter *filter = yd_session_get_filter (_yd_matrix_page_get_session (self));

  if (yd_point_filter_get_state (filter) != YD_POINT_STATE_ANY)
    _yd_matrix_page_apply_look (self);
  show_place (self);
}

static void
proposed_cb (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);

  yd_matrix_grid_set_has_proposed (self->grid, session != NULL &&
                                               yd_session_get_n_proposed (session) > 0);
}

static void
filter_cb (YdMatrixPage *self)
{
  YdPointFilter *filter = yd_session_get_filter (_yd_matrix_page_get_session (self));
  GtkEditable *entry = GTK_EDITABLE (self->search);
  const char *text = yd_point_filter_get_text (filter);

  if (text == NULL)
    text = "";
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
  _yd_matrix_page_apply_look (self);
}

static void
search_cb (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);

  if (session != NULL)
    yd_point_filter_set_text (yd_session_get_filter (session),
                              gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (YdMatrixPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
yd_matrix_page_session_changed (YdPage *page)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);
  YdSession *session = yd_page_get_session (page);

  g_signal_group_set_target (self->signals, session);
  g_signal_group_set_target (self->filter_signals,
                             session != NULL ? yd_session_get_filter (session) : NULL);
  plan_cb (self);
  proposed_cb (self);
}

static gboolean
yd_matrix_page_focus_content (YdPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_MATRIX_PAGE (page)->grid));
}

/* The sheet as it is shown; nothing while nothing is. */
static YdPageMaker *
yd_matrix_page_create_maker (YdPage *page)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (page);
  YdMatrixSheetFlags flags = YD_MATRIX_SHEET_DEFAULT;

  while (self->make_id != 0)
    make_more (self, G_MAXUINT);
  if (self->matrix == NULL || yd_matrix_get_n_rows (self->matrix) == 0 ||
      yd_matrix_get_n_columns (self->matrix) == 0)
    return NULL;

  if (yd_matrix_grid_get_coloring (self->grid) == YD_MATRIX_COLOR_LIGHT)
    flags |= YD_MATRIX_SHEET_LIGHTS;
  if (yd_matrix_grid_get_transposed (self->grid))
    flags |= YD_MATRIX_SHEET_TRANSPOSED;

  return yd_sheet_maker_new (self->matrix, flags);
}

static const char *
yd_matrix_page_get_export (YdPage *page)
{
  return "matrix";
}

static void
yd_matrix_page_map (GtkWidget *widget)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (widget);

  GTK_WIDGET_CLASS (yd_matrix_page_parent_class)->map (widget);
  want_matrix (self);
  selected_cb (self);
  show_all (self);
}

static void
yd_matrix_page_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (widget);

  GTK_WIDGET_CLASS (yd_matrix_page_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (self->menu != NULL)
    gtk_popover_present (self->menu);
}

static void
yd_matrix_page_dispose (GObject *object)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (object);

  yd_page_set_session (YD_PAGE (self), NULL);
  g_clear_handle_id (&self->make_id, g_source_remove);
  g_clear_object (&self->coming);
  g_clear_object (&self->signals);
  g_clear_object (&self->filter_signals);
  g_clear_pointer (&self->finding, yd_reading_free);
  set_matrix (self, NULL);
  g_clear_pointer (&self->state, g_variant_unref);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_MATRIX_PAGE);

  G_OBJECT_CLASS (yd_matrix_page_parent_class)->dispose (object);
}

static void
yd_matrix_page_finalize (GObject *object)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (object);

  g_free (self->chapter);
  g_free (self->kind);
  g_free (self->role);
  g_free (self->light);
  g_free (self->since);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_object (&self->quotes);

  G_OBJECT_CLASS (yd_matrix_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
    "/io/github/yaodian/Yaodian/ui/yd-matrix-page.ui");
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, stack);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, place);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, grid);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, filter_button);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, chapter_pill);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, kind_pill);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, role_pill);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, light_pill);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, search);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, find_bar);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, find);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, coloring_button);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, order_button);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, coloring_label);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, order_label);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, zoom_label);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, mark);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, line);
  gtk_widget_class_bind_template_child (klass, YdMatrixPage, rest);
  gtk_widget_class_bind_template_callback (klass, chosen_cb);
  gtk_widget_class_bind_template_callback (klass, opened_cb);
  gtk_widget_class_bind_template_callback (klass, menu_cb);
  gtk_widget_class_bind_template_callback (klass, acted_cb);
  gtk_widget_class_bind_template_callback (klass, dropped_cb);
  gtk_widget_class_bind_template_callback (klass, search_cb);
  gtk_widget_class_bind_template_callback (klass, stop_search_cb);
}

static void
yd_matrix_page_class_init (YdMatrixPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YdPageClass *page_class = YD_PAGE_CLASS (klass);

  object_class->dispose = yd_matrix_page_dispose;
  object_class->finalize = yd_matrix_page_finalize;
  object_class->get_property = _yd_matrix_page_get_look;
  object_class->set_property = _yd_matrix_page_set_look;
  widget_class->map = yd_matrix_page_map;
  widget_class->size_allocate = yd_matrix_page_size_allocate;
  page_class->session_changed = yd_matrix_page_session_changed;
  page_class->focus_content = yd_matrix_page_focus_content;
  page_class->find = _yd_matrix_page_open_find;
  page_class->create_maker = yd_matrix_page_create_maker;
  page_class->copy = _yd_matrix_page_copy;
  page_class->paste = _yd_matrix_page_paste;
  page_class->get_export = yd_matrix_page_get_export;
  page_class->dup_state = _yd_matrix_page_dup_state;
  page_class->restore_state = _yd_matrix_page_restore_state;

  g_type_ensure (YD_TYPE_MATRIX_GRID);
  g_type_ensure (YD_TYPE_FILTER_PILL);
  g_type_ensure (YD_TYPE_ROLE_MARK);
  g_type_ensure (YD_TYPE_UNIT_ENTRY);
  bind_children (widget_class);
  _yd_matrix_page_install_look (widget_class);
  _yd_matrix_page_install_edits (widget_class);
  _yd_matrix_page_install_find (widget_class);
  _yd_matrix_page_install_view (widget_class);
}

/* The room for the sheet is known only now. */
static void
room_cb (YdMatrixPage  *self,
         GtkAdjustment *adjustment)
{
  YdGrid *grid = YD_GRID (self->grid);

  if (self->in_sight || self->matrix == NULL || gtk_adjustment_get_page_size (adjustment) <= 0 ||
      yd_grid_get_n_rows (grid) == 0 || yd_grid_get_n_cols (grid) == 0)
    return;

  self->in_sight = TRUE;
  yd_grid_scroll_to_cell (grid, yd_grid_get_current_row (grid), yd_grid_get_current_col (grid));
}

static void
connect_session (YdMatrixPage *self)
{
  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::plan", G_CALLBACK (plan_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::schedule", G_CALLBACK (schedule_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::selected", G_CALLBACK (selected_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::n-proposed", G_CALLBACK (proposed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::saved", G_CALLBACK (saved_cb), self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
  self->filter_signals = g_signal_group_new (YD_TYPE_POINT_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_cb), self);
}

static void
yd_matrix_page_init (YdMatrixPage *self)
{
  GtkAdjustment *adjustment;

  self->chapter = g_strdup ("");
  self->kind = g_strdup ("");
  self->role = g_strdup ("");
  self->light = g_strdup ("");
  self->since = g_strdup ("");
  self->quotes = yd_quotes_new ();
  g_signal_connect_object (self->quotes, "changed", G_CALLBACK (_yd_matrix_page_show_line), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_page_set_wide (YD_PAGE (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Assignments"), -1);
  connect_session (self);
  _yd_matrix_page_init_find (self);
  _yd_matrix_page_init_menus (self);
  _yd_matrix_page_show_look (self);

  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->grid));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (room_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (_yd_matrix_page_show_line),
                           self, G_CONNECT_SWAPPED);
}

/* Returns: (transfer none): the sheet */
YdMatrixGrid *
yd_matrix_page_get_grid (YdMatrixPage *self)
{
  g_return_val_if_fail (YD_IS_MATRIX_PAGE (self), NULL);

  return self->grid;
}
