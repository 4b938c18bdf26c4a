/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "yd-page-font.h"
#include "yd-pages.h"

/* A document of three sheets of different sizes; each has a black square of 10 mm in its lower
 * right corner, and leaves the context in disorder behind. */
typedef struct
{
  YdPages  parent_instance;

  guint    n_drawn;
} TestPages;

typedef struct
{
  YdPagesClass parent_class;
} TestPagesClass;

static GType test_pages_get_type (void);
G_DEFINE_TYPE (TestPages, test_pages, YD_TYPE_PAGES)

static const double sizes[][2] = { { 210, 297 }, { 297, 210 }, { 420, 297 } };

static guint
test_pages_get_n_pages (YdPages *pages)
{
  return G_N_ELEMENTS (sizes);
}

static void
test_pages_get_size (YdPages *pages,
                     guint    page,
                     double  *width,
                     double  *height)
{
  *width = sizes[page][0];
  *height = sizes[page][1];
}

static void
test_pages_draw (YdPages *pages,
                 guint    page,
                 cairo_t *cr)
{
  const double side = 10 * YD_POINTS_PER_MM;

  ((TestPages *) pages)->n_drawn++;
  cairo_rectangle (cr, sizes[page][0] * YD_POINTS_PER_MM - side,
                   sizes[page][1] * YD_POINTS_PER_MM - side, side, side);
  cairo_fill (cr);
  cairo_scale (cr, 7, 7);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_move_to (cr, 3, 3);
}

static void
test_pages_class_init (TestPagesClass *klass)
{
  klass->parent_class.get_n_pages = test_pages_get_n_pages;
  klass->parent_class.get_size = test_pages_get_size;
  klass->parent_class.draw = test_pages_draw;
}

static void
test_pages_init (TestPages *self)
{
}

static YdPages *
create_pages (void)
{
  return g_object_new (test_pages_get_type (), "title", "三页", NULL);
}

typedef struct
{
  GString      *calls;
  GCancellable *cancellable;
  guint         cancel_at;
} Watch;

