/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-view-private.h"

#include <glib/gi18n-lib.h>

#include "yd-legend.h"
#include "yd-month-days.h"

/**
 * YdMonthView:
 *
 * What is due, and which days count: a month over a year in one line. It stands between
 * the session and the grid, which draws.
 */

G_DEFINE_FINAL_TYPE (YdMonthView, yd_month_view, YD_TYPE_CALENDAR_VIEW)

YdSession *
_yd_month_view_get_session (YdMonthView *self)
{
  return yd_calendar_view_get_session (YD_CALENDAR_VIEW (self));
}

/* What is due is another. */
static void
forget (YdMonthView *self)
{
  YdSession *session = _yd_month_view_get_session (self);
  const gboolean filtered =
    session != NULL && yd_point_filter_get_active (yd_session_get_filter (session));

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->chips, yd_month_chips_unref);
  self->year = 0;
  if (self->clear_filter != NULL)
    gtk_widget_set_visible (self->clear_filter, filtered);
}

/* Everything is put together anew. */
static void
update (YdMonthView *self)
{
  forget (self);
  _yd_month_view_show_month (self);
}

static gboolean
update_cb (gpointer user_data)
{
  YdMonthView *self = user_data;

  self->update_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* Not while nobody looks: a page that is hidden catches up when it is shown. */
static void
queue_update (YdMonthView *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add (update_cb, self);
}

/* A point that was selected elsewhere is looked for in its month. */
static void
go_to_selected (YdMonthView *self)
{
  YdSession *session = _yd_month_view_get_session (self);
  YdPoint *point = session != NULL ? yd_session_get_selected (session) : NULL;
  YdScheduled scheduled;

  if (point != NULL && self->schedule != NULL &&
      yd_schedule_get (self->schedule, point, &scheduled) && yd_day_is_in_range (scheduled.due) &&
      yd_month_get_first (scheduled.due) != yd_month_grid_get_month (self->grid))
    yd_month_grid_go_to (self->grid, scheduled.due);
}

static void
yd_month_view_selected_changed (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);
  YdSession *session = _yd_month_view_get_session (self);

  yd_month_grid_set_selected (self->grid,
                              session != NULL ? yd_session_get_selected (session) : NULL);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    go_to_selected (self);
}

/* Where a plan is opened for the first time: today, or else where it begins. */
static YdDay
find_place (YdMonthView *self)
{
  const YdDay today = yd_schedule_get_today (self->schedule);
  YdDay first, last;

  yd_schedule_get_range (self->schedule, &first, &last);
  if (first != YD_DAY_NONE && (today < first - 31 || today > last + 31))
    return yd_day_is_in_range (first) ? first : today;

  return today;
}

static void
yd_month_view_plan_changed (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);
  const gboolean another = g_set_object (&self->plan, yd_calendar_view_get_plan (view));

  _yd_month_view_drop_move (self);
  gtk_popover_popdown (GTK_POPOVER (self->list));
  g_set_object (&self->schedule, yd_calendar_view_get_schedule (view));
  forget (self);
  if (another && self->schedule != NULL)
    yd_month_grid_go_to (self->grid, find_place (self));
  if (self->chips == NULL)      /* it stayed in its month: another one is shown already */
    _yd_month_view_show_month (self);
  yd_month_view_selected_changed (view);
}

/* That of another plan came with it. */
static void
yd_month_view_schedule_changed (YdCalendarView *view)
{
  if (YD_MONTH_VIEW (view)->schedule != yd_calendar_view_get_schedule (view))
    yd_month_view_plan_changed (view);
}

static void
yd_month_view_show_others (YdCalendarView *view)
{
  queue_update (YD_MONTH_VIEW (view));
}

/* Chips name rows that may be gone now, so this cannot wait; but who is not looked at does. */
static void
yd_month_view_committed (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);

  if (self->moving != NULL)
    _yd_month_view_drop_move (self);
  queue_update (self);
}

static void
chosen_cb (YdMonthView *self,
           YdPoint     *point)
{
  yd_session_set_selected (_yd_month_view_get_session (self), point);
}

/* A point, which is looked at beside the month, or a clock. */
static void
opened_cb (YdMonthView *self,
           YdRow       *row)
{
  yd_calendar_view_open (YD_CALENDAR_VIEW (self), row);
}

