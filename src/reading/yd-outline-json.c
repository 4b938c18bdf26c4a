/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-private.h"

#include <glib/gi18n-lib.h>

#include "yd-json-writer.h"

/* The words of CLI.md, in the order of the enums. */
static const char * const roles[] = { "lead", "responsible", "support" };
static const char * const terms[] = {
  "date", "workdays", "days", "months", "hours", "recurring", "within_year", "longterm",
};
static const char * const anchors[] = { NULL, "issued", "received", "event" };
static const char * const orders[] = { "FS", "SS", "FF", "SF" };

static const char * const parts[] = {
  "title", "number", "issuer", "issued", "addressee", "cover", "note", "copies", "imprint",
  "annexes",
};

/* Assignments and the like come in the order of the points: these walk along. */
typedef struct
{
  YdOutline      *outline;
  YdWorkCalendar *calendar;     /* no office was asked: what comes with the program */
  YdJsonWriter    writer;
  guint           assignment;
  guint           deadline;
  guint           dependency;
} JsonWalk;

static void
write_span (YdJsonWriter *writer,
            const char   *name,
            YdSpan        span)
{
  yd_json_writer_begin_array (writer, name);
  yd_json_writer_int (writer, NULL, span.start);
  yd_json_writer_int (writer, NULL, span.end);
  yd_json_writer_end_array (writer);
}

static void
write_sure (YdJsonWriter *writer,
            guint         sure)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%g", sure / 100.0);
  yd_json_writer_raw (writer, "confidence", number);
}

static void
write_assignment (YdJsonWriter              *writer,
                  const YdOutlineAssignment *at)
{
  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "unit", at->unit);
  yd_json_writer_string (writer, "role", roles[at->role]);
  yd_json_writer_bool (writer, "group", at->group);
  yd_json_writer_bool (writer, "each", at->each);
  if (!g_str_equal (at->full, at->unit))
    yd_json_writer_string (writer, "full", at->full);
  if (*at->word != '\0')
    yd_json_writer_string (writer, "word", at->word);
  write_span (writer, "span", at->span);
  write_sure (writer, at->sure);
  yd_json_writer_end_object (writer);
}

/* When a recurrence is due depends on today, so that is not said here. */
static void
write_due (JsonWalk                *walk,
           const YdOutlineDeadline *at)
{
  const char *issued = yd_outline_get_issued (walk->outline);
  const YdDeadlineFacts facts = {
    .issued = yd_day_parse (issued),
    .anchor = { at->anchor == YD_OUTLINE_ANCHOR_ISSUED ? yd_day_parse (issued) : YD_DAY_NONE,
                YD_MINUTE_NONE },
  };
  g_autofree char *value = NULL;
  g_autofree char *due = NULL;
  YdDeadlineTerms its;
  YdDue found = { 0 };

  _yd_outline_deadline_get_terms (at, &its, &value);
  if (at->kind != YD_OUTLINE_RECURRING &&
      yd_deadline_compute_terms (&its, &facts, walk->calendar, &found) == YD_DUE_DAY)
    due = yd_day_dup (found.day);

  yd_json_writer_string (&walk->writer, "due", due);
  if (found.provisional)
    yd_json_writer_bool (&walk->writer, "provisional", TRUE);
}

/* On which day of its period a recurrence is due, where that is said. */
static void
write_recurrence (YdJsonWriter            *writer,
                  const YdOutlineDeadline *at)
{
  if (at->kind != YD_OUTLINE_RECURRING)
    return;

  if (at->n != YD_OUTLINE_NONE)
    yd_json_writer_int (writer, "n", at->n);
  if (at->measure != NULL)
    yd_json_writer_string (writer, "measure", at->measure);
  if (at->by != NULL)
    yd_json_writer_string (writer, "by", at->by + 1);
}

static void
write_deadline (JsonWalk                *walk,
                const YdOutlineDeadline *at)
{
  YdJsonWriter *writer = &walk->writer;

  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "text", at->text);
  yd_json_writer_string (writer, "kind", terms[at->kind]);
  yd_json_writer_string (writer, "value", at->value);
  yd_json_writer_string (writer, "anchor", anchors[at->anchor]);
  write_due (walk, at);
  write_recurrence (writer, at);
  if (at->times != YD_OUTLINE_NONE)
    yd_json_writer_int (writer, "times", at->times);
  if (at->unit != NULL)
    yd_json_writer_string (writer, "unit", at->unit);
  write_span (writer, "span", at->span);
  write_sure (writer, at->sure);
  yd_json_writer_end_object (writer);
}

static void
write_end_point (YdOutline    *outline,
                 YdJsonWriter *writer,
                 const char   *name,
                 guint         point)
{
  g_autofree char *path = NULL;

  if (point != YD_OUTLINE_NONE)
    path = yd_outline_dup_path (outline, point);
  yd_json_writer_string (writer, name, path);
}

