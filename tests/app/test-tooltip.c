/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "yd-tooltip.h"

/* Tooltips of Chinese words stand in one line, however they were set. */

typedef struct
{
  const char *name;
  const char *text;
  gboolean    own;              /* set by yd_tooltip_set() */
  int         n_lines;
} TooltipCase;

static const TooltipCase cases[] = {
  { "/tooltip/two",      "撤销",                        FALSE, 1 },
  { "/tooltip/mixed",    "查找（Ctrl+F）",              FALSE, 1 },
  { "/tooltip/sentence", "从文件读出的内容还有待核对",  FALSE, 1 },
  { "/tooltip/own",      "打印预览",                    TRUE,  1 },
  { "/tooltip/two-said", "第一行\n第二行",              TRUE,  2 },
  { "/tooltip/long",     "源文按印发件保存，不可改动；改动请先另存一份，再在副本里改，改完以后"
                         "两份可以对照着看",            FALSE, 2 },
};

static gboolean
ask (GtkWidget  *widget,
     GtkTooltip *tooltip)
{
  gboolean answered = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &answered);

  return answered;
}

/* Returns: the lines of @text in @label with the room that it wants */
static int
count_lines (GtkLabel *label)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                      NULL);
  gtk_widget_allocate (GTK_WIDGET (label), width, 200, -1, NULL);

  return pango_layout_get_line_count (gtk_label_get_layout (label));
}

static void
test_case (gconstpointer user_data)
{
  const TooltipCase *c = user_data;
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autoptr(GtkWidget) widget = g_object_ref_sink (gtk_button_new ());
  GtkLabel *label;

  if (c->own)
    yd_tooltip_set (widget, c->text);
  else
    gtk_widget_set_tooltip_text (widget, c->text);

  g_assert_true (ask (widget, tooltip));

  label = g_object_get_data (G_OBJECT (tooltip), "yd-tooltip-label");
  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_label_get_text (label), ==, c->text);
  g_assert_cmpint (count_lines (label), ==, c->n_lines);
}

/* Nothing to say is no tooltip, also when there was one. */
static void
test_none (void)
{
  g_autoptr(GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autoptr(GtkWidget) widget = g_object_ref_sink (gtk_button_new ());

  yd_tooltip_set (widget, "撤销");
  g_assert_true (ask (widget, tooltip));
  yd_tooltip_set (widget, NULL);
  g_assert_false (ask (widget, tooltip));

  gtk_widget_set_tooltip_text (widget, "重做");
  g_assert_true (ask (widget, tooltip));
  gtk_widget_set_tooltip_text (widget, NULL);
  g_assert_false (ask (widget, tooltip));
  g_assert_false (yd_tooltip_show (tooltip, ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_tooltip_init ();

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].name, &cases[i], test_case);
  g_test_add_func ("/tooltip/none", test_none);

  return g_test_run ();
}
