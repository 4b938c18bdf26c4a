/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-join.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-directory-edits.h"
#include "yd-directory-words.h"
#include "yd-unit-entry.h"
#include "yd-unit-plans.h"

/**
 * YdDirectoryJoin:
 *
 * Says that a unit was renamed or its work taken over on some day, or that it is the same as
 * another one. What that changes is said in words before it is done.
 */

struct _YdDirectoryJoin
{
  AdwBin           parent_instance;

  /* Owned */
  YdDirectoryDesk *desk;
  GPtrArray       *ending;              /* ids of those that end, the selected one first */
  char            *target;              /* (nullable): the id of the other one */
  char            *name;                /* (nullable): of a successor that is new */
  GPtrArray       *plans;               /* (nullable): titles of those that name it */

  /* Borrowed */
  GtkLabel        *title;
  GtkLabel        *also_label;
  GtkWidget       *also;
  GtkLabel        *target_label;
  GtkWidget       *entry;
  GtkWidget       *day_label;
  GtkWidget       *day;
  GtkLabel        *preview;

  gboolean         merge;
};

G_DEFINE_FINAL_TYPE (YdDirectoryJoin, yd_directory_join, ADW_TYPE_BIN)

static const YdDirectoryUnit *
lookup (YdDirectoryJoin *self,
        const char      *id)
{
  return id != NULL ? yd_directory_lookup (yd_directory_desk_get_directory (self->desk), id) : NULL;
}

static YdRow *
lookup_row (YdDirectoryJoin *self,
            const char      *id)
{
  return id != NULL ? yd_space_lookup (YD_SPACE (yd_directory_desk_get_office (self->desk)),
                                       YD_KIND_UNIT, id) : NULL;
}

static const char *
get_target_name (YdDirectoryJoin *self)
{
  const YdDirectoryUnit *target = lookup (self, self->target);

  return target != NULL ? target->name : self->name;
}

/* Returns: (transfer full): `市国税局、市地税局` */
static char *
join_ending (YdDirectoryJoin *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->ending->len; i++)
    {
      const YdDirectoryUnit *unit = lookup (self, g_ptr_array_index (self->ending, i));

      if (unit != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? C_("between names", ", ") : "",
                                unit->name);
    }

  return g_string_free (names, FALSE);
}

static YdDay
get_day (YdDirectoryJoin *self)
{
  YdDay day;

  return yd_directory_words_read_day (gtk_editable_get_text (GTK_EDITABLE (self->day)), &day)
         ? day : YD_DAY_NONE;
}

/* The preview */

/* A reform leaves alone where the unit was a member before; a group is said once. */
static void
say_groups (YdDirectoryJoin *self,
            GString         *words)
{
  g_autoptr(GHashTable) said = g_hash_table_new (NULL, NULL);
  const YdDay day = get_day (self);

  for (guint i = 0; i < self->ending->len; i++)
    {
      const YdDirectoryUnit *unit = lookup (self, g_ptr_array_index (self->ending, i));

      for (guint j = 0; unit != NULL && j < unit->groups->len; j++)
        {
          const YdDirectoryMember *member = &g_array_index (unit->groups, YdDirectoryMember, j);
          const gboolean over = !self->merge && member->to != YD_DAY_NONE && member->to < day;

          if (over || !g_hash_table_add (said, member->unit))
            continue;
          g_string_append_printf (words, self->merge ? _("\n• In “%1$s” it is read as %2$s.")
                                                     : _("\n• In “%1$s” its place goes to %2$s."),
                                  member->unit->name, get_target_name (self));
        }
    }
}

static void
say_plans (YdDirectoryJoin *self,
           GString         *words)
{
  const guint n = self->plans != NULL ? self->plans->len : 0;

  if (n == 0)
    return;

  g_string_append_printf (words, ngettext ("\n• %u plan names it and goes on to show the name that "
                                           "it prints:", "\n• %u plans name it and go on to show "
                                           "the name that they print:", n), n);
  for (guint i = 0; i < MIN (n, 5); i++)
    g_string_append_printf (words, _(" “%s”"), (char *) g_ptr_array_index (self->plans, i));
}

static char *
make_preview (YdDirectoryJoin *self)
{
  const char *target = get_target_name (self);
  g_autofree char *ending = join_ending (self);
  GString *words;
  char text[YD_DAY_SIZE], before[YD_DAY_SIZE];
  const YdDay day = get_day (self);

  if (target == NULL)
    return g_strdup (self->merge ? _("Choose the unit that it is the same as.")
                                 : _("Name the unit that takes over, or write the new name."));
  if (!self->merge && day == YD_DAY_NONE)
    return g_strdup (_("Say from which day, as 2018-07-05."));

  words = g_string_new (NULL);
  if (self->merge)
    g_string_append_printf (words, _("%1$s and %2$s are one unit. Both names lead to %2$s; the "
                                     "rows stay and can be parted again."), ending, target);
  else
    g_string_append_printf (words, _("%1$s: until %2$s. %3$s: from %4$s."), ending,
                            yd_day_format (day - 1, before), target, yd_day_format (day, text));
  say_groups (self, words);
  say_plans (self, words);

  return g_string_free (words, FALSE);
}

