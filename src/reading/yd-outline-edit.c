/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-edit.h"

#include <string.h>

#include "yd-order.h"
#include "yd-outline-private.h"
#include "yd-space.h"
#include "yd-value.h"

/* The edit that a plan is born with. All that was read is proposed until a
 * person confirms it; nothing is added that was not read.
 */

/* How sure it is that a name is meant which the directory of the office has, in per cent. */
#define SURE_KNOWN 98

#define MAX_TEXT (16 * 1024)
#define MAX_LONG (64 * 1024)

typedef struct
{
  YdOutline        *outline;
  YdEdit           *edit;
  const YdIdSource *ids;
  char             *source;     /* the id of the source */
  char            **points;     /* the id of each point */
  GHashTable       *units;      /* full name → id */
  GHashTable       *names;      /* names that a unit or an alias has already */
  GHashTable       *known;      /* ids of units that the directory has */
  YdDirectory      *directory;  /* (nullable) */
  YdDay             day;        /* of the document */
} Birth;

static void
birth_clear (Birth *self)
{
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->points, g_strfreev);
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Birth, birth_clear)

/* A cell holds so much and no more; the whole stands in the source. */
static char *
cut (char  *text,
     gsize  max)
{
  if (strlen (text) > max)
    *g_utf8_find_prev_char (text, text + max + 1) = '\0';

  return text;
}

static void
put_text (Birth      *self,
          guint       field,
          const char *text,
          gsize       max)
{
  g_autofree char *copy = NULL;

  if (text == NULL || *text == '\0')
    return;

  if (strlen (text) > max)
    text = copy = cut (g_strdup (text), max);

  yd_edit_put (self->edit, field, text);
}

static void
put_span (Birth  *self,
          guint   field,
          YdSpan  span)
{
  g_autofree char *value = g_strdup_printf ("%s:%u-%u", self->source, span.start, span.end);

  yd_edit_put (self->edit, field, value);
}

/* What goes with every fact that was read: MODEL.md, READ. */
static void
put_reading (Birth      *self,
             guint       words,
             const char *text,
             YdSpan      span,
             guint8      sure)
{
  put_text (self, words, text, MAX_TEXT);
  put_span (self, words + 1, span);
  yd_edit_put (self->edit, words + 2, "proposed");
  yd_edit_put_int (self->edit, words + 3, sure);
}

G_STATIC_ASSERT (YD_ASSIGNMENT_SURE == YD_ASSIGNMENT_WORDS + 3);
G_STATIC_ASSERT (YD_DEADLINE_SURE == YD_DEADLINE_WORDS + 3);
G_STATIC_ASSERT (YD_DEPENDENCY_SURE == YD_DEPENDENCY_WORDS + 3);

static char *
guess_title (Birth *self)
{
  const char *title = yd_outline_get_title (self->outline);
  const char *name = yd_source_get_name (yd_outline_get_source (self->outline));
  g_autofree char *base = NULL;
  char *dot;

  if (title != NULL && *title != '\0')
    return cut (g_strdup (title), MAX_TEXT);

  base = g_path_get_basename (name);
  dot = strrchr (base, '.');
  if (dot != NULL && dot != base)
    *dot = '\0';

  return g_utf8_make_valid (base, -1);
}

static void
add_head (Birth                *self,
          const char           *id,
          const YdOutlineFacts *facts)
{
  const char *issuer = facts->issuer != NULL ? facts->issuer
                                             : yd_outline_get_issuer (self->outline);
  const char *number = facts->number != NULL ? facts->number
                                             : yd_outline_get_number (self->outline);
  const char *issued = facts->issued != NULL ? facts->issued
                                             : yd_outline_get_issued (self->outline);
  g_autofree char *title = guess_title (self);

  yd_edit_create (self->edit, YD_KIND_PLAN, id);
  yd_edit_put (self->edit, YD_PLAN_TITLE, title);
  put_text (self, YD_PLAN_NUMBER, number, MAX_TEXT);
  put_text (self, YD_PLAN_ISSUER, issuer, MAX_TEXT);
  self->day = issued != NULL ? yd_day_parse (issued) : YD_DAY_NONE;
  if (self->day != YD_DAY_NONE)
    yd_edit_put (self->edit, YD_PLAN_ISSUED, issued);
  yd_edit_put (self->edit, YD_PLAN_STATUS, "draft");
}

