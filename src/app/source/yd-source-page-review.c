/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-pause.h"
#include "yd-plan-edits.h"
#include "yd-release.h"
#include "yd-schedule-edits.h"

/* What a person does with proposals: each action is one edit, and so one undo. */

#define SURE 90                 /* of 100: what is accepted without a look at each */

static void
show_legend (YdSourcePage *self,
             YdMarkKind    kind,
             const char   *word)
{
  YdSourceMarks *marks = yd_source_text_get_marks (self->text);
  guint n = marks != NULL ? yd_source_marks_get_count (marks, kind) : 0;
  g_autofree char *text = g_strdup_printf ("%s %u", word, n);

  gtk_label_set_text (self->legends[kind], text);
}

static void
show_legends (YdSourcePage *self)
{
  YdSourceMarks *marks = yd_source_text_get_marks (self->text);
  g_autofree char *unplaced = NULL;
  guint n_unplaced = 0;

  show_legend (self, YD_MARK_POINT, _("Points"));
  show_legend (self, YD_MARK_UNIT, _("Units"));
  show_legend (self, YD_MARK_DEADLINE, _("Deadlines"));
  show_legend (self, YD_MARK_ORDER, _("Order"));

  if (marks != NULL)
    yd_source_marks_get_unplaced (marks, &n_unplaced);
  unplaced = g_strdup_printf (ngettext ("Unplaced: %u paragraph", "Unplaced: %u paragraphs",
                                        n_unplaced), n_unplaced);
  gtk_label_set_text (self->unplaced, unplaced);
}

/* What was read, chapters and closing paragraphs too: the same as in the legend. */
static char *
say_counts (const YdReviewCounts *counts)
{
  g_autofree char *points = g_strdup_printf (ngettext ("%u point or chapter",
                                                       "%u points and chapters",
                                                       counts->points), counts->points);
  g_autofree char *assignments = g_strdup_printf (ngettext ("%u assignment", "%u assignments",
                                                            counts->assignments),
                                                  counts->assignments);
  g_autofree char *deadlines = g_strdup_printf (ngettext ("%u deadline", "%u deadlines",
                                                          counts->deadlines), counts->deadlines);

  return g_strjoin (" · ", points, assignments, deadlines, NULL);
}

/* As long as @counts are not complete, only what is left is known. */
static void
show_progress (YdSourcePage         *self,
               const YdReviewCounts *counts,
               guint                 n_left)
{
  g_autofree char *said = counts != NULL ? say_counts (counts) : g_strdup ("");
  g_autofree char *left = g_strdup_printf (ngettext ("%u still to check", "%u still to check",
                                                     n_left), n_left);
  double part = counts == NULL ? 0 : counts->read == 0 ? 1
                : (counts->read - counts->left) / (double) counts->read;

  gtk_label_set_text (self->counts, said);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counts), said);
  gtk_label_set_text (self->left, n_left > 0 ? left : _("All checked"));
  gtk_progress_bar_set_fraction (self->progress, part);
}

/* Says in the toolbars how much there is and how much is left. */
void
_yd_source_page_show_counts (YdSourcePage *self)
{
  const YdReviewCounts *counts =
    yd_review_model_get_counts (yd_review_list_get_model (self->review));
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  guint n_proposed = session != NULL ? yd_session_get_n_proposed (session) : 0;
  g_autofree char *button = n_proposed == 0 ? g_strdup (_("Check"))
                          : g_strdup_printf (ngettext ("Check %u", "Check %u", n_proposed),
                                             n_proposed);

  show_legends (self);
  show_progress (self, counts, counts != NULL ? counts->left : n_proposed);
  gtk_button_set_label (self->review_button, button);
  if (n_proposed > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->review_button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->review_button), "suggested-action");
}

/* Commits, and goes on from where the person was: a line that has gone may have taken others along,
 * before it and behind.
 */
static void
commit_and_go_on (YdSourcePage *self,
                  YdEdit       *edit,
                  gboolean      skip)
{
  YdReviewModel *model = yd_review_list_get_model (self->review);
  YdReviewItem *item = yd_review_list_get_current (self->review);
  g_autoptr(YdReviewItem) current = item != NULL ? g_object_ref (item) : NULL;
  gboolean focused = yd_review_list_has_focus (self->review);
  guint n_changes, place, position;

  yd_review_model_keep_place (model, yd_review_list_get_position (self->review));
  yd_edit_get_changes (edit, &n_changes);
  if (n_changes > 0 && !yd_page_commit (YD_PAGE (self), edit))
    return;

  place = yd_review_model_take_place (model);
  position = current != NULL ? yd_review_model_find (model, current) : YD_REVIEW_NONE;
  yd_review_list_select_next (self->review, position == YD_REVIEW_NONE ? place
                                                                       : position + (skip ? 1 : 0));
  if (focused)
    yd_review_list_focus_later (self->review);
}

/* Text that belongs to no point becomes one; the head of it stays what it is. */
static void
accept_text (YdSourcePage        *self,
             const YdUnplacedRun *run)
{
  if (run == NULL)
    return;

  _yd_source_page_make_point (self, run->span);
  yd_review_list_focus_later (self->review);
}

/* Of a head, all that was read at its point. */
static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);
  YdReviewItem *item = yd_review_list_get_current (self->review);
  g_autoptr(YdEdit) edit = NULL;

  if (item == NULL || self->plan == NULL)
    return;

  if (yd_review_item_is_unplaced (item))
    {
      accept_text (self, yd_review_item_get_run (item));
      return;
    }

  if (yd_review_item_is_head (item))
    {
      g_autoptr(GPtrArray) points = g_ptr_array_new ();

      g_ptr_array_add (points, yd_review_item_get_point (item));
      edit = yd_plan_edit_confirm_points (self->plan, points, FALSE, 0);
    }
  else
    edit = yd_schedule_edit_accept (self->plan, yd_review_item_get_row (item),
                                    yd_session_get_ids (yd_page_get_session (YD_PAGE (self))));

  commit_and_go_on (self, edit, TRUE);
}

