/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-deadline-words.h"
#include "yd-plan-edits.h"
#include "yd-point-number.h"

/* What each kind of fact says in the pane, and how one is added. */

static gboolean
cell_is (YdRow      *row,
         guint       field,
         const char *value)
{
  return g_strcmp0 (yd_row_get_cell (row, field), value) == 0;
}

YdDetailPane *
_yd_detail_get_pane (YdFactRow *row)
{
  return YD_DETAIL_PANE (gtk_widget_get_ancestor (GTK_WIDGET (row), YD_TYPE_DETAIL_PANE));
}

/* Where the document says it just as we would, once is enough. */
gboolean
_yd_detail_says_same (const char *words,
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

/* Back to what it was opened from: GTK goes to the next thing around the popover that can have
 * the focus, which is the handle beside the pane.
 */
static void
closed_cb (GtkWidget  *anchor,
           GtkPopover *popover)
{
  g_signal_handlers_disconnect_by_func (popover, closed_cb, anchor);
  if (gtk_widget_get_mapped (anchor))
    gtk_widget_grab_focus (anchor);
}

/* Opens an editor at what it is about. */
void
_yd_detail_pop_up (YdDetailPane *self,
                   GtkPopover   *popover,
                   GtkWidget    *anchor)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    {
      int bottom = gtk_widget_get_height (GTK_WIDGET (self)) - 1;
      GdkRectangle rectangle = { (int) bounds.origin.x, (int) bounds.origin.y,
                                 (int) bounds.size.width, (int) bounds.size.height };

      /* What was reached by a key may just be coming into sight. */
      rectangle.y = CLAMP (rectangle.y, 0, MAX (bottom - rectangle.height, 0));
      gtk_popover_set_pointing_to (popover, &rectangle);
    }
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), anchor, G_CONNECT_SWAPPED);
  gtk_popover_popup (popover);
}

/* Returns: (transfer floating): a button at the foot of a card that adds one more */
GtkWidget *
_yd_detail_new_add_button (const char *words)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), yd_accessible_new_ornament ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_widget_add_css_class (box, "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "yd-card-button");

  return button;
}

/* Deadlines */

/* Nothing was counted, and nothing is to be known of it. */
static gboolean
is_plain_day (const YdDue    *due,
              YdRow          *deadline,
              YdWorkCalendar *calendar)
{
  if (due->state != YD_DUE_DAY || due->begin != YD_DAY_NONE || due->statute != NULL)
    return FALSE;

  for (guint i = YD_DUE_PART_ANCHOR; i < YD_DUE_N_PARTS; i++)
    {
      g_autofree char *words = i != YD_DUE_PART_COUNT
                               ? yd_due_dup_part (due, deadline, calendar, i) : NULL;

      if (words != NULL)
        return FALSE;
    }

  return TRUE;
}

/* The day, where @title does not say it, and below it how it was found. Long-term duties have none,
 * and need no words.
 */
static void
describe_due (YdFactRow  *row,
              YdRow      *deadline,
              const char *title,
              const char *rule)
{
  YdSchedule *schedule = yd_fact_row_get_schedule (row);
  g_autofree char *day = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;
  YdDue due = { 0 };

  if (schedule != NULL)
    yd_schedule_get_due (schedule, deadline, &due);
  if (due.state != YD_DUE_NONE &&
      !is_plain_day (&due, deadline, yd_schedule_get_calendar (schedule)))
    reason = yd_due_dup_reason (&due, deadline, yd_schedule_get_calendar (schedule));
  if (due.state >= YD_DUE_DAY)
    day = yd_due_dup_day (&due);

  /* What was counted stands in the reason, and a day beside it. */
  if ((due.state >= YD_DUE_DAY && due.anchor != YD_DAY_NONE && !due.recurs) ||
      g_strcmp0 (rule, day) == 0)
    rule = NULL;
  words = rule != NULL && reason != NULL ? g_strconcat (rule, "\n", reason, NULL)
                                         : g_strdup (rule != NULL ? rule : reason);
  yd_fact_row_set_due (row, g_strcmp0 (day, title) != 0 ? day : NULL);
  yd_fact_row_set_subtitle (row, words);
}

/* The sentence of the document says “when that is done”; which that is says the link. */
static void
link_anchor (YdFactRow *row,
             YdPlan    *plan,
             YdRow     *deadline)
{
  YdPoint *anchor = yd_deadline_find_anchor (plan, deadline);
  g_autofree char *name = anchor != NULL ? yd_point_name_dup (plan, anchor) : NULL;
  /* Translators: the other point that a deadline counts from */
  g_autofree char *words = name != NULL ? g_strdup_printf (_("Counts from “%s”"), name) : NULL;

  yd_fact_row_set_link (row, words, anchor);
}

