/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-look.h"
#include "yd-test-gtk.h"

#include <string.h>

/* Does it see what annoys, and nothing else? */

typedef struct
{
  const char *name;
  const char *css;
  const char *text;
  const char *words;            /* that may be read, or NULL where all may */
  int         width;            /* of the label, or 0 */
  gboolean    in_list;
  gboolean    in_scrolled;
  const char *tooltip;
  const char *finding;          /* how it begins, or NULL */
} LookCase;

static const LookCase look_cases[] = {
  { "/look/nothing",         "",                "工作要点",     "",     0, FALSE, FALSE, NULL,
    NULL },
  { "/look/word",            "",                "打开 File",    "WPS",  0, FALSE, FALSE, NULL,
    "not translated: “打开 File”" },
  { "/look/word-allowed",    "",                "用 WPS 打开",  "wps",  0, FALSE, FALSE, NULL,
    NULL },
  { "/look/letter",          "",                "导出(E)…",     "",     0, FALSE, FALSE, NULL,
    NULL },
  { "/look/any-word",        "",                "Open File",    NULL,   0, FALSE, FALSE, NULL,
    NULL },
  { "/look/cut",             "",                "很长很长的字", "",     40, FALSE, FALSE, NULL,
    "cut: “很长" },
  { "/look/cut-and-told",    "",                "很长很长的字", "",     40, FALSE, FALSE,
    "很长很长的字", NULL },
  { "/look/cut-told-else",   "",                "很长很长的字", "",     40, FALSE, FALSE, "别的",
    "cut: “很长" },
  { "/look/cut-in-list",     "",                "很长很长的字", "",     40, TRUE, FALSE, NULL,
    NULL },
  { "/look/pale",            "color: #999999;", "看不清",       "",     0, FALSE, FALSE, NULL,
    "contrast 2.85 of #999999 on #ffffff: “看不清”" },
  { "/look/dim",             "opacity: 0.5;",   "看不清",       "",     0, FALSE, FALSE, NULL,
    "contrast 3.98 of #808080 on #ffffff: “看不清”" },
  { "/look/dim-enough",      "opacity: 0.7;",   "看得清",       "",     0, FALSE, FALSE, NULL,
    NULL },
  { "/look/own-ground",      "color: white; background: #1c71d8;", "看得清", "", 0, FALSE, FALSE,
    NULL, NULL },
  { "/look/outside",         "margin-left: 190px;", "在外面",   "",     0, FALSE, FALSE, NULL,
    "outside: “在外面”" },
  { "/look/scrolled",        "margin-left: 190px;", "在外面",   "",     0, FALSE, TRUE, NULL,
    NULL },
};

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, user_data);
}

static GtkWidget *
put_in_list (GtkWidget *label)
{
  const char * const items[] = { "one", NULL };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model =
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (gtk_string_list_new (items))));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), label);

  return gtk_list_view_new (model, factory);
}

/* A place that gives its child no more than it has: 200 pixels, and what is beyond is cut. */
static GtkWidget *
put_in_place (GtkWidget *child,
              gboolean   scrolled)
{
  return g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                       "hscrollbar-policy", scrolled ? GTK_POLICY_AUTOMATIC : GTK_POLICY_EXTERNAL,
                       "width-request", 200, "height-request", 60, "halign", GTK_ALIGN_START,
                       "child", child, NULL);
}

static void
load_css (GtkCssProvider *provider,
          const char     *css)
{
  g_autofree char *all =
    g_strdup_printf ("window, scrolledwindow, listview, row { background: white; }\n"
                     "label.test { color: black; %s }", css);

  gtk_css_provider_load_from_data (provider, all, -1);
}

static gboolean
stop_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       loop)
{
  return gdk_frame_clock_get_frame_counter (clock) < 5 ? G_SOURCE_CONTINUE : stop_cb (loop);
}

static void
wait_for_frames (GtkWidget *window)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  gtk_widget_add_tick_callback (window, frame_cb, loop, NULL);
  g_main_loop_run (loop);
}

static void
test_look (gconstpointer data)
{
  const LookCase *c = data;
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr(GPtrArray) findings = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new (c->text);
  GtkWidget *child;

  gtk_widget_add_css_class (label, "test");
  gtk_label_set_ellipsize (GTK_LABEL (label), c->width > 0 ? PANGO_ELLIPSIZE_END
                                                           : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_size_request (label, c->width > 0 ? c->width : -1, -1);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (label, c->tooltip);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  child = put_in_place (c->in_list ? put_in_list (label) : label, c->in_scrolled);
  gtk_window_set_child (GTK_WINDOW (window), child);
  load_css (provider, c->css);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frames (window);

  findings = yd_look_at (window, c->words);
  if (c->finding == NULL && findings->len > 0)
    g_test_message ("%s", (const char *) findings->pdata[0]);
  g_assert_cmpuint (findings->len, ==, c->finding != NULL);
  if (c->finding != NULL && !g_str_has_prefix (findings->pdata[0], c->finding))
    g_assert_cmpstr (findings->pdata[0], ==, c->finding);

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (window),
                                                 GTK_STYLE_PROVIDER (provider));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  yd_test_gtk_prepare ();
  gtk_init ();

  for (guint i = 0; i < G_N_ELEMENTS (look_cases); i++)
    g_test_add_data_func (look_cases[i].name, &look_cases[i], test_look);

  return g_test_run ();
}
