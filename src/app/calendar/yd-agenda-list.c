/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-list.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"

/**
 * YdAgendaList:
 *
 * What is due as lines with heads, in one flat list: rows of one height scroll well.
 */

enum { OVERDUE, TODAY, THIS_WEEK, THIS_MONTH, LATER, UNDATED, N_GROUPS };

static const char * const group_titles[N_GROUPS] = {
  [OVERDUE]    = NC_("agenda", "Overdue"),
  [TODAY]      = NC_("agenda", "Today"),
  [THIS_WEEK]  = NC_("agenda", "This Week"),
  [THIS_MONTH] = NC_("agenda", "This Month"),
  [LATER]      = NC_("agenda", "Later"),
  [UNDATED]    = NC_("agenda", "No Deadline Stated"),
};

/* The head of a folded group names so many of what it hides. */
#define MAX_NAMED 5

struct _YdAgendaList
{
  GObject        parent_instance;

  /* Owned */
  GListStore    *store;
  GPtrArray     *entries;     /* of what a folded group hides only a few; heads first in theirs */
  GHashTable    *unfolded;    /* groups by number that a person unfolded */

  YdAgendaOrder  order;
};

G_DEFINE_FINAL_TYPE (YdAgendaList, yd_agenda_list, G_TYPE_OBJECT)

/* What is put together while the list is filled. */
typedef struct
{
  YdSchedule *schedule;
  YdDay       today;
  YdDay       end_of_week;
  YdDay       end_of_month;
  GPtrArray  *items;          /* YdAgendaEntry */
  GHashTable *units;          /* unit: its group */
  gboolean    folds_undated;
  guint       n_named;        /* of those, as far as its head names them */
  guint       n_hidden;       /* those that it only counts */
} Filling;

static void
yd_agenda_list_finalize (GObject *object)
{
  YdAgendaList *self = YD_AGENDA_LIST (object);

  g_object_unref (self->store);
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->unfolded);

  G_OBJECT_CLASS (yd_agenda_list_parent_class)->finalize (object);
}

static void
yd_agenda_list_class_init (YdAgendaListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_agenda_list_finalize;
}

static void
yd_agenda_list_init (YdAgendaList *self)
{
  self->store = g_list_store_new (YD_TYPE_AGENDA_ENTRY);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->unfolded = g_hash_table_new (NULL, NULL);
}

YdAgendaList *
yd_agenda_list_new (void)
{
  return g_object_new (YD_TYPE_AGENDA_LIST, NULL);
}

/* Returns: (transfer none): the lines that can be seen, #YdAgendaEntry */
GListModel *
yd_agenda_list_get_model (YdAgendaList *self)
{
  g_return_val_if_fail (YD_IS_AGENDA_LIST (self), NULL);

  return G_LIST_MODEL (self->store);
}

/* Which group */

/* A clock that stands still will go on; a term in hours may be over today already. */
static guint
find_group_of_day (const Filling      *filling,
                   const YdAgendaItem *item,
                   YdLight             light)
{
  const YdDay day = item->due.day;

  if (day == YD_DAY_NONE)
    return item->step != NULL ? LATER : UNDATED;
  if (day < filling->today || (item->step != NULL && light == YD_LIGHT_LATE))
    return OVERDUE;
  if (day == filling->today)
    return TODAY;
  if (day <= filling->end_of_week)
    return THIS_WEEK;

  return day <= filling->end_of_month ? THIS_MONTH : LATER;
}

static void
add_item (Filling            *filling,
          guint               group,
          const YdAgendaItem *item,
          YdLight             light)
{
  YdWorkCalendar *calendar = yd_schedule_get_calendar (filling->schedule);

  g_ptr_array_add (filling->items, yd_agenda_entry_new_item (group, item, light, calendar));
}

/* A deadline that is for one unit alone stands with that unit only. */
static void
add_to_units (Filling            *filling,
              const YdAgendaItem *item,
              YdLight             light)
{
  YdPlan *plan = yd_schedule_get_plan (filling->schedule);
  GListModel *assignments = item->point != NULL ? yd_point_get_assignments (item->point) : NULL;
  const guint n = assignments != NULL ? g_list_model_get_n_items (assignments) : 0;
  const char *only = item->deadline != NULL ? yd_row_get_cell (item->deadline, YD_DEADLINE_UNIT)
                                            : NULL;
  guint n_added = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (plan, assignment);
      gpointer group;

      if (unit == NULL || (only != NULL && g_strcmp0 (only, yd_row_get_id (unit)) != 0) ||
          yd_plan_is_refused (assignment) ||
          !g_hash_table_lookup_extended (filling->units, unit, NULL, &group))
        continue;
      add_item (filling, GPOINTER_TO_UINT (group), item, light);
      n_added++;
    }

  if (n_added == 0)
    add_item (filling, g_hash_table_size (filling->units), item, light);
}

