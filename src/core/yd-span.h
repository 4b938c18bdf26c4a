/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Half-open, in Unicode characters (not bytes) of a source's text. */
typedef struct
{
  guint start;
  guint end;
} YdSpan;

G_END_DECLS
