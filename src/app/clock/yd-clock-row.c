/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-row.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-clock-ask.h"
#include "yd-plan-edits.h"
#include "yd-tooltip.h"

/**
 * YdClockRow:
 *
 * One clock: what it is about, its steps with when they are due and what is left, and what
 * can be done with it. As it was when it was made.
 */

struct _YdClockRow
{
  AdwBin      parent_instance;

  /* Owned */
  YdClock    *clock;

  /* Borrowed */
  YdPage     *page;
  GtkWidget  *ask;

  gboolean    narrow;           /* one below the other, without the point */
};

G_DEFINE_FINAL_TYPE (YdClockRow, yd_clock_row, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static gboolean
is_read_only (YdClockRow *self)
{
  return yd_session_get_read_only (yd_page_get_session (self->page));
}

static void
step_cb (YdClockRow     *self,
         GtkCheckButton *check)
{
  YdRow *step = g_object_get_data (G_OBJECT (check), "step");
  g_autoptr(YdClockRow) alive = g_object_ref (self);    /* the edit makes rows anew */
  g_autoptr(YdEdit) edit =
    yd_plan_edit_finish_step (step, gtk_check_button_get_active (check) ? self->clock->now
                                                                        : YD_MOMENT_NONE);

  yd_page_commit (self->page, edit);
}

static GtkWidget *
new_check (YdClockRow        *self,
           const YdClockStep *step)
{
  const char *title = yd_row_get_cell (step->row, YD_CLOCK_STEP_TITLE);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), yd_moment_is_known (step->done));
  g_object_set_data_full (G_OBJECT (check), "step", g_object_ref (step->row), g_object_unref);
  gtk_widget_set_name (check, yd_row_get_id (step->row));
  g_signal_connect_object (check, "toggled", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (check, self->clock->state != YD_CLOCK_STATE_STOPPED &&
                                   !is_read_only (self));
  yd_accessible_set_name (check, title != NULL ? title : _("Step"));
  yd_tooltip_set (check, _("Done"));

  return check;
}

static void
add_step (YdClockRow        *self,
          GtkGrid           *grid,
          const YdClockStep *step,
          int                line)
{
  const char *title = yd_row_get_cell (step->row, YD_CLOCK_STEP_TITLE);
  g_autofree char *due = yd_clock_step_dup_due (self->clock, step);
  g_autofree char *left = yd_clock_step_dup_left (self->clock, step);
  g_autofree char *reason = yd_clock_step_dup_reason (self->clock, step);
  GtkWidget *check = new_check (self, step);
  GtkWidget *words = new_label (title != NULL ? title : _("Step"), "body");
  GtkWidget *when = new_label (due, "yd-numeric");
  GtkWidget *rest = new_label (left, step->late ? "yd-error" : "dim-label");

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (words, TRUE);
  yd_tooltip_set (when, reason);
  yd_tooltip_set (rest, reason);
  gtk_label_set_xalign (GTK_LABEL (rest), 1);
  gtk_label_set_ellipsize (GTK_LABEL (when), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_ellipsize (GTK_LABEL (rest), PANGO_ELLIPSIZE_NONE);

  line *= 2;
  gtk_grid_attach (grid, check, 0, line, 1, 1);
  gtk_grid_attach (grid, words, 1, line, self->narrow ? 2 : 1, 1);
  gtk_grid_attach (grid, when, self->narrow ? 1 : 2, line + self->narrow, 1, 1);
  gtk_grid_attach (grid, rest, self->narrow ? 2 : 3, line + self->narrow, 1, 1);
}

static GtkWidget *
make_steps (YdClockRow *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  for (guint i = 0; i < self->clock->steps->len; i++)
    add_step (self, GTK_GRID (grid), &g_array_index (self->clock->steps, YdClockStep, i), i);

  return grid;
}

static void
act_cb (YdClockRow *self,
        GtkButton  *button)
{
  const YdClockAct act = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "act"));

  if (self->ask != NULL)
    gtk_widget_unparent (self->ask);
  self->ask = yd_clock_ask_new (self->page);
  gtk_widget_set_parent (self->ask, GTK_WIDGET (button));
  g_object_add_weak_pointer (G_OBJECT (self->ask), (gpointer *) &self->ask);
  yd_clock_ask_open (YD_CLOCK_ASK (self->ask), act, self->clock);
}

static void
go_on_cb (YdClockRow *self)
{
  g_autoptr(YdClockRow) alive = g_object_ref (self);
  g_autoptr(YdEdit) edit = yd_plan_edit_stop_clock (self->clock->row, YD_MOMENT_NONE);

  yd_page_commit (self->page, edit);
}

static void
delete_cb (YdClockRow *self)
{
  g_autoptr(YdClockRow) alive = g_object_ref (self);
  g_autoptr(YdEdit) edit = yd_plan_edit_delete_clock (self->clock->row);

  yd_page_commit (self->page, edit);
}

