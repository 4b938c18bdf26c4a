/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-dependency.h"

#include <glib/gi18n-lib.h>

#include "yd-space-private.h"
#include "yd-value.h"

/* What a dependency says. A lag of more than three hundred years is cut. */
#define MAX_LAG 100000

static const char * const type_names[] = { "FS", "SS", "FF", "SF" };

/**
 * yd_dependency_is_edge:
 * @dependency: a dependency of a plan
 *
 * Returns: whether it is confirmed and has two ends that count; otherwise it is a remark
 *   on its sentence
 */
gboolean
yd_dependency_is_edge (YdRow *dependency)
{
  g_return_val_if_fail (YD_IS_ROW (dependency), FALSE);

  return _yd_row_is_edge (dependency);
}

/**
 * yd_link_parse:
 * @type: (nullable): `FS` and so on; without it `FS`
 * @lag: (nullable): how much later
 * @measure: (nullable): `workdays` or `days`; without it working days
 * @link: (out): what they say
 *
 * Returns: whether a schedule can count so; months and hours it cannot
 */
gboolean
yd_link_parse (const char *type,
               const char *lag,
               const char *measure,
               YdLink     *link)
{
  gint64 number = 0;

  *link = (YdLink) { YD_LINK_FS };

  for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (g_strcmp0 (type, type_names[i]) == 0)
      link->type = i;

  if (lag != NULL)
    yd_value_to_int (lag, &number);
  link->lag = CLAMP (number, -MAX_LAG, MAX_LAG);
  link->by_day = g_strcmp0 (measure, "days") == 0;

  return measure == NULL || link->by_day || g_str_equal (measure, "workdays");
}

/* As yd_link_parse(), of a row. */
gboolean
yd_dependency_get_link (YdRow  *dependency,
                        YdLink *link)
{
  return yd_link_parse (yd_row_get_cell (dependency, YD_DEPENDENCY_TYPE),
                        yd_row_get_cell (dependency, YD_DEPENDENCY_LAG),
                        yd_row_get_cell (dependency, YD_DEPENDENCY_MEASURE), link);
}

/* Returns: (transfer none): `FS`, as it is written everywhere */
const char *
yd_link_get_type_name (YdLinkType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (type_names), NULL);

  return type_names[type];
}

/* By the type, and whether the lag is none, positive or negative. In each the first %s is
 * the predecessor, the second the successor, and the third the lag.
 */
static const char * const sentences[][3] = {
  [YD_LINK_FS] = {
    N_("%1$s is done, then %2$s begins"),
    N_("%2$s begins %3$s after %1$s is done"),
    N_("%2$s begins up to %3$s before %1$s is done"),
  },
  [YD_LINK_SS] = {
    N_("%1$s begins, then %2$s begins too"),
    N_("%2$s begins %3$s after %1$s begins"),
    N_("%2$s begins up to %3$s before %1$s begins"),
  },
  [YD_LINK_FF] = {
    N_("%1$s is done, then %2$s is done too"),
    N_("%2$s is done %3$s after %1$s is done"),
    N_("%2$s is done up to %3$s before %1$s is done"),
  },
  [YD_LINK_SF] = {
    N_("%1$s begins, then %2$s is done"),
    N_("%2$s is done %3$s after %1$s begins"),
    N_("%2$s is done up to %3$s before %1$s begins"),
  },
};

static char *
dup_lag_words (const YdLink *link)
{
  int n = ABS (link->lag);

  if (link->by_day)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", n), n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d working day", "%d working days", n),
                          n);
}

/* A translation may name all three in any order, so each form gets all three. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

/**
 * yd_link_dup_words:
 * @link: what a dependency asks for
 * @pred: how the predecessor is called
 * @succ: how the successor is called
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
yd_link_dup_words (const YdLink *link,
                   const char   *pred,
                   const char   *succ)
{
  g_autofree char *lag = NULL;
  guint sign = link->lag == 0 ? 0 : link->lag > 0 ? 1 : 2;

  g_return_val_if_fail (link->type < G_N_ELEMENTS (sentences), NULL);

  if (sign == 0)
    return g_strdup_printf (_(sentences[link->type][0]), pred, succ);

  lag = dup_lag_words (link);

  return g_strdup_printf (_(sentences[link->type][sign]), pred, succ, lag);
}

#pragma GCC diagnostic pop
