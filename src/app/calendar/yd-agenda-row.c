/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-row.h"

#include <glib/gi18n-lib.h>

#include "yd-agenda-words.h"
#include "yd-light-label.h"
#include "yd-point-units.h"
#include "yd-role-mark.h"
#include "yd-tooltip.h"

/**
 * YdAgendaRow:
 *
 * A line of the agenda: the head of a group, or a light, a day, a point, and who answers for
 * it. All are of one height.
 */

struct _YdAgendaRow
{
  AdwBin         parent_instance;

  /* Owned */
  YdAgendaEntry *entry;
  YdSchedule    *schedule;

  /* Template */
  GtkStack      *stack;
  GtkImage      *fold;
  GtkLabel      *title;
  GtkLabel      *count;
  GtkLabel      *rest;
  AdwBin        *light_place;
  GtkLabel      *day;
  GtkLabel      *point;
  GtkLabel      *tag;
  GtkWidget     *anchor;
  GtkLabel      *anchor_words;
  GtkWidget     *role;
  GtkWidget     *lead;
  GtkLabel      *units;
};

G_DEFINE_FINAL_TYPE (YdAgendaRow, yd_agenda_row, ADW_TYPE_BIN)

/* The parts */

static void
show_head (YdAgendaRow   *self,
           YdAgendaEntry *entry)
{
  g_autofree char *count = g_strdup_printf ("%u", entry->n_items);

  gtk_stack_set_visible_child_name (self->stack, "head");
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-agenda-head");
  gtk_widget_set_visible (GTK_WIDGET (self->fold), entry->folds);
  gtk_image_set_from_icon_name (self->fold, entry->folded ? "pan-end-symbolic"
                                                          : "pan-down-symbolic");
  gtk_label_set_text (self->title, entry->title);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->rest, entry->rest != NULL ? entry->rest : "");
}

static void
show_units (YdAgendaRow   *self,
            YdAgendaEntry *entry,
            YdPlan        *plan)
{
  g_autofree char *words = NULL;
  YdPointUnits units = { NULL };

  if (entry->point != NULL)
    yd_point_units_find (plan, entry->point, &units);
  words = yd_point_units_dup_words (&units);
  gtk_widget_set_visible (self->role, units.unit != NULL);
  gtk_widget_set_visible (self->lead, g_strcmp0 (units.role, "lead") == 0);
  yd_role_mark_set_role (YD_ROLE_MARK (self->role), units.role);
  gtk_label_set_text (self->units, words);
}

/* Which point it counts from, where that is another one. */
static void
show_anchor (YdAgendaRow   *self,
             YdAgendaEntry *entry,
             YdPlan        *plan)
{
  YdPoint *anchor;
  g_autofree char *words = yd_agenda_words_dup_anchor (entry, plan, &anchor);

  gtk_label_set_label (self->anchor_words, words != NULL ? words : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->anchor), "s",
                                    anchor != NULL ? yd_row_get_id (anchor) : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->anchor), "agenda.go-to");
  gtk_widget_set_visible (self->anchor, anchor != NULL);
}

static void
show_item (YdAgendaRow   *self,
           YdAgendaEntry *entry,
           YdSchedule    *schedule)
{
  g_autofree char *day = yd_agenda_words_dup_day (&entry->due, yd_schedule_get_today (schedule));
  g_autofree char *point = yd_agenda_words_dup_task (entry);
  const char *tag = yd_agenda_words_get_tag (entry);
  g_autofree char *left = entry->left != NULL ? g_strdup_printf ("%s · %s", tag, entry->left)
                                              : NULL;

  gtk_stack_set_visible_child_name (self->stack, "item");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "yd-agenda-head");
  yd_light_label_set_light (GTK_LABEL (adw_bin_get_child (self->light_place)), entry->light);
  gtk_label_set_text (self->day, day);
  gtk_label_set_text (self->point, point);
  gtk_label_set_text (self->tag, left != NULL ? left : tag != NULL ? tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tag != NULL);
  if (yd_agenda_words_is_proposed (entry))
    gtk_widget_add_css_class (GTK_WIDGET (self->tag), "yd-proposed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->tag), "yd-proposed");
  show_anchor (self, entry, yd_schedule_get_plan (schedule));
  show_units (self, entry, yd_schedule_get_plan (schedule));
}

/* Only what is looked at has to explain itself. */
static gboolean
query_tooltip_cb (YdAgendaRow *self,
                  int          x,
                  int          y,
                  gboolean     keyboard,
                  GtkTooltip  *tooltip)
{
  YdAgendaEntry *entry = self->entry;
  const gboolean cut = pango_layout_is_ellipsized (gtk_label_get_layout (self->point));
  g_autofree char *why = NULL;
  g_autofree char *all = NULL;

  if (entry != NULL && entry->reason != NULL)
    why = g_strdup (entry->reason);
  else if (entry != NULL && entry->deadline != NULL)
    why = yd_due_dup_words (&entry->due, entry->deadline,
                            yd_schedule_get_calendar (self->schedule));
  if (cut && why != NULL)
    all = g_strdup_printf ("%s\n%s", gtk_label_get_text (self->point), why);
  else
    all = cut ? g_strdup (gtk_label_get_text (self->point)) : g_steal_pointer (&why);

  return yd_tooltip_show (tooltip, all);
}

static void
yd_agenda_row_dispose (GObject *object)
{
  g_clear_object (&YD_AGENDA_ROW (object)->entry);
  g_clear_object (&YD_AGENDA_ROW (object)->schedule);
  adw_bin_set_child (ADW_BIN (object), NULL);   /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (object), YD_TYPE_AGENDA_ROW);

  G_OBJECT_CLASS (yd_agenda_row_parent_class)->dispose (object);
}

static void
yd_agenda_row_class_init (YdAgendaRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_agenda_row_dispose;

  g_type_ensure (YD_TYPE_ROLE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-agenda-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, stack);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, fold);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, title);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, count);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, rest);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, light_place);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, day);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, point);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, tag);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, anchor);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, anchor_words);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, role);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, lead);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaRow, units);
}

static void
yd_agenda_row_init (YdAgendaRow *self)
{
  GtkWidget *light = yd_light_label_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_halign (light, GTK_ALIGN_START);
  adw_bin_set_child (self->light_place, light);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
yd_agenda_row_new (void)
{
  return g_object_new (YD_TYPE_AGENDA_ROW, NULL);
}

/**
 * yd_agenda_row_show:
 * @self: a row
 * @entry: (nullable): what it shows
 * @schedule: (nullable): the schedule of its plan
 */
void
yd_agenda_row_show (YdAgendaRow   *self,
                    YdAgendaEntry *entry,
                    YdSchedule    *schedule)
{
  g_return_if_fail (YD_IS_AGENDA_ROW (self));

  g_set_object (&self->entry, entry);
  g_set_object (&self->schedule, schedule);
  if (entry == NULL)
    return;

  if (yd_agenda_entry_is_head (entry))
    show_head (self, entry);
  else
    show_item (self, entry, schedule);
}

/* Returns: (transfer none) (nullable): the line that the row shows */
YdAgendaEntry *
yd_agenda_row_get_entry (YdAgendaRow *self)
{
  g_return_val_if_fail (YD_IS_AGENDA_ROW (self), NULL);

  return self->entry;
}
