/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-deadline.h"
#include "yd-outline.h"

G_BEGIN_DECLS

#define YD_OUTLINE_RECENT 512

/* While an outline is filled, its makers see all of it. The lists are in the
 * order of the text; assignments, deadlines and dependencies also in the order
 * of their points.
 */
struct _YdOutline
{
  gatomicrefcount  ref_count;
  YdSource        *source;

  GStringChunk    *strings;
  const char      *recent[YD_OUTLINE_RECENT]; /* strings, by a cheap hash */

  const char      *title;
  const char      *number;
  const char      *issuer;
  const char      *issued;
  const char      *addressees;

  GArray          *points;              /* YdOutlinePoint */
  GArray          *assignments;         /* YdOutlineAssignment */
  GArray          *deadlines;           /* YdOutlineDeadline */
  GArray          *dependencies;        /* YdOutlineDependency */
  GArray          *parts;               /* YdOutlinePart */
  GArray          *warnings;            /* YdOutlineWarning */
  GArray          *unplaced;            /* YdSpan */
};

YdOutline  *_yd_outline_new        (YdSource          *source);
const char *_yd_outline_intern     (YdOutline         *self,
                                    const char        *text);
const char *_yd_outline_intern_len (YdOutline         *self,
                                    const char        *text,
                                    gsize              len);
guint       _yd_outline_add_point  (YdOutline         *self,
                                    YdOutlinePoint    *point);
void        _yd_outline_add_part   (YdOutline         *self,
                                    YdOutlinePartKind  kind,
                                    YdSpan             span);
void        _yd_outline_warn       (YdOutline         *self,
                                    const char        *code,
                                    YdSpan             span);

void        _yd_outline_deadline_get_terms (const YdOutlineDeadline  *deadline,
                                            YdDeadlineTerms          *terms,
                                            char                    **value);

G_END_DECLS
