/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-output-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * YdOutputFolder:
 *
 * A folder that gets all of its new files or none: they are written in a room of its own within
 * it, and moved when the last of them is there. Files that are there already stay, unless one of
 * the name is written.
 */
struct _YdOutputFolder
{
  char     *path;
  char     *room;               /* in which files are written */
  gboolean  made;               /* it was not there before */
};

static gboolean
fail (GError **error)
{
  const int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));

  return FALSE;
}

/**
 * yd_output_folder_new:
 * @path: (type filename): the folder, which is made if it is not there
 * @error: return location; %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a folder to write into; unless it is committed, @path
 *   stays as it was
 */
YdOutputFolder *
yd_output_folder_new (const char  *path,
                      GError     **error)
{
  g_autoptr(YdOutputFolder) self = g_new0 (YdOutputFolder, 1);
  g_autofree char *room = g_build_filename (path, ".yaodian-XXXXXX", NULL);

  self->path = g_strdup (path);
  self->made = !g_file_test (path, G_FILE_TEST_EXISTS);
  if (g_mkdir_with_parents (path, 0777) != 0)
    {
      self->made = FALSE;
      fail (error);
      return NULL;
    }
  if (g_mkdtemp_full (room, 0777) == NULL)
    {
      fail (error);
      return NULL;
    }
  self->room = g_steal_pointer (&room);

  return g_steal_pointer (&self);
}

/* Returns: (transfer full) (element-type filename): the names of the files that were written */
static GPtrArray *
list_names (YdOutputFolder *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) room = g_dir_open (self->room, 0, NULL);

  for (const char *name; room != NULL && (name = g_dir_read_name (room)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

static void
clear_room (YdOutputFolder *self)
{
  g_autoptr(GPtrArray) names = list_names (self);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (self->room, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
  g_rmdir (self->room);
}

/* A folder that is not empty, because others put something there meanwhile, stays. */
void
yd_output_folder_free (YdOutputFolder *self)
{
  if (self->room != NULL)
    clear_room (self);
  if (self->made)
    g_rmdir (self->path);
  g_free (self->room);
  g_free (self->path);
  g_free (self);
}

/* Returns: (transfer none) (type filename): the folder in which to write for now */
const char *
yd_output_folder_get_room (YdOutputFolder *self)
{
  return self->room;
}

/* What may not be written may not be replaced either, though its folder would allow it. */
static gboolean
may_replace (const char  *path,
             GError     **error)
{
  if (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0)
    return errno == ENOENT || fail (error);
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;

  errno = EISDIR;

  return fail (error);
}

static gboolean
move_all (YdOutputFolder  *self,
          GPtrArray       *names,
          gboolean         only_look,
          GError         **error)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *from = g_build_filename (self->room, name, NULL);
      g_autofree char *to = g_build_filename (self->path, name, NULL);

      if (only_look ? !may_replace (to, error) : g_rename (from, to) != 0 && !fail (error))
        return FALSE;
    }

  return TRUE;
}

/**
 * yd_output_folder_commit:
 * @self: a folder with all its files, each of them on the disk
 * @error: return location; %G_IO_ERROR
 *
 * Puts the files in their place.
 *
 * Returns: %FALSE when they could not be
 */
gboolean
yd_output_folder_commit (YdOutputFolder  *self,
                         GError         **error)
{
  g_autoptr(GPtrArray) names = list_names (self);

  if (!move_all (self, names, TRUE, error) || !move_all (self, names, FALSE, error))
    return FALSE;

  self->made = FALSE;

  return TRUE;
}
