/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-editor-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-directory-edits.h"
#include "yd-directory-words.h"
#include "yd-member-days.h"
#include "yd-plan-edits.h"
#include "yd-tooltip.h"

/* What a unit has several of: other names, those before it, the groups that it belongs to and
 * the units that belong to it. Each is a list of rows; a line below adds to it.
 */

static const struct
{
  const char *title;
  const char *hint;             /* (nullable): of the line in which one adds */
} lists[YD_EDITOR_N_LISTS] = {
  [YD_EDITOR_ALIASES] = { N_("Other Names"), N_("Add Another Name") },
  [YD_EDITOR_FORMER]  = { N_("Took Over From"), NULL },
  [YD_EDITOR_PARENT]  = { N_("Belongs To"), N_("Choose a unit: name or initials") },
  [YD_EDITOR_GROUPS]  = { N_("Member Of"), N_("Add to a group: name or initials") },
  [YD_EDITOR_MEMBERS] = { N_("Members"), N_("Add a member: name or initials") },
};

static YdRow *
lookup (YdDirectoryEditor *self,
        YdKind             kind,
        const char        *id)
{
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  YdRow *row = office != NULL && id != NULL ? yd_space_lookup (YD_SPACE (office), kind, id) : NULL;

  return row != NULL && yd_space_is_live (YD_SPACE (office), row) ? row : NULL;
}

static gboolean
take (YdDirectoryEditor *self,
      YdEdit            *edit)
{
  g_autoptr(YdEdit) owned = edit;

  return yd_directory_desk_commit (self->desk, edit);
}

/* Rows */

