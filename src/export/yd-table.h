/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page-style.h"

G_BEGIN_DECLS

#define YD_TYPE_TABLE (yd_table_get_type ())

typedef struct _YdTable YdTable;

typedef enum
{
  YD_ALIGN_START,
  YD_ALIGN_CENTER,
} YdAlign;

/* What a cell is, not how it looks: each writer knows how to show that. */
typedef enum
{
  YD_CELL_PLAIN,
  YD_CELL_STRONG,     /* stands out */
  YD_CELL_QUIET,      /* stands back: inferred, provisional */
  YD_CELL_MARK,       /* a sign such as ●, centred whatever the column says */
  YD_N_CELL_ROLES,
} YdCellRole;

typedef struct
{
  const char *key;      /* a stable name, for programs */
  const char *heading;
  double      weight;   /* its share of the width */
  YdAlign     align;
} YdColumn;

typedef struct
{
  const char *text;       /* NULL is empty */
  YdCellRole  role;
  gboolean    continues;  /* is one with the cell above; the text is that one's */
} YdCell;

GType        yd_table_get_type         (void);
YdTable     *yd_table_new              (const char         *name,
                                        const char         *title) G_GNUC_WARN_UNUSED_RESULT;
YdTable     *yd_table_ref              (YdTable            *self);
void         yd_table_unref            (YdTable            *self);

void         yd_table_set_subtitle     (YdTable            *self,
                                        const char         *subtitle);
void         yd_table_add_note         (YdTable            *self,
                                        const char         *note);
void         yd_table_add_column       (YdTable            *self,
                                        const char         *key,
                                        const char         *heading,
                                        double              weight,
                                        YdAlign             align);
void         yd_table_add_group        (YdTable            *self,
                                        const char         *heading,
                                        guint               first,
                                        guint               n_columns);
void         yd_table_append_band      (YdTable            *self,
                                        guint               level,
                                        const char         *text);
void         yd_table_append_row       (YdTable            *self,
                                        const char * const *texts);
void         yd_table_append_cells     (YdTable            *self,
                                        const YdCell       *cells);

YdPageStyle *yd_table_get_style        (YdTable            *self);
const char  *yd_table_get_name         (YdTable            *self);
const char  *yd_table_get_title        (YdTable            *self);
const char  *yd_table_get_subtitle     (YdTable            *self);
guint        yd_table_get_n_notes      (YdTable            *self);
const char  *yd_table_get_note         (YdTable            *self,
                                        guint               n);
guint        yd_table_get_n_columns    (YdTable            *self);
YdColumn     yd_table_get_column       (YdTable            *self,
                                        guint               n);
gboolean     yd_table_has_groups       (YdTable            *self);
const char  *yd_table_get_group        (YdTable            *self,
                                        guint               column,
                                        guint              *first,
                                        guint              *n_columns);
guint        yd_table_get_n_rows       (YdTable            *self);
gboolean     yd_table_has_merged_cells (YdTable            *self);
const char  *yd_table_get_band         (YdTable            *self,
                                        guint               row,
                                        guint              *level);
YdCell       yd_table_get_cell         (YdTable            *self,
                                        guint               row,
                                        guint               column);
const char  *yd_table_get_text         (YdTable            *self,
                                        guint               row,
                                        guint               column,
                                        gsize              *len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdTable, yd_table_unref)

G_END_DECLS
