/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-contents.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-contents-model.h"
#include "yd-fact-words.h"
#include "yd-review-item.h"
#include "yd-tooltip.h"

/**
 * YdSourceContents:
 *
 * Chapters and points beside the text, as a way through it, with the text before, between
 * and behind the chapters that belongs to none.
 */

struct _YdSourceContents
{
  AdwBin              parent_instance;

  /* Owned */
  YdContentsModel    *model;
  GtkTreeListModel   *tree;
  GtkSingleSelection *selection;
  GtkListView        *view;

  gboolean            quiet;    /* while it is told what to show */
  gboolean            wanted;   /* what is chosen is to come into sight */
  guint               bring_id;
  guint               n_frames; /* since it was shown */
};

/* Until its rows have their heights. */
#define LAYOUT_FRAMES 2

G_DEFINE_FINAL_TYPE (YdSourceContents, yd_source_contents, ADW_TYPE_BIN)

enum {
  CHOSEN,
  UNPLACED_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GListModel *
list_children (gpointer item,
               gpointer user_data)
{
  GListModel *children;

  if (YD_IS_REVIEW_ITEM (item))
    return NULL;

  children = yd_point_get_children (item);

  return g_list_model_get_n_items (children) > 0 ? g_object_ref (children) : NULL;
}

static GtkWidget *
make_label (const char *name,
            GtkWidget  *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_name (label, name);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label ("title", box);
  GtkWidget *count = make_label ("count", box);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_list_item_set_child (item, expander);
}

static void
speak (GtkWidget  *expander,
       const char *title,
       const char *count)
{
  g_autofree char *sentence = count != NULL ? g_strdup_printf ("%s, %s", title, count)
                                            : g_strdup (title);

  yd_accessible_set_name (expander, sentence);
  yd_accessible_set_row_name (expander, sentence);
}

static void
show_words (GtkListItem *item,
            const char  *title,
            const char  *count,
            gboolean     dim)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkWidget *label = gtk_widget_get_first_child (box);

  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_lines (GTK_LABEL (label), dim ? 1 : 2);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  yd_tooltip_set (box, title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), count);
  speak (GTK_WIDGET (expander), title, *count != '\0' ? count : NULL);
}

