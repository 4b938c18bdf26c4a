/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-filter.h"

#include <string.h>

#include "yd-compat.h"
#include "yd-filter-walk.h"
#include "yd-fold.h"
#include "yd-pinyin.h"
#include "yd-point-filter-private.h"

#include "yd-mark.h"

/**
 * YdPointFilter:
 *
 * Which points are shown: those that fit the words, the unit and the state that a
 * person chose, and those above them. One filter belongs to a session, so that
 * all pages leave out the same.
 *
 * Who types should not wait for a long plan to be looked through. So that is done in
 * pieces, begun anew with each character, and "changed" comes when all is known. Until then
 * the filter says what it said before, as the lists do: no page is ahead of another one.
 */

#define MANY_POINTS 4000        /* are looked through in pieces */

struct _YdPointFilter
{
  GtkFilter     parent_instance;

  /* Owned */
  char         *text;                   /* folded, never empty */
  char         *typed;
  YdRow        *unit;
  YdPinyin     *pinyin;                 /* once initials were typed */
  YdFilterWalk *walk;                   /* (nullable): what is known of a long plan, or will be */
  YdFilterWalk *last;                   /* (nullable): what was known before @walk began */

  /* Borrowed */
  YdPlan       *plan;                   /* weak: the session keeps it */

  YdPointState  state;
  gboolean      again;                  /* @walk is about what @last was, after an edit */
  gboolean      telling;                /* what the words are */
};

G_DEFINE_ENUM_TYPE (YdPointState, yd_point_state,
                    G_DEFINE_ENUM_VALUE (YD_POINT_STATE_ANY, "any"),
                    G_DEFINE_ENUM_VALUE (YD_POINT_STATE_TO_CHECK, "to-check"),
                    G_DEFINE_ENUM_VALUE (YD_POINT_STATE_NO_UNIT, "no-unit"),
                    G_DEFINE_ENUM_VALUE (YD_POINT_STATE_NO_LEAD, "no-lead"),
                    G_DEFINE_ENUM_VALUE (YD_POINT_STATE_NO_DEADLINE, "no-deadline"),
                    G_DEFINE_ENUM_VALUE (YD_POINT_STATE_MARKED, "marked"))

G_DEFINE_FINAL_TYPE (YdPointFilter, yd_point_filter, GTK_TYPE_FILTER)

enum {
  PROP_0,
  PROP_ACTIVE,
  PROP_TEXT,
  PROP_UNIT,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Letters may also be the initials of the readings. */
static gboolean
has_name (YdPointFilter *self,
          const char    *cell)
{
  return yd_fold_has (cell, self->text) ||
         (self->pinyin != NULL && yd_pinyin_matches (self->pinyin, cell, self->text));
}

typedef gboolean (* Test) (YdPointFilter *self,
                           YdRow         *row);

static gboolean
any_row (YdPointFilter *self,
         GListModel    *rows,
         Test           test)
{
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (rows, i);

      if (test (self, row))
        return TRUE;
    }

  return FALSE;
}

static gboolean
alias_has_text (YdPointFilter *self,
                YdRow         *alias)
{
  return has_name (self, yd_row_get_cell (alias, YD_ALIAS_NAME));
}

static gboolean
is_called (YdPointFilter *self,
           YdRow         *unit)
{
  return has_name (self, yd_row_get_cell (unit, YD_UNIT_NAME)) ||
         yd_fold_has (yd_row_get_cell (unit, YD_UNIT_FULL), self->text) ||
         yd_fold_has (yd_row_get_cell (unit, YD_UNIT_SHORT), self->text) ||
         any_row (self, yd_row_get_rows (unit, YD_KIND_ALIAS), alias_has_text);
}

static gboolean
names_text (YdPointFilter *self,
            YdRow         *assignment)
{
  YdRow *unit = self->plan != NULL ? yd_plan_get_unit_of (self->plan, assignment) : NULL;

  return unit != NULL && is_called (self, unit);
}

static gboolean
names_unit (YdPointFilter *self,
            YdRow         *assignment)
{
  return g_strcmp0 (yd_row_get_cell (assignment, YD_ASSIGNMENT_UNIT),
                    yd_row_get_id (self->unit)) == 0;
}

