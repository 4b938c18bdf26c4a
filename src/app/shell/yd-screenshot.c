/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-screenshot.h"

#include <string.h>

/* Pictures of the window from inside: they need no tool and are the same on every
 * display. The window must have come to rest, so frames are counted in which it had
 * nothing to do.
 */

#define QUIET_FRAMES 12
#define MAX_FRAMES 4800         /* 80 s: on a busy machine one looks on while others work */
#define MAX_TRIES 60            /* a long text is laid out in pieces, and asks for room each time */

#define FOCUS_PART "focus-part::"

typedef struct
{
  char             *path;
  char            **actions;
  guint             n_done;
  YdScreenshotFunc  func;
  gpointer          user_data;
  guint             n_quiet;
  guint             n_frames;
  guint             n_tries;
} Screenshot;

static void
screenshot_free (gpointer data)
{
  Screenshot *self = data;

  g_free (self->path);
  g_strfreev (self->actions);
  g_free (self);
}

static gboolean
write_picture (GtkWidget  *widget,
               const char *path)
{
  g_autoptr(GskRenderNode) node = NULL;
  g_autoptr(GdkTexture) texture = yd_screenshot_render (widget, &node);

  return texture != NULL && gdk_texture_save_to_png (texture, path);
}

/* A window or popover in front of the one that is asked for, or that one. */
static GtkWidget *
get_front (GtkWidget *window)
{
  g_autoptr(GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());
  guint n = g_list_model_get_n_items (toplevels);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  GtkNative *native = focus != NULL ? gtk_widget_get_native (focus) : NULL;

  if (GTK_IS_POPOVER (native))
    return GTK_WIDGET (native);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkWidget) front = g_list_model_get_item (toplevels, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (front)) == GTK_WINDOW (window) &&
          gtk_widget_get_mapped (front))
        return front;                   /* GTK keeps it */
    }

  return window;
}

/* Where a person would press the key. */
static gboolean
activate_in (GtkWidget  *window,
             const char *name,
             GVariant   *target)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return gtk_widget_activate_action_variant (focus != NULL ? focus : window, name, target);
}

/* Goes to where a person would go with the Tab key: to the part @id of the description of a
 * page (`data/ui`), or to the first below it that can have the focus.
 * Returns: FALSE if it is not shown, or has no room for the focus */
static gboolean
focus_part (GtkWidget  *widget,
            const char *id)
{
  const char *own = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_strcmp0 (own, id) == 0)
    return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_part (child, id))
      return TRUE;

  return FALSE;
}

/* In the window, or in what stands before it. `focus-part::ID` is an action of this file. */
static void
activate (GtkWidget  *window,
          const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;
  GtkWidget *front = get_front (window);

  if (g_str_has_prefix (detailed, FOCUS_PART) &&
      focus_part (window, detailed + strlen (FOCUS_PART)))
    return;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL) ||
      (!activate_in (window, name, target) &&
       !(GTK_IS_WINDOW (front) && activate_in (front, name, target))))
    g_warning ("There is no action %s", detailed);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Screenshot *self = user_data;
  GtkWidget *front = get_front (widget);
  gboolean written;

  /* A display without a compositor gives windows a frame, as it gives no shadow. */
  gtk_widget_remove_css_class (front, "solid-csd");

  self->n_frames++;
  self->n_quiet = yd_window_get_busy (YD_WINDOW (widget)) ? 0 : self->n_quiet + 1;
  if (self->n_quiet < QUIET_FRAMES && self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;

  if (self->actions != NULL && self->actions[self->n_done] != NULL)
    {
      activate (widget, self->actions[self->n_done++]);
      self->n_quiet = 0;
      return G_SOURCE_CONTINUE;
    }

  written = self->n_quiet >= QUIET_FRAMES && write_picture (front, self->path);

  /* A window that got a new size has nothing to show until it is drawn again. */
  if (!written && self->n_frames < MAX_FRAMES && ++self->n_tries < MAX_TRIES)
    {
      self->n_quiet = 0;
      return G_SOURCE_CONTINUE;
    }

  self->func (written ? front : NULL, self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * yd_screenshot_render:
 * @widget: a window that is shown
 * @node: (out) (nullable): what it is drawn from
 *
 * Returns: (transfer full) (nullable): a picture of @widget, %NULL if it has nothing to show
 */
GdkTexture *
yd_screenshot_render (GtkWidget      *widget,
                      GskRenderNode **node)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  *node = gtk_snapshot_free_to_node (snapshot);
  if (*node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), *node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/**
 * yd_screenshot_take:
 * @window: a window that is shown
 * @path: (type filename): a PNG file to be written
 * @actions: (nullable): what to do before, each when @window came to rest
 * @func: told what was shown in front when it was written, or %NULL if it could not be
 * @user_data: data for @func
 */
void
yd_screenshot_take (YdWindow         *window,
                    const char       *path,
                    char            **actions,
                    YdScreenshotFunc  func,
                    gpointer          user_data)
{
  Screenshot *self = g_new0 (Screenshot, 1);

  self->path = g_strdup (path);
  self->actions = g_strdupv (actions);
  self->func = func;
  self->user_data = user_data;
  gtk_widget_add_tick_callback (GTK_WIDGET (window), frame_cb, self, screenshot_free);
}
