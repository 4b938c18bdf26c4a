/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-db.h"
#include "yd-schema.h"

G_BEGIN_DECLS

/* The rows of a space lie together: the upper half of a key is the number of the
 * space, the lower half the row's own, or a position in the journal.
 */
#define YD_KEY_BASE(space) ((gint64) (space) << 32)
#define YD_KEY_MAX_ROW     0xffffff
#define YD_KEY_MAX_POS     G_GINT64_CONSTANT (0xffffffff)

/* "Yaod" */
#define YD_APPLICATION_ID  0x59616f64

extern const char * const _yd_table_steps[];

gboolean _yd_tables_is_ours    (YdDb     *db,
                                gboolean *is_new,
                                GError  **error);
gboolean _yd_tables_needs_step (YdDb     *db,
                                gboolean *needs,
                                GError  **error);
gboolean _yd_tables_prepare    (YdDb     *db,
                                GError  **error);

char    *_yd_tables_insert_sql (YdKind    kind) G_GNUC_WARN_UNUSED_RESULT;
char    *_yd_tables_update_sql (YdKind    kind,
                                guint     field) G_GNUC_WARN_UNUSED_RESULT;
char    *_yd_tables_find_sql   (YdKind    kind) G_GNUC_WARN_UNUSED_RESULT;
char    *_yd_tables_last_sql   (YdKind    kind) G_GNUC_WARN_UNUSED_RESULT;
char    *_yd_tables_select_sql (YdKind    kind) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
_yd_field_is_number (const YdField *field)
{
  return field->type == YD_VALUE_INT || field->type == YD_VALUE_BOOL;
}

G_END_DECLS