/* A long plan has thousands of points that state no deadline, and nobody sees a line of them. */
static gboolean
is_only_counted (Filling            *filling,
                 guint               group,
                 const YdAgendaItem *item)
{
  g_autofree char *number = NULL;

  if (group != UNDATED || !filling->folds_undated)
    return FALSE;
  if (filling->n_named > MAX_NAMED)
    {
      filling->n_hidden++;
      return TRUE;
    }

  number = yd_point_shorten_path (item->path);
  filling->n_named += *number != '\0';

  return FALSE;
}

static void
add_to_day (Filling            *filling,
            const YdAgendaItem *item,
            YdLight             light)
{
  const guint group = find_group_of_day (filling, item, light);

  if (!is_only_counted (filling, group, item))
    add_item (filling, group, item, light);
}

static void
add_agenda (Filling       *filling,
            YdAgenda      *agenda,
            YdAgendaOrder  order)
{
  for (guint i = 0; i < yd_agenda_get_n_items (agenda); i++)
    {
      const YdAgendaItem *item = yd_agenda_get_item (agenda, i);
      const YdLight light = yd_agenda_item_get_light (item, filling->schedule);

      if (light == YD_LIGHT_DONE)
        continue;

      if (order == YD_AGENDA_BY_DAY)
        add_to_day (filling, item, light);
      else if (item->deadline != NULL || item->step != NULL)
        add_to_units (filling, item, light);
    }
}

/* The heads */

static char *
dup_span (YdDay from,
          YdDay to)
{
  int month, day, last_month, last_day;

  if (from > to)
    return NULL;

  yd_day_split (from, NULL, &month, &day);
  yd_day_split (to, NULL, &last_month, &last_day);
  if (from == to)
    /* Translators: a month and a day of it */
    return g_strdup_printf (_("%02d-%02d"), month, day);
  if (month == last_month)
    /* Translators: a month, a day of it, another day of it */
    return g_strdup_printf (_("%02d-%02d to %02d"), month, day, last_day);

  /* Translators: from a month and a day of it to another */
  return g_strdup_printf (_("%02d-%02d to %02d-%02d"), month, day, last_month, last_day);
}

/* The numbers of what is hidden, `三(一)、三(三)`. */
static char *
dup_hidden (const Filling *filling,
            guint          first,
            guint          n)
{
  GString *out = g_string_new (NULL);
  guint n_named = 0, i;

  for (i = 0; i < n && n_named < MAX_NAMED; i++)
    {
      g_autofree char *number = yd_agenda_entry_dup_number (filling->items->pdata[first + i]);

      if (*number == '\0')
        continue;
      g_string_append_printf (out, "%s%s", n_named > 0 ? _(", ") : "", number);
      n_named++;
    }
  if (i < n)
    g_string_append (out, "…");

  return g_string_free (out, FALSE);
}

static char *
dup_rest (const Filling *filling,
          YdAgendaEntry *head,
          guint          first,
          guint          n)
{
  if (head->folded)
    return dup_hidden (filling, first, n);
  if (head->group == THIS_WEEK)
    return dup_span (filling->today + 1, filling->end_of_week);
  if (head->group == THIS_MONTH)
    return dup_span (filling->end_of_week + 1, filling->end_of_month);

  return NULL;
}

static const char *
get_title (YdAgendaList *self,
           Filling      *filling,
           guint         group)
{
  GListModel *units = yd_plan_get_units (yd_schedule_get_plan (filling->schedule));
  g_autoptr(YdRow) unit = NULL;

  if (self->order == YD_AGENDA_BY_DAY)
    return g_dpgettext2 (GETTEXT_PACKAGE, "agenda", group_titles[group]);

  unit = g_list_model_get_item (units, group);

  return unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : _("No Unit");
}

static void
add_group (YdAgendaList *self,
           Filling      *filling,
           guint         first,
           guint         n)
{
  YdAgendaEntry *item = filling->items->pdata[first];
  YdAgendaEntry *head = yd_agenda_entry_new_head (item->group,
                                                  get_title (self, filling, item->group));

  head->folds = self->order == YD_AGENDA_BY_DAY && item->group == UNDATED;
  head->folded = head->folds && filling->folds_undated;
  head->n_items = head->folded ? n + filling->n_hidden : n;
  if (self->order == YD_AGENDA_BY_DAY)
    head->rest = dup_rest (filling, head, first, n);

  g_ptr_array_add (self->entries, head);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->entries, g_object_ref (filling->items->pdata[first + i]));
}

/* The agenda is sorted by date, and so stays each group of it. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const guint group = (*(YdAgendaEntry * const *) a)->group;
  const guint other = (*(YdAgendaEntry * const *) b)->group;

  return (group > other) - (group < other);
}

static void
add_groups (YdAgendaList *self,
            Filling      *filling)
{
  GPtrArray *items = filling->items;
  guint end;

  g_ptr_array_sort (items, compare_groups);     /* GLib's is stable */
  for (guint first = 0; first < items->len; first = end)
    {
      const guint group = YD_AGENDA_ENTRY (items->pdata[first])->group;

      for (end = first + 1; end < items->len; end++)
        if (YD_AGENDA_ENTRY (items->pdata[end])->group != group)
          break;
      add_group (self, filling, first, end - first);
    }
}

