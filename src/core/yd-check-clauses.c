/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A clause on who answers that still stands in the text of a point and of which not all units
 * were taken: reading missed them, or it was typed by hand. Reading takes a clause that it
 * understands out of the text, so what is left is worth a look. Forms: PATTERNS.md §3.
 */

static const char * const ends[] = { "负责", "牵头", "配合", "承办", "协办", "参与" };
static const char * const heads[] = {
  "牵头单位", "责任单位", "配合单位", "负责单位", "承办单位", "协办单位", "牵头部门", "责任部门",
  "配合部门",
};

/* What a name of a unit ends with; 主要领导负责 and 专人负责 name nobody. */
static const char * const organs[] = {
  "局", "委", "办", "部", "厅", "政府", "院", "办公室", "中心", "公司", "处", "会", "区", "县",
  "部门", "单位",
};

/* What stands between the name of a unit and its role, or after the last of several. */
static const char * const fillers[] = {
  "分别", "共同", "具体", "按职责分工", "按职责", "等部门", "等单位", "等",
};

/* Between two names. Some of these words stand in names too, as in 市人力资源和社会保障局. */
static const char * const joiners[] = { "以及", "会同", "和", "与", "及" };

static gboolean
ends_with_any (const char         *text,
               const char * const *words,
               gsize               n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_suffix (text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_head (const char *clause)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gsize n = strlen (heads[i]);

      if (strncmp (clause, heads[i], n) == 0 &&
          (g_str_has_prefix (clause + n, ":") || g_str_has_prefix (clause + n, "：")))
        return TRUE;
    }

  return FALSE;
}

/* Cuts the first of @words that @text ends with off. */
static gboolean
cut_end (char               *text,
         const char * const *words,
         gsize               n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_has_suffix (text, words[i]))
      {
        text[strlen (text) - strlen (words[i])] = '\0';
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_organ (const char *name)
{
  return ends_with_any (name, organs, G_N_ELEMENTS (organs));
}

/* @clause is cut at the role word, to be seen whether a unit stands before it. */
static gboolean
names_an_organ (const char *clause)
{
  g_autofree char *before = g_strdup (clause);

  if (!cut_end (before, ends, G_N_ELEMENTS (ends)))
    return FALSE;
  while (cut_end (before, fillers, G_N_ELEMENTS (fillers)))
    continue;

  return is_organ (before);
}

/* Whether @name is `东宝区人民政府` where the plan says `东宝区`. */
static gboolean
is_government_of (const char *area,
                  const char *name)
{
  static const char * const areas[] = { "县", "市", "区" };

  return g_str_has_prefix (name, area) && ends_with_any (area, areas, G_N_ELEMENTS (areas)) &&
         (g_str_equal (name + strlen (area), "政府") ||
          g_str_equal (name + strlen (area), "人民政府"));
}

static gboolean
has_joiner (const char *text,
            gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (joiners); i++)
    if (g_strstr_len (text, (gssize) length, joiners[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The same unit is called so in the plan; in the text it may be the end of it alone, or have the
 * name of its place before it. What begins alike is another: 市政府 is not 市政府办公室.
 */
static gboolean
is_called (const char *other,
           const char *name)
{
  if (other == NULL || *other == '\0')
    return FALSE;

  return g_str_has_suffix (other, name) || is_government_of (other, name) ||
         (g_str_has_suffix (name, other) && !has_joiner (name, strlen (name) - strlen (other)));
}

static gboolean
has_alias (YdRow      *unit,
           const char *name)
{
  GListModel *aliases = yd_row_get_rows (unit, YD_KIND_ALIAS);
  const guint n = g_list_model_get_n_items (aliases);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);

      if (is_called (yd_row_get_cell (alias, YD_ALIAS_NAME), name))
        return TRUE;
    }

  return FALSE;
}

/* Of a point with several clauses each has a duty below it. */
static gboolean
is_taken (YdCheck    *self,
          YdPoint    *point,
          const char *name)
{
  GListModel *assignments = yd_point_get_assignments (point);
  GListModel *children = yd_point_get_children (point);
  const guint n = g_list_model_get_n_items (assignments);
  const guint n_children = g_list_model_get_n_items (children);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) assignment = g_list_model_get_item (assignments, i);
      YdRow *unit = yd_plan_get_unit_of (self->plan, assignment);

      if (is_called (yd_row_get_cell (assignment, YD_ASSIGNMENT_WORDS), name) ||
          (unit != NULL && (is_called (yd_row_get_cell (unit, YD_UNIT_NAME), name) ||
                            is_called (yd_row_get_cell (unit, YD_UNIT_FULL), name) ||
                            is_called (yd_row_get_cell (unit, YD_UNIT_SHORT), name) ||
                            has_alias (unit, name))))
        return TRUE;
    }

  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr(YdRow) child = g_list_model_get_item (children, i);

      if (yd_point_is_duty (child) && is_taken (self, child, name))
        return TRUE;
    }

  return FALSE;
}

