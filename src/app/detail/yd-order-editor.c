/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-order-editor.h"

#include <glib/gi18n-lib.h>

#include "yd-order-words.h"
#include "yd-plan-edits.h"
#include "yd-point-picker.h"

/**
 * YdOrderEditor:
 *
 * What comes before or after a point, in a popover at its row: the other point, which of the
 * two is first, what waits for what, and how much later. What it says is read below in a
 * sentence; if it cannot be, since the points would wait for each other, that is said there.
 */

struct _YdOrderEditor
{
  GtkPopover      parent_instance;

  /* Owned */
  YdPoint        *point;
  YdRow          *order;        /* (nullable): a new one */

  /* Borrowed */
  YdPage         *page;

  /* Template */
  YdPointPicker  *other;
  GtkDropDown    *place;
  GtkDropDown    *type;
  GtkSpinButton  *lag;
  GtkDropDown    *measure;
  GtkLabel       *summary;
  GtkLabel       *problem;
  GtkWidget      *remove;
  GtkWidget      *apply;
};

G_DEFINE_FINAL_TYPE (YdOrderEditor, yd_order_editor, GTK_TYPE_POPOVER)

/* In the order of the template. */
enum { PLACE_SECOND, PLACE_FIRST };
static const char * const types[] = { "FS", "SS", "FF", "SF" };
static const char * const measures[] = { "workdays", "days" };

static guint
find_word (const char * const *words,
           guint               n_words,
           const char         *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

static gboolean
is_first (YdOrderEditor *self)
{
  return gtk_drop_down_get_selected (self->place) == PLACE_FIRST;
}

static YdDependencyTerms
get_terms (YdOrderEditor *self)
{
  YdPoint *other = yd_point_picker_get_point (self->other);
  const char *here = yd_row_get_id (self->point);
  const char *there = other != NULL ? yd_row_get_id (other) : NULL;

  return (YdDependencyTerms) {
    .pred = is_first (self) ? here : there,
    .succ = is_first (self) ? there : here,
    .type = types[MIN (gtk_drop_down_get_selected (self->type), G_N_ELEMENTS (types) - 1)],
    .lag = gtk_spin_button_get_value_as_int (self->lag),
    .measure = measures[MIN (gtk_drop_down_get_selected (self->measure),
                             G_N_ELEMENTS (measures) - 1)],
  };
}

/* Says in a sentence what would be so. */
static void
changed_cb (YdOrderEditor *self)
{
  YdPoint *other = yd_point_picker_get_point (self->other);
  g_autofree char *words = NULL;
  YdDependencyTerms terms;

  if (self->point == NULL)
    return;

  terms = get_terms (self);
  if (other != NULL)
    words = yd_order_dup_words (terms.type, terms.lag, terms.measure,
                                yd_point_picker_get_name (self->other, other), is_first (self));
  gtk_label_set_label (self->summary, words != NULL ? words : _("Choose the other point."));
  gtk_widget_set_sensitive (self->apply, other != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->measure), terms.lag != 0);
  gtk_widget_hide (GTK_WIDGET (self->problem));
}

/**
 * yd_order_editor_apply:
 * @self: an editor
 *
 * Commits what it says, and goes.
 *
 * Returns: whether it is in force; if not, the editor says why
 */
gboolean
yd_order_editor_apply (YdOrderEditor *self)
{
  YdSession *session;
  YdDependencyTerms terms;
  g_autofree char *id = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (YD_IS_ORDER_EDITOR (self), FALSE);

  if (yd_point_picker_get_point (self->other) == NULL)
    return FALSE;

  session = yd_page_get_session (self->page);
  terms = get_terms (self);
  id = yd_session_new_id (session);
  edit = self->order != NULL ? yd_plan_edit_edit_dependency (self->order, &terms)
                             : yd_plan_edit_add_dependency (id, &terms);

  /* Not by the page: a circle is named whole, which is too much for a toast. */
  if (!yd_session_commit (session, edit, &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_show (GTK_WIDGET (self->problem));
      return FALSE;
    }

  gtk_popover_popdown (GTK_POPOVER (self));
  return TRUE;
}

static void
apply_cb (YdOrderEditor *self)
{
  yd_order_editor_apply (self);
}

static void
remove_cb (YdOrderEditor *self)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_row (self->order, "dependency.delete");

  gtk_popover_popdown (GTK_POPOVER (self));
  yd_page_commit (self->page, edit);
}

