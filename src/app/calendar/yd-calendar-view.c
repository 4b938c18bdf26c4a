/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-view.h"

#include "yd-calendar-menu.h"
#include "yd-compat.h"
#include "yd-focus.h"

/**
 * YdCalendarView:
 *
 * One way to look at days and deadlines. The calendar page has several of them, with one
 * toolbar, and knows nothing of what is in them; none knows the others. What is selected
 * is known to the session.
 */

typedef struct
{
  YdSession    *session;
  GSignalGroup *session_signals;
  GSignalGroup *schedule_signals;
  GSignalGroup *filter_signals;
  char         *heading;
  char         *short_heading;
  char         *rest;
  char         *zoom_words;
  YdCalendarMenu *menu;                 /* (nullable) */
} YdCalendarViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YdCalendarView, yd_calendar_view, ADW_TYPE_BIN)

#define PRIV(self) ((YdCalendarViewPrivate *) yd_calendar_view_get_instance_private (self))
#define CLASS(self) YD_CALENDAR_VIEW_GET_CLASS (self)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_HEADING,
  PROP_REST,
  PROP_ZOOM_WORDS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* A view has no use for what it did not override. */
static void
tell (YdCalendarView *self,
      void          (*told) (YdCalendarView *))
{
  if (told != NULL)
    told (self);
}

static void
follow_schedule (YdCalendarView *self)
{
  g_signal_group_set_target (PRIV (self)->schedule_signals, yd_calendar_view_get_schedule (self));
}

/* What the menu is about goes with its plan. */
static void
plan_cb (YdCalendarView *self)
{
  g_clear_pointer (&PRIV (self)->menu, yd_calendar_menu_free);
  follow_schedule (self);
  tell (self, CLASS (self)->plan_changed);
}

static void
schedule_cb (YdCalendarView *self)
{
  follow_schedule (self);
  tell (self, CLASS (self)->schedule_changed);
}

static void
dates_cb (YdCalendarView *self)
{
  tell (self, CLASS (self)->dates_changed);
}

static void
selected_cb (YdCalendarView *self)
{
  tell (self, CLASS (self)->selected_changed);
}

static void
committed_cb (YdCalendarView *self)
{
  tell (self, CLASS (self)->committed);
}

static void
filter_cb (YdCalendarView *self)
{
  tell (self, CLASS (self)->filter_changed);
}

static void
yd_calendar_view_dispose (GObject *object)
{
  YdCalendarViewPrivate *priv = PRIV (YD_CALENDAR_VIEW (object));

  yd_calendar_view_set_session (YD_CALENDAR_VIEW (object), NULL);
  g_clear_pointer (&priv->menu, yd_calendar_menu_free);
  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->schedule_signals);
  g_clear_object (&priv->filter_signals);

  G_OBJECT_CLASS (yd_calendar_view_parent_class)->dispose (object);
}

static void
yd_calendar_view_finalize (GObject *object)
{
  YdCalendarViewPrivate *priv = PRIV (YD_CALENDAR_VIEW (object));

  g_clear_pointer (&priv->heading, g_free);
  g_clear_pointer (&priv->short_heading, g_free);
  g_clear_pointer (&priv->rest, g_free);
  g_clear_pointer (&priv->zoom_words, g_free);

  G_OBJECT_CLASS (yd_calendar_view_parent_class)->finalize (object);
}

