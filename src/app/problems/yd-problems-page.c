/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problems-page.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-keep-popover.h"
#include "yd-plan-edits.h"
#include "yd-problem-list.h"
#include "yd-problem-row.h"

/**
 * YdProblemsPage:
 *
 * What to look at before a plan is issued, by kind, with what is normal. Each leads to its
 * place, and may be kept with a reason.
 */

struct _YdProblemsPage
{
  YdPage              parent_instance;

  /* Owned */
  YdProblemList      *problems;
  GtkSingleSelection *selection;
  GSignalGroup       *signals;

  /* Template */
  GtkStack           *stack;
  GtkListView        *list;
  GtkLabel           *summary;
};

G_DEFINE_FINAL_TYPE (YdProblemsPage, yd_problems_page, YD_TYPE_PAGE)

static YdSession *
get_session (YdProblemsPage *self)
{
  return yd_page_get_session (YD_PAGE (self));
}

static YdPlan *
get_plan (YdProblemsPage *self)
{
  YdSession *session = get_session (self);

  return session != NULL ? yd_session_get_plan (session) : NULL;
}

/* What is shown */

static void
show_summary (YdProblemsPage *self,
              GPtrArray      *findings)
{
  guint n_serious = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    n_serious += ((YdFinding *) g_ptr_array_index (findings, i))->severity > YD_SEVERITY_INFO;

  if (findings == NULL)
    words = g_strdup (_("Looking the plan over…"));
  else if (findings->len > 0)
    /* Translators: how much is worth a look, and how much of it is a warning or an error */
    words = g_strdup_printf (_("%u to look at, %u of them should be mended"), findings->len,
                             n_serious);
  gtk_label_set_label (self->summary, words != NULL ? words : "");
}

/* Chooses the line that says what the one before said, or what stands in its place. */
static void
choose_again (YdProblemsPage *self,
              YdProblem      *before,
              guint           fallback)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = before != NULL ? yd_problem_list_find (self->problems, before)
                                  : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION && n > 0)
    position = MIN (fallback, n - 1);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
fill (YdProblemsPage *self)
{
  YdSession *session = get_session (self);
  GPtrArray *findings = session != NULL ? yd_findings_get_list (yd_session_get_findings (session))
                                        : NULL;
  YdProblem *selected = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr(YdProblem) chosen = selected != NULL ? g_object_ref (selected) : NULL;
  const guint at = gtk_single_selection_get_selected (self->selection);

  /* A selection looks for its line among the new ones by asking for each of them. */
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  yd_problem_list_fill (self->problems, get_plan (self), findings);
  show_summary (self, findings);
  choose_again (self, chosen, at != GTK_INVALID_LIST_POSITION ? at : 0);

  if (findings == NULL)
    gtk_stack_set_visible_child_name (self->stack, "waiting");
  else
    gtk_stack_set_visible_child_name (self->stack,
                                      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0
                                      ? "list" : "empty");
}

static void
changed_cb (YdProblemsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/* What a person does */

/* What is about the plan as a whole has its own place: the review. */
static void
go_to (YdProblemsPage *self,
       YdProblem      *problem)
{
  YdPoint *point = yd_problem_get_point (problem);

  if (g_strcmp0 (problem->code, "not-confirmed") == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.check-next", NULL);
      return;
    }

  if (point != NULL)
    yd_session_set_selected (get_session (self), point);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "outline");
}

static void
activate_cb (YdProblemsPage *self,
             guint           position)
{
  g_autoptr(YdProblem) problem = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (!yd_problem_is_head (problem))
    {
      go_to (self, problem);
      return;
    }

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  yd_problem_list_toggle (self->problems, problem);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
kept_cb (YdProblemsPage *self,
         YdProblem      *problem,
         const char     *reason)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_accept_finding (get_plan (self), problem->code,
                                                        problem->row, reason);

  yd_page_commit (YD_PAGE (self), edit);
}

static void
tell_again (YdProblemsPage *self,
            YdProblem      *problem)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_tell_finding (problem->acceptance);

  yd_page_commit (YD_PAGE (self), edit);
}

