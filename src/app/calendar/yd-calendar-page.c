/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-page.h"

#include "yd-calendar-views.h"
#include "yd-clock-list.h"
#include "yd-filter-pill.h"
#include "yd-tooltip.h"
#include "yd-unit-picker.h"

/**
 * YdCalendarPage:
 *
 * What is due and when: several views of the same days behind one toolbar. Which one is looked
 * at is kept with the plan.
 */

struct _YdCalendarPage
{
  YdPage           parent_instance;

  /* Owned */
  GSignalGroup    *signals;           /* of the session */
  GSignalGroup    *view_signals;
  GSignalGroup    *filter_signals;
  YdCalendarViews *views;

  /* Borrowed */
  YdCalendarView  *view;              /* the one that is shown */
  YdUnitPicker    *picker;            /* the pill has it */
  GtkToggleButton *toggles[YD_CALENDAR_N_VIEWS];

  /* Template */
  GtkStack        *stack;
  GtkStack        *content;
  GtkStack        *tools;
  GtkWidget       *box;
  GtkWidget       *switch_box;
  GtkWidget       *steps;
  GtkLabel        *heading;
  GtkLabel        *heading_alone;     /* where there is no room for the rest */
  GtkLabel        *heading_short;     /* where there is none for that either */
  GtkLabel        *rest;
  GtkWidget       *zoom_box;
  GtkLabel        *zoom_label;
  YdClockList     *clocks;
  YdFilterPill    *unit_pill;

  guint            shown;             /* which of the views that is */
};

G_DEFINE_FINAL_TYPE (YdCalendarPage, yd_calendar_page, YD_TYPE_PAGE)

enum {
  PROP_0,
  PROP_VIEW_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
view_notify_cb (YdCalendarPage *self)
{
  g_autofree char *rest = NULL;
  const char *heading = self->view != NULL ? yd_calendar_view_get_heading (self->view) : NULL;
  const char *zoom = self->view != NULL ? yd_calendar_view_get_zoom_words (self->view) : NULL;

  if (self->view != NULL)
    g_object_get (self->view, "rest", &rest, NULL);
  gtk_label_set_text (self->heading, heading != NULL ? heading : "");
  gtk_label_set_text (self->heading_alone, heading != NULL ? heading : "");
  gtk_label_set_text (self->heading_short,
                      heading != NULL ? yd_calendar_view_get_short_heading (self->view) : "");
  yd_tooltip_set (GTK_WIDGET (self->heading_short), heading);
  gtk_label_set_text (self->rest, rest != NULL ? rest : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rest), rest != NULL);
  gtk_label_set_text (self->zoom_label, zoom != NULL ? zoom : "");
}

static void
show_view (YdCalendarPage *self,
           guint           i)
{
  self->shown = i;
  self->view = yd_calendar_views_show (self->views, i, yd_page_get_session (YD_PAGE (self)));

  yd_page_set_wide (YD_PAGE (self), yd_calendar_views_is_wide (i));
  gtk_toggle_button_set_active (self->toggles[i], TRUE);
  gtk_widget_set_visible (self->steps, yd_calendar_view_can_step (self->view));
  gtk_widget_set_visible (self->zoom_box, yd_calendar_view_can_zoom (self->view));
  g_signal_group_set_target (self->view_signals, self->view);
  view_notify_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW_NAME]);
}

static void
toggled_cb (YdCalendarPage  *self,
            GtkToggleButton *toggle)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;

  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    if (toggle == self->toggles[i] && (self->view == NULL || i != self->shown))
      {
        show_view (self, i);
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
      }
}

static void
make_switch (YdCalendarPage *self)
{
  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (yd_calendar_views_get_title (i));

      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
      if (i > 0)
        gtk_toggle_button_set_group (self->toggles[i], self->toggles[0]);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->switch_box), toggle);
    }

  }

static YdPointFilter *
get_filter (YdCalendarPage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  return session != NULL ? yd_session_get_filter (session) : NULL;
}

/* One filter for all views, and for the other pages. */
static void
filter_cb (YdCalendarPage *self)
{
  YdPointFilter *filter = get_filter (self);
  YdRow *unit = filter != NULL ? yd_point_filter_get_unit (filter) : NULL;

  yd_filter_pill_set_value (self->unit_pill,
                            unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : NULL);
}

static void
picked_cb (YdCalendarPage *self,
           YdRow          *unit)
{
  if (get_filter (self) != NULL)
    yd_point_filter_set_unit (get_filter (self), unit);
}

static void
plan_cb (YdCalendarPage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;
  GListModel *points = plan != NULL ? yd_plan_get_points (plan) : NULL;
  const gboolean empty = points == NULL || g_list_model_get_n_items (points) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "nothing" : "views");
  yd_unit_picker_set_plan (self->picker, plan);
  filter_cb (self);
}

static void
yd_calendar_page_session_changed (YdPage *page)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (page);
  YdSession *session = yd_page_get_session (page);

  g_signal_group_set_target (self->signals, session);
  g_signal_group_set_target (self->filter_signals, get_filter (self));
  yd_clock_list_set_page (self->clocks, page);
  if (self->views != NULL)
    yd_calendar_views_set_session (self->views, session);
  plan_cb (self);
}

static gboolean
yd_calendar_page_focus_content (YdPage *page)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (page);

  return self->view != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static YdPages *
yd_calendar_page_create_pages (YdPage *page)
{
  return yd_calendar_views_create_pages (YD_CALENDAR_PAGE (page)->views,
                                         yd_page_get_session (page));
}

static GVariant *
yd_calendar_page_dup_state (YdPage *page)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (page);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "view", "s", yd_calendar_views_get_name (self->shown));
  yd_calendar_views_put_state (self->views, &dict);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
