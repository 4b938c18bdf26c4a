/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-directory-rows.h"
#include "yd-moment.h"
#include "yd-order.h"
#include "yd-plan-edits-private.h"
#include "yd-text-rows.h"
#include "yd-unit-kind.h"

/**
 * YdDirectoryImport:
 *
 * A table of units as an office keeps it, compared with the directory: what is new, what says
 * something else, what was not understood. An empty cell says nothing, and a unit that is not in
 * the table stays: a table of ten departments does no harm to the others.
 */
struct _YdDirectoryImport
{
  GPtrArray *lines;                     /* of YdImportLine */
  YdEdit    *edit;
  guint      counts[YD_IMPORT_N_STATES];
};

/* A line of the table while it is compared. */
typedef struct
{
  char         **cells;
  guint          line;
  char          *id;                    /* (nullable): there is no such unit */
  YdRow         *row;                   /* (nullable): the unit is new */
  GString       *changes;
  GString       *faults;
} Entry;

typedef struct
{
  YdOffice         *office;
  YdDirectory      *directory;
  const YdIdSource *ids;
  YdEdit           *edit;
  GPtrArray        *entries;            /* of Entry */
  GHashTable       *fresh;              /* folded name → id of a new unit */
  int               columns[YD_DIRECTORY_N_COLUMNS];    /* where they stand, or -1 */
} Reading;

static void
line_free (YdImportLine *line)
{
  g_free (line->name);
  g_free (line->words);
  g_free (line);
}

static void
entry_free (Entry *entry)
{
  g_free (entry->id);
  g_string_free (entry->changes, TRUE);
  g_string_free (entry->faults, TRUE);
  g_free (entry);
}

static void
add_words (GString    *words,
           const char *format,
           ...) G_GNUC_PRINTF (2, 3);

static void
add_words (GString    *words,
           const char *format,
           ...)
{
  va_list args;

  if (words->len > 0)
    g_string_append (words, _("; "));
  va_start (args, format);
  g_string_append_vprintf (words, format, args);
  va_end (args);
}

/* Returns: (transfer full) (nullable): what stands there, or nothing */
static char *
dup_cell (Reading           *self,
          Entry             *entry,
          YdDirectoryColumn  column)
{
  const int at = self->columns[column];
  g_autofree char *text = NULL;

  if (at < 0 || at >= (int) g_strv_length (entry->cells))
    return NULL;

  text = g_strstrip (g_strdup (entry->cells[at]));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* The head of the table */

/* It stands below a title, as tables of offices do. Returns: whether there is one */
static gboolean
find_head (Reading   *self,
           GPtrArray *rows,
           guint     *head)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      guint n = 0;

      for (guint j = 0; j < YD_DIRECTORY_N_COLUMNS; j++)
        self->columns[j] = -1;
      for (guint j = 0; cells[j] != NULL; j++)
        {
          YdDirectoryColumn column;

          if (!yd_directory_column_find (cells[j], &column) || self->columns[column] >= 0)
            continue;
          self->columns[column] = j;
          n++;
        }

      *head = i;
      if (n > 0 && self->columns[YD_DIRECTORY_NAME] >= 0)
        return TRUE;
    }

  return FALSE;
}

/* Which unit a line is about */

static YdRow *
get_row (Reading    *self,
         const char *id)
{
  return yd_space_lookup (YD_SPACE (self->office), YD_KIND_UNIT, id);
}

static void
create_unit (Reading    *self,
             Entry      *entry,
             const char *name,
             char      **order)
{
  g_autofree char *last = *order;

  *order = last != NULL ? yd_order_between (last, NULL, self->ids)
                        : _yd_plan_edits_order_last (yd_space_get_rows (YD_SPACE (self->office),
                                                                        YD_KIND_UNIT), self->ids);
  entry->id = yd_id_new (self->ids);
  yd_edit_create (self->edit, YD_KIND_UNIT, entry->id);
  yd_edit_put (self->edit, YD_UNIT_NAME, name);
  yd_edit_put (self->edit, YD_UNIT_ORDER, *order);
  g_hash_table_insert (self->fresh, yd_unit_name_fold (name), g_strdup (entry->id));
}

static YdDay
read_day (const char *text)
{
  return text != NULL ? yd_moment_read (text, YD_MOMENT_NONE).day : YD_DAY_NONE;
}

