/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-directory-link.h"
#include "yd-light-label.h"
#include "yd-plan-edits.h"
#include "yd-point-number.h"

/**
 * YdDetailPane:
 *
 * All that is known about the point that is selected, beside every page: where it
 * stands, its title and text, the document's own words, who answers for it and until
 * when, what comes before and after, remarks, and what was done to it. Everything is
 * changed in place, each change by an edit of its own.
 */

G_DEFINE_FINAL_TYPE (YdDetailPane, yd_detail_pane, YD_TYPE_PAGE)

/* Whoever walks through the outline sees no history of what only passes by. */
#define HISTORY_DELAY 120

YdSession *
_yd_detail_get_session (YdDetailPane *self)
{
  return yd_page_get_session (YD_PAGE (self));
}

YdPlan *
_yd_detail_get_plan (YdDetailPane *self)
{
  YdSession *session = _yd_detail_get_session (self);

  return session != NULL ? yd_session_get_plan (session) : NULL;
}

static void
append_name (GString *place,
             YdPoint *point)
{
  const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);
  const char *title = yd_point_get_title (point);

  g_string_append_printf (place, "%s%s", printed != NULL ? printed : "",
                          title != NULL ? title : "");
}

/* The points above it, the highest first. */
static char *
make_place (YdPoint *point)
{
  g_autoptr(GPtrArray) above = g_ptr_array_new ();
  GString *place = g_string_new (NULL);

  while ((point = yd_point_get_parent (point)) != NULL)
    g_ptr_array_add (above, point);

  for (guint i = above->len; i-- > 0;)
    {
      append_name (place, g_ptr_array_index (above, i));
      if (i > 0)
        g_string_append (place, " › ");
    }

  return g_string_free (place, FALSE);
}

static void
update_head (YdDetailPane *self)
{
  gboolean computed;
  g_autofree char *place = make_place (self->point);
  g_autofree char *number = yd_point_number_dup (_yd_detail_get_plan (self), self->point,
                                                 &computed);

  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  gtk_label_set_label (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), *number != '\0');

  /* What the document does not print is not ours to assert. */
  if (computed)
    gtk_widget_add_css_class (GTK_WIDGET (self->number), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->number), "dim-label");
}

/* How it stands and why, and by how much it will be late; nothing where no day is stated. */
static void
update_state (YdDetailPane *self)
{
  YdSchedule *schedule = yd_session_get_schedule (_yd_detail_get_session (self));
  g_autofree char *words = NULL, *late = NULL, *reason = NULL;
  YdScheduled scheduled;
  gboolean says = yd_schedule_get (schedule, self->point, &scheduled) &&
                  scheduled.light != YD_LIGHT_NONE;

  gtk_widget_set_visible (self->state, says);
  if (!says)
    return;

  words = yd_schedule_dup_light_words (schedule, self->point);
  late = yd_schedule_dup_late_words (schedule, self->point);
  reason = g_strjoin ("\n", words, late, NULL);
  yd_light_label_set_light (self->light, scheduled.light);
  gtk_label_set_label (self->reason, reason);
}

static void
update_checks (YdDetailPane *self)
{
  g_autoptr(GPtrArray) rows = _yd_detail_list_rows (self);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += yd_plan_is_proposed (g_ptr_array_index (rows, i));

  words = g_strdup_printf (ngettext ("%u to check", "%u to check", n), n);
  gtk_label_set_label (self->to_check, words);
  gtk_widget_set_visible (self->checks,
                          n > 0 && !yd_session_get_read_only (_yd_detail_get_session (self)));
}

/* The text is a quote as long as it says what the document says. */
static void
update_quote (YdDetailPane *self)
{
  const char *span = yd_row_get_cell (self->point, YD_POINT_SPAN);
  const char *text = yd_row_get_cell (self->point, YD_POINT_TEXT);
  g_autofree char *issued = yd_quotes_dup_span (self->quotes, span);
  gboolean same = span != NULL && text != NULL &&
                  (issued == NULL || strstr (issued, text) != NULL);
  gboolean differs = issued != NULL && !same && text != NULL;

  gtk_label_set_label (self->text_head, same ? _("Source") : _("Text"));
  gtk_widget_set_visible (self->context, span != NULL);
  gtk_label_set_label (self->quote, differs ? issued : "");
  gtk_widget_set_visible (self->quote_box, differs);
  if (same)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "yd-quote");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "yd-quote");
}

static void
update_editable (YdDetailPane *self)
{
  gboolean editable = !yd_session_get_read_only (_yd_detail_get_session (self));
  GtkTextView *views[] = { yd_cell_text_get_view (self->title),
                           yd_cell_text_get_view (self->text) };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_text_view_set_editable (views[i], editable);
      gtk_text_view_set_cursor_visible (views[i], editable);
    }
}

