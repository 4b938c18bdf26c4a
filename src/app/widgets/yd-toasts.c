/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-toasts.h"

#include "yd-accessible.h"
#include "yd-toast-item-private.h"

/**
 * YdToasts:
 *
 * What a window says: one thing at a time, in the toast of its overlay. Nobody else adds one there.
 *
 * libadwaita 1.2 keeps a toast until it has moved out, and forgets that it may still move in: what
 * ends last then writes into what is freed. That comes about when one is dismissed while it
 * appears in the place of another, which takes longer than to move out; when the machine is slow
 * and both end with one frame; and when nothing is drawn, behind other windows, until the toast is
 * over. A toast of a high priority brings back the one before, and aborts if that still moves. So
 * the overlay gets the next toast when it is rid of the one before, each has a normal priority, and
 * none is let go before it has wholly appeared, whoever dismisses it: a key, the cross, its
 * button, its time. What follows meanwhile stands in the same toast.
 */

struct _YdToasts
{
  GObject          parent_instance;

  /* Weak */
  AdwToastOverlay *overlay;     /* (nullable): when it is gone */

  /* Owned */
  GListModel      *children;    /* of the overlay */
  GPtrArray       *waiting;     /* (element-type YdToastItem): the next one first */
  AdwToast        *toast;       /* (nullable): unless none is there, or it moves out */
  YdToastItem     *shown;       /* (nullable): in the toast */

  guint            tick_id;     /* while what is shown has not wholly appeared */
  gint64           since;       /* of the frame clock, in microseconds; 0 before the first frame */
  guint            next_id;
  gboolean         answered;    /* the toast will be dismissed for a button that was pressed */
};

G_DEFINE_FINAL_TYPE (YdToasts, yd_toasts, G_TYPE_OBJECT)

/* libadwaita 1.2 takes 300 ms. */
#define APPEARS (400 * G_TIME_SPAN_MILLISECOND)

/* What somebody waits for has to be read, and no more. In seconds. */
#define SHORT 2

static gboolean
is_ending (YdToasts *self)
{
  return self->overlay == NULL || gtk_widget_in_destruction (GTK_WIDGET (self->overlay));
}

/* Adding it again has its time begin anew. */
static void
set_seconds (YdToasts *self,
             guint     seconds)
{
  adw_toast_set_timeout (self->toast, seconds);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
}

static void
begin_time (YdToasts *self)
{
  const gboolean hurry = self->waiting->len > 0 && self->shown->kind == YD_TOAST_PASSING;

  set_seconds (self, hurry ? SHORT : _yd_toast_item_get_seconds (self->shown));
}

/* The toast whose button was pressed will be dismissed, and that must not fall on the next one. */
static void
dismiss (YdToasts *self)
{
  if (self->toast != NULL && !(self->answered && self->shown->done))
    adw_toast_dismiss (self->toast);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YdToasts *self = user_data;
  const gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->since == 0)
    self->since = now;
  if (now - self->since < APPEARS)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  if (self->shown->done)
    dismiss (self);
  else
    begin_time (self);

  return G_SOURCE_REMOVE;
}

static void
begin_appearing (YdToasts *self)
{
  self->since = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->overlay), tick_cb, self, NULL);
}

static void
fill_toast (YdToasts *self)
{
  g_autoptr(GtkWidget) content = _yd_toast_item_make (self->shown);

  adw_toast_set_custom_title (self->toast, content);
  adw_toast_set_button_label (self->toast, self->shown->label);
}

static void dismissed_cb (YdToasts *self,
                          AdwToast *toast);
static void pressed_cb   (YdToasts *self,
                          AdwToast *toast);

/* A toast forgets its overlay as soon as it is dismissed, before anybody can object, and then can
 * not be dismissed again. This one is not used again when it has gone.
 */
static void
have_it_remember (AdwToast *toast)
{
  const gulong forgets = g_signal_handler_find (toast, G_SIGNAL_MATCH_ID,
                                                g_signal_lookup ("dismissed", ADW_TYPE_TOAST), 0,
                                                NULL, NULL, NULL);

  if (forgets != 0)
    g_signal_handler_block (toast, forgets);
}

/* We hear of it before the overlay does. Its time begins when it can be seen. */
static void
add_toast (YdToasts *self)
{
  self->toast = adw_toast_new ("");
  have_it_remember (self->toast);
  adw_toast_set_timeout (self->toast, 0);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (pressed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_toast (self);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));
}

/* @item: (transfer full): what is shown from now on */
static void
show_item (YdToasts    *self,
           YdToastItem *item)
{
  g_clear_pointer (&self->shown, _yd_toast_item_free);
  self->shown = item;
  if (self->toast == NULL)
    {
      add_toast (self);
    }
  else
    {
      fill_toast (self);
      set_seconds (self, 0);
    }

  begin_appearing (self);
}

