/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-private.h"

#include <glib/gi18n-lib.h>

#include "yd-order-words.h"
#include "yd-value.h"

/* What comes before and after the point, and how that is added and changed. */

static char *
make_order (YdPlan     *plan,
            YdRow      *order,
            const char *other,
            gboolean    is_first)
{
  YdRow *point = other != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, other) : NULL;
  const char *printed = point != NULL ? yd_row_get_cell (point, YD_POINT_PRINTED) : NULL;
  g_autofree char *name = NULL;

  if (point == NULL)
    return g_strdup (_("The other end is not known"));

  name = g_strconcat (printed != NULL ? printed : "", yd_point_get_title (point), NULL);

  return yd_order_dup_words (yd_row_get_cell (order, YD_DEPENDENCY_TYPE),
                             (int) yd_row_get_int (order, YD_DEPENDENCY_LAG, 0),
                             yd_row_get_cell (order, YD_DEPENDENCY_MEASURE), name, is_first);
}

static void
describe_order (YdFactRow *row,
                YdPlan    *plan,
                YdRow     *order)
{
  YdDetailPane *self = _yd_detail_get_pane (row);
  const char *words = yd_row_get_cell (order, YD_DEPENDENCY_WORDS);
  const char *pred = yd_row_get_cell (order, YD_DEPENDENCY_PRED);
  const char *succ = yd_row_get_cell (order, YD_DEPENDENCY_SUCC);
  gboolean is_first = self != NULL && self->point != NULL &&
                      g_strcmp0 (pred, yd_row_get_id (self->point)) == 0;
  g_autofree char *sentence = self != NULL ? yd_quotes_dup_sentence
                              (self->quotes, yd_row_get_cell (order, YD_DEPENDENCY_SPAN)) : NULL;
  g_autofree char *ends = make_order (plan, order, is_first ? succ : pred, is_first);
  g_autofree char *subtitle = NULL;

  if (sentence != NULL && words != NULL && _yd_detail_says_same (words, sentence))
    g_clear_pointer (&sentence, g_free);
  subtitle = g_strconcat (words != NULL ? ends : "", words != NULL && sentence != NULL ? "\n" : "",
                          sentence, NULL);

  yd_fact_row_set_icon (row, "go-next-symbolic");
  yd_fact_row_set_title (row, words != NULL ? words : ends);
  yd_fact_row_set_subtitle (row, subtitle);

  /* What no sentence of the document stands for. */
  yd_fact_row_set_tag (row, words == NULL && yd_row_get_cell (order, YD_DEPENDENCY_SPAN) == NULL
                            ? _("By hand") : NULL);
}

static void
open_editor (YdDetailPane *self,
             GtkWidget    *anchor,
             YdRow        *order)
{
  yd_order_editor_edit (self->order_editor, YD_PAGE (self), self->point, order);
  _yd_detail_pop_up (self, GTK_POPOVER (self->order_editor), anchor);
}

static void
edit_order (YdFactRow *row,
            YdRow     *order)
{
  open_editor (_yd_detail_get_pane (row), yd_fact_row_get_anchor (row), order);
}

static const YdFactKind order_kind = { "dependency.delete", FALSE, describe_order, edit_order };

static void
add_order_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  YdDetailPane *self = YD_DETAIL_PANE (widget);
  GtkWidget *foot = yd_detail_section_get_foot (self->orders_section);

  if (self->point == NULL || !gtk_widget_get_mapped (foot))
    return;

  gtk_widget_grab_focus (foot);
  open_editor (self, foot, NULL);
}

void
_yd_detail_install_order_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "detail.add-dependency", NULL, add_order_action);
}

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
gboolean
_yd_detail_is_order_of (YdRow *order,
                        YdRow *point)
{
  const char *pred = yd_row_get_cell (order, YD_DEPENDENCY_PRED);
  const char *succ = yd_row_get_cell (order, YD_DEPENDENCY_SUCC);
  const char *id = yd_row_get_id (point);

  return g_strcmp0 (pred, id) == 0 || g_strcmp0 (succ, id) == 0 ||
         (pred == NULL && succ == NULL && is_within (order, point));
}

void
_yd_detail_set_up_orders (YdDetailPane *self)
{
  GtkWidget *button = _yd_detail_new_add_button (_("Add a dependency"));

  yd_detail_section_set_up (self->orders_section, &order_kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "detail.add-dependency");
  yd_detail_section_set_foot (self->orders_section, button);
}
