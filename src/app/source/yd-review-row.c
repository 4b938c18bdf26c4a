/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-review-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-fact-mark.h"
#include "yd-fact-words.h"
#include "yd-plan-edits.h"
#include "yd-role-mark.h"
#include "yd-tooltip.h"

/**
 * YdReviewRow:
 *
 * A line of the list of proposals: the head of a point with how much is left, or
 * mark, kind, meaning, how sure, and two buttons. The keys of the list do the same as
 * the buttons, which therefore take no focus.
 */

struct _YdReviewRow
{
  GtkBox        parent_instance;

  /* Owned */
  YdReviewItem *item;
  YdPlan       *plan;
  YdDirectory  *directory;      /* (nullable): the units that the office knows */

  /* Template */
  GtkWidget    *marks;
  YdRoleMark   *role;
  YdFactMark   *mark;
  GtkLabel     *kind;
  GtkLabel     *meaning;
  GtkLabel     *tag;
  GtkLabel     *sure;
  GtkLabel     *state;
  GtkWidget    *accept;
  GtkWidget    *make;
  GtkWidget    *correct;
};

G_DEFINE_FINAL_TYPE (YdReviewRow, yd_review_row, GTK_TYPE_BOX)

enum {
  PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_class (gpointer    widget,
           const char *class,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* Without the bars, which are nothing to hear. */
static char *
say_sure (YdRow *row)
{
  YdSure sure = yd_fact_get_sure (row);

  if (sure == YD_SURE_UNKNOWN)
    return g_strdup ("");

  return g_strdup_printf (_("confidence %s, %d%%"), yd_sure_get_words (sure),
                          yd_fact_get_percent (row));
}

static void
show_sure (YdReviewRow *self,
           YdRow       *row)
{
  static const char * const bars[] = { "", "▮▯▯", "▮▮▯", "▮▮▮" };
  YdSure sure = yd_fact_get_sure (row);
  g_autofree char *text = NULL;

  if (sure != YD_SURE_UNKNOWN)
    text = g_strdup_printf ("%s %s %d%%", bars[sure], yd_sure_get_words (sure),
                            yd_fact_get_percent (row));
  gtk_label_set_text (self->sure, text != NULL ? text : "");
  set_class (self->sure, "yd-sure-high", sure == YD_SURE_HIGH);
  set_class (self->sure, "yd-sure-middle", sure == YD_SURE_MIDDLE);
  set_class (self->sure, "yd-sure-low", sure == YD_SURE_LOW);
}

static void
show_mark (YdReviewRow *self,
           YdRow       *row)
{
  gboolean has_role = yd_row_get_kind (row) == YD_KIND_ASSIGNMENT;

  gtk_widget_set_visible (GTK_WIDGET (self->role), has_role);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), !has_role);
  if (has_role)
    yd_role_mark_set_role (self->role, yd_row_get_cell (row, YD_ASSIGNMENT_ROLE));
  else
    yd_fact_mark_set_row (self->mark, row);
}

/* The row of the list is what is focused and spoken. */
static void
speak (YdReviewRow *self,
       const char  *sentence)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                    -1);
}

static void
show_fact (YdReviewRow *self,
           YdRow       *row)
{
  gboolean proposed = yd_plan_is_proposed (row);
  g_autofree char *meaning = yd_fact_dup_meaning (self->plan, row);
  const char *kind = yd_fact_get_kind (row);
  const char *tag = yd_fact_get_tag (self->plan, row);
  g_autofree char *former = yd_fact_dup_former (self->plan, row, self->directory);
  const char *state = proposed ? _("To Check") : _("Accepted");
  g_autofree char *sure = NULL;
  g_autofree char *spoken = NULL;

  show_mark (self, row);
  gtk_label_set_text (self->kind, kind);
  gtk_label_set_text (self->meaning, meaning);
  yd_tooltip_set (GTK_WIDGET (self->meaning), former != NULL ? former : meaning);
  if (former != NULL)
    tag = _("Former Name");
  gtk_label_set_text (self->tag, tag != NULL ? tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tag != NULL);
  show_sure (self, row);
  gtk_label_set_text (self->state, proposed ? "" : _("✓ Accepted"));

  sure = say_sure (row);
  spoken = g_strdup_printf ("%s, %s, %s%s%s", kind, meaning, sure, *sure != '\0' ? ", " : "",
                            state);
  speak (self, spoken);
}

/* `五` before (二); a chapter, and a duty without a number, have nothing before them. */
static char *
dup_chapter (YdReviewItem *item)
{
  const char *path = yd_review_item_get_path (item);
  const char *last = path != NULL ? strrchr (path, '/') : NULL;

  return last != NULL && last[1] == '(' ? g_strndup (path, last - path) : g_strdup ("");
}

