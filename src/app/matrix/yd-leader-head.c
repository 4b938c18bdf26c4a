/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-head.h"

#include <glib/gi18n-lib.h>

/**
 * YdLeaderHead:
 *
 * What stands above a sheet of the leader's view: the plan and the chapter, how much it is,
 * and of which day.
 */

struct _YdLeaderHead
{
  GtkBox    parent_instance;

  /* Borrowed */
  GtkLabel *plan;
  GtkLabel *title;
  GtkLabel *counts;
  GtkLabel *today;
};

G_DEFINE_FINAL_TYPE (YdLeaderHead, yd_leader_head, GTK_TYPE_BOX)

static void
yd_leader_head_class_init (YdLeaderHeadClass *klass)
{
}

static GtkLabel *
add_label (GtkWidget  *box,
           const char *class_name,
           gboolean    dim,
           double      xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class_name);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
yd_leader_head_init (YdLeaderHead *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->plan = add_label (left, "yd-leader-small", TRUE, 0);
  self->title = add_label (left, "yd-leader-title", FALSE, 0);
  self->counts = add_label (right, "yd-leader-small", TRUE, 1);
  self->today = add_label (right, "yd-leader-small", TRUE, 1);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_valign (right, GTK_ALIGN_END);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  gtk_box_append (GTK_BOX (self), left);
  gtk_box_append (GTK_BOX (self), right);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-leader-head");
}

GtkWidget *
yd_leader_head_new (void)
{
  return g_object_new (YD_TYPE_LEADER_HEAD, NULL);
}

/**
 * yd_leader_head_show:
 * @self: a head
 * @plan: a plan
 * @pages: (element-type YdLeaderPage): its sheets
 * @index: which of them is shown
 * @today: the day of the meeting
 */
void
yd_leader_head_show (YdLeaderHead *self,
                     YdPlan       *plan,
                     GPtrArray    *pages,
                     guint         index,
                     YdDay         today)
{
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *day = NULL;
  const YdLeaderPage *page;

  g_return_if_fail (YD_IS_LEADER_HEAD (self));
  g_return_if_fail (index < pages->len);

  page = g_ptr_array_index (pages, index);
  title = yd_leader_pages_dup_title (pages, index);
  counts = g_strdup_printf (_("%u points, %u units"), page->points->len,
                            yd_leader_page_count_units (page, plan));
  day = yd_day_dup_words (today);
  gtk_label_set_text (self->plan, yd_plan_get_title (plan));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->counts, counts);
  gtk_label_set_text (self->today, day);
}
