/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include "yd-moment.h"

/* Which points were changed since a day, read from the journal on another thread. The edit that
 * made the plan is no change of it.
 */

/* More edits than that are not read: then too much has changed to be worth a filter. */
#define MAX_EDITS 2000

/* Returns: (transfer full) (element-type YdEdit): what was done since @request, a moment as the
 * journal writes it, such as `2017-07-01T…`
 */
static gpointer
read_edits (YdLibrary     *library,
            const char    *plan,
            gpointer       request,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yd_edit_unref);
  g_autoptr(GPtrArray) log = yd_library_read_log (library, plan, 0, MAX_EDITS, error);

  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      const YdLogEntry *entry = g_ptr_array_index (log, i);
      YdEdit *edit;

      if (entry->pos <= 1 || g_strcmp0 (entry->at, request) < 0)
        continue;

      edit = yd_library_read_edit (library, plan, entry->pos, error);
      if (edit == NULL)
        return NULL;
      g_ptr_array_add (edits, edit);
    }

  return log != NULL ? g_steal_pointer (&edits) : NULL;
}

static void
edits_read (gpointer      owner,
            gpointer      answer,
            const GError *error)
{
  YdMatrixPage *self = owner;
  GPtrArray *edits = answer;

  if (edits == NULL)
    {
      yd_page_refuse (YD_PAGE (self), error->message);
      return;
    }
  if (self->matrix == NULL)
    return;

  g_clear_pointer (&self->changed, g_hash_table_unref);
  self->changed = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < edits->len; i++)
    yd_matrix_add_changed (_yd_matrix_page_get_plan (self), g_ptr_array_index (edits, i),
                           self->changed);
  _yd_matrix_page_apply_look (self);
}

static const YdReadClass read_class = {
  read_edits, g_free, (GDestroyNotify) g_ptr_array_unref, edits_read,
};

/* Midnight of the day since which, in Peking, as the journal writes it. */
static char *
dup_since (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  const int days = g_str_equal (self->since, "today") ? 0 : 6;
  g_autoptr(GDateTime) day = NULL;
  g_autoptr(GDateTime) utc = NULL;
  int year, month, of_month;

  yd_day_split (yd_session_get_today (session) - days, &year, &month, &of_month);
  day = g_date_time_new_local (year, month, of_month, 0, 0, 0);
  utc = g_date_time_to_utc (day);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/* What was found, or is being found, is not of the plan or the time that is looked at. */
void
_yd_matrix_page_forget_changed (YdMatrixPage *self)
{
  if (self->finding != NULL)
    yd_reading_stop (self->finding);
  g_clear_pointer (&self->changed, g_hash_table_unref);
}

/* Finds what was changed since what is asked for; the sheet follows when that is known. */
void
_yd_matrix_page_find_changed (YdMatrixPage *self)
{
  _yd_matrix_page_forget_changed (self);
  if (self->finding == NULL)
    self->finding = yd_reading_new (&read_class, self);
  if (*self->since != '\0' && self->matrix != NULL)
    yd_reading_begin (self->finding, _yd_matrix_page_get_session (self), dup_since (self));
}
