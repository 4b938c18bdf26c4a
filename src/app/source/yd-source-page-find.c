/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-page-private.h"

#include <string.h>

/* Finding in the text, by words or by a path such as 五(四). */

/* What people type is not always what is printed. */
static char *
fold_path (const char *text)
{
  GString *path = g_string_new (text);

  g_string_replace (path, "（", "(", 0);
  g_string_replace (path, "）", ")", 0);
  g_string_replace (path, " ", "", 0);
  g_string_replace (path, "/", "", 0);

  return g_string_free (path, FALSE);
}

static gboolean
find_path (YdSourcePage *self,
           const char   *text)
{
  YdSourceMarks *marks = yd_source_text_get_marks (self->text);
  g_autofree char *path = fold_path (text);
  guint n_blocks = 0;
  const YdMarkedBlock *blocks = marks != NULL ? yd_source_marks_get_blocks (marks, &n_blocks)
                                              : NULL;

  for (guint i = 0; i < n_blocks; i++)
    if (g_str_equal (blocks[i].path, path))
      {
        _yd_source_page_choose (self, blocks[i].point, NULL);
        return TRUE;
      }

  return FALSE;
}

static void
select_span (YdSourcePage *self,
             YdSpan        span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_buffer_select_range (buffer, &start, &end);
  yd_source_text_scroll_to (self->text, span);
}

/* Goes on at the start of the text when there is nothing behind the cursor. */
static gboolean
find_words (YdSourcePage *self,
            const char   *words,
            gboolean      again)
{
  YdSource *source = yd_source_text_get_source (self->text);
  const char *text = yd_source_get_text (source, NULL);
  guint from = MIN (yd_source_text_get_place (self->text) + (again ? 1 : 0),
                    yd_source_get_n_chars (source));
  const char *found = strstr (text + yd_source_get_offset (source, from), words);
  guint start;

  if (found == NULL)
    found = strstr (text, words);
  if (found == NULL)
    return FALSE;

  start = yd_source_get_char (source, found - text);
  select_span (self, (YdSpan) { start, start + g_utf8_strlen (words, -1) });

  return TRUE;
}

/* Finds what stands in the field; with @again, the next place of it. */
void
_yd_source_page_find (YdSourcePage *self,
                      gboolean      again)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean found = TRUE;

  if (*text != '\0' && yd_source_text_get_source (self->text) != NULL)
    found = find_path (self, text) || find_words (self, text, again);

  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
}

/* Returns: whether there is a text in which to find something */
gboolean
_yd_source_page_open_find (YdPage *page)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);

  if (yd_source_text_get_source (self->text) == NULL)
    return FALSE;

  yd_source_page_set_reviewing (self, FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _yd_source_page_open_find (YD_PAGE (widget));
}

void
_yd_source_page_install_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "source.find", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "source.find",
                                       NULL);
}