static void
closed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static void
ask_reason (YdProblemsPage *self,
            GtkWidget      *row,
            YdProblem      *problem)
{
  GtkWidget *popover = yd_keep_popover_new (problem);

  gtk_widget_set_parent (popover, row);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  g_signal_connect_object (popover, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_after (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static gboolean
may_change (YdProblemsPage *self)
{
  YdSession *session = get_session (self);

  return session != NULL && !yd_session_get_read_only (session);
}

static void
keep_cb (YdProblemRow   *row,
         YdProblemsPage *self)
{
  YdProblem *problem = yd_problem_row_get_problem (row);

  if (problem == NULL || yd_problem_is_head (problem) || problem->row == NULL)
    return;
  if (!may_change (self))
    yd_page_say (YD_PAGE (self), _("This plan can only be read."));
  else if (problem->acceptance != NULL)
    tell_again (self, problem);
  else
    ask_reason (self, GTK_WIDGET (row), problem);
}

/* Returns: (nullable): the row of the line that is chosen, if it is in sight */
static YdProblemRow *
find_chosen_row (YdProblemsPage *self)
{
  YdProblem *problem = gtk_single_selection_get_selected_item (self->selection);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (YD_IS_PROBLEM_ROW (row) && problem != NULL &&
          yd_problem_row_get_problem (YD_PROBLEM_ROW (row)) == problem)
        return YD_PROBLEM_ROW (row);
    }

  return NULL;
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdProblemsPage *self = YD_PROBLEMS_PAGE (widget);
  YdProblemRow *row = find_chosen_row (self);
  gboolean kept = row != NULL && yd_problem_row_get_problem (row)->acceptance != NULL;

  if (row != NULL && kept == g_str_equal (name, "problems.tell"))
    keep_cb (row, self);
}

static void
name_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdProblem *problem =
    gtk_single_selection_get_selected_item (YD_PROBLEMS_PAGE (widget)->selection);

  if (problem != NULL && yd_problem_is_bare_group (problem))
    gtk_widget_activate_action (widget, "win.name-members", "s", yd_row_get_id (problem->row));
}

/* The rows */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          YdProblemsPage     *self)
{
  GtkWidget *row = yd_problem_row_new ();

  g_signal_connect_object (row, "keep", G_CALLBACK (keep_cb), self, 0);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  YdProblem *problem = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *sentence = yd_problem_dup_sentence (problem);

  yd_problem_row_show (YD_PROBLEM_ROW (row), problem);
  yd_accessible_set_row_name (row, sentence);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  yd_problem_row_show (YD_PROBLEM_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The page */

static void
yd_problems_page_session_changed (YdPage *page)
{
  YdProblemsPage *self = YD_PROBLEMS_PAGE (page);
  YdSession *session = get_session (self);

  /* The base class lets go of the session of a page that is gone. */
  if (self->signals == NULL)
    return;

  g_signal_group_set_target (self->signals,
                             session != NULL ? yd_session_get_findings (session) : NULL);
  fill (self);
}

static gboolean
yd_problems_page_focus_content (YdPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_PROBLEMS_PAGE (page)->list));
}

static void
yd_problems_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yd_problems_page_parent_class)->map (widget);
  fill (YD_PROBLEMS_PAGE (widget));
}

static void
yd_problems_page_dispose (GObject *object)
{
  YdProblemsPage *self = YD_PROBLEMS_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->problems);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PROBLEMS_PAGE);

  G_OBJECT_CLASS (yd_problems_page_parent_class)->dispose (object);
}

static void
yd_problems_page_class_init (YdProblemsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YdPageClass *page_class = YD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_problems_page_dispose;
  widget_class->map = yd_problems_page_map;
  page_class->session_changed = yd_problems_page_session_changed;
  page_class->focus_content = yd_problems_page_focus_content;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-problems-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YdProblemsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YdProblemsPage, list);
  gtk_widget_class_bind_template_child (widget_class, YdProblemsPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "problems.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "problems.tell", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "problems.name", NULL, name_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "problems.name", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "problems.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "problems.tell", NULL);
}

static void
make_list (YdProblemsPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->problems = yd_problem_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->problems)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

static void
yd_problems_page_init (YdProblemsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);

  self->signals = g_signal_group_new (YD_TYPE_FINDINGS);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (changed_cb), self);
}
