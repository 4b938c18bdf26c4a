/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-pages.h"

#include "yd-matrix-pages-private.h"

/**
 * YdMatrixPages:
 *
 * A matrix on paper, to be passed round the table: across, with the heads and the points on
 * each page. A table that is too wide goes on to the right, one that is too long below; the
 * pages are numbered by rows.
 */

G_DEFINE_FINAL_TYPE (YdMatrixPages, yd_matrix_pages, YD_TYPE_PAGES)

static const YdFont fonts[YD_N_FACES] = {
  [YD_FACE_TITLE]    = { (char *) "方正小标宋简体", 16 },
  [YD_FACE_SUBTITLE] = { (char *) "楷体_GB2312", 10 },
  [YD_FACE_HEAD]     = { (char *) "黑体", 8.5 },
  [YD_FACE_NAME]     = { (char *) "黑体", 8.5 },
  [YD_FACE_TASK]     = { (char *) "仿宋_GB2312", 9.5 },
  [YD_FACE_CHAPTER]  = { (char *) "黑体", 9.5 },
  [YD_FACE_COUNT]    = { (char *) "仿宋_GB2312", 8.5 },
  [YD_FACE_SUM]      = { (char *) "黑体", 8.5 },
  [YD_FACE_FOOT]     = { (char *) "宋体", 9 },
};

static guint
yd_matrix_pages_get_n_pages (YdPages *pages)
{
  YdMatrixPages *self = YD_MATRIX_PAGES (pages);

  return self->row_runs->len * self->column_runs->len;
}

static void
yd_matrix_pages_get_size (YdPages *pages,
                          guint    page,
                          double  *width,
                          double  *height)
{
  YdMatrixPages *self = YD_MATRIX_PAGES (pages);

  *width = self->width / YD_POINTS_PER_MM;
  *height = self->height / YD_POINTS_PER_MM;
}

static void
yd_matrix_pages_draw (YdPages *pages,
                      guint    page,
                      cairo_t *cr)
{
  _yd_matrix_pages_draw (YD_MATRIX_PAGES (pages), page, cr);
}

static void
yd_matrix_pages_finalize (GObject *object)
{
  YdMatrixPages *self = YD_MATRIX_PAGES (object);

  for (guint i = 0; i < YD_N_FACES; i++)
    g_clear_object (&self->faces[i]);
  g_clear_pointer (&self->sheet, yd_matrix_sheet_unref);
  g_array_unref (self->row_runs);
  g_array_unref (self->column_runs);
  g_free (self->heights);

  G_OBJECT_CLASS (yd_matrix_pages_parent_class)->finalize (object);
}

static void
yd_matrix_pages_class_init (YdMatrixPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YdPagesClass *pages_class = YD_PAGES_CLASS (klass);

  object_class->finalize = yd_matrix_pages_finalize;
  pages_class->get_n_pages = yd_matrix_pages_get_n_pages;
  pages_class->get_size = yd_matrix_pages_get_size;
  pages_class->draw = yd_matrix_pages_draw;
}

static void
yd_matrix_pages_init (YdMatrixPages *self)
{
  self->row_runs = g_array_new (FALSE, FALSE, sizeof (YdRun));
  self->column_runs = g_array_new (FALSE, FALSE, sizeof (YdRun));
}

/**
 * yd_matrix_pages_new:
 * @sheet: what a matrix shows
 * @paper: on what
 *
 * Returns: (transfer full): its pages
 */
YdPages *
yd_matrix_pages_new (YdMatrixSheet *sheet,
                     YdPaper        paper)
{
  YdMatrixPages *self;

  g_return_val_if_fail (sheet != NULL, NULL);

  self = g_object_new (YD_TYPE_MATRIX_PAGES, "title", yd_matrix_sheet_get_title (sheet), NULL);
  self->sheet = yd_matrix_sheet_ref (sheet);
  for (guint i = 0; i < YD_N_FACES; i++)
    self->faces[i] = yd_pages_create_layout (YD_PAGES (self), &fonts[i]);
  _yd_matrix_pages_break (self, paper);

  return YD_PAGES (self);
}

/* Returns: how high @text is in lines of @width */
double
_yd_matrix_pages_measure (YdMatrixPages *self,
                          YdMatrixFace   face,
                          const char    *text,
                          double         width)
{
  PangoLayout *layout = self->faces[face];
  int height;

  pango_layout_set_width (layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
}
