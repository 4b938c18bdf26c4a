/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-export-private.h"
#include "yd-page-text-private.h"
#include "yd-table-pages.h"

G_BEGIN_DECLS

/* Points between the lines of a cell and its text. */
#define YD_CELL_BESIDE 4.0
#define YD_CELL_ABOVE 2.0

/* What stands on one page of an item. The items are the rows, and behind them the notes. */
typedef struct
{
  guint  item;
  guint  first_line;        /* of each of its cells; 0 but where a page parts it */
  guint  n_lines;
  double y, height;         /* from the top of the sheet */
} YdPiece;

typedef struct
{
  guint  first;             /* piece */
  double top;               /* where the head of the table begins */
} YdTablePage;

struct _YdTablePages
{
  YdPages            parent_instance;

  YdTable           *table;
  YdPageStyle       *style;       /* as it was when they were laid out */
  guint              n_columns, n_rows;

  YdPageText        *texts[YD_N_FONTS];
  char              *heading;     /* the title, parted as it is set */
  guint              n_title_lines, n_subtitle_lines;
  double             left;        /* of the table, and the edges of its columns behind it */
  double            *edges;       /* n_columns + 1 */
  double             group_height, head_height;

  guint32           *n_lines;     /* of each item */
  GArray            *pieces;
  GArray            *pages;
};

gboolean    _yd_table_pages_break      (YdTablePages       *self,
                                        const YdExportJob  *job,
                                        GError            **error);
void        _yd_table_pages_draw       (YdTablePages       *self,
                                        guint               page,
                                        cairo_t            *cr);

YdFontRole  _yd_table_pages_get_font   (YdTablePages       *self,
                                        guint               item);
double      _yd_table_pages_get_pitch  (YdTablePages       *self,
                                        YdFontRole          font);
double      _yd_table_pages_get_pad    (YdTablePages       *self,
                                        guint               item);
gboolean    _yd_table_pages_is_cells   (YdTablePages       *self,
                                        guint               item);
guint       _yd_table_pages_set_text   (YdTablePages       *self,
                                        YdFontRole          font,
                                        const char         *text,
                                        double              width);
guint       _yd_table_pages_set_cell   (YdTablePages       *self,
                                        guint               row,
                                        guint               column);

G_END_DECLS
