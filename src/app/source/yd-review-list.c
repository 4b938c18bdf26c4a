/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-list.h"

#include "yd-correct-popover.h"
#include "yd-review-lines.h"
#include "yd-review-row.h"

/**
 * YdReviewList:
 *
 * The proposals, one of which is current; when none is left, a page that says so. It
 * changes nothing itself: keys and buttons activate the actions of the page.
 */

#define FOCUS_DELAY 30          /* ms: until the list was laid out */

struct _YdReviewList
{
  AdwBin              parent_instance;

  /* Owned */
  YdPlan             *plan;
  YdDirectory        *directory;
  YdReviewLines      *lines;
  YdReviewModel      *model;    /* of the lines: the proposals */
  GtkSingleSelection *selection;
  GHashTable         *rows;     /* item → the widget that shows it */
  GtkWidget          *popover;  /* while something is corrected */

  gboolean            quiet;    /* while it is told what to show */
  guint               focus_id;

  /* Template */
  GtkStack           *stack;
  GtkListView        *view;
};

G_DEFINE_FINAL_TYPE (YdReviewList, yd_review_list, ADW_TYPE_BIN)

enum {
  CHOSEN,
  CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pressed_cb (YdReviewList *self,
            const char   *action,
            YdReviewRow  *row)
{
  yd_review_list_select (self, yd_review_lines_find (self->lines, yd_review_row_get_item (row)));
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
setup_cb (YdReviewList *self,
          GtkListItem  *item)
{
  GtkWidget *row = yd_review_row_new ();

  g_signal_connect_object (row, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (YdReviewList *self,
         GtkListItem  *list_item)
{
  YdReviewItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  g_hash_table_insert (self->rows, item, row);
  yd_review_row_set_item (YD_REVIEW_ROW (row), self->plan, self->directory, item);
}

static void
unbind_cb (YdReviewList *self,
           GtkListItem  *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  gpointer item = gtk_list_item_get_item (list_item);

  if (g_hash_table_lookup (self->rows, item) == row)
    g_hash_table_remove (self->rows, item);
  yd_review_row_set_item (YD_REVIEW_ROW (row), NULL, NULL, NULL);
}

static void
chosen_cb (YdReviewList *self)
{
  YdReviewItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL && !self->quiet)
    g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
look_for_wanted (YdReviewList *self)
{
  guint position;

  if (yd_review_lines_take_wanted (self->lines, &position))
    yd_review_list_select_next (self, position);
}

static void
counted_cb (YdReviewList *self)
{
  gboolean done = g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0;

  gtk_stack_set_visible_child_name (self->stack, done ? "done" : "list");
  look_for_wanted (self);
}

/* The keys of the list. Those of a text field that is open belong to it. */
static gboolean
key_cb (YdReviewList    *self,
        guint            keyval,
        guint            keycode,
        GdkModifierType  state)
{
  static const struct { guint key; GdkModifierType state; const char *action; } keys[] = {
    { GDK_KEY_Return,    0,                                   "source.accept"         },
    { GDK_KEY_KP_Enter,  0,                                   "source.accept"         },
    { GDK_KEY_Return,    GDK_CONTROL_MASK,                    "source.accept-chapter" },
    { GDK_KEY_KP_Enter,  GDK_CONTROL_MASK,                    "source.accept-chapter" },
    { GDK_KEY_Return,    GDK_CONTROL_MASK | GDK_SHIFT_MASK,   "source.accept-sure"    },
    { GDK_KEY_KP_Enter,  GDK_CONTROL_MASK | GDK_SHIFT_MASK,   "source.accept-sure"    },
    { GDK_KEY_F2,        0,                                   "source.correct"        },
    { GDK_KEY_Delete,    0,                                   "source.drop"           },
    { GDK_KEY_KP_Delete, 0,                                   "source.drop"           },
  };

  state &= gtk_accelerator_get_default_mod_mask ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == keyval && keys[i].state == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);

  return FALSE;
}

static void
drop_popover (YdReviewList *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
yd_review_list_dispose (GObject *object)
{
  YdReviewList *self = YD_REVIEW_LIST (object);

  g_clear_handle_id (&self->focus_id, g_source_remove);
  drop_popover (self);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_REVIEW_LIST);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->directory, yd_directory_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->lines, yd_review_lines_free);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (yd_review_list_parent_class)->dispose (object);
}

static void
yd_review_list_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  YdReviewList *self = YD_REVIEW_LIST (widget);

  GTK_WIDGET_CLASS (yd_review_list_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
yd_review_list_class_init (YdReviewListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_review_list_dispose;
  widget_class->size_allocate = yd_review_list_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-review-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YdReviewList, stack);
  gtk_widget_class_bind_template_child (widget_class, YdReviewList, view);

  /**
   * YdReviewList::chosen:
   * @self: a list
   * @item: the line that a person made the current one
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_REVIEW_ITEM);

  /**
   * YdReviewList::corrected:
   * @self: a list
   * @edit: what a person corrected, not committed
   */
  signals[CORRECTED] = g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_EDIT);
}

static void
make_view (YdReviewList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
yd_review_list_init (YdReviewList *self)
{
  self->lines = yd_review_lines_new ();
  self->model = g_object_ref (yd_review_lines_get_model (self->lines));
  self->rows = g_hash_table_new (NULL, NULL);
  self->selection =
    gtk_single_selection_new (g_object_ref (yd_review_lines_get_all (self->lines)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "counted", G_CALLBACK (counted_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  make_view (self);
}

/* Returns: (transfer none): the lines */
YdReviewModel *
yd_review_list_get_model (YdReviewList *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_LIST (self), NULL);

  return self->model;
}

/* @directory tells which names are no longer in use; both may be %NULL. */
void
yd_review_list_set_plan (YdReviewList *self,
                         YdPlan       *plan,
                         YdDirectory  *directory)
{
  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  drop_popover (self);
  yd_review_lines_want_nothing (self->lines);
  g_set_object (&self->plan, plan);
  g_clear_pointer (&self->directory, yd_directory_unref);
  self->directory = directory != NULL ? yd_directory_ref (directory) : NULL;
  self->quiet = TRUE;
  yd_review_model_set_plan (self->model, plan);
  self->quiet = FALSE;
}

/**
 * yd_review_list_set_unplaced:
 * @self: a list
 * @source: (nullable): the text
 * @marks: (nullable): what is known about it
 *
 * Lists what belongs to no point, behind all proposals.
 */
void
yd_review_list_set_unplaced (YdReviewList  *self,
                             YdSource      *source,
                             YdSourceMarks *marks)
{
  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  self->quiet = TRUE;
  yd_review_lines_set_unplaced (self->lines, source, marks);
  self->quiet = FALSE;
}

/* Follows @edit. The line after one that went is not chosen by that. */
void
yd_review_list_update (YdReviewList *self,
                       YdEdit       *edit)
{
  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  self->quiet = TRUE;
  yd_review_model_update (self->model, edit);
  self->quiet = FALSE;
}

/* Returns: (transfer none) (nullable): the current line */
YdReviewItem *
yd_review_list_get_current (YdReviewList *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* Returns: where it is, or %YD_REVIEW_NONE */
guint
yd_review_list_get_position (YdReviewList *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_LIST (self), YD_REVIEW_NONE);

  return gtk_single_selection_get_selected (self->selection);
}

/* A line that comes into sight has no widget before the list was laid out. */
static gboolean
focus_cb (gpointer user_data)
{
  YdReviewList *self = user_data;

  self->focus_id = 0;
  yd_review_list_focus (self);

  return G_SOURCE_REMOVE;
}

/* Returns: whether the focus is on a line */
gboolean
yd_review_list_has_focus (YdReviewList *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_LIST (self), FALSE);

  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

/* Moves the focus to the current line as soon as that has a widget. */
void
yd_review_list_focus_later (YdReviewList *self)
{
  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  if (self->focus_id == 0)
    self->focus_id = g_timeout_add (FOCUS_DELAY, focus_cb, self);
}

/* Makes the line at @position the current one, in sight and with the focus if the list
 * has it.
 */
void
yd_review_list_select (YdReviewList *self,
                       guint         position)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view));

  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  if (position == YD_REVIEW_NONE)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  if (focus != NULL)
    yd_review_list_focus_later (self);
}

/* Goes to the next line that is to be checked; @from and after, then from the start. */
void
yd_review_list_select_next (YdReviewList *self,
                            guint         from)
{
  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  yd_review_list_select (self, yd_review_model_find_next (self->model, from));
}

/**
 * yd_review_list_go_on:
 * @self: a list
 * @point: (nullable): the point that is selected
 * @row: (nullable): where a person was last
 *
 * Goes on checking with @row, else with what was read at @point, else from the start, as
 * soon as the list has it.
 */
void
yd_review_list_go_on (YdReviewList *self,
                      YdPoint      *point,
                      YdRow        *row)
{
  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  yd_review_lines_want (self->lines, point, row);
  look_for_wanted (self);
}

/* Shows what was chosen elsewhere, if it is here; says nothing about it. */
void
yd_review_list_show_point (YdReviewList *self,
                           YdPoint      *point,
                           YdRow        *fact)
{
  YdReviewItem *current = yd_review_list_get_current (self);
  guint position = YD_REVIEW_NONE;

  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  if (fact != NULL)
    position = yd_review_model_find_row (self->model, fact);
  else if (point != NULL && current != NULL && yd_review_item_get_point (current) == point)
    return;
  if (position == YD_REVIEW_NONE && point != NULL)
    position = yd_review_model_find_point (self->model, point);

  self->quiet = TRUE;
  yd_review_list_select (self, position);
  self->quiet = FALSE;
}

static void
corrected_cb (YdReviewList *self,
              YdEdit       *edit)
{
  g_signal_emit (self, signals[CORRECTED], 0, edit);
}

static void
closed_cb (YdReviewList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Opens the field of the current line, below it. */
void
yd_review_list_correct (YdReviewList *self)
{
  YdReviewItem *item;
  YdRow *row;
  GtkWidget *widget;
  graphene_rect_t bounds;

  g_return_if_fail (YD_IS_REVIEW_LIST (self));

  item = yd_review_list_get_current (self);
  row = item != NULL ? yd_review_item_get_row (item) : NULL;
  widget = item != NULL ? g_hash_table_lookup (self->rows, item) : NULL;
  if (row == NULL)
    return;

  drop_popover (self);
  self->popover = yd_correct_popover_new (self->plan, row);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  if (widget != NULL && gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { bounds.origin.x + bounds.size.width / 2,
                                                   bounds.origin.y, 1, bounds.size.height });
  g_signal_connect_object (self->popover, "corrected", G_CALLBACK (corrected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (
    yd_correct_popover_get_field (YD_CORRECT_POPOVER (self->popover)));
}

/* Moves the focus to the current line. Returns: whether it is there */
gboolean
yd_review_list_focus (YdReviewList *self)
{
  YdReviewItem *item;
  GtkWidget *widget;

  g_return_val_if_fail (YD_IS_REVIEW_LIST (self), FALSE);

  item = yd_review_list_get_current (self);
  widget = item != NULL ? g_hash_table_lookup (self->rows, item) : NULL;
  widget = widget != NULL ? gtk_widget_get_parent (widget) : NULL;

  return widget != NULL ? gtk_widget_grab_focus (widget)
                        : gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
