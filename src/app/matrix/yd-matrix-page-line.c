/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-tooltip.h"

/* The line below the sheet: the current cell in words, and how it is with the whole. */

/* At the right: what has been scrolled out of sight, or else how many have no lead, which is
 * plain information.
 */
static char *
dup_rest (YdMatrixPage *self)
{
  YdMatrixTotals totals;
  YdGridRange range;

  yd_grid_get_visible (YD_GRID (self->grid), &range);
  if (range.first_col > 0 && !yd_matrix_grid_get_transposed (self->grid))
    return g_strdup_printf (ngettext ("%u more unit at the left; Home goes to the first",
                                      "%u more units at the left; Home goes to the first",
                                      range.first_col), range.first_col);

  yd_matrix_get_totals (self->matrix, &totals);
  if (totals.n_no_lead == 0)
    return g_strdup ("");
  if (totals.n_each == totals.n_no_lead)
    return g_strdup_printf (ngettext ("%u point has no lead: each answers for its part, says the "
                                      "document",
                                      "%u points have no lead: each answers for its part, says "
                                      "the document", totals.n_no_lead), totals.n_no_lead);
  if (totals.n_each > 0)
    return g_strdup_printf (ngettext ("%u point has no lead, %u of them by “each is responsible”",
                                      "%u points have no lead, %u of them by “each is "
                                      "responsible”", totals.n_no_lead),
                            totals.n_no_lead, totals.n_each);

  return g_strdup_printf (ngettext ("%u point has no lead", "%u points have no lead",
                                    totals.n_no_lead), totals.n_no_lead);
}

/* The current cell: `五(四) 依法规范依申请公开工作，市政府办公室，牵头。源文：“…”` */
static char *
dup_line (YdMatrixPage *self,
          guint         row,
          guint         column)
{
  g_autofree char *number = _yd_matrix_page_dup_number (self, row);
  g_autofree char *words = yd_matrix_dup_cell_words (self->matrix, row, column);
  g_autofree char *sentence = _yd_matrix_page_dup_sentence (self, row, column);
  const char *rest = g_str_has_prefix (words, number) ? words + strlen (number) : words;
  g_autofree char *place = NULL;
  YdMatrixRow info;
  const char *title;

  yd_matrix_get_row (self->matrix, row, &info);
  title = yd_point_get_title (info.point);
  place = g_strconcat (number, " ", title != NULL ? title : "", NULL);
  if (rest == words)
    return g_markup_escape_text (words, -1);

  return sentence != NULL
         ? g_markup_printf_escaped (_("<b>%s</b>%s. Source: “%s”"), place, rest, sentence)
         : g_markup_printf_escaped ("<b>%s</b>%s", place, rest);
}

void
_yd_matrix_page_show_line (YdMatrixPage *self)
{
  g_autofree char *line = NULL;
  g_autofree char *rest = NULL;
  guint row, column;
  YdMatrixCell cell = { .role = YD_ROLE_NONE };

  if (self->matrix == NULL || !yd_matrix_grid_get_cell (self->grid, &row, &column))
    return;

  line = dup_line (self, row, column);
  rest = dup_rest (self);
  yd_matrix_get_cell (self->matrix, row, column, &cell);
  gtk_label_set_markup (self->line, line);
  yd_tooltip_set (GTK_WIDGET (self->line), gtk_label_get_text (self->line));
  gtk_label_set_text (self->rest, rest);
  yd_tooltip_set (GTK_WIDGET (self->rest), rest);
  yd_role_mark_set_role (self->mark, cell.is_vague ? NULL
                                                   : yd_role_get_name (cell.role != YD_ROLE_NONE
                                                                       ? cell.role
                                                                       : cell.via_role));
}