static gboolean
is_ready (YdDirectoryJoin *self)
{
  return get_target_name (self) != NULL && (self->merge || get_day (self) != YD_DAY_NONE);
}

static void
update (YdDirectoryJoin *self)
{
  g_autofree char *preview = make_preview (self);
  g_autofree char *ending = join_ending (self);
  g_autofree char *title = g_strdup_printf (self->merge ? _("%s is the same as…")
                                                        : _("%s was renamed or taken over"),
                                            ending);
  const char *target = get_target_name (self);
  g_autofree char *chosen = target != NULL ? g_strdup_printf (self->merge ? _("Same as: %s")
                                                                          : _("Successor: %s"),
                                                              target) : NULL;

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->preview, preview);
  gtk_label_set_label (self->target_label, chosen != NULL ? chosen : self->merge
                       ? _("The unit that it is the same as") : _("Successor"));
  gtk_widget_action_set_enabled (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                                 "directory.apply", is_ready (self));
}

/* Which plans name it */

static void
answer_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(YdDirectoryJoin) self = user_data;
  g_autoptr(GPtrArray) titles = yd_unit_plans_list_finish (result, NULL);

  /* Without an answer the preview says less. */
  if (titles == NULL || self->ending->len == 0 || gtk_widget_get_root (GTK_WIDGET (self)) == NULL ||
      !g_str_equal (yd_unit_plans_get_unit (result), g_ptr_array_index (self->ending, 0)))
    return;

  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->plans = g_steal_pointer (&titles);
  update (self);
}

static void
ask_plans (YdDirectoryJoin *self)
{
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  if (self->ending->len > 0)
    yd_unit_plans_list_async (yd_directory_desk_get_session (self->desk),
                              g_ptr_array_index (self->ending, 0), answer_cb, g_object_ref (self));
}

/* What the person says */

static gboolean
is_ending (YdDirectoryJoin *self,
           const char      *id)
{
  return g_ptr_array_find_with_equal_func (self->ending, id, g_str_equal, NULL);
}

static void
picked_cb (YdDirectoryJoin *self,
           YdRow           *unit)
{
  if (is_ending (self, yd_row_get_id (unit)))
    {
      yd_directory_desk_say (self->desk, _("That is the unit itself."));
      return;
    }

  g_clear_pointer (&self->name, g_free);
  g_free (self->target);
  self->target = g_strdup (yd_row_get_id (unit));
  update (self);
}

static void
named_cb (YdDirectoryJoin *self,
          const char      *name)
{
  if (self->merge)
    return;

  g_clear_pointer (&self->target, g_free);
  g_free (self->name);
  self->name = g_strdup (name);
  update (self);
}

static void
also_cb (YdDirectoryJoin *self,
         YdRow           *unit)
{
  if (!is_ending (self, yd_row_get_id (unit)) &&
      g_strcmp0 (self->target, yd_row_get_id (unit)) != 0)
    g_ptr_array_add (self->ending, g_strdup (yd_row_get_id (unit)));
  update (self);
}

static void
yd_directory_join_dispose (GObject *object)
{
  YdDirectoryJoin *self = YD_DIRECTORY_JOIN (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yd_directory_join_parent_class)->dispose (object);
}

static void
yd_directory_join_finalize (GObject *object)
{
  YdDirectoryJoin *self = YD_DIRECTORY_JOIN (object);

  g_clear_pointer (&self->ending, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (yd_directory_join_parent_class)->finalize (object);
}

static void
yd_directory_join_class_init (YdDirectoryJoinClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_directory_join_dispose;
  G_OBJECT_CLASS (klass)->finalize = yd_directory_join_finalize;
}

static void
yd_directory_join_init (YdDirectoryJoin *self)
{
  self->ending = g_ptr_array_new_with_free_func (g_free);
}

static GtkLabel *
add_label (GtkBox     *box,
           const char *words,
           const char *css_class)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                  NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  if (g_strcmp0 (css_class, "heading") == 0)
    gtk_widget_set_margin_top (GTK_WIDGET (label), 12);
  gtk_box_append (box, GTK_WIDGET (label));

  return label;
}