/* What of a clause was taken, and what was not. */
typedef struct
{
  YdCheck    *self;
  YdPoint    *point;
  GString    *missing;
  guint       n_taken;
} Naming;

/* Returns: (transfer full) (nullable): the first of two names that @joiner joins in @name, if
 *   @known only one that was taken; @rest is the other
 */
static char *
split_at (Naming      *naming,
          const char  *name,
          const char  *joiner,
          gboolean     known,
          const char **rest)
{
  for (const char *at = strstr (name, joiner); at != NULL; at = strstr (*rest, joiner))
    {
      g_autofree char *before = g_strndup (name, at - name);

      *rest = at + strlen (joiner);
      if (is_organ (before) && (!known || is_taken (naming->self, naming->point, before)))
        return g_steal_pointer (&before);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): likewise, whichever word joins them; a unit of the plan
 *   before anything that looks like one
 */
static char *
split_names (Naming      *naming,
             const char  *name,
             const char **rest)
{
  char *first = NULL;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (joiners) && first == NULL; i++)
    first = split_at (naming, name, joiners[i % G_N_ELEMENTS (joiners)],
                      i < G_N_ELEMENTS (joiners), rest);

  return first;
}

/* A unit of the plan may have a joiner in its name, as 市政府和社会资本合作中心 does. */
static void
look_for (Naming     *naming,
          const char *name)
{
  const gboolean taken = is_organ (name) && is_taken (naming->self, naming->point, name);
  const char *rest;
  g_autofree char *first = taken ? NULL : split_names (naming, name, &rest);

  if (first != NULL)
    {
      look_for (naming, first);
      look_for (naming, rest);
    }
  else if (taken)
    naming->n_taken++;
  else if (is_organ (name))
    g_string_append_printf (naming->missing, "%s%s", naming->missing->len > 0 ? "、" : "", name);
}

/* One of the parts of a clause that stand between commas, `责任单位：市水务局` or `市教育局等配合`. */
static void
look_at_part (Naming     *naming,
              const char *part)
{
  const char *colon = strstr (part, "：");
  g_autofree char *name = g_strstrip (g_strdup (colon != NULL ? colon + strlen ("：") : part));

  while (cut_end (name, ends, G_N_ELEMENTS (ends)) ||
         cut_end (name, fillers, G_N_ELEMENTS (fillers)))
    continue;
  look_for (naming, name);
}

static void
check_clause (YdCheck            *self,
              const YdCheckPlace *place,
              const char         *clause)
{
  g_autoptr(GString) missing = g_string_new (NULL);
  Naming naming = { self, place->point, missing, 0 };
  g_auto(GStrv) parts = NULL;

  if (!is_head (clause) && !names_an_organ (clause))
    return;

  parts = g_regex_split_simple ("[、，,；;:]", clause, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    look_at_part (&naming, parts[i]);

  if (naming.n_taken == 0)
    _yd_check_find (self, "not-taken", place->point, place->path,
                    _("The text says “%s”, but none of these is among its units. Add them."),
                    clause);
  else if (missing->len > 0)
    _yd_check_find (self, "not-taken", place->point, place->path,
                    _("The text says “%1$s”, but not among its units: %2$s. Add what is missing."),
                    clause, missing->str);
}

/* A clause in brackets, or one that begins with 由 and ends where the sentence pauses. */
static void
check_brackets (YdCheck            *self,
                const YdCheckPlace *place,
                const char         *text,
                const char         *open,
                const char         *close)
{
  for (const char *from = strstr (text, open); from != NULL; from = strstr (from, open))
    {
      const char *to = strstr (from += strlen (open), close);
      g_autofree char *clause = to != NULL ? g_strndup (from, to - from) : NULL;

      if (clause != NULL)
        check_clause (self, place, clause);
    }
}

static gboolean
is_pause (gunichar c)
{
  return c == 0xff0c || c == ',' || c == 0x3002 || c == 0xff1b || c == ';';
}

static void
check_by (YdCheck            *self,
          const YdCheckPlace *place,
          const char         *text)
{
  for (const char *from = strstr (text, "由"); from != NULL; from = strstr (from, "由"))
    {
      const char *to = from += strlen ("由");
      g_autofree char *clause = NULL;

      while (*to != '\0' && !is_pause (g_utf8_get_char (to)))
        to = g_utf8_next_char (to);
      clause = g_strndup (from, to - from);
      check_clause (self, place, clause);
    }
}

void
_yd_check_clauses (YdCheck            *self,
                   const YdCheckPlace *place)
{
  const char *text = yd_row_get_cell (place->point, YD_POINT_TEXT);

  if (text == NULL)
    return;

  check_brackets (self, place, text, "(", ")");
  check_brackets (self, place, text, "（", "）");
  check_by (self, place, text);
}
