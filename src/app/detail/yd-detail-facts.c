/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-deadline-words.h"
#include "yd-plan-edits.h"
#include "yd-value.h"

/* What each kind of fact says in the pane, and how one is added. */

static gboolean
cell_is (YdRow      *row,
         guint       field,
         const char *value)
{
  return g_strcmp0 (yd_row_get_cell (row, field), value) == 0;
}

static YdDetailPane *
get_pane (YdFactRow *row)
{
  return YD_DETAIL_PANE (gtk_widget_get_ancestor (GTK_WIDGET (row), YD_TYPE_DETAIL_PANE));
}

/* Units */

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
  else if (unit != NULL && cell_is (unit, YD_UNIT_KIND, "group"))
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

static void
add_unit_entry (YdDetailPane *self)
{
  GtkWidget *entry = yd_unit_entry_new ();

  self->unit_entry = YD_UNIT_ENTRY (entry);
  gtk_widget_add_css_class (entry, "yd-card-line");
  g_signal_connect_object (entry, "picked", G_CALLBACK (unit_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "named", G_CALLBACK (unit_named_cb), self, G_CONNECT_SWAPPED);
  yd_detail_section_set_foot (self->units_section, entry);
}

/* Deadlines */

/* Where the document says it just as we would, once is enough. */
static gboolean
says_same (const char *words,
           const char *rule)
{
  while (TRUE)
    {
      words += strspn (words, " ");
      rule += strspn (rule, " ");
      if (*words == '\0')
        return *rule == '\0' || g_str_equal (rule, "。") || g_str_equal (rule, "；");
      if (*words != *rule)
        return FALSE;
      words++;
      rule++;
    }
}

static void
describe_deadline (YdFactRow *row,
                   YdPlan    *plan,
                   YdRow     *deadline)
{
  const char *words = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);
  const char *unit_id = yd_row_get_cell (deadline, YD_DEADLINE_UNIT);
  YdRow *unit = unit_id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, unit_id) : NULL;
  g_autofree char *rule = yd_deadline_dup_rule (deadline);
  g_autofree char *of_unit = NULL;

  if (unit != NULL)
    /* Translators: a deadline for one unit alone: its name, the deadline */
    of_unit = g_strdup_printf (_("%s: %s"), yd_row_get_cell (unit, YD_UNIT_NAME), rule);

  yd_fact_row_set_icon (row, "alarm-symbolic");
  yd_fact_row_set_title (row, words != NULL ? words : rule);
  yd_fact_row_set_subtitle (row, of_unit != NULL ? of_unit
                                 : words != NULL && !says_same (words, rule) ? rule : NULL);
  yd_fact_row_set_tag (row, cell_is (deadline, YD_DEADLINE_ORIGIN, "internal") ? _("Internal")
                                                                               : NULL);
}

static void
open_editor (YdDetailPane *self,
             GtkWidget    *anchor,
             YdRow        *deadline)
{
  graphene_rect_t bounds;

  yd_deadline_editor_edit (self->editor, YD_PAGE (self), self->point, deadline);
  if (gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    {
      GdkRectangle rectangle = { (int) bounds.origin.x, (int) bounds.origin.y,
                                 (int) bounds.size.width, (int) bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->editor), &rectangle);
    }
  gtk_popover_popup (GTK_POPOVER (self->editor));
}

static void
edit_deadline (YdFactRow *row,
               YdRow     *deadline)
{
  open_editor (get_pane (row), yd_fact_row_get_anchor (row), deadline);
}

static const YdFactKind deadline_kind = {
  "deadline.delete", FALSE, describe_deadline, edit_deadline,
};

static void
add_deadline_cb (YdDetailPane *self,
                 GtkWidget    *button)
{
  open_editor (self, button, NULL);
}

static void
add_deadline_button (YdDetailPane *self)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = yd_accessible_new_ornament ("list-add-symbolic");
  const char *words = _("Add a deadline");

  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_widget_add_css_class (box, "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "yd-card-button");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_deadline_cb), self);
  yd_detail_section_set_foot (self->deadlines_section, button);
}

/* Dependencies */

static char *
make_order (YdPlan     *plan,
            const char *type,
            const char *other,
            gboolean    is_first)
{
  YdRow *point = other != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, other) : NULL;
  g_autofree char *name = NULL;

  if (point == NULL)
    return g_strdup (_("The other end is not known"));

  name = g_strconcat (yd_row_get_cell (point, YD_POINT_PRINTED) != NULL
                      ? yd_row_get_cell (point, YD_POINT_PRINTED) : "",
                      yd_point_get_title (point), NULL);
  if (g_strcmp0 (type, "SS") == 0)
    return g_strdup_printf (_("Starts together with %s"), name);
  if (g_strcmp0 (type, "FF") == 0)
    return g_strdup_printf (_("Ends together with %s"), name);

  return is_first ? g_strdup_printf (_("%s can start after this ends"), name)
                  : g_strdup_printf (_("This can start after %s ends"), name);
}