/* By the day on which it began, two units of one name are told apart. */
static void
find_unit (Reading  *self,
           Entry    *entry,
           char    **order)
{
  g_autofree char *name = dup_cell (self, entry, YD_DIRECTORY_NAME);
  g_autofree char *from = dup_cell (self, entry, YD_DIRECTORY_FROM);
  g_autofree char *folded = name != NULL ? yd_unit_name_fold (name) : NULL;
  YdNameMatch match;

  if (name == NULL)
    {
      add_words (entry->faults, _("it has no name"));
      return;
    }

  match = yd_directory_match (self->directory, name, read_day (from));
  if (match.doubtful)
    add_words (entry->faults, _("two units are called “%s”"), name);
  else if (match.unit != NULL)
    {
      entry->id = g_strdup (match.unit->id);
      entry->row = get_row (self, match.unit->id);
    }
  else if (g_hash_table_contains (self->fresh, folded))
    add_words (entry->faults, _("“%s” stands in the table already"), name);
  else
    create_unit (self, entry, name, order);
}

/* Cells */

static void
set_cell (Reading           *self,
          Entry             *entry,
          guint              field,
          const char        *value,
          YdDirectoryColumn  column,
          const char        *words)
{
  const char *old = entry->row != NULL ? yd_row_get_cell (entry->row, field) : NULL;

  if (g_strcmp0 (old, value) == 0)
    return;

  yd_edit_change (self->edit, YD_KIND_UNIT, entry->id, field, old, value);
  add_words (entry->changes, _("%1$s: %2$s"), yd_directory_column_get_heading (column), words);
}

static void
take_texts (Reading *self,
            Entry   *entry)
{
  static const struct { YdDirectoryColumn column; guint field; } texts[] = {
    { YD_DIRECTORY_FULL, YD_UNIT_FULL }, { YD_DIRECTORY_SHORT, YD_UNIT_SHORT },
    { YD_DIRECTORY_CONTACT, YD_UNIT_CONTACT }, { YD_DIRECTORY_PHONE, YD_UNIT_PHONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dup_cell (self, entry, texts[i].column);

      if (text != NULL)
        set_cell (self, entry, texts[i].field, text, texts[i].column, text);
    }
}

static void
take_kind (Reading *self,
           Entry   *entry)
{
  g_autofree char *word = dup_cell (self, entry, YD_DIRECTORY_KIND);
  const char *kind = word != NULL ? yd_directory_kind_find (word) : NULL;
  g_autofree char *name = dup_cell (self, entry, YD_DIRECTORY_NAME);

  if (word != NULL && kind == NULL)
    add_words (entry->faults, _("“%s” is no kind of unit"), word);
  else if (kind == NULL && entry->row == NULL)
    kind = yd_unit_kind_get_name (yd_unit_kind_guess (name));

  if (kind != NULL)
    set_cell (self, entry, YD_UNIT_KIND, kind, YD_DIRECTORY_KIND,
              yd_directory_kind_get_word (kind));
}

static void
take_days (Reading *self,
           Entry   *entry)
{
  static const struct { YdDirectoryColumn column; guint field; } days[] = {
    { YD_DIRECTORY_FROM, YD_UNIT_FROM }, { YD_DIRECTORY_TO, YD_UNIT_TO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = dup_cell (self, entry, days[i].column);
      const YdDay day = read_day (text);
      char canonical[YD_DAY_SIZE];

      if (text == NULL)
        continue;
      if (day == YD_DAY_NONE)
        add_words (entry->faults, _("“%s” is no day, such as 2017-06-01"), text);
      else
        {
          yd_day_format (day, canonical);
          set_cell (self, entry, days[i].field, canonical, days[i].column, canonical);
        }
    }
}

/* Returns: (transfer none) (nullable): the id of the unit that is called so, here or in the
 * table
 */
static const char *
find_id (Reading    *self,
         Entry      *entry,
         const char *name)
{
  g_autofree char *folded = yd_unit_name_fold (name);
  const char *fresh = g_hash_table_lookup (self->fresh, folded);
  const YdNameMatch match = yd_directory_match (self->directory, name, YD_DAY_NONE);

  if (match.unit != NULL && !match.doubtful)
    return match.unit->id;
  if (fresh == NULL)
    add_words (entry->faults, _("no unit is called “%s”"), name);

  return fresh;
}

static void
take_links (Reading *self,
            Entry   *entry)
{
  static const struct { YdDirectoryColumn column; guint field; } links[] = {
    { YD_DIRECTORY_SUCCESSOR, YD_UNIT_SUCCESSOR }, { YD_DIRECTORY_PARENT, YD_UNIT_PARENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *name = dup_cell (self, entry, links[i].column);
      const char *id = name != NULL ? find_id (self, entry, name) : NULL;

      if (id != NULL && g_str_equal (id, entry->id))
        add_words (entry->faults, _("“%s” is the unit itself"), name);
      else if (id != NULL)
        set_cell (self, entry, links[i].field, id, links[i].column, name);
    }
}

static void
take_aliases (Reading *self,
              Entry   *entry)
{
  g_autofree char *text = dup_cell (self, entry, YD_DIRECTORY_ALIASES);
  g_autoptr(GPtrArray) names = yd_text_split_names (text);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const YdNameMatch match = yd_directory_match (self->directory, name, YD_DAY_NONE);

      if (match.unit != NULL && g_str_equal (match.unit->id, entry->id))
        continue;

      _yd_plan_edits_alias (self->edit, YD_SPACE (self->office), entry->id, name);
      add_words (entry->changes, _("%1$s: %2$s"),
                 yd_directory_column_get_heading (YD_DIRECTORY_ALIASES), name);
    }
}

/* Groups */

typedef struct
{
  YdDay from;
  YdDay to;
} Term;

/* `各县市区（2012-01-01—2018-02-23）`; without days, brackets belong to the name. Cuts @name. */
static Term
cut_term (char *name)
{
  g_autoptr(GRegex) regex = g_regex_new ("[（(]([^（()）]*)(?:—|–|至|~|～)([^（()）]*)[)）]$", 0, 0,
                                         NULL);
  g_autoptr(GMatchInfo) info = NULL;
  Term term = { YD_DAY_NONE, YD_DAY_NONE };
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  int start;

  if (!g_regex_match (regex, name, 0, &info))
    return term;

  from = g_match_info_fetch (info, 1);
  to = g_match_info_fetch (info, 2);
  term = (Term) { read_day (from), read_day (to) };
  if (term.from == YD_DAY_NONE && term.to == YD_DAY_NONE)
    return term;

  g_match_info_fetch_pos (info, 0, &start, NULL);
  name[start] = '\0';

  return term;
}

static YdRow *
find_member (Reading    *self,
             const char *group,
             const char *unit,
             Term        term)
{
  YdRow *row = get_row (self, group);
  GListModel *members = row != NULL ? yd_row_get_rows (row, YD_KIND_MEMBER) : NULL;
  const guint n = members != NULL ? g_list_model_get_n_items (members) : 0;
  const gboolean any = term.from == YD_DAY_NONE && term.to == YD_DAY_NONE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) member = g_list_model_get_item (members, i);

      if (g_strcmp0 (yd_row_get_cell (member, YD_MEMBER_UNIT), unit) == 0 &&
          (any || yd_day_parse (yd_row_get_cell (member, YD_MEMBER_FROM)) == term.from))
        return member;          /* the space keeps it */
    }

  return NULL;
}

