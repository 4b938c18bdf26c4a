/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-view-private.h"

#include <glib/gi18n-lib.h>

#include "yd-legend.h"

/**
 * YdTimelineView:
 *
 * What moves what: the points beside bars of their days, in a window that scrolls. It
 * stands between the session and the grid, which draws.
 */

/* A legend is shown where the view is so wide, at the usual height of a line. */
#define LEGEND_WIDTH 860
#define TEXT_HEIGHT  18.0

G_DEFINE_FINAL_TYPE (YdTimelineView, yd_timeline_view, YD_TYPE_CALENDAR_VIEW)

static YdSession *
get_session (YdTimelineView *self)
{
  return yd_calendar_view_get_session (YD_CALENDAR_VIEW (self));
}

/* The heading needs the room more than the legend does. */
static void
show_legend (YdTimelineView *self)
{
  YdTextCache *texts = yd_grid_get_texts (YD_GRID (self->grid));
  const double scale = yd_text_cache_get_height (texts, YD_TEXT_BODY) / TEXT_HEIGHT;

  if (self->legend != NULL)
    gtk_widget_set_visible (self->legend,
                            gtk_widget_get_width (GTK_WIDGET (self)) >= LEGEND_WIDTH * scale);
}

/* `2017年6月至12月`, what can be seen. */
static void
show_heading (YdTimelineView *self)
{
  const YdDay first = yd_timeline_grid_get_first_day (self->grid);
  const YdDay last = yd_timeline_grid_get_last_day (self->grid);
  g_autofree char *heading = NULL;
  g_autofree char *short_heading = NULL;
  int year, month, last_year, last_month;

  yd_day_split (first, &year, &month, NULL);
  yd_day_split (last, &last_year, &last_month, NULL);
  if (first == YD_DAY_NONE || self->plan == NULL)
    heading = NULL;
  else if (year != last_year)
    /* Translators: from a month of a year to a month of another one */
    heading = g_strdup_printf (_("%d-%02d to %d-%02d"), year, month, last_year, last_month);
  else if (month != last_month)
    /* Translators: a year, from a month of it to another one */
    {
      heading = g_strdup_printf (_("%d-%02d to %02d"), year, month, last_month);
      /* Translators: from a month to another one of the same year */
      short_heading = g_strdup_printf (_("%02d to %02d"), month, last_month);
    }
  else
    heading = g_strdup_printf (_("%d-%02d"), year, month);

  yd_calendar_view_set_heading (YD_CALENDAR_VIEW (self), heading, short_heading, NULL);
  yd_calendar_view_set_zoom_words (YD_CALENDAR_VIEW (self),
    yd_timeline_zoom_get_words (yd_timeline_grid_get_zoom (self->grid)));
}

static void
show_place (YdTimelineView *self)
{
  const gboolean empty = yd_timeline_rows_get_n_rows (self->rows) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "chart");
}

static void
yd_timeline_view_filter_changed (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);

  yd_timeline_rows_rebuild (self->rows);
  show_place (self);
}

/* Who goes on to another point has dropped what was tried with the last one. */
static void
yd_timeline_view_selected_changed (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);
  YdSession *session = get_session (self);
  YdPoint *point = session != NULL ? yd_session_get_selected (session) : NULL;

  if (self->moving != NULL && self->moving != point)
    _yd_timeline_view_drop (self);
  yd_timeline_grid_set_selected (self->grid, point);
}

static void
yd_timeline_view_dates_changed (YdCalendarView *view)
{
  yd_timeline_grid_update (YD_TIMELINE_VIEW (view)->grid);
}

static void
show_clocks (YdTimelineView *self)
{
  YdSession *session = get_session (self);

  yd_timeline_grid_set_clocks (self->grid, self->schedule == NULL || session == NULL ? NULL
                                           : yd_timeline_clocks_new (self->schedule,
                                               yd_session_get_now (session)));
}

static void
yd_timeline_view_schedule_changed (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);

  g_set_object (&self->schedule, yd_calendar_view_get_schedule (view));
  yd_timeline_grid_set_schedule (self->grid, self->schedule);
  show_clocks (self);
}

static void
yd_timeline_view_committed (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);

  _yd_timeline_view_drop (self);
  yd_timeline_rows_rebuild (self->rows);
  show_clocks (self);
  yd_timeline_grid_update (self->grid);
  show_place (self);
}

static void
restore (YdTimelineView *self)
{
  g_autoptr(GVariant) state = g_steal_pointer (&self->state);
  g_autoptr(GVariant) expanded = NULL;
  const char *zoom;
  int tree;

  if (state == NULL)
    return;

  expanded = g_variant_lookup_value (state, "expanded", G_VARIANT_TYPE_STRING_ARRAY);
  if (expanded != NULL)
    yd_timeline_rows_restore (self->rows, expanded);
  if (g_variant_lookup (state, "zoom", "&s", &zoom))
    for (guint i = 0; i < YD_N_TIMELINE_ZOOMS; i++)
      if (g_str_equal (zoom, yd_timeline_zoom_get_name (i)))
        yd_timeline_grid_set_zoom (self->grid, i);
  yd_timeline_grid_set_tree_width (self->grid,
                                   g_variant_lookup (state, "tree", "i", &tree) ? tree : 0);
}

