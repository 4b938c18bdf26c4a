/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-manifest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-wire-json-private.h"

#define FORMAT "yaodian"

void
yd_wire_manifest_clear (YdWireManifest *self)
{
  g_clear_pointer (&self->space, g_free);
  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->rows_sha256, g_free);
  g_clear_pointer (&self->edits_sha256, g_free);
}

/**
 * yd_wire_manifest_to_json:
 * @self: a manifest
 *
 * Returns: (transfer full): its JSON, without a line end
 */
char *
yd_wire_manifest_to_json (const YdWireManifest *self)
{
  g_auto(YdJsonWriter) writer = { NULL };

  yd_json_writer_init (&writer);
  yd_json_writer_begin_object (&writer, NULL);
  yd_json_writer_string (&writer, "format", FORMAT);
  yd_json_writer_int (&writer, "version", YD_WIRE_FORMAT_VERSION);
  yd_json_writer_string (&writer, "space", self->space);
  yd_json_writer_string (&writer, "kind", self->kind);
  yd_json_writer_int (&writer, "schema", self->schema);
  yd_json_writer_int (&writer, "rows", self->n_rows);
  yd_json_writer_int (&writer, "edits", self->n_edits);
  yd_json_writer_int (&writer, "blobs", self->n_blobs);
  yd_json_writer_string (&writer, "rows_sha256", self->rows_sha256);
  yd_json_writer_string (&writer, "edits_sha256", self->edits_sha256);
  yd_json_writer_end_object (&writer);

  return yd_json_writer_end (&writer);
}

/* Before all else: of a later form nothing more can be said. */
static gboolean
check_version (JsonObject  *object,
               GError     **error)
{
  const char *format;
  gint64 version = 0;

  if (!_yd_wire_get_string (object, "format", TRUE, &format, error) ||
      !_yd_wire_get_int (object, "version", &version, error))
    return FALSE;
  if (strcmp (format, FORMAT) != 0 || version < 1)
    return _yd_wire_invalid (error, _("“%s” is no plan file"), format);
  if (version <= YD_WIRE_FORMAT_VERSION)
    return TRUE;

  g_set_error_literal (error, YD_WIRE_ERROR, YD_WIRE_ERROR_TOO_NEW,
                       _("It was written by a newer version of this program. Install that one."));
  return FALSE;
}

static gboolean
dup_string (JsonObject  *object,
            const char  *name,
            char       **copy,
            GError     **error)
{
  const char *value;

  if (!_yd_wire_get_string (object, name, TRUE, &value, error))
    return FALSE;

  *copy = g_strdup (value);
  return TRUE;
}

/**
 * yd_wire_manifest_from_json:
 * @self: (out): a manifest, also after an error to be cleared
 * @json: text from outside, with a NUL at @len
 * @len: its length in bytes
 * @error: %YD_WIRE_ERROR; %YD_WIRE_ERROR_TOO_NEW for a later form
 *
 * Returns: whether @json is a manifest of a form that this version can read
 */
gboolean
yd_wire_manifest_from_json (YdWireManifest  *self,
                            const char      *json,
                            gsize            len,
                            GError         **error)
{
  static const YdField any_id = { "id", YD_VALUE_ID };
  g_auto(YdWireObject) object = { NULL };

  *self = (YdWireManifest) { NULL };
  if (!_yd_wire_object_init (&object, json, len, YD_WIRE_MAX_MANIFEST, error) ||
      !check_version (object.object, error) ||
      !dup_string (object.object, "space", &self->space, error) ||
      !dup_string (object.object, "kind", &self->kind, error) ||
      !dup_string (object.object, "rows_sha256", &self->rows_sha256, error) ||
      !dup_string (object.object, "edits_sha256", &self->edits_sha256, error) ||
      !_yd_wire_get_int (object.object, "schema", &self->schema, error) ||
      !_yd_wire_get_int (object.object, "rows", &self->n_rows, error) ||
      !_yd_wire_get_int (object.object, "edits", &self->n_edits, error) ||
      !_yd_wire_get_int (object.object, "blobs", &self->n_blobs, error))
    return FALSE;

  if (!yd_field_allows (&any_id, self->space))
    return _yd_wire_invalid (error, _("“%s” is no id"), self->space);
  if (strcmp (self->kind, "plan") != 0 && strcmp (self->kind, "office") != 0)
    return _yd_wire_invalid (error, _("There is no kind “%s”"), self->kind);

  return TRUE;
}
