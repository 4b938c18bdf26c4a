/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-marks.h"

#include <string.h>

#include "yd-fact-fields.h"
#include "yd-loose-orders.h"
#include "yd-value.h"

/* Where in a document each row of the plan was read. It is made anew when rows come
 * or go; whether a row is confirmed is asked of the row itself, so that accepting a
 * proposal needs no more than a new picture.
 */

#define PIECE 5000              /* marks that are indexed in one go */

typedef struct _Walk Walk;

struct _YdSourceMarks
{
  YdPlan     *plan;             /* keeps all rows that it ever had, so marks need not */
  Walk       *walk;             /* until all is found */
  GArray     *marks;            /* by start */
  GArray     *blocks;           /* by start */
  GArray     *unplaced;
  GArray     *runs;             /* the same, those behind each other as one */
  GHashTable *rows;             /* row → index in marks, + 1 */
  GHashTable *points;           /* point → index in blocks, + 1 */
  guint       counts[YD_N_MARK_KINDS];
  guint       longest;          /* mark, in characters */
};

/* Kept while marks are looked for, which can go on in pieces. */
struct _Walk
{
  YdSourceMarks *self;
  char          *source_id;
  YdSource      *source;
  GArray        *todo;          /* blocks whose spans are not known yet */
  GHashTable    *loose;         /* as yd_loose_orders_list() */
  guint          n_done;
  guint          n_indexed;     /* marks, then blocks, once all are found */
  gboolean       sorted;
};

static void
clear_block (YdMarkedBlock *block)
{
  g_clear_pointer (&block->path, g_free);
}

/* A cell can come from a file that another program wrote: it may say anything. */
static gboolean
get_span (Walk   *walk,
          YdRow  *row,
          YdSpan *span)
{
  g_autofree char *source_id = NULL;
  const char *cell = yd_fact_get_span (row);

  return cell != NULL && yd_value_to_span (cell, &source_id, &span->start, &span->end) &&
         g_str_equal (source_id, walk->source_id) && span->start < span->end &&
         span->end <= yd_source_get_n_chars (walk->source);
}

static void
add_mark (Walk       *walk,
          YdMarkKind  kind,
          YdSpan      span,
          YdRow      *row,
          YdPoint    *point)
{
  YdMark mark = { span, kind, row, point };

  g_array_append_val (walk->self->marks, mark);
  walk->self->counts[kind]++;
  walk->self->longest = MAX (walk->self->longest, span.end - span.start);
}

static void
add_facts (Walk       *walk,
           YdPoint    *point,
           YdKind      row_kind,
           YdMarkKind  kind)
{
  GListModel *rows = yd_row_get_rows (point, row_kind);
  guint n = g_list_model_get_n_items (rows);
  YdSpan span;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (get_span (walk, row, &span))
        add_mark (walk, kind, span, row, point);
    }
}

static void
add_loose_orders (Walk    *walk,
                  YdPoint *point)
{
  GPtrArray *rows = g_hash_table_lookup (walk->loose, point);
  YdSpan span;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (get_span (walk, g_ptr_array_index (rows, i), &span))
      add_mark (walk, YD_MARK_ORDER, span, g_ptr_array_index (rows, i), point);
}

/* The heading is what is printed up to the end of the title as it was read. A title
 * that was changed since is not there any more: then up to the first full stop.
 */
static YdSpan
find_heading (Walk    *walk,
              YdPoint *point,
              YdSpan   span)
{
  const char *title = yd_point_get_title (point);
  g_autofree char *text = yd_source_dup_text (walk->source, span);
  const char *start = text;
  const char *end = NULL;
  const char *found;

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  if (title != NULL && *title != '\0' && (found = strstr (start, title)) != NULL)
    {
      end = found + strlen (title);
      if (yd_row_get_cell (point, YD_POINT_PRINTED) == NULL)
        start = found;                          /* nothing is printed before it */
    }
  if (end == NULL || memchr (start, '\n', end - start) != NULL)
    {
      end = start + strcspn (start, "\n");
      found = strstr (start, "。");
      if (found != NULL && found < end)
        end = found;
    }

  span.end = span.start + g_utf8_strlen (text, end - text);
  span.start += g_utf8_strlen (text, start - text);

  return span;
}

/* `五/(四)` is written 五(四), as people cite it. */
static char *
shorten_path (const char *path)
{
  GString *text = g_string_new (NULL);

  for (const char *c = path; *c != '\0'; c++)
    if (*c != '/' || (c[1] != '(' && c[1] != '*'))
      g_string_append_c (text, *c);

  return g_string_free (text, FALSE);
}

static void
note_point_cb (YdPoint    *point,
               const char *path,
               guint       level,
               gpointer    user_data)
{
  Walk *walk = user_data;
  YdMarkedBlock block = { { 0, 0 }, point, g_strdup (path) };

  g_array_append_val (walk->todo, block);
}