static void
describe_order (YdFactRow *row,
                YdPlan    *plan,
                YdRow     *order)
{
  YdDetailPane *self = get_pane (row);
  const char *words = yd_row_get_cell (order, YD_DEPENDENCY_WORDS);
  const char *pred = yd_row_get_cell (order, YD_DEPENDENCY_PRED);
  const char *succ = yd_row_get_cell (order, YD_DEPENDENCY_SUCC);
  gboolean is_first = self != NULL && self->point != NULL &&
                      g_strcmp0 (pred, yd_row_get_id (self->point)) == 0;
  g_autofree char *sentence = self != NULL ? _yd_detail_dup_sentence
                              (self, yd_row_get_cell (order, YD_DEPENDENCY_SPAN)) : NULL;
  g_autofree char *ends = make_order (plan, yd_row_get_cell (order, YD_DEPENDENCY_TYPE),
                                      is_first ? succ : pred, is_first);
  g_autofree char *subtitle = NULL;

  if (sentence != NULL && words != NULL && says_same (words, sentence))
    g_clear_pointer (&sentence, g_free);
  subtitle = g_strconcat (words != NULL ? ends : "", words != NULL && sentence != NULL ? "\n" : "",
                          sentence, NULL);

  yd_fact_row_set_icon (row, "go-next-symbolic");
  yd_fact_row_set_title (row, words != NULL ? words : ends);
  yd_fact_row_set_subtitle (row, subtitle);
}

static const YdFactKind order_kind = { "dependency.delete", FALSE, describe_order, NULL };

static gboolean
is_within (YdRow *order,
           YdRow *point)
{
  const char *at = yd_row_get_cell (order, YD_DEPENDENCY_SPAN);
  const char *around = yd_row_get_cell (point, YD_POINT_SPAN);
  g_autofree char *source = NULL, *other = NULL;
  guint start, end, first, last;

  return at != NULL && around != NULL && yd_value_to_span (at, &source, &start, &end) &&
         yd_value_to_span (around, &other, &first, &last) && g_str_equal (source, other) &&
         first <= start && end <= last;
}

/* One whose ends were not found stands in the sentences of a point all the same. */
static gboolean
is_order_of (YdRow *order,
             YdRow *point)
{
  const char *pred = yd_row_get_cell (order, YD_DEPENDENCY_PRED);
  const char *succ = yd_row_get_cell (order, YD_DEPENDENCY_SUCC);
  const char *id = yd_row_get_id (point);

  return g_strcmp0 (pred, id) == 0 || g_strcmp0 (succ, id) == 0 ||
         (pred == NULL && succ == NULL && is_within (order, point));
}

static gboolean
is_remark_of (YdRow *remark,
              YdRow *point)
{
  return cell_is (remark, YD_REMARK_ABOUT, yd_row_get_id (point));
}

/* Remarks */

static void
describe_remark (YdFactRow *row,
                 YdPlan    *plan,
                 YdRow     *remark)
{
  const char *kind = yd_row_get_cell (remark, YD_REMARK_KIND);

  yd_fact_row_set_title (row, yd_row_get_cell (remark, YD_REMARK_TEXT));
  yd_fact_row_set_tag (row, g_strcmp0 (kind, "question") == 0 ? _("Question")
                            : g_strcmp0 (kind, "answer") == 0 ? _("Answer") : NULL);
}

static const YdFactKind remark_kind = { "remark.delete", FALSE, describe_remark, NULL };

static void
add_remark_entry (YdDetailPane *self)
{
  self->remark_entry = YD_REMARK_ENTRY (yd_remark_entry_new ());
  yd_detail_section_set_foot (self->remarks_section, GTK_WIDGET (self->remark_entry));
}

void
_yd_detail_set_up_facts (YdDetailPane *self)
{
  yd_detail_section_set_up (self->units_section, &unit_kind);
  yd_detail_section_set_up (self->deadlines_section, &deadline_kind);
  yd_detail_section_set_up (self->orders_section, &order_kind);
  yd_detail_section_set_up (self->remarks_section, &remark_kind);
  add_unit_entry (self);
  add_deadline_button (self);
  add_remark_entry (self);
}

typedef gboolean (* RowTest) (YdRow *row,
                              YdRow *point);

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  YdRow *left = *(YdRow * const *) a, *right = *(YdRow * const *) b;

  return g_strcmp0 (yd_row_get_id (left), yd_row_get_id (right));
}

