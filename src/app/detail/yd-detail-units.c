/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/* The units that answer for the point, and how one is added. */

static void
describe_unit (YdFactRow *row,
               YdPlan    *plan,
               YdRow     *assignment)
{
  YdRow *unit = yd_plan_get_unit_of (plan, assignment);
  guint n = unit != NULL ? g_list_model_get_n_items (yd_row_get_rows (unit, YD_KIND_MEMBER)) : 0;
  g_autofree char *tag = NULL;

  if (n > 0)
    tag = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);
  else if (unit != NULL && yd_row_get_flag (unit, YD_UNIT_VAGUE))
    tag = g_strdup (_("To be named"));
  else if (unit != NULL && g_strcmp0 (yd_row_get_cell (unit, YD_UNIT_KIND), "group") == 0)
    tag = g_strdup (_("Group"));

  yd_fact_row_set_role (row, yd_row_get_cell (assignment, YD_ASSIGNMENT_ROLE));
  yd_fact_row_set_title (row, unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : NULL);
  yd_fact_row_set_tag (row, tag);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), unit != NULL
                                                 ? yd_row_get_cell (unit, YD_UNIT_FULL) : NULL);
}

static const YdFactKind unit_kind = { "assignment.delete", TRUE, describe_unit, NULL };

static GPtrArray *
list_point (YdDetailPane *self)
{
  GPtrArray *points = g_ptr_array_new ();

  g_ptr_array_add (points, self->point);

  return points;
}

static void
unit_picked_cb (YdDetailPane *self,
                YdRow        *unit)
{
  YdSession *session = _yd_detail_get_session (self);
  g_autoptr(GPtrArray) points = list_point (self);
  g_autoptr(YdEdit) edit = NULL;
  GListModel *assignments = yd_point_get_assignments (self->point);

  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);

      if (yd_plan_get_unit_of (_yd_detail_get_plan (self), assignment) == unit)
        {
          yd_page_say (YD_PAGE (self), _("This unit answers for the point already"));
          return;
        }
    }

  edit = yd_plan_edit_assign (_yd_detail_get_plan (self), points, unit, "responsible",
                              yd_session_get_ids (session));
  yd_page_commit (YD_PAGE (self), edit);
}

static void
unit_named_cb (YdDetailPane *self,
               const char   *name)
{
  YdSession *session = _yd_detail_get_session (self);
  g_autoptr(GPtrArray) points = list_point (self);
  g_autofree char *id = yd_session_new_id (session);
  g_autoptr(YdEdit) edit = yd_plan_edit_assign_new (_yd_detail_get_plan (self), points, id, name,
                                                    "responsible",
                                                    yd_session_get_ids (session));

  yd_page_commit (YD_PAGE (self), edit);
}

void
_yd_detail_set_up_units (YdDetailPane *self)
{
  GtkWidget *entry = yd_unit_entry_new ();

  yd_detail_section_set_up (self->units_section, &unit_kind);
  self->unit_entry = YD_UNIT_ENTRY (entry);
  gtk_widget_add_css_class (entry, "yd-card-line");
  g_signal_connect_object (entry, "picked", G_CALLBACK (unit_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "named", G_CALLBACK (unit_named_cb), self, G_CONNECT_SWAPPED);
  yd_detail_section_set_foot (self->units_section, entry);
}
