/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-fact-row.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-edits.h"
#include "yd-role-mark.h"
#include "yd-schedule-edits.h"

/**
 * YdFactRow:
 *
 * One fact of a point in a dense row: a mark, what it says, where it comes from, and
 * what can be done with it. Enter accepts what was only proposed, and edits what is not;
 * Delete drops or deletes; a role is changed by its menu, by 1, 2, 3, or by Space.
 */

struct _YdFactRow
{
  GtkListBoxRow     parent_instance;

  /* Owned */
  YdRow            *fact;

  /* Borrowed */
  const YdFactKind *kind;
  YdSchedule       *schedule;           /* while it is updated */

  /* Template */
  GtkWidget        *box;
  YdRoleMark       *mark;
  GtkImage         *icon;
  GtkLabel         *title;
  GtkLabel         *tag;
  GtkLabel         *due;
  GtkWidget        *proposed;
  GtkLabel         *subtitle;
  GtkWidget        *link;
  GtkLabel         *link_words;
  GtkMenuButton    *role_button;
  GtkLabel         *role_label;
  GtkWidget        *accept;
  GtkWidget        *edit;
  GtkWidget        *remove;
};

G_DEFINE_FINAL_TYPE (YdFactRow, yd_fact_row, GTK_TYPE_LIST_BOX_ROW)

static YdPage *
get_page (YdFactRow *self)
{
  return YD_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), YD_TYPE_PAGE));
}

static gboolean
is_read_only (YdFactRow *self)
{
  return yd_session_get_read_only (yd_page_get_session (get_page (self)));
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdFactRow *self = YD_FACT_ROW (widget);
  YdSession *session = yd_page_get_session (get_page (self));
  g_autoptr(YdEdit) edit = yd_schedule_edit_accept (yd_session_get_plan (session), self->fact,
                                                    yd_session_get_ids (session));

  if (!is_read_only (self) && yd_page_commit (get_page (self), edit))
    gtk_widget_grab_focus (widget);
}

static GtkWidget *
find_neighbour (GtkWidget *widget)
{
  GtkWidget *next = gtk_widget_get_next_sibling (widget);

  return next != NULL ? next : gtk_widget_get_prev_sibling (widget);
}

/* The focus goes to the row that takes the place of this one. */
static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdFactRow *self = YD_FACT_ROW (widget);
  g_autoptr(YdEdit) edit = yd_plan_is_proposed (self->fact)
                           ? yd_plan_edit_refuse (self->fact)
                           : yd_plan_edit_delete_row (self->fact, self->kind->delete_act);
  GtkWidget *list = gtk_widget_get_parent (widget);
  GtkWidget *next = find_neighbour (widget);
  YdPage *page = get_page (self);

  if (is_read_only (self))
    return;
  if (next != NULL)
    g_object_add_weak_pointer (G_OBJECT (next), (gpointer *) &next);

  if (yd_page_commit (page, edit))
    {
      if (next != NULL && gtk_widget_get_parent (next) == list)
        gtk_widget_grab_focus (next);
      else
        gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
    }

  if (next != NULL)
    g_object_remove_weak_pointer (G_OBJECT (next), (gpointer *) &next);
}

static void
role_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdFactRow *self = YD_FACT_ROW (widget);
  g_autoptr(YdEdit) edit = NULL;

  if (!self->kind->has_role || is_read_only (self))
    return;

  edit = yd_plan_edit_set_role (self->fact, g_variant_get_string (parameter, NULL));
  yd_page_commit (get_page (self), edit);
}

static void
next_role_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  static const char * const roles[] = { "lead", "responsible", "support", "lead" };
  YdFactRow *self = YD_FACT_ROW (widget);
  const char *role = self->kind->has_role
                     ? yd_row_get_cell (self->fact, YD_ASSIGNMENT_ROLE) : NULL;

  for (guint i = 0; i + 1 < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (roles[i], role) == 0)
      {
        gtk_widget_activate_action (widget, "fact.role", "s", roles[i + 1]);
        return;
      }
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdFactRow *self = YD_FACT_ROW (widget);

  if (is_read_only (self))
    return;
  if (self->kind->has_role)
    gtk_menu_button_popup (self->role_button);
  else if (self->kind->edit != NULL)
    self->kind->edit (self, self->fact);
}

