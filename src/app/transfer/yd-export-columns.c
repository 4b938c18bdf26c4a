/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-columns.h"

#include <glib/gi18n-lib.h>

/**
 * YdExportColumns:
 *
 * The columns that a table may have, each with a switch and with how much stands in it. One
 * that is empty in the whole plan is off at first.
 */

struct _YdExportColumns
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  GPtrArray           *switches;        /* GtkSwitch: borrowed, in the order of the columns */
};

G_DEFINE_FINAL_TYPE (YdExportColumns, yd_export_columns, ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (YdExportColumns *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* In how many rows of tasks something stands, and in how many nothing. */
static guint
count_filled (YdTable *table,
              guint    column,
              guint   *n_empty)
{
  guint n_filled = 0;

  *n_empty = 0;
  for (guint row = 0; row < yd_table_get_n_rows (table); row++)
    {
      const char *text;

      if (yd_table_get_band (table, row, NULL) != NULL)
        continue;

      text = yd_table_get_text (table, row, column, NULL);
      if (text != NULL && *text != '\0')
        n_filled++;
      else
        (*n_empty)++;
    }

  return n_filled;
}

static char *
make_column_words (const char *key,
                   guint       n_filled,
                   guint       n_empty)
{
  if (g_str_equal (key, "note"))
    return g_strdup (_("Left empty, to be written in by hand"));
  if (n_filled == 0)
    return g_strdup (_("Empty in the whole plan"));
  if (n_empty == 0)
    return g_strdup (_("Filled in every row"));

  return g_strdup_printf (_("Filled in %u rows, empty in %u"), n_filled, n_empty);
}

static void
add_column (YdExportColumns *self,
            YdTable         *table,
            guint            i)
{
  const YdColumn column = yd_table_get_column (table, i);
  guint n_empty, n_filled = count_filled (table, i, &n_empty);
  g_autofree char *words = make_column_words (column.key, n_filled, n_empty);
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), n_filled > 0);
  g_object_set_data_full (G_OBJECT (toggle), "key", g_strdup (column.key), g_free);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column.heading);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->switches, toggle);
}

static void
yd_export_columns_finalize (GObject *object)
{
  g_clear_pointer (&YD_EXPORT_COLUMNS (object)->switches, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_export_columns_parent_class)->finalize (object);
}

static void
yd_export_columns_class_init (YdExportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_export_columns_finalize;

  /**
   * YdExportColumns::changed:
   * @self: the columns
   *
   * A column is to be shown now, or no more.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_export_columns_init (YdExportColumns *self)
{
  self->switches = g_ptr_array_new ();
}

/**
 * yd_export_columns_set_table:
 * @self: the columns
 * @table: a table with all columns
 *
 * Offers the columns of @table; once. Without the tasks there is no table: nobody is asked
 * about them.
 */
void
yd_export_columns_set_table (YdExportColumns *self,
                             YdTable         *table)
{
  g_return_if_fail (YD_IS_EXPORT_COLUMNS (self));

  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    if (!g_str_equal (yd_table_get_column (table, i).key, "task"))
      add_column (self, table, i);
}

/* Returns: (transfer container): the keys of the columns to be shown, and %NULL */
GPtrArray *
yd_export_columns_list_keys (YdExportColumns *self)
{
  GPtrArray *keys;

  g_return_val_if_fail (YD_IS_EXPORT_COLUMNS (self), NULL);

  keys = g_ptr_array_new ();
  for (guint i = 0; i < self->switches->len; i++)
    if (gtk_switch_get_active (g_ptr_array_index (self->switches, i)))
      g_ptr_array_add (keys, g_object_get_data (g_ptr_array_index (self->switches, i), "key"));
  g_ptr_array_add (keys, NULL);

  return keys;
}

/* Shows or hides a column by its key. Returns: whether a person may choose that */
gboolean
yd_export_columns_set_shown (YdExportColumns *self,
                             const char      *key,
                             gboolean         shown)
{
  g_return_val_if_fail (YD_IS_EXPORT_COLUMNS (self), FALSE);

  for (guint i = 0; i < self->switches->len; i++)
    {
      GtkSwitch *toggle = g_ptr_array_index (self->switches, i);

      if (g_strcmp0 (g_object_get_data (G_OBJECT (toggle), "key"), key) != 0)
        continue;

      gtk_switch_set_active (toggle, shown);
      return TRUE;
    }

  return FALSE;
}
