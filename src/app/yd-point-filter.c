/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-filter.h"

#include "yd-compat.h"
#include "yd-filter-walk.h"
#include "yd-point-filter-private.h"
#include "yd-point-search.h"

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
  GtkFilter      parent_instance;

  /* Owned */
  char          *typed;
  YdPointSearch *search;                /* what is looked for */
  YdFilterWalk  *walk;                  /* (nullable): what is known of a long plan, or will be */
  YdFilterWalk  *last;                  /* (nullable): what was known before @walk began */

  /* Borrowed */
  YdPlan        *plan;                  /* weak: the session keeps it */

  gboolean       again;                 /* @walk is about what @last was, after an edit */
  gboolean       telling;               /* what the words are */
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

static gboolean
fits_cb (gpointer  owner,
         YdPoint  *point)
{
  return yd_point_search_fits (YD_POINT_FILTER (owner)->search, point);
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
  self->walk = yd_filter_walk_new (self->plan, fits_cb, known_cb, self);
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
  g_clear_pointer (&self->search, yd_point_search_free);
  g_clear_pointer (&self->typed, g_free);

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
      g_value_set_object (value, yd_point_search_get_unit (self->search));
      break;

    case PROP_STATE:
      g_value_set_enum (value, yd_point_search_get_state (self->search));
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
  self->search = yd_point_search_new ();
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
  yd_point_search_set_plan (self->search, plan);
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

  return yd_point_search_get_active (self->search);
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

  yd_point_search_set_text (self->search, self->typed);
  self->telling = TRUE;
  tell (self, PROP_TEXT);
  self->telling = FALSE;
}

/* Returns: (transfer none) (nullable): the unit whose points are shown */
YdRow *
yd_point_filter_get_unit (YdPointFilter *self)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), NULL);

  return yd_point_search_get_unit (self->search);
}

void
yd_point_filter_set_unit (YdPointFilter *self,
                          YdRow         *unit)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));
  g_return_if_fail (unit == NULL || YD_IS_ROW (unit));

  if (yd_point_search_set_unit (self->search, unit))
    tell (self, PROP_UNIT);
}

YdPointState
yd_point_filter_get_state (YdPointFilter *self)
{
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), YD_POINT_STATE_ANY);

  return yd_point_search_get_state (self->search);
}

void
yd_point_filter_set_state (YdPointFilter *self,
                           YdPointState   state)
{
  g_return_if_fail (YD_IS_POINT_FILTER (self));

  if (yd_point_search_set_state (self->search, state))
    tell (self, PROP_STATE);
}

static gboolean
shows_below (YdPointFilter *self,
             YdPoint       *point)
{
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (children);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      if (yd_point_filter_shows (self, child))
        return TRUE;
    }

  return FALSE;
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

  return yd_point_search_fits (self->search, point) || shows_below (self, point);
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

  return yd_point_search_fits (self->search, point);
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
  g_return_val_if_fail (YD_IS_POINT_FILTER (self), NULL);

  return yd_point_search_find_unit (self->search, self->typed);
}
