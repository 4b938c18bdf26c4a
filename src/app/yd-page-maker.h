/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yd-pages.h"

G_BEGIN_DECLS

#define YD_TYPE_PAGE_MAKER (yd_page_maker_get_type ())
G_DECLARE_DERIVABLE_TYPE (YdPageMaker, yd_page_maker, YD, PAGE_MAKER, GObject)

/**
 * YdPageMakerClass:
 * @get_title: (transfer none) (nullable): what the document is called
 * @list_papers: (transfer none): the sizes of paper on which it can be, in words, translated and
 *   %NULL-terminated; the first is what suits it
 * @make_async: makes the pages for one of these, without keeping the window from its work; a
 *   #GTask with a #YdPages
 * @get_fraction: how much of that is done, from 0 to 1; negative while nobody knows
 */
struct _YdPageMakerClass
{
  GObjectClass parent_class;

  const char         *(*get_title)    (YdPageMaker         *self);
  const char * const *(*list_papers)  (YdPageMaker         *self);
  void                (*make_async)   (YdPageMaker         *self,
                                       guint                paper,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
  double              (*get_fraction) (YdPageMaker         *self);
};

const char         *yd_page_maker_get_title    (YdPageMaker          *self);
const char * const *yd_page_maker_list_papers  (YdPageMaker          *self);
void                yd_page_maker_make_async   (YdPageMaker          *self,
                                                guint                 paper,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
YdPages            *yd_page_maker_make_finish  (YdPageMaker          *self,
                                                GAsyncResult         *result,
                                                GError              **error)
                                                G_GNUC_WARN_UNUSED_RESULT;
double              yd_page_maker_get_fraction (YdPageMaker          *self);

G_END_DECLS