static GtkWidget *
add_button (YdClockRow *self,
            GtkWidget  *box,
            const char *title,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, title);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  /* The button is what can be reached, not the place that it stands in. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);

  return button;
}

static void
add_act (YdClockRow *self,
         GtkWidget  *box,
         YdClockAct  act)
{
  g_autofree char *title = g_strdup_printf (_("%s…"), yd_clock_act_get_title (act));

  g_object_set_data (G_OBJECT (add_button (self, box, title, G_CALLBACK (act_cb))), "act",
                     GUINT_TO_POINTER (act));
}

static GtkWidget *
make_buttons (YdClockRow *self)
{
  GtkWidget *box = gtk_flow_box_new ();
  const YdClockState state = self->clock->state;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (box), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 4);
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "yd-clock-acts");

  if (yd_clock_is_open (self->clock))
    {
      add_act (self, box, state == YD_CLOCK_STATE_PAUSED ? YD_CLOCK_ACT_RESUME
                                                         : YD_CLOCK_ACT_PAUSE);
      add_act (self, box, YD_CLOCK_ACT_RESTART);
      if (self->clock->next != NULL)
        add_act (self, box, YD_CLOCK_ACT_EXTEND);
    }
  if (state == YD_CLOCK_STATE_STOPPED)
    {
      add_button (self, box, _("Go On"), G_CALLBACK (go_on_cb));
      add_button (self, box, _("Delete"), G_CALLBACK (delete_cb));
    }
  else
    add_act (self, box, YD_CLOCK_ACT_STOP);

  return box;
}

static void
yd_clock_row_dispose (GObject *object)
{
  YdClockRow *self = YD_CLOCK_ROW (object);

  if (self->ask != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (self->ask), (gpointer *) &self->ask);
      g_clear_pointer (&self->ask, gtk_widget_unparent);
    }
  g_clear_pointer (&self->clock, yd_clock_free);

  G_OBJECT_CLASS (yd_clock_row_parent_class)->dispose (object);
}

static void
yd_clock_row_class_init (YdClockRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_clock_row_dispose;
}

static void
yd_clock_row_init (YdClockRow *self)
{
}

/* How it is, and what it is about if that is a point of the plan. */
static char *
dup_state (const YdClock *clock,
           YdPlan        *plan)
{
  const char *id = yd_row_get_cell (clock->row, YD_CLOCK_POINT);
  YdPoint *point = id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, id) : NULL;
  const char *title = point != NULL ? yd_point_get_title (point) : NULL;
  g_autofree char *words = yd_clock_dup_words (clock);

  return title != NULL && *title != '\0' ? g_strdup_printf ("%s · %s", words, title)
                                         : g_steal_pointer (&words);
}

/**
 * yd_clock_row_new:
 * @page: where it commits; must live as long
 * @clock: (transfer full): a clock
 * @narrow: whether there is little room, and the point that it is about stands above
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yd_clock_row_new (YdPage   *page,
                  YdClock  *clock,
                  gboolean  narrow)
{
  YdClockRow *self = g_object_new (YD_TYPE_CLOCK_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  YdPlan *plan = yd_session_get_plan (yd_page_get_session (page));
  g_autofree char *words = narrow ? yd_clock_dup_words (clock) : dup_state (clock, plan);
  GtkWidget *state = new_label (words, "dim-label");

  self->page = page;
  self->clock = clock;
  self->narrow = narrow;
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_set_tooltip_text (state, words);
  gtk_box_append (GTK_BOX (box),
                  new_label (yd_row_get_cell (clock->row, YD_CLOCK_TITLE), "heading"));
  gtk_box_append (GTK_BOX (box), state);
  gtk_box_append (GTK_BOX (box), make_steps (self));
  if (!is_read_only (self))
    gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): the clock that the row shows */
const YdClock *
yd_clock_row_get_clock (YdClockRow *self)
{
  g_return_val_if_fail (YD_IS_CLOCK_ROW (self), NULL);

  return self->clock;
}

/* Returns: (transfer full): what it is about, how it is, and what is due next, in a sentence */
char *
yd_clock_row_dup_sentence (YdClockRow *self)
{
  const YdClock *clock;
  const char *title, *what;
  g_autofree char *words = NULL, *due = NULL, *left = NULL;

  g_return_val_if_fail (YD_IS_CLOCK_ROW (self), NULL);

  clock = self->clock;
  title = yd_row_get_cell (clock->row, YD_CLOCK_TITLE);
  words = yd_clock_dup_words (clock);
  if (clock->next == NULL)
    return g_strjoin (_(", "), title, words, NULL);

  what = yd_row_get_cell (clock->next->row, YD_CLOCK_STEP_TITLE);
  due = yd_clock_step_dup_due (clock, clock->next);
  left = yd_clock_step_dup_left (clock, clock->next);

  return g_strjoin (_(", "), title, words, what != NULL ? what : _("Step"), due, left, NULL);
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  GtkWidget *found = g_strcmp0 (gtk_widget_get_name (widget), name) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);

  return found;
}

/**
 * yd_clock_row_grab_control:
 * @self: a row
 * @name: (nullable): the name of a control, as yd_clock_row_get_control() said
 *
 * Gives the keyboard to what had it in the row that was here before, if it is there still.
 *
 * Returns: whether it is
 */
gboolean
yd_clock_row_grab_control (YdClockRow *self,
                           const char *name)
{
  GtkWidget *control;

  g_return_val_if_fail (YD_IS_CLOCK_ROW (self), FALSE);

  control = name != NULL ? find_named (GTK_WIDGET (self), name) : NULL;

  return control != NULL && gtk_widget_grab_focus (control);
}

/* Returns: (transfer none) (nullable): the name of the control that has the keyboard */
const char *
yd_clock_row_get_control (YdClockRow *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (YD_IS_CLOCK_ROW (self), NULL);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
         ? gtk_widget_get_name (focus) : NULL;
}

/* Returns: whether a person is just asked for something about it */
gboolean
yd_clock_row_is_asking (YdClockRow *self)
{
  g_return_val_if_fail (YD_IS_CLOCK_ROW (self), FALSE);

  return self->ask != NULL && gtk_widget_get_visible (self->ask);
}
