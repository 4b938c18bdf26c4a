/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page-maker.h"

/**
 * YdPageMaker:
 *
 * Makes the pages of a document that may be so large that it takes a while, on the paper that a
 * person chooses.
 */

G_DEFINE_ABSTRACT_TYPE (YdPageMaker, yd_page_maker, G_TYPE_OBJECT)

static void
yd_page_maker_class_init (YdPageMakerClass *klass)
{
}

static void
yd_page_maker_init (YdPageMaker *self)
{
}

/* Returns: (transfer none) (nullable): what the document is called */
const char *
yd_page_maker_get_title (YdPageMaker *self)
{
  g_return_val_if_fail (YD_IS_PAGE_MAKER (self), NULL);

  return YD_PAGE_MAKER_GET_CLASS (self)->get_title (self);
}

/* Returns: (transfer none): on what it can be, in words */
const char * const *
yd_page_maker_list_papers (YdPageMaker *self)
{
  g_return_val_if_fail (YD_IS_PAGE_MAKER (self), NULL);

  return YD_PAGE_MAKER_GET_CLASS (self)->list_papers (self);
}

/**
 * yd_page_maker_make_async:
 * @self: a maker that is not at work
 * @paper: which of its papers
 * @cancellable: (nullable): a way to stop
 * @callback: called with the pages: yd_page_maker_make_finish()
 * @user_data: for @callback
 */
void
yd_page_maker_make_async (YdPageMaker         *self,
                          guint                paper,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (YD_IS_PAGE_MAKER (self));

  YD_PAGE_MAKER_GET_CLASS (self)->make_async (self, paper, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable): the pages, or %NULL with %G_IO_ERROR_CANCELLED */
YdPages *
yd_page_maker_make_finish (YdPageMaker   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: how much of the pages is made, from 0 to 1; negative while nobody knows */
double
yd_page_maker_get_fraction (YdPageMaker *self)
{
  g_return_val_if_fail (YD_IS_PAGE_MAKER (self), -1);

  return YD_PAGE_MAKER_GET_CLASS (self)->get_fraction (self);
}
