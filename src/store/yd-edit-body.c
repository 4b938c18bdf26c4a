/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-edit-body-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-wire-edit.h"

/* An edit as the journal keeps it: its JSON, compressed if it is long. */

/* Small strings of the same few words: the fastest level does nearly as well. */
static GBytes *
convert (GConverter    *converter,
         const guint8  *data,
         gsize          size,
         gsize          hint,
         GError       **error)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  gsize n_in = 0, n_out = 0;
  GConverterResult result;

  do
    {
      gsize n_read, n_written;

      if (out->len - n_out < 4096)
        g_byte_array_set_size (out, MAX (hint, out->len * 2));

      result = g_converter_convert (converter, data + n_in, size - n_in, out->data + n_out,
                                    out->len - n_out, G_CONVERTER_INPUT_AT_END, &n_read,
                                    &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;

      n_in += n_read;
      n_out += n_written;
    }
  while (result != G_CONVERTER_FINISHED);

  g_byte_array_set_size (out, n_out);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
_yd_edit_body_compress (const char  *json,
                        gsize        len,
                        GError     **error)
{
  g_autoptr(GZlibCompressor) compressor =
    g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, YD_EDIT_BODY_LEVEL);

  return convert (G_CONVERTER (compressor), (const guint8 *) json, len, MAX (len / 8, 65536),
                  error);
}

/* Returns: (transfer full): what stands in the column `body` */
GBytes *
_yd_edit_body_new (YdEdit  *edit,
                   GError **error)
{
  g_autofree char *json = yd_wire_edit_to_json (edit);
  gsize len = strlen (json);

  return len > YD_EDIT_BODY_LONG ? _yd_edit_body_compress (json, len, error)
                                 : g_bytes_new_take (g_steal_pointer (&json), len);
}

/* What came with a later version is passed over: it stands in `extra`. */
static YdEdit *
read_json (const char  *json,
           gsize        len,
           GError     **error)
{
  g_autoptr(GPtrArray) extras = yd_wire_extras_new ();
  YdEdit *edit = yd_wire_edit_from_json (json, len, extras, error);

  if (edit == NULL || yd_edit_get_id (edit) != NULL)
    return edit;

  yd_edit_unref (edit);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The edit has no id."));
  return NULL;
}

/* Returns: (transfer full): the edit, sealed */
YdEdit *
_yd_edit_body_read (GBytes  *body,
                    GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (body, &size);
  g_autoptr(GBytes) plain = NULL;
  g_autofree char *json = NULL;

  if (size >= 2 && data[0] == 0x1f && data[1] == 0x8b)
    {
      g_autoptr(GZlibDecompressor) decompressor =
        g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      plain = convert (G_CONVERTER (decompressor), data, size, size * 8, error);
      if (plain == NULL)
        return NULL;

      data = g_bytes_get_data (plain, &size);
    }

  /* The reader wants a NUL at the end. */
  json = g_strndup ((const char *) data, size);

  return read_json (json, size, error);
}

/**
 * _yd_edit_body_hash:
 * @space: the id of the space
 * @pos: the position of the edit
 * @body: its body as it stands in the file
 *
 * The place is part of it, so that a row which strayed is not taken for another.
 *
 * Returns: (transfer full): the SHA-256 in hexadecimal
 */
char *
_yd_edit_body_hash (const char *space,
                    gint64      pos,
                    GBytes     *body)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *place = g_strdup_printf ("%s/%" G_GINT64_FORMAT "/", space, pos);
  gsize size;
  const guchar *data = g_bytes_get_data (body, &size);

  g_checksum_update (checksum, (const guchar *) place, strlen (place));
  g_checksum_update (checksum, data, size);

  return g_strdup (g_checksum_get_string (checksum));
}
