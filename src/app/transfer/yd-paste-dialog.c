/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-plan-edits.h"

/**
 * YdPasteDialog:
 *
 * What would be added to the plan, and where, before it is. One edit adds it all, and
 * one undo takes it back.
 */

/* More than is looked through; the sentence above says how many there are. */
#define MAX_ROWS 100

#define MAX_TEXT_CHARS 80
#define INDENT 24               /* px for each level */

struct _YdPasteDialog
{
  AdwWindow    parent_instance;

  /* Owned */
  YdSession   *session;
  YdPlan      *plan;
  YdPoint     *selected;        /* (nullable) */
  GPtrArray   *points;

  /* Template */
  GtkWidget   *add_button;
  AdwComboRow *place;
  GtkLabel    *summary;
  GtkListBox  *list;
  GtkLabel    *rest;
  GtkRevealer *error_revealer;
  GtkLabel    *error_label;
};

G_DEFINE_FINAL_TYPE (YdPasteDialog, yd_paste_dialog, ADW_TYPE_WINDOW)

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');
  g_autofree char *head = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_TEXT_CHARS)
    return g_steal_pointer (&line);

  head = g_utf8_substring (line, 0, MAX_TEXT_CHARS);

  return g_strconcat (head, "…", NULL);
}

static void
append_units (GString           *words,
              const YdNewPoint  *point,
              guint              role,
              const char        *name)
{
  g_autofree char *units = NULL;

  if (point->units[role] == NULL || point->units[role][0] == NULL)
    return;

  units = g_strjoinv ("、", point->units[role]);
  g_string_append_printf (words, "%s%s %s", words->len > 0 ? "　" : "", name, units);
}

/* The second line of a row: who, when, and how its text begins. */
static char *
make_facts (const YdNewPoint *point)
{
  const char *names[YD_NEW_POINT_N_ROLES] = { _("Lead"), _("Responsible"), _("Support") };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < YD_NEW_POINT_N_ROLES; i++)
    append_units (words, point, i, names[i]);
  if (point->deadline != NULL && *point->deadline != '\0')
    g_string_append_printf (words, "%s%s %s", words->len > 0 ? "　" : "", _("Deadline"),
                            point->deadline);

  return g_string_free (words, FALSE);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
append_caption (GtkWidget  *box,
                const char *text)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  label = make_label (text, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_row (const YdNewPoint *point,
          gboolean          heads)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *facts = make_facts (point);
  g_autofree char *text = point->text != NULL ? shorten (point->text) : NULL;
  g_autofree char *said = NULL;
  const gboolean has_title = point->title != NULL && *point->title != '\0';
  const char *name;

  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12 + (int) point->level * INDENT);
  gtk_widget_set_margin_end (box, 12);

  name = has_title ? point->title
         : text != NULL && *text != '\0' ? text : _("Point without a title");
  said = g_strjoin (C_("between parts of a row", ", "), name, *facts != '\0' ? facts : NULL, NULL);
  yd_accessible_set_name (row, said);
  gtk_box_append (GTK_BOX (box), make_label (name, has_title && heads ? "heading" : NULL));
  append_caption (box, facts);
  append_caption (box, has_title ? text : NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
fill_list (YdPasteDialog *self)
{
  const guint n = self->points->len;
  const guint n_more = n > MAX_ROWS ? n - MAX_ROWS : 0;

  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    {
      const YdNewPoint *point = g_ptr_array_index (self->points, i);
      const YdNewPoint *next = i + 1 < n ? g_ptr_array_index (self->points, i + 1) : NULL;

      gtk_list_box_append (self->list,
                           make_row (point, next != NULL && next->level > point->level));
    }

  if (n_more > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more),
                                                n_more);

      gtk_label_set_label (self->rest, words);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_more > 0);
}

/* Names that are not in the plan yet, each once. */
static guint
count_new_units (YdPasteDialog *self)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_new = 0;

  for (guint i = 0; i < self->points->len; i++)
    for (guint role = 0; role < YD_NEW_POINT_N_ROLES; role++)
      {
        const YdNewPoint *point = g_ptr_array_index (self->points, i);

        for (char **name = point->units[role]; name != NULL && *name != NULL; name++)
          if (g_hash_table_add (names, *name))
            n_new += yd_plan_find_unit (self->plan, *name) == NULL;
      }

  return n_new;
}

static void
fill_summary (YdPasteDialog *self)
{
  const guint n = self->points->len;
  const guint n_units = count_new_units (self);
  GString *words = g_string_new (NULL);
  g_autofree char *whole = NULL;

  g_string_append_printf (words, ngettext ("%u point will be added.",
                                           "%u points will be added.", n), n);
  if (n_units > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%u unit is new to this plan.",
                                               "%u units are new to this plan.", n_units),
                              n_units);
    }

  whole = g_string_free (words, FALSE);
  gtk_label_set_label (self->summary, whole);
}

static gboolean
has_levels (GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    if (((YdNewPoint *) g_ptr_array_index (points, i))->level > 0)
      return TRUE;

  return FALSE;
}

/* Where the selected point heads others, more of those are meant, unless what comes has
 * heads of its own. */