static void
yd_order_editor_dispose (GObject *object)
{
  YdOrderEditor *self = YD_ORDER_EDITOR (object);

  g_clear_object (&self->point);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_ORDER_EDITOR);
  g_clear_object (&self->order);

  G_OBJECT_CLASS (yd_order_editor_parent_class)->dispose (object);
}

static void
yd_order_editor_class_init (YdOrderEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_order_editor_dispose;

  g_type_ensure (YD_TYPE_POINT_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-order-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, other);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, place);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, type);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, lag);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, measure);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, summary);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, remove);
  gtk_widget_class_bind_template_child (widget_class, YdOrderEditor, apply);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
yd_order_editor_init (YdOrderEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* One that was read may have no ends yet; the point whose sentence it is waits then. */
static void
load (YdOrderEditor *self,
      YdPlan        *plan)
{
  const char *pred = yd_row_get_cell (self->order, YD_DEPENDENCY_PRED);
  const char *succ = yd_row_get_cell (self->order, YD_DEPENDENCY_SUCC);
  gboolean first = g_strcmp0 (pred, yd_row_get_id (self->point)) == 0;
  const char *other = first ? succ : pred;

  gtk_drop_down_set_selected (self->place, first ? PLACE_FIRST : PLACE_SECOND);
  gtk_drop_down_set_selected (self->type,
                              find_word (types, G_N_ELEMENTS (types),
                                         yd_row_get_cell (self->order, YD_DEPENDENCY_TYPE)));
  gtk_drop_down_set_selected (self->measure,
                              find_word (measures, G_N_ELEMENTS (measures),
                                         yd_row_get_cell (self->order, YD_DEPENDENCY_MEASURE)));
  gtk_spin_button_set_value (self->lag, yd_row_get_int (self->order, YD_DEPENDENCY_LAG, 0));
  if (other != NULL)
    yd_point_picker_set_point (self->other,
                               yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, other));
}

/**
 * yd_order_editor_edit:
 * @self: an editor
 * @page: where it commits; must live as long as @self
 * @point: a point
 * @order: (nullable): what comes before or after it, or none for a new one
 *
 * Says what it is about. Nothing is changed before it is applied.
 */
void
yd_order_editor_edit (YdOrderEditor *self,
                      YdPage        *page,
                      YdPoint       *point,
                      YdRow         *order)
{
  YdPlan *plan;

  g_return_if_fail (YD_IS_ORDER_EDITOR (self));

  plan = yd_session_get_plan (yd_page_get_session (page));
  self->page = page;
  g_set_object (&self->point, point);
  g_set_object (&self->order, order);

  yd_point_picker_set_plan (self->other, plan, point);
  gtk_widget_set_visible (self->remove, order != NULL);
  if (order != NULL)
    load (self, plan);
  else
    yd_order_editor_fill (self, "", FALSE, "FS", 0);
  changed_cb (self);
}

/* Fills the fields in, as a person would. */
void
yd_order_editor_fill (YdOrderEditor *self,
                      const char    *typed,
                      gboolean       first,
                      const char    *type,
                      int            lag)
{
  g_return_if_fail (YD_IS_ORDER_EDITOR (self));

  yd_point_picker_set_typed (self->other, typed);
  gtk_drop_down_set_selected (self->place, first ? PLACE_FIRST : PLACE_SECOND);
  gtk_drop_down_set_selected (self->type, find_word (types, G_N_ELEMENTS (types), type));
  gtk_spin_button_set_value (self->lag, lag);
}

/* Returns: (nullable): why it could not be applied, as it says */
const char *
yd_order_editor_get_problem (YdOrderEditor *self)
{
  g_return_val_if_fail (YD_IS_ORDER_EDITOR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem)) ? gtk_label_get_label (self->problem)
                                                             : NULL;
}