/* What is dropped is a fact. A point with what stands below it is no slip of a key. */
static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);
  YdReviewItem *item = yd_review_list_get_current (self->review);
  YdRow *row = item != NULL ? yd_review_item_get_row (item) : NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (row == NULL || !yd_plan_is_proposed (row))
    return;

  edit = yd_plan_edit_refuse (row);
  commit_and_go_on (self, edit, FALSE);
}

static void
correct_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  yd_review_list_correct (YD_SOURCE_PAGE (widget)->review);
}

static void
corrected_cb (YdSourcePage *self,
              YdEdit       *edit)
{
  commit_and_go_on (self, edit, TRUE);
}

/* Returns: (nullable): in which chapter @item is; text that belongs to no point is in none */
static YdPoint *
find_chapter (YdReviewItem *item)
{
  YdPoint *point = item != NULL ? yd_review_item_get_point (item) : NULL;

  while (point != NULL && yd_point_get_parent (point) != NULL)
    point = yd_point_get_parent (point);

  return point;
}

static void
accept_chapter_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);
  YdPoint *chapter = find_chapter (yd_review_list_get_current (self->review));
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;

  if (chapter == NULL || self->plan == NULL)
    return;

  g_ptr_array_add (points, chapter);
  edit = yd_plan_edit_confirm_points (self->plan, points, TRUE, 0);
  commit_and_go_on (self, edit, FALSE);
}

static YdEdit *
make_sure (YdSourcePage *self)
{
  return yd_plan_edit_confirm_points (self->plan, NULL, FALSE, SURE);
}

/* What was done since may have left it with something else to accept. */
static gboolean
accept_sure_cb (gpointer user_data)
{
  YdSourcePage *self = user_data;
  g_autoptr(YdEdit) edit = self->sure != NULL ? g_steal_pointer (&self->sure) : make_sure (self);

  self->sure_id = 0;
  commit_and_go_on (self, edit, FALSE);
  _yd_source_page_update_busy (self);

  return G_SOURCE_REMOVE;
}

/* It takes as long to find out what to accept in a long plan as to do so, and the window answers
 * between the two.
 */
static void
accept_sure_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);

  if (self->plan == NULL || self->sure_id != 0)
    return;

  self->sure = make_sure (self);
  self->sure_id = yd_pause_add (accept_sure_cb, self, NULL);
  _yd_source_page_update_busy (self);
}

/* Another plan is shown, or none. */
void
_yd_source_page_stop_accepting (YdSourcePage *self)
{
  g_clear_handle_id (&self->sure_id, g_source_remove);
  g_clear_pointer (&self->sure, yd_release_edit);
}

static gboolean
is_at (YdRow   *row,
       YdPoint *point)
{
  YdRow *at = yd_row_get_kind (row) == YD_KIND_POINT ? row : yd_row_get_home (row);

  return point == NULL || at == NULL || at == point;
}

/* Where a person was, or at the point that was chosen since; at the start if there is
 * nothing to check there.
 */
void
_yd_source_page_go_on (YdSourcePage *self)
{
  YdPoint *selected = yd_session_get_selected (yd_page_get_session (YD_PAGE (self)));
  YdRow *row = NULL;

  for (YdKind kind = 0; kind < YD_N_KINDS && self->place != NULL && row == NULL; kind++)
    row = yd_space_lookup (YD_SPACE (self->plan), kind, self->place);
  if (row != NULL && (!yd_space_is_live (YD_SPACE (self->plan), row) || !is_at (row, selected)))
    row = NULL;

  yd_review_list_go_on (self->review, selected, row);
}

/* The next one, or the first when the list was not there yet. */
void
_yd_source_page_check_next (YdPage *page)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);
  guint position = yd_review_list_get_position (self->review);

  if (self->plan == NULL)
    return;

  gtk_stack_set_visible_child_name (self->tools, "review");
  if (!self->reviewing)
    yd_source_page_set_reviewing (self, TRUE);
  else
    yd_review_list_select_next (self->review, position == YD_REVIEW_NONE ? 0 : position + 1);
  yd_review_list_focus_later (self->review);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _yd_source_page_check_next (YD_PAGE (widget));
}

/* What is not checked stays proposed; one can come back at any time. */
static gboolean
end_review_cb (gpointer page)
{
  if (gtk_widget_get_root (page) != NULL)
    yd_source_page_set_reviewing (page, FALSE);

  return G_SOURCE_REMOVE;
}

/* A long list takes its time to go: first the next page is there. */
static void
finish_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "outline");
  g_idle_add_full (YD_SOURCE_PAGE_PRIORITY, end_review_cb, g_object_ref (widget), g_object_unref);
}

void
_yd_source_page_install_review (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "source.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "source.drop", NULL, drop_action);
  gtk_widget_class_install_action (widget_class, "source.correct", NULL, correct_action);
  gtk_widget_class_install_action (widget_class, "source.accept-chapter", NULL,
                                   accept_chapter_action);
  gtk_widget_class_install_action (widget_class, "source.accept-sure", NULL, accept_sure_action);
  gtk_widget_class_install_action (widget_class, "source.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "source.finish", NULL, finish_action);
  gtk_widget_class_bind_template_callback (widget_class, corrected_cb);
}