static void
show_next (YdToasts *self)
{
  show_item (self, g_ptr_array_steal_index (self->waiting, 0));
}

/* The content of the overlay stays; what stands beside it is a toast, which may be moving out. */
static gboolean
has_toast (YdToasts *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->overlay))
      return TRUE;

  return FALSE;
}

static void
next_cb (gpointer user_data)
{
  YdToasts *self = user_data;

  self->next_id = 0;
  if (!is_ending (self) && self->toast == NULL && self->waiting->len > 0 && !has_toast (self))
    show_next (self);
}

static void
children_changed_cb (YdToasts   *self,
                     guint       position,
                     guint       n_removed,
                     guint       n_added,
                     GListModel *children)
{
  if (is_ending (self))
    return;

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWidget) child = g_list_model_get_item (children, i);

      if (child != adw_toast_overlay_get_child (self->overlay))
        yd_accessible_name_toast (child);
    }

  if (self->toast == NULL && self->next_id == 0)
    self->next_id = g_idle_add_once (next_cb, self);
}

/* Whether what is shown now has come after the button was pressed: that has not to go. */
static gboolean
take_answer (YdToasts *self)
{
  const gboolean answered = self->answered;

  self->answered = FALSE;

  return answered && !self->shown->done;
}

/* The overlay does not hear of it if the toast has to stay. */
static void
dismissed_cb (YdToasts *self,
              AdwToast *toast)
{
  if (toast != self->toast || is_ending (self))
    return;

  if (take_answer (self))
    {
      g_signal_stop_emission_by_name (toast, "dismissed");
      if (self->tick_id == 0)
        begin_time (self);
      return;
    }

  self->shown->done = TRUE;
  if (self->tick_id != 0)
    {
      g_signal_stop_emission_by_name (toast, "dismissed");
    }
  else if (self->waiting->len > 0)
    {
      g_signal_stop_emission_by_name (toast, "dismissed");
      show_next (self);
    }
  else
    {
      g_clear_object (&self->toast);
      g_clear_pointer (&self->shown, _yd_toast_item_free);
    }
}

static void
act (YdToasts *self)
{
  g_autofree char *action = g_strdup (self->shown->action);
  g_autoptr(GVariant) target = self->shown->target != NULL ? g_variant_ref (self->shown->target)
                                                           : NULL;

  if (self->shown->pressed != NULL)
    self->shown->pressed (self->shown->content);
  else if (action != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self->overlay), action, target);
}

/* The widget of the toast dismisses it soon after. Who presses twice wants it once. */
static void
pressed_cb (YdToasts *self,
            AdwToast *toast)
{
  if (toast != self->toast || is_ending (self))
    return;

  self->answered = TRUE;
  if (self->shown->done)
    return;

  self->shown->done = TRUE;
  act (self);
}

/* Nobody has read it yet, or something can be done about it, and it did not wait for @item. */
static gboolean
is_kept (YdToasts          *self,
         const YdToastItem *item)
{
  return !_yd_toast_item_ends (item, self->shown) &&
         (self->tick_id != 0 || self->shown->kind == YD_TOAST_OFFER);
}

/* @item: (transfer full) */
static void
interrupt (YdToasts    *self,
           YdToastItem *item)
{
  if (is_kept (self, item))
    _yd_toast_items_put_back (self->waiting, g_steal_pointer (&self->shown));

  show_item (self, item);
}

/* @item: (transfer full) */
static void
wait (YdToasts    *self,
      YdToastItem *item)
{
  _yd_toast_items_add (self->waiting, item);
  if (self->shown == NULL && !has_toast (self))
    show_next (self);
  else if (self->shown != NULL && self->shown->kind == YD_TOAST_PASSING &&
           self->tick_id == 0 && self->waiting->len == 1)
    begin_time (self);
}

static void
yd_toasts_dispose (GObject *object)
{
  YdToasts *self = YD_TOASTS (object);

  if (self->tick_id != 0 && self->overlay != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->tick_id);
  self->tick_id = 0;
  g_clear_handle_id (&self->next_id, g_source_remove);
  g_clear_object (&self->children);
  g_clear_object (&self->toast);
  g_clear_pointer (&self->shown, _yd_toast_item_free);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_weak_pointer (&self->overlay);

  G_OBJECT_CLASS (yd_toasts_parent_class)->dispose (object);
}

static void
yd_toasts_class_init (YdToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_toasts_dispose;
}

static void
yd_toasts_init (YdToasts *self)
{
  self->waiting = _yd_toast_items_new ();
}

/**
 * yd_toasts_new:
 * @overlay: (transfer none): where they are shown; nobody else adds a toast to it
 *
 * Returns: (transfer full): what says things there
 */
