/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-private.h"

#include <glib/gi18n-lib.h>

/* Which units are columns, in what order, and the heads over them. */

static YdMatrixBand
find_band (const YdMatrixUnit *unit)
{
  static const YdMatrixBand bands[YD_N_UNIT_KINDS] = {
    [YD_UNIT_DEPARTMENT] = YD_MATRIX_BAND_DEPARTMENT,
    [YD_UNIT_COUNTY]     = YD_MATRIX_BAND_COUNTY,
    [YD_UNIT_ZONE]       = YD_MATRIX_BAND_COUNTY,
    [YD_UNIT_VERTICAL]   = YD_MATRIX_BAND_VERTICAL,
    [YD_UNIT_PARTY]      = YD_MATRIX_BAND_PARTY,
    [YD_UNIT_GROUP]      = YD_MATRIX_BAND_GROUP,
    [YD_UNIT_OTHER]      = YD_MATRIX_BAND_OTHER,
  };

  return unit->kind == YD_UNIT_DEPARTMENT && unit->n_leads > 0 ? YD_MATRIX_BAND_LEAD
                                                               : bands[unit->kind];
}

/* Whether @unit stands in the table for itself: it is named by a point, or it was entered and
 * nobody has given it anything to do yet. Members of a group come with that.
 */
static gboolean
has_column (YdMatrix           *self,
            const YdMatrixUnit *unit)
{
  const YdMatrixBand band = find_band (unit);

  if (self->filter.bands != 0 && !(self->filter.bands & 1u << band))
    return FALSE;

  if (self->flags & YD_MATRIX_HIDE_EMPTY_COLUMNS)
    return unit->printed.n[YD_ROLE_NONE] > 0;

  if (unit->n_marks > 0 || (unit->n_tail_marks > 0 && self->flags & YD_MATRIX_TAIL))
    return TRUE;

  return unit->n_tail_marks == 0 && !unit->is_member;
}

static void
add_column (YdMatrix *self,
            guint     unit,
            guint     group,
            guint     depth)
{
  const YdMatrixBand band = group != YD_MATRIX_NONE
                            ? YD_MATRIX_BAND_MEMBERS
                            : self->column_order == YD_MATRIX_ORDER_DOCUMENT
                            ? find_band (_yd_matrix_unit (self, unit)) : YD_MATRIX_BAND_NONE;
  const YdMatrixPlace place = { unit, group, band, depth };

  _yd_matrix_unit (self, unit)->column = self->columns->len;
  g_array_append_val (self->columns, place);
}

/* Members that stand in the table anyway keep their place there. */
static void
add_members (YdMatrix *self,
             guint     group,
             guint     depth)
{
  const YdMatrixUnit *unit = _yd_matrix_unit (self, group);
  GArray *members = unit->members;

  if (members == NULL || !g_hash_table_contains (self->unfolded, unit->unit))
    return;

  for (guint i = 0; i < members->len; i++)
    {
      guint member = g_array_index (members, guint, i);

      if (_yd_matrix_unit (self, member)->column != YD_MATRIX_NONE ||
          has_column (self, _yd_matrix_unit (self, member)))
        continue;

      add_column (self, member, group, depth + 1);
      add_members (self, member, depth + 1);
    }
}

typedef struct
{
  YdMatrix *matrix;
  guint    *ranks;
} Sorting;

static int
compare_units (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Sorting *sorting = user_data;
  const guint place = *(const guint *) a, other = *(const guint *) b;
  const guint rank = sorting->ranks[place], other_rank = sorting->ranks[other];

  if (rank != other_rank)
    return rank < other_rank ? -1 : 1;

  return place < other ? -1 : place > other;
}

/* The lower the rank, the further to the left. */
static void
rank_units (YdMatrix *self,
            guint    *ranks)
{
  for (guint i = 0; i < self->units->len; i++)
    switch (self->column_order)
      {
      case YD_MATRIX_ORDER_LOAD:
        ranks[i] = G_MAXUINT - _yd_matrix_unit (self, i)->printed.n[YD_ROLE_NONE];
        break;

      case YD_MATRIX_ORDER_SIMILARITY:
        ranks[i] = _yd_seriation_get_column_rank (self->seriation, i);
        break;

      case YD_MATRIX_ORDER_DOCUMENT:
      default:
        ranks[i] = find_band (_yd_matrix_unit (self, i));
        break;
      }
}

static GArray *
list_units (YdMatrix *self)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *ranks = g_new0 (guint, self->units->len + 1);
  Sorting sorting = { self, ranks };

  for (guint i = 0; i < self->units->len; i++)
    if (has_column (self, _yd_matrix_unit (self, i)))
      g_array_append_val (units, i);

  rank_units (self, ranks);
  g_array_sort_with_data (units, compare_units, &sorting);

  return units;
}

static void
make_heads (YdMatrix *self)
{
  YdMatrixHead head = { 0 };

  g_array_set_size (self->heads, 0);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const YdMatrixPlace *place = &g_array_index (self->columns, YdMatrixPlace, i);
      YdRow *group = place->group != YD_MATRIX_NONE ? _yd_matrix_unit (self, place->group)->unit
                                                    : NULL;

      if (head.n_columns > 0 && (head.band != place->band || head.group != group))
        {
          g_array_append_val (self->heads, head);
          head.n_columns = 0;
        }
      if (head.n_columns == 0)
        head = (YdMatrixHead) { place->band, group, i, 0 };
      head.n_columns++;
    }
  if (head.n_columns > 0)
    g_array_append_val (self->heads, head);
}

/* The filter was asked and the marks are counted. */
void
_yd_matrix_place_columns (YdMatrix *self)
{
  g_autoptr(GArray) units = NULL;

  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < self->units->len; i++)
    _yd_matrix_unit (self, i)->column = YD_MATRIX_NONE;

  units = list_units (self);
  for (guint i = 0; i < units->len; i++)
    {
      guint unit = g_array_index (units, guint, i);

      add_column (self, unit, YD_MATRIX_NONE, 0);
      add_members (self, unit, 0);
    }
  make_heads (self);
}

/* Returns: (transfer none): what stands over such columns, translated */
const char *
yd_matrix_band_get_words (YdMatrixBand band)
{
  switch (band)
    {
    case YD_MATRIX_BAND_LEAD:
      return C_("units", "Lead");
    case YD_MATRIX_BAND_DEPARTMENT:
      return C_("units", "Departments");
    case YD_MATRIX_BAND_PARTY:
      return C_("units", "Party");
    case YD_MATRIX_BAND_VERTICAL:
      return C_("units", "Vertical");
    case YD_MATRIX_BAND_COUNTY:
      return C_("units", "Counties and Zones");
    case YD_MATRIX_BAND_OTHER:
      return C_("units", "Others");
    case YD_MATRIX_BAND_GROUP:
      return C_("units", "Groups");
    case YD_MATRIX_BAND_MEMBERS:
      return C_("units", "Members");
    case YD_MATRIX_BAND_NONE:
    default:
      return "";
    }
}