/* Plan and selection change together, but are announced one after the other. */
static gboolean
has_point (YdDetailPane *self)
{
  YdPlan *plan = _yd_detail_get_plan (self);

  return plan != NULL && self->point != NULL &&
         yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT,
                          yd_row_get_id (self->point)) == self->point;
}

/* Says again what the point says now. */
void
_yd_detail_update (YdDetailPane *self)
{
  gboolean has = has_point (self);

  gtk_stack_set_visible_child_name (self->stack, has ? "point" : "empty");
  if (!has)
    return;

  update_head (self);
  update_state (self);
  update_editable (self);
  yd_cell_text_update (self->title);
  yd_cell_text_update (self->text);
  _yd_detail_update_facts (self);
  yd_detail_clocks_show (self->clocks, YD_PAGE (self), self->point);
  update_checks (self);
  update_quote (self);
}

static void
update_busy (YdDetailPane *self)
{
  yd_page_set_busy (YD_PAGE (self), self->history_id != 0 ||
                                       yd_quotes_get_busy (self->quotes));
}

/* What is on the way is not in the journal yet, nor is a new plan: saved_cb() comes back. */
static gboolean
read_history_cb (gpointer user_data)
{
  YdDetailPane *self = user_data;
  YdSession *session = _yd_detail_get_session (self);
  g_autoptr(GPtrArray) rows = has_point (self) ? _yd_detail_list_history (self) : NULL;

  self->history_id = 0;
  if (session == NULL || yd_session_get_save_state (session) != YD_SAVE_STATE_SAVING)
    yd_detail_history_load (self->history, session, rows);
  update_busy (self);

  return G_SOURCE_REMOVE;
}

static void
read_history (YdDetailPane *self)
{
  g_clear_handle_id (&self->history_id, g_source_remove);
  self->history_id = g_timeout_add (HISTORY_DELAY, read_history_cb, self);
  update_busy (self);
}

/* What is not saved is not in the journal yet. */
static void
saved_cb (YdDetailPane *self)
{
  YdSession *session = _yd_detail_get_session (self);

  if (!yd_session_get_saved (session))
    return;

  yd_quotes_read (self->quotes, session);
  if (self->point != NULL)
    read_history (self);
}

static void
scroll_up (YdDetailPane *self)
{
  GtkWidget *window = gtk_stack_get_child_by_name (self->stack, "point");

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window)), 0);
}

/* What was typed for the point before is committed, or kept. */
static void
selected_cb (YdDetailPane *self)
{
  YdSession *session = _yd_detail_get_session (self);
  g_autoptr(YdRow) point = NULL;

  if (session != NULL && yd_session_get_plan (session) != NULL)
    g_set_object (&point, yd_session_get_selected (session));
  if (self->point == point)
    return;

  yd_cell_text_show (self->title, point);
  yd_cell_text_show (self->text, point);
  yd_remark_entry_show (self->remark_entry, point);
  g_set_object (&self->point, point);
  gtk_popover_popdown (GTK_POPOVER (self->editor));
  gtk_popover_popdown (GTK_POPOVER (self->order_editor));
  gtk_popover_popdown (GTK_POPOVER (self->extension_ask));
  gtk_popover_popdown (GTK_POPOVER (self->extension_answer));
  _yd_detail_show_facts (self);
  scroll_up (self);
  _yd_detail_update (self);
  yd_detail_history_load (self->history, session, NULL);
  read_history (self);
}

/* Units that the office knows can be named in any plan. */
static void
directory_cb (YdDetailPane *self)
{
  YdSession *session = _yd_detail_get_session (self);
  YdPlan *plan = _yd_detail_get_plan (self);

  if (plan != NULL)
    yd_unit_entry_set_directory (self->unit_entry, yd_session_get_directory (session),
                                 yd_plan_get_day (plan, yd_session_get_today (session)));
}

static void
plan_cb (YdDetailPane *self)
{
  YdPlan *plan = _yd_detail_get_plan (self);

  if (yd_quotes_get_plan (self->quotes) != plan)
    yd_quotes_drop (self->quotes);
  yd_unit_entry_set_plan (self->unit_entry, plan);
  directory_cb (self);
  selected_cb (self);
  if (plan != NULL)
    yd_quotes_read (self->quotes, _yd_detail_get_session (self));
}

static void
calendar_cb (YdDetailPane *self)
{
  if (!has_point (self))
    return;

  update_state (self);
  _yd_detail_update_facts (self);
  yd_detail_clocks_show (self->clocks, YD_PAGE (self), self->point);
}

static void
read_only_cb (YdDetailPane *self)
{
  _yd_detail_update (self);
  if (has_point (self))
    yd_detail_history_update (self->history);
}

static void
accept_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdDetailPane *self = YD_DETAIL_PANE (widget);
  g_autoptr(GPtrArray) rows = has_point (self) ? _yd_detail_list_rows (self) : NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (rows == NULL)
    return;

  edit = yd_plan_edit_confirm_rows (rows);
  if (yd_page_commit (YD_PAGE (self), edit) && !gtk_widget_get_visible (self->checks))
    gtk_widget_child_focus (GTK_WIDGET (self->units_section), GTK_DIR_TAB_FORWARD);
}

