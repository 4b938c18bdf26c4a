/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-link.h"
#include "yd-outline-words.h"
#include "yd-plan-edits.h"

/* The tools above the list that say which points are shown, and the two pickers of
 * units.
 */

static const char * const state_words[] = {
  [YD_POINT_STATE_ANY]         = N_("All States"),
  [YD_POINT_STATE_TO_CHECK]    = N_("To Check"),
  [YD_POINT_STATE_NO_UNIT]     = N_("No Unit"),
  [YD_POINT_STATE_NO_LEAD]     = N_("No Lead"),
  [YD_POINT_STATE_NO_DEADLINE] = N_("No Deadline"),
  [YD_POINT_STATE_MARKED]      = N_("Marked by a Leader"),
};

/* Returns: (transfer none) (nullable): the filter of the session */
YdPointFilter *
_yd_outline_page_get_filter (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  return session != NULL ? yd_session_get_filter (session) : NULL;
}

static void
set_active (GtkLabel *label,
            gboolean  active)
{
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (label), "yd-accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "yd-accent");
}

/* A filter that is on is blue. */
void
_yd_outline_page_show_filter (YdOutlinePage *self)
{
  YdPointFilter *filter = _yd_outline_page_get_filter (self);
  YdRow *unit = filter != NULL ? yd_point_filter_get_unit (filter) : NULL;
  YdPointState state = filter != NULL ? yd_point_filter_get_state (filter) : YD_POINT_STATE_ANY;

  gtk_label_set_label (self->unit_label, unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME)
                                                      : _("All Units"));
  set_active (self->unit_label, unit != NULL);
  gtk_label_set_label (self->state_label, _(state_words[state]));
  set_active (self->state_label, state != YD_POINT_STATE_ANY);
}

static void
filter_picked_cb (YdOutlinePage *self,
                  YdRow         *unit)
{
  yd_point_filter_set_unit (_yd_outline_page_get_filter (self), unit);
}

static void
assign_picked_cb (YdOutlinePage *self,
                  YdRow         *unit)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  g_autoptr(YdEdit) edit = NULL;

  if (unit == NULL || self->chosen->len == 0)
    return;

  edit = yd_plan_edit_assign (yd_session_get_plan (session), self->chosen, unit,
                              yd_unit_picker_get_role (self->assign_picker),
                              yd_session_get_ids (session));
  _yd_outline_page_commit (self, edit);
}

static void
assign_named_cb (YdOutlinePage *self,
                 const char    *name)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  g_autofree char *id = yd_session_new_id (session);
  g_autoptr(YdEdit) edit = NULL;

  if (self->chosen->len == 0)
    return;

  edit = yd_plan_edit_assign_new (yd_session_get_plan (session), self->chosen, id, name,
                                  yd_unit_picker_get_role (self->assign_picker),
                                  yd_session_get_ids (session));
  _yd_outline_page_commit (self, edit);
}

/* Back to the list, wherever GTK would put the focus. */
void
_yd_outline_page_focus_chosen (YdOutlinePage *self)
{
  if (self->chosen->len > 0)
    _yd_outline_page_focus (self, g_ptr_array_index (self->chosen, 0));
}

/* What stands where nothing was found. */

static YdRow *
lookup (YdOutlinePage *self,
        YdKind         kind,
        const char    *id)
{
  YdSpace *space = YD_SPACE (_yd_outline_page_get_plan (self));
  YdRow *row = space != NULL ? yd_space_lookup (space, kind, id) : NULL;

  return row != NULL && yd_space_is_live (space, row) ? row : NULL;
}

static void
show_unit (YdOutlinePage *self,
           YdRow         *unit)
{
  YdPointFilter *filter = yd_session_get_filter (yd_page_get_session (YD_PAGE (self)));

  yd_point_filter_clear (filter);
  yd_point_filter_set_unit (filter, unit);
  yd_page_focus_content (YD_PAGE (self));
}

static void
show_unit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdRow *unit = lookup (self, YD_KIND_UNIT, g_variant_get_string (parameter, NULL));

  if (unit != NULL)
    show_unit (self, unit);
}

static void
show_point_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  YdPoint *point = lookup (self, YD_KIND_POINT, g_variant_get_string (parameter, NULL));

  if (point == NULL)
    return;

  yd_point_filter_clear (yd_session_get_filter (yd_page_get_session (YD_PAGE (self))));
  _yd_outline_page_choose_one (self, point);
  _yd_outline_page_focus (self, point);
}

static void
add_alias_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);
  g_autoptr(YdEdit) edit = NULL;
  const char *id, *name;
  YdRow *unit;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  unit = lookup (self, YD_KIND_UNIT, id);
  if (unit == NULL)
    return;

  edit = yd_plan_edit_add_alias (_yd_outline_page_get_plan (self), unit, name);
  if (_yd_outline_page_commit (self, edit))
    show_unit (self, unit);
}

/* As if somebody typed it. */
static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  YdSession *session = yd_page_get_session (YD_PAGE (widget));

  if (session != NULL)
    yd_point_filter_set_text (yd_session_get_filter (session),
                              g_variant_get_string (parameter, NULL));
}

void
_yd_outline_page_install_filter_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "outline.show-unit", "s", show_unit_action);
  gtk_widget_class_install_action (klass, "outline.show-point", "s", show_point_action);
  gtk_widget_class_install_action (klass, "outline.add-alias", "(ss)", add_alias_action);
  gtk_widget_class_install_action (klass, "outline.find", "s", find_action);
}

void
_yd_outline_page_take_pickers (YdOutlinePage *self)
{
  self->filter_picker = g_object_ref_sink (YD_UNIT_PICKER (yd_unit_picker_new (FALSE)));
  gtk_menu_button_set_popover (self->unit_button, GTK_WIDGET (self->filter_picker));
  g_signal_connect_object (self->filter_picker, "picked", G_CALLBACK (filter_picked_cb), self,
                           G_CONNECT_SWAPPED);

  self->assign_picker = g_object_ref_sink (YD_UNIT_PICKER (yd_unit_picker_new (TRUE)));
  g_signal_connect_object (self->assign_picker, "picked", G_CALLBACK (assign_picked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assign_picker, "named", G_CALLBACK (assign_named_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->assign_picker, "closed",
                           G_CALLBACK (_yd_outline_page_focus_chosen), self, G_CONNECT_SWAPPED);
}

/* Units that the office knows can be named in any plan. */
void
_yd_outline_page_offer_directory (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdPlan *plan = _yd_outline_page_get_plan (self);

  if (plan != NULL)
    yd_unit_picker_set_directory (self->assign_picker, yd_session_get_directory (session),
                                  yd_plan_get_day (plan, yd_session_get_today (session)));
}