static void
menu_cb (YdMonthView *self,
         double       x,
         double       y)
{
  const YdMonthChip *chip = yd_month_grid_get_chip (self->grid);

  yd_calendar_view_open_menu (YD_CALENDAR_VIEW (self), GTK_WIDGET (self->grid), x, y,
                              chip->item.point, chip->item.deadline);
}

static void
listed_cb (YdMonthView *self,
           int          day)
{
  graphene_point_t origin;
  GdkRectangle area;

  if (self->chips == NULL)
    return;

  yd_month_list_show (YD_MONTH_LIST (self->list), self->chips, day);
  yd_month_grid_get_day_area (self->grid, day, &area);
  if (gtk_widget_compute_point (GTK_WIDGET (self->grid), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (0, 0), &origin))
    {
      area.x += (int) origin.x;
      area.y += (int) origin.y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->list), &area);
  gtk_popover_popup (GTK_POPOVER (self->list));
}

/* Of a line of the list, which has gone: beside the day. */
static void
list_menu_cb (YdMonthView *self,
              YdPoint     *point,
              YdRow       *deadline)
{
  GdkRectangle area;

  gtk_popover_get_pointing_to (GTK_POPOVER (self->list), &area);
  yd_calendar_view_open_menu (YD_CALENDAR_VIEW (self), GTK_WIDGET (self),
                              area.x + area.width / 2.0, area.y + area.height / 2.0, point,
                              deadline);
}

static void
picked_day_cb (YdMonthView *self,
               int          day)
{
  yd_month_grid_go_to (self->grid, day);
}

static void
yd_month_view_step (YdCalendarView *view,
                    int             n)
{
  YdMonthView *self = YD_MONTH_VIEW (view);

  yd_month_grid_go_to (self->grid, yd_month_step (yd_month_grid_get_day (self->grid), n));
}

static void
yd_month_view_go_today (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);

  if (self->schedule != NULL)
    yd_month_grid_go_to (self->grid, yd_schedule_get_today (self->schedule));
}

/* What is late by the minute is another colour now. */
static void
yd_month_view_minute_passed (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);

  if (self->moving == NULL)
    queue_update (self);
}

static void
clear_filter_cb (YdMonthView *self)
{
  yd_point_filter_clear (yd_session_get_filter (_yd_month_view_get_session (self)));
}

static GtkWidget *
create_legend (void)
{
  GtkWidget *legend = yd_legend_new ();

  yd_legend_add (YD_LEGEND (legend), "yd-edge-stated", NULL, _("Document or Clock"));
  yd_legend_add (YD_LEGEND (legend), "yd-edge-internal", NULL, _("Internal Target"));
  yd_legend_add (YD_LEGEND (legend), NULL, "↻", _("Recurring"));
  gtk_widget_set_hexpand (legend, TRUE);

  return legend;
}

/* The legend goes where there is no room for it; a filter that hides something never does. */
static GtkWidget *
yd_month_view_create_tools (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->clear_filter = gtk_button_new_with_label (_("Clear Filter"));
  gtk_widget_set_valign (self->clear_filter, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->clear_filter, FALSE);
  g_object_add_weak_pointer (G_OBJECT (self->clear_filter), (gpointer *) &self->clear_filter);
  g_signal_connect_object (self->clear_filter, "clicked", G_CALLBACK (clear_filter_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), create_legend ());
  gtk_box_append (GTK_BOX (box), self->clear_filter);

  return box;
}

static GVariant *
yd_month_view_dup_state (YdCalendarView *view)
{
  YdMonthView *self = YD_MONTH_VIEW (view);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  char text[YD_DAY_SIZE];

  if (self->plan == NULL)
    return NULL;

  g_variant_dict_insert (&dict, "day", "s",
                         yd_day_format (yd_month_grid_get_day (self->grid), text));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
yd_month_view_restore_state (YdCalendarView *view,
                             GVariant       *state)
{
  YdMonthView *self = YD_MONTH_VIEW (view);
  const char *text;
  YdDay day;

  if (!g_variant_lookup (state, "day", "&s", &text))
    return;

  day = yd_day_parse (text);
  if (yd_day_is_in_range (day))
    yd_month_grid_go_to (self->grid, day);
}

static gboolean
yd_month_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_MONTH_VIEW (widget)->grid));
}

