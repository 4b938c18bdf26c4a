/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-office.h"
#include "yd-space-loader.h"
#include "yd-test-mirror.h"
#include "yd-test-random.h"
#include "yd-test-space.h"

/* What must hold whatever is done: properties over edits of all kinds. */

#define N_EDITS 1500

typedef struct
{
  YdSpace      *space;
  YdTestMirror *mirror;
  GPtrArray    *journal;        /* what was applied */
} Run;

static void
run_begin (Run     *run,
           YdSpace *space)
{
  run->space = space;
  run->mirror = yd_test_mirror_new (space);
  run->journal = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);
}

static void
run_end (Run *run)
{
  yd_test_mirror_free (run->mirror);
  g_ptr_array_unref (run->journal);
  g_assert_finalize_object (run->space);
}

/* Every list has what the cells say, sorted by bytes of order and id. */
static void
check_list (YdSpace *space,
            YdKind   kind,
            YdRow   *home)
{
  const YdKindInfo *info = yd_schema_get_kind (kind);
  GListModel *model = home != NULL ? yd_row_get_rows (home, kind)
                                   : yd_space_get_rows (space, kind);
  g_autoptr(YdRow) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (model, i);
      int order = last == NULL || info->order == 0 ? -1
                  : g_strcmp0 (yd_row_get_cell (last, info->order),
                               yd_row_get_cell (row, info->order));

      g_assert_true (yd_row_get_home (row) == home);
      g_assert_true (home == NULL || yd_test_find_target (space, row, info->home) == home);
      if (info->order == 0 && last != NULL)
        order = 0;
      g_assert_true (last == NULL || order < 0 ||
                     (order == 0 && strcmp (yd_row_get_id (last), yd_row_get_id (row)) < 0));
      g_set_object (&last, row);
    }
}

static gboolean
must_be_shown (YdSpace *space,
               YdRow   *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));

  if (yd_row_get_flag (row, YD_FIELD_DELETED))
    return FALSE;

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].flags & YD_FIELD_NEEDED && i != info->home &&
        yd_row_get_cell (row, i) != NULL &&
        !yd_space_is_live (space, yd_test_find_target (space, row, i)))
      return FALSE;

  return TRUE;
}

static guint
count_item (GListModel *model,
            YdRow      *row)
{
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(YdRow) item = g_list_model_get_item (model, i);

      found += item == row;
    }

  return found;
}

static void
check_lists (YdSpace *space)
{
  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      const YdKindInfo *info = yd_schema_get_kind (kind);
      g_autoptr(GPtrArray) rows = yd_space_list_rows (space, kind);

      check_list (space, kind, NULL);
      for (guint i = 0; i < rows->len; i++)
        {
          YdRow *row = g_ptr_array_index (rows, i);
          YdRow *home = info->home != 0 && yd_row_get_cell (row, info->home) != NULL
                        ? yd_test_find_target (space, row, info->home) : NULL;
          GListModel *model = home != NULL ? yd_row_get_rows (home, kind)
                                           : yd_space_get_rows (space, kind);

          g_assert_cmpuint (count_item (model, row), ==, must_be_shown (space, row));
          for (guint below = 0; below < YD_N_KINDS; below++)
            check_list (space, below, row);
        }
    }
}

/* Applies the inverse of @edit, which must leave nothing out; returns it. */
static YdEdit *
take_back (Run    *run,
           YdEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = g_strconcat (yd_edit_get_id (edit), "-undo", NULL);
  guint n_left;
  YdEdit *inverse = yd_space_invert (run->space, edit, &n_left);

  yd_edit_seal (inverse, id);
  yd_test_mirror_begin_edit (run->mirror);
  yd_space_apply (run->space, inverse, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_left, ==, 0);
  yd_test_mirror_check (run->mirror);
  g_ptr_array_add (run->journal, yd_edit_ref (inverse));

  return inverse;
}

