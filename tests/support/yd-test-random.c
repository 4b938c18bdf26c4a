/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-random.h"

/* Edits of every kind of row, made up from the schema. Few ids, so that things
 * meet; most edits are good, and some break each rule there is.
 */

typedef struct
{
  YdSpace *space;
  YdEdit  *edit;
} Maker;

static gboolean
chance (int percent)
{
  return g_test_rand_int_range (0, 100) < percent;
}

static guint
pick (guint n)
{
  return g_test_rand_int_range (0, n);
}

static char *
make_id (YdKind kind)
{
  const guint n = kind == YD_KIND_POINT ? 12 : kind == YD_KIND_UNIT ? 6 : 4;
  g_autofree char *id = g_strdup_printf ("%s-%u", yd_schema_get_kind (kind)->name, pick (n));

  return g_steal_pointer (&id);
}

/* NULL where there are none. */
static YdRow *
pick_row (YdSpace *space,
          YdKind   kind)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

  return rows->len > 0 ? g_ptr_array_index (rows, pick (rows->len)) : NULL;
}

static YdKind
pick_target (const YdField *field,
             const char    *about_kind)
{
  YdKind kind = YD_KIND_POINT;

  if (field->target < YD_N_KINDS)
    return field->target;

  if (field->target == YD_TARGET_ABOUT && about_kind != NULL)
    yd_schema_find_kind (about_kind, &kind);

  return kind;
}

static char *
make_target (Maker         *maker,
             const YdField *field,
             const char    *about_kind)
{
  YdKind kind = pick_target (field, about_kind);
  YdRow *row = pick_row (maker->space, kind);

  return row != NULL && chance (95) ? g_strdup (yd_row_get_id (row)) : make_id (kind);
}

static char *
make_wrong_value (void)
{
  static const char * const wrong[] = {
    "", "maybe", "007", "-0", "9007199254740992", "2017-02-29", "2017-06-01T24:00:00Z",
    "source-0:5-3", "point-99", "要点", "a b", "\xff\xfe",
  };

  return g_strdup (wrong[pick (G_N_ELEMENTS (wrong))]);
}

static char *
make_value (Maker         *maker,
            const YdField *field,
            const char    *about_kind)
{
  if (chance (1))
    return make_wrong_value ();

  switch ((int) field->type)
    {
    case YD_VALUE_INT:
      return g_strdup_printf ("%d", g_test_rand_int_range (-3, 100));

    case YD_VALUE_BOOL:
      return g_strdup (chance (50) ? "true" : "false");

    case YD_VALUE_DATE:
      return g_strdup_printf ("2017-%02u-%02u", 1 + pick (12), 1 + pick (28));

    case YD_VALUE_TIME:
      return g_strdup_printf ("2017-06-01T%02u:00:00Z", pick (24));

    case YD_VALUE_ENUM:
      return g_strdup (field->words[pick (g_strv_length ((char **) field->words))]);

    case YD_VALUE_ID:
      return make_target (maker, field, about_kind);

    case YD_VALUE_KEY:
      return g_strdup_printf ("%c", 'a' + pick (26));

    case YD_VALUE_SPAN:
      return g_strdup_printf ("source-%u:%u-%u", pick (2), pick (5), 5 + pick (5));

    case YD_VALUE_BLOB:
      return g_strnfill (64, "0123456789abcdef"[pick (16)]);

    default:
      return g_strdup_printf ("要点%u", pick (5));
    }
}

static gboolean
is_wanted (Maker         *maker,
           const YdField *field)
{
  if (field->flags & YD_FIELD_REQUIRED)
    return chance (99);

  if (field->flags & YD_FIELD_OFFICE && YD_SPACE_GET_CLASS (maker->space)->letter == 'p')
    return FALSE;

  return chance (40);
}

static void
free_values (char **values)
{
  for (guint i = 0; i < YD_MAX_FIELDS; i++)
    g_free (values[i]);
}

