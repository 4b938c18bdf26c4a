/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "yd-icons.h"

static guint n_constructed;
static void (* construct) (GObject *icon);

static void
constructed_cb (GObject *icon)
{
  n_constructed++;
  construct (icon);
}

/* The class has something of its own to do, as that of GTK may have some day. */
static void
count_constructed (void)
{
  GObjectClass *klass = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE);

  construct = klass->constructed;
  klass->constructed = constructed_cb;
}

static GtkIconTheme *
get_theme (void)
{
  return gtk_icon_theme_get_for_display (gdk_display_get_default ());
}

static GtkIconPaintable *
look_up (int size)
{
  return gtk_icon_theme_lookup_icon (get_theme (), "open-menu-symbolic", NULL, size, 1,
                                     GTK_TEXT_DIR_LTR, 0);
}

/* More than GTK keeps by itself. */
static void
look_up_others (void)
{
  for (int size = 1; size <= 120; size++)
    g_object_unref (look_up (size));
}

/* Nobody shows it any more, and a hundred others were shown since: it is there all the same. */
static void
test_kept (void)
{
  GtkIconPaintable *icon = look_up (16);
  g_autoptr(GtkIconPaintable) again = NULL;

  g_object_add_weak_pointer (G_OBJECT (icon), (gpointer *) &icon);
  g_object_unref (icon);
  look_up_others ();
  g_assert_nonnull (icon);

  again = look_up (16);
  g_assert_true (again == icon);
  g_object_remove_weak_pointer (G_OBJECT (icon), (gpointer *) &icon);
}

/* The picture in a file would be one more each time. */
static void
test_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/picture.png");
  const guint n = n_constructed;
  GtkIconPaintable *icon = gtk_icon_paintable_new_for_file (file, 16, 1);

  /* However often they were said to be kept. */
  g_assert_cmpuint (n_constructed, ==, n + 1);
  g_object_add_weak_pointer (G_OBJECT (icon), (gpointer *) &icon);
  g_object_unref (icon);
  g_assert_null (icon);
}

/* GTK reads SVG by a library that may not be there: our buttons then show a warning sign. */
static void
test_own (void)
{
  const char *folder = "/io/github/yaodian/Yaodian/icons/scalable/actions/";
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) names = g_resources_enumerate_children (folder, 0, &error);

  g_assert_no_error (error);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat (folder, *name, NULL);
      g_autoptr(GdkPixbuf) picture = gdk_pixbuf_new_from_resource (path, &error);

      g_assert_no_error (error);
      g_assert_nonnull (picture);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  count_constructed ();
  yd_icons_keep ();
  yd_icons_keep ();

  g_test_add_func ("/icons/kept", test_kept);
  g_test_add_func ("/icons/file", test_file);
  g_test_add_func ("/icons/own", test_own);

  return g_test_run ();
}
