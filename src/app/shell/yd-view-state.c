/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-view-state.h"

struct _YdViewState
{
  char     *path;
  GKeyFile *file;
  gboolean  changed;
};

/**
 * yd_view_state_load:
 * @library_path: (type filename): the library; its folder has the state too
 *
 * Returns: (transfer full): what was kept, or nothing yet
 */
YdViewState *
yd_view_state_load (const char *library_path)
{
  YdViewState *self = g_new0 (YdViewState, 1);
  g_autofree char *folder = g_path_get_dirname (library_path);

  self->path = g_build_filename (folder, "views.ini", NULL);
  self->file = g_key_file_new ();
  g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_NONE, NULL);

  return self;
}

void
yd_view_state_free (YdViewState *self)
{
  g_free (self->path);
  g_key_file_unref (self->file);
  g_free (self);
}

/* Writes what changed since. */
void
yd_view_state_save (YdViewState *self)
{
  g_autoptr(GError) error = NULL;

  if (self->changed && !g_key_file_save_to_file (self->file, self->path, &error))
    g_debug ("The state of the views is not kept: %s", error->message);
  self->changed = FALSE;
}

/* Returns: (transfer full) (nullable): what was kept as @key for @plan */
GVariant *
yd_view_state_get (YdViewState *self,
                   const char  *plan,
                   const char  *key)
{
  g_autofree char *text = g_key_file_get_string (self->file, plan, key, NULL);

  return text != NULL ? g_variant_parse (NULL, text, NULL, NULL, NULL) : NULL;
}

/**
 * yd_view_state_set:
 * @self: the state
 * @plan: an id
 * @key: a name, such as that of a page
 * @value: (nullable): what to keep; floating ones are taken
 */
void
yd_view_state_set (YdViewState *self,
                   const char  *plan,
                   const char  *key,
                   GVariant    *value)
{
  g_autoptr(GVariant) taken = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autofree char *text = taken != NULL ? g_variant_print (taken, TRUE) : NULL;
  g_autofree char *old = g_key_file_get_string (self->file, plan, key, NULL);

  if (g_strcmp0 (old, text) == 0)
    return;

  self->changed = TRUE;
  if (text != NULL)
    g_key_file_set_string (self->file, plan, key, text);
  else
    g_key_file_remove_key (self->file, plan, key, NULL);
}
