/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clip-read.h"

#include <string.h>

/* What another program has on the clipboard. It is only read asynchronously: who waits for it
 * under X11 may wait for ever.
 */

/* What is larger is nothing that a person chose, and is not read on. */
#define MAX_BYTES (16 * 1024 * 1024)

typedef struct
{
  GdkClipboard *clipboard;
  char         *html;           /* (nullable) */
  YdClipFunc    func;
  gpointer      user_data;
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_object (&self->clipboard);
  g_free (self->html);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
text_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Reading) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  /* What cannot be read as text is as good as nothing, and said to be. */
  self->func (self->html, text != NULL && strlen (text) <= MAX_BYTES ? text : NULL,
              self->user_data);
}

static void
read_text (Reading *self)
{
  gdk_clipboard_read_text_async (self->clipboard, NULL, text_cb, self);
}

/* Programs write UTF-8, and some UTF-16. Returns: (transfer full) (nullable) */
static char *
decode (GBytes *bytes)
{
  gsize len;
  const char *data = g_bytes_get_data (bytes, &len);

  if (len > MAX_BYTES || len == 0)
    return NULL;
  if (len > 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return g_convert (data, (gssize) len, "UTF-8", "UTF-16", NULL, NULL, NULL);

  /* Some end it with a NUL. */
  len = strnlen (data, len);

  return g_utf8_validate (data, (gssize) len, NULL) ? g_strndup (data, len) : NULL;
}

static void
spliced_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Reading *self = user_data;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, NULL) >= 0)
    {
      GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (object);
      g_autoptr(GBytes) bytes = g_memory_output_stream_steal_as_bytes (memory);

      self->html = decode (bytes);
    }

  read_text (self);
}

static void
html_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *self = user_data;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result,
                                                              NULL, NULL);
  g_autoptr(GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      read_text (self);
      return;
    }

  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, self);
}

/**
 * yd_clip_read:
 * @clipboard: a clipboard
 * @func: called once, with the HTML and the text that are there, either of which may be %NULL
 * @user_data: for @func
 *
 * Reads what is on the clipboard. HTML carries the cells of a table; not all programs write it.
 */
void
yd_clip_read (GdkClipboard *clipboard,
              YdClipFunc    func,
              gpointer      user_data)
{
  static const char *html_types[] = { "text/html", NULL };
  Reading *self = g_new0 (Reading, 1);

  self->clipboard = g_object_ref (clipboard);
  self->func = func;
  self->user_data = user_data;
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    gdk_clipboard_read_async (clipboard, html_types, G_PRIORITY_DEFAULT, NULL, html_cb, self);
  else
    read_text (self);
}
