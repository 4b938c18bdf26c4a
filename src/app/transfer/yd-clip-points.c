/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clip-points.h"

#include <string.h>

#include "yd-clip-rows.h"

/* What rows of a table and lines of a text mean as points. How deep a point stands its
 * number says: 一、 over （一） over 1. over （1） over ①, as in GB/T 9704-2012, 7.3.3.
 */

/* A first sentence that is longer is no title. */
#define MAX_TITLE_CHARS 60

/* A heading of the table is in one of the first rows, or there is none. */
#define MAX_HEAD_ROW 4

typedef enum
{
  COLUMN_NONE,
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_TEXT,
  COLUMN_LEAD,
  COLUMN_RESPONSIBLE,
  COLUMN_SUPPORT,
  COLUMN_DEADLINE,
  N_COLUMNS,
} Column;

/* What offices write over a column; the first that is found in a heading decides. */
static const struct
{
  const char *word;
  Column      column;
} headings[] = {
  { "序号", COLUMN_NUMBER }, { "编号", COLUMN_NUMBER },
  { "牵头", COLUMN_LEAD }, { "主办", COLUMN_LEAD },
  { "配合", COLUMN_SUPPORT }, { "协办", COLUMN_SUPPORT }, { "参与单位", COLUMN_SUPPORT },
  { "责任", COLUMN_RESPONSIBLE }, { "负责", COLUMN_RESPONSIBLE }, { "承办", COLUMN_RESPONSIBLE },
  { "时限", COLUMN_DEADLINE }, { "期限", COLUMN_DEADLINE }, { "完成时间", COLUMN_DEADLINE },
  { "内容", COLUMN_TEXT }, { "措施", COLUMN_TEXT }, { "具体任务", COLUMN_TEXT },
  { "任务", COLUMN_TITLE }, { "要点", COLUMN_TITLE }, { "事项", COLUMN_TITLE },
  { "标题", COLUMN_TITLE }, { "项目", COLUMN_TITLE },
};

/* A heading is a word or two; what is longer only mentions them. */
#define MAX_HEADING_CHARS 12

static const char * const blanks[] = { " ", "\t", "　", "\r" };

static const char *
skip_blanks (const char *c)
{
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (g_str_has_prefix (c, blanks[i]))
      {
        c += strlen (blanks[i]);
        i = (guint) -1;
      }

  return c;
}

static char *
dup_stripped (const char *text,
              gsize       len)
{
  GString *out = g_string_new (NULL);
  const char *begin = skip_blanks (text);

  if (begin < text + len)
    g_string_append_len (out, begin, text + len - begin);
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    if (g_str_has_suffix (out->str, blanks[i]))
      {
        g_string_truncate (out, out->len - strlen (blanks[i]));
        i = (guint) -1;
      }

  return g_string_free (out, FALSE);
}

/* Numbers */

static gboolean
is_numeral (const char *c)
{
  static const char digits[] = "一二三四五六七八九十百〇零";
  const gunichar ch = g_utf8_get_char (c);

  return ch < 0x80 ? g_ascii_isdigit (*c)
                   : (ch >= 0xff10 && ch <= 0xff19) || g_utf8_strchr (digits, -1, ch) != NULL;
}

static gboolean
is_arabic (const char *c)
{
  const gunichar ch = g_utf8_get_char (c);

  return g_ascii_isdigit (*c) || (ch >= 0xff10 && ch <= 0xff19);
}

static const char *
skip_numeral (const char *c)
{
  for (guint n = 0; n < 6 && *c != '\0' && is_numeral (c); n++)
    c = g_utf8_next_char (c);

  return c;
}

static const char *
skip_one_of (const char         *c,
             const char * const *signs)
{
  for (; *signs != NULL; signs++)
    if (g_str_has_prefix (c, *signs))
      return c + strlen (*signs);

  return c;
}

/*
 * The number in front of a line.
 * @rank: (out): 1 for 一、 … 6 for a dash; 0 if there is none
 *
 * Returns: behind the number
 */
static const char *
read_number (const char *line,
             guint      *rank)
{
  static const char * const open[] = { "（", "(", NULL };
  static const char * const close[] = { "）", ")", NULL };
  static const char * const stops[] = { "、", "．", ".", NULL };
  static const char * const dashes[] = { "- ", "• ", "· ", "● ", "— ", NULL };
  const char *inner = skip_one_of (line, open);
  const char *end = skip_numeral (inner);
  const char *behind;
  const gboolean arabic = end > inner && is_arabic (inner);
  const gunichar ch = g_utf8_get_char (line);

  *rank = 0;
  if (ch >= 0x2460 && ch <= 0x2473)             /* ① … ⑳ */
    *rank = 5;
  if (*rank == 5)
    return g_utf8_next_char (line);

  behind = skip_one_of (line, dashes);
  *rank = behind > line ? 6 : 0;
  if (*rank == 6 || end == inner)
    return behind;

  behind = skip_one_of (end, inner > line ? close : stops);

  /* 3.5 is a quantity, and so is 1 without a stop. */
  if (behind == end || (inner == line && arabic && end[0] == '.' && is_arabic (behind)))
    return line;

  *rank = inner > line ? (arabic ? 4 : 2) : (arabic ? 3 : 1);

  return behind;
}

