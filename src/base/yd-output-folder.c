/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-output-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "yd-output-private.h"

/**
 * YdOutputFolder:
 *
 * A folder that gets all of its new files or none: they are written in a room of its own within
 * it, and moved when the last of them is there. Files that are there already stay, unless one of
 * the name is written; those go into the room until all is done.
 */
struct _YdOutputFolder
{
  char     *path;
  char     *room;               /* in which files are written */
  gboolean  made;               /* it was not there before */
  gboolean  holds_old;          /* the room has what could not be put back */
};

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
      _yd_output_fail (error);
      return NULL;
    }
  if (g_mkdtemp_full (room, 0777) == NULL)
    {
      _yd_output_fail (error);
      return NULL;
    }
  self->room = g_steal_pointer (&room);

  return g_steal_pointer (&self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Returns: (transfer full) (element-type filename): the names of the files that were written */
static GPtrArray *
list_names (YdOutputFolder *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) room = g_dir_open (self->room, 0, NULL);

  for (const char *name; room != NULL && (name = g_dir_read_name (room)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

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
  if (self->room != NULL && !self->holds_old)
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

typedef struct
{
  char *from;                   /* in the room */
  char *old;                    /* in the room, where the old one waits */
  char *to;
} Move;

static Move *
move_new (YdOutputFolder *self,
          const char     *name)
{
  Move *move = g_new0 (Move, 1);

  move->from = g_build_filename (self->room, name, NULL);
  move->old = g_strconcat (move->from, "~", NULL);
  move->to = g_build_filename (self->path, name, NULL);

  return move;
}

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->from);
  g_free (move->old);
  g_free (move->to);
  g_free (move);
}

static GPtrArray *
list_moves (YdOutputFolder *self)
{
  g_autoptr(GPtrArray) names = list_names (self);
  GPtrArray *moves = g_ptr_array_new_with_free_func (move_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (moves, move_new (self, g_ptr_array_index (names, i)));

  return moves;
}

/* The new file is as open to others as the old one was. */
static gboolean
prepare (Move    *move,
         GError **error)
{
  gboolean is_device;
  struct stat old;
  mode_t mode;

  if (!_yd_output_check_old (move->to, &is_device, &mode, error))
    return FALSE;

  return stat (move->to, &old) != 0 || g_chmod (move->from, (int) mode) == 0 ||
         _yd_output_fail (error);
}

/* Returns: whether the old state of things is there again */
static gboolean
take_back (Move *move)
{
  if (g_rename (move->to, move->from) != 0 && errno != ENOENT)
    return FALSE;

  return g_rename (move->old, move->to) == 0 || errno == ENOENT;
}

static gboolean
put (YdOutputFolder  *self,
     Move            *move,
     GError         **error)
{
  if (g_rename (move->to, move->old) != 0 && errno != ENOENT)
    return _yd_output_fail (error);
  if (g_rename (move->from, move->to) == 0)
    return TRUE;

  _yd_output_fail (error);
  self->holds_old |= g_rename (move->old, move->to) != 0 && errno != ENOENT;

  return FALSE;
}

/* Returns: how many were put in their place; all of them, or none is and it is the one that
 *   could not be
 */
static guint
put_all (YdOutputFolder  *self,
         GPtrArray       *moves,
         GError         **error)
{
  guint n;

  for (n = 0; n < moves->len && prepare (moves->pdata[n], error); n++)
    ;
  if (n < moves->len)
    return n;

  for (n = 0; n < moves->len && put (self, moves->pdata[n], error); n++)
    ;
  for (guint i = n; n < moves->len && i > 0; i--)
    self->holds_old |= !take_back (moves->pdata[i - 1]);

  return n;
}

/**
 * yd_output_folder_commit:
 * @self: a folder with all its files, each of them on the disk
 * @failed: (out) (optional) (transfer full) (type filename): which file could not be put in its
 *   place, on error
 * @error: return location; %G_IO_ERROR
 *
 * Puts the files in their place.
 *
 * Returns: %FALSE when one of them could not be; then all is as it was
 */
gboolean
yd_output_folder_commit (YdOutputFolder  *self,
                         char           **failed,
                         GError         **error)
{
  g_autoptr(GPtrArray) moves = list_moves (self);
  const guint n = put_all (self, moves, error);

  if (n < moves->len)
    {
      if (failed != NULL)
        *failed = g_strdup (((Move *) moves->pdata[n])->to);
      return FALSE;
    }

  self->made = FALSE;
  _yd_output_sync_folder (self->path);

  return TRUE;
}
