/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-parse-tape-private.h"

G_BEGIN_DECLS

/* A unit named in a clause. */
typedef struct
{
  guint         start;
  guint         end;
  YdOutlineRole role;
  const YdWord *word;                   /* (nullable): what gave the role */
  guint8        has_role;
  guint8        each;
  guint8        group;
  guint8        vague;
  guint8        odd;                    /* does not look like a unit */
  guint8        open;                   /* followed by 等 */
  guint8        sure;
  char16_t      prefix;                 /* elided: 省, or 0 */
  guint         suffix_start;           /* elided: the end of a later name */
  guint         suffix_end;
} YdParty;

void        _yd_names_read    (const YdTape  *text,
                               guint          start,
                               guint          end,
                               GArray        *parties);
void        _yd_names_fill    (const YdTape  *text,
                               GArray        *parties,
                               guint          first);
gboolean    _yd_name_is_unit  (const YdTape  *text,
                               guint          start,
                               guint          end);
const char *_yd_name_full     (const YdTape  *text,
                               YdOutline     *outline,
                               const YdParty *party,
                               const char    *name);

G_END_DECLS