/* Levels */

typedef struct
{
  guint ranks[8];
  guint n;
} Levels;

/* How deep a point with a number of this rank stands. */
static guint
enter_level (Levels *self,
             guint   rank)
{
  while (self->n > 0 && self->ranks[self->n - 1] >= rank)
    self->n--;
  if (self->n < G_N_ELEMENTS (self->ranks))
    self->ranks[self->n++] = rank;

  return self->n - 1;
}

/* The rank of what has no number: below all that has one, beside what has none. */
#define RANK_NONE 7

/* Rows */

static Column
find_column (const char *heading)
{
  if (g_utf8_strlen (heading, -1) > MAX_HEADING_CHARS)
    return COLUMN_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strstr (heading, headings[i].word) != NULL)
      return headings[i].column;

  return COLUMN_NONE;
}

/* Where each kind of column is; the first of its kind counts. Returns: whether there are enough
 * to be sure that it is a row of headings */
static gboolean
read_headings (char **cells,
               int   *places)
{
  guint n_found = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    places[i] = -1;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const Column column = find_column (cells[i]);

      if (column == COLUMN_NONE || places[column] >= 0)
        continue;
      places[column] = (int) i;
      n_found++;
    }

  /* Where only the contents have a column, they are the tasks. */
  if (places[COLUMN_TITLE] < 0)
    {
      places[COLUMN_TITLE] = places[COLUMN_TEXT];
      places[COLUMN_TEXT] = -1;
    }

  return n_found >= 2 && places[COLUMN_TITLE] >= 0;
}

static gboolean
is_number_cell (const char *cell)
{
  guint rank;
  const char *behind = read_number (cell, &rank);

  return *cell != '\0' && (*skip_blanks (behind) == '\0' || *skip_numeral (cell) == '\0');
}

/* Without headings the first column with words has the titles, the next the texts. */
static void
guess_columns (GPtrArray *rows,
               int       *places)
{
  gboolean numbers = TRUE;

  for (guint i = 0; i < N_COLUMNS; i++)
    places[i] = -1;
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      numbers = numbers && cells[1] != NULL && (*cells[0] == '\0' || is_number_cell (cells[0]));
    }

  places[COLUMN_NUMBER] = numbers ? 0 : -1;
  places[COLUMN_TITLE] = numbers ? 1 : 0;
  places[COLUMN_TEXT] = numbers ? 2 : 1;
}

static const char *
get_cell (char **cells,
          int    place)
{
  return place >= 0 && place < (int) g_strv_length (cells) ? cells[place] : "";
}

/* 市教育局、市财政局，各县区 */
static char **
split_units (const char *cell)
{
  static const char * const separators[] = { "，", ",", "；", ";", "\n", "\t", "　" };
  g_autoptr(GString) whole = g_string_new (cell);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_auto(GStrv) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    g_string_replace (whole, separators[i], "、", 0);
  parts = g_strsplit (whole->str, "、", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (names, g_strdup (parts[i]));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

/* What stands in a column that means nothing here is not lost. */
static void
keep_rest (YdNewPoint  *point,
           char       **cells,
           const int   *places)
{
  GString *text = g_string_new (point->text);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      gboolean known = *cells[i] == '\0';

      for (guint j = 0; j < N_COLUMNS; j++)
        known = known || places[j] == (int) i;
      if (!known)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", cells[i]);
    }

  g_free (point->text);
  point->text = g_string_free (text, FALSE);
}

static guint
count_filled (char **cells)
{
  guint n = 0;

  for (; *cells != NULL; cells++)
    n += **cells != '\0';

  return n;
}

/* A line across the table, such as 一、政务公开, is over what follows. */
static YdNewPoint *
read_band (Levels *levels,
           char  **cells)
{
  const char *text = "";
  YdNewPoint *point;
  guint rank;

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      text = cells[i];
  text = skip_blanks (read_number (text, &rank));
  point = yd_new_point_new (enter_level (levels, rank > 0 ? rank : 1));
  point->title = g_strdup (text);

  return point;
}

static YdNewPoint *
read_row (Levels    *levels,
          char     **cells,
          const int *places)
{
  const char *title = get_cell (cells, places[COLUMN_TITLE]);
  const char *bare;
  YdNewPoint *point;
  guint rank, title_rank;

  read_number (get_cell (cells, places[COLUMN_NUMBER]), &rank);
  bare = skip_blanks (read_number (title, &title_rank));
  if (rank == 0)
    rank = title_rank;

  point = yd_new_point_new (enter_level (levels, rank > 0 ? rank : RANK_NONE));
  point->title = g_strdup (bare);
  point->text = g_strdup (get_cell (cells, places[COLUMN_TEXT]));
  point->deadline = g_strdup (get_cell (cells, places[COLUMN_DEADLINE]));
  for (guint i = 0; i < YD_NEW_POINT_N_ROLES; i++)
    point->units[i] = split_units (get_cell (cells, places[COLUMN_LEAD + i]));
  keep_rest (point, cells, places);

  return point;
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) yd_new_point_free);
}

