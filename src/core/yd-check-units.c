/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is found of each unit of a plan by itself: who it is, and how it is written. */

/* Returns: whether @name mixes widths as no Chinese name does */
static gboolean
is_mixed_width (const char *name)
{
  gboolean chinese = FALSE, half = FALSE;

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);

      if (u == 0x3000 || (u >= 0xff10 && u <= 0xff5a && g_unichar_isalnum (u)))
        return TRUE;
      chinese |= u >= 0x4e00 && u <= 0x9fff;
      half |= u < 0x80 && strchr ("()[]<>,;: ", (int) u) != NULL;
    }

  return chinese && half;
}

gboolean
_yd_check_is_group (YdRow *unit)
{
  return _yd_check_cell_is (unit, YD_UNIT_KIND, "group");
}

static void
check_unit (YdCheck    *self,
            YdRow      *unit,
            GHashTable *names)
{
  const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

  if (yd_row_get_flag (unit, YD_UNIT_VAGUE))
    _yd_check_find (self, "vague-unit", unit, name,
                    _("“%s” does not say who. Name the units, or accept it as it is."), name);
  else if (_yd_check_is_group (unit) &&
           g_list_model_get_n_items (yd_row_get_rows (unit, YD_KIND_MEMBER)) == 0)
    _yd_check_find (self, "no-members", unit, name,
                    _("The group “%s” has no members yet, so it counts as one."), name);

  if (!g_hash_table_add (names, (char *) name))
    _yd_check_find (self, "unit-twice", unit, name,
                    _("“%s” is there twice. Merge the two."), name);
  if (is_mixed_width (name))
    _yd_check_find (self, "mixed-width", unit, name,
                    _("“%s” mixes full-width and half-width characters, or has spaces."), name);
}

void
_yd_check_units (YdCheck   *self,
                 GPtrArray *units)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < units->len; i++)
    check_unit (self, g_ptr_array_index (units, i), names);
}
