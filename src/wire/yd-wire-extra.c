/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-extra.h"

static void
free_extra (YdWireExtra *extra)
{
  g_free (extra->kind);
  g_free (extra->id);
  g_free (extra->field);
  g_free (extra->value);
  g_free (extra);
}

/**
 * yd_wire_extras_new:
 *
 * Returns: (transfer full) (element-type YdWireExtra): an empty list
 */
GPtrArray *
yd_wire_extras_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_extra);
}

/**
 * yd_wire_extras_add:
 * @extras: a list from yd_wire_extras_new()
 * @kind: the kind of the row
 * @id: the row
 * @field: the field
 * @value: (nullable): its value as JSON
 */
void
yd_wire_extras_add (GPtrArray  *extras,
                    const char *kind,
                    const char *id,
                    const char *field,
                    const char *value)
{
  YdWireExtra *extra = g_new0 (YdWireExtra, 1);

  extra->kind = g_strdup (kind);
  extra->id = g_strdup (id);
  extra->field = g_strdup (field);
  extra->value = g_strdup (value);
  g_ptr_array_add (extras, extra);
}
