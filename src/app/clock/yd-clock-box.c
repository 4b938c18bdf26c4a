/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-box.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-clock-row.h"

/**
 * YdClockBox:
 *
 * The clocks of a plan or of a point, one below the other, each with what can be done with
 * it. As long as they can be seen they follow the minute; who works in one with the keyboard
 * goes on there after each edit.
 */

/* Often enough for terms that are counted in minutes. */
#define SECONDS_BETWEEN_LOOKS 20

struct _YdClockBox
{
  AdwBin      parent_instance;

  /* Owned */
  YdPoint    *point;            /* (nullable): of which alone they are */
  char       *shown;            /* (nullable): what the rows say */

  /* Borrowed */
  YdPage     *page;
  GtkListBox *list;

  guint       timer_id;
  guint       n_clocks;
  gboolean    narrow;
  gboolean    read_only;        /* when the rows were made */
};

G_DEFINE_FINAL_TYPE (YdClockBox, yd_clock_box, ADW_TYPE_BIN)

static YdPlan *
get_plan (YdClockBox *self)
{
  YdSession *session = self->page != NULL ? yd_page_get_session (self->page) : NULL;

  return session != NULL ? yd_session_get_plan (session) : NULL;
}

/* Returns: (transfer full): those that are shown */
static GPtrArray *
list_clocks (YdClockBox *self)
{
  YdPlan *plan = get_plan (self);
  YdSession *session = plan != NULL ? yd_page_get_session (self->page) : NULL;

  return plan != NULL ? yd_clock_list_of (plan, self->point, yd_session_get_calendar (session),
                                          yd_session_get_now (session))
                      : g_ptr_array_new ();
}

static void
append_row (YdClockBox *self,
            YdClock    *clock)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = yd_clock_row_new (self->page, clock, self->narrow);
  g_autofree char *sentence = yd_clock_row_dup_sentence (YD_CLOCK_ROW (content));

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  yd_accessible_set_name (row, sentence);
  gtk_list_box_append (self->list, row);
}

static YdClockRow *
get_content (GtkWidget *row)
{
  return YD_CLOCK_ROW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

/* Returns: (transfer none) (nullable): the row of the clock @id */
static YdClockRow *
find_row (YdClockBox *self,
          const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       child != NULL && id != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (yd_row_get_id (yd_clock_row_get_clock (get_content (child))->row), id))
      return get_content (child);

  return NULL;
}

/* Which clock has the keyboard, and with which of its controls. */
static char *
dup_focused (YdClockBox  *self,
             char       **control)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  if (child == NULL)
    return NULL;

  *control = g_strdup (yd_clock_row_get_control (get_content (child)));

  return g_strdup (yd_row_get_id (yd_clock_row_get_clock (get_content (child))->row));
}

static gboolean
focus_row (YdClockBox *self,
           const char *id,
           const char *control)
{
  YdClockRow *row = find_row (self, id);

  if (row == NULL)
    return FALSE;

  return yd_clock_row_grab_control (row, control) ||
         gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
}

static const char *
get_point_title (YdPlan        *plan,
                 const YdClock *clock)
{
  const char *id = yd_row_get_cell (clock->row, YD_CLOCK_POINT);
  YdPoint *point = id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, id) : NULL;
  const char *title = point != NULL ? yd_point_get_title (point) : NULL;

  return title != NULL ? title : "";
}

/* All that the rows would say: as long as that is the same, they stay as they are. */
static char *
dup_words (YdPlan    *plan,
           GPtrArray *clocks)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < clocks->len; i++)
    {
      const YdClock *clock = g_ptr_array_index (clocks, i);
      g_autofree char *state = yd_clock_dup_words (clock);

      g_string_append_printf (words, "%s %s %s %s\n", yd_row_get_id (clock->row),
                              yd_row_get_cell (clock->row, YD_CLOCK_TITLE),
                              get_point_title (plan, clock), state);
      for (guint j = 0; j < clock->steps->len; j++)
        {
          const YdClockStep *step = &g_array_index (clock->steps, YdClockStep, j);
          g_autofree char *due = yd_clock_step_dup_due (clock, step);
          g_autofree char *left = yd_clock_step_dup_left (clock, step);
          g_autofree char *why = yd_clock_step_dup_reason (clock, step);

          g_string_append_printf (words, "%s %s %s %d %s\n", due, left, why,
                                  yd_moment_is_known (step->done),
                                  yd_row_get_cell (step->row, YD_CLOCK_STEP_TITLE));
        }
    }

  return g_string_free (words, FALSE);
}

