/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-preview-bar.h"

#include <glib/gi18n-lib.h>

/**
 * YdPreviewBar:
 *
 * Says below a calendar what would change and what would follow from that, before it is
 * done: 放弃 or 确定移动. Nothing is modal; Enter and Esc of the view mean its two buttons.
 * What cannot be done at all is said here too, with nothing to confirm.
 */

struct _YdPreviewBar
{
  AdwBin     parent_instance;

  /* Template */
  GtkLabel  *tag;
  GtkLabel  *name;
  GtkLabel  *change;
  GtkLabel  *follows;
  GtkWidget *confirm;
  GtkLabel  *confirm_label;
};

G_DEFINE_FINAL_TYPE (YdPreviewBar, yd_preview_bar, ADW_TYPE_BIN)

enum {
  CONFIRMED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
confirm_cb (YdPreviewBar *self)
{
  g_signal_emit (self, signals[CONFIRMED], 0);
}

static void
drop_cb (YdPreviewBar *self)
{
  g_signal_emit (self, signals[DROPPED], 0);
}

static void
yd_preview_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (object), YD_TYPE_PREVIEW_BAR);

  G_OBJECT_CLASS (yd_preview_bar_parent_class)->dispose (object);
}

static void
yd_preview_bar_class_init (YdPreviewBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = yd_preview_bar_dispose;

  signals[CONFIRMED] = g_signal_new ("confirmed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "dropped", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-preview-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YdPreviewBar, tag);
  gtk_widget_class_bind_template_child (widget_class, YdPreviewBar, name);
  gtk_widget_class_bind_template_child (widget_class, YdPreviewBar, change);
  gtk_widget_class_bind_template_child (widget_class, YdPreviewBar, follows);
  gtk_widget_class_bind_template_child (widget_class, YdPreviewBar, confirm);
  gtk_widget_class_bind_template_child (widget_class, YdPreviewBar, confirm_label);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
}

static void
yd_preview_bar_init (YdPreviewBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Returns: whether it says something now */
gboolean
yd_preview_bar_get_open (YdPreviewBar *self)
{
  g_return_val_if_fail (YD_IS_PREVIEW_BAR (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * yd_preview_bar_open:
 * @self: a bar
 * @name: of which point
 * @change: what would be another
 * @follows: what would follow
 * @confirm: (nullable): what the button that does it is called; without it nothing can be
 *   done
 *
 * Says it, in the place of what was said before.
 */
void
yd_preview_bar_open (YdPreviewBar *self,
                     const char   *name,
                     const char   *change,
                     const char   *follows,
                     const char   *confirm)
{
  g_return_if_fail (YD_IS_PREVIEW_BAR (self));

  gtk_label_set_text (self->tag, confirm != NULL ? _("Preview") : _("Not Possible"));
  gtk_label_set_text (self->name, name);
  gtk_widget_set_visible (GTK_WIDGET (self->name), *name != '\0');
  gtk_label_set_text (self->change, change);
  gtk_label_set_text (self->follows, follows);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->follows), follows);
  gtk_widget_set_visible (self->confirm, confirm != NULL);
  if (confirm != NULL)
    {
      gtk_label_set_text (self->confirm_label, confirm);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, confirm, -1);
      gtk_widget_remove_css_class (GTK_WIDGET (self->tag), "yd-error");
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->tag), "yd-error");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * yd_preview_bar_open_due:
 * @self: a bar
 * @name: of which point
 * @preview: what would follow if a deadline of it were due on another day
 *
 * As yd_preview_bar_open().
 */
void
yd_preview_bar_open_due (YdPreviewBar      *self,
                         const char        *name,
                         YdSchedulePreview *preview)
{
  g_autofree char *follows = yd_schedule_preview_dup_words (preview);
  g_autofree char *before = NULL, *after = NULL, *change = NULL;
  const YdDueMove *move;

  g_return_if_fail (YD_IS_PREVIEW_BAR (self));
  g_return_if_fail (preview->dues->len > 0);

  move = &g_array_index (preview->dues, YdDueMove, 0);
  before = yd_day_dup_near_words (move->before, preview->today);
  after = yd_day_dup_near_words (move->after, preview->today);
  change = g_strdup_printf (_("Its internal target moves from %s to %s"), before, after);
  yd_preview_bar_open (self, name, change, follows, _("Move"));
}

void
yd_preview_bar_close (YdPreviewBar *self)
{
  g_return_if_fail (YD_IS_PREVIEW_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
