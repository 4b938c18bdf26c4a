/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-save-copy.h"

#include <glib/gi18n-lib.h>

#include "yd-export-job.h"
#include "yd-save-chooser.h"

/* A copy of the plan with all of its history, to keep or to hand on. The window says
 * what came of it by its actions win.exported and win.say.
 */

typedef struct
{
  GtkWindow *parent;
  YdSession *session;
  GFile     *file;              /* (nullable) */
} Copying;

static Copying *
copying_new (GtkWindow *parent,
             YdSession *session,
             GFile     *file)
{
  Copying *self = g_new0 (Copying, 1);

  self->parent = g_object_ref (parent);
  self->session = g_object_ref (session);
  self->file = file != NULL ? g_object_ref (file) : NULL;

  return self;
}

static void
copying_free (Copying *self)
{
  g_clear_object (&self->parent);
  g_clear_object (&self->session);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static void
copied_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Copying) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = g_file_get_uri (self->file);

  if (yd_export_finish (result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.exported", "s", uri);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->parent), "win.say", "s", error->message);
}

/* Writes the copy to @file, and has @parent say so. */
void
yd_save_copy_to (GtkWindow *parent,
                 YdSession *session,
                 GFile     *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (parent), "win.say", "s",
                                  _("This place is not on this computer. Choose another folder."));
      return;
    }

  yd_export_plan_async (session, path, NULL, copied_cb, copying_new (parent, session, file));
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  g_autoptr(Copying) self = user_data;

  if (file != NULL)
    yd_save_copy_to (self->parent, self->session, file);
}

/**
 * yd_save_copy:
 * @parent: the window
 * @session: a session with a plan
 *
 * Asks where to, and writes a plan file there.
 */
void
yd_save_copy (GtkWindow *parent,
              YdSession *session)
{
  YdPlan *plan = yd_session_get_plan (session);
  const char *title = plan != NULL ? yd_plan_get_title (plan) : NULL;
  g_autofree char *name = yd_save_chooser_make_name (title != NULL ? title : "", "yaodian");

  yd_save_chooser_run (parent, _("Save a Copy"), name, _("Plan files"), "yaodian", chosen_cb,
                       copying_new (parent, session, NULL));
}