static GtkWidget *
add_entry (YdDirectoryJoin *self,
           GtkBox          *box,
           const char      *hint,
           GCallback        callback)
{
  GtkWidget *entry = yd_unit_entry_new_to_choose (hint);

  gtk_widget_add_css_class (entry, "yd-directory-adder");
  g_signal_connect_object (entry, "picked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (box, entry);

  return entry;
}

static void
add_all (YdDirectoryJoin *self,
         GtkBox          *box)
{
  self->title = add_label (box, "", "title-2");
  self->also_label = add_label (box, _("Others that ended with it, such as 市地税局 with 市国税局"),
                                "heading");
  self->also = add_entry (self, box, _("Add a unit: name or initials"), G_CALLBACK (also_cb));
  self->target_label = add_label (box, "", "heading");
  self->entry = add_entry (self, box, _("Name or initials"),
                           G_CALLBACK (picked_cb));
  g_signal_connect_object (self->entry, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  self->day_label = GTK_WIDGET (add_label (box, _("First day of the successor"), "heading"));
  self->day = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->day), "2018-07-05");
  gtk_widget_set_halign (self->day, GTK_ALIGN_START);
  yd_accessible_set_name (self->day, _("First day of the successor"));
  g_signal_connect_object (self->day, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, self->day);
  add_label (box, _("What this changes"), "heading");
  self->preview = add_label (box, "", NULL);
}

/**
 * yd_directory_join_new:
 * @desk: whose selected unit it is about
 *
 * Returns: (transfer floating): a form
 */
GtkWidget *
yd_directory_join_new (YdDirectoryDesk *desk)
{
  YdDirectoryJoin *self = g_object_new (YD_TYPE_DIRECTORY_JOIN, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 640, "child", box, NULL);

  self->desk = g_object_ref (desk);
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 18, "margin-bottom", 18,
                NULL);
  add_all (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                   GTK_POLICY_NEVER, "child", clamp, NULL));

  return GTK_WIDGET (self);
}

/* Begins anew with the unit that is selected; with @merge it is the same as another one. */
void
yd_directory_join_begin (YdDirectoryJoin *self,
                         gboolean         merge)
{
  YdRow *selected = yd_directory_desk_get_selected (self->desk);
  YdSpace *office = YD_SPACE (yd_directory_desk_get_office (self->desk));

  g_return_if_fail (YD_IS_DIRECTORY_JOIN (self));

  self->merge = merge;
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->name, g_free);
  g_ptr_array_set_size (self->ending, 0);
  if (selected != NULL)
    g_ptr_array_add (self->ending, g_strdup (yd_row_get_id (selected)));
  yd_unit_entry_set_space (YD_UNIT_ENTRY (self->also), office);
  yd_unit_entry_set_space (YD_UNIT_ENTRY (self->entry), office);
  yd_unit_entry_set_names (YD_UNIT_ENTRY (self->entry), !merge);
  gtk_editable_set_text (GTK_EDITABLE (self->day), "");
  gtk_widget_set_visible (GTK_WIDGET (self->also_label), !merge);
  gtk_widget_set_visible (self->also, !merge);
  gtk_widget_set_visible (self->day_label, !merge);
  gtk_widget_set_visible (self->day, !merge);
  update (self);
  ask_plans (self);
  gtk_widget_grab_focus (self->entry);
}

static YdEdit *
make_edit (YdDirectoryJoin *self)
{
  YdOffice *office = yd_directory_desk_get_office (self->desk);
  const YdIdSource *ids = yd_session_get_ids (yd_directory_desk_get_session (self->desk));
  YdRow *target = lookup_row (self, self->target);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *id = NULL;

  for (guint i = 0; i < self->ending->len; i++)
    g_ptr_array_add (rows, lookup_row (self, g_ptr_array_index (self->ending, i)));

  if (self->merge)
    return yd_office_edit_merge (office, g_ptr_array_index (rows, 0), target);
  if (target != NULL)
    return yd_office_edit_succeed (office, rows, target, get_day (self), ids);

  id = yd_id_new (ids);

  return yd_office_edit_succeed_new (office, rows, id, self->name, get_day (self), ids);
}

/* Does it. Returns: whether it is done; if not, the person was told */
gboolean
yd_directory_join_take (YdDirectoryJoin *self)
{
  g_autoptr(YdEdit) edit = NULL;
  guint n;

  g_return_val_if_fail (YD_IS_DIRECTORY_JOIN (self), FALSE);

  if (!is_ready (self))
    return FALSE;

  edit = make_edit (self);
  yd_edit_get_changes (edit, &n);
  if (n == 0)
    {
      yd_directory_desk_say (self->desk, _("The other one is the same as this one already."));
      return FALSE;
    }

  return yd_directory_desk_commit (self->desk, edit);
}
