/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "yd-history.h"

/* A word is an edit: `b` an original one, `c>b` undoes b; in capitals it is of
 * another device; behind `:` stands its group.
 */
typedef struct
{
  const char *edits;
  const char *undo;             /* what comes next, newest first */
  const char *redo;
} HistoryCase;

static const HistoryCase cases[] = {
  { "",                              "",    ""    },
  { "a",                             "a",   ""    },
  { "a b",                           "b",   ""    },
  { "a b c>b",                       "a",   "c"   },
  { "a b c>b d>a",                   "",    "d"   },
  { "a b c>b d>a e>d",               "e",   "c"   },
  { "a b c>b d>a e>d f>c",           "f",   ""    },
  { "a b c>b d>c",                   "d",   ""    },
  { "a b c>b d>c e>d",               "a",   "e"   },
  { "a b c>b d>c e>d f>e",           "f",   ""    },
  { "a b c>b d",                     "d",   ""    },
  { "a b c>b d e>d",                 "a",   "e"   },
  { "a b c>b d e>d f>a",             "",    "f"   },
  { "a b c>b d e>d f>e",             "f",   ""    },
  { "a B",                           "a",   ""    },
  { "a b>a C",                       "",    "b"   },
  { "a B>a",                         "",    ""    },
  { "a B>a c>B",                     "c",   ""    },
  { "a:g b:g",                       "ba",  ""    },
  { "a b:g c:g",                     "cb",  ""    },
  { "a b:g c:g d>c:h e>b:h",         "a",   "ed"  },
  { "a b:g c:g d>c:h e>b:h f>e:i g>d:i", "gf", "" },
  { "a:g b:h",                       "b",   ""    },
  { "a:g b:g c>b:h",                 "a",   "c"   },
  { "a z>y",                         "a",   "z"   },
};

static YdHistory *
make_history (const char *edits)
{
  YdHistory *history = yd_history_new ("here");
  g_auto(GStrv) words = g_strsplit (edits, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char id[] = { words[i][0], '\0' };
      const char *sign = strchr (words[i], '>'), *colon = strchr (words[i], ':');
      char undoes[] = { sign != NULL ? sign[1] : '\0', '\0' };

      if (*id != '\0')
        yd_history_add (history, id, sign != NULL ? undoes : NULL,
                        g_ascii_isupper (*id) ? "there" : "here",
                        colon != NULL ? colon + 1 : NULL);
    }

  return history;
}

static char *
join (GPtrArray *ids)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append (out, ids->pdata[i]);

  return g_string_free (out, FALSE);
}

static void
test_history (gconstpointer data)
{
  const HistoryCase *history_case = data;
  g_autoptr(YdHistory) history = make_history (history_case->edits);
  g_autoptr(GPtrArray) undo_ids = yd_history_find_undo (history);
  g_autoptr(GPtrArray) redo_ids = yd_history_find_redo (history);
  g_autofree char *undo = join (undo_ids);
  g_autofree char *redo = join (redo_ids);

  g_assert_cmpstr (undo, ==, history_case->undo);
  g_assert_cmpstr (redo, ==, history_case->redo);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history/%s", *cases[i].edits != '\0'
                                               ? cases[i].edits : "empty");

      g_test_add_data_func (path, &cases[i], test_history);
    }

  return g_test_run ();
}
