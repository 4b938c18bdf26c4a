/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-matrix-page.h"
#include "yd-test-journal.h"

/* Three points and four units: 财政局 leads 一(一), 各县 has two members. */
#define YD_MATRIX_SCRIPT \
  "+plan plan title=计划 issued=2017-06-01; +point a order=a title=甲章 kind=chapter printed=一、; " \
  "+point a1 parent=a order=a title=子 printed=（一）; " \
  "+point a2 parent=a order=b title=丑 printed=（二）; " \
  "+point b order=b title=乙章 kind=chapter printed=二、; " \
  "+point b1 parent=b order=a title=寅 printed=（一）; " \
  "+unit u name=财政局 order=a; +unit v name=国税局 order=b; " \
  "+unit g name=各县 kind=group order=c; +unit w name=相关部门 kind=group vague=true order=d; " \
  "+unit m name=东县 order=e; +unit n name=西县 order=f; " \
  "+member 1 group=g unit=m; +member 2 group=g unit=n; " \
  "+assignment = point=a1 unit=u role=lead; +assignment = point=a1 unit=g role=responsible; " \
  "+assignment = point=a2 unit=v role=support; " \
  "+assignment = point=b1 unit=g role=responsible; " \
  "+assignment = point=b1 unit=w role=responsible"

/* The page in a window, with a plan that is not kept. */
typedef struct
{
  YdPlan        *plan;
  YdTestJournal *journal;
  YdSession     *session;
  GtkWidget     *window;
  YdMatrixPage  *page;
} YdMatrixFixture;

void       yd_matrix_fixture_spin       (void);
void       yd_matrix_fixture_set_up     (YdMatrixFixture *fixture,
                                         gconstpointer    script);
void       yd_matrix_fixture_tear_down  (YdMatrixFixture *fixture,
                                         gconstpointer    data);
YdGrid    *yd_matrix_fixture_get_grid   (YdMatrixFixture *fixture);
YdMatrix  *yd_matrix_fixture_get_matrix (YdMatrixFixture *fixture);
YdRow     *yd_matrix_fixture_lookup     (YdMatrixFixture *fixture,
                                         YdKind           kind,
                                         const char      *id);
void       yd_matrix_fixture_go         (YdMatrixFixture *fixture,
                                         const char      *point,
                                         const char      *unit);
void       yd_matrix_fixture_press_key  (YdMatrixFixture *fixture,
                                         guint            keyval,
                                         GdkModifierType  state);
GtkWidget *yd_matrix_fixture_get_cell   (YdMatrixFixture *fixture);
YdRole     yd_matrix_fixture_get_role   (YdMatrixFixture *fixture,
                                         const char      *point,
                                         const char      *unit);
void       yd_matrix_fixture_undo       (YdMatrixFixture *fixture);
