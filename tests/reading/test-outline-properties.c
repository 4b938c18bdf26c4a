/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline.h"

#include <string.h>

/* What holds for every text, however broken. The seed of a failure is in the TAP
 * output; --seed runs it again.
 */

#define N_MUTATIONS 400
#define N_RANDOM 300

static const char * const papers[] = {
  "各区政府，市直各部门：\n\n  现将《要点》印发给你们。\n\n  某市人民政府办公室\n\n  2017年6月1日\n\n"
  "2017年工作要点\n\n  一、甲\n\n  (一)乙。丙，年内至少听取1次汇报。(市发改委、市财政局分别负责落实)\n\n"
  "  (二)丁。同步组织、同步部署。(市政府办公室牵头,各县市区、市直各部门负责落实)\n\n"
  "  各地各部门要结合实际,制定方案,并在本要点印发后30个工作日内公开。\n\n  抄送:市委各部门。\n",
  "一、总体要求\n（一）指导思想。\n坚持原则。\n二、任务\n（二）总。甲事。（财政部负责）乙事。（商务部、教育部负责，列第一位者为牵头单位，下同）\n"
  "丙事。〔责任单位：省数据局（大数据中心），各市、县（市、区）政府〕\n1.丁。责任单位：省工信厅、财政厅。\n（1）戊。到2020年完成。\n"
  "①己。\n市教育局牵头，市水利局参与。\n附件：1.表\n2.单\n附件1\n方案\n一、庚\n序号\t任务\t单位\n1\t做事\t市财政局\n",
  "某政〔2015〕7号关于做好工作的通知各单位：为做好工作，现通知如下：一、总体要求坚持以人为本，全面落实。二、任务(一）加强领导。"
  "健全机制。责任单位：区经济发展局、投资促进委员会（二）完善服务。推进2.0平台。责任单位：区行政审批局1.梳理事项。（区公安局）"
  "2.优化流程。每年不少于2次。（区公安局〉三、保障措施加强领导。",
};

static const char * const pieces[] = {
  "（", "）", "(", ")", "〔", "〕", "、", "，", "。", "；", "：", "\n", " ", "　", "\t", "一、", "（一）", "1.",
  "（1）", "①", "附件：", "附件1\n", "责任单位：", "牵头单位：", "负责", "牵头", "会同", "分别负责落实", "等部门",
  "2018年12月底前", "每年", "年内", "30个工作日内", "之日起", "同步", "先入库，后使用", "列第一位的为牵头单位，下同", "省", "市",
  "市财政局", "各市、县", "抄送：", "2017年6月1日\n", "一", "𠮷", "⼀", "é", "\u200b", "第一条 ", "赛道一：",
};

static YdOutline *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = NULL;
  YdOutline *outline;

  source = yd_source_new_take ("test", "txt", g_strdup (text), strlen (text), &error);
  g_assert_no_error (error);
  outline = yd_outline_parse (source, &error);

  if (outline == NULL)
    g_assert_error (error, YD_OUTLINE_ERROR, YD_OUTLINE_ERROR_EMPTY);

  return outline;
}

/* The text under test, for a debugger. */
static const char * volatile current;

static void
assert_inside (YdSpan span,
               YdSpan outer)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (outer.start, <=, span.start);
  g_assert_cmpuint (span.end, <=, outer.end);
}

/* Each character at most once in a point, a part of the head, or what is unplaced. */
static void
mark_span (guint8 *marks,
           guint   n,
           YdSpan  span)
{
  assert_inside (span, (YdSpan) { 0, n });
  for (guint i = span.start; i < span.end; i++)
    {
      g_assert_cmpuint (marks[i], ==, 0);
      marks[i] = 1;
    }
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x0b || c == 0x200b || c == 0xfeff;
}

static void
assert_covered (YdOutline *outline)
{
  YdSource *source = yd_outline_get_source (outline);
  const guint n = yd_source_get_n_chars (source);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  const char *text = yd_source_get_text (source, NULL);
  guint n_points, n_parts, n_unplaced;
  const YdOutlinePoint *points = yd_outline_get_points (outline, &n_points);
  const YdOutlinePart *parts = yd_outline_get_parts (outline, &n_parts);
  const YdSpan *unplaced = yd_outline_get_unplaced (outline, &n_unplaced);

  for (guint i = 0; i < n_points; i++)
    mark_span (marks, n, points[i].span);
  for (guint i = 0; i < n_unplaced; i++)
    mark_span (marks, n, unplaced[i]);
  for (guint i = 0; i < n_parts; i++)
    {
      assert_inside (parts[i].span, (YdSpan) { 0, n });
      memset (marks + parts[i].span.start, 1, parts[i].span.end - parts[i].span.start);
    }

  for (guint i = 0; i < n; i++, text = g_utf8_next_char (text))
    g_assert_true (marks[i] || is_blank (g_utf8_get_char (text)));
}

