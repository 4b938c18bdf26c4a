/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>

/* Points chosen: those of the list, and the one of them that is shown beside it. */

static void
list_chosen (YdOutlinePage *self)
{
  g_autoptr(GtkBitset) set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL
                                                                (self->selection));
  GtkBitsetIter iter;
  guint i;

  g_ptr_array_set_size (self->chosen, 0);
  if (!gtk_bitset_is_empty (set))
    self->chosen_at = gtk_bitset_get_minimum (set);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, set, &i); more;
       more = gtk_bitset_iter_next (&iter, &i))
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      g_ptr_array_add (self->chosen, gtk_tree_list_row_get_item (row));
    }
}

static gpointer
ref_cb (gconstpointer point,
        gpointer      user_data)
{
  return g_object_ref ((gpointer) point);
}

/* Returns: (transfer full): the points chosen, which stay while the list changes */
GPtrArray *
_yd_outline_page_copy_chosen (YdOutlinePage *self)
{
  GPtrArray *chosen = g_ptr_array_copy (self->chosen, ref_cb, NULL);

  g_ptr_array_set_free_func (chosen, g_object_unref);

  return chosen;
}

void
_yd_outline_page_show_chosen (YdOutlinePage *self)
{
  guint n = self->chosen->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%u point chosen", "%u points chosen", n),
                                            n);

  gtk_label_set_label (self->chosen_label, words);
  gtk_revealer_set_reveal_child (self->bar, n > 1);
  _yd_outline_page_update_actions (self);
}

/* The list has others chosen now. Of one that was just chosen the whole row is seen; the list sees
 * to that by itself only where the row has the keyboard.
 */
void
_yd_outline_page_note_chosen (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdPoint *before = session != NULL ? yd_session_get_selected (session) : NULL;
  YdPoint *selected = before;

  if (self->choosing || session == NULL)
    return;

  list_chosen (self);

  /* Of several, the one that is shown beside the list stays as long as it is among them. */
  if (self->chosen->len == 0)
    selected = NULL;
  else if (!g_ptr_array_find (self->chosen, selected, NULL))
    selected = g_ptr_array_index (self->chosen, 0);

  self->choosing = TRUE;
  yd_session_set_selected (session, selected);
  self->choosing = FALSE;
  if (self->chosen->len == 1 && selected != before)
    _yd_outline_page_scroll (self, self->chosen_at);
  _yd_outline_page_show_chosen (self);
}

/* Chooses @points, as far as the filter shows them. */
void
_yd_outline_page_choose (YdOutlinePage *self,
                         GPtrArray     *points)
{
  g_autoptr(GtkBitset) set = gtk_bitset_new_empty ();
  g_autoptr(GtkBitset) mask = NULL;
  guint n_rows;

  /* What unfolds moves the others, so they are counted when all are in sight. */
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < points->len; i++)
      {
        guint at = yd_space_is_live (YD_SPACE (_yd_outline_page_get_plan (self)),
                                     g_ptr_array_index (points, i))
                   ? yd_outline_tree_find (self->tree, g_ptr_array_index (points, i))
                   : GTK_INVALID_LIST_POSITION;

        if (round == 1 && at != GTK_INVALID_LIST_POSITION)
          gtk_bitset_add (set, at);
      }

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  mask = gtk_bitset_new_range (0, n_rows);
  self->choosing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), set, mask);
  self->choosing = FALSE;
  _yd_outline_page_note_chosen (self);
}

void
_yd_outline_page_choose_one (YdOutlinePage *self,
                             YdPoint       *point)
{
  g_autoptr(GPtrArray) points = g_ptr_array_new ();

  g_ptr_array_add (points, point);
  _yd_outline_page_choose (self, points);
}

/* Somebody else selected a point. It is looked for when somebody looks here: to unfold a
 * chapter makes many rows.
 */
void
_yd_outline_page_show_selected (YdOutlinePage *self)
{
  YdPoint *selected = yd_session_get_selected (yd_page_get_session (YD_PAGE (self)));
  guint at;

  if (self->choosing || !gtk_widget_get_mapped (GTK_WIDGET (self)) || selected == NULL ||
      g_ptr_array_find (self->chosen, selected, NULL))
    return;

  _yd_outline_page_choose_one (self, selected);
  at = yd_outline_tree_find (self->tree, selected);
  if (at != GTK_INVALID_LIST_POSITION)
    _yd_outline_page_scroll (self, at);
}

static void
focus_cb (YdOutlinePage *self,
          YdPoint       *point,
          GtkWidget     *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self->view);
       widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_focusable (widget) && gtk_widget_grab_focus (widget))
      break;
}

void
_yd_outline_page_focus (YdOutlinePage *self,
                        YdPoint       *point)
{
  guint at = yd_outline_tree_find (self->tree, point);

  if (at != GTK_INVALID_LIST_POSITION)
    _yd_outline_page_scroll_to (self, point, at, focus_cb);
}
