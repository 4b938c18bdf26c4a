/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-plans.h"

/* Which plans point to a unit of the office. The library is asked on another thread. */

typedef struct
{
  YdLibrary *library;           /* (nullable): without one there are no plans */
  char      *unit;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->library);
  g_free (question->unit);
  g_free (question);
}

static void
ask_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Question *question = task_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) infos = yd_library_list_plans_with (question->library, question->unit,
                                                           &error);
  GPtrArray *titles;

  if (infos == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (titles, g_strdup (((YdSpaceInfo *) g_ptr_array_index (infos, i))->title));
  g_task_return_pointer (task, titles, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * yd_unit_plans_list_async:
 * @session: a session
 * @unit: the id of a unit of its office
 * @callback: called with the answer: yd_unit_plans_list_finish()
 * @user_data: data for @callback
 */
void
yd_unit_plans_list_async (YdSession           *session,
                          const char          *unit,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, NULL, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_set_object (&question->library, yd_session_get_library (session));
  question->unit = g_strdup (unit);
  g_task_set_source_tag (task, yd_unit_plans_list_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);

  if (question->library != NULL)
    yd_session_run (session, task, ask_in_thread);
  else
    g_task_return_pointer (task, g_ptr_array_new_with_free_func (g_free),
                           (GDestroyNotify) g_ptr_array_unref);
}

/* Returns: (transfer full) (nullable) (element-type utf8): the titles of the plans */
GPtrArray *
yd_unit_plans_list_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: (transfer none): the id of the unit that was asked about */
const char *
yd_unit_plans_get_unit (GAsyncResult *result)
{
  return ((Question *) g_task_get_task_data (G_TASK (result)))->unit;
}