static void
write_dependency (YdOutline                 *outline,
                  YdJsonWriter              *writer,
                  const YdOutlineDependency *at)
{
  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "text", at->text);
  yd_json_writer_string (writer, "type", orders[at->type]);
  write_end_point (outline, writer, "from", at->from);
  write_end_point (outline, writer, "to", at->to);
  write_span (writer, "span", at->span);
  write_sure (writer, at->sure);
  yd_json_writer_end_object (writer);
}

#define WRITE_LIST(walk, list, type, cursor, at_point, writing) \
  G_STMT_START { \
    yd_json_writer_begin_array (&(walk)->writer, #list); \
    for (; (walk)->cursor < (walk)->outline->list->len; (walk)->cursor++) \
      { \
        const type *at = &g_array_index ((walk)->outline->list, type, (walk)->cursor); \
        if (at->point != (at_point)) \
          break; \
        writing; \
      } \
    yd_json_writer_end_array (&(walk)->writer); \
  } G_STMT_END

static void
write_point (JsonWalk *walk,
             guint     i)
{
  YdJsonWriter *writer = &walk->writer;
  const YdOutlinePoint *point = &g_array_index (walk->outline->points, YdOutlinePoint, i);
  g_autofree char *path = yd_outline_dup_path (walk->outline, i);

  yd_json_writer_begin_object (writer, NULL);
  yd_json_writer_string (writer, "path", path);
  yd_json_writer_string (writer, "printed", point->printed);
  yd_json_writer_int (writer, "level", point->level);
  yd_json_writer_string (writer, "title", point->title);
  write_span (writer, "span", point->span);
  WRITE_LIST (walk, assignments, YdOutlineAssignment, assignment, i,
              write_assignment (writer, at));
  WRITE_LIST (walk, deadlines, YdOutlineDeadline, deadline, i,
              write_deadline (walk, at));
  WRITE_LIST (walk, dependencies, YdOutlineDependency, dependency, i,
              write_dependency (walk->outline, writer, at));
  yd_json_writer_end_object (writer);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const YdSpan *span_a = a, *span_b = b;

  return (span_a->start > span_b->start) - (span_a->start < span_b->start);
}

/* All that belongs to no point, be it understood or not, so that nothing is dropped;
 * `parts` says what was understood of it.
 */
static void
write_outside (YdOutline    *self,
               YdJsonWriter *writer)
{
  g_autoptr(GArray) spans = g_array_copy (self->unplaced);

  for (guint i = 0; i < self->parts->len; i++)
    g_array_append_val (spans, g_array_index (self->parts, YdOutlinePart, i).span);
  g_array_sort (spans, compare_spans);

  yd_json_writer_begin_array (writer, "unplaced");
  for (guint i = 0; i < spans->len; i++)
    write_span (writer, NULL, g_array_index (spans, YdSpan, i));
  yd_json_writer_end_array (writer);

  yd_json_writer_begin_array (writer, "parts");
  for (guint i = 0; i < self->parts->len; i++)
    {
      const YdOutlinePart *part = &g_array_index (self->parts, YdOutlinePart, i);

      yd_json_writer_begin_object (writer, NULL);
      yd_json_writer_string (writer, "kind", parts[part->kind]);
      write_span (writer, "span", part->span);
      yd_json_writer_end_object (writer);
    }
  yd_json_writer_end_array (writer);
}

static void
write_rest (YdOutline    *self,
            YdJsonWriter *writer)
{
  write_outside (self, writer);

  yd_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < self->warnings->len; i++)
    {
      const YdOutlineWarning *at = &g_array_index (self->warnings, YdOutlineWarning, i);

      yd_json_writer_begin_object (writer, NULL);
      yd_json_writer_string (writer, "code", at->code);
      yd_json_writer_string (writer, "message", yd_outline_warning_message (at->code));
      write_span (writer, "span", at->span);
      yd_json_writer_end_object (writer);
    }
  yd_json_writer_end_array (writer);
}

/**
 * yd_outline_to_json:
 * @self: an outline
 *
 * Returns: (transfer full): the object that `yaodianctl read --json` prints
 */
char *
yd_outline_to_json (YdOutline *self)
{
  g_autoptr(YdWorkCalendar) calendar = NULL;
  JsonWalk walk = { self };

  g_return_val_if_fail (self != NULL, NULL);

  walk.calendar = calendar = yd_work_calendar_new_for (NULL, NULL);

  yd_json_writer_init (&walk.writer);
  yd_json_writer_begin_object (&walk.writer, NULL);
  yd_json_writer_string (&walk.writer, "file", yd_source_get_name (self->source));
  yd_json_writer_string (&walk.writer, "title", self->title);
  yd_json_writer_string (&walk.writer, "number", self->number);
  yd_json_writer_string (&walk.writer, "issuer", self->issuer);
  yd_json_writer_string (&walk.writer, "issued", self->issued);
  yd_json_writer_int (&walk.writer, "chars", yd_source_get_n_chars (self->source));

  yd_json_writer_begin_array (&walk.writer, "points");
  for (guint i = 0; i < self->points->len; i++)
    write_point (&walk, i);
  yd_json_writer_end_array (&walk.writer);

  write_rest (self, &walk.writer);
  yd_json_writer_end_object (&walk.writer);

  return yd_json_writer_end (&walk.writer);
}
