/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-expander.h"

/**
 * YdOutlineExpander:
 *
 * What unfolds a row, before its title: an arrow that stands the deeper the deeper the row
 * does. It has the keys of #GtkTreeExpander, and unfolds under what is dragged as that does.
 *
 * That one keeps a widget for each step and one for the arrow, and listens to its row, which
 * is much for the two hundred rows that a list binds when it jumps. Here all of this is drawn,
 * and a row is only remembered until it is seen.
 */

/* Pixels. A row of the first level stands a little behind its chapter, each further one by
 * the same step. What is so deep that no room would be left for the title stands before it.
 */
#define FIRST_STEP 8
#define STEP 26
#define GAP 8
#define SLACK 4

/* Milliseconds that something is held above a row before it unfolds, as in GTK. */
#define HOLD 500

struct _YdOutlineExpander
{
  GtkWidget        parent_instance;

  /* Owned */
  GtkTreeListRow  *row;
  YdPoint         *point;       /* of the row */

  /* Borrowed: a child */
  YdOutlineTitle  *title;

  gulong           watch_id;    /* of the row */
  guint            hold_id;
  guint            depth;
  gboolean         leaf;        /* it has nothing to be unfolded */
};

G_DEFINE_FINAL_TYPE (YdOutlineExpander, yd_outline_expander, GTK_TYPE_WIDGET)

/* Returns: where the title begins in a row of @width, which is never too narrow for it */
static int
get_indent (YdOutlineExpander *self,
            int                width)
{
  const int steps = self->depth == 0 ? 0 : FIRST_STEP + STEP * ((int) self->depth - 1);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (self->title), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);

  return MIN (steps + YD_OUTLINE_ARROW + GAP, MAX (width - minimum, 0));
}

/* Returns: where the arrow begins, or begins to be hit */
static int
get_arrow (YdOutlineExpander *self)
{
  return get_indent (self, gtk_widget_get_width (GTK_WIDGET (self))) - YD_OUTLINE_ARROW - GAP;
}

/* Its size never depends on the depth, so that a jump measures nothing again. */
static void
yd_outline_expander_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  YdOutlineExpander *self = YD_OUTLINE_EXPANDER (widget);

  gtk_widget_measure (GTK_WIDGET (self->title), orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += FIRST_STEP + YD_OUTLINE_ARROW + GAP;
      *natural += FIRST_STEP + YD_OUTLINE_ARROW + GAP;
    }
}

static void
yd_outline_expander_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  YdOutlineExpander *self = YD_OUTLINE_EXPANDER (widget);
  const int indent = get_indent (self, width);

  gtk_widget_size_allocate (GTK_WIDGET (self->title),
                            &(GtkAllocation) { indent, 0, width - indent, height }, baseline);
}

/* Whether there is an arrow, the title tells when it is filled. */
static void
yd_outline_expander_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  YdOutlineExpander *self = YD_OUTLINE_EXPANDER (widget);
  YdOutlineField *field = YD_OUTLINE_FIELD (self->title);

  yd_outline_field_fill (field);
  if (!self->leaf && self->row != NULL)
    yd_outline_ink_draw_arrow (yd_outline_field_get_ink (field), snapshot,
                               gtk_tree_list_row_get_expanded (self->row),
                               &GRAPHENE_RECT_INIT (get_arrow (self), 0, YD_OUTLINE_ARROW,
                                                    gtk_widget_get_height (widget)));

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->title), snapshot);
}

/* Its title comes first, if something is typed there. */
static gboolean
yd_outline_expander_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  YdOutlineExpander *self = YD_OUTLINE_EXPANDER (widget);

  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  if (gtk_widget_child_focus (GTK_WIDGET (self->title), direction))
    return TRUE;

  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

/* Folding */

static gboolean
set_expanded (YdOutlineExpander *self,
              gboolean           expanded)
{
  if (self->row == NULL)
    return GDK_EVENT_PROPAGATE;

  /* With that somebody watches it. */
  yd_outline_field_fill (YD_OUTLINE_FIELD (self->title));
  gtk_tree_list_row_set_expanded (self->row, expanded);

  return GDK_EVENT_STOP;
}

static gboolean
expand_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  return set_expanded (YD_OUTLINE_EXPANDER (widget), g_variant_get_boolean (arguments));
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  YdOutlineExpander *self = YD_OUTLINE_EXPANDER (widget);

  return set_expanded (self, self->row != NULL && !gtk_tree_list_row_get_expanded (self->row));
}

