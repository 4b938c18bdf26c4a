/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-welcome.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-application.h"
#include "yd-style.h"
#include "yd-tooltip.h"
#include "yd-when.h"

/**
 * YdWelcome:
 *
 * What the window shows without a plan: the ways to begin, the plans of the library,
 * and what was wrong with the file that could not be opened.
 */

struct _YdWelcome
{
  AdwBin         parent_instance;

  /* Template */
  GtkButton     *back_button;
  GtkMenuButton *menu_button;
  GMenuModel    *welcome_menu;
  AdwClamp      *clamp;
  GtkWidget     *column;
  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *sentence;
  GtkWidget     *buttons;
  GtkWidget     *open_button;
  GtkListBox    *ways;
  GtkWidget     *hint;

  /* Until there is something for them NULL, as a whole */
  GtkBuilder    *builder;       /* owned, and owns the others */
  GtkWidget     *notice;
  GtkLabel      *notice_label;
  GtkWidget     *notice_button;
  GtkWidget     *recent_box;
  GtkListBox    *recent_list;
  GtkWidget     *open_row;
  GtkWidget     *details;
  GtkLabel      *details_label;
  GtkWidget     *copy_button;

  GPtrArray     *infos;         /* of the plans that are listed; only compared */
  guint          n_plans;
  gboolean       failed;
};

G_DEFINE_FINAL_TYPE (YdWelcome, yd_welcome, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  gsize       offset;
} more[] = {
  { "notice",        G_STRUCT_OFFSET (YdWelcome, notice)        },
  { "notice_label",  G_STRUCT_OFFSET (YdWelcome, notice_label)  },
  { "notice_button", G_STRUCT_OFFSET (YdWelcome, notice_button) },
  { "recent_box",    G_STRUCT_OFFSET (YdWelcome, recent_box)    },
  { "recent_list",   G_STRUCT_OFFSET (YdWelcome, recent_list)   },
  { "open_row",      G_STRUCT_OFFSET (YdWelcome, open_row)      },
  { "details",       G_STRUCT_OFFSET (YdWelcome, details)       },
  { "details_label", G_STRUCT_OFFSET (YdWelcome, details_label) },
  { "copy_button",   G_STRUCT_OFFSET (YdWelcome, copy_button)   },
};

/* One column in three states: nothing yet, plans, an error. */
static void
update (YdWelcome *self)
{
  gboolean has_plans = self->n_plans > 0 && !self->failed;

  gtk_widget_set_visible (GTK_WIDGET (self->back_button), self->failed);
  gtk_widget_set_visible (self->buttons, !self->failed);
  gtk_widget_set_visible (GTK_WIDGET (self->ways), !has_plans);
  gtk_widget_set_visible (self->hint, !self->failed);
  if (self->builder != NULL)
    {
      gtk_widget_set_visible (self->recent_box, has_plans);
      gtk_widget_set_visible (self->open_row, self->failed);
      gtk_widget_set_visible (self->details, self->failed);
    }
  adw_clamp_set_maximum_size (self->clamp, has_plans ? 640 : 560);
  adw_clamp_set_tightening_threshold (self->clamp, has_plans ? 640 : 560);

  if (self->failed)
    {
      gtk_image_set_from_icon_name (self->icon, "yd-source-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "dim-label");
      return;
    }

  gtk_image_set_from_icon_name (self->icon, YD_APPLICATION_ID);
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "dim-label");
  gtk_label_set_label (self->title, has_plans ? _("Yaodian") : _("Open a Document"));
  gtk_label_set_label (self->sentence,
                       has_plans ? _("Open a new document, or go on with a plan")
                                 : _("Its tasks, the units that answer for them and the "
                                     "deadlines become a plan that can be followed"));
}

static void
copy_details_cb (YdWelcome *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->details_label));
}

static void
set_more (YdWelcome  *self,
          GtkBuilder *builder)
{
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    G_STRUCT_MEMBER (GObject *, self, more[i].offset) =
      builder != NULL ? gtk_builder_get_object (builder, more[i].name) : NULL;
}