static gboolean
is_lead (YdPointFilter *self,
         YdRow         *assignment)
{
  return g_strcmp0 (yd_row_get_cell (assignment, YD_ASSIGNMENT_ROLE), "lead") == 0;
}

static gboolean
assignment_is_proposed (YdPointFilter *self,
                        YdRow         *assignment)
{
  return g_strcmp0 (yd_row_get_cell (assignment, YD_ASSIGNMENT_CHECK), "proposed") == 0;
}

static gboolean
deadline_is_proposed (YdPointFilter *self,
                      YdRow         *deadline)
{
  return g_strcmp0 (yd_row_get_cell (deadline, YD_DEADLINE_CHECK), "proposed") == 0;
}

static gboolean
is_in_state (YdPointFilter *self,
             YdPoint       *point)
{
  GListModel *assignments = yd_point_get_assignments (point);
  GListModel *deadlines = yd_point_get_deadlines (point);

  switch (self->state)
    {
    case YD_POINT_STATE_TO_CHECK:
      return g_strcmp0 (yd_row_get_cell (point, YD_POINT_CHECK), "proposed") == 0 ||
             any_row (self, assignments, assignment_is_proposed) ||
             any_row (self, deadlines, deadline_is_proposed);

    /* A chapter has no unit of its own, and that is no lack. */
    case YD_POINT_STATE_NO_UNIT:
      return g_list_model_get_n_items (yd_point_get_children (point)) == 0 &&
             g_list_model_get_n_items (assignments) == 0;

    case YD_POINT_STATE_NO_LEAD:
      return g_list_model_get_n_items (yd_point_get_children (point)) == 0 &&
             !any_row (self, assignments, is_lead);

    case YD_POINT_STATE_NO_DEADLINE:
      return g_list_model_get_n_items (yd_point_get_children (point)) == 0 &&
             g_list_model_get_n_items (deadlines) == 0;

    case YD_POINT_STATE_MARKED:
      return self->plan != NULL && yd_mark_find (self->plan, point) != NULL;

    case YD_POINT_STATE_ANY:
    default:
      return TRUE;
    }
}

static gboolean
fits (YdPointFilter *self,
      YdPoint       *point)
{
  if (!is_in_state (self, point))
    return FALSE;

  if (self->unit != NULL && !any_row (self, yd_point_get_assignments (point), names_unit))
    return FALSE;

  return self->text == NULL ||
         has_name (self, yd_row_get_cell (point, YD_POINT_TITLE)) ||
         yd_fold_has (yd_row_get_cell (point, YD_POINT_PRINTED), self->text) ||
         yd_fold_has (yd_row_get_cell (point, YD_POINT_TEXT), self->text) ||
         any_row (self, yd_point_get_assignments (point), names_text);
}

static void
forget_answers (YdPointFilter *self)
{
  g_clear_pointer (&self->walk, yd_filter_walk_free);
  g_clear_pointer (&self->last, yd_filter_walk_free);
}

/* What an edit changed has mostly been told by the edit itself. But a list that asked while it
 * was announced was told what held before.
 */
