/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-likeness.h"

typedef struct
{
  const char *typed;
  const char *text;
  guint       share;
} LikenessCase;

static const LikenessCase cases[] = {
  { "市住建局",   "市住建委",                 66  },
  { "市住建局",   "市房管局",                 0   },
  { "市住建委",   "市住建委",                 100 },
  { "放管服信息", "推进“放管服”改革信息公开", 75  },
  { "住建",       "市住建委",                 100 },
  { "建住",       "市住建委",                 0   },
  { "住",         "市住建委",                 0   },
  { "",           "市住建委",                 0   },
  { "市住建局",   "",                         0   },
  { "市住建局",   NULL,                       0   },
  { "ab",         "xab",                      100 },
};

static void
test_likeness (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (yd_likeness (cases[i].typed, cases[i].text), ==, cases[i].share);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likeness", test_likeness);

  return g_test_run ();
}