/* The first frame shows nothing of it, and would wait for it. */
static void
ensure_more (YdWelcome *self)
{
  GtkBox *column = GTK_BOX (self->column);

  if (self->builder != NULL)
    return;

  yd_style_load_pages ();
  self->builder =
    gtk_builder_new_from_resource ("/io/github/yaodian/Yaodian/ui/yd-welcome-more.ui");
  set_more (self, self->builder);
  gtk_box_insert_child_after (column, self->notice, self->buttons);
  gtk_box_insert_child_after (column, self->recent_box, self->notice);
  gtk_list_box_prepend (self->ways, self->open_row);
  gtk_box_append (column, self->details);
  g_signal_connect_object (self->copy_button, "clicked", G_CALLBACK (copy_details_cb), self,
                           G_CONNECT_SWAPPED);
  yd_accessible_name_buttons (self->column);
}

/* Who issued it, its number, when it was changed: what tells two plans apart. How many
 * points it has is known later than that.
 */
static char *
describe (const YdSpaceInfo  *info,
          const YdPlanCounts *counts)
{
  g_autofree char *when = info->changed != NULL ? yd_when_describe (info->changed) : NULL;
  g_autofree char *changed = when != NULL ? g_strdup_printf (_("changed %s"), when) : NULL;
  g_autofree char *points =
    counts != NULL ? g_strdup_printf (ngettext ("%u point", "%u points", counts->points),
                                      counts->points) : NULL;
  const char *parts[] = { info->issuer, info->number, points, changed };
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL)
        continue;
      if (words->len > 0)
        /* Translators: between the parts of a line in a list */
        g_string_append (words, C_("list", ", "));
      g_string_append (words, parts[i]);
    }

  return g_markup_escape_text (words->str, words->len);
}

static GtkWidget *
make_row (const YdSpaceInfo *info)
{
  const char *name = info->title != NULL ? info->title : _("Plan without a title");
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = describe (info, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", title, "subtitle", subtitle, "title-lines", 1,
                                 "subtitle-lines", 1, "icon-name", "yd-source-symbolic",
                                 "activatable", TRUE, "action-name", "win.open-plan", NULL);
  GtkWidget *arrow = yd_accessible_new_ornament ("go-next-symbolic");
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", info->id);
  gtk_box_append (GTK_BOX (end), arrow);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  g_object_set_data (G_OBJECT (row), "end", end);
  gtk_widget_set_tooltip_text (row, name);

  return row;
}

