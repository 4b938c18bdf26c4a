/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-clip-points.h"
#include "yd-paste-dialog.h"

/* From the clipboard to the dialog that shows what would be added. The clipboard of
 * another program is only read asynchronously: who waits for it under X11 may wait for
 * ever.
 */

/* What is larger is no table that a person chose, and is not read on. */
#define MAX_BYTES (16 * 1024 * 1024)

typedef struct
{
  GtkWindow *parent;
  YdSession *session;
  char      *html;              /* (nullable) */
} Pasting;

static void
pasting_free (Pasting *self)
{
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_free (self->html);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

static void
say (Pasting    *self,
     const char *words)
{
  gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s", words);
}

static void
show (Pasting    *self,
      const char *text)
{
  g_autoptr(GPtrArray) points = NULL;

  /* The plan may have been closed meanwhile. */
  if (yd_session_get_plan (self->session) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->parent)))
    return;

  points = yd_clip_points_read (self->html, text);
  if (points->len > 0)
    gtk_window_present (GTK_WINDOW (yd_paste_dialog_new (self->parent, self->session, points)));
  else
    say (self, _("There is nothing on the clipboard that could be points. Copy rows of a table "
                 "or numbered lines first."));
}

static void
text_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Pasting) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  /* What cannot be read as text is as good as nothing, and said to be. */
  show (self, text != NULL && strlen (text) <= MAX_BYTES ? text : NULL);
}

static void
read_text (Pasting *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->parent));

  gdk_clipboard_read_text_async (clipboard, NULL, text_cb, self);
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
  Pasting *self = user_data;

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
  Pasting *self = user_data;
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
 * yd_paste_points:
 * @parent: the window
 * @session: a session with a plan
 *
 * Reads the clipboard, and shows in a dialog which points would be added where.
 */
void
yd_paste_points (GtkWindow *parent,
                 YdSession *session)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (parent));
  static const char *html_types[] = { "text/html", NULL };
  Pasting *self = g_new0 (Pasting, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"))
    gdk_clipboard_read_async (clipboard, html_types, G_PRIORITY_DEFAULT, NULL, html_cb, self);
  else
    read_text (self);
}