static void
add_source (Birth *self)
{
  YdSource *source = yd_outline_get_source (self->outline);
  g_autofree char *order = yd_order_nth (0, 1, self->ids);

  self->source = yd_id_new (self->ids);
  yd_edit_create (self->edit, YD_KIND_SOURCE, self->source);
  yd_edit_put (self->edit, YD_SOURCE_BLOB, yd_source_get_sha256 (source));
  put_text (self, YD_SOURCE_NAME, yd_source_get_name (source), MAX_TEXT);
  yd_edit_put (self->edit, YD_SOURCE_FORMAT, yd_source_get_format (source));
  yd_edit_put_int (self->edit, YD_SOURCE_CHARS, yd_source_get_n_chars (source));
  yd_edit_put (self->edit, YD_SOURCE_READER, PACKAGE_VERSION);
  yd_edit_put (self->edit, YD_SOURCE_ORDER, order);
}

static void
add_point (Birth                *self,
           const YdOutlinePoint *point,
           guint                 i,
           guint                 n_before,
           guint                 n_siblings)
{
  static const char * const kinds[] = { "chapter", "section", "item", "duty", "row" };
  YdSource *source = yd_outline_get_source (self->outline);
  g_autofree char *order = yd_order_nth (n_before, n_siblings, self->ids);
  g_autofree char *text = yd_source_dup_text (source, point->text_span);

  self->points[i] = yd_id_new (self->ids);
  yd_edit_create (self->edit, YD_KIND_POINT, self->points[i]);
  if (point->parent != YD_OUTLINE_NONE)
    yd_edit_put (self->edit, YD_POINT_PARENT, self->points[point->parent]);
  yd_edit_put (self->edit, YD_POINT_ORDER, order);
  yd_edit_put (self->edit, YD_POINT_KIND, kinds[point->kind]);
  put_text (self, YD_POINT_PRINTED, point->printed, MAX_TEXT);
  put_text (self, YD_POINT_TITLE, point->title, MAX_TEXT);
  put_text (self, YD_POINT_TEXT, g_strstrip (text), MAX_LONG);
  put_span (self, YD_POINT_SPAN, point->span);
  yd_edit_put (self->edit, YD_POINT_CHECK, "proposed");
}

/* Siblings get their keys together, so each must know how many they are. */
static void
add_points (Birth *self)
{
  guint n_points;
  const YdOutlinePoint *points = yd_outline_get_points (self->outline, &n_points);
  g_autofree guint *n_children = g_new0 (guint, n_points + 1);
  g_autofree guint *n_seen = g_new0 (guint, n_points + 1);

  self->points = g_new0 (char *, n_points + 1);

  for (guint i = 0; i < n_points; i++)
    n_children[MIN (points[i].parent, n_points)]++;

  for (guint i = 0; i < n_points; i++)
    {
      guint parent = MIN (points[i].parent, n_points);

      add_point (self, &points[i], i, n_seen[parent]++, n_children[parent]);
    }
}

/* Another name that the document prints for a unit. */
static void
add_alias (Birth      *self,
           const char *unit,
           const char *name)
{
  g_autofree char *id = NULL;

  if (!g_hash_table_add (self->names, g_strdup (name)))
    return;

  id = yd_space_derive_id (YD_KIND_ALIAS, unit, name, NULL);
  yd_edit_create (self->edit, YD_KIND_ALIAS, id);
  yd_edit_put (self->edit, YD_ALIAS_UNIT, unit);
  yd_edit_put (self->edit, YD_ALIAS_NAME, name);
}

/* Which unit of the office it is, by the name in full first: an elided one may be short for
 * several.
 */
