/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A document as offices write them: chapters of a hundred points, each with units and
 * a day.
 */
static inline void
bench_write_document (const char *path,
                      guint       n_points)
{
  g_autoptr(GString) text = g_string_new ("2017年工作要点\n");

  for (guint i = 0; i < n_points; i++)
    {
      if (i % 100 == 0)
        g_string_append_printf (text, "%u、第%u章\n", i / 100 + 1, i / 100 + 1);
      g_string_append_printf (text, "（%u）推进第%u项政务公开。围绕权力运行全流程及时公开进展，6月底前完成。"
                              "（市财政局牵头，市审改办、市直有关部门配合）\n", i % 100 + 1, i + 1);
    }

  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
}