static void
take_group (Reading *self,
            Entry   *entry,
            char    *name)
{
  g_autofree char *whole = g_strdup (name);
  const Term term = cut_term (name);
  const char *group = find_id (self, entry, name);
  YdRow *member = group != NULL ? find_member (self, group, entry->id, term) : NULL;
  char from[YD_DAY_SIZE], to[YD_DAY_SIZE];
  g_autofree char *id = NULL;

  if (group == NULL)
    return;
  if (g_str_equal (group, entry->id))
    {
      add_words (entry->faults, _("“%s” is the unit itself"), name);
      return;
    }

  yd_day_format (term.from, from);
  yd_day_format (term.to, to);
  if (member != NULL)
    {
      if (*to == '\0' || g_strcmp0 (yd_row_get_cell (member, YD_MEMBER_TO), to) == 0)
        return;
      _yd_plan_edits_set (self->edit, member, YD_MEMBER_TO, to);
    }
  else
    {
      id = yd_id_new (self->ids);
      yd_edit_create (self->edit, YD_KIND_MEMBER, id);
      yd_edit_put (self->edit, YD_MEMBER_GROUP, group);
      yd_edit_put (self->edit, YD_MEMBER_UNIT, entry->id);
      yd_edit_put (self->edit, YD_MEMBER_FROM, *from != '\0' ? from : NULL);
      yd_edit_put (self->edit, YD_MEMBER_TO, *to != '\0' ? to : NULL);
    }
  add_words (entry->changes, _("%1$s: %2$s"),
             yd_directory_column_get_heading (YD_DIRECTORY_GROUPS), whole);
}

static void
take_groups (Reading *self,
             Entry   *entry)
{
  g_autofree char *text = dup_cell (self, entry, YD_DIRECTORY_GROUPS);
  g_autoptr(GPtrArray) names = yd_text_split_names (text);

  for (guint i = 0; i < names->len; i++)
    take_group (self, entry, g_ptr_array_index (names, i));
}

