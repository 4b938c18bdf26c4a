/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-problem-row.h"

#include <glib/gi18n-lib.h>

#include "yd-tooltip.h"

/**
 * YdProblemRow:
 *
 * A line of the page: the head of a kind with what is normal, or a place with what is wrong
 * there. Hundreds are made at once, and most are never a head: each face is made when it is
 * first shown.
 */

struct _YdProblemRow
{
  AdwBin     parent_instance;

  /* Owned */
  YdProblem *problem;           /* (nullable) */

  /* Borrowed */
  GtkWidget *head;              /* (nullable): not yet made */
  GtkImage  *fold;
  GtkLabel  *severity;
  GtkLabel  *kind;
  GtkLabel  *count;
  GtkLabel  *normal;
  GtkWidget *item;              /* (nullable): likewise */
  GtkLabel  *where;
  GtkLabel  *message;
  GtkWidget *name;              /* who belongs to a group */
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

/* The faces */

static void
keep_cb (YdProblemRow *self)
{
  g_signal_emit (self, signals[KEEP], 0);
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *classes)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "valign", GTK_ALIGN_CENTER, NULL);
  g_auto(GStrv) list = g_strsplit (classes, " ", -1);

  gtk_widget_set_css_classes (label, (const char **) list);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

/* What does not fit is in the tooltip: rows are of one height. */
static GtkLabel *
add_long_label (GtkWidget  *box,
                const char *classes)
{
  GtkLabel *label = add_label (box, classes);

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);

  return label;
}

static void
make_head (YdProblemRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->head = box;
  self->fold = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->fold));
  self->severity = add_label (box, "yd-pill");
  self->kind = add_label (box, "heading");
  self->count = add_label (box, "yd-count yd-numeric");
  self->normal = add_long_label (box, "caption dim-label");
  gtk_widget_set_margin_start (GTK_WIDGET (self->normal), 9);
}

static void
make_item (YdProblemRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  g_object_set (words, "valign", GTK_ALIGN_CENTER, "margin-start", 25, "margin-top", 6,
                "margin-bottom", 6, NULL);
  self->item = box;
  self->where = add_long_label (words, "");
  self->message = add_long_label (words, "caption dim-label");
  self->keep = g_object_new (GTK_TYPE_BUTTON, "can-focus", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->keep), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->keep), "yd-link");
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  self->name = g_object_new (GTK_TYPE_BUTTON, "label", _("Name Members…"), "can-focus", FALSE,
                             "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->name, "flat");
  gtk_widget_add_css_class (self->name, "yd-link");
  yd_tooltip_set (self->name, "Insert");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->keep));
}

/* Shows one face in the place of the other, which is kept. */
static void
turn (YdProblemRow  *self,
      GtkWidget    **face,
      void         (*make) (YdProblemRow *self))
{
  GtkWidget *both = adw_bin_get_child (ADW_BIN (self));

  if (*face == NULL)
    {
      make (self);
      gtk_box_append (GTK_BOX (both), *face);
      gtk_widget_set_hexpand (*face, TRUE);
    }
  if (self->head != NULL)
    gtk_widget_set_visible (self->head, self->head == *face);
  if (self->item != NULL)
    gtk_widget_set_visible (self->item, self->item == *face);
}

/* What they show */

static void
show_severity (YdProblemRow *self,
               YdProblem    *problem)
{
  const char *classes[] = { "yd-pill", severities[problem->severity].class, NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->severity), problem->code != NULL);
  gtk_label_set_label (self->severity, _(severities[problem->severity].word));
  gtk_widget_set_css_classes (GTK_WIDGET (self->severity), classes);
}

static void
show_head (YdProblemRow *self,
           YdProblem    *problem)
{
  g_autofree char *title = yd_problem_dup_title (problem);
  g_autofree char *count = g_strdup_printf ("%u", problem->n_items);
  const char *normal = problem->code != NULL ? yd_check_get_normal (problem->code)
                                             : _("Looked at, and left as it is for a reason.");

  turn (self, &self->head, make_head);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-problem-head");
  gtk_image_set_from_icon_name (self->fold, problem->folded ? "pan-end-symbolic"
                                                            : "pan-down-symbolic");
  show_severity (self, problem);
  gtk_label_set_label (self->kind, title);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->normal, normal);
  yd_tooltip_set (GTK_WIDGET (self->normal), normal);
}

/* The name of the action comes after its target, or GTK would miss that. */
static void
show_name (YdProblemRow *self,
           YdProblem    *problem)
{
  GtkActionable *name = GTK_ACTIONABLE (self->name);
  const gboolean bare = yd_problem_is_bare_group (problem);

  gtk_widget_set_visible (self->name, bare);
  if (!bare)
    return;

  gtk_actionable_set_action_target (name, "s", yd_row_get_id (problem->row));
  gtk_actionable_set_action_name (name, "win.name-members");
}

static void
show_item (YdProblemRow *self,
           YdProblem    *problem)
{
  const gboolean kept = problem->acceptance != NULL;
  g_autofree char *title = yd_problem_dup_title (problem);
  g_autofree char *reason = kept ? g_strdup_printf (_("%s. Reason: %s"),
                                                    yd_check_get_word (problem->code),
                                                    problem->message) : NULL;
  const char *message = kept ? reason : problem->message;

  turn (self, &self->item, make_item);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "yd-problem-head");
  gtk_label_set_label (self->where, title);
  gtk_label_set_label (self->message, message);
  yd_tooltip_set (GTK_WIDGET (self->where), title);
  yd_tooltip_set (GTK_WIDGET (self->message), message);
  show_name (self, problem);
  gtk_button_set_label (self->keep, kept ? _("Tell Again") : _("Keep…"));
  yd_tooltip_set (GTK_WIDGET (self->keep), kept ? "Delete" : "F2");
}

static void
yd_problem_row_dispose (GObject *object)
{
  g_clear_object (&YD_PROBLEM_ROW (object)->problem);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (yd_problem_row_parent_class)->dispose (object);
}

static void
yd_problem_row_class_init (YdProblemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_problem_row_dispose;

  /**
   * YdProblemRow::keep:
   *
   * A person asks to keep what is found as it is, or to be told of it again.
   */
  signals[KEEP] = g_signal_new ("keep", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_problem_row_init (YdProblemRow *self)
{
  adw_bin_set_child (ADW_BIN (self), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
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
