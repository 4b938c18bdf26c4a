/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-cell-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-compat.h"
#include "yd-draft.h"
#include "yd-growing-text.h"
#include "yd-plan-edits.h"

/**
 * YdCellText:
 *
 * One cell of a row as a text that is edited in place. It is committed when the focus
 * leaves it, by Ctrl+Enter, and where it is one line by Enter; Escape drops what was
 * typed. The edit is based on what the cell said when typing began, so that what
 * somebody else wrote meanwhile is never overwritten unseen: both are kept, and the
 * person chooses.
 */

typedef struct
{
  char *seen;
  char *text;
} Refused;

struct _YdCellText
{
  GtkBox         parent_instance;

  /* Owned */
  YdRow         *row;
  char          *seen;          /* (nullable): what the cell said when typing began */
  char          *act;
  YdDraft       *draft;         /* (nullable): from the first letter that is typed on */
  GHashTable    *refused;       /* from the id of a row to what could not be committed */

  /* Template */
  GtkWidget     *overlay;
  GtkTextView   *view;
  GtkLabel      *hint;
  GtkWidget     *stale;
  GtkLabel      *stale_label;

  /* Borrowed */
  GtkTextBuffer *buffer;

  guint          field;
  gboolean       one_line;
  gboolean       edited;
  gboolean       loading;
};

G_DEFINE_FINAL_TYPE (YdCellText, yd_cell_text, GTK_TYPE_BOX)

static void
refused_free (gpointer data)
{
  Refused *refused = data;

  g_free (refused->seen);
  g_free (refused->text);
  g_free (refused);
}

static YdPage *
get_page (YdCellText *self)
{
  return YD_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), YD_TYPE_PAGE));
}

static const char *
get_cell (YdCellText *self)
{
  return self->row != NULL ? yd_row_get_cell (self->row, self->field) : NULL;
}

static char *
dup_text (YdCellText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

/* What it means, without the blanks around it. */
static char *
dup_typed (YdCellText *self)
{
  char *text = g_strstrip (dup_text (self));

  return self->one_line ? g_strdelimit (text, "\n\r", ' ') : text;
}

static void
show_hint (YdCellText *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->hint),
                          gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
set_text (YdCellText *self,
          const char *text)
{
  GtkTextIter start;

  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->loading = FALSE;
  show_hint (self);
}

/* Shows what the cell says now. */
static void
load (YdCellText *self)
{
  const char *cell = get_cell (self);
  g_autofree char *text = dup_text (self);

  self->edited = FALSE;
  yd_set_str (&self->seen, cell);
  gtk_widget_hide (self->stale);

  /* The cursor stays where it was, unless the text is another. */
  if (g_strcmp0 (text, cell != NULL ? cell : "") != 0)
    set_text (self, cell);
}

static void
show_stale (YdCellText *self)
{
  const char *cell = get_cell (self);
  g_autofree char *words =
    cell != NULL ? g_strdup_printf (_("Meanwhile this was changed to “%s”."), cell)
                 : g_strdup (_("Meanwhile this was emptied."));

  gtk_label_set_label (self->stale_label, words);
  gtk_widget_show (self->stale);
}

static void
begin_draft (YdCellText *self)
{
  YdPage *page = get_page (self);
  YdSession *session = page != NULL ? yd_page_get_session (page) : NULL;

  if (self->draft == NULL && self->row != NULL && session != NULL)
    self->draft = yd_draft_new (session, yd_row_get_kind (self->row), yd_row_get_id (self->row),
                                self->field, self->seen, G_OBJECT (self->buffer));
}

static void
end_draft (YdCellText *self)
{
  if (self->draft != NULL)
    yd_draft_drop (self->draft);
  g_clear_object (&self->draft);
}

static void
changed_cb (YdCellText *self)
{
  show_hint (self);
  if (self->loading)
    return;

  self->edited = TRUE;
  begin_draft (self);
  if (self->draft != NULL)
    yd_draft_touch (self->draft);
}

static void
put_back (YdCellText *self)
{
  end_draft (self);
  if (self->row != NULL)
    g_hash_table_remove (self->refused, yd_row_get_id (self->row));
  load (self);
}

/* Returns: whether the row is still one of the plan that is open */
static gboolean
is_there (YdCellText *self)
{
  YdPage *page = get_page (self);
  YdSession *session = page != NULL ? yd_page_get_session (page) : NULL;
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;

  return plan != NULL && yd_space_lookup (YD_SPACE (plan), yd_row_get_kind (self->row),
                                          yd_row_get_id (self->row)) == self->row;
}

static gboolean
commit_typed (YdCellText *self,
              const char *typed)
{
  YdPage *page = get_page (self);
  g_autoptr(YdEdit) edit = yd_plan_edit_set_seen (self->row, self->field, self->seen, typed,
                                                  self->act);
  g_autoptr(GError) error = NULL;

  if (yd_session_commit (yd_page_get_session (page), edit, &error))
    return TRUE;

  if (g_error_matches (error, YD_SPACE_ERROR, YD_SPACE_ERROR_STALE))
    show_stale (self);
  else
    yd_page_refuse (page, error->message);

  return FALSE;
}

/**
 * yd_cell_text_commit:
 * @self: a cell
 *
 * Commits what was typed, if anything was.
 *
 * Returns: whether nothing is left to be committed
 */
gboolean
yd_cell_text_commit (YdCellText *self)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (YD_IS_CELL_TEXT (self), TRUE);

  if (!self->edited || self->row == NULL || !is_there (self))
    return TRUE;

  typed = dup_typed (self);
  if (g_strcmp0 (typed, self->seen != NULL ? self->seen : "") != 0)
    {
      /* The announcement of the edit must find nothing half-typed. */
      self->edited = FALSE;
      if (!commit_typed (self, typed))
        {
          self->edited = TRUE;
          if (self->draft != NULL)
            yd_draft_flush (self->draft);
          return FALSE;
        }
    }

  put_back (self);
  return TRUE;
}

