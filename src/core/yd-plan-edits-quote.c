/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-plan-edits-private.h"

/* Where in a document a person found what an edit adds: words and span come to the
 * rows that the edit makes. What was there already keeps what it was read from.
 */

/**
 * yd_plan_edit_quote_point:
 * @edit: an edit that adds a point, not sealed
 * @id: the id of the point
 * @text: (nullable): the text of the point
 * @span: where it stands, in canonical text
 */
void
yd_plan_edit_quote_point (YdEdit     *edit,
                          const char *id,
                          const char *text,
                          const char *span)
{
  g_return_if_fail (edit != NULL);

  if (text != NULL)
    yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_TEXT, NULL, text);
  yd_edit_change (edit, YD_KIND_POINT, id, YD_POINT_SPAN, NULL, span);
}

/**
 * yd_plan_edit_quote_assignments:
 * @edit: an edit of yd_plan_edit_assign() or yd_plan_edit_assign_new(), not sealed
 * @words: the name as it is printed
 * @span: where it stands, in canonical text
 *
 * Assignments that were there already keep the words that they were read from.
 */
void
yd_plan_edit_quote_assignments (YdEdit     *edit,
                                const char *words,
                                const char *span)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const YdChange *changes;
  guint n_changes;

  g_return_if_fail (edit != NULL);

  changes = yd_edit_get_changes (edit, &n_changes);
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].kind == YD_KIND_ASSIGNMENT && changes[i].field == YD_FIELD_DELETED &&
        changes[i].old_value == NULL)
      g_ptr_array_add (ids, g_strdup (changes[i].id));

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_WORDS, NULL, words);
      yd_edit_change (edit, YD_KIND_ASSIGNMENT, id, YD_ASSIGNMENT_SPAN, NULL, span);
    }
}
