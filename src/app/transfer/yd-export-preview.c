/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-preview.h"

#include "yd-dates-preview.h"
#include "yd-missing-fonts.h"
#include "yd-page-pager.h"
#include "yd-table-pages.h"

/**
 * YdExportPreview:
 *
 * What will be in the file, before it is written: its pages, with the fonts that are not here; the
 * first entries of a calendar; or in words what a plan file has.
 */

struct _YdExportPreview
{
  AdwBin                parent_instance;

  /* Owned */
  YdTable              *table;          /* (nullable): of a matrix there is none */
  GCancellable         *layout;         /* (nullable): pages on their way */

  /* Template */
  GtkStack             *stack;
  YdPagePager          *pages;
  YdDatesPreview       *dates;
  GtkWidget            *fonts_box;
  GtkWidget            *fonts_icon;
  GtkLabel             *fonts_label;

  const YdExportFormat *format;
};

G_DEFINE_FINAL_TYPE (YdExportPreview, yd_export_preview, ADW_TYPE_BIN)

static void
show_fonts (YdExportPreview *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const gboolean is_pdf = self->format->has_paper && self->format->format == YD_FORMAT_PDF;
  gboolean all_here;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->fonts_box, self->format->has_paper && self->table != NULL);
  if (self->table == NULL)
    return;

  words = yd_fonts_dup_words (yd_table_get_style (self->table),
                              pango_context_get_font_map (context), is_pdf, &all_here);
  gtk_widget_set_visible (self->fonts_icon, !all_here);
  gtk_label_set_label (self->fonts_label, words);
}

static YdPages *
finish (GObject      *object,
        GAsyncResult *result)
{
  return object != NULL ? yd_page_maker_make_finish (YD_PAGE_MAKER (object), result, NULL)
                        : yd_table_pages_new_finish (result, NULL);
}

static void
pages_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr(YdExportPreview) self = g_weak_ref_get (weak);
  g_autoptr(YdPages) pages = finish (object, result);

  g_weak_ref_clear (weak);
  /* Another choice was made meanwhile, or the dialog is gone. */
  if (pages == NULL || self == NULL)
    return;

  yd_page_pager_set_pages (self->pages, pages);
  g_clear_object (&self->layout);
}

static void
yd_export_preview_dispose (GObject *object)
{
  YdExportPreview *self = YD_EXPORT_PREVIEW (object);

  g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->table, yd_table_unref);

  G_OBJECT_CLASS (yd_export_preview_parent_class)->dispose (object);
}

static void
yd_export_preview_class_init (YdExportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_preview_dispose;

  g_type_ensure (YD_TYPE_PAGE_PAGER);
  g_type_ensure (YD_TYPE_DATES_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, YdExportPreview, pages);
  gtk_widget_class_bind_template_child (widget_class, YdExportPreview, dates);
  gtk_widget_class_bind_template_child (widget_class, YdExportPreview, fonts_box);
  gtk_widget_class_bind_template_child (widget_class, YdExportPreview, fonts_icon);
  gtk_widget_class_bind_template_child (widget_class, YdExportPreview, fonts_label);
}

static void
yd_export_preview_init (YdExportPreview *self)
{
  self->format = yd_export_format_get (0);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows what there is to see of a file of @format. */
void
yd_export_preview_set_format (YdExportPreview      *self,
                              const YdExportFormat *format)
{
  g_return_if_fail (YD_IS_EXPORT_PREVIEW (self) && format != NULL);

  self->format = format;
  gtk_stack_set_visible_child_name (self->stack,
                                    format->is_plan ? "plan"
                                    : format == yd_export_format_get_ics () ? "dates" : "table");
  show_fonts (self);
}

/**
 * yd_export_preview_show:
 * @self: a preview
 * @table: (nullable): a table that is not changed any more
 * @maker: (nullable): or what makes the pages
 * @paper: which of the papers of @maker
 *
 * Lays its pages out. What was seen stays until they are there.
 */
void
yd_export_preview_show (YdExportPreview *self,
                        YdTable         *table,
                        YdPageMaker     *maker,
                        guint            paper)
{
  GWeakRef *weak;

  g_return_if_fail (YD_IS_EXPORT_PREVIEW (self));
  g_return_if_fail ((table == NULL) != (maker == NULL));

  g_clear_pointer (&self->table, yd_table_unref);
  self->table = table != NULL ? yd_table_ref (table) : NULL;
  show_fonts (self);

  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  g_cancellable_cancel (self->layout);
  g_clear_object (&self->layout);
  self->layout = g_cancellable_new ();
  if (maker != NULL)
    yd_page_maker_make_async (maker, paper, self->layout, pages_cb, weak);
  else
    yd_table_pages_new_async (table, self->layout, pages_cb, weak);
}

/* Shows the first entries that a calendar of @agenda will have. */
void
yd_export_preview_set_agenda (YdExportPreview *self,
                              YdAgenda        *agenda)
{
  g_return_if_fail (YD_IS_EXPORT_PREVIEW (self));

  yd_dates_preview_set_agenda (self->dates, agenda);
}