static void
add_point (Walk                *walk,
           const YdMarkedBlock *noted)
{
  YdPoint *point = noted->point;
  YdSpan span;

  if (get_span (walk, point, &span))
    {
      YdMarkedBlock block = { span, point, shorten_path (noted->path) };
      YdSpan heading = find_heading (walk, point, span);

      g_array_append_val (walk->self->blocks, block);
      if (heading.start < heading.end)
        add_mark (walk, YD_MARK_POINT, heading, point, point);
    }

  add_facts (walk, point, YD_KIND_ASSIGNMENT, YD_MARK_UNIT);
  add_facts (walk, point, YD_KIND_DEADLINE, YD_MARK_DEADLINE);
  add_facts (walk, point, YD_KIND_DEPENDENCY, YD_MARK_ORDER);
  add_loose_orders (walk, point);
}

/* Both begin with a span. */
static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const YdSpan *one = a;
  const YdSpan *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return other->end < one->end ? -1 : other->end > one->end;
}

static void
add_unplaced (YdSourceMarks *self,
              YdSpan         paragraph,
              guint          n)
{
  YdUnplacedRun *last = self->runs->len == 0 ? NULL
                      : &g_array_index (self->runs, YdUnplacedRun, self->runs->len - 1);
  YdUnplacedRun run = { paragraph, n, n };

  g_array_append_val (self->unplaced, paragraph);
  if (last != NULL && last->last + 1 == n)
    {
      last->span.end = paragraph.end;
      last->last = n;
    }
  else
    g_array_append_val (self->runs, run);
}

static void
list_unplaced (Walk *walk)
{
  const YdMarkedBlock *blocks = (const YdMarkedBlock *) walk->self->blocks->data;
  guint n = yd_source_get_n_paragraphs (walk->source);
  guint block = 0;

  for (guint i = 0; i < n; i++)
    {
      YdSpan paragraph = yd_source_get_paragraph (walk->source, i);

      while (block < walk->self->blocks->len && blocks[block].span.end <= paragraph.start)
        block++;
      if (block == walk->self->blocks->len || blocks[block].span.start >= paragraph.end)
        add_unplaced (walk->self, paragraph, i);
    }
}

static void
sort (Walk *walk)
{
  g_array_sort (walk->self->marks, compare_spans);
  g_array_sort (walk->self->blocks, compare_spans);
  list_unplaced (walk);
  walk->sorted = TRUE;
}

static void
index_one (YdSourceMarks *self,
           guint          i)
{
  const guint n_marks = self->marks->len;

  if (i < n_marks)
    g_hash_table_insert (self->rows, g_array_index (self->marks, YdMark, i).row,
                         GUINT_TO_POINTER (i + 1));
  else
    g_hash_table_insert (self->points,
                         g_array_index (self->blocks, YdMarkedBlock, i - n_marks).point,
                         GUINT_TO_POINTER (i - n_marks + 1));
}

/* Returns: whether all are */
static gboolean
index_rows (Walk *walk)
{
  YdSourceMarks *self = walk->self;
  const guint n = self->marks->len + self->blocks->len;
  const guint end = MIN (n, walk->n_indexed + PIECE);

  for (; walk->n_indexed < end; walk->n_indexed++)
    index_one (self, walk->n_indexed);

  return walk->n_indexed == n;
}

static void
walk_free (Walk *walk)
{
  g_free (walk->source_id);
  yd_source_unref (walk->source);
  g_array_unref (walk->todo);
  g_hash_table_unref (walk->loose);
  g_free (walk);
}

/**
 * yd_source_marks_begin:
 * @plan: a plan
 * @source_id: the id of the row of @source in @plan
 * @source: the text
 *
 * Begins to look for marks; yd_source_marks_step() goes on. If rows come or go
 * meanwhile, it has to begin again.
 *
 * Returns: (transfer full): marks, without any yet
 */
YdSourceMarks *
yd_source_marks_begin (YdPlan     *plan,
                       const char *source_id,
                       YdSource   *source)
{
  YdSourceMarks *self = g_new0 (YdSourceMarks, 1);

  self->plan = g_object_ref (plan);
  self->marks = g_array_new (FALSE, FALSE, sizeof (YdMark));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (YdMarkedBlock));
  g_array_set_clear_func (self->blocks, (GDestroyNotify) clear_block);
  self->unplaced = g_array_new (FALSE, FALSE, sizeof (YdSpan));
  self->runs = g_array_new (FALSE, FALSE, sizeof (YdUnplacedRun));
  self->rows = g_hash_table_new (NULL, NULL);
  self->points = g_hash_table_new (NULL, NULL);

  self->walk = g_new0 (Walk, 1);
  self->walk->self = self;
  self->walk->source_id = g_strdup (source_id);
  self->walk->source = yd_source_ref (source);
  self->walk->todo = g_array_new (FALSE, FALSE, sizeof (YdMarkedBlock));
  g_array_set_clear_func (self->walk->todo, (GDestroyNotify) clear_block);
  self->walk->loose = yd_loose_orders_list (plan);
  yd_plan_foreach_point (plan, note_point_cb, self->walk);

  return self;
}

/* Looks at @n_points more, and after the last one puts in order what was found, in as many steps
 * as that takes. Returns: whether all is done
 */
