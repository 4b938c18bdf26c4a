/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-file-drop.h"

/* Files that are dropped on a window; the first of several is the one that is taken. */

typedef struct
{
  GtkWidget      *owner;        /* which has the target */
  YdFileDropFunc  drop;
  YdFileOverFunc  over;
} Drop;

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drop          *self)
{
  const GSList *files = g_value_get_boxed (value);

  self->over (self->owner, FALSE);
  if (files == NULL)
    return FALSE;

  self->drop (self->owner, files->data);
  return TRUE;
}

static GdkDragAction
enter_cb (GtkDropTarget *target,
          double         x,
          double         y,
          Drop          *self)
{
  self->over (self->owner, TRUE);

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target,
          Drop          *self)
{
  self->over (self->owner, FALSE);
}

/**
 * yd_file_drop_take:
 * @owner: the widget on which files can be dropped
 * @drop: told of the file
 * @over: told when files are over @owner, and when they are so no longer
 *
 * Has @owner take files.
 */
void
yd_file_drop_take (GtkWidget      *owner,
                   YdFileDropFunc  drop,
                   YdFileOverFunc  over)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  Drop *self = g_new0 (Drop, 1);

  *self = (Drop) { owner, drop, over };
  g_object_set_data_full (G_OBJECT (target), "yd-file-drop", self, g_free);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (owner, GTK_EVENT_CONTROLLER (target));
}
