/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-detail-private.h"

/* The sample in a library of its own, and the pane in a window. */
typedef struct
{
  char         *folder;
  YdSession    *session;
  GtkWidget    *window;
  YdDetailPane *pane;
  GtkWidget    *other;          /* something else that can have the focus */
  guint         n_committed;
  gboolean      done;
} YdDetailFixture;

void       yd_detail_fixture_set_up           (YdDetailFixture *fixture,
                                               gconstpointer    user_data);
void       yd_detail_fixture_tear_down        (YdDetailFixture *fixture,
                                               gconstpointer    user_data);
void       yd_detail_fixture_load_style       (void);
void       yd_detail_fixture_spin             (void);
void       yd_detail_fixture_wait_until_quiet (YdDetailFixture *fixture);
YdPoint   *yd_detail_fixture_get_point        (YdDetailFixture *fixture,
                                               guint            chapter,
                                               int              section);
YdPoint   *yd_detail_fixture_choose           (YdDetailFixture *fixture,
                                               guint            chapter,
                                               int              section);
YdFactRow *yd_detail_fixture_get_row          (YdDetailSection *section,
                                               guint            i);
void       yd_detail_fixture_undo             (YdDetailFixture *fixture);
void       yd_detail_fixture_take_back        (YdDetailFixture *fixture,
                                               YdEdit          *edit);
