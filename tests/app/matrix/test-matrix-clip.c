/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-paste.h"

#include "yd-compat.h"
#include "yd-matrix-fixture.h"
#include "yd-test-gtk.h"
#include "yd-test-script.h"

static GtkWindow *
find_paste (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (YD_IS_MATRIX_PASTE (l->data))
      return l->data;

  return NULL;
}

static void
said_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  yd_set_str ((char **) user_data, parameter != NULL ? g_variant_get_string (parameter, NULL)
                                                    : "points");
}

/* What the page says from now on is kept in @said. */
static void
listen (YdMatrixFixture  *fixture,
        char            **said)
{
  static const GActionEntry entries[] = {
    { .name = "say", .activate = said_cb, .parameter_type = "s" },
    { .name = "paste-points", .activate = said_cb },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), said);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
}

/* Returns: (transfer full) (nullable): what the page says instead of opening its dialog; `points`
 *   where it leaves that to the window
 */
static char *
paste (YdMatrixFixture *fixture,
       const char      *text)
{
  char *said = NULL;

  listen (fixture, &said);
  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), text);
  g_assert_true (yd_page_paste (YD_PAGE (fixture->page)));
  while (said == NULL && find_paste () == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_insert_action_group (fixture->window, "win", NULL);

  return said;
}

/* Returns: (transfer full) (nullable): what the page says instead of accepting what is chosen */
static char *
accept (YdMatrixFixture *fixture)
{
  char *said = NULL;

  listen (fixture, &said);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "matrix.accept", NULL);
  yd_matrix_fixture_spin ();
  gtk_widget_insert_action_group (fixture->window, "win", NULL);

  return said;
}

/* What was copied changes nothing when it comes back; what was changed in it is one edit. */
static void
test_clip (YdMatrixFixture *fixture,
           gconstpointer    data)
{
  g_autofree char *copied = NULL;
  g_autofree char *said = NULL;
  g_autofree char *left = NULL;
  GtkWindow *dialog;

  yd_matrix_fixture_go (fixture, "a1", "u");
  copied = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (copied, ==, "Copied: 5 points × 4 units");
  said = paste (fixture, NULL);
  g_assert_cmpstr (said, ==, "The table says what the plan says: nothing is to be changed");
  left = paste (fixture, "一、甲\n（一）乙");
  g_assert_cmpstr (left, ==, "points");

  g_assert_null (paste (fixture, "\t财政局\t各县\n一(一) 子\t△\t\n一(二) 丑\t●\t\n"));
  dialog = find_paste ();
  g_assert_nonnull (dialog);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "u"), ==, YD_ROLE_LEAD);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.change", NULL);
  yd_matrix_fixture_spin ();
  g_assert_null (find_paste ());
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "u"), ==, YD_ROLE_SUPPORT);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "g"), ==, YD_ROLE_NONE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "u"), ==, YD_ROLE_LEAD);
  yd_matrix_fixture_undo (fixture);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "u"), ==, YD_ROLE_LEAD);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "g"), ==, YD_ROLE_RESPONSIBLE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "u"), ==, YD_ROLE_NONE);
}

/* What the filter hides is no blank in the table: pasted, it would be taken away. Nor is it in a
 * chapter whose own marks are hidden, be it folded.
 */
static void
test_clip_filtered (YdMatrixFixture *fixture,
                    gconstpointer    data)
{
  static const char * const roles[] = { "lead", "responsible", "support" };

  yd_test_script_must (YD_SPACE (fixture->plan), "+assignment = point=a unit=n role=support; "
                       "+assignment = point=b unit=v role=lead");
  for (guint i = 0; i < 2 * G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *copied = NULL;
      g_autofree char *said = NULL;

      g_object_set (fixture->page, "role", roles[i / 2], NULL);
      yd_matrix_set_all_folded (yd_matrix_fixture_get_matrix (fixture), i % 2 == 1);
      yd_matrix_fixture_spin ();
      copied = yd_page_copy (YD_PAGE (fixture->page));
      g_assert_true (g_str_has_prefix (copied, "Copied: "));
      said = paste (fixture, NULL);
      g_assert_cmpstr (said, ==, "The table says what the plan says: nothing is to be changed");
    }
}

