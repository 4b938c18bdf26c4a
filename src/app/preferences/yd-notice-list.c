/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-notice-list.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-notice.h"

/**
 * YdNoticeList:
 *
 * The notices of an office by year, the latest first; above them the year that comes next, as
 * long as nobody has announced it.
 */

struct _YdNoticeList
{
  AdwBin      parent_instance;

  /* Owned */
  GPtrArray  *notices;                  /* YdRow, in the order of the list */
  char       *shown;                    /* (nullable): the id of the one that is selected */

  GtkListBox *list;
  gboolean    has_next;                 /* the first row is the year that is not announced */
};

G_DEFINE_FINAL_TYPE (YdNoticeList, yd_notice_list, ADW_TYPE_BIN)

enum { SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

gboolean
yd_notice_list_is_accepted (YdRow *notice)
{
  return g_strcmp0 (yd_row_get_cell (notice, YD_NOTICE_CHECK), "confirmed") == 0;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  YdRow *first = *(YdRow * const *) a, *second = *(YdRow * const *) b;
  const int year = yd_row_get_int (second, YD_NOTICE_YEAR, 0) -
                   yd_row_get_int (first, YD_NOTICE_YEAR, 0);

  if (year != 0)
    return year;
  if (g_strcmp0 (yd_row_get_cell (first, YD_NOTICE_REGION),
                 yd_row_get_cell (second, YD_NOTICE_REGION)) != 0)
    return g_strcmp0 (yd_row_get_cell (first, YD_NOTICE_REGION),
                      yd_row_get_cell (second, YD_NOTICE_REGION));

  return yd_row_get_int (second, YD_NOTICE_VERSION, 0) -
         yd_row_get_int (first, YD_NOTICE_VERSION, 0);
}

static char *
dup_name (YdRow *notice)
{
  const char *region = yd_row_get_cell (notice, YD_NOTICE_REGION);
  const int year = yd_row_get_int (notice, YD_NOTICE_YEAR, 0);

  /* Translators: a year, or a year and the region whose notice it is */
  return region != NULL && *region != '\0' ? g_strdup_printf (_("%1$d, %2$s"), year, region)
                                           : g_strdup_printf (_("%d"), year);
}

/* 2004 to 2006 rest on one source. */
static gboolean
is_unverified (YdRow *notice)
{
  return yd_row_get_int (notice, YD_NOTICE_YEAR, 0) < 2007 &&
         yd_row_get_cell (notice, YD_NOTICE_REGION) == NULL;
}

static GtkWidget *
make_tag (const char *words,
          const char *css_class)
{
  GtkWidget *tag = gtk_label_new (words);

  gtk_widget_add_css_class (tag, "yd-tag");
  if (css_class != NULL)
    gtk_widget_add_css_class (tag, css_class);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);

  return tag;
}

/* What there is to say about a notice, in a word. */
typedef struct
{
  const char *words;            /* (nullable) */
  const char *css_class;        /* (nullable) */
} Tag;

static Tag
get_tag (YdOffice *office,
         YdRow    *notice)
{
  g_autoptr(YdNotice) read = yd_notice_new_for_row (office, notice);

  if (read->broken)
    return (Tag) { _("Damaged"), "error" };
  if (!yd_notice_list_is_accepted (notice))
    return (Tag) { _("Proposed"), "yd-proposed" };

  return (Tag) { is_unverified (notice) ? _("One source") : NULL, NULL };
}

static void
add_row (YdNoticeList *self,
         const char   *name,
         Tag           tag,
         gboolean      selectable)
{
  /* Translators: between a notice and what there is to say about it */
  g_autofree char *whole = g_strconcat (name,
                                        tag.words != NULL ? C_("between parts of a row", ", ")
                                                          : NULL,
                                        tag.words, NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (tag.words != NULL)
    gtk_box_append (GTK_BOX (box), make_tag (tag.words, tag.css_class));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), selectable);
  gtk_widget_set_sensitive (row, selectable);
  yd_accessible_set_name (row, whole);
  gtk_list_box_append (self->list, row);
}

