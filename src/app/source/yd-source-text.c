/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-text-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "yd-source-offer.h"

/**
 * YdSourceText:
 *
 * A document as it was issued, which cannot be changed. Points, units, deadlines
 * and what comes before what are underlined where they were read; GtkTextTag has
 * too few kinds of underline to tell them apart without colour, so they are drawn:
 * see yd-source-text-draw.c. Tags do only what changes the glyphs.
 *
 * Text comes in pieces, when the window has nothing better to do, and so do the
 * tags. A character of the buffer is a character of the source.
 */

G_DEFINE_FINAL_TYPE (YdSourceText, yd_source_text, GTK_TYPE_TEXT_VIEW)

enum {
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

enum {
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (YdSourceText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
filled_cb (gpointer user_data)
{
  YdSourceText *self = user_data;
  GtkTextIter start;

  yd_source_text_update (self);
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  if (self->wanted.end == 0)
    gtk_text_buffer_place_cursor (get_buffer (self), &start);
  else
    yd_source_text_scroll_to (self, self->wanted);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
choose_at (YdSourceText *self,
           guint         character,
           gboolean      over)
{
  const YdMark *mark = self->marks == NULL || !over ? NULL
                     : yd_source_marks_find_at (self->marks, character, self->kinds);
  const YdMarkedBlock *block = self->marks == NULL ? NULL
                             : yd_source_marks_get_block_at (self->marks, character);

  if (mark != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, mark->point, mark->row);
  else if (block != NULL && character < block->span.end)
    g_signal_emit (self, signals[CHOSEN], 0, block->point, NULL);
}

/* A press that selects text is not a choice. */
static void
released_cb (YdSourceText *self,
             int           n_press,
             double        x,
             double        y,
             GtkGesture   *gesture)
{
  GtkTextIter iter;
  gboolean over;
  int buffer_x, buffer_y;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (get_buffer (self)))
    return;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);
  over = gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y);
  if (!over && gtk_text_iter_ends_line (&iter))
    gtk_text_iter_backward_char (&iter);
  choose_at (self, gtk_text_iter_get_offset (&iter), over);
}

/* The menu is about what is under the pointer, if nothing is selected. */
static void
menu_pressed_cb (YdSourceText *self,
                 int           n_press,
                 double        x,
                 double        y)
{
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);
  if (!gtk_text_buffer_get_has_selection (get_buffer (self)) &&
      gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

static gboolean
key_cb (YdSourceText    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;

  choose_at (self, yd_source_text_get_place (self), TRUE);

  return TRUE;
}

static void
yd_source_text_snapshot_layer (GtkTextView      *view,
                               GtkTextViewLayer  layer,
                               GtkSnapshot      *snapshot)
{
  YdSourceText *self = YD_SOURCE_TEXT (view);

  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT && self->marks != NULL &&
      !yd_source_filler_get_loading (self->filler))
    _yd_source_text_draw_below (self, snapshot);
}

static void
yd_source_text_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, yd_source_text_get_loading (YD_SOURCE_TEXT (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A tag knows no colours of the theme. */
static void
yd_source_text_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  YdSourceText *self = YD_SOURCE_TEXT (widget);
  GdkRGBA color;

  GTK_WIDGET_CLASS (yd_source_text_parent_class)->css_changed (widget, change);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  /* High contrast has nothing dim. */
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    color.alpha *= 0.7;
  if (self->filler == NULL || gdk_rgba_equal (&color, &self->dim))
    return;

  self->dim = color;
  yd_source_folds_set_color (self->folds, &color);
  yd_source_filler_set_color (self->filler, &color);
}

/* What was chosen while another page was looked at is looked for here. */
static void
yd_source_text_map (GtkWidget *widget)
{
  YdSourceText *self = YD_SOURCE_TEXT (widget);

  GTK_WIDGET_CLASS (yd_source_text_parent_class)->map (widget);

  self->unseen = TRUE;
  yd_source_text_show (self, self->point, self->fact);
}

static void
yd_source_text_unmap (GtkWidget *widget)
{
  _yd_source_text_stop_bringing (YD_SOURCE_TEXT (widget));

  GTK_WIDGET_CLASS (yd_source_text_parent_class)->unmap (widget);
}

static void
yd_source_text_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  GTK_WIDGET_CLASS (yd_source_text_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (YD_SOURCE_TEXT (widget)->offer));
}

static void
yd_source_text_dispose (GObject *object)
{
  YdSourceText *self = YD_SOURCE_TEXT (object);

  g_clear_pointer (&self->filler, yd_source_filler_free);
  g_clear_pointer (&self->offer, gtk_widget_unparent);
  g_clear_pointer (&self->folds, yd_source_folds_free);
  g_clear_pointer (&self->marks, yd_source_marks_free);
  g_clear_pointer (&self->source, yd_source_unref);
  g_clear_object (&self->point);
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (yd_source_text_parent_class)->dispose (object);
}

static void
yd_source_text_class_init (YdSourceTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yd_source_text_get_property;
  object_class->dispose = yd_source_text_dispose;
  GTK_WIDGET_CLASS (klass)->map = yd_source_text_map;
  GTK_WIDGET_CLASS (klass)->size_allocate = yd_source_text_size_allocate;
  GTK_WIDGET_CLASS (klass)->unmap = yd_source_text_unmap;
  GTK_WIDGET_CLASS (klass)->css_changed = yd_source_text_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = yd_source_text_snapshot_layer;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, ro);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * YdSourceText::chosen:
   * @self: the text
   * @point: a point whose text was clicked, or where Enter was pressed
   * @fact: (nullable): the row that was read just there
   */
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, YD_TYPE_ROW, YD_TYPE_ROW);
}