static void
describe_deadline (YdFactRow *row,
                   YdPlan    *plan,
                   YdRow     *deadline)
{
  const char *words = yd_row_get_cell (deadline, YD_DEADLINE_WORDS);
  const char *unit_id = yd_row_get_cell (deadline, YD_DEADLINE_UNIT);
  YdRow *unit = unit_id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, unit_id) : NULL;
  g_autofree char *of_unit = NULL;
  g_autofree char *rule = NULL;
  YdDeadlineTerms terms;

  yd_deadline_get_terms (deadline, &terms);
  rule = yd_deadline_dup_rule (&terms);

  if (unit != NULL)
    /* Translators: a deadline for one unit alone: its name, the deadline */
    of_unit = g_strdup_printf (_("%s: %s"), yd_row_get_cell (unit, YD_UNIT_NAME), rule);

  yd_fact_row_set_icon (row, "alarm-symbolic");
  yd_fact_row_set_title (row, words != NULL ? words : rule);
  if (words == NULL || _yd_detail_says_same (words, rule))
    describe_due (row, deadline, words != NULL ? words : rule, of_unit);
  else
    describe_due (row, deadline, words, of_unit != NULL ? of_unit : rule);
  link_anchor (row, plan, deadline);
  yd_fact_row_set_tag (row, cell_is (deadline, YD_DEADLINE_ORIGIN, "internal") ? _("Internal")
                                                                               : NULL);
}

static void
open_editor (YdDetailPane *self,
             GtkWidget    *anchor,
             YdRow        *deadline)
{
  yd_deadline_editor_edit (self->editor, YD_PAGE (self), self->point, deadline);
  _yd_detail_pop_up (self, GTK_POPOVER (self->editor), anchor);
}

static void
edit_deadline (YdFactRow *row,
               YdRow     *deadline)
{
  open_editor (_yd_detail_get_pane (row), yd_fact_row_get_anchor (row), deadline);
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

/* Below it is the way to put one off. */
static void
add_deadline_button (YdDetailPane *self)
{
  GtkWidget *button = _yd_detail_new_add_button (_("Add a deadline"));
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_signal_connect_object (button, "clicked", G_CALLBACK (add_deadline_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), button);
  gtk_box_append (GTK_BOX (foot), self->extension_button);
  yd_detail_section_set_foot (self->deadlines_section, foot);
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
  yd_detail_section_set_up (self->deadlines_section, &deadline_kind);
  yd_detail_section_set_up (self->remarks_section, &remark_kind);
  _yd_detail_set_up_units (self);
  _yd_detail_set_up_extensions (self);
  add_deadline_button (self);
  _yd_detail_set_up_orders (self);
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
void
_yd_detail_fill_store (GListStore *store,
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

  g_list_store_remove_all (self->extensions);
  g_list_store_remove_all (self->orders);
  g_list_store_remove_all (self->remarks);
  yd_detail_section_show (self->units_section, plan,
                          point != NULL ? yd_point_get_assignments (point) : NULL);
  yd_detail_section_show (self->deadlines_section, plan,
                          point != NULL ? yd_point_get_deadlines (point) : NULL);
  yd_detail_section_show (self->extensions_section, plan, G_LIST_MODEL (self->extensions));
  yd_detail_section_show (self->orders_section, plan, G_LIST_MODEL (self->orders));
  yd_detail_section_show (self->remarks_section, plan, G_LIST_MODEL (self->remarks));
}

void
_yd_detail_update_facts (YdDetailPane *self)
{
  gboolean read_only = yd_session_get_read_only (_yd_detail_get_session (self));
  g_autoptr(GPtrArray) orders = find_rows (self, YD_KIND_DEPENDENCY, _yd_detail_is_order_of, FALSE);
  g_autoptr(GPtrArray) remarks = find_rows (self, YD_KIND_REMARK, is_remark_of, FALSE);

  _yd_detail_fill_store (self->orders, orders);
  _yd_detail_fill_store (self->remarks, remarks);
  yd_detail_section_update (self->units_section, read_only);
  yd_detail_section_update (self->deadlines_section, read_only);
  _yd_detail_update_extensions (self, read_only);
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

static gboolean
is_clock_of (YdRow *row,
             YdRow *point)
{
  return cell_is (row, YD_CLOCK_POINT, yd_row_get_id (point));
}

/* What was done with its clocks: a clock, its steps, and when it stood still. */
static void
add_clocks (YdDetailPane *self,
            GPtrArray    *all)
{
  g_autoptr(GPtrArray) clocks = find_rows (self, YD_KIND_CLOCK, is_clock_of, TRUE);

  for (guint i = 0; i < clocks->len; i++)
    {
      YdRow *clock = g_ptr_array_index (clocks, i);

      g_ptr_array_add (all, clock);
      add_rows (all, yd_row_get_rows (clock, YD_KIND_CLOCK_STEP));
      add_rows (all, yd_row_get_rows (clock, YD_KIND_CLOCK_PAUSE));
    }
}

/* Returns: (transfer container): all that was ever said about the point, and itself */
GPtrArray *
_yd_detail_list_history (YdDetailPane *self)
{
  GPtrArray *all = _yd_detail_list_rows (self);

  add_deleted (self, all, YD_KIND_ASSIGNMENT, is_assignment_of);
  add_deleted (self, all, YD_KIND_DEADLINE, is_deadline_of);
  add_deleted (self, all, YD_KIND_DEPENDENCY, _yd_detail_is_order_of);
  add_deleted (self, all, YD_KIND_REMARK, is_remark_of);
  _yd_detail_add_extensions (self, all);
  add_clocks (self, all);

  return all;
}
