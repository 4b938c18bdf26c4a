/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader-private.h"

#include <glib/gi18n-lib.h>

/* Of a format that is known and not read: what it is. */
typedef struct
{
  const char *word;
  const char *name;
} Format;

static const Format formats[] = {
  { "docx",    N_("a Word document (docx)") },
  { "html",    N_("a web page") },
  { "odf",     N_("an OpenDocument file (odt, ods)") },
  { "office",  N_("an old Word, Excel or WPS document (doc, xls, wps, et)") },
  { "ofd",     N_("an OFD document") },
  { "pdf",     N_("a PDF document") },
  { "pptx",    N_("a presentation (pptx)") },
  { "rtf",     N_("a Rich Text document (rtf)") },
  { "xlsx",    N_("an Excel table (xlsx)") },
};

/**
 * _yd_reader_refusal_new:
 * @word: the word that yaodian-read gave; any word, since it is not believed
 * @name: the file, for people
 *
 * Returns: (transfer full): what happened, and what to do
 */
GError *
_yd_reader_refusal_new (const char *word,
                        const char *name)
{
  if (g_str_equal (word, YD_REFUSED_EMPTY))
    return g_error_new (YD_READ_ERROR, YD_READ_ERROR_EMPTY,
                        _("“%s” is empty: it has no text to read. Choose another file."), name);

  if (g_str_equal (word, YD_REFUSED_TOO_LARGE))
    return g_error_new (YD_READ_ERROR, YD_READ_ERROR_TOO_LARGE,
                        _("“%s” is larger than %d MiB, the most that is read. Divide it into "
                          "several files."), name, YD_READER_MAX_FILE / (1024 * 1024));

  /* A table whose end is missing is an archive of nothing that is known. */
  if (g_str_equal (word, YD_REFUSED_NOT_TABLE) ||
      (g_str_equal (word, "archive") && g_str_has_suffix (name, ".xlsx")))
    return g_error_new (YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                        _("“%s” has no sheet that can be read. Open it in the program it was made "
                          "with and save it as xlsx again."), name);

  if (g_str_equal (word, "archive"))
    return g_error_new (YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                        _("“%s” is an archive. Unpack it and choose a document of it."), name);

  if (g_str_equal (word, "image"))
    return g_error_new (YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                        _("“%s” is a picture. Have its text recognised, save that as plain text "
                          "(UTF-8) and choose it."), name);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (word, formats[i].word))
      return g_error_new (YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                          /* Translators: the second is “a PDF document” or the like. */
                          _("“%s” is %s, which cannot be read yet. Save it as plain text (UTF-8) "
                            "and choose that."), name, _(formats[i].name));

  return g_error_new (YD_READ_ERROR, YD_READ_ERROR_UNSUPPORTED,
                      _("“%s” is not a text in UTF-8, UTF-16 or GB18030. Open it in the program "
                        "it was made with and save it as plain text (UTF-8)."), name);
}
