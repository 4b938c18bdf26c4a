/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-library-office.h"
#include "yd-office-edits.h"
#include "yd-test-library.h"
#include "yd-work-calendar.h"

/* A library gets its office once; what it learnt is there the next time. */

static YdOffice *
open_office (YdLibrary        *library,
             YdSqliteJournal **journal)
{
  g_autoptr(GError) error = NULL;
  YdOffice *office = yd_library_open_office (library, journal, &error);

  g_assert_no_error (error);

  return office;
}

static guint
count_offices (YdLibrary *library)
{
  g_autoptr(GPtrArray) infos = yd_library_list_spaces (library, "office", NULL);

  return infos->len;
}

static guint
count_notices (YdOffice *office)
{
  return g_list_model_get_n_items (yd_space_get_rows (YD_SPACE (office), YD_KIND_NOTICE));
}

static void
test_birth (YdTestLibrary *fixture,
            gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdOffice *office = open_office (library, &journal);
  g_autofree char *id = g_strdup (yd_space_get_id (YD_SPACE (office)));
  g_autoptr(YdOffice) again = NULL;
  g_autoptr(YdWorkCalendar) calendar = NULL;

  g_assert_cmpuint (count_notices (office), ==, 23);
  g_assert_finalize_object (office);
  g_assert_finalize_object (journal);
  yd_test_library_close (library);

  library = yd_test_library_open (fixture, 0);
  again = open_office (library, NULL);
  g_assert_cmpstr (yd_space_get_id (YD_SPACE (again)), ==, id);
  g_assert_cmpuint (count_offices (library), ==, 1);
  g_assert_cmpuint (count_notices (again), ==, 23);

  calendar = yd_work_calendar_new_for (again, NULL);
  g_assert_cmpint (yd_work_calendar_add (calendar, yd_day_new (2017, 9, 20), 15), ==,
                   yd_day_new (2017, 10, 17));
  g_clear_object (&again);
  yd_test_library_close (library);
}

/* What a later version of the program brings along comes in by itself; what the office
 * withdrew does not come back.
 */
static void
test_learn (YdTestLibrary *fixture,
            gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdOffice *office = yd_office_new ("office");
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) birth = yd_edit_new ("office.new", NULL);
  g_autoptr(YdEdit) edit = NULL;

  journal = yd_library_open_journal (library, YD_SPACE (office), NULL);
  yd_edit_create (birth, YD_KIND_OFFICE, "office");
  yd_edit_put (birth, YD_OFFICE_NAME, "本单位");
  yd_test_seal_and_keep (library, YD_SPACE (office), journal, birth, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (office);

  office = open_office (library, &journal);
  g_assert_cmpuint (count_notices (office), ==, 23);

  edit = yd_edit_new ("calendar.drop", NULL);
  {
    g_auto(GStrv) notices = yd_office_list_accepted (office);

    yd_edit_change (edit, YD_KIND_NOTICE, notices[0], YD_FIELD_DELETED, "false", "true");
  }
  yd_test_seal_and_keep (library, YD_SPACE (office), journal, edit, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (office);

  office = open_office (library, &journal);
  g_assert_cmpuint (count_notices (office), ==, 22);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (office);
  yd_test_library_close (library);
}

typedef struct
{
  const char *year;
  const char *number;           /* what stands there before */
  const char *issued;
  gboolean    other_days;       /* a person changed one */
  gboolean    deleted;
  const char *number_after;
  const char *issued_after;
} NumberCase;

static const NumberCase number_cases[] = {
  { "2017", NULL, NULL, FALSE, FALSE, "国办发明电〔2016〕17号", "2016-12-01" },
  { "2018", "本市〔2017〕1号", NULL, FALSE, FALSE, "本市〔2017〕1号", NULL },
  { "2021", NULL, "2020-01-01", FALSE, FALSE, NULL, "2020-01-01" },
  { "2022", NULL, NULL, TRUE, FALSE, NULL, NULL },
  { "2023", NULL, NULL, FALSE, TRUE, NULL, NULL },
  { "2019", NULL, NULL, FALSE, FALSE, NULL, NULL },     /* two notices: none is known */
};

static YdRow *
find_notice (YdOffice   *office,
             const char *year)
{
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (office), YD_KIND_NOTICE);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (yd_row_get_cell (g_ptr_array_index (rows, i), YD_NOTICE_YEAR), year) == 0)
      return g_ptr_array_index (rows, i);

  g_assert_not_reached ();
}