static char *
derive_id (YdKind   kind,
           char   **values)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  const char *parts[3] = { NULL };
  guint n = 0;

  if (!info->derived)
    return make_id (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & YD_FIELD_PART) == YD_FIELD_PART && n < G_N_ELEMENTS (parts))
      parts[n++] = values[i] != NULL ? values[i] : "";

  return yd_space_derive_id (kind, parts[0], parts[1], parts[2], NULL);
}

static void
add_row (Maker  *maker,
         YdKind  kind)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  char *values[YD_MAX_FIELDS] = { NULL };
  g_autofree char *id = NULL;

  for (guint i = YD_N_COMMON_FIELDS; i < info->n_fields; i++)
    if (is_wanted (maker, &info->fields[i]))
      values[i] = make_value (maker, &info->fields[i], values[i - 1]);

  id = chance (99) ? derive_id (kind, values) : make_id (kind);
  yd_edit_create (maker->edit, kind, id);
  for (guint i = YD_N_COMMON_FIELDS; i < info->n_fields; i++)
    if (values[i] != NULL)
      yd_edit_change (maker->edit, kind, id, i, NULL, values[i]);

  free_values (values);
}

/* What hangs below a deleted point cannot be moved back there. */
static gboolean
may_write (Maker *maker,
           YdRow *row,
           guint  i)
{
  const YdField *field = &yd_schema_get_kind (yd_row_get_kind (row))->fields[i];

  if (yd_row_get_kind (row) == YD_KIND_POINT && i == YD_POINT_PARENT)
    return yd_space_is_live (maker->space, row);

  return !(field->flags & (YD_FIELD_FIXED | YD_FIELD_OFFICE)) || chance (5);
}

static void
change_row (Maker *maker,
            YdRow *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));
  guint i = chance (30) ? YD_FIELD_DELETED : pick (info->n_fields);
  const char *old = yd_row_get_cell (row, i);
  g_autofree char *value = NULL;

  if (!may_write (maker, row, i))
    return;

  if (i == YD_FIELD_DELETED)
    value = g_strdup (g_strcmp0 (old, "true") == 0 ? "false" : "true");
  else if (info->fields[i].flags & YD_FIELD_REQUIRED ? chance (98) : chance (80))
    value = make_value (maker, &info->fields[i], NULL);

  yd_edit_change (maker->edit, yd_row_get_kind (row), yd_row_get_id (row), i,
                  chance (98) ? old : "stale", value);
}

static YdKind
pick_kind (YdSpace *space)
{
  static const YdKind often[] = {
    YD_KIND_POINT, YD_KIND_POINT, YD_KIND_POINT, YD_KIND_UNIT, YD_KIND_ASSIGNMENT,
    YD_KIND_DEADLINE, YD_KIND_DEPENDENCY, YD_KIND_DEPENDENCY, YD_KIND_MEMBER,
  };
  const char letter = YD_SPACE_GET_CLASS (space)->letter;
  YdKind kind = often[pick (G_N_ELEMENTS (often))];

  while (chance (40) || strchr (yd_schema_get_kind (kind)->spaces, letter) == NULL)
    {
      kind = pick (YD_N_KINDS);
      if (strchr (yd_schema_get_kind (kind)->spaces, letter) != NULL || chance (1))
        break;
    }

  return kind;
}

/* Returns: (transfer full): an edit that may well be one that must be refused,
 *   sealed with the number @n
 */
YdEdit *
yd_test_random_edit (YdSpace *space,
                     guint    n)
{
  Maker maker = { space, yd_edit_new ("test", NULL) };
  g_autofree char *id = g_strdup_printf ("edit-%u", n);

  for (int left = 1 + pick (4); left > 0; left--)
    {
      YdKind kind = pick_kind (space);
      YdRow *row = chance (30) ? NULL : pick_row (space, kind);

      if (row == NULL)
        add_row (&maker, kind);
      else
        change_row (&maker, row);
    }

  yd_edit_seal (maker.edit, id);

  return maker.edit;
}