/* The lines that can be seen: only where they differ from those before does the list change,
 * so that a view stays where it is.
 */
static void
show (YdAgendaList *self)
{
  GListModel *model = G_LIST_MODEL (self->store);
  g_autoptr(GPtrArray) shown = g_ptr_array_new ();
  const guint n_old = g_list_model_get_n_items (model);
  guint before = 0, after = 0;
  gboolean hidden = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      YdAgendaEntry *entry = self->entries->pdata[i];

      if (yd_agenda_entry_is_head (entry))
        hidden = entry->folded;
      if (yd_agenda_entry_is_head (entry) || !hidden)
        g_ptr_array_add (shown, entry);
    }

  while (before < MIN (n_old, shown->len))
    {
      g_autoptr(YdAgendaEntry) old = g_list_model_get_item (model, before);

      if (!yd_agenda_entry_equal (old, shown->pdata[before]))
        break;
      before++;
    }
  while (after < MIN (n_old, shown->len) - before)
    {
      g_autoptr(YdAgendaEntry) old = g_list_model_get_item (model, n_old - 1 - after);

      if (!yd_agenda_entry_equal (old, shown->pdata[shown->len - 1 - after]))
        break;
      after++;
    }

  if (before + after < MAX (n_old, shown->len))
    g_list_store_splice (self->store, before, n_old - before - after, shown->pdata + before,
                         shown->len - before - after);
}

static void
add_units (Filling *filling)
{
  GListModel *units = yd_plan_get_units (yd_schedule_get_plan (filling->schedule));

  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      g_hash_table_insert (filling->units, unit, GUINT_TO_POINTER (i));
    }
}

/**
 * yd_agenda_list_fill:
 * @self: a list
 * @schedule: (nullable): a plan's schedule; without one the list is empty
 * @now: what time it is, for clocks
 * @filter: (nullable) (scope call): what is shown of it
 * @user_data: for @filter
 *
 * Puts together what there is now. What is done is left out. Only lines that are other
 * ones than before are exchanged.
 */
void
yd_agenda_list_fill (YdAgendaList   *self,
                     YdSchedule     *schedule,
                     YdMoment        now,
                     YdAgendaFilter  filter,
                     gpointer        user_data)
{
  g_return_if_fail (YD_IS_AGENDA_LIST (self));

  g_ptr_array_set_size (self->entries, 0);
  if (schedule != NULL)
    {
      g_autoptr(YdAgenda) agenda = yd_agenda_new_of_next (schedule, filter, user_data);
      g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(GHashTable) units = g_hash_table_new (NULL, NULL);
      const YdDay today = yd_schedule_get_today (schedule);
      int year, month;
      Filling filling = { schedule, today, today + 7 - yd_day_get_weekday (today), 0, items,
                          units };

      filling.folds_undated = self->order == YD_AGENDA_BY_DAY &&
                              !g_hash_table_contains (self->unfolded, GUINT_TO_POINTER (UNDATED));
      yd_agenda_add_clocks (agenda, now, filter, user_data);
      yd_day_split (today, &year, &month, NULL);
      filling.end_of_month = yd_day_end_of_month (year, month);
      add_units (&filling);
      add_agenda (&filling, agenda, self->order);
      add_groups (self, &filling);
    }
  show (self);
}

YdAgendaOrder
yd_agenda_list_get_order (YdAgendaList *self)
{
  g_return_val_if_fail (YD_IS_AGENDA_LIST (self), YD_AGENDA_BY_DAY);

  return self->order;
}

/* It holds from the next time that the list is filled. */
void
yd_agenda_list_set_order (YdAgendaList  *self,
                          YdAgendaOrder  order)
{
  g_return_if_fail (YD_IS_AGENDA_LIST (self));

  self->order = order;
}

/* Folds the group of @head, or unfolds it; it holds from the next time the list is filled. */
void
yd_agenda_list_toggle (YdAgendaList  *self,
                       YdAgendaEntry *head)
{
  g_return_if_fail (YD_IS_AGENDA_LIST (self));
  g_return_if_fail (YD_IS_AGENDA_ENTRY (head) && head->folds);

  if (head->folded)
    g_hash_table_add (self->unfolded, GUINT_TO_POINTER (head->group));
  else
    g_hash_table_remove (self->unfolded, GUINT_TO_POINTER (head->group));
}

/* Returns: the place of the first line of @point, or %G_MAXUINT */
guint
yd_agenda_list_find (YdAgendaList *self,
                     YdPoint      *point)
{
  GListModel *model;

  g_return_val_if_fail (YD_IS_AGENDA_LIST (self), G_MAXUINT);

  model = G_LIST_MODEL (self->store);
  for (guint i = 0; point != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(YdAgendaEntry) entry = g_list_model_get_item (model, i);

      if (entry->point == point)
        return i;
    }

  return G_MAXUINT;
}