static void
add_row (YdDirectoryEditor *self,
         YdEditorList       list,
         GtkWidget         *row)
{
  adw_preferences_group_add (self->groups[list], row);
  g_ptr_array_add (self->rows[list], row);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  yd_tooltip_set (button, words);
  yd_accessible_set_name (button, words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return button;
}

static void
set_id (GtkWidget  *widget,
        const char *id)
{
  g_object_set_data_full (G_OBJECT (widget), "yd-id", g_strdup (id), g_free);
}

static const char *
get_id (gpointer widget)
{
  return g_object_get_data (widget, "yd-id");
}

/* Another unit is gone to by its row. */
static void
go_cb (YdDirectoryEditor *self,
       GtkWidget         *row)
{
  yd_directory_desk_select (self->desk, get_id (row));
}

static GtkWidget *
make_unit_row (YdDirectoryEditor     *self,
               const YdDirectoryUnit *unit,
               const char            *subtitle)
{
  GtkWidget *row = make_row (unit->name, subtitle);

  set_id (row, unit->id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* Other names */

static void
drop_alias_cb (YdDirectoryEditor *self,
               GtkWidget         *button)
{
  YdRow *alias = lookup (self, YD_KIND_ALIAS, get_id (button));

  if (alias != NULL)
    take (self, yd_plan_edit_delete_row (alias, "alias.delete"));
}

static void
fill_aliases (YdDirectoryEditor *self)
{
  YdRow *unit = yd_directory_desk_get_selected (self->desk);
  GListModel *aliases = yd_row_get_rows (unit, YD_KIND_ALIAS);
  const guint n = g_list_model_get_n_items (aliases);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);
      GtkWidget *row = make_row (yd_row_get_cell (alias, YD_ALIAS_NAME), NULL);
      GtkWidget *button = add_button (row, "list-remove-symbolic", _("Take Off This Name"));

      set_id (button, yd_row_get_id (alias));
      g_signal_connect_object (button, "clicked", G_CALLBACK (drop_alias_cb), self,
                               G_CONNECT_SWAPPED);
      add_row (self, YD_EDITOR_ALIASES, row);
    }
}

static void
part_cb (YdDirectoryEditor *self,
         GtkWidget         *button)
{
  YdRow *unit = lookup (self, YD_KIND_UNIT, get_id (button));

  if (unit != NULL)
    take (self, yd_office_edit_part (unit));
}

/* A unit that was found to be this one is another name of it. */
static void
fill_merged (YdDirectoryEditor *self)
{
  YdDirectory *directory = yd_directory_desk_get_directory (self->desk);
  g_autoptr(GPtrArray) merged =
    yd_directory_list_merged (directory, yd_directory_desk_get_unit (self->desk));

  for (guint i = 0; i < merged->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (merged, i);
      GtkWidget *row = make_unit_row (self, unit, _("merged into this unit"));
      GtkWidget *button = add_button (row, "edit-undo-symbolic", _("A Unit of Its Own After All"));

      set_id (button, unit->id);
      g_signal_connect_object (button, "clicked", G_CALLBACK (part_cb), self, G_CONNECT_SWAPPED);
      add_row (self, YD_EDITOR_ALIASES, row);
    }
}

/* Also when the line is left: nothing that is half typed is lost without telling. */
static void
alias_cb (YdDirectoryEditor *self,
          GtkEditable       *entry)
{
  YdRow *unit = yd_directory_desk_get_selected (self->desk);
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (self->filling || unit == NULL || *name == '\0')
    return;

  if (take (self, yd_office_edit_add_alias (office, unit, name)))
    gtk_editable_set_text (entry, "");
}

/* Those before it, what it belongs to */

static void
fill_former (YdDirectoryEditor *self)
{
  g_autoptr(GPtrArray) former =
    yd_directory_list_former (yd_directory_desk_get_directory (self->desk),
                              yd_directory_desk_get_unit (self->desk));

  for (guint i = 0; i < former->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (former, i);
      g_autofree char *term = yd_directory_words_dup_term (unit->from, unit->to);

      add_row (self, YD_EDITOR_FORMER, make_unit_row (self, unit, term));
    }
}

static void
drop_parent_cb (YdDirectoryEditor *self)
{
  YdRow *unit = yd_directory_desk_get_selected (self->desk);

  take (self, yd_office_edit_set_parent (yd_directory_desk_get_office (self->desk), unit, NULL));
}

static void
fill_parent (YdDirectoryEditor *self)
{
  const YdDirectoryUnit *unit = yd_directory_desk_get_unit (self->desk);
  GtkWidget *row, *button;

  gtk_widget_set_visible (self->adders[YD_EDITOR_PARENT], unit->parent == NULL);
  if (unit->parent == NULL)
    return;

  row = make_unit_row (self, unit->parent, NULL);
  button = add_button (row, "list-remove-symbolic", _("It Belongs to No Other"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (drop_parent_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self, YD_EDITOR_PARENT, row);
}

static void
parent_cb (YdDirectoryEditor *self,
           YdRow             *parent)
{
  YdRow *unit = yd_directory_desk_get_selected (self->desk);
  g_autoptr(YdEdit) edit =
    yd_office_edit_set_parent (yd_directory_desk_get_office (self->desk), unit, parent);
  guint n;

  yd_edit_get_changes (edit, &n);
  if (n == 0)
    yd_directory_desk_say (self->desk, _("That unit belongs to this one."));
  else
    yd_directory_desk_commit (self->desk, edit);
}

/* Groups and members */

static void
drop_member_cb (YdDirectoryEditor *self,
                GtkWidget         *button)
{
  YdRow *member = lookup (self, YD_KIND_MEMBER, get_id (button));

  if (member != NULL)
    take (self, yd_plan_edit_delete_row (member, "member.delete"));
}

static void
keep_days_cb (YdDirectoryEditor *self,
              YdMemberDays      *days)
{
  YdRow *member = lookup (self, YD_KIND_MEMBER, yd_member_days_get_id (days));
  YdDay first, last;

  if (member == NULL)
    return;
  if (!yd_member_days_read (days, &first, &last))
    {
      yd_directory_desk_say (self->desk, _("This is no day. Write it as 2018-07-05."));
      return;
    }

  gtk_popover_popdown (GTK_POPOVER (days));
  take (self, yd_office_edit_set_days (member, first, last));
}

static void
shown_days_cb (YdDirectoryEditor *self,
               GtkWidget         *popover)
{
  self->days = popover;
}

/* The lists are filled with what changed meanwhile, but not under the feet of the popover. */
static gboolean
fill_waiting_cb (gpointer user_data)
{
  g_autoptr(YdDirectoryEditor) self = user_data;

  if (self->desk != NULL && self->lists_wait && self->days == NULL &&
      yd_directory_desk_get_unit (self->desk) != NULL)
    _yd_directory_editor_fill_lists (self);

  return G_SOURCE_REMOVE;
}

static void
closed_days_cb (YdDirectoryEditor *self,
                GtkWidget         *popover)
{
  self->days = NULL;
  if (self->lists_wait)
    g_idle_add (fill_waiting_cb, g_object_ref (self));
}

static GtkWidget *
make_days (YdDirectoryEditor       *self,
           const YdDirectoryMember *member)
{
  GtkWidget *popover = yd_member_days_new (member);

  g_signal_connect_object (popover, "keep", G_CALLBACK (keep_days_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (shown_days_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_days_cb), self,
                           G_CONNECT_SWAPPED);

  return popover;
}

static void
fill_members (YdDirectoryEditor *self,
              YdEditorList       list,
              GArray            *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const YdDirectoryMember *member = &g_array_index (members, YdDirectoryMember, i);
      g_autofree char *term = yd_directory_words_dup_term (member->from, member->to);
      GtkWidget *row = make_unit_row (self, member->unit, term);
      GtkWidget *days = gtk_menu_button_new ();
      GtkWidget *drop;

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (days), "x-office-calendar-symbolic");
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (days), make_days (self, member));
      gtk_widget_add_css_class (days, "flat");
      gtk_widget_set_valign (days, GTK_ALIGN_CENTER);
      yd_tooltip_set (days, _("From When to When"));
      yd_accessible_set_name (days, _("From When to When"));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), days);
      drop = add_button (row, "list-remove-symbolic", _("Take Off: It Was Never a Member"));
      set_id (drop, member->id);
      g_signal_connect_object (drop, "clicked", G_CALLBACK (drop_member_cb), self,
                               G_CONNECT_SWAPPED);
      add_row (self, list, row);
    }
}

