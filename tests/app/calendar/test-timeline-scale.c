/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-timeline-scale.h"

typedef struct
{
  const char     *name;
  YdTimelineZoom  zoom;
  gboolean        large;
  const char     *from;
  const char     *end;
  const char     *expected;
} Case;

/* Each tick as its first day, how many days it has, and its name; that of a month with its
 * year where it is the first of one.
 */
static const Case cases[] = {
  { "days", YD_TIMELINE_DAY, FALSE, "2017-09-29", "2017-10-02",
    "2017-09-29+1=29 2017-09-30+1=30 2017-10-01+1=1" },
  { "weeks begin on Monday", YD_TIMELINE_WEEK, FALSE, "2017-09-30", "2017-10-10",
    "2017-09-25+7=25 2017-10-02+7=2 2017-10-09+7=9" },
  { "a Monday is in its own week", YD_TIMELINE_WEEK, FALSE, "2017-10-02", "2017-10-03",
    "2017-10-02+7=2" },
  { "weeks over a year", YD_TIMELINE_WEEK, FALSE, "2017-12-31", "2018-01-02",
    "2017-12-25+7=25 2018-01-01+7=1" },
  { "months above weeks", YD_TIMELINE_WEEK, TRUE, "2017-12-31", "2018-02-01",
    "2017-12-01+31=Month 12 2018-01-01+31=2018-01" },
  { "a leap year", YD_TIMELINE_DAY, TRUE, "2020-02-29", "2020-03-01",
    "2020-02-01+29=Month 2" },
  { "months below years", YD_TIMELINE_MONTH, FALSE, "2019-02-28", "2019-03-02",
    "2019-02-01+28=Month 2 2019-03-01+31=Month 3" },
  { "a year is said above its months", YD_TIMELINE_MONTH, FALSE, "2018-01-02", "2018-01-03",
    "2018-01-01+31=Month 1" },
  { "years above months", YD_TIMELINE_MONTH, TRUE, "2019-12-31", "2020-01-02",
    "2019-01-01+365=Year 2019 2020-01-01+366=Year 2020" },
  { "quarters", YD_TIMELINE_QUARTER, FALSE, "2017-06-30", "2017-10-02",
    "2017-04-01+91=Quarter 2 2017-07-01+92=Quarter 3 2017-10-01+92=Quarter 4" },
  { "years", YD_TIMELINE_YEAR, FALSE, "2017-06-30", "2017-07-01", "2017-01-01+365=Year 2017" },
  { "nothing", YD_TIMELINE_MONTH, FALSE, "2017-06-01", "2017-06-01", "" },
};

static void
write_cb (const YdTick *tick,
          gpointer      user_data)
{
  GString *text = user_data;
  char day[YD_DAY_SIZE];

  g_string_append_printf (text, "%s%s+%d=%s", text->len > 0 ? " " : "",
                          yd_day_format (tick->first, day), tick->end - tick->first,
                          tick->label);
}

static void
test_ticks (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(GString) text = g_string_new (NULL);

  if (test->large)
    yd_timeline_foreach_large (test->zoom, yd_day_parse (test->from), yd_day_parse (test->end),
                               write_cb, text);
  else
    yd_timeline_foreach_small (test->zoom, yd_day_parse (test->from), yd_day_parse (test->end),
                               write_cb, text);

  g_assert_cmpstr (text->str, ==, test->expected);
}

static void
follow_cb (const YdTick *tick,
           gpointer      user_data)
{
  YdDay *next = user_data;

  g_assert_true (*next == YD_DAY_NONE || tick->first == *next);
  g_assert_cmpint (tick->end, >, tick->first);
  g_assert_nonnull (tick->full_label);
  *next = tick->end;
}

/* Units follow each other without a gap, over all years that are counted in. */
static void
test_no_gaps (void)
{
  for (guint zoom = 0; zoom < YD_N_TIMELINE_ZOOMS; zoom++)
    {
      YdDay next = YD_DAY_NONE;

      yd_timeline_foreach_small (zoom, YD_DAY_FIRST, YD_DAY_LAST, follow_cb, &next);
      g_assert_cmpint (next, >=, YD_DAY_LAST);
      next = YD_DAY_NONE;
      yd_timeline_foreach_large (zoom, YD_DAY_FIRST, YD_DAY_LAST, follow_cb, &next);
      g_assert_cmpint (next, >=, YD_DAY_LAST);
    }
}

static void
test_widths (void)
{
  for (guint zoom = 1; zoom < YD_N_TIMELINE_ZOOMS; zoom++)
    g_assert_cmpfloat (yd_timeline_zoom_get_width (zoom), <,
                       yd_timeline_zoom_get_width (zoom - 1) / 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/scale/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_ticks);
    }
  g_test_add_func ("/timeline/scale/no-gaps", test_no_gaps);
  g_test_add_func ("/timeline/scale/widths", test_widths);

  return g_test_run ();
}
