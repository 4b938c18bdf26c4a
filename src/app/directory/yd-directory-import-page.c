/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-import-page.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-tooltip.h"

/**
 * YdDirectoryImportPage:
 *
 * What would come of a table of units before it is taken over: what was not understood first,
 * then what changes, then what is new. What stays as it is is only counted.
 */

struct _YdDirectoryImportPage
{
  AdwBin      parent_instance;

  /* Borrowed */
  GtkLabel   *summary;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (YdDirectoryImportPage, yd_directory_import_page, ADW_TYPE_BIN)

/* More lines are not read by anybody; they are counted. */
#define MAX_LINES 500

static const struct
{
  YdImportState  state;
  const char    *words;
  const char    *css_class;
} states[] = {
  { YD_IMPORT_NOT_UNDERSTOOD, NC_("import", "Not Understood"), "yd-proposed" },
  { YD_IMPORT_CHANGED,        NC_("import", "Changed"),        NULL },
  { YD_IMPORT_NEW,            NC_("import", "New"),            NULL },
};

static void
clear (YdDirectoryImportPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

/* A column is as wide in each line; what does not fit is in the tooltip. */
static GtkWidget *
make_label (const char *words,
            int         width)
{
  return g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "ellipsize",
                       PANGO_ELLIPSIZE_END, "width-chars", width, "max-width-chars", width, NULL);
}

static void
add_line (YdDirectoryImportPage *self,
          const YdImportLine    *line,
          const char            *state,
          const char            *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *tag = g_object_new (GTK_TYPE_LABEL, "label", state, "width-chars", 8, NULL);
  g_autofree char *place = g_strdup_printf (_("Row %u"), line->line);
  g_autofree char *spoken = g_strjoin (_(", "), place, state, line->name, line->words, NULL);
  GtkWidget *words = make_label (line->words != NULL ? line->words : "", 20);

  gtk_widget_add_css_class (tag, "yd-tag");
  if (css_class != NULL)
    gtk_widget_add_css_class (tag, css_class);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), make_label (place, 6));
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), make_label (line->name, 20));
  gtk_box_append (GTK_BOX (box), words);
  yd_tooltip_set (box, spoken);
  gtk_list_box_append (self->list, box);
  yd_accessible_set_name (gtk_widget_get_parent (box), spoken);
}

static void
add_lines (YdDirectoryImportPage *self,
           GPtrArray             *lines)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint j = 0; j < lines->len && n < MAX_LINES; j++)
      {
        const YdImportLine *line = g_ptr_array_index (lines, j);

        if (line->state != states[i].state)
          continue;
        add_line (self, line, g_dpgettext2 (GETTEXT_PACKAGE, "import", states[i].words),
                  states[i].css_class);
        n++;
      }
}

static void
yd_directory_import_page_class_init (YdDirectoryImportPageClass *klass)
{
}

static void
yd_directory_import_page_init (YdDirectoryImportPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-start", 16,
                                "margin-end", 16, "margin-top", 12, "margin-bottom", 10, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "yd-import-lines");
  yd_accessible_set_name (GTK_WIDGET (self->list), _("What the Table Changes"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                "vexpand", TRUE, "child", self->list, NULL));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
yd_directory_import_page_new (void)
{
  return g_object_new (YD_TYPE_DIRECTORY_IMPORT_PAGE, NULL);
}

/* Shows what would come of @import. */
void
yd_directory_import_page_show (YdDirectoryImportPage *self,
                               YdDirectoryImport     *import)
{
  g_autofree char *words = NULL;

  g_return_if_fail (YD_IS_DIRECTORY_IMPORT_PAGE (self));

  /* Translators: counts of lines of a table */
  words = g_strdup_printf (_("%1$u new, %2$u changed, %3$u as they are, %4$u not understood. "
                             "Nothing is taken out of the directory."),
                           yd_directory_import_count (import, YD_IMPORT_NEW),
                           yd_directory_import_count (import, YD_IMPORT_CHANGED),
                           yd_directory_import_count (import, YD_IMPORT_SAME),
                           yd_directory_import_count (import, YD_IMPORT_NOT_UNDERSTOOD));
  gtk_label_set_label (self->summary, words);
  clear (self);
  add_lines (self, yd_directory_import_get_lines (import));
}
