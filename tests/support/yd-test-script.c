/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-script.h"

#include <string.h>

#include "yd-id.h"

static YdKind
get_kind (const char *name)
{
  YdKind kind = 0;

  g_assert_true (yd_schema_find_kind (name, &kind));

  return kind;
}

/* Where the value of @field is given among @words, or NULL. */
static const char *
find_given (char       **words,
            const char  *field)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, field) && (*words)[strlen (field)] == '=')
      return *words + strlen (field) + 1;

  return NULL;
}

static char *
derive_id (YdKind   kind,
           char   **words)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  const char *parts[3] = { NULL };
  guint n = 0;

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & YD_FIELD_PART) == YD_FIELD_PART)
      {
        parts[n] = find_given (words, info->fields[i].name);
        parts[n] = parts[n] != NULL ? parts[n] : "";
        n++;
      }

  return yd_space_derive_id (kind, parts[0], parts[1], parts[2], NULL);
}

static void
add_cell (YdSpace    *space,
          YdEdit     *edit,
          YdKind      kind,
          const char *id,
          const char *word)
{
  gboolean stale = *word == '~';
  const char *sign = strchr (word, '=');
  g_autofree char *name = g_strndup (word + stale, sign - word - stale);
  YdRow *row = yd_space_lookup (space, kind, id);
  guint field;

  g_assert_true (yd_schema_find_field (yd_schema_get_kind (kind)->name, name, &kind, &field));
  yd_edit_change (edit, kind, id, field,
                  stale ? "stale" : row != NULL ? yd_row_get_cell (row, field) : NULL,
                  sign[1] != '\0' ? sign + 1 : NULL);
}

static void
add_statement (YdSpace    *space,
               YdEdit     *edit,
               const char *statement)
{
  g_auto(GStrv) words = g_strsplit (statement, " ", -1);
  gboolean creates = *words[0] == '+';
  YdKind kind = get_kind (words[0] + creates);
  g_autofree char *id = g_str_equal (words[1], "=") ? derive_id (kind, words + 2)
                                                    : g_strdup (words[1]);

  if (creates)
    yd_edit_create (edit, kind, id);

  for (char **word = words + 2; *word != NULL; word++)
    add_cell (space, edit, kind, id, *word);
}

/* Reads an edit from statements such as `+unit u name=U; point a title= ~text=B`:
 * a kind, an id (`=` is the one that follows from its parts), and cells. A `+` makes
 * the row; `~` claims a wrong old value; nothing behind the sign is null.
 */
YdEdit *
yd_test_script_make (YdSpace    *space,
                     const char *script)
{
  YdEdit *edit = yd_edit_new ("test", NULL);
  g_auto(GStrv) statements = g_strsplit (script, "; ", -1);
  g_autofree char *id = yd_id_new (&yd_id_system_source);

  for (guint i = 0; statements[i] != NULL; i++)
    if (*statements[i] != '\0')
      add_statement (space, edit, statements[i]);

  yd_edit_seal (edit, id);

  return edit;
}

/* Returns: (transfer full) (nullable): the edit, or NULL if it was refused */
YdEdit *
yd_test_script_apply (YdSpace     *space,
                      const char  *script,
                      GError     **error)
{
  g_autoptr(YdEdit) edit = yd_test_script_make (space, script);

  return yd_space_apply (space, edit, error) ? g_steal_pointer (&edit) : NULL;
}

void
yd_test_script_must (YdSpace    *space,
                     const char *script)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = yd_test_script_apply (space, script, &error);

  g_assert_no_error (error);
}

/* Returns: (transfer full): a plan in which @script is in force */
YdPlan *
yd_test_script_new_plan (const char *script)
{
  YdPlan *plan = yd_plan_new ("plan");

  yd_test_script_must (YD_SPACE (plan), script);

  return plan;
}

/* Returns: (transfer full): its schedule on @today, by the notices that come along */
YdSchedule *
yd_test_script_new_schedule (YdPlan     *plan,
                             const char *today)
{
  g_autoptr(YdWorkCalendar) calendar = yd_work_calendar_new_for (NULL, NULL);

  return yd_schedule_new (plan, calendar, yd_day_parse (today));
}

/* Returns: (transfer container) (element-type YdRow): the points whose ids are these letters */
GPtrArray *
yd_test_script_list_points (YdPlan     *plan,
                            const char *letters)
{
  GPtrArray *points = g_ptr_array_new ();

  for (; *letters != '\0'; letters++)
    g_ptr_array_add (points, yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT,
                                              (char[]) { *letters, '\0' }));

  return points;
}
