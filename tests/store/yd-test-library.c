/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-library.h"

#include <glib/gstdio.h>
#include <string.h>

#include "yd-id.h"
#include "yd-plan.h"

void
yd_test_library_set_up (YdTestLibrary *self,
                        gconstpointer  data)
{
  self->dir = g_dir_make_tmp ("yaodian-XXXXXX", NULL);
  self->path = g_build_filename (self->dir, "library.db", NULL);
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_clear_pointer (&dir, g_dir_close);

  g_assert_no_errno (g_remove (path));
}

void
yd_test_library_tear_down (YdTestLibrary *self,
                           gconstpointer  data)
{
  remove_tree (self->dir);
  g_free (self->dir);
  g_free (self->path);
}

YdLibrary *
yd_test_library_open (YdTestLibrary  *self,
                      YdLibraryFlags  flags)
{
  g_autoptr(GError) error = NULL;
  YdLibrary *library = yd_library_open (self->path, flags, &error);

  g_assert_no_error (error);

  return library;
}

void
yd_test_library_close (YdLibrary *library)
{
  g_assert_finalize_object (library);
}

/* Applies @edit and waits until it is kept. */
gboolean
yd_test_seal_and_keep (YdLibrary        *library,
                       YdSpace          *space,
                       YdSqliteJournal  *journal,
                       YdEdit           *edit,
                       GError          **error)
{
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  yd_library_sign (library, edit);
  yd_edit_seal (edit, id);

  return yd_space_apply (space, edit, error) &&
         yd_journal_append (YD_JOURNAL (journal), edit, error);
}

/* A plan with nothing but its head, kept. */
YdSpace *
yd_test_make_plan (YdLibrary        *library,
                   const char       *id,
                   YdSqliteJournal **journal)
{
  YdSpace *space = YD_SPACE (yd_plan_new (id));
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.create", NULL);
  g_autoptr(GError) error = NULL;

  *journal = yd_library_open_journal (library, space, &error);
  g_assert_no_error (error);

  yd_edit_create (edit, YD_KIND_PLAN, id);
  yd_edit_change (edit, YD_KIND_PLAN, id, YD_PLAN_TITLE, NULL, "要点");
  yd_test_seal_and_keep (library, space, *journal, edit, &error);
  g_assert_no_error (error);

  return space;
}

static YdRow *
pick_row (YdSpace *space,
          YdKind   kind)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

  return rows->len > 0 ? g_ptr_array_index (rows, g_test_rand_int_range (0, rows->len)) : NULL;
}

static char *
make_text (void)
{
  static const char * const words[] = {
    "", "扶贫", "放管服", "“两学一做”", "a'b\"c", "Ａ１", "\\", "第一\n第二", "𠮷", "%s",
  };
  g_autoptr(GString) out = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 4); n >= 0; n--)
    g_string_append (out, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
make_id (YdSpace       *space,
         const YdField *field)
{
  YdKind kind = field->target < YD_N_KINDS ? field->target : YD_KIND_POINT;
  YdRow *row;

  if (field->flags & YD_FIELD_ABROAD)
    return g_strdup ("0190c1f2-0000-7000-8000-000000000001");

  row = pick_row (space, kind);
  return row != NULL ? g_strdup (yd_row_get_id (row)) : NULL;
}

static char *
pick_word (const char * const *words)
{
  return g_strdup (words[g_test_rand_int_range (0, g_strv_length ((char **) words))]);
}

static char *
make_value (YdSpace       *space,
            const YdField *field)
{
  switch (field->type)
    {
    case YD_VALUE_TEXT:
    case YD_VALUE_LONG:
      return make_text ();
    case YD_VALUE_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) g_test_rand_int_range (-9, 9) *
                              (G_GINT64_CONSTANT (1) << g_test_rand_int_range (0, 40)));
    case YD_VALUE_BOOL:
      return g_strdup (g_test_rand_bit () ? "true" : "false");
    case YD_VALUE_DATE:
      return g_strdup_printf ("2017-06-%02d", g_test_rand_int_range (1, 31));
    case YD_VALUE_TIME:
      return g_strdup_printf ("2017-06-01T08:%02d:00Z", g_test_rand_int_range (0, 60));
    case YD_VALUE_ENUM:
      return pick_word (field->words);
    case YD_VALUE_ID:
      return make_id (space, field);
    case YD_VALUE_KEY:
      return g_strdup_printf ("k%d", g_test_rand_int_range (0, 100));
    case YD_VALUE_BLOB:
      return g_strnfill (64, 'a');
    case YD_VALUE_SPAN:
    default:
      return NULL;
    }
}