static void
known_cb (gpointer owner)
{
  YdPointFilter *self = owner;
  const gboolean tells = !self->again || self->last == NULL ||
                         yd_filter_walk_differs (self->walk, self->last);

  g_clear_pointer (&self->last, yd_filter_walk_free);
  if (tells)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/* Begins anew; what was known as a whole is kept until it is known again. */
static void
look_through (YdPointFilter *self,
              gboolean       again)
{
  g_autoptr(YdFilterWalk) before = g_steal_pointer (&self->walk);

  if (before != NULL && !yd_filter_walk_get_running (before))
    {
      g_clear_pointer (&self->last, yd_filter_walk_free);
      self->last = g_steal_pointer (&before);
    }

  self->again = again;
  self->walk = yd_filter_walk_new (self->plan, (YdFilterWalkFits) fits, known_cb, self);
}

/* What was known holds no more; until it is known again each point is asked for itself, unless
 * the lists wait for other words anyway.
 */
static void
applied_cb (YdPointFilter *self)
{
  if (self->walk != NULL)
    look_through (self, self->again || !yd_filter_walk_get_running (self->walk));
}

static gboolean
yd_point_filter_match (GtkFilter *filter,
                       gpointer   item)
{
  return yd_point_filter_shows (YD_POINT_FILTER (filter), item);
}

static GtkFilterMatch
yd_point_filter_get_strictness (GtkFilter *filter)
{
  return yd_point_filter_get_active (YD_POINT_FILTER (filter)) ? GTK_FILTER_MATCH_SOME
                                                               : GTK_FILTER_MATCH_ALL;
}

static void
yd_point_filter_finalize (GObject *object)
{
  YdPointFilter *self = YD_POINT_FILTER (object);

  forget_answers (self);
  g_clear_weak_pointer (&self->plan);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_object (&self->unit);
  g_clear_pointer (&self->pinyin, yd_pinyin_free);

  G_OBJECT_CLASS (yd_point_filter_parent_class)->finalize (object);
}

static void
yd_point_filter_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  YdPointFilter *self = YD_POINT_FILTER (object);

  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, yd_point_filter_get_active (self));
      break;

    case PROP_TEXT:
      g_value_set_string (value, self->typed);
      break;

    case PROP_UNIT:
      g_value_set_object (value, self->unit);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_point_filter_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  YdPointFilter *self = YD_POINT_FILTER (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      yd_point_filter_set_text (self, g_value_get_string (value));
      break;

    case PROP_UNIT:
      yd_point_filter_set_unit (self, g_value_get_object (value));
      break;

    case PROP_STATE:
      yd_point_filter_set_state (self, g_value_get_enum (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_point_filter_class_init (YdPointFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);
  const GParamFlags ro = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = yd_point_filter_finalize;
  object_class->get_property = yd_point_filter_get_property;
  object_class->set_property = yd_point_filter_set_property;
  filter_class->match = yd_point_filter_match;
  filter_class->get_strictness = yd_point_filter_get_strictness;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, ro);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", rw);
  properties[PROP_UNIT] = g_param_spec_object ("unit", NULL, NULL, YD_TYPE_ROW, rw);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, YD_TYPE_POINT_STATE,
                                              YD_POINT_STATE_ANY, rw);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yd_point_filter_init (YdPointFilter *self)
{
  self->typed = g_strdup ("");
}

/* The words fold letter case: 政务 PPP is found by ppp. */
static void
take_text (YdPointFilter *self,
           const char    *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  g_free (self->text);
  self->text = *stripped != '\0' ? g_utf8_casefold (stripped, -1) : NULL;

  if (self->pinyin == NULL && g_ascii_isalpha (*stripped))
    self->pinyin = yd_pinyin_new ();
}

static gboolean
is_long (YdPointFilter *self)
{
  return self->plan != NULL &&
         yd_space_get_n_rows (YD_SPACE (self->plan), YD_KIND_POINT) > MANY_POINTS;
}

/* Who hears of @prop may ask, or not want to wait, so what was known is put aside first. */
static void
tell (YdPointFilter *self,
      guint          prop)
{
  const gboolean waits = yd_point_filter_get_active (self) && is_long (self);

  if (waits)
    look_through (self, FALSE);
  else
    forget_answers (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  if (!waits)
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

/* What @self must forget with a plan, and where it looks up units. */
void
_yd_point_filter_set_plan (YdPointFilter *self,
                           YdPlan        *plan)
{
  forget_answers (self);
  if (self->plan != NULL)
    g_signal_handlers_disconnect_by_func (self->plan, applied_cb, self);
  g_set_weak_pointer (&self->plan, plan);
  if (plan != NULL)
    g_signal_connect_object (plan, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  yd_point_filter_clear (self);
}

/* Returns: (transfer full): a filter that shows everything */
YdPointFilter *
yd_point_filter_new (void)
{
  return g_object_new (YD_TYPE_POINT_FILTER, NULL);
}

/* Returns: whether anything may be left out */
gboolean
yd_point_filter_get_active (YdPointFilter *self)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), FALSE);

  return self->text != NULL || self->unit != NULL || self->state != YD_POINT_STATE_ANY;
}

/* Shows everything again. */
void
yd_point_filter_clear (YdPointFilter *self)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));

  yd_point_filter_set_text (self, "");
  yd_point_filter_set_unit (self, NULL);
  yd_point_filter_set_state (self, YD_POINT_STATE_ANY);
}