/* Ids begin with the time, so what was made first comes first. */
static GPtrArray *
find_rows (YdDetailPane *self,
           YdKind        kind,
           RowTest       test,
           gboolean      deleted)
{
  YdSpace *space = YD_SPACE (_yd_detail_get_plan (self));
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (test (row, self->point) && (deleted || yd_space_is_live (space, row)))
        g_ptr_array_add (found, row);
    }
  g_ptr_array_sort (found, compare_rows);

  return found;
}

/* Rows that stay are left alone, and keep the focus. */
static void
fill_store (GListStore *store,
            GPtrArray  *rows)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store)), same = 0;

  while (same < n && same < rows->len)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (G_LIST_MODEL (store), same);

      if (row != g_ptr_array_index (rows, same))
        break;
      same++;
    }

  if (same < n || same < rows->len)
    g_list_store_splice (store, same, n - same,
                         rows->len > same ? &rows->pdata[same] : NULL, rows->len - same);
}

void
_yd_detail_show_facts (YdDetailPane *self)
{
  YdPlan *plan = _yd_detail_get_plan (self);
  YdPoint *point = self->point;

  g_list_store_remove_all (self->orders);
  g_list_store_remove_all (self->remarks);
  yd_detail_section_show (self->units_section, plan,
                          point != NULL ? yd_point_get_assignments (point) : NULL);
  yd_detail_section_show (self->deadlines_section, plan,
                          point != NULL ? yd_point_get_deadlines (point) : NULL);
  yd_detail_section_show (self->orders_section, plan, G_LIST_MODEL (self->orders));
  yd_detail_section_show (self->remarks_section, plan, G_LIST_MODEL (self->remarks));
}

void
_yd_detail_update_facts (YdDetailPane *self)
{
  gboolean read_only = yd_session_get_read_only (_yd_detail_get_session (self));
  g_autoptr(GPtrArray) orders = find_rows (self, YD_KIND_DEPENDENCY, is_order_of, FALSE);
  g_autoptr(GPtrArray) remarks = find_rows (self, YD_KIND_REMARK, is_remark_of, FALSE);

  fill_store (self->orders, orders);
  fill_store (self->remarks, remarks);
  yd_detail_section_update (self->units_section, read_only);
  yd_detail_section_update (self->deadlines_section, read_only);
  yd_detail_section_update (self->orders_section, read_only);
  yd_detail_section_update (self->remarks_section, read_only);
}

static void
add_rows (GPtrArray  *all,
          GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      g_ptr_array_add (all, row);       /* the plan keeps it */
    }
}

/* Returns: (transfer container): the point and what is said about it */
GPtrArray *
_yd_detail_list_rows (YdDetailPane *self)
{
  GPtrArray *all = g_ptr_array_new ();

  g_ptr_array_add (all, self->point);
  add_rows (all, yd_point_get_assignments (self->point));
  add_rows (all, yd_point_get_deadlines (self->point));
  add_rows (all, G_LIST_MODEL (self->orders));
  add_rows (all, G_LIST_MODEL (self->remarks));

  return all;
}

/* What was deleted stands in no list. In a plan with more rows than this the search
 * would be felt at every step through the outline.
 */
#define MAX_SEARCHED 20000

static void
add_deleted (YdDetailPane *self,
             GPtrArray    *all,
             YdKind        kind,
             RowTest       test)
{
  YdSpace *space = YD_SPACE (_yd_detail_get_plan (self));
  g_autoptr(GPtrArray) rows = NULL;

  if (yd_space_get_n_rows (space, kind) > MAX_SEARCHED)
    return;

  rows = find_rows (self, kind, test, TRUE);
  for (guint i = 0; i < rows->len; i++)
    if (!yd_space_is_live (space, g_ptr_array_index (rows, i)))
      g_ptr_array_add (all, g_ptr_array_index (rows, i));
}

static gboolean
is_assignment_of (YdRow *row,
                  YdRow *point)
{
  return cell_is (row, YD_ASSIGNMENT_POINT, yd_row_get_id (point));
}

static gboolean
is_deadline_of (YdRow *row,
                YdRow *point)
{
  return cell_is (row, YD_DEADLINE_POINT, yd_row_get_id (point));
}

/* Returns: (transfer container): all that was ever said about the point, and itself */
GPtrArray *
_yd_detail_list_history (YdDetailPane *self)
{
  GPtrArray *all = _yd_detail_list_rows (self);

  add_deleted (self, all, YD_KIND_ASSIGNMENT, is_assignment_of);
  add_deleted (self, all, YD_KIND_DEADLINE, is_deadline_of);
  add_deleted (self, all, YD_KIND_DEPENDENCY, is_order_of);
  add_deleted (self, all, YD_KIND_REMARK, is_remark_of);

  return all;
}
