/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include <glib/gi18n-lib.h>

#include "yd-extension-words.h"
#include "yd-plan-edits.h"

/* Deadlines of the point that were put off, or shall be: who asks for it, and what was said. */

static const char *
get_tag (YdRow *postponement)
{
  if (yd_postponement_is_open (postponement))
    return _("Asked For");

  return g_str_equal (yd_row_get_cell (postponement, YD_POSTPONEMENT_STATE), "granted")
         ? _("Granted") : _("Declined");
}

static void
describe_extension (YdFactRow *row,
                    YdPlan    *plan,
                    YdRow     *postponement)
{
  const char *note = yd_row_get_cell (postponement, YD_POSTPONEMENT_DECIDED);
  g_autofree char *title = yd_postponement_dup_words (postponement);
  g_autofree char *reason = yd_extension_dup_reason (plan, postponement);
  g_autofree char *subtitle = g_strjoin ("\n", reason != NULL ? reason : note,
                                         reason != NULL ? note : NULL, NULL);

  yd_fact_row_set_icon (row, "alarm-symbolic");
  yd_fact_row_set_title (row, title);
  yd_fact_row_set_subtitle (row, subtitle);
  yd_fact_row_set_tag (row, get_tag (postponement));
}

static void
answer (YdFactRow *row,
        YdRow     *postponement)
{
  YdDetailPane *self = _yd_detail_get_pane (row);

  yd_extension_answer_open (self->extension_answer, YD_PAGE (self), postponement);
  _yd_detail_pop_up (self, GTK_POPOVER (self->extension_answer), yd_fact_row_get_anchor (row));
}

static const YdFactKind extension_kind = {
  "postponement.delete", FALSE, describe_extension, answer, N_("Grant or Decline"),
};

static void
ask_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  YdDetailPane *self = YD_DETAIL_PANE (widget);

  if (self->point == NULL || !gtk_widget_get_mapped (self->extension_button))
    return;

  gtk_widget_grab_focus (self->extension_button);
  yd_extension_ask_open (self->extension_ask, YD_PAGE (self), self->point, NULL);
  _yd_detail_pop_up (self, GTK_POPOVER (self->extension_ask), self->extension_button);
}

void
_yd_detail_install_extension_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "detail.ask-extension", NULL, ask_action);
}

void
_yd_detail_set_up_extensions (YdDetailPane *self)
{
  yd_detail_section_set_up (self->extensions_section, &extension_kind);

  self->extension_ask = g_object_new (YD_TYPE_EXTENSION_ASK, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->extension_ask), GTK_WIDGET (self));
  self->extension_answer = g_object_new (YD_TYPE_EXTENSION_ANSWER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->extension_answer), GTK_WIDGET (self));

  self->extension_button = _yd_detail_new_add_button (_("Ask for an Extension…"));
  gtk_widget_add_css_class (self->extension_button, "yd-ruled");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->extension_button),
                                  "detail.ask-extension");
}

/* When the pane goes. */
void
_yd_detail_drop_extensions (YdDetailPane *self)
{
  if (self->extension_ask != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->extension_ask));
  self->extension_ask = NULL;
  if (self->extension_answer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->extension_answer));
  self->extension_answer = NULL;
}

/* Adds what was ever asked for about @deadline. */
static void
add_of (GPtrArray *all,
        YdRow     *deadline)
{
  GListModel *rows = yd_row_get_rows (deadline, YD_KIND_POSTPONEMENT);
  const guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      g_ptr_array_add (all, row);       /* the plan keeps it */
    }
}

static void
show_rows (YdDetailPane *self)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  GListModel *deadlines = yd_point_get_deadlines (self->point);
  const guint n = g_list_model_get_n_items (deadlines);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) deadline = g_list_model_get_item (deadlines, i);

      add_of (rows, deadline);
    }
  _yd_detail_fill_store (self->extensions, rows);
}

/* Shows what there is now, and whether more can be asked for. */
void
_yd_detail_update_extensions (YdDetailPane *self,
                              gboolean      read_only)
{
  show_rows (self);
  yd_detail_section_update (self->extensions_section, read_only);
  gtk_widget_set_visible (self->extension_button,
                          yd_extension_ask_is_possible (_yd_detail_get_session (self),
                                                        self->point, NULL));
}

/* Adds to the history of the point what was deleted too; in a plan there are few. */
void
_yd_detail_add_extensions (YdDetailPane *self,
                           GPtrArray    *all)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (_yd_detail_get_plan (self)),
                                                  YD_KIND_POSTPONEMENT);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i), *deadline = yd_row_get_home (row);

      if (deadline != NULL && yd_row_get_home (deadline) == self->point)
        g_ptr_array_add (all, row);
    }
}
