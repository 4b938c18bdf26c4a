/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fact-words.h"

#include <glib/gi18n-lib.h>

#include "yd-deadline-words.h"
#include "yd-directory-link.h"

/* What was read, in the words of an office: kind, meaning, how sure. */

#define HIGH 90
#define MIDDLE 60

/* Characters of the text of a point that has no title. */
#define MAX_TITLE 24

typedef struct
{
  const char *value;
  const char *words;
} Word;

static const Word roles[] = {
  { "lead",        N_("Lead")        },
  { "responsible", N_("Responsible") },
  { "support",     N_("Support")     },
};

static const Word orders[] = {
  { "FS", N_("%s can start after %s ends")  },
  { "SS", N_("%s starts together with %s")  },
  { "FF", N_("%s ends together with %s")    },
  { "SF", N_("%s ends after %s has begun")  },
};

/* Where the document does not say of which points. */
static const Word kinds_of_order[] = {
  { "FS", N_("One after the other")            },
  { "SS", N_("Begin together")                 },
  { "FF", N_("End together")                   },
  { "SF", N_("Ends after the other has begun") },
};

static const char *
find_word (const Word *table,
           guint       n,
           const char *value,
           const char *otherwise)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (table[i].value, value) == 0)
      return _(table[i].words);

  return otherwise;
}

#define FIND(table, value, otherwise) find_word (table, G_N_ELEMENTS (table), value, otherwise)

/* Returns: (transfer none): `Lead`, `Deadline`… */
const char *
yd_fact_get_kind (YdRow *row)
{
  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_ASSIGNMENT:
      return FIND (roles, yd_row_get_cell (row, YD_ASSIGNMENT_ROLE), _("Unit"));

    case YD_KIND_DEADLINE:
      return _("Deadline");

    case YD_KIND_DEPENDENCY:
      return _("Order");

    case YD_KIND_REFERENCE:
      return _("Document");

    default:
      return C_("fact", "Point");
    }
}

/* Returns: (transfer full): number as printed and title, or the beginning of its text */
char *
yd_fact_dup_title (YdRow *point)
{
  const char *printed = yd_row_get_cell (point, YD_POINT_PRINTED);
  const char *title = yd_row_get_cell (point, YD_POINT_TITLE);
  const char *text = yd_row_get_cell (point, YD_POINT_TEXT);
  g_autofree char *start = NULL;

  if (printed == NULL)
    printed = "";
  if (title != NULL || text == NULL)
    return g_strconcat (printed, title, NULL);
  if (g_utf8_strlen (text, -1) <= MAX_TITLE)
    return g_strconcat (printed, text, NULL);

  start = g_utf8_substring (text, 0, MAX_TITLE);

  return g_strconcat (printed, start, "…", NULL);
}

/* Then its words: that is what was read. */
static char *
say_deadline (YdRow *row)
{
  const char *words = yd_row_get_cell (row, YD_DEADLINE_WORDS);
  g_autofree char *rule = NULL;
  YdDeadlineTerms terms;

  yd_deadline_get_terms (row, &terms);
  rule = yd_deadline_dup_rule (&terms);

  return words != NULL ? g_strdup_printf (_("%s (“%s”)"), rule, words) : g_steal_pointer (&rule);
}

static char *
say_end (YdPlan *plan,
         YdRow  *row,
         guint   field)
{
  const char *id = yd_row_get_cell (row, field);
  YdRow *point = id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, id) : NULL;

  return point != NULL ? yd_fact_dup_title (point) : g_strdup ("…");
}

static char *
say_order (YdPlan *plan,
           YdRow  *row)
{
  const char *words = yd_row_get_cell (row, YD_DEPENDENCY_WORDS);
  const char *type = yd_row_get_cell (row, YD_DEPENDENCY_TYPE);
  g_autofree char *succ = say_end (plan, row, YD_DEPENDENCY_SUCC);
  g_autofree char *pred = say_end (plan, row, YD_DEPENDENCY_PRED);
  const char *format = FIND (orders, type, _("%s and %s depend on each other"));
  g_auto(GStrv) parts = g_strsplit (format, "%s", 3);
  const char *kind = FIND (kinds_of_order, type, NULL);
  g_autofree char *said = NULL;

  if (yd_row_get_cell (row, YD_DEPENDENCY_SUCC) == NULL &&
      yd_row_get_cell (row, YD_DEPENDENCY_PRED) == NULL)
    return words != NULL && kind != NULL ? g_strdup_printf (_("%s (“%s”)"), kind, words)
                                         : g_strdup (words != NULL ? words : "");

  /* A translation may have lost one of the two. */
  if (g_strv_length (parts) != 3)
    return g_strdup (words != NULL ? words : "");

  said = g_strconcat (parts[0], succ, parts[1], pred, parts[2], NULL);

  return words != NULL ? g_strdup_printf (_("%s (“%s”)"), said, words) : g_steal_pointer (&said);
}

