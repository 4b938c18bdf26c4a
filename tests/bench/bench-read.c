/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-outline.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* From a checked text (bench-reader.c measures how it comes about) to an outline with
 * spans, against g_utf8_validate() of the same text. `bench-read FILE…`
 * measures documents; without one, documents made here of 1k, 10k and 100k points, and
 * lines meant to make a parser quadratic.
 */

#define N_RUNS 5

static const char * const duties[] = {
  "推进“互联网+政务服务”，编制完善公共服务事项目录和办事指南，明确事项名称、服务对象、受理条件、申请材料、收费依据"
  "和标准、办理流程、办理时限、受理部门、咨询方式等内容，通过各级政府门户网站集中公开。",
  "严格执行信息公开保密审查制度，对拟公开的政府信息，依法依规做好保密审查。",
  "健全清单管理机制，推动减权放权。深化权责清单公开，根据权责事项取消、下放、承接情况进行动态调整。",
  "建设税收共治大数据平台，制定涉税信息共享目录，推进涉税信息共享，同步组织、同步审签、同步部署。",
};

static const char * const units[] = {
  "市财政局", "市发改委", "市政府办公室", "市审改办", "市行政审批局", "市创新创业服务局", "各县市区",
  "市直各部门", "市人社局", "市住建委", "市交通运输局", "市卫生计生委",
};

static GString *
write_document (guint n_points)
{
  static const char * const numbers[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  GString *text = g_string_new ("关于印发重点工作任务分解方案的通知\n各县（市、区）人民政府，市直各部门：\n");

  for (guint i = 0, seed = 1; i < n_points; i++)
    {
      const guint place = i % 81;

      seed = seed * 1103515245 + 12345;
      if (place == 0)
        g_string_append_printf (text, "%s、深入推进第%u项改革\n", numbers[i / 81 % 9], i);
      else if (place % 9 == 0)
        g_string_append_printf (text, "（%s）完善第%u项机制。", numbers[place / 9 - 1], i);
      else
        g_string_append_printf (text, "%u.做好第%u项工作。", place % 9, i);

      if (place == 0)
        continue;

      g_string_append (text, duties[(seed >> 16) % G_N_ELEMENTS (duties)]);
      g_string_append_printf (text, "于2026年%u月底前完成。（%s牵头，%s、%s、%s负责落实）\n",
                              1 + (seed >> 18) % 12, units[(seed >> 20) % 6],
                              units[(seed >> 16) % 12], units[(seed >> 19) % 12],
                              units[(seed >> 22) % 12]);
    }

  return text;
}

static GString *
repeat (const char *piece,
        gsize       size)
{
  GString *text = g_string_sized_new (size + 64);

  g_string_append (text, "一、总体要求\n（一）");

  while (text->len < size)
    g_string_append (text, piece);

  return text;
}

/* In ms of this process alone, so that a busy machine does not count. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
time_validate (const GString *text)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      const double start = get_time ();

      g_assert_true (g_utf8_validate_len (text->str, text->len, NULL));
      best = MIN (best, get_time () - start);
    }

  return best;
}

static double
time_parse (GBytes *bytes,
            guint  *n_points)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(YdSource) source = yd_source_new ("plan.txt", "txt", bytes, &error);
      const double start = get_time ();
      g_autoptr(YdOutline) outline = yd_outline_parse (source, &error);

      g_assert_no_error (error);
      best = MIN (best, get_time () - start);
      yd_outline_get_points (outline, n_points);
    }

  return best;
}

/* In a process of its own, so that its memory can be told from that of the others. */
static void
bench (const char *name,
       GString    *text)
{
  const double limit_ms = time_validate (text);
  const gsize size = text->len;
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_string_free (text, FALSE), size);
  const pid_t child = fork ();
  struct rusage usage;
  double ours_ms;
  guint n;

  if (child != 0)
    {
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
      return;
    }

  ours_ms = time_parse (bytes, &n);
  getrusage (RUSAGE_SELF, &usage);
  printf ("{\"bench\":\"%s\",\"n\":%u,\"ours_ms\":%.1f,\"limit_ms\":%.1f,\"ratio\":%.2f,"
          "\"rss_mb\":%ld,\"text_mb\":%.1f}\n", name, n, ours_ms, limit_ms, ours_ms / limit_ms,
          usage.ru_maxrss / 1024, size / 1e6);
  fflush (stdout);
  _exit (0);
}

static void
bench_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text;
  gsize n;

  if (!g_file_get_contents (path, &text, &n, &error))
    g_error ("%s", error->message);

  bench ("read", g_string_new_len (text, n));
  g_free (text);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  static const char * const nasty[] = {
    "(", "()", "一、", "，", "附件：", "责任单位：", "（A负责", "\n",
    "\n一、", "1.", "同步", "每年", "等、",
    "（责任单位：市财政局", "由市", "各市、", "(一)", "\t", "2017年", "在经根据",
  };

  for (int i = 1; i < argc; i++)
    bench_file (argv[i]);
  if (argc > 1)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    bench ("read", write_document (sizes[i]));

  for (guint i = 0; i < G_N_ELEMENTS (nasty); i++)
    {
      g_autofree char *name = g_strdup_printf ("read-nasty-%u", i);

      bench (name, repeat (nasty[i], 1000000));
      bench (name, repeat (nasty[i], 4000000));
    }

  return 0;
}
