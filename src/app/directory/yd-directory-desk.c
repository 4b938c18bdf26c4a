/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-desk.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"

/**
 * YdDirectoryDesk:
 *
 * What the parts of the directory's window have in common: which unit is selected, the way of
 * an edit of the office, and how such an edit is taken back.
 */

struct _YdDirectoryDesk
{
  GObject    parent_instance;

  /* Owned */
  YdSession *session;
  char      *selected;          /* (nullable): the id of a unit */
};

G_DEFINE_FINAL_TYPE (YdDirectoryDesk, yd_directory_desk, G_TYPE_OBJECT)

enum {
  CHANGED,
  SELECTED,
  SAY,
  WARN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (YdDirectoryDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yd_directory_desk_finalize (GObject *object)
{
  YdDirectoryDesk *self = YD_DIRECTORY_DESK (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (yd_directory_desk_parent_class)->finalize (object);
}

static void
yd_directory_desk_class_init (YdDirectoryDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_directory_desk_finalize;

  /* The directory, or the plan that is open, is another one. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SAY] = g_signal_new ("say", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /* What a person asked for was not done: to be said until it is closed. */
  signals[WARN] = g_signal_new ("warn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yd_directory_desk_init (YdDirectoryDesk *self)
{
}

/* Returns: (transfer full): a desk for the office of @session */
YdDirectoryDesk *
yd_directory_desk_new (YdSession *session)
{
  YdDirectoryDesk *self = g_object_new (YD_TYPE_DIRECTORY_DESK, NULL);

  g_return_val_if_fail (YD_IS_SESSION (session), self);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::directory", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

YdSession *
yd_directory_desk_get_session (YdDirectoryDesk *self)
{
  return self->session;
}

/* Returns: (transfer none) (nullable): the office, for reading */
YdOffice *
yd_directory_desk_get_office (YdDirectoryDesk *self)
{
  return yd_session_get_office (self->session);
}

YdDirectory *
yd_directory_desk_get_directory (YdDirectoryDesk *self)
{
  return yd_session_get_directory (self->session);
}

/* Returns: (transfer none) (nullable): the row that is selected, while there is such a unit */
YdRow *
yd_directory_desk_get_selected (YdDirectoryDesk *self)
{
  YdOffice *office = yd_directory_desk_get_office (self);
  YdRow *row = self->selected != NULL && office != NULL
               ? yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, self->selected) : NULL;

  return row != NULL && yd_space_is_live (YD_SPACE (office), row) ? row : NULL;
}

/* Returns: (transfer none) (nullable): the same, as the directory knows it */
const YdDirectoryUnit *
yd_directory_desk_get_unit (YdDirectoryDesk *self)
{
  return self->selected != NULL
         ? yd_directory_lookup (yd_directory_desk_get_directory (self), self->selected) : NULL;
}

void
yd_directory_desk_select (YdDirectoryDesk *self,
                          const char      *id)
{
  if (yd_set_str (&self->selected, id))
    g_signal_emit (self, signals[SELECTED], 0);
}

/* Tells the person. */
void
yd_directory_desk_say (YdDirectoryDesk *self,
                       const char      *words)
{
  g_signal_emit (self, signals[SAY], 0, words);
}

/* Tells the person what was not done: that stays until it is closed. */
void
yd_directory_desk_warn (YdDirectoryDesk *self,
                        const char      *words)
{
  g_signal_emit (self, signals[WARN], 0, words);
}

/**
 * yd_directory_desk_commit:
 * @self: a desk
 * @edit: an edit of the office, complete but not sealed
 *
 * Returns: whether it is in force; if it was refused, the person was told why
 */
gboolean
yd_directory_desk_commit (YdDirectoryDesk *self,
                          YdEdit          *edit)
{
  g_autoptr(GError) error = NULL;

  if (yd_session_commit_office (self->session, edit, &error))
    return TRUE;

  yd_directory_desk_warn (self, error->message);

  return FALSE;
}

/* Whether something can be taken back, or brought back with @redo. */
gboolean
yd_directory_desk_can_turn (YdDirectoryDesk *self,
                            gboolean         redo)
{
  return yd_session_can_turn_office (self->session, YD_DIRECTORY_ACTS, redo);
}

/* Takes back what was done last, or brings it back with @redo. */
void
yd_directory_desk_turn (YdDirectoryDesk *self,
                        gboolean         redo)
{
  g_autofree char *words = NULL;
  const gboolean done = yd_session_turn_office (self->session, YD_DIRECTORY_ACTS, redo, &words);

  g_signal_emit (self, signals[done ? SAY : WARN], 0, words);
}