/* To another point that it names. */
static void
follow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdSession *session = yd_page_get_session (get_page (YD_FACT_ROW (widget)));
  YdPoint *point = yd_space_lookup (YD_SPACE (yd_session_get_plan (session)), YD_KIND_POINT,
                                    g_variant_get_string (parameter, NULL));

  if (point != NULL)
    yd_session_set_selected (session, point);
}

static void
activate_cb (YdFactRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self),
                              yd_plan_is_proposed (self->fact) ? "fact.accept" : "fact.edit",
                              NULL);
}

static void
yd_fact_row_dispose (GObject *object)
{
  YdFactRow *self = YD_FACT_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (yd_fact_row_parent_class)->dispose (object);
}

/* A menu shows the last key of an action. */
static void
add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint       key;
    const char *action;
    const char *role;
  } keys[] = {
    { GDK_KEY_KP_Delete, "fact.delete", NULL },
    { GDK_KEY_Delete,    "fact.delete", NULL },
    { GDK_KEY_F2,        "fact.edit", NULL },
    { GDK_KEY_space,     "fact.next-role", NULL },
    { GDK_KEY_KP_1,      "fact.role", "lead" },
    { GDK_KEY_1,         "fact.role", "lead" },
    { GDK_KEY_KP_2,      "fact.role", "responsible" },
    { GDK_KEY_2,         "fact.role", "responsible" },
    { GDK_KEY_KP_3,      "fact.role", "support" },
    { GDK_KEY_3,         "fact.role", "support" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].role != NULL)
      gtk_widget_class_add_binding_action (klass, keys[i].key, 0, keys[i].action, "s",
                                           keys[i].role);
    else
      gtk_widget_class_add_binding_action (klass, keys[i].key, 0, keys[i].action, NULL);
}

static void
yd_fact_row_class_init (YdFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_fact_row_dispose;

  g_type_ensure (YD_TYPE_ROLE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, box);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, mark);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, icon);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, title);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, tag);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, proposed);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, due);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, link);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, link_words);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, role_button);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, role_label);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, accept);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, edit);
  gtk_widget_class_bind_template_child (widget_class, YdFactRow, remove);

  gtk_widget_class_install_action (widget_class, "fact.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "fact.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "fact.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "fact.follow", "s", follow_action);
  gtk_widget_class_install_action (widget_class, "fact.role", "s", role_action);
  gtk_widget_class_install_action (widget_class, "fact.next-role", NULL, next_role_action);
  add_keys (widget_class);
}

static void
yd_fact_row_init (YdFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
}

/**
 * yd_fact_row_new:
 * @fact: a row of the plan
 * @kind: how it is shown; must live longer
 *
 * Returns: (transfer full): a row that says nothing before yd_fact_row_update()
 */
GtkWidget *
yd_fact_row_new (YdRow            *fact,
                 const YdFactKind *kind)
{
  YdFactRow *self = g_object_new (YD_TYPE_FACT_ROW, NULL);

  self->fact = g_object_ref (fact);
  self->kind = kind;

  return GTK_WIDGET (self);
}

/* Returns: (transfer none): what it shows */
YdRow *
yd_fact_row_get_fact (YdFactRow *self)
{
  g_return_val_if_fail (YD_IS_FACT_ROW (self), NULL);

  return self->fact;
}

/* The whole row in one sentence, for those who hear it. */
static void
name_row (YdFactRow *self,
          gboolean   proposed)
{
  const char *role = self->kind->has_role
                     ? gtk_label_get_label (self->role_label) : NULL;
  const char *due = gtk_label_get_label (self->due);
  g_autofree char *words = g_strconcat (gtk_label_get_label (self->title),
                                        role != NULL ? ", " : "", role != NULL ? role : "",
                                        *due != '\0' ? ", " : "", due,
                                        proposed ? ", " : "", proposed ? _("Proposed") : "",
                                        NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->subtitle), -1);
}

