/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-xlsx-check-private.h"

#include <string.h>
#include <unistd.h>

#include "yd-late-archive.h"

#define BLOCK (64 * 1024)
#define SHEET "xl/worksheets/sheet1.xml"
#define ROW "<row "

/* What was seen of one part. */
typedef struct
{
  char  end[64];      /* how it must end: the closing tag of its root */
  char  tail[64];     /* the last bytes of what was read */
  gsize n_tail;
  guint n_rows;
} Part;

static guint
count_rows (const char *data,
            gsize       len)
{
  const char *end = data + len;
  const char *found;
  guint n = 0;

  while ((found = memmem (data, end - data, ROW, strlen (ROW))) != NULL)
    {
      n++;
      data = found + strlen (ROW);
    }

  return n;
}

/* The root is the first tag that is neither a declaration nor a comment. */
static void
find_end (Part       *self,
          const char *data,
          gsize       len)
{
  const char *c = data, *end = data + len;
  gsize n = 0;

  while (c + 1 < end && (*c != '<' || c[1] == '?' || c[1] == '!'))
    c++;
  while (c + 1 + n < end && n < sizeof self->end - 5 && strchr (" >/\n", c[1 + n]) == NULL)
    n++;
  if (n > 0)
    g_snprintf (self->end, sizeof self->end, "</%.*s>", (int) n, c + 1);
}

static void
see (Part       *self,
     const char *data,
     gsize       len)
{
  char seam[2 * (sizeof ROW - 2)];
  const gsize before = MIN (self->n_tail, sizeof ROW - 2);
  const gsize after = MIN (len, sizeof ROW - 2);

  if (self->end[0] == '\0')
    find_end (self, data, len);

  /* A tag may lie across two blocks. */
  memcpy (seam, self->tail + self->n_tail - before, before);
  memcpy (seam + before, data, after);
  self->n_rows += count_rows (seam, before + after) + count_rows (data, len);

  if (len >= sizeof self->tail)
    {
      self->n_tail = sizeof self->tail;
      memcpy (self->tail, data + len - self->n_tail, self->n_tail);
    }
  else
    {
      const gsize kept = MIN (self->n_tail, sizeof self->tail - len);

      memmove (self->tail, self->tail + self->n_tail - kept, kept);
      memcpy (self->tail + kept, data, len);
      self->n_tail = kept + len;
    }
}

static gboolean
is_whole (Part *self)
{
  const gsize len = strlen (self->end);

  while (self->n_tail > 0 && g_ascii_isspace (self->tail[self->n_tail - 1]))
    self->n_tail--;

  return len > 0 && self->n_tail >= len &&
         memcmp (self->tail + self->n_tail - len, self->end, len) == 0;
}

static gboolean
check_part (struct archive       *archive,
            struct archive_entry *entry,
            guint                 n_rows,
            gboolean             *is_sheet)
{
  g_autofree char *block = g_malloc (BLOCK);
  Part part = { 0 };
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    see (&part, block, n);

  *is_sheet = g_strcmp0 (archive_entry_pathname (entry), SHEET) == 0;

  return n == 0 && is_whole (&part) && (!*is_sheet || part.n_rows == n_rows);
}

/*
 * _yd_xlsx_check:
 * @fd: a workbook that libxlsxwriter made, with one sheet
 * @n_rows: how many rows the sheet must have
 *
 * Reads it back. libxlsxwriter puts each part together in a temporary file and
 * does not look whether that could be written: when the disk is full there, it
 * makes a workbook that cannot be opened and says that all is well.
 *
 * Returns: whether every part is there to its end, with all its rows
 */
gboolean
_yd_xlsx_check (int   fd,
                guint n_rows)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gboolean has_sheet = FALSE, ok;
  int rc = ARCHIVE_OK;

  archive_read_support_format_zip (archive);
  ok = lseek (fd, 0, SEEK_SET) == 0 &&
       archive_read_open_fd (archive, fd, BLOCK) == ARCHIVE_OK;

  while (ok && (rc = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      gboolean is_sheet;

      ok = check_part (archive, entry, n_rows, &is_sheet);
      has_sheet = has_sheet || is_sheet;
    }

  archive_read_free (archive);

  return ok && has_sheet && rc == ARCHIVE_EOF;
}
