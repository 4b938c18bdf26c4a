/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-editor-private.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"
#include "yd-directory-edits.h"
#include "yd-directory-words.h"
#include "yd-plan-edits.h"

/**
 * YdDirectoryEditor:
 *
 * Everything that the office knows of one unit. What is typed counts when one leaves the line
 * or presses Enter; there is nothing to save.
 */

G_DEFINE_FINAL_TYPE (YdDirectoryEditor, yd_directory_editor, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  guint       cell;
} fields[YD_EDITOR_N_FIELDS] = {
  [YD_EDITOR_NAME]    = { N_("Name, as Documents Print It"), YD_UNIT_NAME    },
  [YD_EDITOR_FULL]    = { N_("Full Name"),                   YD_UNIT_FULL    },
  [YD_EDITOR_SHORT]   = { N_("Short Name"),                  YD_UNIT_SHORT   },
  [YD_EDITOR_FROM]    = { N_("First Day"),                   YD_UNIT_FROM    },
  [YD_EDITOR_TO]      = { N_("Last Day"),                    YD_UNIT_TO      },
  [YD_EDITOR_CONTACT] = { N_("Contact"),                     YD_UNIT_CONTACT },
  [YD_EDITOR_PHONE]   = { N_("Telephone"),                   YD_UNIT_PHONE   },
};

static gboolean
is_day (YdEditorField field)
{
  return field == YD_EDITOR_FROM || field == YD_EDITOR_TO;
}

/* Returns: (transfer full) (nullable): what shall be in the cell; %FALSE in @ok if nothing can */
static char *
read_field (YdDirectoryEditor *self,
            YdEditorField      field,
            gboolean          *ok)
{
  g_autofree char *text =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[field]))));
  YdDay day;

  *ok = TRUE;
  if (is_day (field))
    {
      *ok = yd_directory_words_read_day (text, &day);
      return yd_day_dup (day);
    }
  if (field == YD_EDITOR_NAME)
    *ok = *text != '\0';

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const char *
get_wrong (YdEditorField field)
{
  return is_day (field) ? _("This is no day. Write it as 2018-07-05.") : _("A unit has a name.");
}

/* Returns: (transfer none) (nullable): the row of the unit that is shown, while there is one */
static YdRow *
find_shown (YdDirectoryEditor *self)
{
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  YdRow *row = self->shown != NULL && office != NULL
               ? yd_space_lookup (YD_SPACE (office), YD_KIND_UNIT, self->shown) : NULL;

  return row != NULL && yd_space_is_live (YD_SPACE (office), row) ? row : NULL;
}

/* The value that is there already is shown as it is written there.
 *
 * Returns: whether @value is in the cell; if it was refused, @error says why
 */
static gboolean
put_value (YdDirectoryEditor  *self,
           YdEditorField       field,
           YdRow              *row,
           const char         *value,
           GError            **error)
{
  g_autoptr(YdEdit) edit = yd_plan_edit_set (row, fields[field].cell, value,
                                             field == YD_EDITOR_NAME ? "unit.rename"
                                                                     : "unit.edit");
  gboolean kept;

  if (g_strcmp0 (yd_row_get_cell (row, fields[field].cell), value) == 0)
    {
      yd_draft_row_show (self->fields[field], value);
      return TRUE;
    }

  yd_draft_row_set_kept (self->fields[field], TRUE);
  kept = yd_session_commit_office (yd_directory_desk_get_session (self->desk), edit, error);
  if (!kept)
    yd_draft_row_set_kept (self->fields[field], FALSE);

  return kept;
}

/* Returns: (transfer full) (nullable): why what is typed is not kept; @wrong if it never can be */
static char *
keep_field (YdDirectoryEditor *self,
            YdEditorField      field,
            gboolean          *wrong)
{
  YdRow *row = find_shown (self);
  gboolean ok;
  g_autofree char *value = read_field (self, field, &ok);
  g_autoptr(GError) error = NULL;

  *wrong = row != NULL && !ok;
  if (row == NULL)
    return NULL;

  yd_draft_row_set_wrong (self->fields[field], *wrong);
  if (*wrong)
    return g_strdup (get_wrong (field));

  return put_value (self, field, row, value, &error) ? NULL : g_strdup (error->message);
}