static void
check_refused (Run        *run,
               const char *all_before,
               GError     *error)
{
  g_autofree char *all_after = yd_test_dump_rows (run->space, FALSE);

  g_assert_true (error->domain == YD_SPACE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpstr (all_after, ==, all_before);
  g_assert_cmpuint (yd_test_mirror_get_heard (run->mirror), ==, 0);
}

static gboolean
step (Run   *run,
      guint  n)
{
  g_autofree char *before = yd_test_dump_rows (run->space, TRUE);
  g_autofree char *all_before = yd_test_dump_rows (run->space, FALSE);
  g_autoptr(YdEdit) edit = yd_test_random_edit (run->space, n);
  g_autoptr(YdEdit) inverse = NULL, redo = NULL;
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL;
  g_autoptr(GError) error = NULL;

  yd_test_mirror_begin_edit (run->mirror);
  if (!yd_space_apply (run->space, edit, &error))
    {
      check_refused (run, all_before, error);
      return FALSE;
    }

  g_ptr_array_add (run->journal, yd_edit_ref (edit));
  yd_test_mirror_check (run->mirror);
  after = yd_test_dump_rows (run->space, TRUE);

  inverse = take_back (run, edit);
  undone = yd_test_dump_rows (run->space, TRUE);
  g_assert_cmpstr (undone, ==, before);

  redo = take_back (run, inverse);
  redone = yd_test_dump_rows (run->space, TRUE);
  g_assert_cmpstr (redone, ==, after);

  return TRUE;
}

static void
assert_same (YdSpace *a,
             YdSpace *b)
{
  g_autofree char *rows_a = yd_test_dump_rows (a, FALSE);
  g_autofree char *rows_b = yd_test_dump_rows (b, FALSE);
  g_autofree char *lists_a = yd_test_dump_lists (a);
  g_autofree char *lists_b = yd_test_dump_lists (b);

  g_assert_cmpstr (rows_a, ==, rows_b);
  g_assert_cmpstr (lists_a, ==, lists_b);
}

static void
check_replay (Run *run)
{
  g_autoptr(YdSpace) again = g_object_new (G_OBJECT_TYPE (run->space), "id", "again", NULL);

  for (guint i = 0; i < run->journal->len; i++)
    {
      g_autoptr(GError) error = NULL;

      yd_space_apply (again, g_ptr_array_index (run->journal, i), &error);
      g_assert_no_error (error);
    }

  assert_same (again, run->space);
}

static void
add_copy (YdSpaceLoader *loader,
          YdRow         *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));
  GRefString *cells[YD_MAX_FIELDS] = { NULL };

  for (guint i = 0; i < info->n_fields; i++)
    cells[i] = yd_field_make_value (&info->fields[i], yd_row_get_cell (row, i));

  g_assert_true (yd_space_loader_add (loader, yd_row_get_kind (row), yd_row_get_id (row), cells));
}

/* From its rows in any order the same space comes up, and works. */
static void
check_loader (Run *run)
{
  g_autoptr(YdSpace) again = g_object_new (G_OBJECT_TYPE (run->space), "id", "again", NULL);
  g_autoptr(YdSpaceLoader) loader = yd_space_loader_new (again);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(YdTestMirror) mirror = NULL;

  for (guint kind = YD_N_KINDS; kind-- > 0;)
    {
      g_autoptr(GPtrArray) rows = yd_space_list_rows (run->space, kind);

      while (rows->len > 0)
        add_copy (loader, g_ptr_array_steal_index_fast (rows,
                                                        g_test_rand_int_range (0, rows->len)));
    }

  problems = yd_space_loader_finish (loader);
  g_assert_cmpuint (problems->len, ==, 0);
  assert_same (again, run->space);

  mirror = yd_test_mirror_new (again);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(YdEdit) edit = yd_test_random_edit (again, i);

      yd_test_mirror_begin_edit (mirror);
      yd_space_apply (again, edit, NULL);
      yd_test_mirror_check (mirror);
    }
}

static void
test_random (gconstpointer data)
{
  GType type = *(GType *) data;
  guint n_applied = 0;
  Run run;

  run_begin (&run, g_object_new (type, "id", "space", NULL));

  for (guint n = 0; n < N_EDITS; n++)
    {
      n_applied += step (&run, n);
      if (n % 50 == 0)
        check_lists (run.space);
      if (n % 500 == 0)
        check_loader (&run);
    }

  check_lists (run.space);
  check_replay (&run);
  check_loader (&run);
  g_test_message ("%u of %u edits applied", n_applied, N_EDITS);
  g_assert_cmpuint (n_applied, >, N_EDITS / 4);
  run_end (&run);
}

int
main (int   argc,
      char *argv[])
{
  GType plan, office;

  g_test_init (&argc, &argv, NULL);

  plan = YD_TYPE_PLAN;
  office = YD_TYPE_OFFICE;
  g_test_add_data_func ("/space/random/plan", &plan, test_random);
  g_test_add_data_func ("/space/random/office", &office, test_random);

  return g_test_run ();
}
