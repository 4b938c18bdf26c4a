/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-title.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-row-layout.h"
#include "yd-tooltip.h"

/**
 * YdOutlineTitle:
 *
 * The number and the title of a point, and the field in which the title is edited. It
 * stands in the label's place, and is there only as long as it is needed.
 */

/* A longer title may be cut in a narrow window. */
#define MAX_SEEN 24

/* A number and the begin of a title. */
#define MIN_CHARS 6

struct _YdOutlineTitle
{
  GtkWidget  parent_instance;

  /* Borrowed: children; the last one while the title is edited */
  GtkLabel  *number;
  GtkLabel  *title;
  GtkText   *text;
};

G_DEFINE_FINAL_TYPE (YdOutlineTitle, yd_outline_title, GTK_TYPE_WIDGET)

enum {
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
yd_outline_title_dispose (GObject *object)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (object);
  GtkWidget *child;

  self->text = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (yd_outline_title_parent_class)->dispose (object);
}

static void
yd_outline_title_class_init (YdOutlineTitleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_outline_title_dispose;

  /**
   * YdOutlineTitle::ended:
   * @self: a title
   * @text: what stood in the field
   * @end: a #YdEditEnd
   *
   * The field is gone.
   */
  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
yd_outline_title_init (YdOutlineTitle *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), yd_row_layout_new (0, MIN_CHARS));

  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->number, 0);
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));

  self->title = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->title, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END,
                NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->title), GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
yd_outline_title_new (void)
{
  return g_object_new (YD_TYPE_OUTLINE_TITLE, NULL);
}

static void
set_class (gpointer    widget,
           const char *class,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/**
 * yd_outline_title_show:
 * @self: a title
 * @number: the number, or an empty text
 * @computed: whether the number is not printed in the document
 * @title: the title
 * @whole: whether number and title are one, as in a chapter, and not in columns
 */
void
yd_outline_title_show (YdOutlineTitle *self,
                       const char     *number,
                       gboolean        computed,
                       const char     *title,
                       gboolean        whole)
{
  gboolean wide = g_utf8_strchr (number, -1, 0xff08) != NULL;

  g_return_if_fail (YD_IS_OUTLINE_TITLE (self));

  gtk_label_set_label (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), !whole || *number != '\0');
  set_class (self->number, "yd-number", !whole);
  set_class (self->number, "yd-wide", wide);
  set_class (self->number, "yd-computed", computed);
  yd_tooltip_set (GTK_WIDGET (self->number),
                  computed && *number != '\0' ? _("Counted; the document prints no number here")
                                              : NULL);

  gtk_label_set_label (self->title, *title != '\0' ? title : _("Without a title"));
  yd_tooltip_set (GTK_WIDGET (self->title), g_utf8_strlen (title, -1) > MAX_SEEN ? title : NULL);
  set_class (self->title, "dim-label", *title == '\0');
  set_class (self, "heading", whole);
}

/**
 * yd_outline_title_end:
 * @self: a title
 * @end: how
 *
 * Ends editing, if it goes on.
 */
void
yd_outline_title_end (YdOutlineTitle *self,
                      YdEditEnd       end)
{
  GtkText *text;
  g_autofree char *typed = NULL;

  g_return_if_fail (YD_IS_OUTLINE_TITLE (self));

  text = g_steal_pointer (&self->text);
  if (text == NULL)
    return;

  /* The field goes first: to lose the focus with it is no second end. */
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (text))));
  gtk_widget_unparent (gtk_widget_get_parent (GTK_WIDGET (text)));
  gtk_widget_set_visible (GTK_WIDGET (self->title), TRUE);
  g_signal_emit (self, signals[ENDED], 0, typed, end);
}

static void
activate_cb (YdOutlineTitle *self)
{
  yd_outline_title_end (self, YD_EDIT_END_KEEP);
}

static gboolean
left_cb (gpointer user_data)
{
  YdOutlineTitle *self = user_data;

  /* A menu of the field takes the focus for a while, and so does another window. */
  if (self->text != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

      if (focus == NULL || (focus != GTK_WIDGET (self->text) &&
                            !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->text))))
        yd_outline_title_end (self, YD_EDIT_END_LEFT);
    }

  return G_SOURCE_REMOVE;
}

static void
leave_cb (YdOutlineTitle *self)
{
  if (self->text != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, left_cb, g_object_ref (self), g_object_unref);
}

/* Behind the field's own keys, so that input methods come first. */
static gboolean
key_cb (YdOutlineTitle  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Escape && modifiers == 0)
    yd_outline_title_end (self, YD_EDIT_END_DROP);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    yd_outline_title_end (self, YD_EDIT_END_NEXT);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
watch_text (YdOutlineTitle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * yd_outline_title_edit:
 * @self: a title that is shown
 * @title: what the field begins with
 *
 * Opens the field. ::ended tells what came of it.
 */
void
yd_outline_title_edit (YdOutlineTitle *self,
                       const char     *title)
{
  GtkWidget *entry;

  g_return_if_fail (YD_IS_OUTLINE_TITLE (self));

  if (self->text != NULL)
    return;

  entry = yd_accessible_new_entry (_("Title of the point"), &self->text);
  gtk_editable_set_text (GTK_EDITABLE (self->text), title);
  gtk_widget_add_css_class (entry, "yd-edit");
  watch_text (self);

  gtk_widget_set_visible (GTK_WIDGET (self->title), FALSE);
  gtk_widget_insert_after (entry, GTK_WIDGET (self), GTK_WIDGET (self->title));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Returns: (transfer none) (nullable): the field, while the title is edited */
GtkText *
yd_outline_title_get_text (YdOutlineTitle *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_TITLE (self), NULL);

  return self->text;
}