static void
yd_timeline_view_plan_changed (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);
  YdSession *session = get_session (self);
  YdPlan *plan = yd_calendar_view_get_plan (view);

  _yd_timeline_view_drop (self);
  if (g_set_object (&self->plan, plan))
    self->placed = FALSE;
  yd_timeline_rows_set_plan (self->rows, plan,
                             session != NULL ? yd_session_get_filter (session) : NULL);
  yd_timeline_view_schedule_changed (view);
  if (plan != NULL)
    restore (self);
  yd_timeline_view_selected_changed (view);
  show_place (self);
  show_heading (self);
}

static void
chosen_cb (YdTimelineView *self,
           YdPoint        *point)
{
  yd_session_set_selected (get_session (self), point);
}

/* A bar is of the point, and so of all its deadlines. */
static void
menu_cb (YdTimelineView *self,
         double          x,
         double          y)
{
  YdPoint *point = yd_timeline_grid_get_selected (self->grid);
  YdScheduled scheduled;

  if (point != NULL && self->schedule != NULL &&
      yd_schedule_get (self->schedule, point, &scheduled))
    yd_calendar_view_open_menu (YD_CALENDAR_VIEW (self), GTK_WIDGET (self->grid), x, y, point,
                                NULL);
}

/* A point, which is looked at beside the chart, or a clock. */
static void
opened_cb (YdTimelineView *self,
           YdRow          *row)
{
  if (_yd_timeline_view_is_pending (self))
    {
      _yd_timeline_view_confirm (self);
      return;
    }

  yd_calendar_view_open (YD_CALENDAR_VIEW (self), row);
}

static void
refused_cb (YdTimelineView *self,
            const char     *words,
            YdRow          *row)
{
  yd_calendar_view_refuse (YD_CALENDAR_VIEW (self), words, row);
}

static void
moved_cb (YdTimelineView *self,
          YdPoint        *point,
          int             n_days)
{
  yd_session_set_selected (get_session (self), point);
  _yd_timeline_view_drag (self, point, n_days);
}

static void
due_moved_cb (YdTimelineView *self,
              YdPoint        *point,
              int             n_days)
{
  yd_session_set_selected (get_session (self), point);
  _yd_timeline_view_drag_due (self, point, n_days);
}

static void
stretched_cb (YdTimelineView *self,
              YdPoint        *point,
              int             n_days,
              gboolean        at_start)
{
  yd_session_set_selected (get_session (self), point);
  _yd_timeline_view_stretch (self, point, n_days, at_start);
}

static void
linked_cb (YdTimelineView *self,
           YdPoint        *pred,
           YdPoint        *succ,
           gboolean        from_start,
           gboolean        to_finish)
{
  _yd_timeline_view_link (self, pred, succ, from_start, to_finish);
}

static void
confirmed_cb (YdTimelineView *self)
{
  _yd_timeline_view_confirm (self);
}

static void
dropped_cb (YdTimelineView *self)
{
  _yd_timeline_view_drop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* A plan that begins within so many days shows today too. */
#define SOON 62

/* Where a plan is opened for the first time: today, or else where it begins. */
static void
place (YdTimelineView *self)
{
  YdDay first, last, today;

  if (self->placed || self->schedule == NULL)
    return;

  self->placed = TRUE;
  yd_schedule_get_range (self->schedule, &first, &last);
  today = yd_schedule_get_today (self->schedule);
  if (first != YD_DAY_NONE && today >= first && today <= last + 31)
    yd_timeline_grid_scroll_to_day (self->grid, today, 0.4);
  else if (first != YD_DAY_NONE)
    yd_timeline_grid_scroll_to_day (self->grid,
                                    (today < first && today > first - SOON ? today : first) - 5,
                                    0);
}

static gboolean
heading_cb (gpointer user_data)
{
  YdTimelineView *self = user_data;

  self->heading_id = 0;
  show_legend (self);
  show_heading (self);

  return G_SOURCE_REMOVE;
}

/* The room for the chart is known only now; but the toolbar has its room already, and
 * may not ask for another one before the next frame.
 */
static void
adjusted_cb (YdTimelineView *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self->grid)) > 0)
    place (self);
  if (self->heading_id == 0)
    self->heading_id = g_idle_add (heading_cb, self);
}

static void
yd_timeline_view_step (YdCalendarView *view,
                       int             n)
{
  yd_timeline_grid_step (YD_TIMELINE_VIEW (view)->grid, n);
}