static void
join (YdDirectoryEditor *self,
      YdRow             *group,
      YdRow             *unit)
{
  g_autofree char *id = yd_session_new_id (yd_directory_desk_get_session (self->desk));

  if (group == unit)
    yd_directory_desk_say (self->desk, _("A unit is no member of itself."));
  else
    take (self, yd_office_edit_add_member (yd_directory_desk_get_office (self->desk), id, group,
                                           unit, YD_DAY_NONE, YD_DAY_NONE));
}

static void
group_cb (YdDirectoryEditor *self,
          YdRow             *group)
{
  join (self, group, yd_directory_desk_get_selected (self->desk));
}

static void
member_cb (YdDirectoryEditor *self,
           YdRow             *unit)
{
  join (self, yd_directory_desk_get_selected (self->desk), unit);
}

/* Whom the office does not know yet, several at once as a document lists them. */
static void
named_cb (YdDirectoryEditor *self,
          const char        *names)
{
  const YdIdSource *ids = yd_session_get_ids (yd_directory_desk_get_session (self->desk));
  YdRow *group = yd_directory_desk_get_selected (self->desk);

  if (group != NULL)
    take (self, yd_office_edit_add_members (yd_directory_desk_get_office (self->desk), group,
                                            names, ids));
}

/* All of them */

static void
clear_list (YdDirectoryEditor *self,
            YdEditorList       list)
{
  for (guint i = 0; i < self->rows[list]->len; i++)
    adw_preferences_group_remove (self->groups[list], g_ptr_array_index (self->rows[list], i));
  g_ptr_array_set_size (self->rows[list], 0);
}

