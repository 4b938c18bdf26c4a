/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include "yd-outline-expander.h"
#include "yd-plan-edits.h"

/* Titles are edited in their row. A new point is made at once, so that it has its place
 * and its number, and gets its title then; both are one step to be undone.
 */

static void
edit_cb (YdOutlinePage *self,
         YdPoint       *point,
         GtkWidget     *expander)
{
  const char *title = yd_point_get_title (point);
  YdOutlineTitle *field;

  if (expander == NULL)
    {
      g_clear_object (&self->editing);
      return;
    }

  /* The field has the keys now. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->shortcuts),
                                              GTK_PHASE_NONE);
  field = yd_outline_expander_get_title (YD_OUTLINE_EXPANDER (expander));
  yd_outline_title_edit (field, title != NULL ? title : "");
  g_clear_object (&self->draft);
  self->draft = yd_draft_new (yd_page_get_session (YD_PAGE (self)), YD_KIND_POINT,
                              yd_row_get_id (point), YD_POINT_TITLE, title,
                              G_OBJECT (yd_outline_title_get_text (field)));
}

/**
 * _yd_outline_page_edit:
 * @self: a page
 * @point: a live point
 * @group: (nullable): what the new title is undone with
 *
 * Opens the field for the title of @point, once its row is in sight.
 */
void
_yd_outline_page_edit (YdOutlinePage *self,
                       YdPoint       *point,
                       const char    *group)
{
  guint at = yd_outline_tree_find (self->tree, point);
  GtkWidget *expander = _yd_outline_page_get_expander (self, point);

  if (at == GTK_INVALID_LIST_POSITION || self->editing != NULL)
    return;

  g_set_object (&self->editing, point);
  g_free (self->group);
  self->group = g_strdup (group);
  _yd_outline_page_scroll_to (self, point, at, edit_cb);
  if (expander != NULL)
    {
      _yd_outline_page_end_wait (self);
      edit_cb (self, point, expander);
    }
}

static gboolean
commit_in_group (YdOutlinePage *self,
                 YdEdit        *edit,
                 const char    *group)
{
  if (group != NULL)
    yd_edit_set (edit, YD_EDIT_GROUP, group);

  return _yd_outline_page_commit (self, edit);
}

/* A new point that was given no title goes again. */
static gboolean
drop_new (YdOutlinePage *self,
          YdPoint       *point,
          const char    *group)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_row (point, "point.delete");

  return commit_in_group (self, edit, group);
}

static gboolean
keep (YdOutlinePage *self,
      YdPoint       *point,
      const char    *typed,
      const char    *group)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_rename (point, typed);

  return commit_in_group (self, edit, group);
}

/* The field of @title is gone. */
void
_yd_outline_page_ended (YdOutlinePage  *self,
                        const char     *typed,
                        int             end,
                        YdOutlineTitle *title)
{
  g_autoptr(YdRow) point = g_steal_pointer (&self->editing);
  g_autoptr(YdDraft) draft = g_steal_pointer (&self->draft);
  g_autofree char *group = g_steal_pointer (&self->group);
  YdPlan *plan = _yd_outline_page_get_plan (self);
  gboolean done = TRUE;

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->shortcuts),
                                              GTK_PHASE_CAPTURE);
  if (point == NULL || plan == NULL || !yd_space_is_live (YD_SPACE (plan), point))
    return;

  if (group != NULL && (end == YD_EDIT_END_DROP || *typed == '\0'))
    done = drop_new (self, point, group);
  else if (end != YD_EDIT_END_DROP)
    done = keep (self, point, typed, group);

  /* What was refused stays in the library. */
  if (done && draft != NULL)
    yd_draft_drop (draft);

  if (end == YD_EDIT_END_NEXT && *typed != '\0')
    _yd_outline_page_add (self, yd_point_get_parent (point), point);
  else if (end != YD_EDIT_END_LEFT && self->chosen->len > 0)
    _yd_outline_page_focus (self, g_ptr_array_index (self->chosen, 0));
}

/**
 * _yd_outline_page_add:
 * @self: a page
 * @parent: (nullable): the point below which the new one shall stand
 * @after: (nullable): its child behind which it shall stand
 *
 * Adds a point and opens the field for its title.
 */
void
_yd_outline_page_add (YdOutlinePage *self,
                      YdPoint       *parent,
                      YdPoint       *after)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdPlan *plan = yd_session_get_plan (session);
  g_autofree char *id = yd_session_new_id (session);
  g_autofree char *group = yd_session_new_id (session);
  g_autoptr(YdEdit) edit = NULL;
  YdPoint *point;

  /* A filter would hide what has nothing in it yet. */
  yd_point_filter_clear (yd_session_get_filter (session));
  if (parent != NULL)
    yd_outline_tree_note_expanded (self->tree, parent, TRUE);

  edit = yd_plan_edit_add_point (plan, parent, after, id, NULL, yd_session_get_ids (session));
  if (!commit_in_group (self, edit, group))
    return;

  point = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, id);
  _yd_outline_page_choose_one (self, point);
  _yd_outline_page_edit (self, point, group);
}

/* At the end of @point's own points. */
void
_yd_outline_page_add_below (YdOutlinePage *self,
                            YdPoint       *point)
{
  GListModel *children = yd_point_get_children (point);
  guint n = g_list_model_get_n_items (children);
  g_autoptr(YdRow) last = n > 0 ? g_list_model_get_item (children, n - 1) : NULL;

  _yd_outline_page_add (self, point, last);
}
