/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-calendar-views.h"

#include <glib/gi18n-lib.h>

#include "yd-agenda-view.h"
#include "yd-month-view.h"
#include "yd-timeline-view.h"

typedef struct
{
  const char *name;
  const char *title;
  GType       (* get_type) (void);
  gboolean    wide;           /* it has no room to spare, so the pane waits to be asked for */
} ViewInfo;

/* In the order of the switch; the first is shown for a plan that is new. */
static const ViewInfo infos[YD_CALENDAR_N_VIEWS] = {
  { "month", N_("Month"), yd_month_view_get_type, TRUE },
  { "timeline", N_("Timeline"), yd_timeline_view_get_type },
  { "agenda", N_("Agenda"), yd_agenda_view_get_type },
};

struct _YdCalendarViews
{
  /* Borrowed: they have the views, and what those have in the toolbar */
  GtkStack       *content;
  GtkStack       *tools;
  YdCalendarView *made[YD_CALENDAR_N_VIEWS];

  /* Owned */
  GVariant       *states[YD_CALENDAR_N_VIEWS];  /* of views that are not made yet */
};

const char *
yd_calendar_views_get_name (guint i)
{
  return infos[i].name;
}

/* Returns: what a button is called that shows it */
const char *
yd_calendar_views_get_title (guint i)
{
  return _(infos[i].title);
}

gboolean
yd_calendar_views_is_wide (guint i)
{
  return infos[i].wide;
}

/**
 * yd_calendar_views_new:
 * @content: where the views go
 * @tools: where that goes which they have in the toolbar; has a child `none`
 *
 * Returns: (transfer full): no view yet; both stacks must live as long as it
 */
YdCalendarViews *
yd_calendar_views_new (GtkStack *content,
                       GtkStack *tools)
{
  YdCalendarViews *self = g_new0 (YdCalendarViews, 1);

  self->content = content;
  self->tools = tools;

  return self;
}

void
yd_calendar_views_free (YdCalendarViews *self)
{
  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    g_clear_pointer (&self->states[i], g_variant_unref);
  g_free (self);
}

/* What only explains asks for no room of its own: it is there where some is left. */
static GtkWidget *
wrap_legend (GtkWidget *legend)
{
  GtkWidget *place = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (place), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (place), legend);

  return place;
}

static YdCalendarView *
make (YdCalendarViews *self,
      guint            i,
      YdSession       *session)
{
  YdCalendarView *view = self->made[i];
  GtkWidget *tools;

  if (view != NULL)
    return view;

  view = self->made[i] = g_object_new (infos[i].get_type (), NULL);
  gtk_stack_add_named (self->content, GTK_WIDGET (view), infos[i].name);
  tools = yd_calendar_view_create_tools (view);
  if (ADW_IS_SQUEEZER (tools))
    tools = wrap_legend (tools);
  if (tools != NULL)
    gtk_stack_add_named (self->tools, tools, infos[i].name);
  yd_calendar_view_set_session (view, session);
  if (self->states[i] != NULL)
    yd_calendar_view_restore_state (view, self->states[i]);
  g_clear_pointer (&self->states[i], g_variant_unref);

  return view;
}

/**
 * yd_calendar_views_show:
 * @self: the views of a page
 * @i: which one
 * @session: (nullable): what a view that is new shows
 *
 * Returns: (transfer none): the view, which is to be seen now
 */
YdCalendarView *
yd_calendar_views_show (YdCalendarViews *self,
                        guint            i,
                        YdSession       *session)
{
  YdCalendarView *view = make (self, i, session);
  const char *name = infos[i].name;

  gtk_stack_set_visible_child (self->content, GTK_WIDGET (view));
  gtk_stack_set_visible_child_name (self->tools,
                                    gtk_stack_get_child_by_name (self->tools, name) != NULL
                                    ? name : "none");

  return view;
}

/* Of those that are made. */
void
yd_calendar_views_set_session (YdCalendarViews *self,
                               YdSession       *session)
{
  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    if (self->made[i] != NULL)
      yd_calendar_view_set_session (self->made[i], session);
}

/**
 * yd_calendar_views_create_pages:
 * @self: the views of a page
 * @session: (nullable): what a view that is new shows
 *
 * On paper all views are the agenda: a list can be written on, and has room for words.
 *
 * Returns: (transfer full) (nullable): its pages
 */
YdPages *
yd_calendar_views_create_pages (YdCalendarViews *self,
                                YdSession       *session)
{
  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    if (infos[i].get_type == yd_agenda_view_get_type)
      return yd_agenda_view_create_pages (YD_AGENDA_VIEW (make (self, i, session)));

  return NULL;
}

/* Puts into @dict how each of them looks, for the next time. */
void
yd_calendar_views_put_state (YdCalendarViews *self,
                             GVariantDict    *dict)
{
  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    {
      g_autoptr(GVariant) state = NULL;

      if (self->made[i] != NULL)
        state = yd_calendar_view_dup_state (self->made[i]);
      else if (self->states[i] != NULL)
        state = g_variant_ref (self->states[i]);
      if (state != NULL)
        g_variant_dict_insert_value (dict, infos[i].name, state);
    }
}

/* @state is what became of the dictionary. */
void
yd_calendar_views_restore_state (YdCalendarViews *self,
                                 GVariant        *state)
{
  for (guint i = 0; i < YD_CALENDAR_N_VIEWS; i++)
    {
      g_autoptr(GVariant) of_view =
        g_variant_lookup_value (state, infos[i].name, G_VARIANT_TYPE_VARDICT);

      if (of_view != NULL && self->made[i] != NULL)
        yd_calendar_view_restore_state (self->made[i], of_view);
      else if (of_view != NULL)
        {
          g_clear_pointer (&self->states[i], g_variant_unref);
          self->states[i] = g_steal_pointer (&of_view);
        }
    }
}