/* A click beside the arrow is one on the row. */
static void
pressed_cb (YdOutlineExpander *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *click)
{
  const int arrow = get_arrow (self);
  const gboolean hit = !self->leaf && x >= arrow - SLACK && x < arrow + YD_OUTLINE_ARROW + SLACK;

  if (hit)
    toggle_cb (GTK_WIDGET (self), NULL, NULL);
  gtk_gesture_set_state (click, hit ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
held_cb (gpointer user_data)
{
  YdOutlineExpander *self = user_data;

  self->hold_id = 0;
  set_expanded (self, TRUE);

  return G_SOURCE_REMOVE;
}

static void
end_hold (YdOutlineExpander *self)
{
  g_clear_handle_id (&self->hold_id, g_source_remove);
}

static void
enter_cb (YdOutlineExpander *self)
{
  if (self->hold_id == 0 && self->row != NULL && !gtk_tree_list_row_get_expanded (self->row))
    self->hold_id = g_timeout_add (HOLD, held_cb, self);
}

static void
yd_outline_expander_dispose (GObject *object)
{
  YdOutlineExpander *self = YD_OUTLINE_EXPANDER (object);

  yd_outline_expander_set_row (self, NULL, NULL);
  if (self->title != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->title)));

  G_OBJECT_CLASS (yd_outline_expander_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint           key;
    GdkModifierType modifiers;
    gboolean        expands;
  } keys[] = {
    { GDK_KEY_plus, 0, TRUE },
    { GDK_KEY_KP_Add, 0, TRUE },
    { GDK_KEY_asterisk, 0, TRUE },
    { GDK_KEY_KP_Multiply, 0, TRUE },
    { GDK_KEY_Right, GDK_SHIFT_MASK, TRUE },
    { GDK_KEY_KP_Right, GDK_SHIFT_MASK, TRUE },
    { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TRUE },
    { GDK_KEY_KP_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TRUE },
    { GDK_KEY_minus, 0, FALSE },
    { GDK_KEY_KP_Subtract, 0, FALSE },
    { GDK_KEY_slash, 0, FALSE },
    { GDK_KEY_KP_Divide, 0, FALSE },
    { GDK_KEY_Left, GDK_SHIFT_MASK, FALSE },
    { GDK_KEY_KP_Left, GDK_SHIFT_MASK, FALSE },
    { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, FALSE },
    { GDK_KEY_KP_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (klass, keys[i].key, keys[i].modifiers, expand_cb, "b",
                                  keys[i].expands);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Space, GDK_CONTROL_MASK, toggle_cb, NULL);
}

static void
yd_outline_expander_class_init (YdOutlineExpanderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_outline_expander_dispose;
  widget_class->measure = yd_outline_expander_measure;
  widget_class->size_allocate = yd_outline_expander_size_allocate;
  widget_class->snapshot = yd_outline_expander_snapshot;
  widget_class->focus = yd_outline_expander_focus;

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "treeexpander");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TREE_ITEM);
}

static void
yd_outline_expander_init (YdOutlineExpander *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *drops = gtk_drop_controller_motion_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (drops, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (drops, "leave", G_CALLBACK (end_hold), self);
  gtk_widget_add_controller (GTK_WIDGET (self), drops);
}

/**
 * yd_outline_expander_new:
 * @title: (transfer full): the title, without a parent
 *
 * Returns: (transfer full): what unfolds, with @title behind it
 */
GtkWidget *
yd_outline_expander_new (YdOutlineTitle *title)
{
  YdOutlineExpander *self = g_object_new (YD_TYPE_OUTLINE_EXPANDER, NULL);

  self->title = title;
  gtk_widget_set_parent (GTK_WIDGET (title), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * yd_outline_expander_set_row:
 * @self: an expander
 * @row: (nullable): the row that it unfolds
 * @point: (nullable): the point of @row
 *
 * Only remembers them; yd_outline_expander_show() tells the rest, once the row is seen.
 */
void
yd_outline_expander_set_row (YdOutlineExpander *self,
                             GtkTreeListRow    *row,
                             YdPoint           *point)
{
  guint depth;

  g_return_if_fail (YD_IS_OUTLINE_EXPANDER (self));

  end_hold (self);
  if (self->watch_id != 0)
    g_signal_handler_disconnect (self->row, self->watch_id);
  self->watch_id = 0;
  g_set_object (&self->row, row);
  g_set_object (&self->point, point);

  depth = row != NULL ? gtk_tree_list_row_get_depth (row) : self->depth;
  if (depth != self->depth)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->depth = depth;
}

/**
 * yd_outline_expander_show:
 * @self: an expander with a row
 * @leaf: whether there is nothing to be unfolded
 * @sentence: what is spoken of the row
 */
void
yd_outline_expander_show (YdOutlineExpander *self,
                          gboolean           leaf,
                          const char        *sentence)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  g_return_if_fail (YD_IS_OUTLINE_EXPANDER (self) && self->row != NULL);

  self->leaf = leaf;
  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) self->depth + 1, -1);
  if (leaf)
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
  else
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED,
                                 gtk_tree_list_row_get_expanded (self->row), -1);
}

/**
 * yd_outline_expander_watch:
 * @self: an expander with a row
 * @callback: called with the row, the property and @owner whenever the row folds or unfolds,
 *   until it is another one's
 * @owner: who asks; it outlives @self
 */
void
yd_outline_expander_watch (YdOutlineExpander *self,
                           GCallback          callback,
                           gpointer           owner)
{
  g_return_if_fail (YD_IS_OUTLINE_EXPANDER (self) && self->row != NULL);

  if (self->watch_id == 0)
    self->watch_id = g_signal_connect (self->row, "notify::expanded", callback, owner);
}

/* Returns: (transfer none): the title behind the arrow */
YdOutlineTitle *
yd_outline_expander_get_title (YdOutlineExpander *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_EXPANDER (self), NULL);

  return self->title;
}

/* Returns: (transfer none) (nullable): the point whose row it unfolds */
YdPoint *
yd_outline_expander_get_point (YdOutlineExpander *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_EXPANDER (self), NULL);

  return self->point;
}
