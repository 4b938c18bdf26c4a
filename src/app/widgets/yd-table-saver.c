/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-table-saver.h"

#include <glib/gi18n-lib.h>

#include "yd-export.h"
#include "yd-save-chooser.h"

/* A table that a window hands out: where to is asked, and it goes to the disk on a thread of its
 * own. The file appears whole or not at all.
 */

static const struct
{
  const char *suffix;
  const char *kind;
} kinds[] = {
  { "docx", N_("Word Document (docx)") },
  { "xlsx", N_("Excel Table (xlsx)") },
  { "pdf",  N_("PDF Document (pdf)") },
};

typedef struct
{
  YdTable          *table;
  char             *path;
  YdTableSaverFunc  func;
  gpointer          user_data;
} Saving;

static Saving *
saving_new (YdTable          *table,
            YdTableSaverFunc  func,
            gpointer          user_data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->table = yd_table_ref (table);
  saving->func = func;
  saving->user_data = user_data;

  return saving;
}

static void
saving_free (Saving *saving)
{
  yd_table_unref (saving->table);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;
  YdFormat format;

  if (yd_format_from_path (saving->path, &format, &error) &&
      yd_export_save (saving->table, format, saving->path, NULL, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  const gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  saving->func (saved, error != NULL ? error->message : NULL, saving->user_data);
}

static void
save (Saving     *saving,
      const char *path)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, saved_cb, NULL);

  saving->path = g_strdup (path);
  g_task_set_source_tag (task, save);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
chosen_cb (GFile    *file,
           gpointer  user_data)
{
  Saving *saving = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    {
      save (saving, path);
      return;
    }

  saving->func (FALSE, file != NULL ? _("This place is not on this computer. Choose another "
                                        "folder.") : NULL, saving->user_data);
  saving_free (saving);
}

/**
 * yd_table_saver_run:
 * @parent: the window in front of which it is asked
 * @heading: what is to be saved
 * @table: a table to which nobody appends any more
 * @name: what the file is called, any text
 * @suffix: `docx`, `xlsx` or `pdf`
 * @func: called once, whatever came of it
 * @user_data: data for @func
 *
 * Asks where to save @table, and does it.
 */
void
yd_table_saver_run (GtkWindow        *parent,
                    const char       *heading,
                    YdTable          *table,
                    const char       *name,
                    const char       *suffix,
                    YdTableSaverFunc  func,
                    gpointer          user_data)
{
  g_autofree char *file = yd_save_chooser_make_name (name, suffix);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].suffix, suffix))
      yd_save_chooser_run (parent, heading, file, _(kinds[i].kind), suffix, chosen_cb,
                           saving_new (table, func, user_data));
}

/**
 * yd_table_saver_save:
 * @table: a table to which nobody appends any more
 * @path: (type filename): where to; its suffix tells how
 * @func: called once, whatever came of it
 * @user_data: data for @func
 *
 * The same for a place that is known.
 */
void
yd_table_saver_save (YdTable          *table,
                     const char       *path,
                     YdTableSaverFunc  func,
                     gpointer          user_data)
{
  save (saving_new (table, func, user_data), path);
}
