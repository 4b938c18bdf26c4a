/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-application.h"
#include "yd-window.h"

#include <glib/gstdio.h>
#include <string.h>

#include "yd-id.h"
#include "yd-page-info.h"
#include "yd-test-gtk.h"

/* The window that lists the keys: all that there are, and none that there are not. */

/* What is no binding but taken by a field or a list when it has the focus, after input
 * methods: Enter, and how editing ends.
 */
static const char * const by_hand[] = {
  "Return", "Escape", "<Control>Return", "<Shift><Control>Return",
  "t", "Home", "<Control>Left", "<Control>Right", "<Shift>Page_Up", "<Shift>Page_Down",
  "Page_Up", "Page_Down", "<Shift><Control>Left", "<Shift><Control>Right",
  "space", "1", "2", "3", "0", "Delete", "<Control>d", "slash", "bracketleft", "bracketright",
  "<Control>Up", "<Control>Down",
};

static const char * const prefixes[] = { "win.", "app.", "outline.", "source.", "fact.",
                                        "calendar.", "matrix." };

static gboolean
is_ours (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (action, prefixes[i]))
      return TRUE;

  return FALSE;
}

static void
add_key (GHashTable      *keys,
         guint            key,
         GdkModifierType  modifiers)
{
  g_autofree char *name = gtk_accelerator_name (gdk_keyval_to_lower (key), modifiers);

  /* Of the keys at the right there is another that is listed, and Tab is no shortcut. */
  if (strstr (name, "KP_") == NULL && strstr (name, "Tab") == NULL)
    g_hash_table_add (keys, g_steal_pointer (&name));
}

static void
add_trigger (GHashTable         *keys,
             GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      GtkAlternativeTrigger *both = GTK_ALTERNATIVE_TRIGGER (trigger);

      add_trigger (keys, gtk_alternative_trigger_get_first (both));
      add_trigger (keys, gtk_alternative_trigger_get_second (both));
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    add_key (keys, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
             gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
}

/* Alt+5 goes to no page as long as there are four. */
static gboolean
does_something (GtkShortcut *shortcut,
                const char  *action)
{
  guint n_pages, n;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  if (!g_str_equal (action, "win.nth-page"))
    return TRUE;
  n = g_variant_get_uint32 (gtk_shortcut_get_arguments (shortcut));

  return n <= n_pages && !infos[n - 1].passing;
}

static void
add_shortcuts (GHashTable *keys,
               GListModel *shortcuts)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);
      const char *name = GTK_IS_NAMED_ACTION (action)
                         ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)) : "";

      if (is_ours (name) && does_something (shortcut, name))
        add_trigger (keys, gtk_shortcut_get_trigger (shortcut));
    }
}

static void
add_widget (GHashTable *keys,
            GtkWidget  *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        add_shortcuts (keys, G_LIST_MODEL (controller));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_widget (keys, child);
}

static void
add_accels (GHashTable     *keys,
            GtkApplication *application)
{
  g_auto(GStrv) actions = gtk_application_list_action_descriptions (application);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto(GStrv) accels = gtk_application_get_accels_for_action (application, actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint key;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &modifiers));
          add_key (keys, key, modifiers);
        }
    }
}

static void
add_listed (GHashTable *keys,
            GtkWidget  *widget)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *all = NULL;
      g_auto(GStrv) each = NULL;

      g_object_get (widget, "accelerator", &all, NULL);
      each = g_strsplit (all, " ", -1);
      for (guint i = 0; each[i] != NULL; i++)
        {
          GdkModifierType modifiers;
          guint key;

          if (!gtk_accelerator_parse (each[i], &key, &modifiers))
            g_error ("%s is no key", each[i]);
          add_key (keys, key, modifiers);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_listed (keys, child);
}

static void
assert_each_in (GHashTable *keys,
                GHashTable *others,
                const char *words)
{
  GHashTableIter iter;
  gpointer key;
  gboolean all = TRUE;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (others, key))
      {
        g_test_message ("%s %s", (char *) key, words);
        all = FALSE;
      }
  g_assert_true (all);
}

static void
wait_until_idle (YdWindow *window)
{
  while (yd_window_get_busy (window) ||
         !yd_session_get_settled (yd_window_get_session (window)))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
select_first_duty (YdWindow *window)
{
  YdSession *session = yd_window_get_session (window);
  g_autoptr(YdRow) chapter =
    g_list_model_get_item (yd_plan_get_points (yd_session_get_plan (session)), 0);
  g_autoptr(YdRow) duty = g_list_model_get_item (yd_point_get_children (chapter), 0);

  yd_session_set_selected (session, duty);
  wait_until_idle (window);
}

/* What still runs holds the library, in a folder that is about to go. */
static void
destroy_window (YdWindow *window)
{
  YdLibrary *library = yd_session_get_library (yd_window_get_session (window));

  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  gtk_window_destroy (GTK_WINDOW (window));
  while (library != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
remove_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_folder (child);
    }
  g_remove (path);
}

static void
test_list (void)
{
  g_autofree char *folder = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.db", NULL);
  g_autoptr(GFile) sample = g_file_new_for_path (g_getenv ("YD_SAMPLE"));
  g_autoptr(YdApplication) application = yd_application_new (&yd_id_system_source);
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GtkBuilder) builder = NULL;
  YdWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = yd_window_new (GTK_APPLICATION (application), &yd_id_system_source);
  gtk_window_present (GTK_WINDOW (window));
  yd_window_open_library (window, library);
  yd_window_open (window, sample);
  wait_until_idle (window);
  select_first_duty (window);

  add_widget (there, GTK_WIDGET (window));
  add_accels (there, GTK_APPLICATION (application));
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    g_hash_table_add (there, g_strdup (by_hand[i]));

  builder = gtk_builder_new_from_resource ("/io/github/yaodian/Yaodian/ui/yd-shortcuts.ui");
  add_listed (listed, GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay")));

  g_assert_cmpuint (g_hash_table_size (listed), >, 40);
  assert_each_in (there, listed, "is a key that is not listed");
  assert_each_in (listed, there, "is listed, and is no key");

  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
  destroy_window (window);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();

  g_test_add_func ("/shell/shortcuts/list", test_list);

  return g_test_run ();
}