/* What is half typed there belongs to the unit that is left; so does a popover. */
void
_yd_directory_editor_clear_adders (YdDirectoryEditor *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->adders[YD_EDITOR_ALIASES]), "");
  for (guint i = YD_EDITOR_PARENT; i < YD_EDITOR_N_LISTS; i++)
    yd_unit_entry_set_space (YD_UNIT_ENTRY (self->adders[i]),
                             (YdSpace *) yd_directory_desk_get_office (self->desk));
  self->lists_wait = FALSE;
  self->days = NULL;
}

void
_yd_directory_editor_fill_lists (YdDirectoryEditor *self)
{
  const YdDirectoryUnit *unit = yd_directory_desk_get_unit (self->desk);

  self->lists_wait = self->days != NULL;
  if (self->lists_wait)
    return;

  for (guint i = 0; i < YD_EDITOR_N_LISTS; i++)
    clear_list (self, i);

  fill_aliases (self);
  fill_merged (self);
  fill_former (self);
  fill_parent (self);
  fill_members (self, YD_EDITOR_GROUPS, unit->groups);
  fill_members (self, YD_EDITOR_MEMBERS, unit->members);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[YD_EDITOR_FORMER]),
                          self->rows[YD_EDITOR_FORMER]->len > 0);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->groups[YD_EDITOR_MEMBERS])),
                          yd_directory_unit_is_group (unit));
  yd_unit_entry_set_names (YD_UNIT_ENTRY (self->adders[YD_EDITOR_MEMBERS]), TRUE);
}

/* What stands in the entry is a name once somebody goes on; the focus also leaves it while another
 * window is used, perhaps to look the rest of the name up. */
static void
alias_left_cb (YdDirectoryEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    alias_cb (self, GTK_EDITABLE (self->adders[YD_EDITOR_ALIASES]));
}

static GtkWidget *
make_alias_adder (YdDirectoryEditor *self)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _(lists[YD_EDITOR_ALIASES].hint));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (alias_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (alias_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (alias_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

/* A row stands in a list like those above it. */
static GtkWidget *
wrap_adder (GtkWidget  *adder,
            const char *name)
{
  GtkWidget *list;

  if (!GTK_IS_LIST_BOX_ROW (adder))
    return adder;

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  yd_accessible_set_name (list, name);
  gtk_list_box_append (GTK_LIST_BOX (list), adder);

  return list;
}

static GtkWidget *
make_adder (YdDirectoryEditor *self,
            YdEditorList       list)
{
  static const GCallback callbacks[YD_EDITOR_N_LISTS] = {
    [YD_EDITOR_PARENT]  = G_CALLBACK (parent_cb),
    [YD_EDITOR_GROUPS]  = G_CALLBACK (group_cb),
    [YD_EDITOR_MEMBERS] = G_CALLBACK (member_cb),
  };
  GtkWidget *entry;

  if (list == YD_EDITOR_ALIASES)
    return make_alias_adder (self);

  entry = yd_unit_entry_new_to_choose (_(lists[list].hint));
  gtk_widget_add_css_class (entry, "yd-directory-adder");
  g_signal_connect_object (entry, "picked", callbacks[list], self, G_CONNECT_SWAPPED);
  if (list == YD_EDITOR_MEMBERS)
    g_signal_connect_object (entry, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

void
_yd_directory_editor_add_list (YdDirectoryEditor *self,
                               GtkBox            *box,
                               YdEditorList       list)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->groups[list] = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->groups[list], _(lists[list].title));
  gtk_box_append (GTK_BOX (part), GTK_WIDGET (self->groups[list]));
  if (lists[list].hint != NULL)
    {
      self->adders[list] = make_adder (self, list);
      gtk_box_append (GTK_BOX (part), wrap_adder (self->adders[list], _(lists[list].hint)));
    }
  gtk_box_append (box, part);
}