static YdEditorField
find_field (YdDirectoryEditor *self,
            gpointer           widget)
{
  YdEditorField field = 0;

  while (field < YD_EDITOR_N_FIELDS - 1 && (gpointer) self->fields[field] != widget)
    field++;

  return field;
}

static void
keep_cb (YdDirectoryEditor *self,
         YdDraftRow        *row)
{
  g_autofree char *why = NULL;
  gboolean wrong = FALSE;

  if (self->filling)
    return;

  why = keep_field (self, find_field (self, row), &wrong);
  if (wrong)
    yd_directory_desk_say (self->desk, why);
  else if (why != NULL)
    yd_directory_desk_warn (self->desk, why);
}

static void
kind_cb (YdDirectoryEditor *self)
{
  YdRow *row = yd_directory_desk_get_selected (self->desk);
  g_autoptr(YdEdit) edit = NULL;

  if (self->filling || row == NULL)
    return;

  edit = yd_plan_edit_set (row, YD_UNIT_KIND,
                           yd_unit_kind_get_name (adw_combo_row_get_selected (self->kind)),
                           "unit.edit");
  yd_directory_desk_commit (self->desk, edit);
}

/* What is shown */

static void
warn_outdated (YdDirectoryEditor *self,
               YdEditorField      field)
{
  g_autofree char *words =
    g_strdup_printf (_("“%s” was changed elsewhere while you typed. What you typed still stands "
                       "there: Enter keeps it."), _(fields[field].title));

  yd_directory_desk_warn (self->desk, words);
}

static void
fill_fields (YdDirectoryEditor *self,
             YdRow             *row,
             gboolean           same)
{
  for (guint i = 0; i < YD_EDITOR_N_FIELDS; i++)
    {
      const char *value = yd_row_get_cell (row, fields[i].cell);

      if (!same)
        yd_draft_row_show (self->fields[i], value);
      else if (yd_draft_row_update (self->fields[i], value))
        warn_outdated (self, i);
    }
  adw_combo_row_set_selected (self->kind, yd_unit_kind_of (row));
}

/* What was typed for the unit before is kept, but not over what others say.
 *
 * Returns: (transfer full) (nullable): why not
 */
static char *
keep_draft (YdDirectoryEditor *self,
            YdEditorField      field)
{
  gboolean wrong;

  if (find_shown (self) == NULL)
    return g_strdup (_("The unit was deleted."));
  if (yd_draft_row_is_outdated (self->fields[field]))
    return g_strdup (_("It was changed elsewhere."));

  return keep_field (self, field, &wrong);
}

/* Tells of all at once, as a person reads one warning: so that it can be typed again.
 *
 * @lost: a line for each
 */
static void
warn_lost (YdDirectoryEditor *self,
           const GString     *lost)
{
  g_autofree char *words =
    g_strdup_printf (_("What you typed for “%1$s” is not kept:%2$s"),
                     gtk_label_get_label (self->title), lost->str);

  yd_directory_desk_warn (self->desk, words);
}

/* Returns: (transfer full) (nullable): why @name is not another name of the unit that is shown */
static char *
keep_alias (YdDirectoryEditor *self,
            const char        *name)
{
  YdRow *row = find_shown (self);
  g_autoptr(YdEdit) edit = NULL;
  g_autoptr(GError) error = NULL;

  if (row == NULL)
    return g_strdup (_("The unit was deleted."));

  edit = yd_office_edit_add_alias (yd_directory_desk_get_office (self->desk), row, name);

  return yd_session_commit_office (yd_directory_desk_get_session (self->desk), edit, &error)
         ? NULL : g_strdup (error->message);
}

