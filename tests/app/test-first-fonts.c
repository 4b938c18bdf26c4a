/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "yd-first-fonts.h"
#include "yd-welcome.h"

/* What is guessed before there are stylesheets is what they make of it in the end; nothing is
 * guessed of stylesheets that nobody looked at.
 */

typedef struct
{
  const char *path;
  const char *font;
  int         dpi;
} FontCase;

static const FontCase cases[] = {
  { "/first-fonts/usual",     "Sans 10",        96  },
  { "/first-fonts/other",     "Serif Italic 9", 96  },
  { "/first-fonts/large",     "Sans 11",        120 },
  { "/first-fonts/in-pixels", "Sans 15px",      96  },
};

static gboolean
is_listed (GPtrArray                  *list,
           const PangoFontDescription *description)
{
  for (guint i = 0; i < list->len; i++)
    if (pango_font_description_equal (list->pdata[i], description))
      return TRUE;

  return FALSE;
}

static guint
check_labels (GtkWidget *widget,
              GPtrArray *list)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;

  if (GTK_IS_LABEL (widget) && gtk_label_get_label (GTK_LABEL (widget))[0] != '\0')
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
      PangoContext *context = pango_layout_get_context (layout);
      const PangoFontDescription *description = pango_context_get_font_description (context);
      g_autofree char *words = pango_font_description_to_string (description);

      if (!is_listed (list, description))
        g_error ("%s is not listed: %s", words, pango_layout_get_text (layout));
      n++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_labels (child, list);

  return n;
}

static void
activate_cb (GtkApplication *application,
             gpointer        user_data)
{
  const FontCase *test = user_data;
  GtkWidget *window = adw_application_window_new (application);
  g_autoptr(GPtrArray) list = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-font-name", test->font,
                "gtk-xft-dpi", test->dpi * PANGO_SCALE, NULL);
  list = yd_first_fonts_list ();
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window),
                                      g_object_new (YD_TYPE_WELCOME, NULL));
  gtk_window_present (GTK_WINDOW (window));
  if (adw_get_minor_version () > 2)
    g_assert_cmpuint (list->len, ==, 0);
  else
    g_assert_cmpuint (check_labels (window, list), >=, 8);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_fonts (gconstpointer data)
{
  g_autoptr(AdwApplication) application = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDOUT);
      g_test_trap_assert_passed ();
      return;
    }

  application = g_object_new (ADW_TYPE_APPLICATION, "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/yaodian/Yaodian", NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), (gpointer) data);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
}

/* A computer without fonts, as fontconfig sees it, has nothing to be guessed. */
static void
find_nothing (void)
{
  g_autofree char *path = NULL;
  const int fd = g_file_open_tmp ("yd-fonts-XXXXXX", &path, NULL);

  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, "<fontconfig/>", -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  gtk_init ();

  yd_first_fonts_find ();
  yd_first_fonts_find_samples ();

  g_unlink (path);
}

static void
test_none (void)
{
  if (g_test_subprocess ())
    {
      find_nothing ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_fonts);
  g_test_add_func ("/first-fonts/none", test_none);

  return g_test_run ();
}