static const YdDirectoryUnit *
find_known (Birth                     *self,
            const YdOutlineAssignment *assignment)
{
  const char *names[] = { assignment->full, assignment->unit };

  for (guint i = 0; self->directory != NULL && i < G_N_ELEMENTS (names); i++)
    {
      const YdNameMatch match = yd_directory_match (self->directory, names[i], self->day);

      if (match.unit != NULL && !match.doubtful)
        return match.unit;
    }

  return NULL;
}

/* What the document says itself goes before what the office says. */
static void
put_known (Birth                     *self,
           const char                *id,
           const YdOutlineAssignment *assignment)
{
  const YdDirectoryUnit *known = assignment->vague ? NULL : find_known (self, assignment);

  if (assignment->group || known != NULL)
    yd_edit_put (self->edit, YD_UNIT_KIND, assignment->group ? "group" : known->kind);
  if (known == NULL)
    return;

  yd_edit_put (self->edit, YD_UNIT_ORIGIN, known->id);
  g_hash_table_add (self->known, (gpointer) id);
}

/* Units stand in the order in which the document first names them. */
static const char *
ensure_unit (Birth                     *self,
             const YdOutlineAssignment *assignment)
{
  const char *full = *assignment->full != '\0' ? assignment->full : assignment->unit;
  const char *known = g_hash_table_lookup (self->units, full);
  g_autofree char *order = NULL;
  char *id;

  if (known != NULL)
    {
      add_alias (self, known, assignment->unit);
      return known;
    }

  id = yd_id_new (self->ids);
  order = yd_order_nth (MIN (g_hash_table_size (self->units), YD_SPACE_MAX_UNITS - 1),
                        YD_SPACE_MAX_UNITS, self->ids);
  g_hash_table_insert (self->units, g_strdup (full), id);
  g_hash_table_add (self->names, g_strdup (assignment->unit));

  yd_edit_create (self->edit, YD_KIND_UNIT, id);
  put_text (self, YD_UNIT_NAME, assignment->unit, MAX_TEXT);
  if (strcmp (full, assignment->unit) != 0)
    put_text (self, YD_UNIT_FULL, full, MAX_TEXT);
  put_known (self, id, assignment);
  if (assignment->vague)
    yd_edit_put (self->edit, YD_UNIT_VAGUE, "true");
  yd_edit_put (self->edit, YD_UNIT_ORDER, order);

  return id;
}

static void
add_assignment (Birth                     *self,
                const YdOutlineAssignment *assignment,
                const char                *unit,
                const char                *id,
                const char                *order)
{
  static const char * const roles[] = { "lead", "responsible", "support" };

  yd_edit_create (self->edit, YD_KIND_ASSIGNMENT, id);
  yd_edit_put (self->edit, YD_ASSIGNMENT_POINT, self->points[assignment->point]);
  yd_edit_put (self->edit, YD_ASSIGNMENT_UNIT, unit);
  yd_edit_put (self->edit, YD_ASSIGNMENT_ROLE, roles[assignment->role]);
  if (assignment->each)
    yd_edit_put (self->edit, YD_ASSIGNMENT_EACH, "true");
  put_text (self, YD_ASSIGNMENT_WORD, assignment->word, MAX_TEXT);
  yd_edit_put (self->edit, YD_ASSIGNMENT_ORDER, order);
  put_reading (self, YD_ASSIGNMENT_WORDS, assignment->unit, assignment->span,
               g_hash_table_contains (self->known, unit) ? MAX (assignment->sure, SURE_KNOWN)
                                                         : assignment->sure);
}

/* A clause that prints a name twice makes one assignment, the first. */
static void
add_assignments (Birth *self)
{
  guint n, count = 0, last = YD_OUTLINE_NONE;
  const YdOutlineAssignment *assignments = yd_outline_get_assignments (self->outline, &n);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *unit = ensure_unit (self, &assignments[i]);
      char *id = yd_space_derive_id (YD_KIND_ASSIGNMENT, self->points[assignments[i].point], unit,
                                     NULL);
      g_autofree char *order = NULL;

      count = assignments[i].point == last ? count + 1 : 0;
      last = assignments[i].point;
      order = yd_order_nth (MIN (count, 998), 999, self->ids);

      if (g_hash_table_add (seen, id))
        add_assignment (self, &assignments[i], unit, id, order);
    }
}

