/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-dates-preview.h"

#include <glib/gi18n-lib.h>

/**
 * YdDatesPreview:
 *
 * The first of the entries that a calendar will show, each with its day.
 */

struct _YdDatesPreview
{
  AdwBin  parent_instance;

  guint   n_rows;
};

G_DEFINE_FINAL_TYPE (YdDatesPreview, yd_dates_preview, ADW_TYPE_BIN)

/* Enough to see what it will be like. */
#define MAX_ROWS 50

static GtkWidget *
make_row (const YdAgendaItem *item)
{
  const char *tag = item->step != NULL                  ? _("Clock")
                    : yd_agenda_item_is_internal (item) ? _("Internal Target")
                                                        : NULL;
  g_autofree char *task = yd_agenda_item_dup_task (item);
  g_autofree char *day = yd_due_dup_day (&item->due);
  g_autofree char *line = g_strconcat (day, tag != NULL ? "  " : NULL, tag, NULL);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), task);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static GtkWidget *
make_rest (guint n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);

  return row;
}

static GtkWidget *
make_list (YdAgenda *agenda,
           guint     n)
{
  GtkWidget *list = gtk_list_box_new ();
  const guint n_all = yd_agenda_get_n_dated (agenda);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Preview of the first entries"), -1);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (yd_agenda_get_item (agenda, i)));
  if (n < n_all)
    gtk_list_box_append (GTK_LIST_BOX (list), make_rest (n_all - n));

  return list;
}

static GtkWidget *
make_nothing (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE,
                       "icon-name", "x-office-calendar-symbolic",
                       "title", _("Nothing Is Due"),
                       "description", _("Neither in these days nor for this unit"),
                       NULL);
}

static void
yd_dates_preview_class_init (YdDatesPreviewClass *klass)
{
}

static void
yd_dates_preview_init (YdDatesPreview *self)
{
}

/* Shows the first entries of @agenda. */
void
yd_dates_preview_set_agenda (YdDatesPreview *self,
                             YdAgenda       *agenda)
{
  GtkWidget *clamp;

  g_return_if_fail (YD_IS_DATES_PREVIEW (self) && agenda != NULL);

  self->n_rows = MIN (yd_agenda_get_n_dated (agenda), MAX_ROWS);
  if (self->n_rows == 0)
    {
      adw_bin_set_child (ADW_BIN (self), make_nothing ());
      return;
    }

  clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 560, "margin-top", 24, "margin-bottom", 24,
                        "margin-start", 24, "margin-end", 24,
                        "child", make_list (agenda, self->n_rows), NULL);
  adw_bin_set_child (ADW_BIN (self), clamp);
}

/* Returns: how many entries are shown */
guint
yd_dates_preview_get_n_rows (YdDatesPreview *self)
{
  g_return_val_if_fail (YD_IS_DATES_PREVIEW (self), 0);

  return self->n_rows;
}