static void
progress_cb (guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  Watch *watch = user_data;

  g_string_append_printf (watch->calls, "%u/%u ", n_done, n_total);
  if (n_done == watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_pdf (void)
{
  YdPages *pages = create_pages ();
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GString) calls = g_string_new (NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Watch watch = { calls, cancellable, 99 };
  const char *data;

  g_assert_true (yd_pages_write_pdf (pages, stream, progress_cb, &watch, cancellable, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (calls->str, ==, "0/3 1/3 2/3 3/3 ");
  g_assert_cmpuint (((TestPages *) pages)->n_drawn, ==, 3);

  data = g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_finalize_object (pages);
}

static void
test_cancel (void)
{
  YdPages *pages = create_pages ();
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GString) calls = g_string_new (NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Watch watch = { calls, cancellable, 1 };

  g_assert_false (yd_pages_write_pdf (pages, stream, progress_cb, &watch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (((TestPages *) pages)->n_drawn, ==, 2);
  g_assert_finalize_object (pages);
}

/* A stream that has no room says so, once, and as an error of this library. */
static void
test_full (void)
{
  YdPages *pages = create_pages ();
  char room[200];
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr(GOutputStream) other = g_memory_output_stream_new (room, 20, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_pages_write_pdf (pages, stream, NULL, NULL, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FULL);
  g_clear_error (&error);

  g_assert_false (yd_pages_write_png (pages, 0, 72, other, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_FULL);
  g_assert_finalize_object (pages);
}

static void
test_save (void)
{
  YdPages *pages = create_pages ();
  g_autofree char *folder = g_dir_make_tmp ("yd-pages-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gsize len;

  g_assert_false (yd_pages_save_pdf (pages, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (yd_pages_save_pdf (pages, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, &len, NULL));
  g_assert_cmpuint (len, >, 500);
  g_assert_cmpmem (text + len - 6, 6, "%%EOF\n", 6);

  /* What was there before stays when the new one is not finished. */
  g_cancellable_cancel (cancellable);
  g_assert_false (yd_pages_save_pdf (pages, path, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_finalize_object (pages);
}

typedef struct
{
  const guchar *data;
  gsize         len;
} Bytes;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   len)
{
  Bytes *bytes = closure;

  if (bytes->len < len)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, bytes->data, len);
  bytes->data += len;
  bytes->len -= len;

  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guchar *row = cairo_image_surface_get_data (surface) +
                      y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);

  return pixel & 0xffffff;
}

static void
test_png (void)
{
  static const struct
  {
    guint  page;
    double dpi;
    int    width, height;
  } cases[] = {
    { 0, 72, 595, 842 },
    { 1, 72, 842, 595 },
    { 2, 50.8, 840, 594 },
  };
  YdPages *pages = create_pages ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
      GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
      Bytes bytes;
      cairo_surface_t *surface;

      g_assert_true (yd_pages_write_png (pages, cases[i].page, cases[i].dpi, stream, NULL,
                                         &error));
      g_assert_no_error (error);
      bytes = (Bytes) { g_memory_output_stream_get_data (memory),
                        g_memory_output_stream_get_data_size (memory) };
      surface = cairo_image_surface_create_from_png_stream (read_cb, &bytes);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, cases[i].width);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, cases[i].height);
      g_assert_cmpuint (get_pixel (surface, 5, 5), ==, 0xffffff);
      g_assert_cmpuint (get_pixel (surface, cases[i].width - 5, cases[i].height - 5), ==, 0);
      cairo_surface_destroy (surface);
    }

  g_assert_false (yd_pages_save_png (pages, 0, 10000, "/nowhere/a.png", NULL, &error));
  g_assert_nonnull (error);
  g_assert_finalize_object (pages);
}

static void
test_too_large (void)
{
  YdPages *pages = create_pages ();
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_false (yd_pages_write_png (pages, 2, 2400, stream, NULL, &error));
  g_assert_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE);
  g_assert_finalize_object (pages);
}

/* A caller's context is as it was, and the next page begins in order. */
static void
test_draw (void)
{
  YdPages *pages = create_pages ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 595);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t matrix;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_move_to (cr, 1, 1);
  cairo_line_to (cr, 100, 100);
  yd_pages_draw (pages, 1, cr);
  cairo_get_matrix (cr, &matrix);
  g_assert_cmpfloat (matrix.xx, ==, 1);
  cairo_surface_flush (surface);
  g_assert_cmpuint (get_pixel (surface, 836, 589), ==, 0);
  g_assert_cmpuint (get_pixel (surface, 60, 30), ==, 0xffffff);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_finalize_object (pages);
}

/* Twice as large is twice as wide: a line is broken at the same place wherever it is drawn. */
static void
test_layout (void)
{
  YdPages *pages = create_pages ();
  const YdFont small = { (char *) "仿宋_GB2312", 7 };
  const YdFont large = { (char *) "仿宋_GB2312", 14 };
  g_autoptr(PangoLayout) one = yd_pages_create_layout (pages, &small);
  g_autoptr(PangoLayout) two = yd_pages_create_layout (pages, &large);
  int width, double_width, height;

  pango_layout_set_text (one, "推进政务公开，Ag 2017年", -1);
  pango_layout_set_text (two, "推进政务公开，Ag 2017年", -1);
  pango_layout_get_size (one, &width, &height);
  pango_layout_get_size (two, &double_width, NULL);
  g_assert_cmpint (ABS (2 * width - double_width), <=, 64);
  g_assert_cmpint (height, >=, 7 * PANGO_SCALE);
  g_assert_cmpint (height, <, 14 * PANGO_SCALE);
  g_assert_finalize_object (pages);
}

/* A heavy title is heavy whether its own font is here or another stands in. */
static void
test_stand_in (void)
{
  g_autoptr(PangoFontMap) fonts = pango_cairo_font_map_new ();
  const YdFont title = { (char *) "方正小标宋简体", 22 };
  const YdFont unknown = { (char *) "Nobody Has This", 11 };
  g_autoptr(PangoFontDescription) heavy = yd_page_font_describe (&title, fonts);
  g_autoptr(PangoFontDescription) other = yd_page_font_describe (&unknown, fonts);

  if (!yd_page_font_is_here (title.family, fonts) &&
      yd_page_font_is_here ("Noto Serif CJK SC", fonts))
    {
      g_assert_cmpstr (pango_font_description_get_family (heavy), ==, "Noto Serif CJK SC");
      g_assert_cmpint (pango_font_description_get_weight (heavy), ==, PANGO_WEIGHT_BOLD);
    }
  g_assert_cmpint (pango_font_description_get_size (heavy), ==, 22 * PANGO_SCALE);

  g_assert_false (yd_page_font_is_here (unknown.family, fonts));
  g_assert_cmpstr (pango_font_description_get_family (other), ==, "Nobody Has This");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/pdf", test_pdf);
  g_test_add_func ("/pages/cancel", test_cancel);
  g_test_add_func ("/pages/full", test_full);
  g_test_add_func ("/pages/save", test_save);
  g_test_add_func ("/pages/png", test_png);
  g_test_add_func ("/pages/too-large", test_too_large);
  g_test_add_func ("/pages/draw", test_draw);
  g_test_add_func ("/pages/layout", test_layout);
  g_test_add_func ("/pages/stand-in", test_stand_in);

  return g_test_run ();
}
