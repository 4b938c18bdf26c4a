/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-toolkit.h"

#include <malloc.h>

#include "yd-first-fonts.h"

#define THEME "GTK_THEME"
#define EMPTY "Adwaita-empty"
#define FOLDERS "yd-folders"
#define RESOURCES "yd-resources"

/* In bytes */
#define PIECE (1 << 20)
#define LARGE (32 << 20)

/* A theme of icons that is made is read by a thread of GTK, and each folder that is added
 * then waits for the thread and has all read anew. So there is nothing to be read until the
 * last one was added: neither the folders nor the icons that GTK has inside.
 */
static void
put_folders_aside (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  const char *none[] = { NULL };

  g_object_set_data_full (G_OBJECT (theme), FOLDERS, gtk_icon_theme_get_search_path (theme),
                          (GDestroyNotify) g_strfreev);
  gtk_icon_theme_set_search_path (theme, none);
  g_object_set_data_full (G_OBJECT (theme), RESOURCES, gtk_icon_theme_get_resource_path (theme),
                          (GDestroyNotify) g_strfreev);
  gtk_icon_theme_set_resource_path (theme, none);
}

/* Those that were there come first, as they would have. */
static void
put_resources_back (GtkIconTheme  *theme,
                    char         **first)
{
  g_auto(GStrv) added = gtk_icon_theme_get_resource_path (theme);
  g_autoptr(GStrvBuilder) all = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;

  g_strv_builder_addv (all, (const char **) first);
  if (added != NULL)
    g_strv_builder_addv (all, (const char **) added);
  paths = g_strv_builder_end (all);
  gtk_icon_theme_set_resource_path (theme, (const char * const *) paths);
}

static void
put_folders_back (GtkIconTheme *theme)
{
  g_auto(GStrv) folders = g_object_steal_data (G_OBJECT (theme), FOLDERS);
  g_auto(GStrv) resources = g_object_steal_data (G_OBJECT (theme), RESOURCES);

  if (resources != NULL)
    put_resources_back (theme, resources);
  if (folders != NULL)
    gtk_icon_theme_set_search_path (theme, (const char * const *) folders);
}

/* It is asked for what it has only because it looks through its folders for that. */
static void
read_icons (GTask        *task,
            gpointer      theme,
            gpointer      task_data,
            GCancellable *cancellable)
{
  g_task_return_boolean (task, gtk_icon_theme_has_icon (theme, "open-menu-symbolic"));
}

/* Each folder of icons that is named makes GTK look through all of them anew, and the
 * last is named just before libadwaita names its theme and reads its stylesheet. While it
 * does, a thread can look; the first icon would otherwise wait for that.
 */
static void
theme_named_cb (GtkSettings *settings)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_autoptr(GTask) task = g_task_new (theme, NULL, NULL, NULL);

  g_signal_handlers_disconnect_by_func (settings, theme_named_cb, NULL);
  put_folders_back (theme);
  g_task_run_in_thread (task, read_icons);
  yd_first_fonts_find ();
}

/* The variable must be gone before libadwaita looks for it, and before there are threads that
 * look for theirs: it is moved under them. That of a connection to the session bus looks for
 * nothing once it is there.
 */
static void
make_settings (void)
{
  gtk_settings_get_default ();
  if (g_strcmp0 (g_getenv (THEME), EMPTY) == 0)
    g_unsetenv (THEME);
}

/* A thread has memory of its own, which glibc has the kernel lengthen by a page or two whenever
 * something is put there: some hundred times until the first frame, by those that read icons
 * and fonts, and the main thread waits meanwhile for pages that it needs itself.
 */
static void
take_larger_pieces (void)
{
#ifdef M_TOP_PAD
  mallopt (M_TOP_PAD, PIECE);
#endif
}

/**
 * yd_toolkit_prepare:
 *
 * GTK reads its own theme when it makes its settings, and libadwaita puts another in its
 * place a moment later, which is as long as a third of the start of a bare window. So GTK
 * is told to begin with the empty one that libadwaita has for this; yd_toolkit_init()
 * takes that back. To be called before there is any thread: the environment may be moved.
 * The locale is left to main(), since nobody may change it beside a thread.
 */
void
yd_toolkit_prepare (void)
{
  take_larger_pieces ();
  gtk_disable_setlocale ();
  g_setenv (THEME, EMPTY, FALSE);
}

/**
 * yd_toolkit_init:
 *
 * Opens the display, before GtkApplication would do it, in a way that has the first
 * window sooner on it: the configuration of fonts is read on a thread from here on. Who
 * chose a theme by the environment gets that one. Without a display the program ends, as it
 * does in GtkApplication.
 */
void
yd_toolkit_init (void)
{
  gtk_init ();
  make_settings ();
  pango_cairo_font_map_get_default ();
  g_signal_connect (gtk_settings_get_default (), "notify::gtk-theme-name",
                    G_CALLBACK (theme_named_cb), NULL);
  put_folders_aside ();
}

/**
 * yd_toolkit_finish:
 *
 * To be called when libadwaita has its stylesheets, or a person's theme those of its own:
 * then the folders of icons were not asked for in between.
 */
void
yd_toolkit_finish (void)
{
  put_folders_back (gtk_icon_theme_get_for_display (gdk_display_get_default ()));
}

/**
 * yd_toolkit_settle:
 *
 * To be called when there was a frame. After yd_toolkit_prepare() glibc learns no more from what
 * is freed, and what holds the pixels of a frame would go back to the kernel each time. So it is
 * told what it learns at most.
 */
void
yd_toolkit_settle (void)
{
#ifdef M_TOP_PAD
  mallopt (M_MMAP_THRESHOLD, LARGE);
  mallopt (M_TRIM_THRESHOLD, 2 * LARGE);
#endif
}
