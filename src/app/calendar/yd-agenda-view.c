/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-agenda-view.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-agenda-list.h"
#include "yd-agenda-menu.h"
#include "yd-agenda-print.h"
#include "yd-agenda-row.h"
#include "yd-agenda-words.h"
#include "yd-table-pages.h"

/**
 * YdAgendaView:
 *
 * The list for the morning and for printing: what is overdue, due today, this week, this
 * month and later, or what each unit has.
 */

struct _YdAgendaView
{
  YdCalendarView      parent_instance;

  /* Owned */
  YdAgendaList       *agenda;
  GtkSingleSelection *selection;

  /* Borrowed, and weak */
  GtkDropDown        *order;

  /* Template */
  GtkStack           *stack;
  GtkListView        *list;

  guint               fill_id;
  gboolean            placing;        /* the selection is moved by the session */
};

G_DEFINE_FINAL_TYPE (YdAgendaView, yd_agenda_view, YD_TYPE_CALENDAR_VIEW)

static YdSession *
get_session (YdAgendaView *self)
{
  return yd_calendar_view_get_session (YD_CALENDAR_VIEW (self));
}

static YdSchedule *
get_schedule (YdAgendaView *self)
{
  return yd_calendar_view_get_schedule (YD_CALENDAR_VIEW (self));
}

static YdMoment
get_now (YdAgendaView *self)
{
  YdSession *session = get_session (self);

  return session != NULL ? yd_session_get_now (session) : YD_MOMENT_NONE;
}

static YdPointFilter *
get_filter (YdAgendaView *self)
{
  YdSession *session = get_session (self);

  return session != NULL ? yd_session_get_filter (session) : NULL;
}

static gboolean
shows_cb (YdPoint  *point,
          YdRow    *deadline,
          gpointer  user_data)
{
  YdPointFilter *filter = user_data;

  return filter == NULL || yd_point_filter_shows (filter, point);
}

/* `2017-10-11 (周三)，本周还有 3 个工作日`: what a morning begins with. */
static void
show_heading (YdAgendaView *self)
{
  YdSchedule *schedule = get_schedule (self);
  g_autofree char *today = NULL;
  g_autofree char *short_day = NULL;
  g_autofree char *rest = NULL;
  int n, month, day_of_month;
  YdDay day;

  if (schedule == NULL)
    {
      yd_calendar_view_set_heading (YD_CALENDAR_VIEW (self), NULL, NULL, NULL);
      return;
    }

  day = yd_schedule_get_today (schedule);
  yd_day_split (day, NULL, &month, &day_of_month);
  today = yd_day_dup_words (day);
  short_day = g_strdup_printf ("%02d-%02d", month, day_of_month);
  n = yd_work_calendar_count (yd_schedule_get_calendar (schedule), day - 1,
                              day + 7 - yd_day_get_weekday (day));
  rest = g_strdup_printf (ngettext ("%d working day this week", "%d working days this week", n), n);
  yd_calendar_view_set_heading (YD_CALENDAR_VIEW (self), today, short_day, rest);
}

static void
show_place (YdAgendaView *self)
{
  YdPointFilter *filter = get_filter (self);
  const char *name = "list";

  if (g_list_model_get_n_items (yd_agenda_list_get_model (self->agenda)) == 0)
    name = filter != NULL && yd_point_filter_get_active (filter) ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
select_point (YdAgendaView *self)
{
  YdSession *session = get_session (self);
  YdPoint *point = session != NULL ? yd_session_get_selected (session) : NULL;
  YdAgendaEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  guint n;

  if (entry != NULL && entry->point == point)
    return;

  n = yd_agenda_list_find (self->agenda, point);
  self->placing = TRUE;
  gtk_single_selection_set_selected (self->selection, n);
  self->placing = FALSE;
  if (n != G_MAXUINT)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", n);
}

/* GTK 4.8 has no name for a row but that of its widget (PLATFORM.md §4.2). */
static void
show_row (YdAgendaView  *self,
          YdAgendaRow   *row,
          YdAgendaEntry *entry)
{
  g_autofree char *sentence = yd_agenda_words_dup_sentence (entry, get_schedule (self));

  yd_agenda_row_show (row, entry, get_schedule (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* A line that stays where it is may have other words: a point was renamed, a unit assigned. */
static void
show_rows (YdAgendaView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      g_autoptr(YdAgendaEntry) entry = NULL;

      if (!YD_IS_AGENDA_ROW (row) || yd_agenda_row_get_entry (YD_AGENDA_ROW (row)) == NULL)
        continue;
      entry = g_object_ref (yd_agenda_row_get_entry (YD_AGENDA_ROW (row)));
      show_row (self, YD_AGENDA_ROW (row), entry);
    }
}

/* The row of the list that shows @entry, if one does. */
static GtkWidget *
find_row (YdAgendaView  *self,
          YdAgendaEntry *entry)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (YD_IS_AGENDA_ROW (child) && yd_agenda_row_get_entry (YD_AGENDA_ROW (child)) == entry)
        break;
    }

  return row;
}

/* A line that is another one now has taken the keyboard with it. */
static void
keep_focus (YdAgendaView *self)
{
  YdAgendaEntry *entry = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *row = entry != NULL ? find_row (self, entry) : NULL;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->list));
}