static void
mine_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdCellText *self = YD_CELL_TEXT (widget);

  yd_set_str (&self->seen, get_cell (self));
  self->edited = TRUE;
  yd_cell_text_commit (self);
}

static void
theirs_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  put_back (YD_CELL_TEXT (widget));
}

static void
leave_cb (YdCellText *self)
{
  yd_cell_text_commit (self);
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* What an input method wants is asked first, since Enter and Escape are its own while
 * it composes.
 */
static gboolean
key_cb (GtkEventControllerKey *keys,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        gpointer               user_data)
{
  YdCellText *self = user_data;
  gboolean ends = is_enter (key) && (self->one_line || (state & GDK_CONTROL_MASK) != 0);
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (keys));

  if (!ends && key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (event != NULL && gtk_text_view_im_context_filter_keypress (self->view, event))
    return GDK_EVENT_STOP;

  if (ends)
    yd_cell_text_commit (self);
  else if (self->edited)
    put_back (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
yd_cell_text_dispose (GObject *object)
{
  YdCellText *self = YD_CELL_TEXT (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_CELL_TEXT);
  g_clear_object (&self->draft);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (yd_cell_text_parent_class)->dispose (object);
}

static void
yd_cell_text_finalize (GObject *object)
{
  YdCellText *self = YD_CELL_TEXT (object);

  g_clear_pointer (&self->seen, g_free);
  g_clear_pointer (&self->act, g_free);
  g_clear_pointer (&self->refused, g_hash_table_unref);

  G_OBJECT_CLASS (yd_cell_text_parent_class)->finalize (object);
}

/* The window closes, or the pane is hidden: what was typed is said. */
static void
yd_cell_text_unmap (GtkWidget *widget)
{
  yd_cell_text_commit (YD_CELL_TEXT (widget));

  GTK_WIDGET_CLASS (yd_cell_text_parent_class)->unmap (widget);
}

static gboolean
yd_cell_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_CELL_TEXT (widget)->view));
}

