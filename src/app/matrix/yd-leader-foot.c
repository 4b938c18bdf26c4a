/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-foot.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-light-label.h"

/**
 * YdLeaderFoot:
 *
 * What stands below a sheet of the leader's view: the chapters, each with its worst light, to
 * be clicked (action `leader.show`, with the number of a page), and the keys.
 */

struct _YdLeaderFoot
{
  GtkBox     parent_instance;

  /* Borrowed */
  GtkWidget *chapters;
  GtkWidget *chosen;            /* the button of the chapter that is shown */
};

G_DEFINE_FINAL_TYPE (YdLeaderFoot, yd_leader_foot, GTK_TYPE_BOX)

static void
yd_leader_foot_class_init (YdLeaderFootClass *klass)
{
}

static void
add_key (GtkWidget  *box,
         const char *key,
         const char *words)
{
  GtkWidget *name = gtk_label_new (key);
  GtkWidget *does = gtk_label_new (words);

  gtk_widget_add_css_class (name, "yd-key");
  gtk_widget_add_css_class (does, "dim-label");
  gtk_widget_set_margin_end (does, 12);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), does);
}

static void
yd_leader_foot_init (YdLeaderFoot *self)
{
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* A long document has more chapters than a screen is wide. */
  self->chapters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->chapters);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_hexpand (scroller, TRUE);
  add_key (keys, "← →", _("Change chapter"));
  add_key (keys, "↑ ↓", _("Change point"));
  add_key (keys, _("Space"), _("Mark"));
  add_key (keys, "Enter", _("Source"));
  add_key (keys, "Esc", _("Leave"));
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (self), scroller);
  gtk_box_append (GTK_BOX (self), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-leader-foot");
}

GtkWidget *
yd_leader_foot_new (void)
{
  return g_object_new (YD_TYPE_LEADER_FOOT, NULL);
}

/* `■ 逾期 1`, if a chapter has something that is late, or nearly. Returns: (nullable) */
static char *
dup_worst (const YdLeaderPage *page,
           YdSchedule         *schedule,
           const char        **class_name)
{
  guint n = 0;
  YdLight light = page->chapter != NULL && schedule != NULL
                  ? yd_schedule_get_worst_light (schedule, page->chapter, &n) : YD_LIGHT_NONE;

  if (light != YD_LIGHT_LATE && light != YD_LIGHT_SOON)
    return NULL;

  *class_name = light == YD_LIGHT_LATE ? "yd-leader-late" : "yd-leader-soon";

  return g_strdup_printf ("%s %s %u", yd_light_get_sign (light), yd_light_get_word (light), n);
}

/* `二 ■ 逾期 1`: the chapter with its worst light and how many points have it. */
static GtkWidget *
make_chapter (YdSchedule *schedule,
              GPtrArray  *pages,
              guint       index)
{
  const YdLeaderPage *page = g_ptr_array_index (pages, index);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *class_name = NULL;
  g_autofree char *label = yd_leader_pages_dup_label (pages, index);
  g_autofree char *worst = dup_worst (page, schedule, &class_name);
  g_autofree char *said = g_strjoin (" ", label, worst, NULL);

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  if (worst != NULL)
    {
      GtkWidget *light = gtk_label_new (worst);

      gtk_widget_add_css_class (light, class_name);
      gtk_box_append (GTK_BOX (box), light);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE);
  yd_accessible_set_name (button, said);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "leader.show");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);

  return button;
}

/* Buttons have a place from the first layout on. */
static gboolean
show_chosen_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  YdLeaderFoot *self = YD_LEADER_FOOT (widget);
  GtkWidget *scroller = gtk_widget_get_ancestor (self->chapters, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t place;

  if (self->chosen == NULL)
    return G_SOURCE_REMOVE;
  if (!gtk_widget_compute_bounds (self->chosen, self->chapters, &place) || place.size.width <= 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_clamp_page (across, place.origin.x, place.origin.x + place.size.width);

  return G_SOURCE_REMOVE;
}

/**
 * yd_leader_foot_show:
 * @self: a foot
 * @schedule: (nullable): what says when
 * @pages: (element-type YdLeaderPage): the sheets
 * @index: which of them is shown
 */
void
yd_leader_foot_show (YdLeaderFoot *self,
                     YdSchedule   *schedule,
                     GPtrArray    *pages,
                     guint         index)
{
  const guint chapter = yd_leader_pages_get_chapter (pages, index);
  GtkWidget *child;

  g_return_if_fail (YD_IS_LEADER_FOOT (self));

  self->chosen = NULL;
  while ((child = gtk_widget_get_first_child (self->chapters)) != NULL)
    gtk_box_remove (GTK_BOX (self->chapters), child);

  for (guint i = 0; i < pages->len; i++)
    {
      const YdLeaderPage *page = g_ptr_array_index (pages, i);
      GtkWidget *button;

      if (page->part > 0)
        continue;

      button = make_chapter (schedule, pages, i);
      gtk_box_append (GTK_BOX (self->chapters), button);
      if (yd_leader_pages_get_chapter (pages, i) == chapter)
        {
          gtk_widget_add_css_class (button, "chosen");
          self->chosen = button;
        }
    }
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_chosen_cb, NULL, NULL);
}
