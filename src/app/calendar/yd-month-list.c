/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-month-list.h"

#include <glib/gi18n-lib.h>

#include "yd-light-label.h"
#include "yd-month-words.h"

/**
 * YdMonthList:
 *
 * All that is due on a day, as a list beside the day: for days with more than there is
 * room for. Choosing one opens it; it has the menu that its chip would have.
 */

struct _YdMonthList
{
  GtkPopover     parent_instance;

  /* Owned */
  GPtrArray     *rows;          /* what opening them opens */

  /* Borrowed */
  GtkLabel      *title;
  GtkListView   *list;
  GtkWidget     *scrolled;
};

G_DEFINE_FINAL_TYPE (YdMonthList, yd_month_list, GTK_TYPE_POPOVER)

enum {
  PICKED,
  MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* So many rows are seen at once. */
#define MAX_ROWS   10
#define ROW_HEIGHT 31

/* One line of the list. A row is made of the words; the rows of the plan are for its menu. */
#define YD_TYPE_MONTH_LINE (yd_month_line_get_type ())
G_DECLARE_FINAL_TYPE (YdMonthLine, yd_month_line, YD, MONTH_LINE, GObject)

struct _YdMonthLine
{
  GObject   parent_instance;

  /* Owned */
  char     *text;
  char     *name;
  YdPoint  *point;      /* (nullable): of a deadline, which alone has a menu */
  YdRow    *deadline;   /* (nullable) */

  YdLight   light;
  gboolean  proposed;
  const char *tag;      /* (nullable): of our own words */
};

G_DEFINE_FINAL_TYPE (YdMonthLine, yd_month_line, G_TYPE_OBJECT)

static void
yd_month_line_finalize (GObject *object)
{
  YdMonthLine *self = YD_MONTH_LINE (object);

  g_free (self->text);
  g_free (self->name);
  g_clear_object (&self->point);
  g_clear_object (&self->deadline);

  G_OBJECT_CLASS (yd_month_line_parent_class)->finalize (object);
}

static void
yd_month_line_class_init (YdMonthLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_month_line_finalize;
}

static void
yd_month_line_init (YdMonthLine *self)
{
}

static YdMonthLine *
new_line (const YdMonthChip *chip)
{
  YdMonthLine *line = g_object_new (YD_TYPE_MONTH_LINE, NULL);
  g_autofree char *task = yd_month_dup_task (chip);
  g_autofree char *time = yd_month_dup_time (chip);

  line->text = g_strconcat (chip->item.due.recurs ? "↻ " : "", time != NULL ? time : "",
                            time != NULL ? " " : "", task, NULL);
  line->name = yd_month_dup_chip (chip);
  line->light = chip->light;
  line->tag = chip->item.step != NULL ? _("Clock") : chip->internal ? _("Internal") : NULL;
  line->proposed = chip->proposed;
  if (chip->item.deadline != NULL && chip->item.point != NULL)
    {
      line->point = g_object_ref (chip->item.point);
      line->deadline = g_object_ref (chip->item.deadline);
    }

  return line;
}

static void
append_tag (GtkWidget  *box,
            const char *words,
            const char *class_name)
{
  GtkWidget *tag = gtk_label_new (words);

  gtk_widget_add_css_class (tag, "yd-tag");
  if (class_name != NULL)
    gtk_widget_add_css_class (tag, class_name);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), tag);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *light = yd_light_label_new ();
  GtkWidget *text = gtk_label_new (NULL);

  gtk_widget_set_valign (light, GTK_ALIGN_CENTER);
  gtk_label_set_single_line_mode (GTK_LABEL (text), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), light);
  gtk_box_append (GTK_BOX (box), text);
  append_tag (box, _("Proposed"), "yd-proposed");
  append_tag (box, NULL, NULL);
  g_object_set_data (G_OBJECT (box), "yd-item", item);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  YdMonthLine *line = gtk_list_item_get_item (item);
  GtkWidget *light = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *text = gtk_widget_get_next_sibling (light);
  GtkWidget *tag = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  yd_light_label_set_light (GTK_LABEL (light), line->light);
  gtk_widget_set_visible (light, line->light != YD_LIGHT_NONE);
  gtk_label_set_text (GTK_LABEL (text), line->text);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (text), line->proposed);
  gtk_label_set_text (GTK_LABEL (tag), line->tag != NULL ? line->tag : "");
  gtk_widget_set_visible (tag, line->tag != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->name, -1);
}

