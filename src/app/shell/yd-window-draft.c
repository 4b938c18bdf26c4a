/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-page-info.h"

/* What was half typed when the program went, offered again when its plan is opened, one
 * after the other. Nothing comes into force by itself.
 */

#define MAX_CHARS 60            /* of a text that are said */

static const YdStoredDraft *
get_first (YdWindow *self)
{
  return self->drafts != NULL && self->drafts->len > 0 ? g_ptr_array_index (self->drafts, 0)
                                                       : NULL;
}

static YdPlan *
get_plan (YdWindow *self)
{
  return yd_session_get_plan (self->session);
}

static YdPoint *
find_point (YdWindow            *self,
            const YdStoredDraft *draft)
{
  YdSpace *space = YD_SPACE (get_plan (self));
  YdRow *point = yd_space_lookup (space, YD_KIND_POINT, draft->id);

  return point != NULL && yd_space_is_live (space, point) ? point : NULL;
}

/* A remark is a new one; there is nothing that it could replace. */
static const char *
get_now (YdPoint             *point,
         const YdStoredDraft *draft)
{
  return draft->kind == YD_KIND_POINT ? yd_row_get_cell (point, draft->field) : draft->old;
}

static const char *
name_field (const YdStoredDraft *draft)
{
  if (draft->kind == YD_KIND_REMARK)
    return C_("draft", "remark");

  return draft->field == YD_POINT_TITLE ? C_("draft", "title") : C_("draft", "text");
}

static char *
dup_short (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strstrip (g_strdup (text)), "\n\r\t", ' ');
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_CHARS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, MAX_CHARS);

  return g_strconcat (start, "…", NULL);
}

static char *
dup_what (YdPoint             *point,
          const YdStoredDraft *draft)
{
  const char *title = point != NULL ? yd_point_get_title (point) : NULL;
  g_autofree char *where = title != NULL && *title != '\0' ? dup_short (title) : NULL;
  g_autofree char *typed = dup_short (draft->value);

  if (*typed == '\0')
    return where != NULL
           ? g_strdup_printf (_("Unfinished: the %s of “%s”, emptied"), name_field (draft), where)
           : g_strdup_printf (_("Unfinished: the %s of a point, emptied"), name_field (draft));

  return where != NULL
         ? g_strdup_printf (_("Unfinished: the %s of “%s”: “%s”"), name_field (draft), where, typed)
         : g_strdup_printf (_("Unfinished: the %s of a point: “%s”"), name_field (draft), typed);
}

/* Returns: (transfer full) (nullable): what happened since to the place of the draft */
static char *
dup_since (YdPoint             *point,
           const YdStoredDraft *draft)
{
  const char *now = point != NULL ? get_now (point, draft) : NULL;
  g_autofree char *words = NULL;

  if (point == NULL)
    return g_strdup (_("The point is not there any more."));
  if (g_strcmp0 (now, draft->old) == 0)
    return NULL;
  if (now == NULL || *now == '\0')
    return g_strdup (_("Meanwhile this was emptied."));

  words = dup_short (now);

  return g_strdup_printf (_("Meanwhile this was changed to “%s”."), words);
}

static void
show_bar (YdWindow *self)
{
  const YdStoredDraft *draft = get_plan (self) != NULL ? get_first (self) : NULL;
  YdPoint *point = draft != NULL ? find_point (self, draft) : NULL;
  g_autofree char *what = draft != NULL ? dup_what (point, draft) : NULL;
  g_autofree char *since = draft != NULL ? dup_since (point, draft) : NULL;
  g_autoptr(GString) words = g_string_new (what);

  if (self->plan_box == NULL)
    return;

  gtk_widget_set_visible (self->draft_bar, draft != NULL);
  _yd_window_show_check_bar (self);
  if (draft == NULL)
    return;

  if (since != NULL)
    g_string_append_printf (words, "\n%s", since);
  if (self->drafts->len > 1)
    g_string_append_printf (words, ngettext ("\nAnd %u more", "\nAnd %u more",
                                             self->drafts->len - 1), self->drafts->len - 1);
  gtk_label_set_label (self->draft_label, words->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->draft_label), draft->value);
  gtk_widget_set_visible (self->draft_restore, point != NULL);
  gtk_widget_set_visible (self->draft_copy, point == NULL);
}