/* Returns: (transfer none): the words as they were typed */
const char *
yd_point_filter_get_text (YdPointFilter *self)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), NULL);

  return self->typed;
}

/**
 * yd_point_filter_set_text:
 * @self: a filter
 * @text: words to be found in the number, title or text of a point, or in the name of
 *   one of its units
 */
void
yd_point_filter_set_text (YdPointFilter *self,
                          const char    *text)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));

  /* Fields that follow are emptied before they are filled, and say so at once. */
  if (self->telling || !yd_set_str (&self->typed, text != NULL ? text : ""))
    return;

  take_text (self, self->typed);
  self->telling = TRUE;
  tell (self, PROP_TEXT);
  self->telling = FALSE;
}

/* Returns: (transfer none) (nullable): the unit whose points are shown */
YdRow *
yd_point_filter_get_unit (YdPointFilter *self)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), NULL);

  return self->unit;
}

void
yd_point_filter_set_unit (YdPointFilter *self,
                          YdRow         *unit)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));
  g_return_if_fail (unit == NULL || YD_IS_ROW (unit));

  if (g_set_object (&self->unit, unit))
    tell (self, PROP_UNIT);
}

YdPointState
yd_point_filter_get_state (YdPointFilter *self)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), YD_POINT_STATE_ANY);

  return self->state;
}

void
yd_point_filter_set_state (YdPointFilter *self,
                           YdPointState   state)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));

  if (self->state == state)
    return;

  self->state = state;
  tell (self, PROP_STATE);
}

/* Nothing known before means that nothing was left out; and who adds a point wants to see it. */
static gboolean
was_shown (YdPointFilter *self,
           YdPoint       *point)
{
  gboolean shown;

  return self->last == NULL || !yd_filter_walk_knows (self->last, point, &shown) || shown;
}

/**
 * yd_point_filter_shows:
 * @self: a filter
 * @point: (nullable): a point, or %NULL for what is about none
 *
 * While a long plan is looked through for other words this is what held before: who cannot wait
 * for "changed" calls yd_point_filter_finish().
 *
 * Returns: whether @point fits, or one below it does
 */
gboolean
yd_point_filter_shows (YdPointFilter *self,
                       YdPoint       *point)
{
  gboolean running, shown;

  g_return_val_if_fail (YD_IS_POINT_FILTER (self), FALSE);

  running = self->walk != NULL && yd_filter_walk_get_running (self->walk);
  if (!yd_point_filter_get_active (self))
    return TRUE;
  if (point == NULL)
    return running && !self->again && self->last == NULL;
  if (running && !self->again)
    return was_shown (self, point);
  if (self->walk != NULL && !running && yd_filter_walk_knows (self->walk, point, &shown))
    return shown;

  return fits (self, point) ||
         any_row (self, yd_point_get_children (point), yd_point_filter_shows);
}

/* Looks through all that is left of a long plan at once, for somebody who goes on with what is
 * found.
 */
void
yd_point_filter_finish (YdPointFilter *self)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));

  if (self->walk != NULL)
    yd_filter_walk_finish (self->walk);
}

/* Returns: whether @point is looked for itself, and not shown for what is below it alone */
gboolean
yd_point_filter_fits (YdPointFilter *self,
                      YdPoint       *point)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), FALSE);
  g_return_val_if_fail (YD_IS_ROW (point), FALSE);

  return fits (self, point);
}

/* The only one that has the words in a name. */
static YdRow *
find_only_unit (YdPointFilter *self)
{
  GListModel *units = yd_plan_get_units (self->plan);
  guint n = g_list_model_get_n_items (units);
  YdRow *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);

      if (!is_called (self, unit))
        continue;
      if (found != NULL)
        return NULL;
      found = unit;             /* the plan keeps it */
    }

  return found;
}

/**
 * yd_point_filter_find_unit:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the unit that is meant by the words, if they mean one
 */
YdRow *
yd_point_filter_find_unit (YdPointFilter *self)
{
  YdRow *unit;

  g_return_val_if_fail (YD_IS_POINT_FILTER (self), NULL);

  if (self->text == NULL || self->plan == NULL)
    return NULL;

  unit = yd_plan_find_unit (self->plan, self->typed);

  return unit != NULL ? unit : find_only_unit (self);
}