/* @lost: what could not be kept, a line for each */
static void
keep_half_alias (YdDirectoryEditor *self,
                 GString           *lost)
{
  GtkEditable *entry = GTK_EDITABLE (self->adders[YD_EDITOR_ALIASES]);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  g_autofree char *why = *name != '\0' ? keep_alias (self, name) : NULL;

  if (why != NULL)
    g_string_append_printf (lost, _("\n%1$s: %2$s (%3$s)"), _("Other Names"), name, why);
}

static void
keep_drafts (YdDirectoryEditor *self)
{
  GString *lost = g_string_new (NULL);

  keep_half_alias (self, lost);
  for (guint i = 0; i < YD_EDITOR_N_FIELDS; i++)
    {
      g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fields[i])));
      g_autofree char *why = yd_draft_row_is_draft (self->fields[i]) ? keep_draft (self, i) : NULL;

      if (why != NULL)
        g_string_append_printf (lost, _("\n%1$s: %2$s (%3$s)"), _(fields[i].title), text, why);
    }
  if (lost->len > 0)
    warn_lost (self, lost);

  g_string_free (lost, TRUE);
}

/* Another unit comes. Each value that is kept makes another directory, of which nothing is shown
 * before the last of them. */
static void
leave_unit (YdDirectoryEditor *self)
{
  self->leaving = TRUE;
  if (self->shown != NULL)
    keep_drafts (self);
  self->leaving = FALSE;
  _yd_directory_editor_clear_adders (self);
}

static void
show_unit (YdDirectoryEditor     *self,
           YdRow                 *row,
           const YdDirectoryUnit *unit,
           gboolean               same)
{
  g_autofree char *status = yd_directory_words_dup_status
    (unit, yd_session_get_today (yd_directory_desk_get_session (self->desk)));

  self->filling = TRUE;
  gtk_label_set_label (self->title, unit->name);
  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  fill_fields (self, row, same);
  _yd_directory_editor_fill_lists (self);
  self->filling = FALSE;
}

static gboolean
is_shown (YdDirectoryEditor *self,
          YdRow             *row)
{
  return row != NULL && g_strcmp0 (self->shown, yd_row_get_id (row)) == 0;
}

/* Leaving a unit can put another directory in the place of this one, so that the unit is looked
 * for after that. */
static void
fill (YdDirectoryEditor *self)
{
  const gboolean same = is_shown (self, yd_directory_desk_get_selected (self->desk));
  const YdDirectoryUnit *unit;
  YdRow *row;

  if (self->leaving)
    return;

  if (!same)
    leave_unit (self);
  row = yd_directory_desk_get_selected (self->desk);
  unit = yd_directory_desk_get_unit (self->desk);
  yd_set_str (&self->shown, row != NULL ? yd_row_get_id (row) : NULL);
  if (row != NULL && unit != NULL)
    show_unit (self, row, unit, same);
}

static void
yd_directory_editor_dispose (GObject *object)
{
  YdDirectoryEditor *self = YD_DIRECTORY_EDITOR (object);

  self->filling = TRUE;                 /* lines that are left while they go keep nothing */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yd_directory_editor_parent_class)->dispose (object);
}

static void
yd_directory_editor_finalize (GObject *object)
{
  YdDirectoryEditor *self = YD_DIRECTORY_EDITOR (object);

  g_clear_pointer (&self->shown, g_free);
  for (guint i = 0; i < YD_EDITOR_N_LISTS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);

  G_OBJECT_CLASS (yd_directory_editor_parent_class)->finalize (object);
}

static void
yd_directory_editor_class_init (YdDirectoryEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_directory_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = yd_directory_editor_finalize;
}

static void
yd_directory_editor_init (YdDirectoryEditor *self)
{
  for (guint i = 0; i < YD_EDITOR_N_LISTS; i++)
    self->rows[i] = g_ptr_array_new ();
}

/* Parts */

