/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cli-office.h"
#include "yd-deadline-moves.h"
#include "yd-id.h"
#include "yd-json-writer.h"
#include "yd-notice-reading.h"
#include "yd-office-edits.h"

/* `yaodianctl calendar`: the notices on days off that the office knows; adding one, putting
 * it in force, and taking it over in a plan.
 */

/* A notice is a page. */
#define MAX_FILE (256 * 1024)

static guint
count_days (YdNotice *notice,
            gboolean  working)
{
  guint n = 0;

  for (guint i = 0; i < notice->days->len; i++)
    n += g_array_index (notice->days, YdNoticeDay, i).working == working;

  return n;
}

static char *
notice_to_json (YdNotice   *notice,
                const char *id,
                const char *check)
{
  g_auto(YdJsonWriter) json = { NULL };
  g_autofree char *issued = yd_day_dup (notice->issued);
  char text[YD_DAY_SIZE];

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "id", id);
  yd_json_writer_int (&json, "year", notice->year);
  yd_json_writer_string (&json, "region", notice->region);
  yd_json_writer_int (&json, "version", notice->version);
  yd_json_writer_string (&json, "number", notice->number);
  yd_json_writer_string (&json, "issued", issued);
  yd_json_writer_string (&json, "check", check);
  yd_json_writer_bool (&json, "broken", notice->broken);
  yd_json_writer_begin_array (&json, "days");
  for (guint i = 0; i < notice->days->len; i++)
    {
      const YdNoticeDay *day = &g_array_index (notice->days, YdNoticeDay, i);

      yd_json_writer_begin_object (&json, NULL);
      yd_json_writer_string (&json, "date", yd_day_format (day->day, text));
      yd_json_writer_bool (&json, "working", day->working);
      yd_json_writer_string (&json, "name", day->name);
      yd_json_writer_end_object (&json);
    }
  yd_json_writer_end_array (&json);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

/* Of a damaged notice of a region what can be read is counted with; see
 * yd_work_calendar_new_for().
 */
static const char *
get_remark (YdNotice   *notice,
            const char *check)
{
  if (notice->broken)
    return notice->region == NULL ? _("  (damaged, not counted with)")
                                  : _("  (damaged, days are lost)");

  return g_strcmp0 (check, "confirmed") == 0 ? "" : _("  (not accepted yet)");
}

static char *
notice_to_text (YdNotice   *notice,
                const char *check)
{
  const guint n_off = count_days (notice, FALSE), n_work = count_days (notice, TRUE);
  g_autofree char *off = g_strdup_printf (ngettext ("%u day off", "%u days off", n_off), n_off);
  g_autofree char *work = g_strdup_printf (ngettext ("%u made up", "%u made up", n_work), n_work);

  return g_strdup_printf ("%d  %s  %s%s%s%s", notice->year,
                          notice->region != NULL ? notice->region : _("State Council"), off,
                          C_("between items of a list", ", "), work, get_remark (notice, check));
}

static void
print_notice (YdCli      *cli,
              YdNotice   *notice,
              const char *check)
{
  g_autofree char *id = yd_notice_dup_id (notice);

  yd_cli_print (cli->json ? notice_to_json (notice, id, check) : notice_to_text (notice, check));
}

static YdExit
list_notices (YdCli *cli)
{
  g_auto(YdCliOffice) desk = { NULL };
  g_autoptr(YdWorkCalendar) calendar = NULL;
  g_autoptr(GError) error = NULL;
  GListModel *rows;

  if (!yd_cli_office_open (&desk, cli, FALSE, &error))
    return yd_cli_fail (error);

  rows = yd_space_get_rows (YD_SPACE (desk.office), YD_KIND_NOTICE);
  for (int year = YD_YEAR_FIRST; year <= YD_YEAR_LAST; year++)
    for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
      {
        g_autoptr(YdRow) row = g_list_model_get_item (rows, i);
        g_autoptr(YdNotice) notice = NULL;

        if (yd_row_get_int (row, YD_NOTICE_YEAR, 0) != year)
          continue;

        notice = yd_notice_new_for_row (desk.office, row);
        print_notice (cli, notice, yd_row_get_cell (row, YD_NOTICE_CHECK));
      }

  calendar = yd_work_calendar_new_for (desk.office, NULL);
  if (!cli->json)
    yd_cli_print (g_strdup_printf (_("%d  not announced yet"),
                                   yd_work_calendar_get_last_known (calendar) + 1));

  return YD_EXIT_DONE;
}

static char *
load (const char  *path,
      GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (
    g_str_equal (path, "-") ? "/dev/stdin" : path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *text = g_malloc0 (MAX_FILE + 1);
  gsize n_read;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_FILE, &n_read, NULL, error))
    return NULL;

  if (n_read < MAX_FILE)
    return g_steal_pointer (&text);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%s” is too long to be a notice on days off."), path);
  return NULL;
}

