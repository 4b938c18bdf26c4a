/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

/* A row that is scrolled to is there only when the list was laid out again (PLATFORM.md §4.2).
 * How long that takes nobody knows, so frames are counted and not time; only a row that the
 * list never makes is given up.
 */

#define MAX_FRAMES 120

void
_yd_outline_page_end_wait (YdOutlinePage *self)
{
  if (self->wait_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->wait_id);
  self->wait_id = 0;
  g_clear_object (&self->waits_for);
}

static void
end_with (YdOutlinePage *self,
          GtkWidget     *expander)
{
  g_autoptr(YdRow) point = g_steal_pointer (&self->waits_for);
  YdOutlineWaitFunc func = self->wait_func;

  _yd_outline_page_end_wait (self);
  func (self, point, expander);
}

static gboolean
frame_cb (GtkWidget     *view,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  YdOutlinePage *self = user_data;
  GtkWidget *expander = _yd_outline_page_get_expander (self, self->waits_for);

  if ((expander != NULL && gtk_widget_get_mapped (expander)) ||
      ++self->n_frames == MAX_FRAMES ||
      yd_outline_tree_find (self->tree, self->waits_for) == GTK_INVALID_LIST_POSITION)
    end_with (self, expander);

  return G_SOURCE_CONTINUE;     /* or it was removed */
}

/* Scrolls until the whole row @at is in sight; not at all if it is. */
void
_yd_outline_page_scroll (YdOutlinePage *self,
                         guint          at)
{
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", at);
}

/**
 * _yd_outline_page_scroll_to:
 * @self: a page
 * @point: a point that has a row
 * @at: which row
 * @func: called once, with what shows the title of @point or, if it is no more, with nothing;
 *   another call takes its place
 *
 * Brings the row into sight. What is there already may have to make room, so @func is not
 * called before the next frame.
 */
void
_yd_outline_page_scroll_to (YdOutlinePage     *self,
                            YdPoint           *point,
                            guint              at,
                            YdOutlineWaitFunc  func)
{
  _yd_outline_page_scroll (self, at);
  g_set_object (&self->waits_for, point);
  self->wait_func = func;
  self->n_frames = 0;
  if (self->wait_id == 0)
    self->wait_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), frame_cb, self, NULL);
}