static void
set_cell (YdEdit     *edit,
          YdRow      *row,
          guint       field,
          const char *value)
{
  if (g_strcmp0 (yd_row_get_cell (row, field), value) != 0)
    yd_edit_change (edit, yd_row_get_kind (row), yd_row_get_id (row), field,
                    yd_row_get_cell (row, field), value);
}

/* As an earlier version of the program left it, and as people changed it. */
static void
set_back (YdOffice *office,
          YdEdit   *edit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      const NumberCase *at = &number_cases[i];
      YdRow *row = find_notice (office, at->year);
      GListModel *days = yd_row_get_rows (row, YD_KIND_DAY);
      g_autoptr(YdRow) day = g_list_model_get_item (days, 0);

      set_cell (edit, row, YD_NOTICE_NUMBER, at->number);
      set_cell (edit, row, YD_NOTICE_ISSUED, at->issued);
      if (at->deleted)
        set_cell (edit, row, YD_FIELD_DELETED, "true");
      if (at->other_days)
        set_cell (edit, day, YD_DAY_WORKING,
                  yd_row_get_flag (day, YD_DAY_WORKING) ? "false" : "true");
    }
}

/* What a library of an earlier version lacks is filled in, once; what people wrote stays. */
static void
test_numbers (YdTestLibrary *fixture,
              gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal;
  YdOffice *office = open_office (library, &journal);
  g_autoptr(YdEdit) edit = yd_edit_new ("calendar.edit", NULL);
  g_autoptr(YdEdit) again = NULL;
  g_autoptr(GError) error = NULL;
  guint n;

  set_back (office, edit);
  yd_test_seal_and_keep (library, YD_SPACE (office), journal, edit, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (office);

  office = open_office (library, &journal);
  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      YdRow *row = find_notice (office, number_cases[i].year);

      g_test_message ("%s", number_cases[i].year);
      g_assert_cmpstr (yd_row_get_cell (row, YD_NOTICE_NUMBER), ==, number_cases[i].number_after);
      g_assert_cmpstr (yd_row_get_cell (row, YD_NOTICE_ISSUED), ==, number_cases[i].issued_after);
    }

  again = yd_office_edit_learn (office, NULL);
  yd_edit_get_changes (again, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_finalize_object (journal);
  g_assert_finalize_object (office);
  yd_test_library_close (library);
}

/* Who only reads gets an office of the mind, and the library stays as it was. */
static void
test_read_only (YdTestLibrary *fixture,
                gconstpointer  data)
{
  YdLibrary *library = yd_test_library_open (fixture, 0);
  YdSqliteJournal *journal = NULL;
  YdOffice *office;

  yd_test_library_close (library);
  library = yd_test_library_open (fixture, YD_LIBRARY_READ_ONLY);
  office = open_office (library, &journal);
  g_assert_null (journal);
  g_assert_cmpuint (count_notices (office), ==, 23);
  g_assert_cmpuint (count_offices (library), ==, 0);
  g_assert_finalize_object (office);
  yd_test_library_close (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/office/birth", YdTestLibrary, NULL, yd_test_library_set_up, test_birth,
              yd_test_library_tear_down);
  g_test_add ("/office/numbers", YdTestLibrary, NULL, yd_test_library_set_up, test_numbers,
              yd_test_library_tear_down);
  g_test_add ("/office/learn", YdTestLibrary, NULL, yd_test_library_set_up, test_learn,
              yd_test_library_tear_down);
  g_test_add ("/office/read-only", YdTestLibrary, NULL, yd_test_library_set_up, test_read_only,
              yd_test_library_tear_down);

  return g_test_run ();
}
