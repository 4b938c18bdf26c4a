/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-page-private.h"

#include <glib/gi18n-lib.h>

/* The text comes from the library, on a thread of its own; whoever opened another
 * plan meanwhile does not get this one's.
 */

#define POINTS 300              /* that are looked at in one go */

typedef struct
{
  YdLibrary *library;
  YdPlan    *plan;
  char      *sha256;
  char      *name;
  char      *format;
  guint      opening;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->library);
  g_object_unref (request->plan);
  g_free (request->sha256);
  g_free (request->name);
  g_free (request->format);
  g_free (request);
}

static void
show_nothing (YdSourcePage *self,
              const char   *title,
              const char   *why)
{
  yd_source_text_set_source (self->text, NULL);
  yd_page_set_busy (YD_PAGE (self), FALSE);
  adw_status_page_set_title (self->nothing, title);
  adw_status_page_set_description (self->nothing, why);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/* Marks are looked for in pieces, while the text comes. */
static gboolean
find_marks_cb (gpointer user_data)
{
  YdSourcePage *self = user_data;
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdSource *source = yd_source_text_get_source (self->text);
  gboolean first = yd_source_text_get_marks (self->text) == NULL;

  if (self->coming == NULL)
    self->coming = yd_source_marks_begin (self->plan, self->source_id, source);
  if (!yd_source_marks_step (self->coming, POINTS))
    return G_SOURCE_CONTINUE;

  self->marks_id = 0;
  yd_review_list_set_unplaced (self->review, source, self->coming);
  yd_source_contents_set_unplaced (self->contents, source, self->coming);
  yd_source_text_take_marks (self->text, g_steal_pointer (&self->coming));
  _yd_source_page_show_counts (self);
  if (first && !self->reviewing)
    yd_source_text_show (self->text, yd_session_get_selected (session), NULL);
  _yd_source_page_update_busy (self);

  return G_SOURCE_REMOVE;
}

/* Begins again, if rows came or went meanwhile. */
void
_yd_source_page_find_marks (YdSourcePage *self)
{
  _yd_source_page_stop_marks (self);
  if (self->plan != NULL && yd_source_text_get_source (self->text) != NULL)
    self->marks_id = g_idle_add (find_marks_cb, self);
}

void
_yd_source_page_stop_marks (YdSourcePage *self)
{
  g_clear_handle_id (&self->marks_id, g_source_remove);
  g_clear_pointer (&self->coming, yd_source_marks_free);
}

static void
show_source (YdSourcePage *self,
             YdSource     *source)
{
  gtk_stack_set_visible_child_name (self->stack, "content");
  yd_source_text_set_source (self->text, source);
  _yd_source_page_find_marks (self);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  YdSourcePage *self = YD_SOURCE_PAGE (object);
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = g_task_propagate_pointer (G_TASK (result), &error);

  if (request->opening != self->opening || self->plan != request->plan)
    return;

  if (source != NULL)
    show_source (self, source);
  else
    show_nothing (self, _("The Text Is Not There"), error->message);
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Request *request = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) text = yd_library_get_blob (request->library, request->sha256, &error);
  YdSource *source = text == NULL ? NULL
                   : yd_source_new (request->name, request->format, text, &error);

  if (source != NULL)
    g_task_return_pointer (task, source, (GDestroyNotify) yd_source_unref);
  else
    g_task_return_error (task, error);
}

/* What the plan was born with is on the way to the library at first. */
static void
settled_cb (gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  YdSourcePage *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  if (request->opening == self->opening && session != NULL)
    yd_session_run (session, task, load_in_thread);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Another plan is open");
}

static void
load (YdSourcePage *self,
      YdLibrary    *library,
      YdRow        *row)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  const char *name = yd_row_get_cell (row, YD_SOURCE_NAME);
  const char *format = yd_row_get_cell (row, YD_SOURCE_FORMAT);
  Request *request = g_new0 (Request, 1);
  GTask *task = g_task_new (self, NULL, loaded_cb, NULL);

  request->library = g_object_ref (library);
  request->plan = g_object_ref (self->plan);
  request->sha256 = g_strdup (yd_row_get_cell (row, YD_SOURCE_BLOB));
  request->name = g_strdup (name != NULL ? name : "");
  request->format = g_strdup (format != NULL ? format : "txt");
  request->opening = self->opening;
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);

  yd_page_set_busy (YD_PAGE (self), TRUE);
  yd_session_when_settled (session, settled_cb, task);
}

/* Shows the text of the plan that is open, as soon as it is there. */
void
_yd_source_page_load (YdSourcePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdLibrary *library = session != NULL ? yd_session_get_library (session) : NULL;
  GListModel *sources = self->plan == NULL ? NULL
                      : yd_space_get_rows (YD_SPACE (self->plan), YD_KIND_SOURCE);
  g_autoptr(YdRow) row = sources != NULL ? g_list_model_get_item (sources, 0) : NULL;

  self->opening++;
  g_clear_pointer (&self->source_id, g_free);
  yd_review_list_set_unplaced (self->review, NULL, NULL);
  yd_source_contents_set_unplaced (self->contents, NULL, NULL);
  yd_source_text_set_source (self->text, NULL);

  if (row == NULL || library == NULL)
    {
      show_nothing (self, _("No Document"),
                    _("This plan was not read from a document. Open a document to see its text "
                      "here, with what was read from it."));
      return;
    }

  self->source_id = g_strdup (yd_row_get_id (row));
  load (self, library, row);
}
