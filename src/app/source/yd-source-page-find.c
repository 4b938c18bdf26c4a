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

/* The place of @words nearest to @from on the side of @step, or, where there is none, the one
 * from the other end of @text.
 */
static const char *
search (const char *text,
        const char *from,
        const char *words,
        int         step)
{
  const char *found = step < 0 ? g_strrstr_len (text, from - text, words) : strstr (from, words);

  if (found == NULL)
    found = step < 0 ? g_strrstr (text, words) : strstr (text, words);

  return found;
}

/* A point that is checked is folded while others are: it is chosen, and so opened. */
static void
open_block (YdSourcePage *self,
            guint         character)
{
  YdSourceMarks *marks = yd_source_text_get_marks (self->text);
  const YdMarkedBlock *block = marks != NULL ? yd_source_marks_get_block_at (marks, character)
                                             : NULL;

  if (block != NULL && character < block->span.end)
    _yd_source_page_choose (self, block->point, NULL);
}

static gboolean
find_words (YdSourcePage *self,
            const char   *words,
            int           step)
{
  YdSource *source = yd_source_text_get_source (self->text);
  const char *text = yd_source_get_text (source, NULL);
  guint from = MIN (yd_source_text_get_place (self->text) + (step > 0 ? 1 : 0),
                    yd_source_get_n_chars (source));
  const char *found = search (text, text + yd_source_get_offset (source, from), words, step);
  guint start;

  if (found == NULL)
    return FALSE;

  start = yd_source_get_char (source, found - text);
  if (self->reviewing)
    open_block (self, start);
  select_span (self, (YdSpan) { start, start + g_utf8_strlen (words, -1) });

  return TRUE;
}

/* Finds what stands in the field, where the cursor is or behind it; with a @step of 1, the next
 * place of it, and of -1 the one before.
 */
void
_yd_source_page_find (YdSourcePage *self,
                      int           step)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean found = TRUE;

  if (*text != '\0' && yd_source_text_get_source (self->text) != NULL)
    found = find_path (self, text) || find_words (self, text, step);

  if (found)
    gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
}

/* While what was read is checked, the field stands in the place of what belongs to that.
 *
 * Returns: whether there is a text in which to find something
 */
gboolean
_yd_source_page_open_find (YdPage *page)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);

  if (yd_source_text_get_source (self->text) == NULL)
    return FALSE;

  gtk_stack_set_visible_child_name (self->tools, "source");

  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Back to where a person was before the field was opened. */
void
_yd_source_page_end_find (YdSourcePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->reviewing)
    {
      gtk_stack_set_visible_child_name (self->tools, "review");
      yd_review_list_focus_later (self->review);
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Returns: whether there is a text in which to find something */
gboolean
_yd_source_page_find_next (YdPage *page,
                           int     step)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return _yd_source_page_open_find (page);

  _yd_source_page_find (self, step);

  return yd_source_text_get_source (self->text) != NULL;
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
