/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-bar.h"

#include <glib/gi18n-lib.h>

#include "yd-directory-link.h"

/**
 * YdDirectoryBar:
 *
 * One line on what the directory and the plan that is open could have from each other: units
 * that the directory does not know, units and members that the plan could point to. Its buttons
 * do it.
 */

struct _YdDirectoryBar
{
  AdwBin           parent_instance;

  /* Owned */
  YdDirectoryDesk *desk;

  /* Borrowed */
  GtkLabel        *words;
  GtkWidget       *take;
  GtkWidget       *use;
};

G_DEFINE_FINAL_TYPE (YdDirectoryBar, yd_directory_bar, ADW_TYPE_BIN)

static void
yd_directory_bar_dispose (GObject *object)
{
  YdDirectoryBar *self = YD_DIRECTORY_BAR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yd_directory_bar_parent_class)->dispose (object);
}

static void
yd_directory_bar_class_init (YdDirectoryBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_directory_bar_dispose;
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
yd_directory_bar_init (YdDirectoryBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->words = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (box, "yd-check-bar");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  self->take = add_button (box, _("Take Over into the Directory"), "directory.take-over");
  self->use = add_button (box, _("Use in This Plan"), "directory.use");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Returns: (transfer floating): a bar for the office and the plan of @desk */
GtkWidget *
yd_directory_bar_new (YdDirectoryDesk *desk)
{
  YdDirectoryBar *self = g_object_new (YD_TYPE_DIRECTORY_BAR, NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

static char *
dup_unknown (guint n)
{
  return g_strdup_printf (ngettext ("%u unit of the open plan is not in the directory.",
                                    "%u units of the open plan are not in the directory.", n), n);
}

static char *
dup_groups (GPtrArray *groups,
            YdDay      day)
{
  char text[YD_DAY_SIZE];

  /* Translators: how many groups, one of them, a day */
  return g_strdup_printf (ngettext ("The members of %1$u group, “%2$s”, on %3$s can be "
                                    "entered in the plan.",
                                    "The members of %1$u groups, such as “%2$s”, on "
                                    "%3$s can be entered in the plan.", groups->len),
                          groups->len,
                          yd_row_get_cell (g_ptr_array_index (groups, 0), YD_UNIT_NAME),
                          yd_day_format (day, text));
}

static char *
make_words (guint      n_unknown,
            GPtrArray *groups,
            YdDay      day)
{
  g_autofree char *unknown = n_unknown > 0 ? dup_unknown (n_unknown) : NULL;
  g_autofree char *open = groups->len > 0 ? dup_groups (groups, day) : NULL;

  if (unknown != NULL && open != NULL)
    /* Translators: two sentences; between those of Chinese there is no blank */
    return g_strdup_printf (C_("sentences", "%1$s %2$s"), unknown, open);
  if (unknown != NULL || open != NULL)
    return g_strdup (unknown != NULL ? unknown : open);

  return g_strdup (_("The open plan has units that the directory knows, and does not point to "
                     "them yet."));
}

static guint
count_links (YdPlan      *plan,
             YdDirectory *directory,
             YdDay        day)
{
  g_autoptr(YdEdit) link = yd_plan_edit_link (plan, directory, day);
  guint n;

  yd_edit_get_changes (link, &n);

  return n;
}

/**
 * yd_directory_bar_update:
 * @self: a bar
 *
 * Looks again at what could be done.
 *
 * Returns: whether there is anything
 */
gboolean
yd_directory_bar_update (YdDirectoryBar *self)
{
  YdSession *session = yd_directory_desk_get_session (self->desk);
  YdDirectory *directory = yd_directory_desk_get_directory (self->desk);
  YdPlan *plan = yd_session_get_read_only (session) ? NULL : yd_session_get_plan (session);
  g_autoptr(GPtrArray) unknown = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  g_autofree char *words = NULL;
  gboolean can_take, can_use;
  YdDay day;

  if (plan == NULL || yd_directory_get_units (directory)->len == 0)
    return FALSE;

  day = yd_plan_get_day (plan, yd_session_get_today (session));
  unknown = yd_plan_list_unknown (plan, directory, day);
  groups = yd_plan_list_open_groups (plan, directory, day);
  can_take = unknown->len > 0 && yd_session_can_edit_office (session);
  can_use = groups->len > 0 || count_links (plan, directory, day) > 0;
  words = make_words (unknown->len, groups, day);

  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->take, can_take);
  gtk_widget_set_visible (self->use, can_use);

  return can_use || unknown->len > 0;
}
