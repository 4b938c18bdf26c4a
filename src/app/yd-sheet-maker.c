/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-sheet-maker.h"

#include <glib/gi18n-lib.h>

#include "yd-matrix-pages.h"
#include "yd-pause.h"

/**
 * YdSheetMaker:
 *
 * A sheet of who answers for what, to be printed or exported: which points and units it has, in
 * which order and which way round is what its matrix shows, and what else stands on it is said
 * beside. It is copied row by row while the window has nothing else to do; how it is parted into
 * pages, a thread finds out from the copy.
 */

/* In µs: so long the window may be kept from its work. */
#define SLICE 6000

/* Rows that are copied before it looks at the clock. */
#define ROWS 4

struct _YdSheetMaker
{
  YdPageMaker         parent_instance;

  /* Owned */
  YdMatrix           *matrix;
  YdMatrixSheet      *sheet;            /* (nullable): as far as it is copied */
  char               *title;

  YdMatrixSheetFlags  flags;
  gboolean            is_whole;         /* nothing of it is to be copied any more */
};

G_DEFINE_FINAL_TYPE (YdSheetMaker, yd_sheet_maker, YD_TYPE_PAGE_MAKER)

static const YdPaper papers[] = { YD_PAPER_FITTING, YD_PAPER_A4, YD_PAPER_A3 };

static const char *
yd_sheet_maker_get_title (YdPageMaker *maker)
{
  return YD_SHEET_MAKER (maker)->title;
}

static const char * const *
list_papers (YdPageMaker *maker)
{
  return yd_sheet_maker_list_papers ();
}

/* What a thread needs of it: the maker and its plan belong to the window, and a thread that is the
 * last to leave them would take them apart beside it.
 */
typedef struct
{
  YdPaper        paper;
  YdMatrixSheet *sheet;
} Layout;

static void
layout_free (gpointer data)
{
  Layout *layout = data;

  yd_matrix_sheet_unref (layout->sheet);
  g_free (layout);
}

static void
lay_out_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Layout *layout = task_data;

  g_task_return_pointer (task, yd_matrix_pages_new (layout->sheet, layout->paper), g_object_unref);
}