/* All of it */

static gboolean
is_blank (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (cells[i]));

      if (*text != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
list_entries (Reading   *self,
              GPtrArray *rows,
              guint      head)
{
  g_autofree char *order = NULL;

  for (guint i = head + 1; i < rows->len; i++)
    {
      Entry *entry;

      if (is_blank (g_ptr_array_index (rows, i)))
        continue;

      entry = g_new0 (Entry, 1);
      entry->cells = g_ptr_array_index (rows, i);
      entry->line = i + 1;
      entry->changes = g_string_new (NULL);
      entry->faults = g_string_new (NULL);
      g_ptr_array_add (self->entries, entry);
      find_unit (self, entry, &order);
    }
}

static void
take_entry (Reading *self,
            Entry   *entry)
{
  take_texts (self, entry);
  take_kind (self, entry);
  take_days (self, entry);
  take_links (self, entry);
  take_aliases (self, entry);
  take_groups (self, entry);
}

static void
add_line (YdDirectoryImport *self,
          guint              number,
          YdImportState      state,
          const char        *name,
          const GString     *words)
{
  YdImportLine *line = g_new0 (YdImportLine, 1);

  line->line = number;
  line->state = state;
  line->name = g_strdup (name != NULL ? name : "");
  line->words = words != NULL && words->len > 0 ? g_strdup (words->str) : NULL;
  g_ptr_array_add (self->lines, line);
  self->counts[state]++;
}

/* A line that says something wrong and something right is two. */
static void
add_lines (YdDirectoryImport *self,
           Reading           *reading,
           Entry             *entry)
{
  g_autofree char *name = dup_cell (reading, entry, YD_DIRECTORY_NAME);

  if (entry->faults->len > 0)
    add_line (self, entry->line, YD_IMPORT_NOT_UNDERSTOOD, name, entry->faults);
  if (entry->id == NULL)
    return;

  if (entry->row == NULL)
    add_line (self, entry->line, YD_IMPORT_NEW, name, entry->changes);
  else if (entry->changes->len > 0)
    add_line (self, entry->line, YD_IMPORT_CHANGED, name, entry->changes);
  else if (entry->faults->len == 0)
    add_line (self, entry->line, YD_IMPORT_SAME, name, NULL);
}

static void
read_rows (YdDirectoryImport *self,
           Reading           *reading,
           GPtrArray         *rows)
{
  guint head;

  if (!find_head (reading, rows, &head))
    {
      g_autoptr(GString) words = g_string_new (_("No column is headed “单位名称”: nothing can be "
                                                 "taken over."));

      add_line (self, 1, YD_IMPORT_NOT_UNDERSTOOD, NULL, words);
      g_string_free (g_steal_pointer (&words), TRUE);
      return;
    }

  list_entries (reading, rows, head);
  for (guint i = 0; i < reading->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (reading->entries, i);

      if (entry->id != NULL)
        take_entry (reading, entry);
      add_lines (self, reading, entry);
    }
}

/**
 * yd_directory_import_new:
 * @office: an office
 * @table: a table as text: cells set apart by tabs or by commas, with a head
 * @ids: makes ids
 *
 * Returns: (transfer full): what would come of taking @table over
 */
YdDirectoryImport *
yd_directory_import_new (YdOffice         *office,
                         const char       *table,
                         const YdIdSource *ids)
{
  YdDirectoryImport *self = g_new0 (YdDirectoryImport, 1);
  g_autoptr(YdDirectory) directory = yd_directory_new (office);
  g_autoptr(GPtrArray) rows = yd_text_split_rows (table);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr(GHashTable) fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reading reading = { office, directory, ids, yd_edit_new ("unit.import", NULL), entries, fresh,
                      { 0 } };

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->edit = reading.edit;
  yd_edit_set_whole (self->edit, TRUE);
  read_rows (self, &reading, rows);

  return self;
}

void
yd_directory_import_free (YdDirectoryImport *self)
{
  g_ptr_array_unref (self->lines);
  yd_edit_unref (self->edit);
  g_free (self);
}

/* Returns: (transfer none) (element-type YdImportLine): the lines, in the order of the table */
GPtrArray *
yd_directory_import_get_lines (YdDirectoryImport *self)
{
  return self->lines;
}

guint
yd_directory_import_count (YdDirectoryImport *self,
                           YdImportState      state)
{
  return self->counts[state];
}

/* Returns: (transfer full): the edit that takes it over; to be sealed and applied once */
YdEdit *
yd_directory_import_dup_edit (YdDirectoryImport *self)
{
  return yd_edit_ref (self->edit);
}
