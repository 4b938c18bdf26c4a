/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-reader.h"

/* What the two sides of the pipe agree on. yaodian-read writes one line of JSON
 * and then the bytes of the text, and yd-reader-child.c believes neither:
 *
 *   {"format":"txt","encoding":"UTF-8","bytes":27,"chars":9,"name":"a.txt"}
 *
 * or, with nothing behind it, why there is no text:
 *
 *   {"refused":"pdf"}
 */
#define YD_READ_MAX_HEADER 1024
#define YD_READ_MAX_TEXT   (2 * (gsize) YD_READER_MAX_FILE)

/* The words of a refusal that do not name a format. */
#define YD_REFUSED_EMPTY     "empty"
#define YD_REFUSED_TOO_LARGE "too-large"
#define YD_REFUSED_NOT_TEXT  "not-text"
#define YD_REFUSED_NOT_TABLE "not-table"

/* Takes a table, whose rows become lines with tabs between the cells; else a document. */
#define YD_READ_TABLE "--table"

typedef enum
{
  YD_READ_EXIT_TEXT,
  YD_READ_EXIT_REFUSED,
  YD_READ_EXIT_FAILED,   /* and nothing could be said */
} YdReadExit;
