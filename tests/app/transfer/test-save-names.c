/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "yd-missing-fonts.h"
#include "yd-save-chooser.h"
#include "yd-test-gtk.h"

/* What a file is called, and which fonts it has. */

static const struct
{
  const char *title;
  const char *name;
} name_cases[] = {
  { "2017年工作要点", "2017年工作要点.docx" },
  { "A/B: \"C\"?\n", "AB C.docx" },
  { "", "Plan.docx" },
  { " . ", "Plan..docx" },
  { "..", "Plan...docx" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_cases); i++)
    {
      g_autofree char *name = yd_save_chooser_make_name (name_cases[i].title, "docx");

      g_assert_cmpstr (name, ==, name_cases[i].name);
    }
}

static void
test_long_name (void)
{
  g_autofree char *title = g_strnfill (400, 'x');
  g_autofree char *name = yd_save_chooser_make_name (title, "docx");

  g_assert_cmpuint (strlen (name), ==, 205);
}

/* What is not installed is named once; what has another name here is not. */
static void
test_fonts (void)
{
  g_autoptr(YdPageStyle) style = yd_page_style_new ();
  g_autoptr(GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  PangoFontMap *fonts =
    pango_context_get_font_map (gtk_widget_get_pango_context (label));
  g_autoptr(GPtrArray) used = NULL;
  g_autoptr(GPtrArray) missing = NULL;

  for (guint i = 0; i < YD_N_FONTS; i++)
    yd_page_style_set_font (style, i, i < 3 ? "No Such Font" : "DejaVu Sans", 12);
  used = yd_fonts_list_used (style);
  missing = yd_fonts_list_missing (style, fonts);
  g_assert_cmpuint (used->len, ==, 2);
  g_assert_cmpuint (missing->len, >=, 1);
  g_assert_cmpstr (g_ptr_array_index (missing, 0), ==, "No Such Font");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add_func ("/save-chooser/names", test_names);
  g_test_add_func ("/save-chooser/long-name", test_long_name);
  g_test_add_func ("/fonts/missing", test_fonts);

  return g_test_run ();
}
