/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-list.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-clock.h"
#include "yd-clock-box.h"
#include "yd-clock-start.h"

/**
 * YdClockList:
 *
 * A button that says how many clocks run and what is due next, and behind it all clocks of
 * the plan. It belongs to a page, whose session it shows.
 */

/* Often enough for terms that are counted in minutes. */
#define SECONDS_BETWEEN_LOOKS 20

struct _YdClockList
{
  AdwBin         parent_instance;

  /* Owned */
  GSignalGroup  *signals;       /* of the session */

  /* Borrowed */
  YdPage        *page;
  GtkMenuButton *button;
  GtkWidget     *label;
  GtkWidget     *start;
  GtkWidget     *popover;
  YdClockBox    *clocks;
  GtkWidget     *empty;

  guint          timer_id;
  guint          n_clocks;
  guint          n_open;
  int            minute;        /* when it was looked last */
};

G_DEFINE_FINAL_TYPE (YdClockList, yd_clock_list, ADW_TYPE_BIN)

static guint minute_signal;

static YdSession *
get_session (YdClockList *self)
{
  return self->page != NULL ? yd_page_get_session (self->page) : NULL;
}

/* The button is a picture and, where there is something to wait for, a time. */
static void
name_button (YdClockList *self,
             GPtrArray   *clocks,
             const char  *left)
{
  const YdClock *first = clocks->len > 0 ? g_ptr_array_index (clocks, 0) : NULL;
  g_autofree char *task = left != NULL ? yd_clock_step_dup_task (first, first->next) : NULL;
  g_autofree char *words = left != NULL ? g_strjoin (_(", "), _("Clocks"), task, left, NULL)
                                        : g_strdup (_("Clocks"));

  /* The button in it, which has the keyboard, is called as this one. */
  yd_accessible_set_name (GTK_WIDGET (self->button), words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
}

/* The clock that is due first speaks for all. */
static void
show_button (YdClockList *self,
             GPtrArray   *clocks)
{
  const YdClock *first = clocks->len > 0 ? g_ptr_array_index (clocks, 0) : NULL;
  g_autofree char *left = NULL;

  if (first != NULL && first->next != NULL)
    left = yd_clock_step_dup_left (first, first->next);

  name_button (self, clocks, left);
  /* As long as nothing runs, the mark is enough. */
  gtk_label_set_label (GTK_LABEL (self->label), left != NULL ? left : "");
  gtk_widget_set_visible (self->label, left != NULL);
  if (first != NULL && first->next != NULL && first->next->late)
    gtk_widget_add_css_class (self->label, "yd-error");
  else
    gtk_widget_remove_css_class (self->label, "yd-error");
}

static void
update (YdClockList *self)
{
  YdSession *session = get_session (self);
  YdPlan *plan = session != NULL ? yd_session_get_plan (session) : NULL;
  g_autoptr(GPtrArray) clocks = NULL;

  if (plan != NULL)
    clocks = yd_clock_list (plan, yd_session_get_calendar (session),
                            yd_session_get_now (session));
  else
    clocks = g_ptr_array_new ();

  self->n_clocks = clocks->len;
  self->n_open = 0;
  for (guint i = 0; i < clocks->len; i++)
    self->n_open += yd_clock_is_open (g_ptr_array_index (clocks, i));
  gtk_widget_set_visible (GTK_WIDGET (self->clocks), clocks->len > 0);
  gtk_widget_set_visible (self->empty, clocks->len == 0);
  show_button (self, clocks);
}

static void
changed_cb (YdClockList *self)
{
  update (self);
  if (gtk_widget_get_visible (self->popover))
    yd_clock_box_update (self->clocks);
}

/* Whoever shows what is left by the minute is told when it is another one. */
static gboolean
look_cb (gpointer user_data)
{
  YdClockList *self = user_data;
  YdSession *session = get_session (self);
  const int minute = session != NULL ? yd_session_get_now (session).minute : YD_MINUTE_NONE;

  update (self);
  if (minute != self->minute && self->n_open > 0)
    g_signal_emit (self, minute_signal, 0);
  self->minute = minute;

  return G_SOURCE_CONTINUE;
}

static void
start_cb (YdClockList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (get_session (self) != NULL && yd_session_get_plan (get_session (self)) != NULL)
    yd_clock_start_present (yd_clock_start_new (self->page), GTK_WINDOW (root));
}

static void
yd_clock_list_map (GtkWidget *widget)
{
  YdClockList *self = YD_CLOCK_LIST (widget);

  GTK_WIDGET_CLASS (yd_clock_list_parent_class)->map (widget);
  update (self);
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
}

static void
yd_clock_list_unmap (GtkWidget *widget)
{
  YdClockList *self = YD_CLOCK_LIST (widget);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  GTK_WIDGET_CLASS (yd_clock_list_parent_class)->unmap (widget);
}

static void
yd_clock_list_dispose (GObject *object)
{
  YdClockList *self = YD_CLOCK_LIST (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->signals);

  G_OBJECT_CLASS (yd_clock_list_parent_class)->dispose (object);
}

static void
yd_clock_list_class_init (YdClockListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_clock_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = yd_clock_list_map;
  GTK_WIDGET_CLASS (klass)->unmap = yd_clock_list_unmap;

  minute_signal = g_signal_new ("minute-passed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_content (YdClockList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->start = gtk_button_new_with_label (_("Start a Clock…"));
  self->clocks = YD_CLOCK_BOX (yd_clock_box_new (FALSE));
  self->empty = gtk_label_new (_("No clock runs. Start one when an event with a term in hours or "
                                 "working days has happened."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty), 30);
  gtk_widget_add_css_class (self->empty, "dim-label");

  gtk_box_append (GTK_BOX (list_box), GTK_WIDGET (self->clocks));
  gtk_box_append (GTK_BOX (list_box), self->empty);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list_box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  g_signal_connect_object (self->start, "clicked", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->start);
  gtk_widget_set_size_request (box, 380, -1);

  return box;
}

/* A toolbar drops labels before it cuts what day it is. */
static GtkWidget *
make_face (YdClockList *self)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *squeezer = adw_squeezer_new ();

  self->label = gtk_label_new (NULL);
  gtk_widget_hide (self->label);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->label);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_box_append (GTK_BOX (face), yd_accessible_new_ornament ("yd-deadline-symbolic"));
  gtk_box_append (GTK_BOX (face), squeezer);

  return face;
}

