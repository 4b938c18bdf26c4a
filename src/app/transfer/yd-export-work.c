/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-work.h"

#include <glib/gi18n-lib.h>

/**
 * YdExportWork:
 *
 * An export that is under way: how far the file is, and a way to stop. A short one shows nothing.
 */

/* In ms, and in such ticks. */
#define TICK 100
#define TICKS_BAR 2

struct _YdExportWork
{
  AdwBin          parent_instance;

  /* Owned */
  GCancellable   *cancellable;          /* (nullable): of what is under way */
  GFile          *file;                 /* (nullable): where it goes, or went */

  /* Borrowed */
  YdExportCount  *count;                /* while it is on: what writes may outlive this */

  /* Template */
  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkProgressBar *bar;

  YdExportTold    told;
  guint           tick_id;
  guint           n_ticks;
};

G_DEFINE_FINAL_TYPE (YdExportWork, yd_export_work, ADW_TYPE_BIN)

static char *
dup_words (YdExportWork *self,
           int           n_done,
           int           n_total)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);

  if (g_cancellable_is_cancelled (self->cancellable))
    return g_strdup (_("Cancelling…"));
  if (n_total == 0)
    return g_strdup_printf (_("Writing “%s”…"), shown);

  return self->told == YD_EXPORT_TOLD_FILES
         ? g_strdup_printf (_("Writing “%s”: %d of %d files"), shown, n_done, n_total)
         : g_strdup_printf (_("Writing “%s”: %d of %d rows"), shown, n_done, n_total);
}

static gboolean
tick_cb (gpointer user_data)
{
  YdExportWork *self = user_data;
  const int n_total = g_atomic_int_get (&self->count->n_total);
  const int n_done = g_atomic_int_get (&self->count->n_done);
  g_autofree char *words = NULL;

  if (++self->n_ticks < TICKS_BAR)
    return G_SOURCE_CONTINUE;

  words = dup_words (self, n_done, n_total);
  gtk_label_set_label (self->label, words);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (n_total > 0)
    gtk_progress_bar_set_fraction (self->bar, (double) n_done / n_total);
  else
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static void
yd_export_work_dispose (GObject *object)
{
  YdExportWork *self = YD_EXPORT_WORK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (yd_export_work_parent_class)->dispose (object);
}

static void
yd_export_work_class_init (YdExportWorkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_work_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-work.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportWork, revealer);
  gtk_widget_class_bind_template_child (widget_class, YdExportWork, label);
  gtk_widget_class_bind_template_child (widget_class, YdExportWork, bar);
}

static void
yd_export_work_init (YdExportWork *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* An export to @file begins; @told says what is counted of it, in @count, which lives until it has
 * ended. Only when none is on.
 */
void
yd_export_work_begin (YdExportWork  *self,
                      GFile         *file,
                      YdExportTold   told,
                      YdExportCount *count)
{
  g_return_if_fail (YD_IS_EXPORT_WORK (self) && G_IS_FILE (file) && count != NULL);
  g_return_if_fail (self->cancellable == NULL);

  g_set_object (&self->file, file);
  self->told = told;
  *count = (YdExportCount) { 0 };
  self->count = count;
  self->n_ticks = 0;
  self->cancellable = g_cancellable_new ();
  self->tick_id = g_timeout_add (TICK, tick_cb, self);
}

void
yd_export_work_end (YdExportWork *self)
{
  g_return_if_fail (YD_IS_EXPORT_WORK (self));

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->cancellable);
  self->count = NULL;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}

gboolean
yd_export_work_is_on (YdExportWork *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_WORK (self), FALSE);

  return self->cancellable != NULL;
}

void
yd_export_work_cancel (YdExportWork *self)
{
  g_return_if_fail (YD_IS_EXPORT_WORK (self));

  g_cancellable_cancel (self->cancellable);
}

/* Returns: (transfer none) (nullable): what stops the one that is on */
GCancellable *
yd_export_work_get_cancellable (YdExportWork *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_WORK (self), NULL);

  return self->cancellable;
}

/* Returns: (transfer none) (nullable): where the last one goes, or went */
GFile *
yd_export_work_get_file (YdExportWork *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_WORK (self), NULL);

  return self->file;
}
