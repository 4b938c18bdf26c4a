/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-remark-entry.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-draft.h"
#include "yd-plan-edits.h"

/**
 * YdRemarkEntry:
 *
 * Where a remark about a row is typed; Enter adds it. What is half typed stays with the
 * row that it is about: it is there again when that row is shown.
 */

struct _YdRemarkEntry
{
  GtkBox      parent_instance;

  /* Owned */
  YdRow      *about;
  YdDraft    *draft;            /* (nullable): while something is typed */
  GHashTable *typed;            /* from the id of a row to what is half typed about it */

  /* Borrowed */
  GtkText    *text;

  gboolean    loading;
};

G_DEFINE_FINAL_TYPE (YdRemarkEntry, yd_remark_entry, GTK_TYPE_BOX)

static YdPage *
get_page (YdRemarkEntry *self)
{
  return YD_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), YD_TYPE_PAGE));
}

static void
set_text (YdRemarkEntry *self,
          const char    *text)
{
  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  self->loading = FALSE;
}

/* A remark has no row before it is made, so it goes by what it is about. */
static void
begin_draft (YdRemarkEntry *self)
{
  YdPage *page = get_page (self);
  YdSession *session = page != NULL ? yd_page_get_session (page) : NULL;

  if (self->draft == NULL && self->about != NULL && session != NULL)
    self->draft = yd_draft_new (session, YD_KIND_REMARK, yd_row_get_id (self->about),
                                YD_REMARK_TEXT, NULL, G_OBJECT (self->text));
}

static void
end_draft (YdRemarkEntry *self)
{
  if (self->draft != NULL)
    yd_draft_drop (self->draft);
  g_clear_object (&self->draft);
}

static void
changed_cb (YdRemarkEntry *self)
{
  if (self->loading)
    return;

  begin_draft (self);
  if (self->draft != NULL)
    yd_draft_touch (self->draft);
}

static void
activate_cb (YdRemarkEntry *self)
{
  YdPage *page = get_page (self);
  YdSession *session = page != NULL ? yd_page_get_session (page) : NULL;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_autofree char *id = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (*g_strstrip (typed) == '\0' || session == NULL || self->about == NULL)
    return;

  id = yd_session_new_id (session);
  edit = yd_plan_edit_add_remark (self->about, id, "note", typed);
  if (!yd_page_commit (page, edit))
    return;

  set_text (self, NULL);
  end_draft (self);
}

/* Escape drops what was typed; without anything it is for somebody else. */
static gboolean
key_cb (YdRemarkEntry   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  if (key != GDK_KEY_Escape || *gtk_editable_get_text (GTK_EDITABLE (self->text)) == '\0')
    return GDK_EVENT_PROPAGATE;

  set_text (self, NULL);
  end_draft (self);

  return GDK_EVENT_STOP;
}

static void
leave_cb (YdRemarkEntry *self)
{
  if (self->draft != NULL)
    yd_draft_flush (self->draft);
}

static gboolean
yd_remark_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_REMARK_ENTRY (widget)->text));
}

static void
yd_remark_entry_dispose (GObject *object)
{
  YdRemarkEntry *self = YD_REMARK_ENTRY (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->about);
  g_clear_pointer (&self->typed, g_hash_table_unref);

  G_OBJECT_CLASS (yd_remark_entry_parent_class)->dispose (object);
}

static void
yd_remark_entry_class_init (YdRemarkEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_remark_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = yd_remark_entry_grab_focus;
}

static void
watch_text (YdRemarkEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
yd_remark_entry_init (YdRemarkEntry *self)
{
  GtkWidget *image = yd_accessible_new_ornament ("list-add-symbolic");
  const char *hint = _("Add a remark");

  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-card-line");
  gtk_widget_add_css_class (image, "dim-label");
  gtk_box_append (GTK_BOX (self), image);
  gtk_box_append (GTK_BOX (self), yd_accessible_new_entry (hint, &self->text));
  watch_text (self);
}

/* Returns: a field that is about nothing yet */
GtkWidget *
yd_remark_entry_new (void)
{
  return g_object_new (YD_TYPE_REMARK_ENTRY, NULL);
}

static void
put_aside (YdRemarkEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  const char *id = self->about != NULL ? yd_row_get_id (self->about) : NULL;

  if (id != NULL && *typed != '\0')
    g_hash_table_replace (self->typed, g_strdup (id), g_strdup (typed));
  else if (id != NULL)
    g_hash_table_remove (self->typed, id);

  /* It stays in the library. */
  g_clear_object (&self->draft);
}

/**
 * yd_remark_entry_show:
 * @self: a field
 * @about: (nullable): what the remark will be about
 *
 * Puts aside what is half typed about the row before.
 */
void
yd_remark_entry_show (YdRemarkEntry *self,
                      YdRow         *about)
{
  const char *typed;

  g_return_if_fail (YD_IS_REMARK_ENTRY (self));

  if (self->about == about)
    return;

  put_aside (self);
  g_set_object (&self->about, about);
  typed = about != NULL ? g_hash_table_lookup (self->typed, yd_row_get_id (about)) : NULL;
  set_text (self, typed);
  if (typed != NULL)
    yd_remark_entry_restore (self, typed);
}

/* Goes on with @text, which was typed before about the same row and is in the library. */
void
yd_remark_entry_restore (YdRemarkEntry *self,
                         const char    *text)
{
  g_return_if_fail (YD_IS_REMARK_ENTRY (self));

  set_text (self, text);
  begin_draft (self);
  if (self->draft != NULL)
    yd_draft_note_stored (self->draft);
}