static gboolean
is_asking (YdClockBox *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (yd_clock_row_is_asking (get_content (child)))
      return TRUE;

  return FALSE;
}

static void
show_rows (YdClockBox *self,
           GPtrArray  *clocks)
{
  g_autofree char *control = NULL;
  g_autofree char *focused = dup_focused (self, &control);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  while (clocks->len > 0)
    append_row (self, g_ptr_array_steal_index (clocks, 0));

  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_clocks > 0);
  if (focused != NULL)
    focus_row (self, focused, control);
}

/* Not below a finger: while something is asked nothing moves. */
static gboolean
look_cb (gpointer user_data)
{
  if (!is_asking (user_data))
    yd_clock_box_update (user_data);

  return G_SOURCE_CONTINUE;
}

static void
yd_clock_box_map (GtkWidget *widget)
{
  YdClockBox *self = YD_CLOCK_BOX (widget);

  GTK_WIDGET_CLASS (yd_clock_box_parent_class)->map (widget);
  yd_clock_box_update (self);
  if (self->timer_id == 0)
    self->timer_id = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
}

static void
yd_clock_box_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&YD_CLOCK_BOX (widget)->timer_id, g_source_remove);
  GTK_WIDGET_CLASS (yd_clock_box_parent_class)->unmap (widget);
}

static void
yd_clock_box_dispose (GObject *object)
{
  YdClockBox *self = YD_CLOCK_BOX (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->point);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (yd_clock_box_parent_class)->dispose (object);
}

static void
yd_clock_box_class_init (YdClockBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_clock_box_dispose;
  GTK_WIDGET_CLASS (klass)->map = yd_clock_box_map;
  GTK_WIDGET_CLASS (klass)->unmap = yd_clock_box_unmap;
}

static void
yd_clock_box_init (YdClockBox *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (self->list, TRUE);
  yd_accessible_set_name (GTK_WIDGET (self->list), _("Clocks"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/* @narrow: whether there is little room beside each other. Returns: (transfer floating): a box */
GtkWidget *
yd_clock_box_new (gboolean narrow)
{
  YdClockBox *self = g_object_new (YD_TYPE_CLOCK_BOX, NULL);

  self->narrow = narrow;

  return GTK_WIDGET (self);
}

/**
 * yd_clock_box_show:
 * @self: a box
 * @page: (nullable): where it commits, and of whose plan the clocks are; must live as long
 * @point: (nullable): the point whose clocks alone are shown
 */
void
yd_clock_box_show (YdClockBox *self,
                   YdPage     *page,
                   YdPoint    *point)
{
  g_return_if_fail (YD_IS_CLOCK_BOX (self));

  self->page = page;
  g_set_object (&self->point, point);
  yd_clock_box_update (self);
}

/* Says again what the clocks say now. */
void
yd_clock_box_update (YdClockBox *self)
{
  g_autoptr(GPtrArray) clocks = NULL;
  g_autofree char *words = NULL;
  gboolean read_only;

  g_return_if_fail (YD_IS_CLOCK_BOX (self));

  clocks = list_clocks (self);
  words = dup_words (get_plan (self), clocks);
  read_only = self->page != NULL && get_plan (self) != NULL &&
              yd_session_get_read_only (yd_page_get_session (self->page));
  self->n_clocks = clocks->len;
  if (g_strcmp0 (words, self->shown) == 0 && read_only == self->read_only)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&words);
  self->read_only = read_only;
  show_rows (self, clocks);
}

/* Returns: how many clocks are shown, those that are over too */
guint
yd_clock_box_get_n (YdClockBox *self)
{
  g_return_val_if_fail (YD_IS_CLOCK_BOX (self), 0);

  return self->n_clocks;
}

/* Gives the keyboard to the clock @id, or to the first if it is %NULL. Returns: whether there is
 *   such a clock
 */
gboolean
yd_clock_box_focus (YdClockBox *self,
                    const char *id)
{
  GtkWidget *first;

  g_return_val_if_fail (YD_IS_CLOCK_BOX (self), FALSE);

  if (id != NULL)
    return focus_row (self, id, NULL);

  first = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  return first != NULL && gtk_widget_grab_focus (first);
}
