/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "yd-output-folder.h"

typedef struct
{
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->path);
  g_free (fixture->path);
}

static void
write_in (const char *folder,
          const char *name,
          const char *words)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
}

static void
assert_in (const char *folder,
           const char *name,
           const char *words)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *there = NULL;

  if (words == NULL)
    {
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      return;
    }
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, words);
}

static guint
count_in (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* What is there already stays beside the new ones, or gives way; nothing else is left behind. */
static void
test_commit (Fixture       *fixture,
             gconstpointer  data)
{
  YdOutputFolder *output;
  GError *error = NULL;
  g_autofree char *old = g_build_filename (fixture->path, "b", NULL);
  struct stat about;

  write_in (fixture->path, "b", "old");
  write_in (fixture->path, "c", "kept");
  g_assert_cmpint (g_chmod (old, 0600), ==, 0);

  output = yd_output_folder_new (fixture->path, &error);
  g_assert_no_error (error);
  write_in (yd_output_folder_get_room (output), "a", "new");
  write_in (yd_output_folder_get_room (output), "b", "new");
  assert_in (fixture->path, "b", "old");
  g_assert_true (yd_output_folder_commit (output, NULL, &error));
  g_assert_no_error (error);
  yd_output_folder_free (output);

  assert_in (fixture->path, "a", "new");
  assert_in (fixture->path, "b", "new");
  assert_in (fixture->path, "c", "kept");
  g_assert_cmpuint (count_in (fixture->path), ==, 3);
  g_assert_cmpint (g_stat (old, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

/* A folder that was made for it goes again, one that was there stays as it was. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *fresh = g_build_filename (fixture->path, "fresh", NULL);
  YdOutputFolder *output = yd_output_folder_new (fresh, NULL);

  write_in (yd_output_folder_get_room (output), "a", "new");
  yd_output_folder_free (output);
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));

  output = yd_output_folder_new (fixture->path, NULL);
  write_in (yd_output_folder_get_room (output), "a", "new");
  yd_output_folder_free (output);
  g_assert_cmpuint (count_in (fixture->path), ==, 0);
}

/* It is told before anything is moved, by the file that is in the way. */
static void
test_in_the_way (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *blocked = g_build_filename (fixture->path, "b", NULL);
  g_autofree char *failed = NULL;
  g_autoptr(GError) error = NULL;
  YdOutputFolder *output;

  g_assert_cmpint (g_mkdir (blocked, 0777), ==, 0);
  write_in (fixture->path, "a", "old");
  output = yd_output_folder_new (fixture->path, NULL);
  write_in (yd_output_folder_get_room (output), "a", "new");
  write_in (yd_output_folder_get_room (output), "b", "new");
  g_assert_false (yd_output_folder_commit (output, &failed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpstr (failed, ==, blocked);
  yd_output_folder_free (output);

  assert_in (fixture->path, "a", "old");
  g_assert_cmpuint (count_in (fixture->path), ==, 2);
}

/* What was moved before one could not be is moved back: here the room has no place for the old
 * one of that name.
 */
static void
test_taken_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *wanted = g_build_filename (fixture->path, "c", NULL);
  g_autofree char *blocked = NULL, *failed = NULL;
  g_autoptr(GError) error = NULL;
  YdOutputFolder *output;

  write_in (fixture->path, "a", "old");
  write_in (fixture->path, "c", "old");
  output = yd_output_folder_new (fixture->path, NULL);
  for (const char *name = "abc"; *name != '\0'; name++)
    write_in (yd_output_folder_get_room (output), (char[]) { *name, '\0' }, "new");
  blocked = g_build_filename (yd_output_folder_get_room (output), "c~", NULL);
  g_assert_cmpint (g_mkdir (blocked, 0777), ==, 0);

  g_assert_false (yd_output_folder_commit (output, &failed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpstr (failed, ==, wanted);
  assert_in (fixture->path, "a", "old");
  assert_in (fixture->path, "b", NULL);
  assert_in (fixture->path, "c", "old");
  yd_output_folder_free (output);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/output-folder/commit", test_commit);
  ADD ("/output-folder/given-up", test_given_up);
  ADD ("/output-folder/in-the-way", test_in_the_way);
  ADD ("/output-folder/taken-back", test_taken_back);

  return g_test_run ();
}
