/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdRecurrence:
 * @code: what it is called in the value of a deadline: `half-yearly`
 * @n_months: how many months it takes, or 0 where it is no number of months
 * @words: how the interface says it, to be translated
 * @office: how a document says it, in Chinese
 *
 * How often something is due.
 */
typedef struct
{
  const char *code;
  int         n_months;
  const char *words;
  const char *office;
} YdRecurrence;

const YdRecurrence *yd_recurrence_list  (guint        *n_recurrences);
const YdRecurrence *yd_recurrence_find  (const char   *code);
const YdRecurrence *yd_recurrence_split (const char   *value,
                                         const char  **date);

G_END_DECLS
