/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-undo.h"

#include <glib/gi18n-lib.h>

/* Taking back and bringing back, which every window does by the same keys. */

/**
 * yd_undo_install:
 * @klass: of a window
 * @undo: the name of its action that takes back
 * @redo: the name of the one that brings back, `….redo`
 * @func: does either; see yd_undo_is_redo()
 *
 * Installs both actions, and their keys.
 */
void
yd_undo_install (GtkWidgetClass              *klass,
                 const char                  *undo,
                 const char                  *redo,
                 GtkWidgetActionActivateFunc  func)
{
  const struct { guint key; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK,                  undo },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, redo },
    { GDK_KEY_y, GDK_CONTROL_MASK,                  redo },
  };

  g_return_if_fail (yd_undo_is_redo (redo));

  gtk_widget_class_install_action (klass, undo, NULL, func);
  gtk_widget_class_install_action (klass, redo, NULL, func);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                         NULL);
}

/* Returns: whether @action brings back; the other one takes back */
gboolean
yd_undo_is_redo (const char *action)
{
  return g_str_has_suffix (action, ".redo");
}

static char *
dup_left (guint n_left)
{
  if (n_left == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u value was changed since and is left as it is",
                                    "%u values were changed since and are left as they are",
                                    n_left), n_left);
}

/**
 * yd_undo_finish:
 * @session: a session
 * @result: what the callback got
 *
 * Ends undo, redo and taking back. That it is done was said with the edit that did so.
 *
 * Returns: (transfer full) (nullable): what the person is to be warned of: that it could not be
 *   done, or not wholly
 */
char *
yd_undo_finish (YdSession    *session,
                GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  guint n_left;

  if (yd_session_undo_finish (session, result, &n_left, &error))
    return dup_left (n_left);

  /* The plan was closed meanwhile, and nobody waits for it any more. */
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL
                                                                   : g_strdup (error->message);
}
