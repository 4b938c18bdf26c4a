/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-pinyin.h"

typedef struct
{
  const char *path;
  const char *text;
  const char *typed;
  gboolean    found;
} Case;

static const Case cases[] = {
  { "/pinyin/whole",     "市财政局",             "sczj", TRUE  },
  { "/pinyin/begin",     "市财政局",             "sc",   TRUE  },
  { "/pinyin/inside",    "市财政局",             "czj",  TRUE  },
  { "/pinyin/capitals",  "市财政局",             "CZ",   TRUE  },
  { "/pinyin/not",       "市财政局",             "sz",   FALSE },
  { "/pinyin/one",       "市财政局",             "s",    FALSE },
  { "/pinyin/signs",     "推进“放管服”改革",     "jfgf", TRUE  },
  { "/pinyin/latin",     "社会资本合作(PPP)项目", "zppp", TRUE  },
  { "/pinyin/digits",    "市财政局",             "s2",   FALSE },
  { "/pinyin/second",    "长沙银行",             "csyh", TRUE  },
  { "/pinyin/first",     "长沙银行",             "zsyx", TRUE  },
  { "/pinyin/supply",    "供给侧结构性改革",     "gjcjg", TRUE  },
  { "/pinyin/give",      "供给侧结构性改革",     "ggcjg", TRUE  },
  { "/pinyin/stock",     "市畜牧局",             "sxmj", TRUE  },
  { "/pinyin/too-long",  "市财政局",             "sczjx", FALSE },
};

static void
test_matches (gconstpointer user_data)
{
  const Case *test = user_data;
  g_autoptr(YdPinyin) pinyin = yd_pinyin_new ();

  g_assert_cmpint (yd_pinyin_matches (pinyin, test->text, test->typed), ==, test->found);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_matches);

  return g_test_run ();
}