YdToasts *
yd_toasts_new (AdwToastOverlay *overlay)
{
  YdToasts *self = g_object_new (YD_TYPE_TOASTS, NULL);

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  g_set_weak_pointer (&self->overlay, overlay);
  self->children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect_object (self->children, "items-changed", G_CALLBACK (children_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  AdwToastOverlay *found = ADW_IS_TOAST_OVERLAY (widget) ? ADW_TOAST_OVERLAY (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_overlay (child);

  return found;
}

/**
 * yd_toasts_new_within:
 * @widget: that has an overlay for toasts somewhere in it, as windows of libadwaita have
 *
 * Returns: (transfer full): what says things there
 */
YdToasts *
yd_toasts_new_within (GtkWidget *widget)
{
  return yd_toasts_new (find_overlay (widget));
}

/* The way back leads from the last step, even if it was told of one before in the same words; and
 * what was refused before is of no use.
 */
static void
end_steps (YdToasts *self)
{
  _yd_toast_items_end_kind (self->waiting, YD_TOAST_STEP);
  _yd_toast_items_end_kind (self->waiting, YD_TOAST_REFUSAL);
}

/**
 * yd_toasts_add:
 * @self: what says things in a window
 * @toast: what is to be said
 *
 * Shows @toast when it is its turn; once, as long as it waits or can be seen. A step that was done
 * ends what was refused before, whether that was told already or not.
 */
void
yd_toasts_add (YdToasts      *self,
               const YdToast *toast)
{
  g_autoptr(YdToastItem) item = NULL;

  g_return_if_fail (YD_IS_TOASTS (self));
  g_return_if_fail (toast != NULL && (toast->words != NULL || toast->content != NULL));

  item = _yd_toast_item_new (toast);
  if (item->kind == YD_TOAST_STEP)
    end_steps (self);
  if (is_ending (self) || _yd_toast_items_have (self->waiting, item))
    return;

  if (self->shown != NULL && !self->shown->done && _yd_toast_item_same (self->shown, item))
    {
      if (self->tick_id == 0)
        begin_time (self);
    }
  else if (self->shown != NULL && _yd_toast_item_interrupts (item, self->shown))
    {
      interrupt (self, g_steal_pointer (&item));
    }
  else
    {
      wait (self, g_steal_pointer (&item));
    }
}

/* Says for a while @words, what was done or why not. */
void
yd_toasts_say (YdToasts   *self,
               const char *words)
{
  yd_toasts_add (self, &(YdToast) { .kind = YD_TOAST_PASSING, .words = words });
}

/* Says until it is closed @words, what went wrong and what to do: that stands at the end, and where
 * a file could not be written there is time to make room.
 */
void
yd_toasts_warn (YdToasts   *self,
                const char *words)
{
  yd_toasts_add (self, &(YdToast) { .kind = YD_TOAST_FAULT, .words = words });
}

/* Says @words, why a step was not done: until it is closed, the next step is done, or the plan is
 * another one.
 */
void
yd_toasts_refuse (YdToasts   *self,
                  const char *words)
{
  yd_toasts_add (self, &(YdToast) { .kind = YD_TOAST_REFUSAL, .words = words, .of_plan = TRUE });
}

/* What was in the way of a step is mended: why it was refused is told no longer. */
void
yd_toasts_end_refusal (YdToasts *self)
{
  g_return_if_fail (YD_IS_TOASTS (self));

  if (is_ending (self))
    return;

  _yd_toast_items_end_kind (self->waiting, YD_TOAST_REFUSAL);
  if (self->shown != NULL && self->shown->kind == YD_TOAST_REFUSAL)
    dismiss (self);
}

/* What is shown has served. */
void
yd_toasts_dismiss (YdToasts *self)
{
  g_return_if_fail (YD_IS_TOASTS (self));

  dismiss (self);
}

/* Another plan is open: the way back, and what was offered, would be another one's. */
void
yd_toasts_end_plan (YdToasts *self)
{
  g_return_if_fail (YD_IS_TOASTS (self));

  if (is_ending (self))
    return;

  _yd_toast_items_end_plan (self->waiting);
  if (self->shown == NULL || !self->shown->of_plan)
    return;

  adw_toast_set_button_label (self->toast, NULL);
  g_clear_pointer (&self->shown->action, g_free);
  dismiss (self);
}

/* Returns: (transfer none) (nullable): what is shown, if that is words */
const char *
yd_toasts_get_words (YdToasts *self)
{
  g_return_val_if_fail (YD_IS_TOASTS (self), NULL);

  return self->shown != NULL ? self->shown->words : NULL;
}

/* Returns: how many things are shown or wait */
guint
yd_toasts_count (YdToasts *self)
{
  g_return_val_if_fail (YD_IS_TOASTS (self), 0);

  return self->waiting->len + (self->shown != NULL);
}
