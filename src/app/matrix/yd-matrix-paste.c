/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-paste.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-plan-edits.h"
#include "yd-plan-walk.h"

/**
 * YdMatrixPaste:
 *
 * What a pasted table of assignments would change, and what in it the plan does not know, before
 * it is done. One edit does it all, and one undo takes it back.
 */

/* More than is looked through; the sentence above says how many there are. */
#define MAX_ROWS 100

/* So many names are told of those that are unknown. */
#define MAX_NAMES 12

struct _YdMatrixPaste
{
  AdwWindow    parent_instance;

  /* Owned */
  YdSession   *session;
  YdRoleTable *table;

  /* Template */
  GtkWidget   *change_button;
  GtkLabel    *summary;
  GtkListBox  *list;
  GtkLabel    *rest;
  GtkWidget   *left_out;
  GtkLabel    *left_out_label;
  GtkRevealer *error_revealer;
  GtkLabel    *error_label;
};

G_DEFINE_FINAL_TYPE (YdMatrixPaste, yd_matrix_paste, ADW_TYPE_WINDOW)

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdMatrixPaste *self = YD_MATRIX_PASTE (widget);
  g_autoptr(GArray) roles = g_array_new (FALSE, FALSE, sizeof (YdSetRole));
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = NULL;

  for (guint i = 0; i < self->table->changes->len; i++)
    {
      const YdRoleChange *change = &g_array_index (self->table->changes, YdRoleChange, i);
      const YdSetRole role = { change->point, change->unit, change->role };

      g_array_append_val (roles, role);
    }

  edit = yd_plan_edit_set_roles (self->table->plan, (const YdSetRole *) roles->data, roles->len,
                                 "assignment.paste", yd_session_get_ids (self->session));
  if (yd_session_commit (self->session, edit, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  gtk_label_set_label (self->error_label, error->message);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

static void
yd_matrix_paste_dispose (GObject *object)
{
  YdMatrixPaste *self = YD_MATRIX_PASTE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_MATRIX_PASTE);
  g_clear_pointer (&self->table, yd_role_table_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_matrix_paste_parent_class)->dispose (object);
}

static void
yd_matrix_paste_class_init (YdMatrixPasteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_matrix_paste_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-matrix-paste.ui");
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, change_button);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, summary);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, list);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, rest);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, left_out);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdMatrixPaste, error_label);

  gtk_widget_class_install_action (widget_class, "paste.change", NULL, change_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yd_matrix_paste_init (YdMatrixPaste *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
}

/* How the points are called that would be changed. */
static GHashTable *
list_labels (YdMatrixPaste *self)
{
  GHashTable *labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (self->table->plan);
  const char *path;
  YdPoint *point;

  for (guint i = 0; i < MIN (self->table->changes->len, MAX_ROWS); i++)
    g_hash_table_insert (labels, g_array_index (self->table->changes, YdRoleChange, i).point, NULL);
  while ((point = yd_plan_walk_next (walk, &path, NULL)) != NULL)
    if (g_hash_table_contains (labels, point))
      g_hash_table_insert (labels, point, yd_point_dup_task (point, path));

  return labels;
}

static const char *
get_role_words (YdRole role)
{
  return role != YD_ROLE_NONE ? yd_role_get_words (yd_role_get_name (role)) : _("nothing");
}

static GtkWidget *
make_row (const YdRoleChange *change,
          const char         *point)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = yd_row_get_cell (change->unit, YD_UNIT_NAME);
  /* Translators: a unit, what it was to a point, and what it is to be */
  g_autofree char *words = g_strdup_printf (_("%s: %s → %s"), name != NULL ? name : "",
                                            get_role_words (change->was),
                                            get_role_words (change->role));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), point);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
fill_list (YdMatrixPaste *self)
{
  const guint n = self->table->changes->len;
  g_autoptr(GHashTable) labels = list_labels (self);

  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      const YdRoleChange *change = &g_array_index (self->table->changes, YdRoleChange, i);
      const char *label = g_hash_table_lookup (labels, change->point);

      gtk_list_box_append (self->list, make_row (change, label != NULL ? label : ""));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n > MAX_ROWS);
  if (n > MAX_ROWS)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                          n - MAX_ROWS), n - MAX_ROWS);

      gtk_label_set_label (self->rest, words);
    }
}

static void
fill_summary (YdMatrixPaste *self)
{
  const guint n = self->table->changes->len, same = self->table->n_same;
  g_autofree char *changed = n > 0
    ? g_strdup_printf (ngettext ("%u assignment will be changed.",
                                 "%u assignments will be changed.", n), n)
    : g_strdup (_("No assignment will be changed."));
  g_autofree char *kept = same > 0
    ? g_strdup_printf (ngettext ("%u is as in the plan.", "%u are as in the plan.", same), same)
    : NULL;
  /* Translators: two sentences */
  g_autofree char *both = g_strdup_printf (C_("two sentences", "%s %s"), changed,
                                           kept != NULL ? kept : "");

  gtk_label_set_label (self->summary, g_strchomp (both));
}

static void
append_names (GString    *words,
              const char *what,
              GPtrArray  *names)
{
  if (names->len == 0)
    return;

  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", what);
  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "、" : "",
                            (const char *) g_ptr_array_index (names, i));
  if (names->len > MAX_NAMES)
    {
      const guint n = names->len - MAX_NAMES;

      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("and %u more", "and %u more", n), n);
    }
}

/* What is not taken over, so that nobody believes it was. */
static void
fill_left_out (YdMatrixPaste *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  append_names (words, _("Units that are not in this plan: "), self->table->units);
  append_names (words, _("Points that are not in this plan: "), self->table->points);
  append_names (words, _("Cells that say no role: "), self->table->words);
  gtk_label_set_label (self->left_out_label, words->str);
  gtk_widget_set_visible (self->left_out, words->len > 0);
}

/**
 * yd_matrix_paste_new:
 * @parent: the window of the plan
 * @session: a session with a plan
 * @table: (transfer full): what was read, against that plan
 *
 * Returns: (transfer none): the dialog, which GTK keeps until it is closed
 */
GtkWidget *
yd_matrix_paste_new (GtkWindow   *parent,
                     YdSession   *session,
                     YdRoleTable *table)
{
  YdMatrixPaste *self = g_object_new (YD_TYPE_MATRIX_PASTE, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->table = table;
  fill_summary (self);
  fill_list (self);
  fill_left_out (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.change", table->changes->len > 0);
  if (table->changes->len > 0)
    gtk_widget_grab_focus (self->change_button);

  return GTK_WIDGET (self);
}
