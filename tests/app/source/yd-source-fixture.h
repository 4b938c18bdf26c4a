/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-review-list.h"
#include "yd-source-page.h"
#include "yd-source-text.h"

/* The sample in a library of its own, on a page in a window. */
typedef struct
{
  char         *folder;
  YdSession    *session;
  YdPlan       *plan;
  GtkWidget    *window;
  YdSourcePage *page;
  YdSourceText *text;
  YdReviewList *review;
  guint         n_committed;
} YdSourceFixture;

void       yd_source_fixture_set_up    (YdSourceFixture *self,
                                        gconstpointer    user_data);
void       yd_source_fixture_tear_down (YdSourceFixture *self,
                                        gconstpointer    user_data);
void       yd_source_fixture_settle    (YdSourceFixture *self);
void       yd_source_fixture_undo      (YdSourceFixture *self);
void       yd_source_fixture_act       (YdSourceFixture *self,
                                        const char      *action);
gboolean   yd_source_fixture_press     (YdSourceFixture *self,
                                        GtkWidget       *widget,
                                        guint            keyval,
                                        GdkModifierType  state);
GtkWidget *yd_source_fixture_find      (GtkWidget       *widget,
                                        GType            type);
