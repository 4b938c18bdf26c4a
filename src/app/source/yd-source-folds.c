/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-folds.h"

#include <string.h>

#include "yd-fact-fields.h"

/**
 * YdSourceFolds:
 *
 * While a document is checked, a point of which nothing is left to check takes one
 * line. No character goes: what is folded is tagged as invisible, so that a place in
 * the buffer is one in the document as before.
 */

#define HEADING 32              /* characters that stay at most */
#define PIECE 200               /* blocks that change in one go */
#define LOOK_PIECE 4000         /* marks that are looked at in one go */

typedef enum
{
  OPEN,
  FOLDED,
  WHOLE,                        /* open, and cannot be folded */
} State;

struct _YdSourceFolds
{
  GtkTextBuffer *buffer;
  GtkTextTag    *hidden;
  GtkTextTag    *heading;
  YdSourceMarks *marks;         /* of the text, whose blocks these are */
  GByteArray    *now;           /* a State for each block */
  GByteArray    *wanted;
  guint          n_looked;      /* marks of which it is known what they keep open */
  guint          first;         /* from which on they may differ, once that is known of all */
  guint          idle_id;
};

/* Returns: a new one for @buffer, which it holds */
YdSourceFolds *
yd_source_folds_new (GtkTextBuffer *buffer)
{
  YdSourceFolds *self = g_new0 (YdSourceFolds, 1);

  self->buffer = g_object_ref (buffer);
  self->heading = gtk_text_buffer_create_tag (buffer, "folded", "weight", PANGO_WEIGHT_NORMAL,
                                              NULL);
  self->hidden = gtk_text_buffer_create_tag (buffer, "hidden", "invisible", TRUE, NULL);
  self->now = g_byte_array_new ();
  self->wanted = g_byte_array_new ();

  return self;
}

void
yd_source_folds_free (YdSourceFolds *self)
{
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_byte_array_unref (self->now);
  g_byte_array_unref (self->wanted);
  g_object_unref (self->buffer);
  g_free (self);
}

/* Headings of folded points have @color. */
void
yd_source_folds_set_color (YdSourceFolds *self,
                           const GdkRGBA *color)
{
  g_object_set (self->heading, "foreground-rgba", color, NULL);
}

/* The text or its blocks are other ones: nothing is folded. */
void
yd_source_folds_reset (YdSourceFolds *self)
{
  GtkTextIter start, end;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  self->marks = NULL;
  if (self->now->len == 0)
    return;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->hidden, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->heading, &start, &end);
  g_byte_array_set_size (self->now, 0);
  g_byte_array_set_size (self->wanted, 0);
}

/* What stays of a block, and what goes: all behind its heading but the end of its last
 * line. Returns: whether anything goes
 */
static gboolean
measure (YdSourceFolds       *self,
         const YdMarkedBlock *block,
         YdSpan              *stays,
         YdSpan              *goes)
{
  const YdMark *heading = yd_source_marks_find_row (self->marks, block->point);
  guint end = heading != NULL ? heading->span.end : block->span.start + HEADING;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, block->span.end);
  while (gtk_text_iter_get_offset (&iter) > (int) block->span.start &&
         gtk_text_iter_backward_char (&iter) &&
         g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    ;
  end = MIN (end, block->span.start + HEADING);
  *stays = (YdSpan) { block->span.start, end };
  *goes = (YdSpan) { end, gtk_text_iter_get_offset (&iter) + 1 };

  return goes->start < goes->end;
}

/* In a text without paragraphs the next point follows in the same line, where GTK 4.8 does not know
 * the place of what stands behind something hidden: there nothing is folded.
 */
static gboolean
ends_line (YdSourceFolds       *self,
           const YdMarkedBlock *block)
{
  YdSpan stays, goes;
  GtkTextIter iter;

  measure (self, block, &stays, &goes);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, MAX (stays.end, goes.end));
  while (!gtk_text_iter_ends_line (&iter) && g_unichar_isspace (gtk_text_iter_get_char (&iter)))
    gtk_text_iter_forward_char (&iter);

  return gtk_text_iter_ends_line (&iter);
}

static void
set_tag (YdSourceFolds *self,
         GtkTextTag    *tag,
         YdSpan         span,
         gboolean       wanted)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, span.end);
  if (wanted)
    gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
  else
    gtk_text_buffer_remove_tag (self->buffer, tag, &start, &end);
}

static void
change (YdSourceFolds       *self,
        guint                i,
        const YdMarkedBlock *block)
{
  const gboolean folded = self->wanted->data[i] == FOLDED;
  YdSpan stays, goes;
  gboolean hides = measure (self, block, &stays, &goes);

  if (folded && !ends_line (self, block))
    {
      self->now->data[i] = WHOLE;
      return;
    }

  self->now->data[i] = self->wanted->data[i];
  /* A chapter may be nothing but its heading. */
  set_tag (self, self->heading, stays, folded);
  if (hides)
    set_tag (self, self->hidden, goes, folded);
}