static void
fill (YdAgendaView *self)
{
  const gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;

  g_clear_handle_id (&self->fill_id, g_source_remove);
  yd_agenda_list_fill (self->agenda, get_schedule (self), get_now (self), shows_cb,
                       get_filter (self));
  show_rows (self);
  show_place (self);
  show_heading (self);
  select_point (self);
  if (focused)
    keep_focus (self);
}

static gboolean
fill_cb (gpointer user_data)
{
  YdAgendaView *self = user_data;

  self->fill_id = 0;
  fill (self);

  return G_SOURCE_REMOVE;
}

/* Many things may change at once; and nobody looks at what is not mapped: it is filled then. */
static void
yd_agenda_view_changed (YdCalendarView *view)
{
  YdAgendaView *self = YD_AGENDA_VIEW (view);

  if (self->fill_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->fill_id = g_idle_add (fill_cb, self);
}

/* What a person does */

static void
selected_cb (YdAgendaView *self)
{
  YdAgendaEntry *entry = gtk_single_selection_get_selected_item (self->selection);

  if (!self->placing && entry != NULL && entry->point != NULL)
    yd_session_set_selected (get_session (self), entry->point);
}

/* A head that folds is another line afterwards, whose row gets no keyboard from GTK 4.18. */
static void
fold (YdAgendaView  *self,
      YdAgendaEntry *head,
      guint          position)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  g_autoptr(YdAgendaEntry) now = NULL;
  GtkWidget *row;

  yd_agenda_list_toggle (self->agenda, head);
  fill (self);

  now = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  row = focused && now != NULL ? find_row (self, now) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* A point, which is looked at beside the list, or a clock. */
static void
activate_cb (YdAgendaView *self,
             guint         position)
{
  g_autoptr(YdAgendaEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (entry->folds)
    fold (self, entry, position);
  else if (entry->clock != NULL || entry->point != NULL)
    yd_calendar_view_open (YD_CALENDAR_VIEW (self),
                           entry->clock != NULL ? entry->clock : entry->point);
}

static void
clear_filter_cb (YdAgendaView *self)
{
  yd_point_filter_clear (get_filter (self));
}

static void
set_order (YdAgendaView  *self,
           YdAgendaOrder  order)
{
  if (order == yd_agenda_list_get_order (self->agenda))
    return;

  yd_agenda_list_set_order (self->agenda, order);
  if (self->order != NULL)
    gtk_drop_down_set_selected (self->order, order);
  fill (self);
}

static void
order_cb (GtkDropDown  *choice,
          GParamSpec   *pspec,
          YdAgendaView *self)
{
  set_order (self, gtk_drop_down_get_selected (choice));
}

static void
group_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  set_order (YD_AGENDA_VIEW (widget), g_str_equal (g_variant_get_string (parameter, NULL), "unit")
                                      ? YD_AGENDA_BY_UNIT : YD_AGENDA_BY_DAY);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  yd_agenda_menu_open (YD_AGENDA_VIEW (widget)->list);
}

/* To what the deadline of a line counts from. */
static void
go_to_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  YdPlan *plan = yd_calendar_view_get_plan (YD_CALENDAR_VIEW (widget));
  YdPoint *point = yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT,
                                    g_variant_get_string (parameter, NULL));

  if (point != NULL)
    yd_calendar_view_open (YD_CALENDAR_VIEW (widget), point);
}

