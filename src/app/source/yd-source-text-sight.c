/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-text-private.h"

/* How what is chosen comes into sight, also in a text that was just shown. */

/* Between two tries, longer than GTK scrolls. */
#define FRAMES 18
#define MAX_FRAMES (12 * FRAMES)

static gboolean
is_in_sight (YdSourceText *self,
             GtkTextIter  *iter)
{
  GdkRectangle seen, place;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &seen);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), iter, &place);

  return place.y >= seen.y && place.y + place.height <= seen.y + seen.height;
}

static void
scroll_to_cursor (YdSourceText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer),
                                0.0, TRUE, 0.0, 0.3);
}

/* A text that was not laid out yet does not know where its lines are: it is not asked
 * what is in sight before it was scrolled. Lines that get their height meanwhile stop
 * GTK's way to the place, so it may have to begin again.
 */
static gboolean
bring_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  YdSourceText *self = YD_SOURCE_TEXT (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter cursor;

  if (yd_source_filler_get_loading (self->filler) || self->n_frames++ % FRAMES != 2)
    return G_SOURCE_CONTINUE;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  if (self->n_frames < FRAMES || (self->n_frames < MAX_FRAMES && !is_in_sight (self, &cursor)))
    {
      scroll_to_cursor (self);
      return G_SOURCE_CONTINUE;
    }

  self->bring_id = 0;
  self->unseen = FALSE;

  return G_SOURCE_REMOVE;
}

static void
bring_soon (YdSourceText *self)
{
  self->n_frames = 0;
  if (self->bring_id == 0)
    self->bring_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_cb, NULL, NULL);
}

void
_yd_source_text_stop_bringing (YdSourceText *self)
{
  if (self->bring_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->bring_id);
  self->bring_id = 0;
}

/* Brings @span, in characters, into sight; what is in sight already stays where it is. */
void
yd_source_text_scroll_to (YdSourceText *self,
                          YdSpan        span)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  self->wanted = span;
  if (yd_source_filler_is_empty (self->filler))
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  if (!gtk_text_buffer_get_has_selection (buffer))
    gtk_text_buffer_place_cursor (buffer, &start);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->unseen)
    bring_soon (self);
  else if (!is_in_sight (self, &start))
    scroll_to_cursor (self);
}
