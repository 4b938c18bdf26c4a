/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (yd-outline-error-quark, yd_outline_error)
G_DEFINE_BOXED_TYPE (YdOutline, yd_outline, yd_outline_ref, yd_outline_unref)

static const struct
{
  const char *code;
  const char *message;
} warnings[] = {
  { "no-points", N_("No numbered point was found in the text") },
  { "number-gap", N_("A number is missing before this one") },
  { "number-twice", N_("This number is printed twice") },
  { "table", N_("A table was not read") },
  { "open-bracket", N_("The bracket of this clause is not closed") },
  { "implied-party", N_("A unit is named once for all that follows") },
};

/* Returns: (transfer full): an empty outline to fill */
YdOutline *
_yd_outline_new (YdSource *source)
{
  YdOutline *self = g_new0 (YdOutline, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->source = yd_source_ref (source);
  self->strings = g_string_chunk_new (4096);
  self->points = g_array_new (FALSE, FALSE, sizeof (YdOutlinePoint));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (YdOutlineAssignment));
  self->deadlines = g_array_new (FALSE, FALSE, sizeof (YdOutlineDeadline));
  self->dependencies = g_array_new (FALSE, FALSE, sizeof (YdOutlineDependency));
  self->parts = g_array_new (FALSE, FALSE, sizeof (YdOutlinePart));
  self->warnings = g_array_new (FALSE, FALSE, sizeof (YdOutlineWarning));
  self->unplaced = g_array_new (FALSE, FALSE, sizeof (YdSpan));

  return self;
}

/**
 * yd_outline_ref:
 * @self: an outline
 *
 * Returns: (transfer full): @self
 */
YdOutline *
yd_outline_ref (YdOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * yd_outline_unref:
 * @self: (transfer full): an outline
 */
void
yd_outline_unref (YdOutline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->points);
  g_array_unref (self->assignments);
  g_array_unref (self->deadlines);
  g_array_unref (self->dependencies);
  g_array_unref (self->parts);
  g_array_unref (self->warnings);
  g_array_unref (self->unplaced);
  g_string_chunk_free (self->strings);
  yd_source_unref (self->source);
  g_free (self);
}

/* Equal strings are kept once: names come back hundreds of times. */
const char *
_yd_outline_intern (YdOutline  *self,
                    const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

/* Good enough for numbers, which are most of what is looked up here. */
static guint
hash_recent (const char *text,
             gsize       len)
{
  guint hash = len;

  for (gsize i = 0; i < len; i++)
    hash = hash * 31 + (guint8) text[i];

  return (hash ^ hash >> 9) % YD_OUTLINE_RECENT;
}

const char *
_yd_outline_intern_len (YdOutline  *self,
                        const char *text,
                        gsize       len)
{
  char small[128];
  const char **recent;

  if (len == 0)
    return "";

  if (len >= sizeof small)
    return g_string_chunk_insert_len (self->strings, text, len);

  memcpy (small, text, len);
  small[len] = '\0';
  recent = &self->recent[hash_recent (text, len)];
  if (*recent == NULL || strcmp (*recent, small) != 0)
    *recent = g_string_chunk_insert_const (self->strings, small);

  return *recent;
}

/* Returns: the index of the new point; its level follows from its parent */
guint
_yd_outline_add_point (YdOutline      *self,
                       YdOutlinePoint *point)
{
  point->level = 1;
  if (point->parent != YD_OUTLINE_NONE)
    point->level = g_array_index (self->points, YdOutlinePoint, point->parent).level + 1;

  g_array_append_val (self->points, *point);

  return self->points->len - 1;
}

void
_yd_outline_add_part (YdOutline         *self,
                      YdOutlinePartKind  kind,
                      YdSpan             span)
{
  const YdOutlinePart part = { kind, span };

  g_array_append_val (self->parts, part);
}

/* @code must be a literal of the table above. */
void
_yd_outline_warn (YdOutline  *self,
                  const char *code,
                  YdSpan      span)
{
  const YdOutlineWarning warning = { code, span };

  g_array_append_val (self->warnings, warning);
}

/**
 * yd_outline_get_source:
 * @self: an outline
 *
 * Returns: (transfer none): the text that all spans count in
 */
YdSource *
yd_outline_get_source (YdOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}

#define GETTER(name) \
  const char * \
  yd_outline_get_##name (YdOutline *self) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
    return self->name; \
  }

/* Each is NULL where the document does not say it. The day of issue is ISO. */
GETTER (title)
GETTER (number)
GETTER (issuer)
GETTER (issued)
GETTER (addressees)

#define LIST_GETTER(name, type) \
  const type * \
  yd_outline_get_##name (YdOutline *self, guint *n) \
  { \
    g_return_val_if_fail (self != NULL, NULL); \
    if (n != NULL) \
      *n = self->name->len; \
    return (const type *) self->name->data; \
  }

/* Lists belong to the outline, in the order of the text. */
LIST_GETTER (points, YdOutlinePoint)
LIST_GETTER (assignments, YdOutlineAssignment)
LIST_GETTER (deadlines, YdOutlineDeadline)
LIST_GETTER (dependencies, YdOutlineDependency)
LIST_GETTER (parts, YdOutlinePart)
LIST_GETTER (warnings, YdOutlineWarning)
LIST_GETTER (unplaced, YdSpan)

static void
append_path (YdOutline *self,
             guint      point,
             GString   *path)
{
  const YdOutlinePoint *at = &g_array_index (self->points, YdOutlinePoint, point);

  if (at->parent != YD_OUTLINE_NONE)
    {
      append_path (self, at->parent, path);
      g_string_append_c (path, '/');
    }

  g_string_append (path, at->label);
}

/**
 * yd_outline_dup_path:
 * @self: an outline
 * @point: index of a point
 *
 * Returns: (transfer full): the printed numbers of the point and of those above
 *   it, as in `一/(一)/1`. A label for people, not a key.
 */
char *
yd_outline_dup_path (YdOutline *self,
                     guint      point)
{
  g_autoptr(GString) path = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && point < self->points->len, NULL);

  append_path (self, point, path);

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * yd_outline_warning_message:
 * @code: the code of a warning
 *
 * Returns: (transfer none): the same for people, translated
 */
const char *
yd_outline_warning_message (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (g_str_equal (warnings[i].code, code))
      return _(warnings[i].message);

  g_return_val_if_reached (code);
}