static GtkWidget *
make_field (YdDirectoryEditor *self,
            YdEditorField      field)
{
  GtkWidget *row = yd_draft_row_new (_(fields[field].title));

  self->fields[field] = YD_DRAFT_ROW (row);
  g_signal_connect_object (row, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_kind (YdDirectoryEditor *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < YD_N_UNIT_KINDS; i++)
    gtk_string_list_append (names, yd_directory_words_get_kind (i));
  self->kind = g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Kind"), "model", names, NULL);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (kind_cb), self);

  return GTK_WIDGET (self->kind);
}

static AdwPreferencesGroup *
add_group (GtkBox     *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_title (YdDirectoryEditor *self,
           GtkBox            *box)
{
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE,
                              NULL);
  self->status = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_widget_set_can_focus (GTK_WIDGET (self->title), FALSE);
  gtk_box_append (box, GTK_WIDGET (self->title));
  gtk_box_append (box, GTK_WIDGET (self->status));
}

static void
add_button (GtkBox     *box,
            const char *label,
            const char *action)
{
  gtk_box_append (box, g_object_new (GTK_TYPE_BUTTON, "label", label, "action-name", action,
                                     NULL));
}

/* What is done with the unit as a whole. */
static void
add_actions (GtkBox *box)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  add_button (GTK_BOX (line), _("Renamed or Taken Over…"), "directory.succeed");
  add_button (GTK_BOX (line), _("Same as Another Unit…"), "directory.merge");
  add_button (GTK_BOX (line), _("Tasks in This Plan"), "directory.slice");
  add_button (GTK_BOX (line), _("Delete"), "directory.delete");
  gtk_box_append (box, line);
}

static void
add_all (YdDirectoryEditor *self,
         GtkBox            *box)
{
  AdwPreferencesGroup *group;

  add_title (self, box);
  add_actions (box);
  group = add_group (box, _("Names"));
  for (guint i = YD_EDITOR_NAME; i <= YD_EDITOR_SHORT; i++)
    adw_preferences_group_add (group, make_field (self, i));
  adw_preferences_group_add (group, make_kind (self));
  _yd_directory_editor_add_list (self, box, YD_EDITOR_MEMBERS);
  _yd_directory_editor_add_list (self, box, YD_EDITOR_ALIASES);
  group = add_group (box, _("In Being"));
  for (guint i = YD_EDITOR_FROM; i <= YD_EDITOR_TO; i++)
    adw_preferences_group_add (group, make_field (self, i));
  _yd_directory_editor_add_list (self, box, YD_EDITOR_FORMER);
  _yd_directory_editor_add_list (self, box, YD_EDITOR_GROUPS);
  _yd_directory_editor_add_list (self, box, YD_EDITOR_PARENT);
  group = add_group (box, _("Whom to Turn To"));
  adw_preferences_group_set_description (group, _("Is not exported unless you ask for it."));
  for (guint i = YD_EDITOR_CONTACT; i <= YD_EDITOR_PHONE; i++)
    adw_preferences_group_add (group, make_field (self, i));
}

/**
 * yd_directory_editor_new:
 * @desk: whose selected unit is shown
 *
 * Returns: (transfer floating): an editor
 */
GtkWidget *
yd_directory_editor_new (YdDirectoryDesk *desk)
{
  YdDirectoryEditor *self = g_object_new (YD_TYPE_DIRECTORY_EDITOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 640, "child", box, NULL);

  self->desk = g_object_ref (desk);
  self->filling = TRUE;
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 16, "margin-bottom", 24,
                NULL);
  add_all (self, GTK_BOX (box));
  self->filling = FALSE;
  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                   GTK_POLICY_NEVER, "child", clamp, NULL));

  g_signal_connect_object (desk, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "selected", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}

/* Puts the cursor into the name, for a unit that is new. */
void
yd_directory_editor_focus (YdDirectoryEditor *self)
{
  g_return_if_fail (YD_IS_DIRECTORY_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->fields[YD_EDITOR_NAME]));
  gtk_editable_select_region (GTK_EDITABLE (self->fields[YD_EDITOR_NAME]), 0, -1);
}

/* Goes to where a member of the unit is added, if it is a group. */
void
yd_directory_editor_focus_members (YdDirectoryEditor *self)
{
  g_return_if_fail (YD_IS_DIRECTORY_EDITOR (self));

  gtk_widget_grab_focus (self->adders[YD_EDITOR_MEMBERS]);
}
