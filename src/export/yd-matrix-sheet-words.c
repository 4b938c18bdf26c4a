/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet-private.h"

/* What marks and totals are called on paper: the words of Chinese official documents, which
 * are not translated. */

const char *
_yd_matrix_sheet_role (YdRole role)
{
  static const char * const words[YD_N_ROLES] = { "", "配合", "负责", "牵头" };

  return words[role];
}

const char *
_yd_matrix_sheet_light (YdLight light)
{
  static const char * const words[YD_N_LIGHTS] = {
    [YD_LIGHT_NONE] = "", [YD_LIGHT_WAIT] = "未到", [YD_LIGHT_OK] = "正常",
    [YD_LIGHT_SOON] = "临期", [YD_LIGHT_LATE] = "逾期", [YD_LIGHT_DONE] = "办结",
  };

  return words[light];
}

/* Brackets tell what is through a group even where nothing is smaller or lighter. */
char *
_yd_matrix_sheet_dup_mark (const YdSheetMark *mark)
{
  if (mark->n > 0)
    return g_strdup_printf ("%u", mark->n);
  if (mark->is_vague)
    return g_strdup ("?");
  if (mark->role != YD_ROLE_NONE)
    return g_strdup (yd_role_get_sign (mark->role));

  return g_strdup_printf ("(%s)", yd_role_get_sign (mark->via_role));
}

/* `负责，经由各县市区`, as it is said */
char *
_yd_matrix_sheet_dup_say (const YdMatrixSheet *self,
                          const YdSheetMark   *mark)
{
  if (mark->n > 0)
    return g_strdup_printf ("%u处", mark->n);
  if (mark->is_vague)
    return g_strdup ("待明确");
  if (mark->role != YD_ROLE_NONE)
    return g_strconcat (_yd_matrix_sheet_role (mark->role), mark->is_proposed ? "（待核对）" : NULL,
                        NULL);
  if (mark->via == YD_MATRIX_NONE)
    return g_strconcat (_yd_matrix_sheet_role (mark->via_role), "，经由群组", NULL);

  return g_strconcat (_yd_matrix_sheet_role (mark->via_role), "，经由",
                      _yd_matrix_sheet_column (self, mark->via)->name, NULL);
}

static void
append_part (GString    *words,
             const char *part)
{
  if (words->len > 0)
    g_string_append (words, "　");
  g_string_append (words, part);
}

/* Only what stands in the table; @via is how a mark through a group looks. */
char *
_yd_matrix_sheet_dup_legend (const YdMatrixSheet *self,
                             const char          *via)
{
  GString *words = g_string_new (NULL);

  for (YdRole role = YD_ROLE_LEAD; role > YD_ROLE_NONE; role--)
    if (self->roles & 1u << role)
      {
        g_autofree char *part = g_strconcat (yd_role_get_sign (role),
                                             _yd_matrix_sheet_role (role), NULL);

        append_part (words, part);
      }
  if (self->has_vague)
    append_part (words, "?待明确");
  if (self->has_via)
    {
      g_autofree char *part = g_strconcat (via, "经由群组", NULL);

      append_part (words, part);
    }

  return g_string_free (words, FALSE);
}

gboolean
_yd_matrix_sheet_has_sum (const YdMatrixSheet *self,
                          YdMatrixSumKind      sum)
{
  return (self->sums & 1u << sum) != 0;
}

const char *
_yd_matrix_sheet_sum_head (YdMatrixSumKind sum)
{
  static const char * const words[YD_N_SUMS] = {
    [YD_SUM_LEAD] = "牵头", [YD_SUM_RESPONSIBLE] = "负责", [YD_SUM_SUPPORT] = "配合",
    [YD_SUM_ALL] = "合计", [YD_SUM_LATE] = "逾期",
  };

  return words[sum];
}

/* Both counts are shown, or somebody adds up the wrong ones. */
char *
_yd_matrix_sheet_dup_sum_label (const YdMatrixSheet *self,
                                YdMatrixSumKind      sum)
{
  if (sum != YD_SUM_ALL ||
      self->totals.unfolded.n[YD_ROLE_NONE] == self->totals.printed.n[YD_ROLE_NONE])
    return g_strdup (_yd_matrix_sheet_sum_head (sum));

  return g_strdup_printf ("合计（按文件%u，展开%u）", self->totals.printed.n[YD_ROLE_NONE],
                          self->totals.unfolded.n[YD_ROLE_NONE]);
}

guint
_yd_matrix_sheet_get_sum (const YdMatrixCounts *counts,
                          YdMatrixSumKind       sum)
{
  static const YdRole roles[YD_N_SUMS] = {
    [YD_SUM_LEAD] = YD_ROLE_LEAD, [YD_SUM_RESPONSIBLE] = YD_ROLE_RESPONSIBLE,
    [YD_SUM_SUPPORT] = YD_ROLE_SUPPORT, [YD_SUM_ALL] = YD_ROLE_NONE,
  };

  return sum == YD_SUM_LATE ? counts->late : counts->n[roles[sum]];
}

/* Where a row and a column of totals cross, stands what the whole table comes to. */
guint
_yd_matrix_sheet_get_crossing (const YdMatrixSheet *self,
                               YdMatrixSumKind      row,
                               YdMatrixSumKind      column)
{
  if (row == column || column == YD_SUM_ALL)
    return _yd_matrix_sheet_get_sum (&self->totals.printed, row);

  return row == YD_SUM_ALL ? _yd_matrix_sheet_get_sum (&self->totals.printed, column) : 0;
}
