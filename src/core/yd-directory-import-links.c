/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-import-private.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits-private.h"
#include "yd-text-rows.h"

/* What a line of a table says of other units: who came after it, what it belongs to, how else it
 * is called, and in which groups it is.
 */

/* Returns: (transfer none) (nullable): the id of the unit that is called so, here or in the
 * table
 */
static const char *
find_id (YdImportReading *self,
         YdImportEntry   *entry,
         const char      *name)
{
  g_autofree char *folded = yd_unit_name_fold (name);
  const char *fresh = g_hash_table_lookup (self->fresh, folded);
  const YdNameMatch match = yd_directory_match (self->directory, name, YD_DAY_NONE);

  if (match.unit != NULL && !match.doubtful)
    return match.unit->id;
  if (fresh == NULL)
    _yd_import_add_words (entry->faults, _("no unit is called “%s”"), name);

  return fresh;
}

void
_yd_import_take_links (YdImportReading *self,
                       YdImportEntry   *entry)
{
  static const struct { YdDirectoryColumn column; guint field; } links[] = {
    { YD_DIRECTORY_SUCCESSOR, YD_UNIT_SUCCESSOR }, { YD_DIRECTORY_PARENT, YD_UNIT_PARENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *name = _yd_import_dup_cell (self, entry, links[i].column);
      const char *id = name != NULL ? find_id (self, entry, name) : NULL;

      if (id != NULL && g_str_equal (id, entry->id))
        _yd_import_add_words (entry->faults, _("“%s” is the unit itself"), name);
      else if (id != NULL)
        _yd_import_set_cell (self, entry, links[i].field, id, links[i].column, name);
    }
}

void
_yd_import_take_aliases (YdImportReading *self,
                         YdImportEntry   *entry)
{
  g_autofree char *text = _yd_import_dup_cell (self, entry, YD_DIRECTORY_ALIASES);
  g_autoptr(GPtrArray) names = yd_text_split_names (text);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      const YdNameMatch match = yd_directory_match (self->directory, name, YD_DAY_NONE);

      if ((match.unit != NULL && g_str_equal (match.unit->id, entry->id)) ||
          !_yd_import_say (self, "alias", entry->id, name))
        continue;

      _yd_plan_edits_alias (self->edit, YD_SPACE (self->office), entry->id, name);
      _yd_import_add_words (entry->changes, _("%1$s: %2$s"),
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
  term = (Term) { _yd_import_read_day (from), _yd_import_read_day (to) };
  if (term.from == YD_DAY_NONE && term.to == YD_DAY_NONE)
    return term;

  g_match_info_fetch_pos (info, 0, &start, NULL);
  name[start] = '\0';

  return term;
}

static YdRow *
find_member (YdImportReading *self,
             const char      *group,
             const char      *unit,
             Term             term)
{
  YdRow *row = _yd_import_get_row (self, group);
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
take_group (YdImportReading *self,
            YdImportEntry   *entry,
            char            *name)
{
  g_autofree char *whole = g_strdup (name);
  const Term term = cut_term (name);
  const char *group = find_id (self, entry, name);
  YdRow *member = group != NULL ? find_member (self, group, entry->id, term) : NULL;
  char from[YD_DAY_SIZE], to[YD_DAY_SIZE];

  if (group == NULL)
    return;
  if (g_str_equal (group, entry->id))
    {
      _yd_import_add_words (entry->faults, _("“%s” is the unit itself"), name);
      return;
    }

  yd_day_format (term.from, from);
  yd_day_format (term.to, to);
  if (!_yd_import_say (self, group, entry->id, from))
    return;
  if (member != NULL)
    {
      if (*to == '\0' || g_strcmp0 (yd_row_get_cell (member, YD_MEMBER_TO), to) == 0)
        return;
      _yd_plan_edits_set (self->edit, member, YD_MEMBER_TO, to);
    }
  else
    {
      yd_edit_create (self->edit, YD_KIND_MEMBER, self->member_ids[self->n_members++]);
      yd_edit_put (self->edit, YD_MEMBER_GROUP, group);
      yd_edit_put (self->edit, YD_MEMBER_UNIT, entry->id);
      yd_edit_put (self->edit, YD_MEMBER_FROM, *from != '\0' ? from : NULL);
      yd_edit_put (self->edit, YD_MEMBER_TO, *to != '\0' ? to : NULL);
    }
  _yd_import_add_words (entry->changes, _("%1$s: %2$s"),
                        yd_directory_column_get_heading (YD_DIRECTORY_GROUPS), whole);
}

static GPtrArray *
list_groups (YdImportReading *self,
             YdImportEntry   *entry)
{
  g_autofree char *text = _yd_import_dup_cell (self, entry, YD_DIRECTORY_GROUPS);

  return yd_text_split_names (text);
}

/* The members of a group stand in the order of their ids: as many as the table could add. */
void
_yd_import_number_members (YdImportReading *self)
{
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr(GPtrArray) groups = list_groups (self, g_ptr_array_index (self->entries, i));

      n += groups->len;
    }

  self->member_ids = yd_id_new_list (self->ids, n);
}

void
_yd_import_take_groups (YdImportReading *self,
                        YdImportEntry   *entry)
{
  g_autoptr(GPtrArray) names = list_groups (self, entry);

  for (guint i = 0; i < names->len; i++)
    take_group (self, entry, g_ptr_array_index (names, i));
}
