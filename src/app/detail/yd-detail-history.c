/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-history.h"

#include <glib/gi18n-lib.h>

#include "yd-history-step.h"
#include "yd-reading.h"
#include "yd-undo.h"

/**
 * YdDetailHistory:
 *
 * Who did what to a point and to its facts, and when; the newest first. It is read from
 * the journal on another thread. Each step can be taken back by itself, whatever came
 * after it.
 */

#define N_NEWEST 3

struct _YdDetailHistory
{
  GtkBox           parent_instance;

  /* Owned */
  YdSession       *session;
  GPtrArray       *steps;               /* of YdHistoryStep, newest first */
  YdReading       *reading;             /* (nullable): until it is disposed of */

  /* Template */
  GtkWidget       *head;
  GtkToggleButton *all;
  GtkBox          *list;
};

G_DEFINE_FINAL_TYPE (YdDetailHistory, yd_detail_history, GTK_TYPE_BOX)

static void
taken_back_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(YdDetailHistory) self = YD_DETAIL_HISTORY (user_data);
  g_autofree char *words = yd_undo_finish (YD_SESSION (object), result);

  if (words != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.warn", "s", words);
}

static void
take_back_cb (YdDetailHistory *self,
              GtkWidget       *button)
{
  yd_session_take_back_async (self->session, g_object_get_data (G_OBJECT (button), "edit"), NULL,
                              taken_back_cb, g_object_ref (self));
}

static void
add_button (YdDetailHistory     *self,
            GtkBox              *line,
            const YdHistoryStep *step,
            const char          *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *label = g_strdup_printf (_("Take back “%s”"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "yd-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Take Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "edit", g_strdup (step->entry->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (take_back_cb), self);
  gtk_box_append (line, button);
}

static void
add_step (YdDetailHistory     *self,
          const YdHistoryStep *step)
{
  YdLibrary *library = yd_session_get_library (self->session);
  g_autofree char *at = yd_history_step_dup_time (step);
  g_autofree char *words =
    yd_history_step_dup_words (step, library != NULL ? yd_library_get_actor (library) : NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = g_object_new (GTK_TYPE_LABEL, "label", at, "xalign", 0.0, "width-chars", 11,
                                  "yalign", 0.5, NULL);
  GtkWidget *what = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (line, "yd-step");
  gtk_widget_add_css_class (when, "yd-numeric");
  gtk_widget_add_css_class (when, "dim-label");
  if (step->undone)
    gtk_widget_add_css_class (what, "yd-undone");

  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), what);
  if (!yd_session_get_read_only (self->session) && yd_history_step_can_take_back (step))
    add_button (self, GTK_BOX (line), step, words);
  gtk_box_append (self->list, line);
}

/* Shows again what was read. */
void
yd_detail_history_update (YdDetailHistory *self)
{
  guint n = self->steps->len;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  if (!gtk_toggle_button_get_active (self->all))
    n = MIN (n, N_NEWEST);
  for (guint i = 0; i < n; i++)
    add_step (self, g_ptr_array_index (self->steps, i));

  gtk_widget_set_visible (GTK_WIDGET (self), self->steps->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->steps->len > N_NEWEST);
  if (had_focus && !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->all));
}

static void
all_cb (YdDetailHistory *self)
{
  yd_detail_history_update (self);
}

static void
steps_read (gpointer      owner,
            gpointer      answer,
            const GError *error)
{
  YdDetailHistory *self = owner;

  if (answer == NULL)
    {
      g_warning ("Cannot read the history: %s", error->message);
      return;
    }

  g_ptr_array_unref (self->steps);
  self->steps = g_ptr_array_ref (answer);
  yd_detail_history_update (self);
}

static const YdReadClass read_class = {
  yd_history_step_read, (GDestroyNotify) g_ptr_array_unref, (GDestroyNotify) g_ptr_array_unref,
  steps_read,
};

static void
yd_detail_history_dispose (GObject *object)
{
  YdDetailHistory *self = YD_DETAIL_HISTORY (object);

  g_clear_pointer (&self->reading, yd_reading_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_DETAIL_HISTORY);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_detail_history_parent_class)->dispose (object);
}

static void
yd_detail_history_finalize (GObject *object)
{
  g_ptr_array_unref (YD_DETAIL_HISTORY (object)->steps);

  G_OBJECT_CLASS (yd_detail_history_parent_class)->finalize (object);
}

static void
yd_detail_history_class_init (YdDetailHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_detail_history_dispose;
  object_class->finalize = yd_detail_history_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-detail-history.ui");
  gtk_widget_class_bind_template_child (widget_class, YdDetailHistory, head);
  gtk_widget_class_bind_template_child (widget_class, YdDetailHistory, all);
  gtk_widget_class_bind_template_child (widget_class, YdDetailHistory, list);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
yd_detail_history_init (YdDetailHistory *self)
{
  self->steps = g_ptr_array_new ();
  self->reading = yd_reading_new (&read_class, self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yd_detail_history_load:
 * @self: a history
 * @session: (nullable): where the plan is open
 * @rows: (nullable) (element-type YdRow): a point and its facts, deleted ones too
 *
 * Reads what was done to them, and shows it when it is there.
 */
void
yd_detail_history_load (YdDetailHistory *self,
                        YdSession       *session,
                        GPtrArray       *rows)
{
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;

  g_return_if_fail (YD_IS_DETAIL_HISTORY (self));

  if (self->reading == NULL)
    return;

  yd_reading_stop (self->reading);
  g_set_object (&self->session, session);
  if (plan != NULL && rows != NULL &&
      yd_reading_begin (self->reading, session, yd_history_step_list_targets (plan, rows)))
    return;

  g_ptr_array_unref (self->steps);
  self->steps = g_ptr_array_new ();
  yd_detail_history_update (self);
}

gboolean
yd_detail_history_get_busy (YdDetailHistory *self)
{
  g_return_val_if_fail (YD_IS_DETAIL_HISTORY (self), FALSE);

  return self->reading != NULL && yd_reading_get_busy (self->reading);
}

/* Returns: how many steps there are in all */
guint
yd_detail_history_get_n (YdDetailHistory *self)
{
  g_return_val_if_fail (YD_IS_DETAIL_HISTORY (self), 0);

  return self->steps->len;
}
