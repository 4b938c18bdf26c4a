/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problem-row.h"

#include <glib/gi18n-lib.h>

/**
 * YdProblemRow:
 *
 * A line of the page: the head of a kind with what is normal, or a place with what is wrong
 * there.
 */

struct _YdProblemRow
{
  AdwBin     parent_instance;

  /* Owned */
  YdProblem *problem;           /* (nullable) */

  /* Template */
  GtkStack  *stack;
  GtkImage  *fold;
  GtkLabel  *severity;
  GtkLabel  *kind;
  GtkLabel  *count;
  GtkLabel  *normal;
  GtkLabel  *where;
  GtkLabel  *message;
  GtkButton *keep;
};

enum { KEEP, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YdProblemRow, yd_problem_row, ADW_TYPE_BIN)

static const struct { const char *word, *class; } severities[] = {
  [YD_SEVERITY_INFO]    = { N_("● Note"), "yd-wait" },
  [YD_SEVERITY_WARNING] = { N_("▲ Warning"), "yd-soon" },
  [YD_SEVERITY_ERROR]   = { N_("■ Error"), "yd-late" },
};

static void
show_severity (YdProblemRow *self,
               YdProblem    *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->severity), severities[i].class);

  gtk_widget_set_visible (GTK_WIDGET (self->severity), problem->code != NULL);
  gtk_label_set_label (self->severity, _(severities[problem->severity].word));
  gtk_widget_add_css_class (GTK_WIDGET (self->severity), severities[problem->severity].class);
}

static void
show_head (YdProblemRow *self,
           YdProblem    *problem)
{
  g_autofree char *title = yd_problem_dup_title (problem);
  g_autofree char *count = g_strdup_printf ("%u", problem->n_items);

  gtk_stack_set_visible_child_name (self->stack, "head");
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-problem-head");
  gtk_image_set_from_icon_name (self->fold, problem->folded ? "pan-end-symbolic"
                                                            : "pan-down-symbolic");
  show_severity (self, problem);
  gtk_label_set_label (self->kind, title);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->normal, problem->code != NULL
                                     ? yd_check_get_normal (problem->code)
                                     : _("Looked at, and left as it is for a reason."));
}

static void
show_item (YdProblemRow *self,
           YdProblem    *problem)
{
  gboolean kept = problem->acceptance != NULL;
  g_autofree char *reason = kept ? g_strdup_printf (_("%s. Reason: %s"),
                                                    yd_check_get_word (problem->code),
                                                    problem->message) : NULL;

  gtk_stack_set_visible_child_name (self->stack, "item");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "yd-problem-head");
  gtk_label_set_label (self->where, problem->where);
  gtk_label_set_label (self->message, kept ? reason : problem->message);
  gtk_button_set_label (self->keep, kept ? _("Tell Again") : _("Keep…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->keep), kept ? "Delete" : "F2");
}

static void
keep_cb (YdProblemRow *self)
{
  g_signal_emit (self, signals[KEEP], 0);
}

static void
yd_problem_row_dispose (GObject *object)
{
  g_clear_object (&YD_PROBLEM_ROW (object)->problem);
  adw_bin_set_child (ADW_BIN (object), NULL);   /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (object), YD_TYPE_PROBLEM_ROW);

  G_OBJECT_CLASS (yd_problem_row_parent_class)->dispose (object);
}

static void
yd_problem_row_class_init (YdProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_problem_row_dispose;

  /**
   * YdProblemRow::keep:
   *
   * A person asks to keep what is found as it is, or to be told of it again.
   */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, stack);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, fold);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, severity);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, kind);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, count);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, normal);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, where);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, message);
  gtk_widget_class_bind_template_child (widget_class, YdProblemRow, keep);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
}

static void
yd_problem_row_init (YdProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yd_problem_row_new (void)
{
  return g_object_new (YD_TYPE_PROBLEM_ROW, NULL);
}

/**
 * yd_problem_row_show:
 * @self: a row
 * @problem: (nullable): what it shows
 */
void
yd_problem_row_show (YdProblemRow *self,
                     YdProblem    *problem)
{
  g_return_if_fail (YD_IS_PROBLEM_ROW (self));

  g_set_object (&self->problem, problem);
  if (problem == NULL)
    return;

  if (yd_problem_is_head (problem))
    show_head (self, problem);
  else
    show_item (self, problem);
}

/* Returns: (transfer none) (nullable): the line that the row shows */
YdProblem *
yd_problem_row_get_problem (YdProblemRow *self)
{
  g_return_val_if_fail (YD_IS_PROBLEM_ROW (self), NULL);

  return self->problem;
}
