/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-save-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The desktop's own dialog for where to save. */

/* A name is at most 255 bytes long, and its copies get something added. */
#define MAX_NAME_BYTES 200

typedef struct
{
  YdSaveChooserFunc  func;
  gpointer           user_data;
  char              *suffix;
} Choice;

/* Returns: (transfer full): a name for a folder that is called @title */
char *
yd_save_chooser_make_folder_name (const char *title)
{
  GString *name = g_string_new (NULL);

  for (const char *c = title; *c != '\0' && name->len < MAX_NAME_BYTES; c = g_utf8_next_char (c))
    if (!g_unichar_iscntrl (g_utf8_get_char (c)) && strchr ("/\\:*?\"<>|", *c) == NULL)
      g_string_append_unichar (name, g_utf8_get_char (c));

  g_strstrip (name->str);
  name->len = strlen (name->str);
  if (name->len == 0 || name->str[0] == '.')
    g_string_prepend (name, _("Plan"));

  return g_string_free (name, FALSE);
}

/**
 * yd_save_chooser_make_name:
 * @title: what it is called, any text
 * @suffix: without the dot
 *
 * Returns: (transfer full): a name for a file that all systems take
 */
char *
yd_save_chooser_make_name (const char *title,
                           const char *suffix)
{
  g_autofree char *name = yd_save_chooser_make_folder_name (title);

  return g_strconcat (name, ".", suffix, NULL);
}

/* Who leaves the suffix out means it all the same, unless that names another file. */
static GFile *
add_suffix (GFile      *file,
            const char *suffix)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *folded = g_ascii_strdown (base, -1);
  g_autofree char *dotted = g_strconcat (".", suffix, NULL);
  g_autofree char *whole = g_strconcat (base, dotted, NULL);
  g_autoptr(GFile) folder = g_file_get_parent (file);

  if (folder == NULL || g_str_has_suffix (folded, dotted))
    return g_object_ref (file);

  return g_file_get_child (folder, whole);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  Choice *choice = user_data;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) whole = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    whole = choice->suffix != NULL ? add_suffix (file, choice->suffix) : g_object_ref (file);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
  choice->func (whole, choice->user_data);
  g_free (choice->suffix);
  g_free (choice);
}

/**
 * yd_save_chooser_run:
 * @parent: the window in front of which it opens
 * @heading: what is to be saved
 * @name: the name that is offered
 * @kind: what files of this kind are called
 * @suffix: their suffix, without the dot
 * @func: called once, whatever was chosen
 * @user_data: data for @func
 *
 * Asks where to save. An older file of the name is asked about by the dialog.
 */
void
yd_save_chooser_run (GtkWindow         *parent,
                     const char        *heading,
                     const char        *name,
                     const char        *kind,
                     const char        *suffix,
                     YdSaveChooserFunc  func,
                     gpointer           user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (heading, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                 _("_Cancel"));
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->user_data = user_data;
  choice->suffix = g_strdup (suffix);

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * yd_save_chooser_run_folder:
 * @parent: the window in front of which it opens
 * @heading: what is to be saved
 * @func: called once, whatever was chosen
 * @user_data: data for @func
 *
 * Asks in which folder to save.
 */
void
yd_save_chooser_run_folder (GtkWindow         *parent,
                            const char        *heading,
                            YdSaveChooserFunc  func,
                            gpointer           user_data)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (heading, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                 _("_Save"), _("_Cancel"));
  Choice *choice = g_new0 (Choice, 1);

  choice->func = func;
  choice->user_data = user_data;
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
