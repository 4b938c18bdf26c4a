/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-filler.h"

/**
 * YdSourceFiller:
 *
 * Fills a buffer with a document, and tags what looks unlike the rest: in pieces, when
 * the window has nothing better to do. A character of the buffer is a character of the
 * source.
 */

/* What is done in one go: some milliseconds on a slow machine. */
#define PIECE (32 * 1024)
#define PIECE_PARAGRAPHS 300

#define LINE_HEIGHT 1.48        /* of a Chinese font's own line: 1.95 of its size */

enum { TAG_BODY, TAG_FIRST, TAG_BLANK, TAG_HEADING, TAG_UNPLACED, N_TAGS };

struct _YdSourceFiller
{
  GtkTextBuffer        *buffer;
  YdSource             *source;
  YdSourceMarks        *marks;          /* borrowed */
  GtkTextTag           *tags[N_TAGS];   /* borrowed */

  YdSourceFillerDone    done;
  gpointer              user_data;

  guint                 load_id;
  gsize                 loaded;         /* bytes */
  guint                 styled;         /* paragraphs */
  guint                 styled_marks;   /* marks and unplaced paragraphs, behind each other */
  gboolean              clean;          /* whether no tags of former marks are there */
};

static void
apply_tag (YdSourceFiller *self,
           guint           tag,
           YdSpan          span)
{
  GtkTextBuffer *buffer = self->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_buffer_apply_tag (buffer, self->tags[tag], &start, &end);
}

static void
insert_piece (YdSourceFiller *self)
{
  GtkTextBuffer *buffer = self->buffer;
  GtkTextIter end;
  gsize n_bytes;
  const char *text = yd_source_get_text (self->source, &n_bytes);
  gsize stop = MIN (self->loaded + PIECE, n_bytes);

  while (stop < n_bytes && (text[stop] & 0xC0) == 0x80)
    stop++;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags (buffer, &end, text + self->loaded, stop - self->loaded,
                                    self->tags[TAG_BODY], NULL);
  self->loaded = stop;
}

/* Blank lines become a small gap; a paragraph that begins with blanks gets the two
 * characters' width that these stand for.
 */
static void
style_paragraph (YdSourceFiller *self,
                 guint           n)
{
  YdSpan span = yd_source_get_paragraph (self->source, n);
  guint before = n > 0 ? yd_source_get_paragraph (self->source, n - 1).end + 1 : 0;
  const char *text = yd_source_get_text (self->source, NULL);
  const char *first = text + yd_source_get_offset (self->source, span.start);

  if (before < span.start)
    {
      const char *start = text + yd_source_get_offset (self->source, before);
      const char *newline = NULL;

      for (const char *c = start; c < first; c++)
        if (*c == '\n')
          newline = c;
      if (newline != NULL)
        apply_tag (self, TAG_BLANK,
                   (YdSpan) { before, yd_source_get_char (self->source, newline + 1 - text) });
    }

  if (*first == ' ' || *first == '\t')
    apply_tag (self, TAG_FIRST, span);
}

static void
remove_styles (YdSourceFiller *self)
{
  GtkTextBuffer *buffer = self->buffer;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tags[TAG_HEADING], &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tags[TAG_UNPLACED], &start, &end);
  self->clean = TRUE;
}

/* Headings are bold, what belongs to no point is dim. Returns: whether all are */
static gboolean
style_marks (YdSourceFiller *self)
{
  guint n_marks, n_unplaced;
  const YdMark *marks = yd_source_marks_get (self->marks, &n_marks);
  const YdSpan *unplaced = yd_source_marks_get_unplaced (self->marks, &n_unplaced);
  guint n_tags = 0;

  if (!self->clean)
    remove_styles (self);

  for (; n_tags < PIECE_PARAGRAPHS && self->styled_marks < n_marks + n_unplaced;
       self->styled_marks++)
    if (self->styled_marks >= n_marks)
      {
        apply_tag (self, TAG_UNPLACED, unplaced[self->styled_marks - n_marks]);
        n_tags++;
      }
    else if (marks[self->styled_marks].kind == YD_MARK_POINT)
      {
        apply_tag (self, TAG_HEADING, marks[self->styled_marks].span);
        n_tags++;
      }

  return self->styled_marks == n_marks + n_unplaced;
}