/* Returns: whether there is more to do */
static gboolean
change_more (YdSourceFolds *self)
{
  guint n_blocks, n_changed = 0;
  const YdMarkedBlock *blocks = yd_source_marks_get_blocks (self->marks, &n_blocks);

  for (; self->first < n_blocks && n_changed < PIECE; self->first++)
    if (self->now->data[self->first] != WHOLE &&
        self->now->data[self->first] != self->wanted->data[self->first])
      {
        change (self, self->first, &blocks[self->first]);
        n_changed++;
      }

  return self->first < n_blocks;
}

/* A duty stands in the text of its point: both stay open. */
static void
keep_open (YdSourceFolds       *self,
           YdPoint             *point,
           const YdMarkedBlock *blocks,
           guint                character)
{
  for (; point != NULL; point = yd_point_get_parent (point))
    {
      const YdMarkedBlock *block = yd_source_marks_find_block (self->marks, point);

      if (block != NULL && block->span.start <= character && character < block->span.end)
        self->wanted->data[block - blocks] = OPEN;
    }
}

/* Begins to find out what shall be folded: all but what the marks keep open. */
static void
begin (YdSourceFolds *self,
       gboolean       folding,
       YdPoint       *open)
{
  guint n_marks;
  guint n_blocks;
  const YdMarkedBlock *blocks = yd_source_marks_get_blocks (self->marks, &n_blocks);
  const YdMarkedBlock *opened = open != NULL ? yd_source_marks_find_block (self->marks, open)
                                             : NULL;

  memset (self->wanted->data, folding ? FOLDED : OPEN, n_blocks);
  yd_source_marks_get (self->marks, &n_marks);
  if (folding && opened != NULL)
    keep_open (self, open, blocks, opened->span.start);
  self->n_looked = folding ? 0 : n_marks;
  self->first = 0;
}

/* Returns: whether there is more to do */
static gboolean
look_more (YdSourceFolds *self)
{
  guint n_blocks, n_marks, end;
  const YdMarkedBlock *blocks = yd_source_marks_get_blocks (self->marks, &n_blocks);
  const YdMark *marks = yd_source_marks_get (self->marks, &n_marks);

  for (end = MIN (n_marks, self->n_looked + LOOK_PIECE); self->n_looked < end; self->n_looked++)
    {
      const YdMark *mark = &marks[self->n_looked];

      if (yd_fact_is_proposed (mark->row))
        keep_open (self, mark->point, blocks, mark->span.start);
    }

  return self->n_looked < n_marks;
}

static gboolean
go_on (YdSourceFolds *self)
{
  return look_more (self) || change_more (self);
}

static gboolean
go_on_cb (gpointer user_data)
{
  YdSourceFolds *self = user_data;

  if (go_on (self))
    return G_SOURCE_CONTINUE;

  self->idle_id = 0;

  return G_SOURCE_REMOVE;
}

/**
 * yd_source_folds_update:
 * @self: folds
 * @marks: (nullable): what was read from the text, which has to be all there
 * @folding: whether anything is folded at all
 * @open: (nullable): the point that is not, whatever is left to check there
 *
 * Folds and unfolds what that asks for: at once if it is little, else in pieces.
 */
void
yd_source_folds_update (YdSourceFolds *self,
                        YdSourceMarks *marks,
                        gboolean       folding,
                        YdPoint       *open)
{
  guint n_blocks = 0;

  if (marks != self->marks)
    yd_source_folds_reset (self);
  if (marks == NULL || (!folding && self->now->len == 0))
    return;

  self->marks = marks;
  yd_source_marks_get_blocks (marks, &n_blocks);
  if (self->now->len == 0 && n_blocks > 0)
    {
      g_byte_array_set_size (self->now, n_blocks);
      g_byte_array_set_size (self->wanted, n_blocks);
      memset (self->now->data, OPEN, n_blocks);
    }
  if (n_blocks == 0)
    return;

  begin (self, folding, open);
  if (go_on (self) && self->idle_id == 0)
    self->idle_id = g_idle_add (go_on_cb, self);
}

/* Returns: whether @character is not to be seen, or is of a line that is folded */
gboolean
yd_source_folds_hide (YdSourceFolds *self,
                      guint          character)
{
  GtkTextIter iter;

  if (self->now->len == 0)
    return FALSE;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, character);

  return gtk_text_iter_has_tag (&iter, self->hidden) ||
         gtk_text_iter_has_tag (&iter, self->heading);
}

/* Returns: whether the block of that number is folded; @end is where its heading ends */
gboolean
yd_source_folds_get (YdSourceFolds *self,
                     guint          block,
                     guint         *end)
{
  YdSpan stays, goes;
  guint n_blocks;

  if (block >= self->now->len || self->now->data[block] != FOLDED ||
      !measure (self, &yd_source_marks_get_blocks (self->marks, &n_blocks)[block], &stays, &goes))
    return FALSE;

  *end = stays.end;

  return TRUE;
}
