/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-settings.h"

#define SCHEMA "io.github.yaodian.Yaodian"

/**
 * yd_settings_new:
 *
 * A program that was not installed has no schema, and GSettings would end it; so the
 * window goes with what it would have been told anyhow.
 *
 * Returns: (transfer full) (nullable): the settings of this person
 */
GSettings *
yd_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
