/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yaodian-read.h"

#include "yd-confine.h"
#include "yd-reader-private.h"
#include "yd-text-private.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Turns one file into a text on standard output, which must be a pipe: the
 * header of yaodian-read.h, then the text. The file is the argument or
 * standard input; --table before it says that it is a table.
 *
 * This is the one process that looks into documents of strangers. Whatever one
 * of them does to it, it can only write to its standard output, whose reader
 * does not believe it. It says why it refuses a file with a word; the sentence
 * for it is in the program that asked. */

static gboolean
write_all (const char *bytes,
           gsize       n_bytes)
{
  while (n_bytes > 0)
    {
      const gssize n = write (STDOUT_FILENO, bytes, n_bytes);

      if (n <= 0)
        return FALSE;

      bytes += n;
      n_bytes -= n;
    }

  return TRUE;
}

static YdReadExit
refuse (const char *word)
{
  g_autofree char *line = _yd_reader_header_refuse (word);

  return write_all (line, strlen (line)) ? YD_READ_EXIT_REFUSED : YD_READ_EXIT_FAILED;
}

/* From a pipe: as much as is allowed and one byte more, so that more is noticed. */
static GBytes *
load_stream (void)
{
  g_autofree char *bytes = g_malloc (YD_READER_MAX_FILE + 1);
  gsize n_bytes = 0;
  gssize n;

  while ((n = read (STDIN_FILENO, bytes + n_bytes, YD_READER_MAX_FILE + 1 - n_bytes)) > 0)
    n_bytes += n;

  return n < 0 ? NULL : g_bytes_new_take (g_steal_pointer (&bytes), n_bytes);
}

/* A file is mapped, not copied. If somebody cuts it meanwhile, this process dies
 * of it, which is what it is for. Seeking tells what can be mapped: it is one of
 * the few calls that are left. */
static GBytes *
load (void)
{
  gssize size;
  void *bytes;

  if (lseek (STDIN_FILENO, 0, SEEK_CUR) != 0)
    return load_stream ();

  size = lseek (STDIN_FILENO, 0, SEEK_END);
  lseek (STDIN_FILENO, 0, SEEK_SET);
  if (size <= 0)
    return load_stream ();

  size = MIN (size, YD_READER_MAX_FILE + 1);
  bytes = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, STDIN_FILENO, 0);

  return bytes != MAP_FAILED ? g_bytes_new_static (bytes, size) : NULL;
}

static const YdReader *
find_reader (GBytes      *file,
             gboolean     table,
             const char **refused)
{
  if (table && _yd_reader_xlsx.accepts (file))
    return &_yd_reader_xlsx;

  return _yd_reader_find (file, refused);
}

static YdReadExit
read_document (const char *name,
               gboolean    table)
{
  g_autoptr(GBytes) file = load ();
  g_auto(YdReading) reading = { NULL };
  g_autofree char *line = NULL;
  const YdReader *reader;
  const char *refused;

  if (file == NULL)
    return YD_READ_EXIT_FAILED;
  if (g_bytes_get_size (file) > YD_READER_MAX_FILE)
    return refuse (YD_REFUSED_TOO_LARGE);

  reader = find_reader (file, table, &refused);
  if (reader != NULL)
    refused = reader->read (file, &reading);
  if (refused != NULL)
    return refuse (refused);

  line = _yd_reader_header_print (reader->format, &reading, name);
  if (!write_all (line, strlen (line)) ||
      !write_all (g_bytes_get_data (reading.text, NULL), g_bytes_get_size (reading.text)))
    return YD_READ_EXIT_FAILED;

  return YD_READ_EXIT_TEXT;
}

int
main (int   argc,
      char *argv[])
{
  const gboolean table = argc > 1 && strcmp (argv[1], YD_READ_TABLE) == 0;
  const int i = table ? 2 : 1;
  g_autofree char *name = NULL;

  if (argc > i + 1)
    return YD_READ_EXIT_FAILED;

  if (argc == i + 1)
    {
      const int fd = open (argv[i], O_RDONLY | O_NOCTTY | O_CLOEXEC);

      if (fd < 0 || dup2 (fd, STDIN_FILENO) < 0)
        return YD_READ_EXIT_FAILED;
      name = g_filename_display_basename (argv[i]);
    }

  close_range (STDERR_FILENO + 1, G_MAXUINT, 0);
  _yd_text_prepare ();
  setlocale (LC_CTYPE, "C.UTF-8");      /* or names in a zip would be converted, from files */
  yd_confine_self ();

  return read_document (name, table);
}
