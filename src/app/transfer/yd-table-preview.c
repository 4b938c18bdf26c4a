/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-preview.h"

#include <glib/gi18n-lib.h>

/**
 * YdTablePreview:
 *
 * The head of a table and its first rows on a white sheet, with the columns as wide
 * as they will be to each other. It is no page: where a page ends is not shown.
 */

/* More than is seen without scrolling; each cell is a label, which costs time. */
#define MAX_ROWS 24

/* A long text is cut: the preview shows the form, not all words. */
#define MAX_CHARS 240

/* Of the table on the sheet, in px, if there is room. */
#define WIDTH_LANDSCAPE 640
#define WIDTH_PORTRAIT 460

/* What is beside the table: the white of the sheet and the desk. */
#define MARGINS 90

struct _YdTablePreview
{
  AdwBin parent_instance;

  int    room;
};

G_DEFINE_FINAL_TYPE (YdTablePreview, yd_table_preview, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            gboolean    centered,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (text != NULL && g_utf8_strlen (text, -1) > MAX_CHARS)
    {
      g_autofree char *head = g_utf8_substring (text, 0, MAX_CHARS);
      g_autofree char *cut = g_strconcat (head, "…", NULL);

      gtk_label_set_text (GTK_LABEL (label), cut);
    }
  else
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), centered ? 0.5 : 0);
  gtk_label_set_justify (GTK_LABEL (label), centered ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
attach_cells (GtkGrid *grid,
              YdTable *table,
              guint    row,
              int      top)
{
  for (guint i = 0; i < yd_table_get_n_columns (table); i++)
    {
      const YdCell cell = yd_table_get_cell (table, row, i);
      const gboolean centered = yd_table_get_column (table, i).align == YD_ALIGN_CENTER ||
                                cell.role == YD_CELL_MARK;
      GtkWidget *label = make_label (cell.continues ? NULL : cell.text, centered, "cell");

      gtk_grid_attach (grid, label, (int) i, top, 1, 1);
    }
}

static void
attach_heads (GtkGrid *grid,
              YdTable *table,
              int      width)
{
  const guint n = yd_table_get_n_columns (table);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += yd_table_get_column (table, i).weight;

  for (guint i = 0; i < n; i++)
    {
      const YdColumn column = yd_table_get_column (table, i);
      GtkWidget *label = make_label (column.heading, TRUE, "head");

      /* A label asks for as much as its longest line otherwise. */
      gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
      gtk_widget_set_size_request (label, (int) (width * column.weight / sum), -1);
      gtk_grid_attach (grid, label, (int) i, 0, 1, 1);
    }
}

static GtkWidget *
make_grid (YdTable *table,
           int      width)
{
  GtkWidget *grid = gtk_grid_new ();
  const guint n_rows = MIN (yd_table_get_n_rows (table), MAX_ROWS);

  attach_heads (GTK_GRID (grid), table, width);
  for (guint row = 0; row < n_rows; row++)
    {
      guint level;
      const char *band = yd_table_get_band (table, row, &level);

      if (band != NULL)
        gtk_grid_attach (GTK_GRID (grid), make_label (band, FALSE, level > 1 ? "subband" : "band"),
                         0, (int) row + 1, (int) yd_table_get_n_columns (table), 1);
      else
        attach_cells (GTK_GRID (grid), table, row, (int) row + 1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_label_set_max_width_chars (GTK_LABEL (child), 1);
  gtk_widget_add_css_class (grid, "table");

  return grid;
}

static int
get_width (YdTablePreview *self,
           YdTable        *table)
{
  const int width = yd_table_get_style (table)->landscape ? WIDTH_LANDSCAPE : WIDTH_PORTRAIT;

  return self->room > 0 ? MIN (width, self->room - MARGINS) : width;
}

static GtkWidget *
make_rest (YdTable *table)
{
  const guint n_rows = yd_table_get_n_rows (table);
  const guint n_more = n_rows > MAX_ROWS ? n_rows - MAX_ROWS : 0;
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (n_rows == 0)
    words = g_strdup (_("The plan has no points yet."));
  else if (n_more > 0)
    words = g_strdup_printf (ngettext ("and %u more row", "and %u more rows", n_more), n_more);
  label = make_label (words, TRUE, "rest");
  gtk_widget_set_visible (label, words != NULL);

  return label;
}

/**
 * yd_table_preview_set_table:
 * @self: a preview
 * @table: (nullable): what to show; nothing without it
 */
void
yd_table_preview_set_table (YdTablePreview *self,
                            YdTable        *table)
{
  GtkWidget *sheet, *title;
  const char *subtitle;

  g_return_if_fail (YD_IS_TABLE_PREVIEW (self));

  adw_bin_set_child (ADW_BIN (self), NULL);
  if (table == NULL)
    return;

  sheet = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (sheet, "yd-sheet");
  title = make_label (yd_table_get_title (table), TRUE, "title");
  gtk_label_set_max_width_chars (GTK_LABEL (title), 1);
  gtk_box_append (GTK_BOX (sheet), title);
  subtitle = yd_table_get_subtitle (table);
  if (subtitle != NULL)
    gtk_box_append (GTK_BOX (sheet), make_label (subtitle, TRUE, "sheet-subtitle"));
  gtk_box_append (GTK_BOX (sheet), make_grid (table, get_width (self, table)));
  gtk_box_append (GTK_BOX (sheet), make_rest (table));
  adw_bin_set_child (ADW_BIN (self), sheet);
}

/* How wide the place is in which it stands, in px: all columns shall be seen. It holds for
 * the next table. */
void
yd_table_preview_set_room (YdTablePreview *self,
                           int             room)
{
  g_return_if_fail (YD_IS_TABLE_PREVIEW (self));

  self->room = room;
}

static void
yd_table_preview_class_init (YdTablePreviewClass *klass)
{
}

static void
yd_table_preview_init (YdTablePreview *self)
{
}

GtkWidget *
yd_table_preview_new (void)
{
  return g_object_new (YD_TYPE_TABLE_PREVIEW, NULL);
}