static void
assert_points (YdOutline *outline)
{
  guint n;
  const YdOutlinePoint *points = yd_outline_get_points (outline, &n);
  guint end = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = yd_outline_dup_path (outline, i);

      g_assert_cmpuint (points[i].span.start, >=, end);
      end = points[i].span.end;
      assert_inside (points[i].title_span, points[i].span);
      assert_inside (points[i].text_span, points[i].span);
      if (points[i].parent == YD_OUTLINE_NONE)
        g_assert_cmpuint (points[i].level, ==, 1);
      else
        {
          g_assert_cmpuint (points[i].parent, <, i);
          g_assert_cmpuint (points[i].level, ==, points[points[i].parent].level + 1);
        }
      g_assert_true (*points[i].label != '\0' && *path != '\0');
    }
}

#define ASSERT_FACTS(list, type) \
  G_STMT_START { \
    guint n_facts, n_of; \
    const type *facts = yd_outline_get_##list (outline, &n_facts); \
    const YdOutlinePoint *of = yd_outline_get_points (outline, &n_of); \
    for (guint i = 0; i < n_facts; i++) \
      { \
        g_assert_cmpuint (facts[i].point, <, n_of); \
        assert_inside (facts[i].span, of[facts[i].point].span); \
        g_assert_cmpuint (facts[i].span.end, >, facts[i].span.start); \
        g_assert_cmpuint (facts[i].sure, <=, 100); \
        if (i > 0) \
          g_assert_cmpuint (facts[i].point, >=, facts[i - 1].point); \
      } \
  } G_STMT_END

static void
assert_sound (const char *text)
{
  g_autoptr(YdOutline) outline = parse (text);
  g_autofree char *json = NULL;

  current = text;
  if (outline == NULL)
    return;

  assert_points (outline);
  ASSERT_FACTS (assignments, YdOutlineAssignment);
  ASSERT_FACTS (deadlines, YdOutlineDeadline);
  ASSERT_FACTS (dependencies, YdOutlineDependency);
  assert_covered (outline);

  json = yd_outline_to_json (outline);
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

static gsize
random_place (const GString *text)
{
  const long n = g_utf8_strlen (text->str, text->len);

  return g_utf8_offset_to_pointer (text->str, g_test_rand_int_range (0, n + 1)) - text->str;
}

static void
swap_brackets (GString *text)
{
  const gsize at = random_place (text);
  const char *brackets[] = { "（", "）", "〔", "〕", "〉" };

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      char *found = strstr (text->str + at, brackets[i]);

      if (found != NULL)
        {
          memcpy (found, brackets[g_test_rand_int_range (0, 5)], strlen ("（"));
          return;
        }
    }
}

static void
double_line (GString *text)
{
  const char *line = text->str + random_place (text);
  const char *end = strchr (line, '\n');
  g_autofree char *copy = end != NULL ? g_strndup (line, end - line + 1) : g_strdup (line);

  g_string_insert (text, line - text->str, copy);
}

static void
mutate (GString *text)
{
  gsize from = random_place (text);
  gsize to = random_place (text);

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      g_string_erase (text, MIN (from, to), MIN (MAX (from, to) - MIN (from, to), 60) / 3 * 3);
      if (!g_utf8_validate (text->str, text->len, NULL))
        g_string_assign (text, papers[0]);
      break;

    case 1:
      double_line (text);
      break;

    case 2:
      swap_brackets (text);
      break;

    default:
      g_string_insert (text, from, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    }
}

static void
test_papers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    assert_sound (papers[i]);
}

static void
test_mutations (gconstpointer data)
{
  g_autoptr(GString) text = g_string_new (data);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      if (i % 20 == 0)
        g_string_assign (text, data);
      mutate (text);
      assert_sound (text->str);
    }
}

/* Texts of nothing but the vocabulary. */
static void
test_pieces (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 400); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      assert_sound (text->str);
    }
}

static void
test_characters (void)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (int n = g_test_rand_int_range (0, 300); n > 0; n--)
        {
          const gunichar c = g_test_rand_int_range (1, g_test_rand_bit () ? 0x10ffff : 0x3100);

          if (g_unichar_validate (c) && c != '\r' && c != 0xfeff)
            g_string_append_unichar (text, c);
        }
      assert_sound (text->str);
    }
}

/* Of this thread: what else the machine does is not counted. In microseconds. */
static double
get_thread_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

/* Sixteen times the text takes about sixteen times as long. */
static double
time_parse (const char *piece,
            guint       n)
{
  g_autoptr(GString) text = g_string_new ("一、总体要求\n（一）");
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);

  for (guint i = 0; i < 3; i++)
    {
      const double start = get_thread_time ();
      g_autoptr(YdOutline) outline = parse (text->str);

      best = MIN (best, get_thread_time () - start);
    }

  return best;
}

static void
test_linear (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const double small = time_parse (pieces[i], 4000);
      const double large = time_parse (pieces[i], 64000);

      /* A quadratic parser takes 256 times as long, and a cold cache some more than 16. */
      if (large > 20000 && large > 128 * small)
        g_error ("%s: %.0f µs, then %.0f µs", pieces[i], small, large);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline-properties/papers", test_papers);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/outline-properties/mutations/%u", i);

      g_test_add_data_func (path, papers[i], test_mutations);
    }
  g_test_add_func ("/outline-properties/pieces", test_pieces);
  g_test_add_func ("/outline-properties/characters", test_characters);
  g_test_add_func ("/outline-properties/linear", test_linear);

  return g_test_run ();
}