static char *
say_reference (YdRow *row)
{
  const char *title = yd_row_get_cell (row, YD_REFERENCE_TITLE);
  const char *number = yd_row_get_cell (row, YD_REFERENCE_NUMBER);
  const char *words = yd_row_get_cell (row, YD_REFERENCE_WORDS);

  if (title != NULL && number != NULL)
    return g_strdup_printf ("%s %s", title, number);

  return g_strdup (title != NULL ? title : number != NULL ? number : words != NULL ? words : "");
}

/* Returns: (transfer full): what @row means, in words */
char *
yd_fact_dup_meaning (YdPlan *plan,
                     YdRow  *row)
{
  YdRow *unit;

  switch ((int) yd_row_get_kind (row))
    {
    case YD_KIND_ASSIGNMENT:
      unit = yd_plan_get_unit_of (plan, row);
      return g_strdup (unit != NULL ? yd_row_get_cell (unit, YD_UNIT_NAME) : "");

    case YD_KIND_DEADLINE:
      return say_deadline (row);

    case YD_KIND_DEPENDENCY:
      return say_order (plan, row);

    case YD_KIND_REFERENCE:
      return say_reference (row);

    default:
      return yd_fact_dup_title (row);
    }
}

/* Returns: (transfer none) (nullable): what is special about its unit */
const char *
yd_fact_get_tag (YdPlan *plan,
                 YdRow  *row)
{
  YdRow *unit = yd_row_get_kind (row) == YD_KIND_ASSIGNMENT ? yd_plan_get_unit_of (plan, row)
                                                            : NULL;

  if (unit == NULL)
    return NULL;
  if (yd_row_get_flag (unit, YD_UNIT_VAGUE))
    return _("To be named");
  if (g_strcmp0 (yd_row_get_cell (unit, YD_UNIT_KIND), "group") == 0)
    return _("Group");

  return NULL;
}

/**
 * yd_fact_dup_former:
 * @plan: a plan
 * @row: a fact of it
 * @directory: (nullable): the units that the office knows
 *
 * Returns: (transfer full) (nullable): what to say of a unit that was not there any more, or not
 *   yet, on the day of @plan
 */
char *
yd_fact_dup_former (YdPlan      *plan,
                    YdRow       *row,
                    YdDirectory *directory)
{
  YdRow *unit = yd_row_get_kind (row) == YD_KIND_ASSIGNMENT ? yd_plan_get_unit_of (plan, row)
                                                            : NULL;
  const YdDay day = yd_plan_get_day (plan, YD_DAY_NONE);
  YdNameMatch match;
  g_autofree char *to = NULL;

  if (unit == NULL || directory == NULL)
    return NULL;

  match = yd_directory_resolve (directory, unit, day);
  if (!match.former || match.unit->to == YD_DAY_NONE || match.unit->to >= day)
    return NULL;

  to = yd_day_dup (match.unit->to);

  return match.unit->successor != NULL
         ? g_strdup_printf (_("%1$s, until %2$s; after that %3$s"), match.unit->name, to,
                            match.unit->successor->name)
         : g_strdup_printf (_("%1$s, until %2$s"), match.unit->name, to);
}

/* Returns: how sure the reading was, of 100, or -1 if it does not say */
int
yd_fact_get_percent (YdRow *row)
{
  const guint sure = yd_schema_get_kind (yd_row_get_kind (row))->sure;

  return sure != 0 ? yd_row_get_int (row, sure, -1) : -1;
}

YdSure
yd_fact_get_sure (YdRow *row)
{
  int percent = yd_fact_get_percent (row);

  if (percent < 0)
    return YD_SURE_UNKNOWN;

  return percent >= HIGH ? YD_SURE_HIGH : percent >= MIDDLE ? YD_SURE_MIDDLE : YD_SURE_LOW;
}

const char *
yd_sure_get_words (YdSure sure)
{
  static const char * const words[] = { "", NC_("sure", "Low"), NC_("sure", "Medium"),
                                        NC_("sure", "High") };

  return sure == YD_SURE_UNKNOWN ? "" : g_dpgettext2 (GETTEXT_PACKAGE, "sure", words[sure]);
}