static void
show_head (YdReviewRow *self)
{
  YdPoint *point = yd_review_item_get_point (self->item);
  guint n_left = yd_review_item_get_n_left (self->item);
  g_autofree char *title = yd_fact_dup_title (point);
  g_autofree char *above = dup_chapter (self->item);
  g_autofree char *text = g_strconcat (above, title, NULL);
  g_autofree char *left = g_strdup_printf (ngettext ("%u to check", "%u to check", n_left),
                                           n_left);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", text, left);

  gtk_label_set_text (self->meaning, text);
  yd_tooltip_set (GTK_WIDGET (self->meaning), text);
  gtk_label_set_text (self->state, left);
  speak (self, spoken);
}

static void
show_unplaced_head (YdReviewRow *self)
{
  guint n = yd_review_item_get_n_left (self->item);
  g_autofree char *count = g_strdup_printf (ngettext ("%u paragraph, which may stay as it is",
                                                      "%u paragraphs, which may stay as they are",
                                                      n), n);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", _("Text That Belongs to No Point"), count);

  gtk_label_set_text (self->meaning, _("Text That Belongs to No Point"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->meaning), NULL);
  gtk_label_set_text (self->state, count);
  speak (self, spoken);
}

static void
show_run (YdReviewRow         *self,
          const YdUnplacedRun *run)
{
  const char *text = yd_review_item_get_text (self->item);
  g_autofree char *place = run->first == run->last
                           ? g_strdup_printf (_("Paragraph %u"), run->first + 1)
                           : g_strdup_printf (_("Paragraphs %u–%u"), run->first + 1,
                                              run->last + 1);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", place, text);

  gtk_label_set_text (self->kind, place);
  gtk_label_set_text (self->meaning, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->meaning), text);
  speak (self, spoken);
}

static void
show_unplaced (YdReviewRow *self)
{
  const YdUnplacedRun *run = yd_review_item_get_run (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->role), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sure), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->state), run == NULL);
  if (run != NULL)
    show_run (self, run);
  else
    show_unplaced_head (self);
}

static void
show_cb (YdReviewRow *self)
{
  gboolean head = yd_review_item_is_head (self->item);
  YdRow *row = yd_review_item_get_row (self->item);
  gboolean proposed = row != NULL && yd_plan_is_proposed (row);

  set_class (self, "head", head);
  set_class (self->meaning, "heading", head);
  gtk_widget_set_visible (self->marks, !head);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), !head);
  gtk_widget_set_visible (GTK_WIDGET (self->sure), !head);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !proposed);
  gtk_widget_set_visible (self->accept, proposed);
  gtk_widget_set_visible (self->correct, proposed);
  gtk_widget_set_visible (self->make, yd_review_item_get_run (self->item) != NULL);
  if (yd_review_item_is_unplaced (self->item))
    show_unplaced (self);
  else if (head)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->tag), FALSE);
      show_head (self);
    }
  else
    show_fact (self, row);
}

static void
accept_cb (YdReviewRow *self)
{
  g_signal_emit (self, signals[PRESSED], 0, "source.accept");
}

static void
correct_cb (YdReviewRow *self)
{
  g_signal_emit (self, signals[PRESSED], 0, "source.correct");
}

static void
yd_review_row_dispose (GObject *object)
{
  YdReviewRow *self = YD_REVIEW_ROW (object);

  yd_review_row_set_item (self, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_REVIEW_ROW);

  G_OBJECT_CLASS (yd_review_row_parent_class)->dispose (object);
}

static void
yd_review_row_class_init (YdReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_review_row_dispose;
  g_type_ensure (YD_TYPE_FACT_MARK);
  g_type_ensure (YD_TYPE_ROLE_MARK);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, marks);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, role);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, mark);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, kind);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, meaning);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, tag);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, sure);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, state);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, accept);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, make);
  gtk_widget_class_bind_template_child (widget_class, YdReviewRow, correct);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_cb);

  /**
   * YdReviewRow::pressed:
   * @self: a line
   * @action: the action of the button that was pressed
   */
  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
name_button (GtkWidget  *button,
             const char *words)
{
  yd_tooltip_set (button, words);
  yd_accessible_set_name (button, words);
}

static void
yd_review_row_init (YdReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (self->accept, _("Accept"));
  name_button (self->correct, _("Correct"));
}

GtkWidget *
yd_review_row_new (void)
{
  return g_object_new (YD_TYPE_REVIEW_ROW, NULL);
}

/* Returns: (transfer none) (nullable): what the line shows */
YdReviewItem *
yd_review_row_get_item (YdReviewRow *self)
{
  g_return_val_if_fail (YD_IS_REVIEW_ROW (self), NULL);

  return self->item;
}

/* Shows another line, or none. @directory tells which names are no longer in use. */
void
yd_review_row_set_item (YdReviewRow  *self,
                        YdPlan       *plan,
                        YdDirectory  *directory,
                        YdReviewItem *item)
{
  g_return_if_fail (YD_IS_REVIEW_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_cb, self);

  g_set_object (&self->plan, plan);
  g_set_object (&self->item, item);
  g_clear_pointer (&self->directory, yd_directory_unref);
  self->directory = directory != NULL ? yd_directory_ref (directory) : NULL;
  if (item == NULL)
    return;

  g_signal_connect_object (item, "changed", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  show_cb (self);
}