yd_calendar_page_restore_state (YdPage   *page,
                                GVariant *state)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (page);
  const char *name;

  yd_calendar_views_restore_state (self->views, state);
  if (g_variant_lookup (state, "view", "&s", &name))
    yd_calendar_page_set_view_name (self, name);
}

static void
yd_calendar_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_VIEW_NAME)
    g_value_set_string (value, yd_calendar_page_get_view_name (YD_CALENDAR_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yd_calendar_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_VIEW_NAME)
    yd_calendar_page_set_view_name (YD_CALENDAR_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* It is mapped when a person goes to the page; till then there is no view at all. */
static void
yd_calendar_page_map (GtkWidget *widget)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (widget);

  GTK_WIDGET_CLASS (yd_calendar_page_parent_class)->map (widget);
  if (self->view == NULL)
    show_view (self, self->shown);
}

static void
yd_calendar_page_dispose (GObject *object)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (object);

  /* The page lets go of the session before its parts go. */
  yd_page_set_session (YD_PAGE (self), NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->filter_signals);
  self->view = NULL;
  g_clear_pointer (&self->views, yd_calendar_views_free);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_CALENDAR_PAGE);

  G_OBJECT_CLASS (yd_calendar_page_parent_class)->dispose (object);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  yd_calendar_view_step (YD_CALENDAR_PAGE (widget)->view, -1);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  yd_calendar_view_step (YD_CALENDAR_PAGE (widget)->view, 1);
}

static void
today_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  yd_calendar_view_go_today (YD_CALENDAR_PAGE (widget)->view);
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  yd_calendar_view_zoom (YD_CALENDAR_PAGE (widget)->view, g_variant_get_int32 (parameter));
}

/* The clocks, with the one that is named; all of them where none is. */
static void
clock_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  yd_clock_list_open (YD_CALENDAR_PAGE (widget)->clocks, *id != '\0' ? id : NULL);
}

static void
minute_cb (YdCalendarPage *self)
{
  if (self->view != NULL)
    yd_calendar_view_minute_passed (self->view);
}

/* The unit of this id; all where it is empty. */
static void
unit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  YdCalendarPage *self = YD_CALENDAR_PAGE (widget);
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;
  const char *id = g_variant_get_string (parameter, NULL);

  if (plan != NULL)
    picked_cb (self, *id != '\0' ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, id) : NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, content);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, tools);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, box);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, switch_box);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, steps);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, heading);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, heading_alone);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, heading_short);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, rest);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, clocks);
  gtk_widget_class_bind_template_child (widget_class, YdCalendarPage, unit_pill);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "calendar.view", "view-name");
  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (widget_class, "calendar.zoom", "i", zoom_cb);
  gtk_widget_class_install_action (widget_class, "calendar.unit", "s", unit_cb);
  gtk_widget_class_install_action (widget_class, "calendar.clock", "s", clock_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "calendar.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "calendar.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "calendar.zoom", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "calendar.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK,
                                       "calendar.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK,
                                       "calendar.zoom", "i", 0);
}

static void
yd_calendar_page_class_init (YdCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YdPageClass *page_class = YD_PAGE_CLASS (klass);

  object_class->dispose = yd_calendar_page_dispose;
  object_class->get_property = yd_calendar_page_get_property;
  object_class->set_property = yd_calendar_page_set_property;
  widget_class->map = yd_calendar_page_map;
  page_class->session_changed = yd_calendar_page_session_changed;
  page_class->focus_content = yd_calendar_page_focus_content;
  page_class->create_pages = yd_calendar_page_create_pages;
  page_class->dup_state = yd_calendar_page_dup_state;
  page_class->restore_state = yd_calendar_page_restore_state;

  properties[PROP_VIEW_NAME] =
    g_param_spec_string ("view-name", NULL, NULL, yd_calendar_views_get_name (0),
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YD_TYPE_CLOCK_LIST);
  g_type_ensure (YD_TYPE_FILTER_PILL);
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
yd_calendar_page_init (YdCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->views = yd_calendar_views_new (self->content, self->tools);
  make_switch (self);

  self->picker = YD_UNIT_PICKER (yd_unit_picker_new (FALSE));
  yd_filter_pill_set_popover (self->unit_pill, GTK_WIDGET (self->picker));
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self,
                           G_CONNECT_SWAPPED);
  self->filter_signals = g_signal_group_new (YD_TYPE_POINT_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed", G_CALLBACK (filter_cb), self);

  g_signal_connect_object (self->clocks, "minute-passed", G_CALLBACK (minute_cb), self,
                           G_CONNECT_SWAPPED);

  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::plan", G_CALLBACK (plan_cb), self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (plan_cb), self);
  self->view_signals = g_signal_group_new (YD_TYPE_CALENDAR_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "notify", G_CALLBACK (view_notify_cb),
                                  self);
}

/* Returns: (transfer none): the name of the view that is shown, such as `timeline` */
const char *
yd_calendar_page_get_view_name (YdCalendarPage *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_PAGE (self), NULL);

  return yd_calendar_views_get_name (self->shown);
}

/* Shows the view @name; nothing happens if this version has none of that name. */
void
yd_calendar_page_set_view_name (YdCalendarPage *self,
                                const char     *name)
{
  g_return_if_fail (YD_IS_CALENDAR_PAGE (self));

  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    if (g_strcmp0 (name, yd_calendar_views_get_name (i)) == 0 && i != self->shown)
      {
        if (self->view != NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
          show_view (self, i);
        else
          self->shown = i;
      }
}

/* Returns: (transfer none) (nullable): the view that is shown; none before the page was */
YdCalendarView *
yd_calendar_page_get_view (YdCalendarPage *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_PAGE (self), NULL);

  return self->view;
}