/* The light of a plan, in words. */
static GtkWidget *
make_light (const YdPlanCounts *counts)
{
  g_autofree char *words =
    counts->proposed > 0 ? g_strdup_printf (ngettext ("%u to check", "%u to check",
                                                      counts->proposed), counts->proposed)
                         : g_strdup (_("Nothing to check"));
  GtkWidget *light = gtk_label_new (words);

  gtk_widget_set_valign (light, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (light, counts->proposed > 0 ? "yd-pill" : "dim-label");
  gtk_widget_add_css_class (light, counts->proposed > 0 ? "yd-proposed" : "caption");

  return light;
}

/* Not before it is wanted: a menu costs as much as the rest of the page. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  YdWelcome *self = user_data;

  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->welcome_menu);
}

static void
yd_welcome_dispose (GObject *object)
{
  YdWelcome *self = YD_WELCOME (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_WELCOME);
  set_more (self, NULL);
  g_clear_object (&self->builder);

  G_OBJECT_CLASS (yd_welcome_parent_class)->dispose (object);
}

static void
yd_welcome_class_init (YdWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_welcome_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, back_button);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, menu_button);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, welcome_menu);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, clamp);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, column);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, icon);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, title);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, sentence);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, buttons);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, open_button);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, ways);
  gtk_widget_class_bind_template_child (widget_class, YdWelcome, hint);
}

/* By GTK's own it would ask the display where the pointer is, before there is a window. */
static void
name_button (GtkWidget  *button,
             const char *name)
{
  yd_tooltip_set (button, name);
  yd_accessible_set_name (button, name);
}

static void
yd_welcome_init (YdWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_button (GTK_WIDGET (self->back_button), _("Back"));
  name_button (GTK_WIDGET (self->menu_button), _("Main Menu"));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  update (self);
}

static int
compare_changed (gconstpointer a,
                 gconstpointer b)
{
  const YdSpaceInfo *first = *(const YdSpaceInfo * const *) a;
  const YdSpaceInfo *second = *(const YdSpaceInfo * const *) b;

  return g_strcmp0 (second->changed, first->changed);
}

/**
 * yd_welcome_set_plans:
 * @self: the welcome page
 * @infos: (nullable) (element-type YdSpaceInfo): the plans of the library, in any order
 *
 * Lists those that were changed last.
 */
void
yd_welcome_set_plans (YdWelcome *self,
                      GPtrArray *infos)
{
  GtkWidget *row;

  g_return_if_fail (YD_IS_WELCOME (self));

  self->infos = infos;
  self->n_plans = infos != NULL ? infos->len : 0;
  if (self->n_plans > 0)
    ensure_more (self);

  while (self->builder != NULL &&
         (row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);

  if (infos != NULL)
    g_ptr_array_sort (infos, compare_changed);
  for (guint i = 0; i < MIN (self->n_plans, YD_WELCOME_MAX_RECENT); i++)
    gtk_list_box_append (self->recent_list, make_row (g_ptr_array_index (infos, i)));

  update (self);
}

/**
 * yd_welcome_set_counts:
 * @self: the welcome page
 * @infos: (element-type YdSpaceInfo): the plans as they were listed
 * @at: one of them
 * @counts: what is in it
 *
 * Says how much is in a plan and what is to check, unless other plans are listed now.
 */
void
yd_welcome_set_counts (YdWelcome          *self,
                       GPtrArray          *infos,
                       guint               at,
                       const YdPlanCounts *counts)
{
  GtkListBoxRow *row;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (YD_IS_WELCOME (self));

  if (infos != self->infos || self->builder == NULL)
    return;

  row = gtk_list_box_get_row_at_index (self->recent_list, (int) at);
  if (row == NULL)
    return;

  subtitle = describe (g_ptr_array_index (infos, at), counts);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_box_prepend (GTK_BOX (g_object_get_data (G_OBJECT (row), "end")), make_light (counts));
}

/**
 * yd_welcome_set_notice:
 * @self: the welcome page
 * @words: (nullable): what was done about a damaged library, or why there is none
 * @can_retry: whether it may be there the next time
 *
 * Shows a line above the lists.
 */
void
yd_welcome_set_notice (YdWelcome  *self,
                       const char *words,
                       gboolean    can_retry)
{
  g_return_if_fail (YD_IS_WELCOME (self));

  if (words != NULL)
    ensure_more (self);
  if (self->builder == NULL)
    return;

  gtk_label_set_label (self->notice_label, words != NULL ? words : "");
  gtk_widget_set_visible (self->notice, words != NULL);
  gtk_widget_set_visible (self->notice_button, can_retry);
}

/**
 * yd_welcome_show_error:
 * @self: the welcome page
 * @title: what is wrong, in a few words
 * @sentence: what happened, what was not changed
 * @details: the technical text
 *
 * Shows other ways to begin until the person goes back.
 */
void
yd_welcome_show_error (YdWelcome  *self,
                       const char *title,
                       const char *sentence,
                       const char *details)
{
  g_return_if_fail (YD_IS_WELCOME (self));

  ensure_more (self);
  self->failed = TRUE;
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->details_label, details);
  gtk_expander_set_expanded (GTK_EXPANDER (self->details), FALSE);
  update (self);
  gtk_widget_grab_focus (self->open_row);
}

void
yd_welcome_clear_error (YdWelcome *self)
{
  g_return_if_fail (YD_IS_WELCOME (self));

  self->failed = FALSE;
  update (self);
}

/* Shows that a file that hangs over the window may be dropped. */
void
yd_welcome_set_drop (YdWelcome *self,
                     gboolean   over)
{
  g_return_if_fail (YD_IS_WELCOME (self));

  if (over)
    gtk_widget_add_css_class (self->column, "yd-drop");
  else
    gtk_widget_remove_css_class (self->column, "yd-drop");
}

/* So that Enter goes on where one was, or opens a file. */
void
yd_welcome_focus (YdWelcome *self)
{
  GtkWidget *first;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_return_if_fail (YD_IS_WELCOME (self));

  /* It must be seen where Enter goes. */
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);

  first = self->builder != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))
                                : NULL;
  gtk_widget_grab_focus (self->failed ? self->open_row
                         : first != NULL ? first : self->open_button);
}

void
yd_welcome_open_menu (YdWelcome *self)
{
  g_return_if_fail (YD_IS_WELCOME (self));

  gtk_menu_button_popup (self->menu_button);
}