static void
put_rule (Birth                   *self,
          const YdOutlineDeadline *deadline)
{
  g_autofree char *value = NULL;
  YdDeadlineTerms terms;

  _yd_outline_deadline_get_terms (deadline, &terms, &value);
  yd_edit_put (self->edit, YD_DEADLINE_RULE, terms.rule);
  put_text (self, YD_DEADLINE_VALUE, terms.value, MAX_TEXT);
  if (terms.n != 0)
    yd_edit_put_int (self->edit, YD_DEADLINE_N, terms.n);
  yd_edit_put (self->edit, YD_DEADLINE_MEASURE, terms.measure);
  yd_edit_put (self->edit, YD_DEADLINE_ANCHOR, terms.anchor);
}

static void
add_deadlines (Birth *self)
{
  guint n, count = 0, last = YD_OUTLINE_NONE;
  const YdOutlineDeadline *deadlines = yd_outline_get_deadlines (self->outline, &n);

  for (guint i = 0; i < n; i++)
    {
      const YdOutlineDeadline *deadline = &deadlines[i];
      g_autofree char *id = yd_id_new (self->ids);
      g_autofree char *order = NULL;

      count = deadline->point == last ? count + 1 : 0;
      last = deadline->point;
      order = yd_order_nth (MIN (count, 998), 999, self->ids);

      yd_edit_create (self->edit, YD_KIND_DEADLINE, id);
      yd_edit_put (self->edit, YD_DEADLINE_POINT, self->points[deadline->point]);
      if (deadline->unit != NULL)
        yd_edit_put (self->edit, YD_DEADLINE_UNIT,
                     g_hash_table_lookup (self->units, deadline->unit));
      yd_edit_put (self->edit, YD_DEADLINE_ORIGIN, "stated");
      put_rule (self, deadline);
      yd_edit_put (self->edit, YD_DEADLINE_ORDER, order);
      put_reading (self, YD_DEADLINE_WORDS, deadline->text, deadline->span, deadline->sure);
    }
}

static void
add_dependencies (Birth *self)
{
  static const char * const types[] = { "FS", "SS", "FF", "SF" };
  guint n;
  const YdOutlineDependency *dependencies = yd_outline_get_dependencies (self->outline, &n);

  for (guint i = 0; i < n; i++)
    {
      const YdOutlineDependency *dependency = &dependencies[i];
      g_autofree char *id = yd_id_new (self->ids);

      yd_edit_create (self->edit, YD_KIND_DEPENDENCY, id);
      if (dependency->from != YD_OUTLINE_NONE)
        yd_edit_put (self->edit, YD_DEPENDENCY_PRED, self->points[dependency->from]);
      if (dependency->to != YD_OUTLINE_NONE)
        yd_edit_put (self->edit, YD_DEPENDENCY_SUCC, self->points[dependency->to]);
      yd_edit_put (self->edit, YD_DEPENDENCY_TYPE, types[dependency->type]);
      put_reading (self, YD_DEPENDENCY_WORDS, dependency->text, dependency->span,
                   dependency->sure);
    }
}

/**
 * yd_outline_make_edit:
 * @self: what was read
 * @plan_id: the id of the space, which its head row has too
 * @facts: what a person says of the document
 * @ids: makes ids
 *
 * Makes the edit that turns an empty plan into this document: `plan.import`.
 *
 * Returns: (transfer full): an edit to be sealed and applied
 */
YdEdit *
yd_outline_make_edit (YdOutline            *self,
                      const char           *plan_id,
                      const YdOutlineFacts *facts,
                      const YdIdSource     *ids)
{
  g_auto(Birth) birth = { .outline = self, .ids = ids, .directory = facts->directory };

  birth.edit = yd_edit_new ("plan.import", NULL);
  birth.units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  birth.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  birth.known = g_hash_table_new (g_str_hash, g_str_equal);

  add_source (&birth);
  add_head (&birth, plan_id, facts);
  add_points (&birth);
  add_assignments (&birth);
  add_deadlines (&birth);
  add_dependencies (&birth);

  return birth.edit;
}