static void
go_on (YdWindow *self)
{
  g_ptr_array_remove_index (self->drafts, 0);
  show_bar (self);
}

static void
drop (YdWindow            *self,
      const YdStoredDraft *draft)
{
  const YdStoredDraft nothing = { draft->kind, draft->id, draft->field, NULL, NULL };

  yd_session_keep_draft (self->session, yd_space_get_id (YD_SPACE (get_plan (self))), &nothing);
}

/* What the cell says already was committed just before the program went. */
static gboolean
is_done (YdWindow            *self,
         const YdStoredDraft *draft)
{
  YdPoint *point = find_point (self, draft);
  const char *now = point != NULL && draft->kind == YD_KIND_POINT ? get_now (point, draft) : NULL;

  return point != NULL && draft->kind == YD_KIND_POINT &&
         g_strcmp0 (now != NULL ? now : "", draft->value) == 0;
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdWindow) self = YD_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  YdSession *session = YD_SESSION (object);
  g_autoptr(GPtrArray) drafts = yd_session_list_drafts_finish (session, result, &error);
  const char *asked = g_task_get_task_data (G_TASK (result));
  YdPlan *plan = yd_session_get_plan (session);

  self->n_listing--;
  if (_yd_window_is_gone (self) || plan == NULL || drafts == NULL ||
      !g_str_equal (asked, yd_space_get_id (YD_SPACE (plan))))
    return;

  for (guint i = drafts->len; i-- > 0;)
    if (is_done (self, g_ptr_array_index (drafts, i)))
      {
        drop (self, g_ptr_array_index (drafts, i));
        g_ptr_array_remove_index (drafts, i);
      }

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  self->drafts = g_steal_pointer (&drafts);
  show_bar (self);
}

/* When a plan has come, or gone: what was half typed in it is read and offered. */
void
_yd_window_offer_drafts (YdWindow *self)
{
  YdPlan *plan = get_plan (self);

  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  show_bar (self);
  if (plan == NULL || yd_session_get_library (self->session) == NULL ||
      yd_session_get_read_only (self->session))
    return;

  self->n_listing++;
  yd_session_list_drafts_async (self->session, yd_space_get_id (YD_SPACE (plan)), listed_cb,
                                g_object_ref (self));
}

static void
show_pane (YdWindow *self)
{
  YdPage *page = yd_window_get_page (self);
  guint n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  for (guint i = 0; i < n_pages && (page == NULL || yd_page_get_wide (page)); i++)
    {
      yd_window_show_page (self, infos[i].key);
      page = yd_window_get_page (self);
    }
  yd_window_set_detail_visible (self, TRUE);
}

/* The field opens with the text. From here on it is kept by whoever has the field. */
static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  const YdStoredDraft *draft = get_first (self);
  YdPoint *point = draft != NULL && get_plan (self) != NULL ? find_point (self, draft) : NULL;
  GtkWidget *pane = point != NULL ? adw_bin_get_child (self->detail_slot) : NULL;

  if (pane == NULL)
    return;

  show_pane (self);
  yd_session_set_selected (self->session, point);
  if (yd_page_restore_draft (YD_PAGE (pane), draft))
    go_on (self);
}

static void
discard_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  const YdStoredDraft *draft = get_first (self);

  if (draft == NULL || get_plan (self) == NULL)
    return;

  drop (self, draft);
  go_on (self);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const YdStoredDraft *draft = get_first (YD_WINDOW (widget));

  if (draft != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), draft->value);
}

void
_yd_window_class_install_drafts (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.draft-restore", NULL, restore_action);
  gtk_widget_class_install_action (klass, "win.draft-discard", NULL, discard_action);
  gtk_widget_class_install_action (klass, "win.draft-copy", NULL, copy_action);
}