/* A file in our own form says 年份 at the beginning of a line, which no notice does. */
static gboolean
is_own_form (const char *text)
{
  return g_str_has_prefix (text, "年份 ") || strstr (text, "\n年份 ") != NULL;
}

/* One line, so of several sentences it names the first. */
static void
refuse_wording (YdNoticeReading  *reading,
                GError          **error)
{
  const YdNoticeProblem *first = &g_array_index (reading->problems, YdNoticeProblem, 0);
  g_autofree char *part = g_utf8_substring (reading->notice->text, first->span.start,
                                            MIN (first->span.end, first->span.start + 60));

  g_set_error (error, YD_SPACE_ERROR, YD_SPACE_ERROR_INVALID,
               ngettext ("Nothing was taken over: “%s”: %s %u sentence is to be corrected.",
                         "Nothing was taken over: “%s”: %s %u sentences are to be corrected.",
                         reading->problems->len),
               g_strstrip (part), first->message, reading->problems->len);
}

static YdNotice *
read_wording (const char  *text,
              const char  *region,
              GError     **error)
{
  g_autoptr(YdNoticeReading) reading = yd_notice_reading_new (text, region);

  if (reading->problems->len == 0)
    return g_steal_pointer (&reading->notice);

  refuse_wording (reading, error);

  return NULL;
}

static YdNotice *
read_notice (const char  *path,
             const char  *region,
             GError     **error)
{
  g_autofree char *text = load (path, error);
  g_autofree char *name = NULL;
  YdNotice *notice;

  if (text == NULL)
    return NULL;

  if (!is_own_form (text))
    return read_wording (text, region, error);

  name = g_path_get_basename (path);
  notice = yd_notice_parse (text, name, error);
  if (notice != NULL && region != NULL)
    {
      g_free (notice->region);
      notice->region = g_strdup (region);
    }

  return notice;
}

static YdExit
add_notice (YdCli  *cli,
            int     argc,
            char  **argv)
{
  g_autofree char *region = NULL;
  GOptionEntry entries[] = {
    { "region", 0, 0, G_OPTION_ARG_STRING, &region, N_("Whose notice it is, such as a city"),
      N_("NAME") },
    { NULL }
  };
  g_auto(YdCliOffice) desk = { NULL };
  g_autoptr(YdNotice) notice = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (!yd_cli_parse (cli, &argc, argv, entries, "FILE", 1, 1))
    return YD_EXIT_USAGE;

  if ((notice = read_notice (argv[1], region, &error)) == NULL ||
      !yd_cli_office_open (&desk, cli, TRUE, &error))
    return yd_cli_fail (error);

  edit = yd_office_edit_propose (desk.office, notice);
  if (yd_cli_edit_is_empty (edit))
    {
      yd_cli_print (g_strdup (_("The office has these days already.")));
      return YD_EXIT_DONE;
    }

  if (!yd_cli_office_commit (&desk, edit, &error))
    return yd_cli_fail (error);

  print_notice (cli, notice, "proposed");
  if (!cli->json)
    {
      yd_cli_print (yd_notice_dup_text (notice));
      yd_cli_print (g_strdup (_("“yaodianctl calendar accept” puts it in force.")));
    }

  return YD_EXIT_DONE;
}

static char *
move_to_json (YdPlan               *plan,
              const YdDeadlineMove *move)
{
  g_auto(YdJsonWriter) json = { NULL };
  g_autofree char *before = yd_day_dup (move->before.day);
  g_autofree char *after = yd_day_dup (move->after.day);

  yd_json_writer_init (&json);
  yd_json_writer_begin_object (&json, NULL);
  yd_json_writer_string (&json, "plan", yd_space_get_id (YD_SPACE (plan)));
  yd_json_writer_string (&json, "deadline", yd_row_get_id (move->deadline));
  yd_json_writer_string (&json, "words", yd_row_get_cell (move->deadline, YD_DEADLINE_WORDS));
  yd_json_writer_string (&json, "from", before);
  yd_json_writer_string (&json, "to", after);
  yd_json_writer_end_object (&json);

  return yd_json_writer_end (&json);
}

static char *
move_to_text (YdPlan               *plan,
              const YdDeadlineMove *move)
{
  YdRow *point = yd_row_get_home (move->deadline);
  const char *title = point != NULL ? yd_point_get_title (point) : NULL;
  const char *words = yd_row_get_cell (move->deadline, YD_DEADLINE_WORDS);
  g_autofree char *before = yd_day_dup (move->before.day);
  g_autofree char *after = yd_day_dup (move->after.day);

  return g_strdup_printf ("%s → %s  %s  %s", before != NULL ? before : "—",
                          after != NULL ? after : "—", title != NULL ? title : "",
                          words != NULL ? words : "");
}