/* Values for a new row; FALSE if a row that it needs is not there yet. */
static gboolean
make_values (YdSpace           *space,
             const YdKindInfo  *info,
             char             **values)
{
  for (guint i = YD_N_COMMON_FIELDS; i < info->n_fields; i++)
    {
      const YdField *field = &info->fields[i];

      if (field->flags & YD_FIELD_OFFICE || (!(field->flags & YD_FIELD_REQUIRED) &&
                                             g_test_rand_bit ()))
        continue;

      values[i] = make_value (space, field);
      if (field->flags & YD_FIELD_REQUIRED && values[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

static char *
make_row_id (const YdKindInfo *info,
             char            **values)
{
  const char *parts[YD_MAX_FIELDS + 1] = { info->name };
  guint n = 1;

  if (!info->derived)
    return yd_id_new (&yd_id_system_source);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & YD_FIELD_PART) == YD_FIELD_PART)
      parts[n++] = values[i] != NULL ? values[i] : "";

  return yd_id_derive (parts, n);
}

static void
add_creation (YdSpace *space,
              YdEdit  *edit,
              YdKind   kind)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  char *values[YD_MAX_FIELDS] = { NULL };

  if (make_values (space, info, values))
    {
      g_autofree char *id = make_row_id (info, values);

      yd_edit_create (edit, kind, id);
      for (guint i = YD_N_COMMON_FIELDS; i < info->n_fields; i++)
        if (values[i] != NULL)
          yd_edit_change (edit, kind, id, i, NULL, values[i]);
    }

  for (guint i = 0; i < info->n_fields; i++)
    g_free (values[i]);
}

static void
add_change (YdSpace *space,
            YdEdit  *edit,
            YdKind   kind)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  YdRow *row = pick_row (space, kind);
  guint i = g_test_rand_int_range (0, info->n_fields);
  g_autofree char *value = NULL;

  if (row == NULL || info->fields[i].flags & YD_FIELD_FIXED)
    return;

  value = make_value (space, &info->fields[i]);
  yd_edit_change (edit, kind, yd_row_get_id (row), i, yd_row_get_cell (row, i), value);
}

/* Makes up an edit over all kinds of the schema, which may well be one that must
 * be refused.
 */
YdEdit *
yd_test_rows_random (YdSpace *space)
{
  YdEdit *edit = yd_edit_new ("test", NULL);

  for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
    {
      YdKind kind = g_test_rand_int_range (0, YD_N_KINDS);

      if (strchr (yd_schema_get_kind (kind)->spaces, YD_SPACE_GET_CLASS (space)->letter) == NULL ||
          kind == YD_SPACE_GET_CLASS (space)->head)
        kind = YD_KIND_POINT;

      if (g_test_rand_bit ())
        add_creation (space, edit, kind);
      else
        add_change (space, edit, kind);
    }

  return edit;
}

/* Makes @n_edits random edits; returns the last one that was kept, if any. */
YdEdit *
yd_test_rows_work (YdLibrary       *library,
                   YdSpace         *space,
                   YdSqliteJournal *journal,
                   int              n_edits)
{
  YdEdit *last = NULL;

  for (int i = 0; i < n_edits; i++)
    {
      g_autoptr(YdEdit) edit = yd_test_rows_random (space);
      g_autoptr(GError) error = NULL;

      if (yd_test_seal_and_keep (library, space, journal, edit, &error))
        {
          g_clear_pointer (&last, yd_edit_unref);
          last = g_steal_pointer (&edit);
        }
      else
        g_assert_true (error->domain == YD_SPACE_ERROR);
    }

  return last;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return strcmp (yd_row_get_id (*(YdRow * const *) a), yd_row_get_id (*(YdRow * const *) b));
}

/* Writes down each cell of each row, deleted ones too. */
char *
yd_test_rows_dump (YdSpace *space)
{
  GString *out = g_string_new (NULL);

  for (YdKind kind = 0; kind < YD_N_KINDS; kind++)
    {
      const YdKindInfo *info = yd_schema_get_kind (kind);
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

      g_ptr_array_sort (rows, compare_rows);
      for (guint i = 0; i < rows->len; i++)
        {
          g_string_append_printf (out, "%s %s", info->name,
                                  yd_row_get_id (g_ptr_array_index (rows, i)));
          for (guint f = 0; f < info->n_fields; f++)
            g_string_append_printf (out, "|%s",
                                    yd_row_get_cell (g_ptr_array_index (rows, i), f) != NULL
                                    ? yd_row_get_cell (g_ptr_array_index (rows, i), f) : "-");
          g_string_append_c (out, '\n');
        }
    }

  return g_string_free (out, FALSE);
}
