/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "yd-wire-error.h"

G_BEGIN_DECLS

#define YD_GATE_MAX_DEPTH 16

/**
 * YdGateLimits:
 * @max_bytes: how long the text may be, in bytes
 * @max_depth: how many brackets may be open at once, at most %YD_GATE_MAX_DEPTH
 * @any_root: whether the root may be something else than an object
 */
typedef struct
{
  gsize    max_bytes;
  guint    max_depth;
  gboolean any_root;
} YdGateLimits;

/**
 * yd_gate_check:
 * @json: text from outside, with a NUL at @len
 * @len: its length in bytes
 * @limits: what is taken
 *
 * Checks in one pass what json-glib does not: it crashes on deep input, and wraps, cuts or
 * repairs much of the rest. Taken is RFC 8259 in UTF-8 and less: one root, no key twice,
 * no half of a pair and no U+0000 in an escape, only integers within ±(2^53−1) without
 * fraction, exponent or `-0`.
 *
 * Returns: whether @json may be given to json-glib; if not, #YdWireError says why and at
 *   which byte
 */
gboolean yd_gate_check (const char          *json,
                        gsize                len,
                        const YdGateLimits  *limits,
                        GError             **error);

G_END_DECLS