static void
activate_cb (YdMonthList *self,
             guint        position)
{
  g_autoptr(YdRow) row = NULL;

  if (position >= self->rows->len)
    return;

  row = g_object_ref (g_ptr_array_index (self->rows, position));
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, row);
}

/* The menu stands beside the day, in the place of the list. */
static void
open_menu (YdMonthList *self,
           YdMonthLine *line)
{
  g_autoptr(YdRow) point = NULL;
  g_autoptr(YdRow) deadline = NULL;

  if (line == NULL || line->point == NULL)
    return;

  point = g_object_ref (line->point);
  deadline = g_object_ref (line->deadline);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MENU], 0, point, deadline);
}

/* The words of a line, and what is beside them, lie in the row that is hit. */
static void
pressed_cb (YdMonthList *self,
            int          n_press,
            double       x,
            double       y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);

  for (; hit != NULL && hit != GTK_WIDGET (self->list); hit = gtk_widget_get_parent (hit))
    {
      GtkWidget *box = gtk_widget_get_parent (hit) == GTK_WIDGET (self->list)
                       ? gtk_widget_get_first_child (hit) : hit;
      GtkListItem *item = g_object_get_data (G_OBJECT (box), "yd-item");

      if (item != NULL)
        {
          open_menu (self, gtk_list_item_get_item (item));
          return;
        }
    }
}

static gboolean
key_cb (YdMonthList     *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  GtkSelectionModel *model = gtk_list_view_get_model (self->list);
  const gboolean asked = key == GDK_KEY_Menu || (key == GDK_KEY_F10 &&
                                                 (modifiers & GDK_SHIFT_MASK) != 0);

  if (asked && model != NULL)
    open_menu (self, gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model)));

  return asked;
}

static void
yd_month_list_dispose (GObject *object)
{
  g_clear_pointer (&YD_MONTH_LIST (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_month_list_parent_class)->dispose (object);
}

static void
yd_month_list_class_init (YdMonthListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_month_list_dispose;

  /* A point or a clock that was chosen. */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_ROW);
  /* A point, and its deadline whose menu is asked for. */
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 2, YD_TYPE_POINT, YD_TYPE_ROW);
}

static void
add_menu (YdMonthList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
yd_month_list_init (YdMonthList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *list = gtk_list_view_new (NULL, factory);

  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  self->title = GTK_LABEL (title);
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_start (title, 10);
  gtk_widget_set_margin_top (title, 4);

  self->list = GTK_LIST_VIEW (list);
  gtk_widget_add_css_class (list, "yd-units");
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Due on This Day"), -1);
  add_menu (self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->scrolled, 400, -1);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
yd_month_list_new (void)
{
  return g_object_new (YD_TYPE_MONTH_LIST, NULL);
}

/**
 * yd_month_list_show:
 * @self: a list
 * @chips: what is due
 * @day: on which day
 *
 * Lists it; the popover is to be popped up by the caller.
 */
void
yd_month_list_show (YdMonthList  *self,
                    YdMonthChips *chips,
                    YdDay         day)
{
  g_autoptr(GListStore) lines = g_list_store_new (YD_TYPE_MONTH_LINE);
  const guint n = yd_month_chips_get_n (chips, day);
  g_autofree char *title = yd_day_dup_words (day);
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (YD_IS_MONTH_LIST (self));

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++)
    {
      const YdMonthChip *chip = yd_month_chips_get (chips, day, i);

      g_ptr_array_add (self->rows, g_object_ref (yd_month_chip_get_row (chip)));
      g_ptr_array_add (added, new_line (chip));
    }
  g_list_store_splice (lines, 0, 0, added->pdata, added->len);

  gtk_label_set_text (self->title, title);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scrolled),
                                              (int) MIN (MAX (n, 1), MAX_ROWS) * ROW_HEIGHT);
  gtk_list_view_set_model (self->list,
    GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_steal_pointer (&lines)))));
}
