/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-breakdown-private.h"

#include "yd-deadline.h"
#include "yd-period-name.h"
#include "yd-recurrence.h"

/* A deadline that was set by hand has no wording of the document; here is how one would put
 * it. These are the words of Chinese official documents and are not translated.
 */

/* `2017年第2季度`, `6月`; empty for the year of issue */
static char *
make_period (const YdPeriodName *name)
{
  GString *out = g_string_new (NULL);

  if (name->year > 0)
    g_string_append_printf (out, "%d年", name->year);
  if (name->half > 0)
    g_string_append (out, name->half == 1 ? "上半年" : "下半年");
  if (name->quarter > 0)
    g_string_append_printf (out, "第%d季度", name->quarter);
  if (name->month > 0)
    g_string_append_printf (out, "%d月", name->month);
  if (name->day > 0)
    g_string_append_printf (out, "%d日", name->day);

  return g_string_free (out, FALSE);
}

static const char *
get_end (const YdPeriodName *name)
{
  if (name->day > 0)
    return "前";
  if (name->half > 0 || name->quarter > 0)
    return "末前";

  return name->month > 0 || name->year > 0 ? "底前" : "年底前";
}

static char *
make_until (const char *value)
{
  YdPeriodName name;
  g_autofree char *period = yd_period_name_read (value, &name) ? make_period (&name) : NULL;

  return period != NULL ? g_strconcat (period, get_end (&name), NULL) : g_strdup (value);
}

static char *
make_within (const YdDeadlineTerms *terms)
{
  YdPeriodName name;
  g_autofree char *read = yd_period_name_read (terms->value, &name) ? make_period (&name) : NULL;
  const char *period = read == NULL ? terms->value : *read != '\0' ? read : "年";

  return terms->n > 0 ? g_strdup_printf ("%s内至少%" G_GINT64_FORMAT "次", period, terms->n)
                      : g_strconcat (period, "内", NULL);
}

static const char *
find_word (const char * const (*words)[2],
           const char          *code)
{
  for (; (*words)[0] != NULL; words++)
    if (g_strcmp0 ((*words)[0], code) == 0)
      break;

  return (*words)[1];
}

static char *
make_count (const YdDeadlineTerms *terms)
{
  static const char * const measures[][2] = {
    { "workdays", "个工作日内" },
    { "months", "个月内" },
    { "hours", "小时内" },
    { NULL, "日内" },
  };

  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", terms->n,
                          find_word (measures, terms->measure));
}

static char *
make_after (const YdDeadlineTerms *terms)
{
  static const char * const anchors[][2] = {
    { "issued", "印发后" },
    { "received", "收到后" },
    { "start", "开始后" },
    { "finish", "完成后" },
    { NULL, "" },
  };
  g_autofree char *count = make_count (terms);

  return g_strconcat (find_word (anchors, terms->anchor), count, NULL);
}

/* 每月28日前, 每周五前, 每季度第10日前 */
static char *
make_day_of (const YdRecurrence *recurrence,
             guint               n)
{
  static const char * const weekdays[] = { "一", "二", "三", "四", "五", "六", "日" };

  if (g_str_equal (recurrence->code, "weekly") && n <= G_N_ELEMENTS (weekdays))
    return g_strdup_printf ("%s%s前", recurrence->office, weekdays[n - 1]);
  if (g_str_equal (recurrence->code, "monthly"))
    return g_strdup_printf ("%s%u日前", recurrence->office, n);

  return g_strdup_printf ("%s第%u日前", recurrence->office, n);
}

/* Returns: (nullable): nothing where only a law says how often */
static char *
make_recurring (const YdDeadlineTerms *terms)
{
  const char *date;
  const YdRecurrence *recurrence = yd_recurrence_split (terms->value, &date);
  g_autofree char *count = NULL;

  if (recurrence == NULL)
    return NULL;

  if (*date != '\0')
    {
      g_autofree char *value = g_strconcat ("-", date, NULL);
      g_autofree char *until = make_until (value);

      return g_strconcat (recurrence->office, until, NULL);
    }
  if (terms->n <= 0)
    return g_strdup (recurrence->office);
  if (terms->measure == NULL)
    return make_day_of (recurrence, terms->n);

  count = make_count (terms);

  return g_strconcat (recurrence->office, "结束后", count, NULL);
}

/*
 * _yd_breakdown_dup_deadline_words:
 * @deadline: a deadline
 *
 * Returns: (transfer full) (nullable): it as a document would say it
 */
char *
_yd_breakdown_dup_deadline_words (YdRow *deadline)
{
  YdDeadlineTerms terms;

  yd_deadline_get_terms (deadline, &terms);

  if (g_strcmp0 (terms.rule, "longterm") == 0)
    return g_strdup ("长期坚持");
  if (g_strcmp0 (terms.rule, "after") == 0)
    return terms.n > 0 ? make_after (&terms) : NULL;
  if (g_strcmp0 (terms.rule, "recurring") == 0)
    return make_recurring (&terms);
  if (g_strcmp0 (terms.rule, "within") == 0)
    return make_within (&terms);
  if (g_strcmp0 (terms.rule, "period_end") == 0 || g_strcmp0 (terms.rule, "date") == 0)
    return make_until (terms.value);

  return NULL;
}