static void
yd_clock_list_init (YdClockList *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, make_face (self));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_content (self));
  gtk_menu_button_set_popover (self->button, self->popover);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));

  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::plan", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::calendar", G_CALLBACK (changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (changed_cb), self);
}

/* Shows the clocks of the session of @page; call again when it has another one. */
void
yd_clock_list_set_page (YdClockList *self,
                        YdPage      *page)
{
  g_return_if_fail (YD_IS_CLOCK_LIST (self));

  self->page = page;
  yd_clock_box_show (self->clocks, page, NULL);
  g_signal_group_set_target (self->signals, get_session (self));
  changed_cb (self);
}

/* Returns: how many clocks there are, those that are over too */
guint
yd_clock_list_get_n (YdClockList *self)
{
  g_return_val_if_fail (YD_IS_CLOCK_LIST (self), 0);

  return self->n_clocks;
}

/**
 * yd_clock_list_open:
 * @self: a list
 * @id: (nullable): the id of a clock
 *
 * Opens the list, with the keyboard on @id or on the first clock, or on what starts one.
 */
void
yd_clock_list_open (YdClockList *self,
                    const char  *id)
{
  g_return_if_fail (YD_IS_CLOCK_LIST (self));

  gtk_menu_button_popup (self->button);
  if (!yd_clock_box_focus (self->clocks, id) && !yd_clock_box_focus (self->clocks, NULL))
    gtk_widget_grab_focus (self->start);
}