static void
fill_places (YdPasteDialog *self)
{
  g_autoptr(GtkStringList) places = gtk_string_list_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *after = NULL;
  g_autofree char *below = NULL;

  if (self->selected != NULL)
    {
      const char *text = yd_point_get_title (self->selected);

      title = shorten (text != NULL ? text : _("Point without a title"));
      after = g_strdup_printf (_("After “%s”"), title);
      below = g_strdup_printf (_("Below “%s”"), title);
      gtk_string_list_append (places, after);
      gtk_string_list_append (places, below);
    }
  gtk_string_list_append (places, _("At the End of the Plan"));

  adw_combo_row_set_model (self->place, G_LIST_MODEL (places));
  if (self->selected != NULL && !has_levels (self->points) &&
      g_list_model_get_n_items (yd_point_get_children (self->selected)) > 0)
    adw_combo_row_set_selected (self->place, YD_PASTE_BELOW);
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), self->selected != NULL);
}

/* Returns: (transfer none) (nullable): the last of them, which the plan keeps */
static YdPoint *
find_last (GListModel *points)
{
  const guint n = g_list_model_get_n_items (points);
  g_autoptr(YdRow) last = n > 0 ? g_list_model_get_item (points, n - 1) : NULL;

  return last;
}

static YdEdit *
make_edit (YdPasteDialog *self)
{
  YdPoint *parent = NULL, *after = NULL;

  switch (yd_paste_dialog_get_place (self))
    {
    case YD_PASTE_AFTER:
      parent = yd_point_get_parent (self->selected);
      after = self->selected;
      break;

    case YD_PASTE_BELOW:
      parent = self->selected;
      after = find_last (yd_point_get_children (parent));
      break;

    case YD_PASTE_END:
    default:
      after = find_last (yd_plan_get_points (self->plan));
    }

  return yd_plan_edit_paste (self->plan, parent, after, self->points,
                             yd_session_get_ids (self->session));
}

/* The first of the new points is what one goes on with. */
static void
select_first (YdPasteDialog *self,
              YdEdit        *edit)
{
  guint n;
  const YdChange *changes = yd_edit_get_changes (edit, &n);

  for (guint i = 0; i < n; i++)
    if (changes[i].kind == YD_KIND_POINT && changes[i].field == YD_FIELD_DELETED)
      {
        yd_session_set_selected (self->session,
                                 yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT,
                                                  changes[i].id));
        return;
      }
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  YdPasteDialog *self = YD_PASTE_DIALOG (widget);
  g_autoptr(YdEdit) edit = make_edit (self);
  g_autoptr(GError) error = NULL;

  if (!yd_session_commit (self->session, edit, &error))
    {
      gtk_label_set_label (self->error_label, error->message);
      gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
      return;
    }

  select_first (self, edit);
  gtk_window_close (GTK_WINDOW (self));
}

static void
yd_paste_dialog_dispose (GObject *object)
{
  YdPasteDialog *self = YD_PASTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PASTE_DIALOG);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_object (&self->selected);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_paste_dialog_parent_class)->dispose (object);
}

static void
yd_paste_dialog_class_init (YdPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_paste_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, place);
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, list);
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, rest);
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, YdPasteDialog, error_label);

  gtk_widget_class_install_action (widget_class, "paste.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
yd_paste_dialog_init (YdPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yd_accessible_name_buttons (GTK_WIDGET (self));
  yd_accessible_name_list (GTK_WIDGET (self->place), _("Place"));
}

/**
 * yd_paste_dialog_new:
 * @parent: the window of the plan
 * @session: a session with a plan
 * @points: (element-type YdNewPoint): what would be added, at least one
 *
 * Returns: (transfer none): the dialog, which GTK keeps until it is closed
 */
GtkWidget *
yd_paste_dialog_new (GtkWindow *parent,
                     YdSession *session,
                     GPtrArray *points)
{
  YdPasteDialog *self = g_object_new (YD_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->session, session);
  g_set_object (&self->plan, yd_session_get_plan (session));
  g_set_object (&self->selected, yd_session_get_selected (session));
  self->points = g_ptr_array_ref (points);

  fill_places (self);
  fill_summary (self);
  fill_list (self);
  gtk_widget_grab_focus (self->add_button);

  return GTK_WIDGET (self);
}

YdPastePlace
yd_paste_dialog_get_place (YdPasteDialog *self)
{
  g_return_val_if_fail (YD_IS_PASTE_DIALOG (self), YD_PASTE_END);

  return self->selected != NULL ? (YdPastePlace) adw_combo_row_get_selected (self->place)
                                : YD_PASTE_END;
}

/* Chooses where they go; without a selected point there is only the end. */
void
yd_paste_dialog_set_place (YdPasteDialog *self,
                           YdPastePlace   place)
{
  g_return_if_fail (YD_IS_PASTE_DIALOG (self));

  if (self->selected != NULL)
    adw_combo_row_set_selected (self->place, place);
}

/* Returns: (transfer none) (nullable): why they could not be added */
const char *
yd_paste_dialog_get_error (YdPasteDialog *self)
{
  g_return_val_if_fail (YD_IS_PASTE_DIALOG (self), NULL);

  return gtk_revealer_get_reveal_child (self->error_revealer)
         ? gtk_label_get_label (self->error_label) : NULL;
}
