/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-print.h"

#include <glib/gi18n-lib.h>

#include "yd-matrix-pages.h"

/**
 * YdMatrixPrint:
 *
 * The matrix on paper as it is shown. What is shown is copied row by row while the window has
 * nothing else to do; how it is parted into pages, a thread finds out from the copy.
 */

/* In µs: so long the window may be kept from its work. */
#define SLICE 6000

/* Rows that are copied before it looks at the clock. */
#define ROWS 4

struct _YdMatrixPrint
{
  YdPageMaker         parent_instance;

  /* Owned */
  YdMatrix           *matrix;
  YdMatrixSheet      *sheet;            /* (nullable): as far as it is copied */

  YdMatrixSheetFlags  flags;
  gboolean            is_whole;         /* nothing of it is to be copied any more */
};

G_DEFINE_FINAL_TYPE (YdMatrixPrint, yd_matrix_print, YD_TYPE_PAGE_MAKER)

static const YdPaper papers[] = { YD_PAPER_FITTING, YD_PAPER_A4, YD_PAPER_A3 };

static const char *
yd_matrix_print_get_title (YdPageMaker *maker)
{
  return yd_plan_get_title (yd_matrix_get_plan (YD_MATRIX_PRINT (maker)->matrix));
}

static const char * const *
yd_matrix_print_list_papers (YdPageMaker *maker)
{
  static const char *words[G_N_ELEMENTS (papers) + 1];

  words[0] = _("A4 or A3, as it fits");
  words[1] = _("A4 landscape");
  words[2] = _("A3 landscape");

  return words;
}

static void
lay_out_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  YdMatrixPrint *self = source_object;

  g_task_return_pointer (task, yd_matrix_pages_new (self->sheet, GPOINTER_TO_UINT (task_data)),
                         g_object_unref);
}

static gboolean
copy_cb (gpointer user_data)
{
  GTask *task = user_data;
  YdMatrixPrint *self = g_task_get_source_object (task);
  const gint64 end = g_get_monotonic_time () + SLICE;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  if (self->sheet == NULL)
    self->sheet = yd_matrix_sheet_begin (self->matrix, self->flags);
  do
    self->is_whole = !yd_matrix_sheet_go_on (self->sheet, self->matrix, ROWS);
  while (!self->is_whole && g_get_monotonic_time () < end);
  if (!self->is_whole)
    return G_SOURCE_CONTINUE;

  g_task_run_in_thread (task, lay_out_in_thread);

  return G_SOURCE_REMOVE;
}

/* The paper is another one, what stands on it is the same. */
static void
yd_matrix_print_make_async (YdPageMaker         *maker,
                            guint                paper,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  YdMatrixPrint *self = YD_MATRIX_PRINT (maker);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (paper < G_N_ELEMENTS (papers));

  g_task_set_source_tag (task, yd_matrix_print_make_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (papers[paper]), NULL);
  if (self->is_whole)
    g_task_run_in_thread (task, lay_out_in_thread);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, copy_cb, g_steal_pointer (&task), g_object_unref);
}

static double
yd_matrix_print_get_fraction (YdPageMaker *maker)
{
  YdMatrixPrint *self = YD_MATRIX_PRINT (maker);

  if (self->sheet == NULL)
    return 0;

  return self->is_whole ? -1 : yd_matrix_sheet_get_fraction (self->sheet, self->matrix);
}

/* While it is copied it was changed: what is copied already is another table. */
static void
changed_cb (YdMatrixPrint *self)
{
  if (!self->is_whole)
    g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
}

static void
yd_matrix_print_finalize (GObject *object)
{
  YdMatrixPrint *self = YD_MATRIX_PRINT (object);

  g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
  g_clear_object (&self->matrix);

  G_OBJECT_CLASS (yd_matrix_print_parent_class)->finalize (object);
}

static void
yd_matrix_print_class_init (YdMatrixPrintClass *klass)
{
  YdPageMakerClass *maker_class = YD_PAGE_MAKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yd_matrix_print_finalize;
  maker_class->get_title = yd_matrix_print_get_title;
  maker_class->list_papers = yd_matrix_print_list_papers;
  maker_class->make_async = yd_matrix_print_make_async;
  maker_class->get_fraction = yd_matrix_print_get_fraction;
}

static void
yd_matrix_print_init (YdMatrixPrint *self)
{
}

/**
 * yd_matrix_print_new:
 * @matrix: a matrix
 * @flags: what else shall stand on paper
 *
 * Returns: (transfer full): a maker of its pages
 */
YdPageMaker *
yd_matrix_print_new (YdMatrix           *matrix,
                     YdMatrixSheetFlags  flags)
{
  YdMatrixPrint *self = g_object_new (YD_TYPE_MATRIX_PRINT, NULL);

  self->matrix = g_object_ref (matrix);
  self->flags = flags;
  g_signal_connect_object (matrix, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return YD_PAGE_MAKER (self);
}