static gboolean
load_cb (gpointer user_data)
{
  YdSourceFiller *self = user_data;
  guint n_paragraphs = yd_source_get_n_paragraphs (self->source);
  gsize n_bytes;

  yd_source_get_text (self->source, &n_bytes);
  if (self->loaded < n_bytes)
    {
      insert_piece (self);
      return G_SOURCE_CONTINUE;
    }

  for (guint i = 0; i < PIECE_PARAGRAPHS && self->styled < n_paragraphs; i++)
    style_paragraph (self, self->styled++);
  if (self->styled < n_paragraphs)
    return G_SOURCE_CONTINUE;

  if (self->marks != NULL && !style_marks (self))
    return G_SOURCE_CONTINUE;

  self->load_id = 0;
  self->done (self->user_data);

  return G_SOURCE_REMOVE;
}

/**
 * yd_source_filler_new:
 * @buffer: an empty buffer
 * @done: called each time when all is there and tagged
 * @user_data: for @done
 *
 * Returns: (transfer full): a filler
 */
YdSourceFiller *
yd_source_filler_new (GtkTextBuffer      *buffer,
                      YdSourceFillerDone  done,
                      gpointer            user_data)
{
  YdSourceFiller *self = g_new0 (YdSourceFiller, 1);

  /* Nobody changes the text; GTK would keep a copy of all that goes. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  self->buffer = g_object_ref (buffer);
  self->done = done;
  self->user_data = user_data;
  self->clean = TRUE;
  self->tags[TAG_BODY] = gtk_text_buffer_create_tag (buffer, "body", "line-height", LINE_HEIGHT,
                                                     NULL);
  self->tags[TAG_FIRST] = gtk_text_buffer_create_tag (buffer, "first", "indent", 22, NULL);
  self->tags[TAG_BLANK] = gtk_text_buffer_create_tag (buffer, "blank", "scale", 0.3, NULL);
  self->tags[TAG_HEADING] = gtk_text_buffer_create_tag (buffer, "heading",
                                                        "weight", PANGO_WEIGHT_BOLD, NULL);
  self->tags[TAG_UNPLACED] = gtk_text_buffer_create_tag (buffer, "unplaced", NULL);

  return self;
}

void
yd_source_filler_free (YdSourceFiller *self)
{
  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_pointer (&self->source, yd_source_unref);
  g_object_unref (self->buffer);
  g_free (self);
}

/* What belongs to no point has @color. */
void
yd_source_filler_set_color (YdSourceFiller *self,
                            const GdkRGBA  *color)
{
  g_object_set (self->tags[TAG_UNPLACED], "foreground-rgba", color, NULL);
}

/* Begins with another text, or empties the buffer. */
void
yd_source_filler_set_source (YdSourceFiller *self,
                             YdSource       *source)
{
  g_clear_handle_id (&self->load_id, g_source_remove);
  g_clear_pointer (&self->source, yd_source_unref);
  gtk_text_buffer_set_text (self->buffer, "", 0);
  self->loaded = self->styled = self->styled_marks = 0;
  self->clean = TRUE;
  self->marks = NULL;
  if (source == NULL)
    return;

  self->source = yd_source_ref (source);
  self->load_id = g_idle_add (load_cb, self);
}

/* Tags what @marks say, which have to live until there are others. */
void
yd_source_filler_set_marks (YdSourceFiller *self,
                            YdSourceMarks  *marks)
{
  self->marks = marks;
  self->clean = self->clean && self->styled_marks == 0;
  self->styled_marks = 0;
  if (marks != NULL && self->source != NULL && self->load_id == 0)
    self->load_id = g_idle_add (load_cb, self);
}

/* Returns: whether the text still comes, or its tags */
gboolean
yd_source_filler_get_loading (YdSourceFiller *self)
{
  return self->load_id != 0;
}

/* Returns: whether nothing of the text is there yet */
gboolean
yd_source_filler_is_empty (YdSourceFiller *self)
{
  return self->loaded == 0;
}