static void
yd_cell_text_class_init (YdCellTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_cell_text_dispose;
  object_class->finalize = yd_cell_text_finalize;
  widget_class->grab_focus = yd_cell_text_grab_focus;
  widget_class->unmap = yd_cell_text_unmap;

  g_type_ensure (YD_TYPE_GROWING_TEXT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-cell-text.ui");
  gtk_widget_class_bind_template_child (widget_class, YdCellText, overlay);
  gtk_widget_class_bind_template_child (widget_class, YdCellText, view);
  gtk_widget_class_bind_template_child (widget_class, YdCellText, hint);
  gtk_widget_class_bind_template_child (widget_class, YdCellText, stale);
  gtk_widget_class_bind_template_child (widget_class, YdCellText, stale_label);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);

  gtk_widget_class_install_action (widget_class, "cell.mine", NULL, mine_action);
  gtk_widget_class_install_action (widget_class, "cell.theirs", NULL, theirs_action);
}

static void
yd_cell_text_init (YdCellText *self)
{
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, refused_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->view);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * yd_cell_text_set_up:
 * @self: a cell
 * @field: the field that it shows
 * @act: the code of its edits
 * @label: what it is, to be spoken and to stand where nothing is
 * @one_line: whether a line end has no place in it
 */
void
yd_cell_text_set_up (YdCellText *self,
                     guint       field,
                     const char *act,
                     const char *label,
                     gboolean    one_line)
{
  g_return_if_fail (YD_IS_CELL_TEXT (self));

  self->field = field;
  self->one_line = one_line;
  yd_set_str (&self->act, act);
  gtk_label_set_label (self->hint, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, !one_line, -1);
}

static void
keep_refused (YdCellText *self)
{
  Refused *refused = g_new0 (Refused, 1);

  refused->seen = g_strdup (self->seen);
  refused->text = dup_typed (self);
  g_hash_table_replace (self->refused, g_strdup (yd_row_get_id (self->row)), refused);
}

static void
take_up (YdCellText *self,
         const char *seen,
         const char *text)
{
  GtkTextIter end;

  set_text (self, text);
  gtk_text_buffer_get_end_iter (self->buffer, &end);
  gtk_text_buffer_place_cursor (self->buffer, &end);
  yd_set_str (&self->seen, seen);
  self->edited = TRUE;
  begin_draft (self);
  if (self->draft != NULL)
    yd_draft_note_stored (self->draft);
  if (g_strcmp0 (seen, get_cell (self)) != 0)
    show_stale (self);
}

/**
 * yd_cell_text_show:
 * @self: a cell
 * @row: (nullable): the row to be shown
 *
 * Commits what was typed for the row before. What is refused is kept, and is there again
 * when its row is shown.
 */
void
yd_cell_text_show (YdCellText *self,
                   YdRow      *row)
{
  Refused *refused;

  g_return_if_fail (YD_IS_CELL_TEXT (self));

  if (self->row == row)
    return;
  if (!yd_cell_text_commit (self))
    keep_refused (self);

  /* What is half typed for the row before stays in the library. */
  g_clear_object (&self->draft);
  g_set_object (&self->row, row);
  load (self);

  refused = row != NULL ? g_hash_table_lookup (self->refused, yd_row_get_id (row)) : NULL;
  if (refused != NULL)
    take_up (self, refused->seen, refused->text);
}

/**
 * yd_cell_text_restore:
 * @self: a cell that shows a row
 * @seen: (nullable): what the cell said when typing began
 * @text: what was typed then
 *
 * Goes on with what was typed and is neither committed nor dropped. If the cell says
 * something else meanwhile, both are shown.
 */
void
yd_cell_text_restore (YdCellText *self,
                      const char *seen,
                      const char *text)
{
  g_return_if_fail (YD_IS_CELL_TEXT (self));

  if (self->row == NULL || !yd_cell_text_commit (self))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  take_up (self, seen, text);
}

/* Shows what the cell says now, unless somebody is typing. */
void
yd_cell_text_update (YdCellText *self)
{
  g_return_if_fail (YD_IS_CELL_TEXT (self));

  if (!self->edited)
    load (self);
}

gboolean
yd_cell_text_get_edited (YdCellText *self)
{
  g_return_val_if_fail (YD_IS_CELL_TEXT (self), FALSE);

  return self->edited;
}

/* Returns: (transfer none): where one types */
GtkTextView *
yd_cell_text_get_view (YdCellText *self)
{
  g_return_val_if_fail (YD_IS_CELL_TEXT (self), NULL);

  return self->view;
}
