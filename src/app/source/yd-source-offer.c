/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-offer.h"

#include <glib/gi18n-lib.h>

/**
 * YdSourceOffer:
 *
 * What can be made of text that was selected with the pointer, just below it. It takes
 * neither the focus nor the selection away: who goes on reading need not close it. By
 * keyboard the same is in the menu of the text.
 */

struct _YdSourceOffer
{
  GtkPopover parent_instance;

  guint      follow_id;
};

G_DEFINE_FINAL_TYPE (YdSourceOffer, yd_source_offer, GTK_TYPE_POPOVER)

static void
yd_source_offer_dispose (GObject *object)
{
  g_clear_handle_id (&YD_SOURCE_OFFER (object)->follow_id, g_source_remove);

  G_OBJECT_CLASS (yd_source_offer_parent_class)->dispose (object);
}

static void
yd_source_offer_class_init (YdSourceOfferClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_source_offer_dispose;
}

static void
done_cb (YdSourceOffer *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add (YdSourceOffer *self,
     GtkWidget     *box,
     const char    *label,
     const char    *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (done_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_box_append (GTK_BOX (box), button);
}

static void
yd_source_offer_init (YdSourceOffer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add (self, box, _("Make a Point"), "source.make-point");
  add (self, box, _("Add as Unit"), "source.add-unit");
  add (self, box, _("Add as Deadline"), "source.add-deadline");

  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/* Shows itself where the selection ends, or goes where there is none. */
static void
follow (YdSourceOffer *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_widget_get_parent (GTK_WIDGET (self)));
  GtkTextIter start, end;
  GdkRectangle place;
  int x, y;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (view), &start, &end))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  gtk_text_view_get_iter_location (view, &end, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &x, &y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle) { x, y, 1, place.height });
  gtk_popover_popup (GTK_POPOVER (self));
}

static gboolean
follow_cb (gpointer user_data)
{
  YdSourceOffer *self = user_data;

  self->follow_id = 0;
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    follow (self);

  return G_SOURCE_REMOVE;
}

/* The gestures of the text take the sequence, so the event itself is looked at; what it
 * selects is known when they have had it.
 */
static gboolean
event_cb (YdSourceOffer *self,
          GdkEvent      *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE &&
      gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY && self->follow_id == 0)
    self->follow_id = g_idle_add (follow_cb, self);

  return FALSE;
}

static void
selection_cb (YdSourceOffer *self,
              GParamSpec    *pspec,
              GtkTextBuffer *buffer)
{
  if (!gtk_text_buffer_get_has_selection (buffer))
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* Returns: an offer that is a child of @view and follows its selection; @view has to let
 *   go of it and to place it
 */
GtkWidget *
yd_source_offer_new (GtkTextView *view)
{
  YdSourceOffer *self = g_object_new (YD_TYPE_SOURCE_OFFER, NULL);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_set_parent (GTK_WIDGET (self), GTK_WIDGET (view));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), events);
  g_signal_connect_object (gtk_text_view_get_buffer (view), "notify::has-selection",
                           G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
