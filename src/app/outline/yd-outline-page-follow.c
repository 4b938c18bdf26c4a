/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

/* The list follows the session: another plan, another filter, each edit. */

/* As style.css has it: with larger letters fewer of them can be seen. */
#define MIN_ROW_HEIGHT 29

static void
show_stack (YdOutlinePage *self)
{
  YdPlan *plan = _yd_outline_page_get_plan (self);
  YdPointFilter *filter = _yd_outline_page_get_filter (self);
  const char *text = filter != NULL ? yd_point_filter_get_text (filter) : "";
  const char *name = "list";

  if (plan != NULL && g_list_model_get_n_items (yd_plan_get_points (plan)) == 0)
    name = "empty";
  else if (plan != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0)
    name = "nothing";

  if (g_str_equal (name, "nothing"))
    yd_no_result_show (self->nothing, plan, text);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/* As many as fit into the window, since the view itself may not be there yet. */
static void
count_seen (YdOutlinePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = root != NULL ? gtk_widget_get_height (GTK_WIDGET (root)) : 0;

  yd_outline_tree_set_n_seen (self->tree, height / MIN_ROW_HEIGHT + 1);
}

/* The tree is built before the view sees it, and then takes the other one's place at
 * once, so that the view keeps its widgets.
 */
void
_yd_outline_page_attach (YdOutlinePage *self)
{
  g_autoptr(GPtrArray) chosen = _yd_outline_page_copy_chosen (self);

  gtk_multi_selection_set_model (self->selection, yd_outline_tree_get_model (self->tree));
  if (_yd_outline_page_get_plan (self) != NULL)
    _yd_outline_page_choose (self, chosen);
  show_stack (self);
}

void
_yd_outline_page_rebuild (YdOutlinePage *self)
{
  count_seen (self);
  yd_outline_tree_rebuild (self->tree);
  _yd_outline_page_attach (self);
}

static void
filter_changed_cb (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  _yd_outline_page_rebuild (self);
  _yd_outline_page_show_filter (self);
  g_object_notify (G_OBJECT (self), "filter-state");

  /* The point beside the list comes back into sight with the filter gone. */
  if (self->chosen->len == 0 && session != NULL && yd_session_get_selected (session) != NULL)
    _yd_outline_page_show_selected (self);
}

static void
plan_cb (YdOutlinePage *self)
{
  YdPlan *plan = _yd_outline_page_get_plan (self);

  g_clear_object (&self->editing);
  g_clear_object (&self->draft);
  g_ptr_array_set_size (self->chosen, 0);
  _yd_outline_page_forget_look (self);
  g_hash_table_remove_all (self->proposed);

  count_seen (self);
  yd_outline_tree_set_plan (self->tree, plan, _yd_outline_page_get_filter (self));
  _yd_outline_page_attach (self);
  yd_unit_picker_set_plan (self->filter_picker, plan);
  yd_unit_picker_set_plan (self->assign_picker, plan);
  _yd_outline_page_offer_directory (self);
  _yd_outline_page_show_filter (self);
  _yd_outline_page_look (self, TRUE);
  _yd_outline_page_show_chosen (self);
}

static gboolean
has_focus (YdOutlinePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

/* What was chosen is gone: what took its place is chosen, so that the arrows go on from
 * there.
 */
static void
choose_heir (YdOutlinePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint at = MIN (self->chosen_at, MAX (n, 1) - 1);
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), at);
  g_autoptr(YdRow) point = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (point == NULL)
    return;

  _yd_outline_page_choose_one (self, point);
  if (has_focus (self) && self->editing == NULL)
    _yd_outline_page_focus (self, point);
}

static void
committed_cb (YdOutlinePage *self,
              YdEdit        *edit)
{
  g_autoptr(GPtrArray) chosen = _yd_outline_page_copy_chosen (self);
  g_autoptr(GtkBitset) set = NULL;

  _yd_outline_page_forget (self, edit);
  yd_outline_tree_settle (self->tree);
  set = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (set) != chosen->len)
    _yd_outline_page_choose (self, chosen);
  if (chosen->len > 0 && self->chosen->len == 0)
    choose_heir (self);

  show_stack (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    _yd_outline_page_refresh (self);
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  _yd_outline_page_look (self, FALSE);
  _yd_outline_page_update_actions (self);
}

void
_yd_outline_page_watch_session (YdOutlinePage *self)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } watched[] = {
    { "notify::plan",      G_CALLBACK (plan_cb)                         },
    { "notify::selected",  G_CALLBACK (_yd_outline_page_show_selected)  },
    { "notify::read-only", G_CALLBACK (_yd_outline_page_update_actions) },
    { "notify::directory", G_CALLBACK (_yd_outline_page_offer_directory) },
    { "committed",         G_CALLBACK (committed_cb)                    },
    { "notify::today",     G_CALLBACK (_yd_outline_page_refresh)        },
  };

  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_group_connect_swapped (self->signals, watched[i].signal, watched[i].callback, self);

  self->finding_signals = g_signal_group_new (YD_TYPE_FINDINGS);
  g_signal_group_connect_swapped (self->finding_signals, "changed",
                                  G_CALLBACK (_yd_outline_page_take_findings), self);
  self->filter_signals = g_signal_group_new (YD_TYPE_POINT_FILTER);
  g_signal_group_connect_swapped (self->filter_signals, "changed",
                                  G_CALLBACK (filter_changed_cb), self);
}

/* The session is another one, or none. */
void
_yd_outline_page_follow (YdOutlinePage *self,
                         YdSession     *session)
{
  g_signal_group_set_target (self->signals, session);
  g_signal_group_set_target (self->filter_signals, _yd_outline_page_get_filter (self));
  g_signal_group_set_target (self->finding_signals,
                             session != NULL ? yd_session_get_findings (session) : NULL);
  plan_cb (self);
}