/* The only words of the row are not where the tasks are, or have the number of a chapter. */
static gboolean
is_band (char      **cells,
         const int  *places,
         gboolean    has_head)
{
  const char *title = get_cell (cells, places[COLUMN_TITLE]);
  guint rank;

  if (!has_head || count_filled (cells) != 1)
    return FALSE;

  read_number (title, &rank);

  return *title == '\0' || rank == 1 || rank == 2;
}

/**
 * yd_clip_points_from_rows:
 * @rows: (element-type GStrv): rows of a table, with or without one of headings
 *
 * Returns: (transfer full) (element-type YdNewPoint): the points that they are
 */
GPtrArray *
yd_clip_points_from_rows (GPtrArray *rows)
{
  GPtrArray *points = new_list ();
  Levels levels = { 0 };
  int places[N_COLUMNS];
  gboolean has_head = FALSE;
  guint first = 0;

  for (; !has_head && first < MIN (rows->len, MAX_HEAD_ROW); first++)
    has_head = read_headings (g_ptr_array_index (rows, first), places);
  if (!has_head)
    {
      first = 0;
      guess_columns (rows, places);
    }

  for (guint i = first; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      g_ptr_array_add (points, is_band (cells, places, has_head)
                               ? read_band (&levels, cells) : read_row (&levels, cells, places));
    }

  return points;
}

/* Lines */

/* The first sentence is the title, if it is short and something follows it. */
static void
split_sentence (YdNewPoint *point,
                const char *line)
{
  const char *stop = strstr (line, "。");
  const gsize len = stop != NULL ? (gsize) (stop - line) : strlen (line);

  if (g_utf8_strlen (line, (gssize) len) > MAX_TITLE_CHARS)
    {
      point->text = dup_stripped (line, strlen (line));
      return;
    }

  point->title = dup_stripped (line, len);
  if (stop != NULL)
    point->text = dup_stripped (stop + strlen ("。"), strlen (stop + strlen ("。")));
}

static void
append_line (YdNewPoint *point,
             const char *line)
{
  g_autofree char *stripped = dup_stripped (line, strlen (line));
  char *whole = point->text != NULL && *point->text != '\0'
                ? g_strconcat (point->text, "\n", stripped, NULL) : g_strdup (stripped);

  g_free (point->text);
  point->text = whole;
}

/**
 * yd_clip_points_from_text:
 * @text: valid UTF-8
 *
 * Each line with a number is a point, and what follows without one is its text. Where
 * no line has a number, each is a point.
 *
 * Returns: (transfer full) (element-type YdNewPoint): the points
 */
GPtrArray *
yd_clip_points_from_text (const char *text)
{
  GPtrArray *points = new_list ();
  g_auto(GStrv) lines = g_strsplit (text, "\n", YD_CLIP_MAX_ROWS);
  Levels levels = { 0 };
  gboolean numbered = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint rank;
      const char *line = skip_blanks (lines[i]);
      const char *rest = skip_blanks (read_number (line, &rank));
      YdNewPoint *point;

      if (*line == '\0')
        continue;
      if (rank == 0 && numbered)
        {
          append_line (g_ptr_array_index (points, points->len - 1), line);
          continue;
        }

      numbered = numbered || rank > 0;
      point = yd_new_point_new (enter_level (&levels, rank > 0 ? rank : RANK_NONE));
      split_sentence (point, rest);
      g_ptr_array_add (points, point);
    }

  return points;
}

/* Whether a table is more than one cell, as a page is that only looks like a table. */
static gboolean
is_table (GPtrArray *rows)
{
  return rows != NULL && rows->len > 0 &&
         (rows->len > 1 || g_strv_length (g_ptr_array_index (rows, 0)) > 1);
}

/**
 * yd_clip_points_read:
 * @html: (nullable): what the clipboard has as HTML
 * @text: (nullable): and as text
 *
 * Returns: (transfer full) (element-type YdNewPoint): the points that are there: out of
 *   a table if there is one, or out of the text
 */
GPtrArray *
yd_clip_points_read (const char *html,
                     const char *text)
{
  g_autoptr(GPtrArray) rows = html != NULL ? yd_clip_read_html (html, FALSE) : NULL;

  if (!is_table (rows) && text != NULL)
    {
      g_clear_pointer (&rows, g_ptr_array_unref);
      rows = yd_clip_read_tsv (text, FALSE);
    }
  if (is_table (rows))
    return yd_clip_points_from_rows (rows);

  return yd_clip_points_from_text (text != NULL ? text : "");
}
