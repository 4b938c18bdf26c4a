/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

static void
line_free (YdImportLine *line)
{
  g_free (line->name);
  g_free (line->words);
  g_free (line);
}

static void
entry_free (YdImportEntry *entry)
{
  g_free (entry->id);
  g_string_free (entry->changes, TRUE);
  g_string_free (entry->faults, TRUE);
  g_free (entry);
}

/* Puts a sentence behind those that are there. */
void
_yd_import_add_words (GString    *words,
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
char *
_yd_import_dup_cell (YdImportReading   *self,
                     YdImportEntry     *entry,
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
find_head (YdImportReading *self,
           GPtrArray       *rows,
           guint           *head)
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

YdRow *
_yd_import_get_row (YdImportReading *self,
                    const char      *id)
{
  return yd_space_lookup (YD_SPACE (self->office), YD_KIND_UNIT, id);
}

static void
create_unit (YdImportReading  *self,
             YdImportEntry    *entry,
             const char       *name,
             char            **order)
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

/* Returns: whether the table has not said @what of @id before */
gboolean
_yd_import_say (YdImportReading *self,
                const char      *what,
                const char      *id,
                const char      *more)
{
  return g_hash_table_add (self->said, g_strjoin ("\n", what, id, more, NULL));
}

YdDay
_yd_import_read_day (const char *text)
{
  return text != NULL ? yd_moment_read (text, YD_MOMENT_NONE).day : YD_DAY_NONE;
}

/* By the day on which it began, two units of one name are told apart. */
static void
find_unit (YdImportReading  *self,
           YdImportEntry    *entry,
           char            **order)
{
  g_autofree char *name = _yd_import_dup_cell (self, entry, YD_DIRECTORY_NAME);
  g_autofree char *from = _yd_import_dup_cell (self, entry, YD_DIRECTORY_FROM);
  g_autofree char *folded = name != NULL ? yd_unit_name_fold (name) : NULL;
  YdNameMatch match;

  if (name == NULL)
    {
      _yd_import_add_words (entry->faults, _("it has no name"));
      return;
    }

  match = yd_directory_match (self->directory, name, _yd_import_read_day (from));
  if (match.doubtful)
    _yd_import_add_words (entry->faults, _("two units are called “%s”"), name);
  else if (match.unit != NULL && !_yd_import_say (self, "unit", match.unit->id, NULL))
    _yd_import_add_words (entry->faults, _("“%s” stands in the table already"), match.unit->name);
  else if (match.unit != NULL)
    {
      entry->id = g_strdup (match.unit->id);
      entry->row = _yd_import_get_row (self, match.unit->id);
    }
  else if (g_hash_table_contains (self->fresh, folded))
    _yd_import_add_words (entry->faults, _("“%s” stands in the table already"), name);
  else
    create_unit (self, entry, name, order);
}

/* Cells */

void
_yd_import_set_cell (YdImportReading   *self,
                     YdImportEntry     *entry,
                     guint              field,
                     const char        *value,
                     YdDirectoryColumn  column,
                     const char        *words)
{
  const char *old = entry->row != NULL ? yd_row_get_cell (entry->row, field) : NULL;

  if (g_strcmp0 (old, value) == 0)
    return;

  yd_edit_change (self->edit, YD_KIND_UNIT, entry->id, field, old, value);
  _yd_import_add_words (entry->changes, _("%1$s: %2$s"),
                        yd_directory_column_get_heading (column), words);
}

static void
take_texts (YdImportReading *self,
            YdImportEntry   *entry)
{
  static const struct { YdDirectoryColumn column; guint field; } texts[] = {
    { YD_DIRECTORY_FULL, YD_UNIT_FULL }, { YD_DIRECTORY_SHORT, YD_UNIT_SHORT },
    { YD_DIRECTORY_CONTACT, YD_UNIT_CONTACT }, { YD_DIRECTORY_PHONE, YD_UNIT_PHONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = _yd_import_dup_cell (self, entry, texts[i].column);

      if (text != NULL)
        _yd_import_set_cell (self, entry, texts[i].field, text, texts[i].column, text);
    }
}

static void
take_kind (YdImportReading *self,
           YdImportEntry   *entry)
{
  g_autofree char *word = _yd_import_dup_cell (self, entry, YD_DIRECTORY_KIND);
  const char *kind = word != NULL ? yd_directory_kind_find (word) : NULL;
  g_autofree char *name = _yd_import_dup_cell (self, entry, YD_DIRECTORY_NAME);

  if (word != NULL && kind == NULL)
    _yd_import_add_words (entry->faults, _("“%s” is no kind of unit"), word);
  else if (kind == NULL && entry->row == NULL)
    kind = yd_unit_kind_get_name (yd_unit_kind_guess (name));

  if (kind != NULL)
    _yd_import_set_cell (self, entry, YD_UNIT_KIND, kind, YD_DIRECTORY_KIND,
                         yd_directory_kind_get_word (kind));
}

static void
take_days (YdImportReading *self,
           YdImportEntry   *entry)
{
  static const struct { YdDirectoryColumn column; guint field; } days[] = {
    { YD_DIRECTORY_FROM, YD_UNIT_FROM }, { YD_DIRECTORY_TO, YD_UNIT_TO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = _yd_import_dup_cell (self, entry, days[i].column);
      const YdDay day = _yd_import_read_day (text);
      char canonical[YD_DAY_SIZE];

      if (text == NULL)
        continue;
      if (day == YD_DAY_NONE)
        _yd_import_add_words (entry->faults, _("“%s” is no day, such as 2017-06-01"), text);
      else
        {
          yd_day_format (day, canonical);
          _yd_import_set_cell (self, entry, days[i].field, canonical, days[i].column, canonical);
        }
    }
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
list_entries (YdImportReading *self,
              GPtrArray       *rows,
              guint            head)
{
  g_autofree char *order = NULL;

  for (guint i = head + 1; i < rows->len; i++)
    {
      YdImportEntry *entry;

      if (is_blank (g_ptr_array_index (rows, i)))
        continue;

      entry = g_new0 (YdImportEntry, 1);
      entry->cells = g_ptr_array_index (rows, i);
      entry->line = i + 1;
      entry->changes = g_string_new (NULL);
      entry->faults = g_string_new (NULL);
      g_ptr_array_add (self->entries, entry);
      find_unit (self, entry, &order);
    }
}

static void
take_entry (YdImportReading *self,
            YdImportEntry   *entry)
{
  take_texts (self, entry);
  take_kind (self, entry);
  take_days (self, entry);
  _yd_import_take_links (self, entry);
  _yd_import_take_aliases (self, entry);
  _yd_import_take_groups (self, entry);
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
           YdImportReading   *reading,
           YdImportEntry     *entry)
{
  g_autofree char *name = _yd_import_dup_cell (reading, entry, YD_DIRECTORY_NAME);

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
           YdImportReading   *reading,
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
  _yd_import_number_members (reading);
  for (guint i = 0; i < reading->entries->len; i++)
    {
      YdImportEntry *entry = g_ptr_array_index (reading->entries, i);

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
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  YdImportReading reading = { office, directory, ids, NULL, 0, yd_edit_new ("unit.import", NULL),
                              entries, fresh, said, { 0 } };

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->edit = reading.edit;
  yd_edit_set_whole (self->edit, TRUE);
  read_rows (self, &reading, rows);
  g_strfreev (reading.member_ids);

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