static void
name_button (GtkWidget  *button,
             const char *words)
{
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* Says again what the fact says now. */
void
yd_fact_row_update (YdFactRow      *self,
                    YdPlan         *plan,
                    YdSchedule     *schedule,
                    gboolean        read_only)
{
  gboolean proposed;

  g_return_if_fail (YD_IS_FACT_ROW (self));

  proposed = yd_plan_is_proposed (self->fact);
  self->schedule = schedule;
  self->kind->describe (self, plan, self->fact);
  self->schedule = NULL;

  gtk_widget_set_visible (self->proposed, proposed);
  gtk_widget_set_visible (self->accept, proposed && !read_only);
  gtk_widget_set_visible (self->edit, self->kind->edit != NULL && !read_only);

  /* Elsewhere the menu of the role, or the editor, can delete. */
  gtk_widget_set_visible (self->remove, !read_only &&
                          (proposed || (!self->kind->has_role && self->kind->edit == NULL)));
  name_button (self->remove, proposed ? _("Drop") : _("Delete"));
  if (self->kind->edit_words != NULL)
    name_button (self->edit, _(self->kind->edit_words));
  gtk_widget_set_sensitive (GTK_WIDGET (self->role_button), !read_only);
  name_row (self, proposed);
}

void
yd_fact_row_set_role (YdFactRow  *self,
                      const char *role)
{
  g_autofree char *words = NULL;

  g_return_if_fail (YD_IS_FACT_ROW (self));

  yd_role_mark_set_role (self->mark, role);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), role != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->role_button), role != NULL);
  gtk_label_set_label (self->role_label, yd_role_get_words (role));
  words = g_strdup_printf (_("Role: %s"), yd_role_get_words (role));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
yd_fact_row_set_icon (YdFactRow  *self,
                      const char *icon_name)
{
  g_return_if_fail (YD_IS_FACT_ROW (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
}

void
yd_fact_row_set_title (YdFactRow  *self,
                       const char *title)
{
  g_return_if_fail (YD_IS_FACT_ROW (self));

  gtk_label_set_label (self->title, title != NULL ? title : "");
}

void
yd_fact_row_set_subtitle (YdFactRow  *self,
                          const char *subtitle)
{
  g_return_if_fail (YD_IS_FACT_ROW (self));

  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
}

/**
 * yd_fact_row_set_link:
 * @self: a row
 * @words: (nullable): what it says about another point
 * @point: (nullable): that point, to which it leads
 */
void
yd_fact_row_set_link (YdFactRow  *self,
                      const char *words,
                      YdPoint    *point)
{
  g_return_if_fail (YD_IS_FACT_ROW (self));

  gtk_label_set_label (self->link_words, words != NULL ? words : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->link), "s",
                                    point != NULL ? yd_row_get_id (point) : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link), "fact.follow");
  gtk_widget_set_visible (self->link, point != NULL);
}

/* Returns: (transfer none) (nullable): what dates follow from, for @describe alone */
YdSchedule *
yd_fact_row_get_schedule (YdFactRow *self)
{
  g_return_val_if_fail (YD_IS_FACT_ROW (self), NULL);

  return self->schedule;
}

/* The day on which it is due, at the right. */
void
yd_fact_row_set_due (YdFactRow  *self,
                     const char *due)
{
  g_return_if_fail (YD_IS_FACT_ROW (self));

  gtk_label_set_label (self->due, due != NULL ? due : "");
  gtk_widget_set_visible (GTK_WIDGET (self->due), due != NULL);
}

/* A small word in a frame after the title. */
void
yd_fact_row_set_tag (YdFactRow  *self,
                     const char *tag)
{
  g_return_if_fail (YD_IS_FACT_ROW (self));

  gtk_label_set_label (self->tag, tag != NULL ? tag : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tag != NULL);
}

/* Returns: (transfer none): where a popover about it points to */
GtkWidget *
yd_fact_row_get_anchor (YdFactRow *self)
{
  g_return_val_if_fail (YD_IS_FACT_ROW (self), NULL);

  return gtk_widget_get_visible (self->edit) ? self->edit : GTK_WIDGET (self);
}