/* The source page shows what is selected, wherever it was selected. */
static void
show_in_context_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "source");
}

static void
yd_detail_pane_session_changed (YdPage *page)
{
  YdDetailPane *self = YD_DETAIL_PANE (page);

  if (self->signals == NULL)
    return;

  g_signal_group_set_target (self->signals, yd_page_get_session (page));
  plan_cb (self);
}

/* What is typed in the pane belongs to the point that is selected. */
static gboolean
yd_detail_pane_restore_draft (YdPage              *page,
                              const YdStoredDraft *draft)
{
  YdDetailPane *self = YD_DETAIL_PANE (page);

  if (!has_point (self) || !g_str_equal (yd_row_get_id (self->point), draft->id))
    return FALSE;

  if (draft->kind == YD_KIND_POINT && draft->field == YD_POINT_TITLE)
    yd_cell_text_restore (self->title, draft->old, draft->value);
  else if (draft->kind == YD_KIND_POINT && draft->field == YD_POINT_TEXT)
    yd_cell_text_restore (self->text, draft->old, draft->value);
  else if (draft->kind == YD_KIND_REMARK && draft->field == YD_REMARK_TEXT)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->remark_entry));
      yd_remark_entry_restore (self->remark_entry, draft->value);
    }
  else
    return FALSE;

  return TRUE;
}

static void
yd_detail_pane_dispose (GObject *object)
{
  YdDetailPane *self = YD_DETAIL_PANE (object);

  g_clear_handle_id (&self->history_id, g_source_remove);
  g_clear_object (&self->signals);
  if (self->quotes != NULL)
    yd_quotes_drop (self->quotes);
  if (self->editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->editor));
  self->editor = NULL;
  if (self->order_editor != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->order_editor));
  self->order_editor = NULL;
  _yd_detail_drop_extensions (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->point);
  g_clear_object (&self->extensions);
  g_clear_object (&self->orders);
  g_clear_object (&self->remarks);
  g_clear_object (&self->quotes);

  G_OBJECT_CLASS (yd_detail_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
    "/io/github/yaodian/Yaodian/ui/yd-detail-pane.ui");
  gtk_widget_class_bind_template_child (klass, YdDetailPane, stack);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, place);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, state);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, light);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, reason);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, number);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, title);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, checks);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, to_check);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, text_head);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, context);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, text);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, quote_box);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, quote);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, units_section);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, deadlines_section);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, extensions_section);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, clocks);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, orders_section);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, remarks_section);
  gtk_widget_class_bind_template_child (klass, YdDetailPane, history);
}

static void
yd_detail_pane_class_init (YdDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_detail_pane_dispose;
  YD_PAGE_CLASS (klass)->session_changed = yd_detail_pane_session_changed;
  YD_PAGE_CLASS (klass)->restore_draft = yd_detail_pane_restore_draft;

  g_type_ensure (YD_TYPE_CELL_TEXT);
  g_type_ensure (YD_TYPE_DETAIL_SECTION);
  g_type_ensure (YD_TYPE_DETAIL_HISTORY);
  g_type_ensure (YD_TYPE_DETAIL_CLOCKS);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "detail.accept-all", NULL, accept_all_action);
  _yd_detail_install_order_actions (widget_class);
  _yd_detail_install_extension_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "detail.show-in-context", NULL,
                                   show_in_context_action);
}

static void
connect_signals (YdDetailPane *self)
{
  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::plan", G_CALLBACK (plan_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selected", G_CALLBACK (selected_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::directory", G_CALLBACK (directory_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::calendar", G_CALLBACK (calendar_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::saved", G_CALLBACK (saved_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::read-only", G_CALLBACK (read_only_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::today", G_CALLBACK (_yd_detail_update),
                                  self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (_yd_detail_update),
                                  self);
}

static void
yd_detail_pane_init (YdDetailPane *self)
{
  connect_signals (self);
  self->quotes = yd_quotes_new ();
  g_signal_connect_object (self->quotes, "changed", G_CALLBACK (_yd_detail_update), self,
                           G_CONNECT_SWAPPED);
  self->extensions = g_list_store_new (YD_TYPE_ROW);
  self->orders = g_list_store_new (YD_TYPE_ROW);
  self->remarks = g_list_store_new (YD_TYPE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));

  yd_cell_text_set_up (self->title, YD_POINT_TITLE, "point.rename", _("Title"), TRUE);
  yd_cell_text_set_up (self->text, YD_POINT_TEXT, "point.text", _("Text of the point"), FALSE);
  self->editor = g_object_new (YD_TYPE_DEADLINE_EDITOR, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  self->order_editor = g_object_new (YD_TYPE_ORDER_EDITOR, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->order_editor), GTK_WIDGET (self));
  _yd_detail_set_up_facts (self);
}
