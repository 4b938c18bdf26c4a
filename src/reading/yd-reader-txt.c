/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-reader-private.h"

#include "yd-text-private.h"

static const char *
read_text (GBytes    *file,
           YdReading *reading)
{
  g_auto(YdText) text = { NULL };

  if (!_yd_text_read (file, &text))
    return YD_REFUSED_NOT_TEXT;

  reading->encoding = text.encoding;
  reading->text = g_steal_pointer (&text.bytes);
  reading->n_chars = text.n_chars;

  return NULL;
}

const YdReader _yd_reader_txt = { "txt", NULL, read_text };
