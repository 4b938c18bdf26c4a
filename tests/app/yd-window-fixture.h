/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-window.h"

G_BEGIN_DECLS

/**
 * YdWindowFixture:
 * @folder: a folder of its own, which goes with it
 * @library: where the library in it is
 * @window: a window that is shown, without a library
 *
 * What a test of the whole window begins with.
 */
typedef struct
{
  char     *folder;
  char     *library;
  YdWindow *window;
} YdWindowFixture;

void    yd_window_fixture_spin            (void);
void    yd_window_fixture_wait_until_idle (YdWindowFixture *fixture);
YdPlan *yd_window_fixture_get_plan        (YdWindowFixture *fixture);
void    yd_window_fixture_set_up_window   (YdWindowFixture *fixture);
void    yd_window_fixture_set_up          (YdWindowFixture *fixture,
                                           gconstpointer    user_data);
void    yd_window_fixture_end_window      (YdWindowFixture *fixture,
                                           void           (*end) (GtkWindow *window));
void    yd_window_fixture_close_window    (YdWindowFixture *fixture);
void    yd_window_fixture_tear_down       (YdWindowFixture *fixture,
                                           gconstpointer    user_data);
void    yd_window_fixture_open_sample     (YdWindowFixture *fixture);
void    yd_window_fixture_act             (YdWindowFixture *fixture,
                                           const char      *action);
YdRow  *yd_window_fixture_dup_point       (YdWindowFixture *fixture,
                                           guint            i);
char   *yd_window_fixture_rename_first    (YdWindowFixture *fixture,
                                           const char      *title);
void    yd_window_fixture_assert_first    (YdWindowFixture *fixture,
                                           const char      *title);

G_END_DECLS