static void
show_point_cb (GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(YdRow) point = gtk_tree_list_row_get_item (row);
  g_autofree char *title = yd_fact_dup_title (point);
  guint n = g_list_model_get_n_items (yd_point_get_children (point));
  g_autofree char *count = n == 0 ? NULL
                         : g_strdup_printf (ngettext ("%u point", "%u points", n), n);

  show_words (item, title, count != NULL ? count : "", FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(GObject) point = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), row);
  if (YD_IS_REVIEW_ITEM (point))
    {
      show_words (item, yd_review_item_get_text (YD_REVIEW_ITEM (point)), _("Unplaced"), TRUE);
      return;
    }

  g_signal_connect_object (point, "notify::title", G_CALLBACK (show_point_cb), item,
                           G_CONNECT_SWAPPED);
  show_point_cb (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(GObject) point = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (point != NULL)
    g_signal_handlers_disconnect_by_func (point, show_point_cb, item);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
chosen_cb (YdSourceContents *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(GObject) chosen = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (chosen != NULL && !self->quiet)
    g_signal_emit (self, signals[YD_IS_REVIEW_ITEM (chosen) ? UNPLACED_CHOSEN : CHOSEN], 0,
                   chosen);
}

static void
bring_chosen (YdSourceContents *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  self->wanted = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* A list that was not laid out yet forgets where it was told to go. But who comes back to what he
 * was reading finds it there.
 */
static gboolean
bring_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  YdSourceContents *self = YD_SOURCE_CONTENTS (widget);

  if (self->n_frames++ < LAYOUT_FRAMES)
    return G_SOURCE_CONTINUE;

  self->bring_id = 0;
  if (self->wanted)
    bring_chosen (self);

  return G_SOURCE_REMOVE;
}

static void
yd_source_contents_map (GtkWidget *widget)
{
  YdSourceContents *self = YD_SOURCE_CONTENTS (widget);

  GTK_WIDGET_CLASS (yd_source_contents_parent_class)->map (widget);

  self->n_frames = 0;
  self->bring_id = gtk_widget_add_tick_callback (widget, bring_cb, NULL, NULL);
}

static void
yd_source_contents_unmap (GtkWidget *widget)
{
  YdSourceContents *self = YD_SOURCE_CONTENTS (widget);

  if (self->bring_id != 0)
    gtk_widget_remove_tick_callback (widget, self->bring_id);
  self->bring_id = 0;

  GTK_WIDGET_CLASS (yd_source_contents_parent_class)->unmap (widget);
}

static void
yd_source_contents_dispose (GObject *object)
{
  YdSourceContents *self = YD_SOURCE_CONTENTS (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, chosen_cb, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (yd_source_contents_parent_class)->dispose (object);
}

static void
yd_source_contents_class_init (YdSourceContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_source_contents_dispose;
  GTK_WIDGET_CLASS (klass)->map = yd_source_contents_map;
  GTK_WIDGET_CLASS (klass)->unmap = yd_source_contents_unmap;

  /**
   * YdSourceContents::chosen:
   * @self: the contents
   * @point: the point that a person chose
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_ROW);

  /**
   * YdSourceContents::unplaced-chosen:
   * @self: the contents
   * @item: the text that belongs to no point and was chosen
   */
  signals[UNPLACED_CHOSEN] = g_signal_new ("unplaced-chosen", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, YD_TYPE_REVIEW_ITEM);
}

static void
yd_source_contents_init (YdSourceContents *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);

  self->view = GTK_LIST_VIEW (
    gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Contents"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "yd-contents");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
yd_source_contents_set_plan (YdSourceContents *self,
                             YdPlan           *plan)
{
  g_return_if_fail (YD_IS_SOURCE_CONTENTS (self));

  g_clear_object (&self->tree);
  g_clear_object (&self->model);
  if (plan != NULL)
    {
      self->model = yd_contents_model_new (plan);
      self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->model)), FALSE,
                                            FALSE, list_children, NULL, NULL);
    }

  self->quiet = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->quiet = FALSE;
}

/* Returns: (transfer full) (nullable): the row of @point, with all above unfolded */
static GtkTreeListRow *
find_row (YdSourceContents *self,
          YdPoint          *point)
{
  YdPoint *parent = yd_point_get_parent (point);
  g_autoptr(GtkTreeListRow) above = parent != NULL ? find_row (self, parent) : NULL;
  guint position = 0;

  if (parent != NULL && above == NULL)
    return NULL;
  if (above != NULL)
    gtk_tree_list_row_set_expanded (above, TRUE);

  for (;; position++)
    {
      g_autoptr(GtkTreeListRow) row =
        above != NULL ? gtk_tree_list_row_get_child_row (above, position)
                      : gtk_tree_list_model_get_child_row (self->tree, position);
      g_autoptr(GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

      if (row == NULL || item == (GObject *) point)
        return g_steal_pointer (&row);
    }
}

/* Lists what belongs to no point of @source as well. */
void
yd_source_contents_set_unplaced (YdSourceContents *self,
                                 YdSource         *source,
                                 YdSourceMarks    *marks)
{
  g_return_if_fail (YD_IS_SOURCE_CONTENTS (self));

  if (self->model == NULL)
    return;

  self->quiet = TRUE;
  yd_contents_model_set_unplaced (self->model, source, marks);
  self->quiet = FALSE;
}

/* Shows where @point is, and says nothing about it. */
void
yd_source_contents_show (YdSourceContents *self,
                         YdPoint          *point)
{
  g_autoptr(GtkTreeListRow) row = NULL;
  guint position;

  g_return_if_fail (YD_IS_SOURCE_CONTENTS (self));

  /* Unfolding moves what was selected, which is not a choice either. */
  self->quiet = TRUE;
  row = point != NULL && self->tree != NULL ? find_row (self, point) : NULL;
  position = row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  self->wanted = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->bring_id == 0)
    bring_chosen (self);
  self->quiet = FALSE;
}