static void
yd_month_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yd_month_view_parent_class)->map (widget);

  update (YD_MONTH_VIEW (widget));
}

static void
yd_month_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  GTK_WIDGET_CLASS (yd_month_view_parent_class)->size_allocate (widget, width, height, baseline);

  gtk_popover_present (GTK_POPOVER (YD_MONTH_VIEW (widget)->list));
}

/* While something waits to be decided, Enter and Esc decide it. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdMonthView           *self)
{
  const GdkModifierType mods = state & gtk_accelerator_get_default_mod_mask ();

  if (self->moving == NULL || mods != 0)
    return FALSE;

  /* Enter on a button of the bar is that button: “Discard” must not confirm. */
  if (keyval != GDK_KEY_Escape && gtk_widget_get_focus_child (GTK_WIDGET (self->bar)) != NULL)
    return FALSE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    _yd_month_view_confirm (self);
  else if (keyval == GDK_KEY_Escape)
    _yd_month_view_drop_move (self);
  else
    return FALSE;

  return TRUE;
}

static void
yd_month_view_dispose (GObject *object)
{
  YdMonthView *self = YD_MONTH_VIEW (object);

  yd_calendar_view_set_session (YD_CALENDAR_VIEW (self), NULL);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->schedule);
  g_clear_pointer (&self->pending, yd_edit_unref);
  g_clear_object (&self->moving);
  g_clear_pointer (&self->moving_name, g_free);
  g_clear_pointer (&self->chips, yd_month_chips_unref);
  if (self->clear_filter != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->clear_filter),
                                  (gpointer *) &self->clear_filter);
  self->clear_filter = NULL;
  g_clear_pointer (&self->list, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_MONTH_VIEW);

  G_OBJECT_CLASS (yd_month_view_parent_class)->dispose (object);
}

static void
override_view (YdCalendarViewClass *view_class)
{
  view_class->plan_changed = yd_month_view_plan_changed;
  view_class->schedule_changed = yd_month_view_schedule_changed;
  view_class->dates_changed = yd_month_view_show_others;
  view_class->filter_changed = yd_month_view_show_others;
  view_class->selected_changed = yd_month_view_selected_changed;
  view_class->committed = yd_month_view_committed;
  view_class->step = yd_month_view_step;
  view_class->go_today = yd_month_view_go_today;
  view_class->minute_passed = yd_month_view_minute_passed;
  view_class->create_tools = yd_month_view_create_tools;
  view_class->dup_state = yd_month_view_dup_state;
  view_class->restore_state = yd_month_view_restore_state;
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (YD_TYPE_MONTH_GRID);
  g_type_ensure (YD_TYPE_MONTH_STRIP);
  g_type_ensure (YD_TYPE_PREVIEW_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YdMonthView, grid);
  gtk_widget_class_bind_template_child (widget_class, YdMonthView, strip);
  gtk_widget_class_bind_template_child (widget_class, YdMonthView, bar);
  gtk_widget_class_bind_template_callback_full (widget_class, "month_changed_cb",
                                                G_CALLBACK (_yd_month_view_show_month));
  gtk_widget_class_bind_template_callback_full (widget_class, "moved_cb",
                                                G_CALLBACK (_yd_month_view_drag));
  gtk_widget_class_bind_template_callback_full (widget_class, "shifted_cb",
                                                G_CALLBACK (_yd_month_view_shift));
  gtk_widget_class_bind_template_callback_full (widget_class, "confirmed_cb",
                                                G_CALLBACK (_yd_month_view_confirm));
  gtk_widget_class_bind_template_callback_full (widget_class, "dropped_cb",
                                                G_CALLBACK (_yd_month_view_drop_move));
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, listed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_day_cb);
}

static void
yd_month_view_class_init (YdMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_month_view_dispose;
  widget_class->grab_focus = yd_month_view_grab_focus;
  widget_class->map = yd_month_view_map;
  widget_class->size_allocate = yd_month_view_size_allocate;
  override_view (YD_CALENDAR_VIEW_CLASS (klass));
  bind_template (widget_class);
}

static void
yd_month_view_init (YdMonthView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = yd_month_list_new ();
  g_object_ref_sink (self->list);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  g_object_unref (self->list);          /* the view holds it now */
  g_signal_connect_object (self->list, "picked", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "menu", G_CALLBACK (list_menu_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Month"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
