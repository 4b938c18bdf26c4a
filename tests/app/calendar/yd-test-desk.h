/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-session.h"
#include "yd-test-journal.h"

G_BEGIN_DECLS

/* Noon of the eleventh of October 2017 in Peking. */
#define YD_TEST_DESK_OCTOBER G_GINT64_CONSTANT (1507694400000)

/**
 * YdTestDesk:
 *
 * A plan in a session, at a moment that stands still, and a window around the widget that is
 * tested: it hears what is said in passing, and counts how often the pane is asked for.
 */
typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  char          *said;
  guint          n_opened;
} YdTestDesk;

void       yd_test_desk_open  (YdTestDesk *self,
                               YdPlan     *plan,
                               gint64      msec);
void       yd_test_desk_show  (YdTestDesk *self,
                               GtkWidget  *child,
                               int         width,
                               int         height);
void       yd_test_desk_close (YdTestDesk *self,
                               gpointer    widget);

void       yd_test_spin       (void);
GtkWidget *yd_test_find       (GtkWidget  *widget,
                               GType       type);
guint      yd_test_count_pictures
                              (GtkWidget  *widget,
                               double      max_width);

G_END_DECLS