static void
laid_out_cb (GObject      *source_object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  YdMatrixPages *pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (pages != NULL)
    g_task_return_pointer (task, pages, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
lay_out (GTask         *task,
         YdMatrixSheet *sheet,
         YdPaper        paper)
{
  g_autoptr(GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), laid_out_cb,
                                       g_object_ref (task));
  Layout *layout = g_new0 (Layout, 1);

  layout->paper = paper;
  layout->sheet = yd_matrix_sheet_ref (sheet);
  g_task_set_source_tag (inner, lay_out);
  g_task_set_task_data (inner, layout, layout_free);
  g_task_run_in_thread (inner, lay_out_in_thread);
}

static void
go_on (GTask *task)
{
  YdSheetMaker *self = g_task_get_source_object (task);
  const YdPaper *paper = g_task_get_task_data (task);

  if (paper != NULL)
    lay_out (task, self->sheet, *paper);
  else
    g_task_return_pointer (task, yd_matrix_sheet_ref (self->sheet),
                           (GDestroyNotify) yd_matrix_sheet_unref);
}

/* Copies for some time. Returns: whether it is all there */
static gboolean
copy_more (YdSheetMaker *self)
{
  const gint64 end = g_get_monotonic_time () + SLICE;

  if (self->sheet == NULL)
    self->sheet = yd_matrix_sheet_begin (self->matrix, self->flags);
  do
    self->is_whole = !yd_matrix_sheet_go_on (self->sheet, self->matrix, ROWS);
  while (!self->is_whole && g_get_monotonic_time () < end);

  return self->is_whole;
}

/* Others may wait for the same sheet: when one of them made it whole, threads read it, and nothing
 * is added to it.
 */
static gboolean
copy_cb (gpointer user_data)
{
  GTask *task = user_data;
  YdSheetMaker *self = g_task_get_source_object (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (!self->is_whole && !copy_more (self))
    return G_SOURCE_CONTINUE;

  go_on (task);

  return G_SOURCE_REMOVE;
}

/* What is copied once stays: another paper has the same on it. */
static void
copy (YdSheetMaker *self,
      GTask        *task)
{
  if (self->is_whole)
    go_on (task);
  else
    yd_pause_add (copy_cb, g_object_ref (task), g_object_unref);
}

static void
yd_sheet_maker_make_async (YdPageMaker         *maker,
                           guint                paper,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  YdSheetMaker *self = YD_SHEET_MAKER (maker);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (paper < G_N_ELEMENTS (papers));

  g_task_set_source_tag (task, yd_sheet_maker_make_async);
  g_task_set_task_data (task, (gpointer) &papers[paper], NULL);
  copy (self, task);
}

static double
yd_sheet_maker_get_fraction (YdPageMaker *maker)
{
  YdSheetMaker *self = YD_SHEET_MAKER (maker);

  if (self->sheet == NULL)
    return 0;

  return self->is_whole ? -1 : yd_matrix_sheet_get_fraction (self->sheet, self->matrix);
}

/* While it is copied it was changed: what is copied already is another table. */
static void
changed_cb (YdSheetMaker *self)
{
  if (!self->is_whole)
    g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
}

static void
yd_sheet_maker_finalize (GObject *object)
{
  YdSheetMaker *self = YD_SHEET_MAKER (object);

  g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
  g_clear_object (&self->matrix);
  g_free (self->title);

  G_OBJECT_CLASS (yd_sheet_maker_parent_class)->finalize (object);
}

static void
yd_sheet_maker_class_init (YdSheetMakerClass *klass)
{
  YdPageMakerClass *maker_class = YD_PAGE_MAKER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = yd_sheet_maker_finalize;
  maker_class->get_title = yd_sheet_maker_get_title;
  maker_class->list_papers = list_papers;
  maker_class->make_async = yd_sheet_maker_make_async;
  maker_class->get_fraction = yd_sheet_maker_get_fraction;
}

static void
yd_sheet_maker_init (YdSheetMaker *self)
{
}

/**
 * yd_sheet_maker_new:
 * @matrix: a matrix
 * @flags: what else shall stand on it
 *
 * Returns: (transfer full): a maker of sheets of what @matrix shows
 */
YdPageMaker *
yd_sheet_maker_new (YdMatrix           *matrix,
                    YdMatrixSheetFlags  flags)
{
  YdSheetMaker *self = g_object_new (YD_TYPE_SHEET_MAKER, NULL);

  self->matrix = g_object_ref (matrix);
  self->flags = flags;
  self->title = yd_matrix_sheet_dup_title (matrix);
  g_signal_connect_object (matrix, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return YD_PAGE_MAKER (self);
}

/* Returns: (transfer none): what is shown in it */
YdMatrix *
yd_sheet_maker_get_matrix (YdSheetMaker *self)
{
  g_return_val_if_fail (YD_IS_SHEET_MAKER (self), NULL);

  return self->matrix;
}

/* Returns: what else stands on it */
YdMatrixSheetFlags
yd_sheet_maker_get_flags (YdSheetMaker *self)
{
  g_return_val_if_fail (YD_IS_SHEET_MAKER (self), YD_MATRIX_SHEET_DEFAULT);

  return self->flags;
}

/* Returns: (transfer none): what a person can choose from, in words, translated */
const char * const *
yd_sheet_maker_list_papers (void)
{
  static const char *words[G_N_ELEMENTS (papers) + 1];

  words[0] = _("A4 or A3, as it fits");
  words[1] = _("A4 landscape");
  words[2] = _("A3 landscape");

  return words;
}

/* Returns: which paper the one at @n of these is */
YdPaper
yd_sheet_maker_get_paper (guint n)
{
  g_return_val_if_fail (n < G_N_ELEMENTS (papers), YD_PAPER_FITTING);

  return papers[n];
}

/**
 * yd_sheet_maker_copy_async:
 * @self: a maker
 * @cancellable: (nullable): a way to stop
 * @callback: called with the sheet: yd_sheet_maker_copy_finish()
 * @user_data: for @callback
 *
 * Copies what is shown, to be written by a thread.
 */
void
yd_sheet_maker_copy_async (YdSheetMaker        *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (YD_IS_SHEET_MAKER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yd_sheet_maker_copy_async);
  copy (self, task);
}

/* Returns: (transfer full) (nullable): the sheet; %NULL with %G_IO_ERROR_CANCELLED */
YdMatrixSheet *
yd_sheet_maker_copy_finish (YdSheetMaker  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