/* The rows */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          YdAgendaView       *self)
{
  gtk_list_item_set_child (item, yd_agenda_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         YdAgendaView       *self)
{
  YdAgendaEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  show_row (self, YD_AGENDA_ROW (row), entry);
  gtk_list_item_set_activatable (item, !yd_agenda_entry_is_head (entry) || entry->folds);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           YdAgendaView       *self)
{
  yd_agenda_row_show (YD_AGENDA_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

/* The view */

static void
yd_agenda_view_session_changed (YdCalendarView *view)
{
  if (yd_calendar_view_get_plan (view) == NULL || gtk_widget_get_mapped (GTK_WIDGET (view)))
    fill (YD_AGENDA_VIEW (view));
}

static void
yd_agenda_view_selected_changed (YdCalendarView *view)
{
  select_point (YD_AGENDA_VIEW (view));
}

static GtkWidget *
create_order (YdAgendaView *self)
{
  const char *names[] = { _("Group by Time"), _("Group by Unit"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), yd_agenda_list_get_order (self->agenda));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Group"), -1);
  /* What has the keyboard is the button in it. */
  yd_accessible_set_name (gtk_widget_get_first_child (choice), _("Group"));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (order_cb), self, 0);
  g_set_weak_pointer (&self->order, GTK_DROP_DOWN (choice));

  return choice;
}

static GtkWidget *
yd_agenda_view_create_tools (YdCalendarView *view)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *print = gtk_button_new_from_icon_name ("document-print-symbolic");

  gtk_widget_set_halign (tools, GTK_ALIGN_END);
  gtk_widget_set_valign (print, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (print, _("Print Preview (Ctrl+P)"));
  yd_accessible_set_name (print, _("Print Preview"));
  gtk_widget_add_css_class (print, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "win.print");
  gtk_box_append (GTK_BOX (tools), create_order (YD_AGENDA_VIEW (view)));
  gtk_box_append (GTK_BOX (tools), print);

  return tools;
}

/* How it is grouped is kept with the plan. */
static GVariant *
yd_agenda_view_dup_state (YdCalendarView *view)
{
  const YdAgendaOrder order = yd_agenda_list_get_order (YD_AGENDA_VIEW (view)->agenda);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "group", "s", order == YD_AGENDA_BY_UNIT ? "unit" : "time");

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
yd_agenda_view_restore_state (YdCalendarView *view,
                              GVariant       *state)
{
  const char *group;

  if (g_variant_lookup (state, "group", "&s", &group))
    set_order (YD_AGENDA_VIEW (view), g_str_equal (group, "unit") ? YD_AGENDA_BY_UNIT
                                                                  : YD_AGENDA_BY_DAY);
}

static void
yd_agenda_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yd_agenda_view_parent_class)->map (widget);
  fill (YD_AGENDA_VIEW (widget));
}

static gboolean
yd_agenda_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_AGENDA_VIEW (widget)->list));
}

static void
yd_agenda_view_dispose (GObject *object)
{
  YdAgendaView *self = YD_AGENDA_VIEW (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_weak_pointer (&self->order);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->agenda);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_AGENDA_VIEW);

  G_OBJECT_CLASS (yd_agenda_view_parent_class)->dispose (object);
}

/* All is put together anew, whatever it is that changed; what is left changes by the minute. */
static void
override_view (YdCalendarViewClass *view_class)
{
  view_class->session_changed = yd_agenda_view_session_changed;
  view_class->plan_changed = yd_agenda_view_changed;
  view_class->schedule_changed = yd_agenda_view_changed;
  view_class->dates_changed = yd_agenda_view_changed;
  view_class->filter_changed = yd_agenda_view_changed;
  view_class->committed = yd_agenda_view_changed;
  view_class->minute_passed = yd_agenda_view_changed;
  view_class->selected_changed = yd_agenda_view_selected_changed;
  view_class->create_tools = yd_agenda_view_create_tools;
  view_class->dup_state = yd_agenda_view_dup_state;
  view_class->restore_state = yd_agenda_view_restore_state;
}

static void
yd_agenda_view_class_init (YdAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_agenda_view_dispose;
  widget_class->map = yd_agenda_view_map;
  widget_class->grab_focus = yd_agenda_view_grab_focus;
  override_view (YD_CALENDAR_VIEW_CLASS (klass));

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-agenda-view.ui");
  gtk_widget_class_bind_template_child (widget_class, YdAgendaView, stack);
  gtk_widget_class_bind_template_child (widget_class, YdAgendaView, list);
  gtk_widget_class_install_action (widget_class, "agenda.group", "s", group_cb);
  gtk_widget_class_install_action (widget_class, "agenda.go-to", "s", go_to_cb);
  gtk_widget_class_install_action (widget_class, "agenda.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "agenda.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "agenda.menu",
                                       NULL);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
}

static void
make_list (YdAgendaView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->agenda = yd_agenda_list_new ();
  self->selection =
    gtk_single_selection_new (g_object_ref (yd_agenda_list_get_model (self->agenda)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  yd_agenda_menu_add (self->list);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
yd_agenda_view_init (YdAgendaView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
}

/**
 * yd_agenda_view_create_pages:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): what the view shows, or would show, as it is printed;
 *   %NULL where there is nothing
 */
YdPages *
yd_agenda_view_create_pages (YdAgendaView *self)
{
  g_autofree char *rest = NULL;
  g_autofree char *subtitle = NULL;
  g_autoptr(YdTable) table = NULL;

  g_return_val_if_fail (YD_IS_AGENDA_VIEW (self), NULL);

  if (get_schedule (self) == NULL)
    return NULL;

  fill (self);
  g_object_get (self, "rest", &rest, NULL);
  subtitle = yd_agenda_print_dup_subtitle (yd_calendar_view_get_heading (YD_CALENDAR_VIEW (self)),
                                           rest, yd_point_filter_get_unit (get_filter (self)));
  table = yd_agenda_print_new_table (yd_agenda_list_get_model (self->agenda),
                                     get_schedule (self), subtitle);

  return yd_table_get_n_rows (table) > 0 ? yd_table_pages_new (table, NULL, NULL) : NULL;
}
