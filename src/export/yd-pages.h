/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "yd-export.h"

G_BEGIN_DECLS

#define YD_POINTS_PER_MM (72 / 25.4)

#define YD_TYPE_PAGES (yd_pages_get_type ())
G_DECLARE_DERIVABLE_TYPE (YdPages, yd_pages, YD, PAGES, GObject)

/**
 * YdPagesClass:
 * @get_n_pages: how many there are, at least one
 * @get_size: the size of a page's sheet in millimetres; A4 portrait if it is not overridden
 * @draw: draws a page. The user space of @cr is in points from the upper left corner of the
 *   sheet, its source is black; what is set in it need not be set back
 */
struct _YdPagesClass
{
  GObjectClass parent_class;

  guint (*get_n_pages) (YdPages *self);
  void  (*get_size)    (YdPages *self,
                        guint    page,
                        double  *width,
                        double  *height);
  void  (*draw)        (YdPages *self,
                        guint    page,
                        cairo_t *cr);
};

const char  *yd_pages_get_title          (YdPages           *self);
guint        yd_pages_get_n_pages        (YdPages           *self);
void         yd_pages_get_size           (YdPages           *self,
                                          guint              page,
                                          double            *width,
                                          double            *height);
void         yd_pages_draw               (YdPages           *self,
                                          guint              page,
                                          cairo_t           *cr);

PangoLayout *yd_pages_create_layout      (YdPages           *self,
                                          const YdFont      *font) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *yd_pages_list_missing_fonts (YdPages           *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean     yd_pages_write_pdf          (YdPages           *self,
                                          GOutputStream     *stream,
                                          YdExportProgress   progress,
                                          gpointer           user_data,
                                          GCancellable      *cancellable,
                                          GError           **error);
gboolean     yd_pages_save_pdf           (YdPages           *self,
                                          const char        *path,
                                          YdExportProgress   progress,
                                          gpointer           user_data,
                                          GCancellable      *cancellable,
                                          GError           **error);
gboolean     yd_pages_write_png          (YdPages           *self,
                                          guint              page,
                                          double             dpi,
                                          GOutputStream     *stream,
                                          GCancellable      *cancellable,
                                          GError           **error);
gboolean     yd_pages_save_png           (YdPages           *self,
                                          guint              page,
                                          double             dpi,
                                          const char        *path,
                                          GCancellable      *cancellable,
                                          GError           **error);

G_END_DECLS