static void
yd_timeline_view_go_today (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);

  if (self->schedule != NULL)
    yd_timeline_grid_scroll_to_day (self->grid, yd_schedule_get_today (self->schedule), 0.5);
}

/* What is late by the minute is another colour now. */
static void
yd_timeline_view_minute_passed (YdCalendarView *view)
{
  show_clocks (YD_TIMELINE_VIEW (view));
}

static void
yd_timeline_view_zoom (YdCalendarView *view,
                       int             step)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);

  yd_grid_zoom (YD_GRID (self->grid), step);
  show_heading (self);
}

static GtkWidget *
yd_timeline_view_create_tools (YdCalendarView *view)
{
  GtkWidget *legend = yd_legend_new ();

  yd_legend_add (YD_LEGEND (legend), "yd-swatch critical", NULL, _("Critical Path"));
  yd_legend_add (YD_LEGEND (legend), "yd-swatch other", NULL, _("Other"));
  yd_legend_add (YD_LEGEND (legend), "yd-swatch rest", NULL, _("Rest Day"));
  YD_TIMELINE_VIEW (view)->legend = legend;

  return legend;
}

static GVariant *
yd_timeline_view_dup_state (YdCalendarView *view)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (self->plan == NULL)
    return NULL;

  g_variant_dict_insert (&dict, "zoom", "s",
                         yd_timeline_zoom_get_name (yd_timeline_grid_get_zoom (self->grid)));
  if (yd_timeline_grid_get_tree_width (self->grid) > 0)
    g_variant_dict_insert (&dict, "tree", "i", yd_timeline_grid_get_tree_width (self->grid));
  g_variant_dict_insert_value (&dict, "expanded", yd_timeline_rows_dup_expanded (self->rows));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
yd_timeline_view_restore_state (YdCalendarView *view,
                                GVariant       *state)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (view);

  g_clear_pointer (&self->state, g_variant_unref);
  self->state = g_variant_ref (state);
  if (self->plan != NULL)
    restore (self);
}

static gboolean
yd_timeline_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_TIMELINE_VIEW (widget)->grid));
}

static void
clear_filter_cb (YdTimelineView *self)
{
  yd_point_filter_clear (yd_session_get_filter (get_session (self)));
}

static void
yd_timeline_view_dispose (GObject *object)
{
  YdTimelineView *self = YD_TIMELINE_VIEW (object);

  yd_calendar_view_set_session (YD_CALENDAR_VIEW (self), NULL);
  g_clear_pointer (&self->pending, yd_edit_unref);
  g_clear_object (&self->moving);
  g_clear_handle_id (&self->heading_id, g_source_remove);
  self->legend = NULL;
  if (self->grid != NULL)
    yd_timeline_grid_set_rows (self->grid, NULL);
  g_clear_object (&self->rows);
  g_clear_object (&self->plan);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->state, g_variant_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_TIMELINE_VIEW);

  G_OBJECT_CLASS (yd_timeline_view_parent_class)->dispose (object);
}

static void
override_view (YdCalendarViewClass *view_class)
{
  view_class->plan_changed = yd_timeline_view_plan_changed;
  view_class->schedule_changed = yd_timeline_view_schedule_changed;
  view_class->dates_changed = yd_timeline_view_dates_changed;
  view_class->selected_changed = yd_timeline_view_selected_changed;
  view_class->committed = yd_timeline_view_committed;
  view_class->filter_changed = yd_timeline_view_filter_changed;
  view_class->step = yd_timeline_view_step;
  view_class->go_today = yd_timeline_view_go_today;
  view_class->minute_passed = yd_timeline_view_minute_passed;
  view_class->zoom = yd_timeline_view_zoom;
  view_class->create_tools = yd_timeline_view_create_tools;
  view_class->dup_state = yd_timeline_view_dup_state;
  view_class->restore_state = yd_timeline_view_restore_state;
}

static void
yd_timeline_view_class_init (YdTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_timeline_view_dispose;
  widget_class->grab_focus = yd_timeline_view_grab_focus;
  override_view (YD_CALENDAR_VIEW_CLASS (klass));

  g_type_ensure (YD_TYPE_TIMELINE_GRID);
  g_type_ensure (YD_TYPE_PREVIEW_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-timeline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YdTimelineView, stack);
  gtk_widget_class_bind_template_child (widget_class, YdTimelineView, grid);
  gtk_widget_class_bind_template_child (widget_class, YdTimelineView, bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, stretched_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, linked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
}

static void
yd_timeline_view_init (YdTimelineView *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = yd_timeline_rows_new ();
  yd_timeline_grid_set_rows (self->grid, self->rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline"), -1);

  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->grid));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjusted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjusted_cb), self,
                           G_CONNECT_SWAPPED);

  _yd_timeline_view_init_keys (self);
}
