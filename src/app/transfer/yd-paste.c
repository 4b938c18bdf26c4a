/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-paste.h"

#include <glib/gi18n-lib.h>

#include "yd-clip-points.h"
#include "yd-clip-read.h"
#include "yd-paste-dialog.h"

/* From the clipboard to the dialog that shows what would be added. */

typedef struct
{
  GtkWindow *parent;
  YdSession *session;
} Pasting;

static void
pasting_free (Pasting *self)
{
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

static void
read_cb (const char *html,
         const char *text,
         gpointer    user_data)
{
  g_autoptr(Pasting) self = user_data;
  g_autoptr(GPtrArray) points = NULL;

  /* The plan may have been closed meanwhile. */
  if (yd_session_get_plan (self->session) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self->parent)))
    return;

  points = yd_clip_points_read (html, text);
  if (points->len > 0)
    gtk_window_present (GTK_WINDOW (yd_paste_dialog_new (self->parent, self->session, points)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s",
                                _("There is nothing on the clipboard that could be points. Copy "
                                  "rows of a table or numbered lines first."));
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
  Pasting *self = g_new0 (Pasting, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  yd_clip_read (gtk_widget_get_clipboard (GTK_WIDGET (parent)), read_cb, self);
}