static guint
print_moves (YdCli          *cli,
             YdPlan         *plan,
             YdWorkCalendar *before,
             YdWorkCalendar *after)
{
  g_autoptr(GArray) moves = yd_deadline_list_moves (plan, before, after, yd_cli_get_now ().day);

  if (moves->len > 0 && !cli->json)
    yd_cli_print (g_strdup (yd_plan_get_title (plan)));
  for (guint i = 0; i < moves->len; i++)
    {
      const YdDeadlineMove *move = &g_array_index (moves, YdDeadlineMove, i);

      yd_cli_print (cli->json ? move_to_json (plan, move) : move_to_text (plan, move));
    }

  return moves->len;
}

/* Every plan goes on with the notices that it names; this is what would change. */
static gboolean
print_consequences (YdCli           *cli,
                    YdCliOffice     *desk,
                    YdWorkCalendar  *before,
                    guint           *n_moves,
                    GError         **error)
{
  g_autoptr(YdWorkCalendar) after = yd_work_calendar_new_for (desk->office, NULL);
  g_autoptr(GPtrArray) infos = yd_library_list_spaces (desk->library, "plan", error);

  *n_moves = 0;
  for (guint i = 0; infos != NULL && i < infos->len; i++)
    {
      const YdSpaceInfo *info = g_ptr_array_index (infos, i);
      g_autoptr(YdPlan) plan = (YdPlan *) yd_library_open_space (desk->library, info->id, NULL,
                                                                 error);
      g_autoptr(YdWorkCalendar) its = NULL;

      if (plan == NULL)
        return FALSE;

      /* An old plan names no notice and follows the office at once. */
      its = g_list_model_get_n_items (yd_space_get_rows (YD_SPACE (plan),
                                                         YD_KIND_CALENDAR_USE)) > 0
            ? yd_work_calendar_new_for (desk->office, plan) : yd_work_calendar_ref (before);
      *n_moves += print_moves (cli, plan, its, after);
    }

  return infos != NULL;
}

static YdExit
accept_in_office (YdCli *cli)
{
  g_auto(YdCliOffice) desk = { NULL };
  g_autoptr(YdWorkCalendar) before = NULL;
  g_autoptr(GPtrArray) proposed = NULL;
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  guint n_moves;

  if (!yd_cli_office_open (&desk, cli, TRUE, &error))
    return yd_cli_fail (error);

  before = yd_work_calendar_new_for (desk.office, NULL);
  proposed = yd_office_list_proposed (desk.office);
  edit = yd_office_edit_accept (proposed);
  if (!yd_cli_edit_is_empty (edit) && !yd_cli_office_commit (&desk, edit, &error))
    return yd_cli_fail (error);

  if (!cli->json)
    yd_cli_print (g_strdup_printf (ngettext ("%u notice is in force now.",
                                             "%u notices are in force now.", proposed->len),
                                   proposed->len));
  if (!print_consequences (cli, &desk, before, &n_moves, &error))
    return yd_cli_fail (error);

  if (n_moves > 0 && !cli->json)
    yd_cli_print (g_strdup (_("These dates move when a plan takes the notices over: “yaodianctl "
                              "calendar accept PLAN”.")));

  return n_moves > 0 ? YD_EXIT_LOOK : YD_EXIT_DONE;
}

static YdExit
accept_in_plan (YdCli      *cli,
                const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdCliPlan) plan = yd_cli_plan_open (cli, name, TRUE, &error);
  g_autoptr(YdWorkCalendar) before = NULL;
  g_autoptr(YdWorkCalendar) after = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (plan == NULL || (before = yd_cli_plan_make_calendar (plan, &error)) == NULL)
    return yd_cli_fail (error);

  edit = yd_plan_edit_use_notices (plan->plan, plan->office);
  if (!yd_cli_edit_is_empty (edit) && !yd_cli_plan_commit (plan, edit, &error))
    return yd_cli_fail (error);

  after = yd_work_calendar_new_for (plan->office, plan->plan);
  print_moves (cli, plan->plan, before, after);

  return YD_EXIT_DONE;
}

static YdExit
accept_notices (YdCli  *cli,
                int     argc,
                char  **argv)
{
  if (!yd_cli_parse (cli, &argc, argv, NULL, "[PLAN]", 0, 1))
    return YD_EXIT_USAGE;

  return argc > 1 ? accept_in_plan (cli, argv[1]) : accept_in_office (cli);
}

YdExit
yd_cli_calendar (YdCli  *cli,
                 int     argc,
                 char  **argv)
{
  if (argc > 1 && g_str_equal (argv[1], "add"))
    {
      cli->command = "calendar add";
      return add_notice (cli, argc - 1, argv + 1);
    }
  if (argc > 1 && g_str_equal (argv[1], "accept"))
    {
      cli->command = "calendar accept";
      return accept_notices (cli, argc - 1, argv + 1);
    }

  if (!yd_cli_parse (cli, &argc, argv, NULL, "[add FILE | accept [PLAN]]", 0, 0))
    return YD_EXIT_USAGE;

  return list_notices (cli);
}
