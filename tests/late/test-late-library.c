/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "yd-late-library.h"

typedef struct
{
  const char *path;
  const char *soname;
  const char *names[3];
  gboolean    found;
  const char *missing;
} LateCase;

static const LateCase cases[] = {
  { "/late-library/found",       "libm.so.6",       { "ceil", "floor" },          TRUE  },
  { "/late-library/no-library",  "libyd-none.so.1", { "ceil", "floor" },          FALSE,
    "libyd-none.so.1" },
  { "/late-library/no-function", "libm.so.6",       { "ceil", "yd_none" },        FALSE,
    "yd_none" },
  { "/late-library/no-first",    "libm.so.6",       { "yd_none", "floor" },       FALSE,
    "yd_none" },
};

/* Twice, since what was not found may be there the next time, and what was found stays. */
static void
test_load (gconstpointer data)
{
  const LateCase *test = data;
  double (*functions[2]) (double) = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_true (yd_late_library_load (test->soname, test->names, (gpointer *) functions,
                                           &error) == test->found);
      if (test->found)
        {
          g_assert_no_error (error);
          g_assert_cmpfloat (functions[0] (1.5) - functions[1] (1.5), ==, 1);
          continue;
        }

      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      g_assert_true (g_str_has_prefix (error->message, "What reads and writes such files"));
      g_assert_nonnull (strstr (error->message, test->missing));
      g_assert_null (functions[0]);
      g_assert_null (functions[1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_load);

  return g_test_run ();
}