static void
yd_source_text_init (YdSourceText *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->kinds = YD_MARKS_ALL;
  self->mark_unplaced = TRUE;

  g_object_set (self, "editable", FALSE, "cursor-visible", TRUE, "wrap-mode", GTK_WRAP_WORD_CHAR,
                "accepts-tab", FALSE, "left-margin", YD_SOURCE_MARGIN, "right-margin", 26,
                "top-margin", 18, "bottom-margin", 60, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-source-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Document as issued"), -1);
  self->filler = yd_source_filler_new (get_buffer (self), filled_cb, self);
  self->folds = yd_source_folds_new (get_buffer (self));
  self->offer = yd_source_offer_new (GTK_TEXT_VIEW (self));

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (menu), GTK_PHASE_CAPTURE);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Returns: (transfer none) (nullable): the text */
YdSource *
yd_source_text_get_source (YdSourceText *self)
{
  g_return_val_if_fail (YD_IS_SOURCE_TEXT (self), NULL);

  return self->source;
}

/* GTK 4.8 ends a scroll that is still on its way when its window goes; a text that has become
 * shorter meanwhile ends it too, and so it ends twice.
 */
static void
stop_scrolling (YdSourceText *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
}

/* Shows another text, or none; marks belong to a text and go with it. */
void
yd_source_text_set_source (YdSourceText *self,
                           YdSource     *source)
{
  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  if (self->source == source)
    return;

  stop_scrolling (self);

  /* The text before goes first: of what is not there nothing has to be unfolded. */
  yd_source_filler_set_source (self->filler, source);
  yd_source_folds_reset (self->folds);
  g_clear_pointer (&self->marks, yd_source_marks_free);
  g_clear_pointer (&self->source, yd_source_unref);
  self->wanted = (YdSpan) { 0 };
  self->unseen = TRUE;
  _yd_source_text_stop_bringing (self);

  self->source = source != NULL ? yd_source_ref (source) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Returns: whether the text still comes */
gboolean
yd_source_text_get_loading (YdSourceText *self)
{
  g_return_val_if_fail (YD_IS_SOURCE_TEXT (self), FALSE);

  return self->filler != NULL && yd_source_filler_get_loading (self->filler);
}

/* Returns: (transfer none) (nullable): what is underlined */
YdSourceMarks *
yd_source_text_get_marks (YdSourceText *self)
{
  g_return_val_if_fail (YD_IS_SOURCE_TEXT (self), NULL);

  return self->marks;
}

/**
 * yd_source_text_take_marks:
 * @self: a text with a source
 * @marks: (transfer full) (nullable): what shall be underlined
 */
void
yd_source_text_take_marks (YdSourceText  *self,
                           YdSourceMarks *marks)
{
  gboolean first;

  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  first = self->marks == NULL;
  yd_source_folds_reset (self->folds);
  g_clear_pointer (&self->marks, yd_source_marks_free);
  self->marks = marks;
  yd_source_filler_set_marks (self->filler, marks);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  /* What was to be shown before it was known where it stands */
  if (first && marks != NULL)
    yd_source_text_show (self, self->point, self->fact);
}

/* Returns: the kinds that are underlined, a bit for each */
guint
yd_source_text_get_kinds (YdSourceText *self)
{
  g_return_val_if_fail (YD_IS_SOURCE_TEXT (self), 0);

  return self->kinds;
}

void
yd_source_text_set_kinds (YdSourceText *self,
                          guint         kinds)
{
  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  self->kinds = kinds;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
yd_source_text_set_mark_unplaced (YdSourceText *self,
                                  gboolean      mark_unplaced)
{
  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  self->mark_unplaced = mark_unplaced;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is to be checked changed: other points are folded, other words have a ground. */
void
yd_source_text_update (YdSourceText *self)
{
  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  if (!yd_source_text_get_loading (self))
    yd_source_folds_update (self->folds, self->marks, self->narrow, self->point);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * yd_source_text_show:
 * @self: a text
 * @point: (nullable): the point whose text is filled
 * @fact: (nullable): the row whose words are outlined
 *
 * Shows what is chosen, and brings it into sight.
 */
void
yd_source_text_show (YdSourceText *self,
                     YdPoint      *point,
                     YdRow        *fact)
{
  const YdMark *mark = NULL;
  const YdMarkedBlock *block = NULL;

  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  g_set_object (&self->point, point);
  g_set_object (&self->fact, fact);
  self->outlined = (YdSpan) { 0 };
  yd_source_text_update (self);

  if (self->marks != NULL && fact != NULL)
    mark = yd_source_marks_find_row (self->marks, fact);
  if (self->marks != NULL && point != NULL)
    block = yd_source_marks_find_block (self->marks, point);

  if (mark != NULL)
    yd_source_text_scroll_to (self, mark->span);
  else if (block != NULL)
    yd_source_text_scroll_to (self, block->span);
}

/* Outlines @span, which belongs to no point, and brings it into sight. */
void
yd_source_text_show_span (YdSourceText *self,
                          YdSpan        span)
{
  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  yd_source_text_show (self, NULL, NULL);
  self->outlined = span;
  yd_source_text_scroll_to (self, span);
}

/* Returns: whether text is selected; @span is in characters, without blanks around it */
gboolean
yd_source_text_get_selection (YdSourceText *self,
                              YdSpan       *span)
{
  GtkTextIter start, end;

  g_return_val_if_fail (YD_IS_SOURCE_TEXT (self), FALSE);

  if (self->source == NULL ||
      !gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;

  while (gtk_text_iter_compare (&start, &end) < 0 &&
         g_unichar_isspace (gtk_text_iter_get_char (&start)))
    gtk_text_iter_forward_char (&start);
  while (gtk_text_iter_compare (&start, &end) < 0)
    {
      GtkTextIter last = end;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      end = last;
    }

  span->start = gtk_text_iter_get_offset (&start);
  span->end = gtk_text_iter_get_offset (&end);

  return span->start < span->end;
}

/* Returns: where the cursor is, in characters */
guint
yd_source_text_get_place (YdSourceText *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (YD_IS_SOURCE_TEXT (self), 0);

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (self)));

  return gtk_text_iter_get_offset (&iter);
}

/* Beside the list of proposals there is no room for paths, and what is checked takes one
 * line.
 */
void
yd_source_text_set_narrow (YdSourceText *self,
                           gboolean      narrow)
{
  g_return_if_fail (YD_IS_SOURCE_TEXT (self));

  self->narrow = narrow;
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self),
                                 narrow ? YD_SOURCE_MARGIN_NARROW : YD_SOURCE_MARGIN);
  yd_source_text_update (self);
}