static void
clear_list (YdNoticeList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
list_notices (YdNoticeList *self,
              YdOffice     *office)
{
  GListModel *rows = office != NULL ? yd_space_get_rows (YD_SPACE (office), YD_KIND_NOTICE) : NULL;
  const guint n = rows != NULL ? g_list_model_get_n_items (rows) : 0;

  g_ptr_array_set_size (self->notices, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->notices, g_list_model_get_item (rows, i));
  g_ptr_array_sort (self->notices, compare_rows);
}

static void
add_next (YdNoticeList *self,
          int           next)
{
  g_autofree char *name = g_strdup_printf (_("%d"), next);

  self->has_next = TRUE;
  for (guint i = 0; i < self->notices->len; i++)
    if (yd_row_get_int (g_ptr_array_index (self->notices, i), YD_NOTICE_YEAR, 0) == next)
      self->has_next = FALSE;
  if (self->has_next)
    add_row (self, name, (Tag) { _("Not announced"), NULL }, FALSE);
}

static void
selected_cb (YdNoticeList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  YdRow *notice;

  if (row == NULL)                      /* while the list is filled, or goes */
    return;

  notice = g_ptr_array_index (self->notices,
                              (guint) (gtk_list_box_row_get_index (row) - self->has_next));
  g_free (self->shown);
  self->shown = g_strdup (yd_row_get_id (notice));
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
yd_notice_list_finalize (GObject *object)
{
  YdNoticeList *self = YD_NOTICE_LIST (object);

  g_ptr_array_unref (self->notices);
  g_free (self->shown);

  G_OBJECT_CLASS (yd_notice_list_parent_class)->finalize (object);
}

static void
yd_notice_list_class_init (YdNoticeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_notice_list_finalize;

  /**
   * YdNoticeList::selected:
   * @self: the list
   *
   * Another notice is selected, or the same one after the list was filled.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yd_notice_list_init (YdNoticeList *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->notices = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Years"), -1);
  g_signal_connect_object (list, "selected-rows-changed", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), list);
}

/**
 * yd_notice_list_fill:
 * @self: a list
 * @office: (nullable): whose notices it shows
 * @next: the year that comes next
 *
 * Shows what there is now. The same notice stays selected, or else the first one is.
 */
void
yd_notice_list_fill (YdNoticeList *self,
                     YdOffice     *office,
                     int           next)
{
  guint at = 0;

  g_return_if_fail (YD_IS_NOTICE_LIST (self));

  clear_list (self);
  list_notices (self, office);
  add_next (self, next);
  for (guint i = 0; i < self->notices->len; i++)
    {
      YdRow *notice = g_ptr_array_index (self->notices, i);
      g_autofree char *name = dup_name (notice);

      add_row (self, name, get_tag (office, notice), TRUE);
      if (g_strcmp0 (yd_row_get_id (notice), self->shown) == 0)
        at = i;
    }

  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int) at + self->has_next));
}

/* Returns: (transfer none) (nullable): the notice that is selected */
YdRow *
yd_notice_list_get_selected (YdNoticeList *self)
{
  g_return_val_if_fail (YD_IS_NOTICE_LIST (self), NULL);

  for (guint i = 0; i < self->notices->len; i++)
    if (g_strcmp0 (yd_row_get_id (g_ptr_array_index (self->notices, i)), self->shown) == 0)
      return g_ptr_array_index (self->notices, i);

  return NULL;
}

/* Which notice is selected when the list is filled the next time. */
void
yd_notice_list_set_shown (YdNoticeList *self,
                          const char   *id)
{
  g_return_if_fail (YD_IS_NOTICE_LIST (self));

  g_free (self->shown);
  self->shown = g_strdup (id);
}
