/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory.h"
#include "yd-edit.h"
#include "yd-id.h"
#include "yd-outline.h"

G_BEGIN_DECLS

/**
 * YdOutlineFacts:
 * @issued: (nullable): the day of issue, `2017-06-01`
 * @issuer: (nullable): who issued it
 * @number: (nullable): its number (文号)
 * @directory: (nullable): the units that the office knows
 *
 * What a person says of the document, in place of what was read; and whom the office knows.
 */
typedef struct
{
  const char  *issued;
  const char  *issuer;
  const char  *number;
  YdDirectory *directory;
} YdOutlineFacts;

YdEdit *yd_outline_make_edit (YdOutline            *self,
                              const char           *plan_id,
                              const YdOutlineFacts *facts,
                              const YdIdSource     *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