/* So many points and units that nobody can mean all of them. */
static void
make_large (YdMatrixFixture *fixture)
{
  g_autoptr(GString) script = g_string_new ("+point c order=c title=丙章 kind=chapter");

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (script, "; +point c%u parent=c order=a%04u title=第%u项; "
                            "+unit c%u name=第%u局 order=h%04u", i, i, i, i, i, i);
  yd_test_script_must (YD_SPACE (fixture->plan), script->str);
}

/* What would keep everything waiting is not copied. */
static void
test_clip_large (YdMatrixFixture *fixture,
                 gconstpointer    data)
{
  g_autofree char *refused = NULL;
  g_autofree char *copied = NULL;

  make_large (fixture);
  yd_matrix_fixture_go (fixture, "a1", "u");
  refused = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (refused, ==,
                   "This is too large for the clipboard. Choose a part of it, or export it.");

  yd_matrix_fixture_press_key (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  copied = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (copied, ==, "Copied: 2 points × 1 units");
}

/* A table of all of those by their names, in which nobody does anything. */
static char *
dup_large_table (void)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (table, "\t第%u局", i);
  for (guint i = 0; i < 250; i++)
    {
      g_string_append_printf (table, "\n第%u项", i);
      for (guint j = 0; j < 250; j++)
        g_string_append (table, "\t");
    }

  return g_string_free (table, FALSE);
}

/* Nor is it read back: one cell that would fill all of them, also if it says of most what the plan
 * says, a block that is as large by itself, and a table with heads. Nothing of all that is chosen
 * is accepted either.
 */
static void
test_paste_large (YdMatrixFixture *fixture,
                  gconstpointer    data)
{
  static const char *words = "These are too many cells to be changed at once";
  g_autofree char *rows = g_strnfill (249, '\n');
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autofree char *columns = g_strnfill (249, '\t');
  g_autofree char *separator = g_strconcat (columns, "\n○", NULL);
  g_autofree char *block = g_strjoinv (separator, lines);
  g_autofree char *table = dup_large_table ();
  const char * const pasted[] = { "○", block, table };
  g_autofree char *accepted = NULL;

  make_large (fixture);
  yd_matrix_fixture_go (fixture, "a1", "u");
  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autofree char *said = NULL;

      if (i == 0)
        yd_matrix_fixture_press_key (fixture, GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
      said = paste (fixture, pasted[i]);
      g_assert_cmpstr (said, ==, words);
    }
  accepted = accept (fixture);
  g_assert_cmpstr (accepted, ==, words);
}

/* Only what is chosen is copied; and a block without heads goes to where one stands. */
static void
test_block (YdMatrixFixture *fixture,
            gconstpointer    data)
{
  g_autofree char *copied = NULL;
  GtkWindow *dialog;

  yd_matrix_fixture_go (fixture, "a1", "u");
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  yd_matrix_fixture_press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK);
  copied = yd_page_copy (YD_PAGE (fixture->page));
  g_assert_cmpstr (copied, ==, "Copied: 2 points × 2 units");

  yd_matrix_fixture_go (fixture, "a1", "v");
  g_assert_null (paste (fixture, "●\t\n\t△\n"));
  dialog = find_paste ();
  g_assert_nonnull (dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.change", NULL);
  yd_matrix_fixture_spin ();
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "v"), ==, YD_ROLE_LEAD);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a1", "g"), ==, YD_ROLE_NONE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "v"), ==, YD_ROLE_NONE);
  g_assert_cmpint (yd_matrix_fixture_get_role (fixture, "a2", "g"), ==, YD_ROLE_SUPPORT);
}

int
main (int    argc,
      char **argv)
{
  const struct
  {
    const char *path;
    void     (* func) (YdMatrixFixture *, gconstpointer);
  } tests[] = {
    { "/matrix-clip/clip",        test_clip          },
    { "/matrix-clip/filtered",    test_clip_filtered },
    { "/matrix-clip/large",       test_clip_large    },
    { "/matrix-clip/paste-large", test_paste_large   },
    { "/matrix-clip/block",       test_block         },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  yd_test_gtk_prepare ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, YdMatrixFixture, YD_MATRIX_SCRIPT, yd_matrix_fixture_set_up,
                tests[i].func, yd_matrix_fixture_tear_down);

  return g_test_run ();
}