static void
yd_calendar_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  YdCalendarViewPrivate *priv = PRIV (YD_CALENDAR_VIEW (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;

    case PROP_HEADING:
      g_value_set_string (value, priv->heading);
      break;

    case PROP_REST:
      g_value_set_string (value, priv->rest);
      break;

    case PROP_ZOOM_WORDS:
      g_value_set_string (value, priv->zoom_words);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_calendar_view_class_init (YdCalendarViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = yd_calendar_view_dispose;
  object_class->finalize = yd_calendar_view_finalize;
  object_class->get_property = yd_calendar_view_get_property;
  GTK_WIDGET_CLASS (klass)->focus = yd_focus_child;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YD_TYPE_SESSION, ro);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, ro);
  properties[PROP_REST] = g_param_spec_string ("rest", NULL, NULL, NULL, ro);
  properties[PROP_ZOOM_WORDS] = g_param_spec_string ("zoom-words", NULL, NULL, NULL, ro);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

/* The calendar and the day of today are the schedule's, which changes with them. */
static void
connect_session (YdCalendarView *self)
{
  static const struct
  {
    const char *signal;
    void      (*callback) (YdCalendarView *);
  } connections[] = {
    { "notify::plan", plan_cb },
    { "notify::schedule", schedule_cb },
    { "notify::selected", selected_cb },
    { "committed", committed_cb },
  };
  YdCalendarViewPrivate *priv = PRIV (self);

  priv->session_signals = g_signal_group_new (YD_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_group_connect_swapped (priv->session_signals, connections[i].signal,
                                    G_CALLBACK (connections[i].callback), self);
  priv->schedule_signals = g_signal_group_new (YD_TYPE_SCHEDULE);
  g_signal_group_connect_swapped (priv->schedule_signals, "changed", G_CALLBACK (dates_cb), self);
  priv->filter_signals = g_signal_group_new (YD_TYPE_POINT_FILTER);
  g_signal_group_connect_swapped (priv->filter_signals, "changed", G_CALLBACK (filter_cb), self);
}

static void
yd_calendar_view_init (YdCalendarView *self)
{
  connect_session (self);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/* Returns: (transfer none) (nullable): what the view shows */
YdSession *
yd_calendar_view_get_session (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return PRIV (self)->session;
}

void
yd_calendar_view_set_session (YdCalendarView *self,
                              YdSession      *session)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (session == NULL || YD_IS_SESSION (session));

  if (!g_set_object (&PRIV (self)->session, session))
    return;

  g_signal_group_set_target (PRIV (self)->session_signals, session);
  g_signal_group_set_target (PRIV (self)->filter_signals,
                             session != NULL ? yd_session_get_filter (session) : NULL);
  tell (self, CLASS (self)->session_changed);
  plan_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Returns: (transfer none) (nullable): the plan of its session */
YdPlan *
yd_calendar_view_get_plan (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return PRIV (self)->session != NULL ? yd_session_get_plan (PRIV (self)->session) : NULL;
}

/* Returns: (transfer none) (nullable): the schedule of that plan */
YdSchedule *
yd_calendar_view_get_schedule (YdCalendarView *self)
{
  return yd_calendar_view_get_plan (self) != NULL ? yd_session_get_schedule (PRIV (self)->session)
                                                  : NULL;
}

/* Returns: (transfer none) (nullable): what of time can be seen, such as a month */
const char *
yd_calendar_view_get_heading (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return PRIV (self)->heading;
}

/* Returns: (nullable): the heading where there is little room */
const char *
yd_calendar_view_get_short_heading (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return PRIV (self)->short_heading != NULL ? PRIV (self)->short_heading : PRIV (self)->heading;
}

/**
 * yd_calendar_view_set_heading:
 * @self: a view
 * @heading: (nullable): what of time can be seen, such as a month
 * @short_heading: (nullable): the same where there is little room; %NULL for @heading
 * @rest: (nullable): what is to be said of it in small letters
 */
void
yd_calendar_view_set_heading (YdCalendarView *self,
                              const char     *heading,
                              const char     *short_heading,
                              const char     *rest)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  yd_set_str (&PRIV (self)->short_heading, short_heading);
  if (yd_set_str (&PRIV (self)->heading, heading))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
  if (yd_set_str (&PRIV (self)->rest, rest))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REST]);
}

/* Returns: (transfer none) (nullable): what its zoom is called, such as `Week` */
const char *
yd_calendar_view_get_zoom_words (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return PRIV (self)->zoom_words;
}

void
yd_calendar_view_set_zoom_words (YdCalendarView *self,
                                 const char     *words)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  if (yd_set_str (&PRIV (self)->zoom_words, words))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM_WORDS]);
}

gboolean
yd_calendar_view_can_step (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), FALSE);

  return CLASS (self)->step != NULL;
}

gboolean
yd_calendar_view_can_zoom (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), FALSE);

  return CLASS (self)->zoom != NULL;
}

/* Goes @n months, screens or whatever it is made of on; nothing if it is not. */
void
yd_calendar_view_step (YdCalendarView *self,
                       int             n)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  if (CLASS (self)->step != NULL)
    CLASS (self)->step (self, n);
}

void
yd_calendar_view_go_today (YdCalendarView *self)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  if (CLASS (self)->go_today != NULL)
    CLASS (self)->go_today (self);
}

/* In (1), out (-1), or back to what fits (0). */
void
yd_calendar_view_zoom (YdCalendarView *self,
                       int             step)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  if (CLASS (self)->zoom != NULL)
    CLASS (self)->zoom (self, step);
}

/* Returns: (transfer floating) (nullable): what the view has in the toolbar */
GtkWidget *
yd_calendar_view_create_tools (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return CLASS (self)->create_tools != NULL ? CLASS (self)->create_tools (self) : NULL;
}

/* Returns: (transfer full) (nullable): how the view looks, for the next time */
GVariant *
yd_calendar_view_dup_state (YdCalendarView *self)
{
  g_return_val_if_fail (YD_IS_CALENDAR_VIEW (self), NULL);

  return CLASS (self)->dup_state != NULL ? CLASS (self)->dup_state (self) : NULL;
}

void
yd_calendar_view_restore_state (YdCalendarView *self,
                                GVariant       *state)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  if (CLASS (self)->restore_state != NULL)
    CLASS (self)->restore_state (self, state);
}

/* A clock of the plan runs, and it is another minute. */
void
yd_calendar_view_minute_passed (YdCalendarView *self)
{
  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  if (CLASS (self)->minute_passed != NULL)
    CLASS (self)->minute_passed (self);
}

/**
 * yd_calendar_view_open_menu:
 * @self: a view with a session
 * @widget: a child of it
 * @x: where in @widget
 * @y: likewise
 * @point: what is due there
 * @deadline: (nullable): by which deadline, or %NULL for all that @point has
 *
 * Opens the menu of what can be done with it.
 */
void
yd_calendar_view_open_menu (YdCalendarView *self,
                            GtkWidget      *widget,
                            double          x,
                            double          y,
                            YdPoint        *point,
                            YdRow          *deadline)
{
  YdCalendarViewPrivate *priv = PRIV (self);

  g_return_if_fail (YD_IS_CALENDAR_VIEW (self));

  if (priv->menu == NULL)
    priv->menu = yd_calendar_menu_new (self);
  yd_calendar_menu_open (priv->menu, widget, x, y, point, deadline);
}