gboolean
yd_source_marks_step (YdSourceMarks *self,
                      guint          n_points)
{
  Walk *walk = self->walk;

  if (walk == NULL)
    return TRUE;

  for (guint i = 0; i < n_points && walk->n_done < walk->todo->len; i++)
    add_point (walk, &g_array_index (walk->todo, YdMarkedBlock, walk->n_done++));
  if (walk->n_done < walk->todo->len)
    return FALSE;

  if (!walk->sorted)
    {
      sort (walk);
      return FALSE;
    }
  if (!index_rows (walk))
    return FALSE;

  g_clear_pointer (&self->walk, walk_free);

  return TRUE;
}

void
yd_source_marks_free (YdSourceMarks *self)
{
  g_clear_pointer (&self->walk, walk_free);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->points);
  g_array_unref (self->marks);
  g_array_unref (self->blocks);
  g_array_unref (self->unplaced);
  g_array_unref (self->runs);
  g_object_unref (self->plan);
  g_free (self);
}

/* Returns: (transfer none) (array length=n_marks): all marks, by start */
const YdMark *
yd_source_marks_get (YdSourceMarks *self,
                     guint         *n_marks)
{
  *n_marks = self->marks->len;

  return (const YdMark *) self->marks->data;
}

/* Returns: (transfer none) (array length=n_blocks): the text of each point, by start */
const YdMarkedBlock *
yd_source_marks_get_blocks (YdSourceMarks *self,
                            guint         *n_blocks)
{
  *n_blocks = self->blocks->len;

  return (const YdMarkedBlock *) self->blocks->data;
}

/* Returns: (transfer none) (array length=n_paragraphs): what belongs to no point */
const YdSpan *
yd_source_marks_get_unplaced (YdSourceMarks *self,
                              guint         *n_paragraphs)
{
  *n_paragraphs = self->unplaced->len;

  return (const YdSpan *) self->unplaced->data;
}

/* Returns: (transfer none) (array length=n_runs): the same by what lies between points */
const YdUnplacedRun *
yd_source_marks_get_runs (YdSourceMarks *self,
                          guint         *n_runs)
{
  *n_runs = self->runs->len;

  return (const YdUnplacedRun *) self->runs->data;
}

guint
yd_source_marks_get_count (YdSourceMarks *self,
                           YdMarkKind     kind)
{
  g_return_val_if_fail (kind < YD_N_MARK_KINDS, 0);

  return self->counts[kind];
}

/* Returns: the first mark that can reach to @character or begins behind it */
guint
yd_source_marks_find_from (YdSourceMarks *self,
                           guint          character)
{
  guint first = character > self->longest ? character - self->longest : 0;
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, YdMark, middle).span.start < first)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * yd_source_marks_find_at:
 * @self: marks
 * @character: a place in the text
 * @kinds: which kinds count, a bit for each
 *
 * Returns: (transfer none) (nullable): the shortest mark over @character
 */
const YdMark *
yd_source_marks_find_at (YdSourceMarks *self,
                         guint          character,
                         guint          kinds)
{
  const YdMark *best = NULL;

  for (guint i = yd_source_marks_find_from (self, character); i < self->marks->len; i++)
    {
      const YdMark *mark = &g_array_index (self->marks, YdMark, i);

      if (mark->span.start > character)
        break;
      if (character < mark->span.end && (kinds & 1u << mark->kind) != 0 &&
          (best == NULL ||
           mark->span.end - mark->span.start < best->span.end - best->span.start))
        best = mark;
    }

  return best;
}

/* Returns: (transfer none) (nullable): where @row was read */
const YdMark *
yd_source_marks_find_row (YdSourceMarks *self,
                          YdRow         *row)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, row));

  return i > 0 ? &g_array_index (self->marks, YdMark, i - 1) : NULL;
}

/* Returns: (transfer none) (nullable): the text of @point */
const YdMarkedBlock *
yd_source_marks_find_block (YdSourceMarks *self,
                            YdPoint       *point)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->points, point));

  return i > 0 ? &g_array_index (self->blocks, YdMarkedBlock, i - 1) : NULL;
}

/* Returns: the first block that begins behind @character, or how many there are */
static guint
find_block_behind (YdSourceMarks *self,
                   guint          character)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->blocks, YdMarkedBlock, middle).span.start <= character)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Returns: (transfer none) (nullable): the text of a point that begins last before
 *   @character, whether it reaches there or not
 */
const YdMarkedBlock *
yd_source_marks_get_block_at (YdSourceMarks *self,
                              guint          character)
{
  guint behind = find_block_behind (self, character);

  return behind > 0 ? &g_array_index (self->blocks, YdMarkedBlock, behind - 1) : NULL;
}

/* Returns: (transfer none) (nullable): the text of a point that begins first behind
 *   @character
 */
const YdMarkedBlock *
yd_source_marks_get_block_from (YdSourceMarks *self,
                                guint          character)
{
  guint behind = find_block_behind (self, character);

  return behind < self->blocks->len ? &g_array_index (self->blocks, YdMarkedBlock, behind)
                                    : NULL;
}
