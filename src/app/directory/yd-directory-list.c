/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-directory-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-directory-words.h"
#include "yd-pinyin.h"
#include "yd-tooltip.h"

/**
 * YdDirectoryList:
 *
 * The units of the office, by kind, found by any of their names or by the letters with which
 * the characters begin. Those that are no more stand back; names that were merged show only
 * when they are looked for.
 */

struct _YdDirectoryList
{
  AdwBin              parent_instance;

  /* Owned */
  YdDirectoryDesk    *desk;
  YdPinyin           *pinyin;
  GtkFilterListModel *units;
  GtkSingleSelection *selection;
  char               *typed;
  GPtrArray          *bound;            /* of GtkListItem: rows in sight */

  /* Borrowed */
  GtkWidget          *entry;
  GtkWidget          *view;
  GtkDropDown        *kinds;
  GtkLabel           *count;
  GtkStack           *stack;

  gboolean            following;        /* the selection is being set, not chosen */
};

G_DEFINE_FINAL_TYPE (YdDirectoryList, yd_directory_list, ADW_TYPE_BIN)

static gboolean
has_typed (YdDirectoryList *self,
           const char      *name)
{
  return name != NULL && (strstr (name, self->typed) != NULL ||
                          yd_pinyin_matches (self->pinyin, name, self->typed));
}

static gboolean
is_called (YdDirectoryList       *self,
           const YdDirectoryUnit *unit)
{
  if (has_typed (self, unit->name) || has_typed (self, unit->full) ||
      has_typed (self, unit->short_name))
    return TRUE;

  for (guint i = 0; i < unit->aliases->len; i++)
    if (has_typed (self, g_ptr_array_index (unit->aliases, i)))
      return TRUE;

  return FALSE;
}

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  YdDirectoryList *self = user_data;
  const guint kind = gtk_drop_down_get_selected (self->kinds);
  const YdDirectoryUnit *unit =
    yd_directory_lookup (yd_directory_desk_get_directory (self->desk), yd_row_get_id (item));

  if (unit == NULL || (kind != 0 && kind - 1 != (guint) yd_unit_kind_of (item)))
    return FALSE;

  return *self->typed != '\0' ? is_called (self, unit) : unit->merged == NULL;
}

static void
show_count (YdDirectoryList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units));
  g_autofree char *words = g_strdup_printf (ngettext ("%u unit", "%u units", n), n);

  gtk_label_set_label (self->count, words);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
}

static void
scroll (YdDirectoryList *self)
{
  const guint at = gtk_single_selection_get_selected (self->selection);

  if (at != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", at);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  if (gtk_widget_get_height (YD_DIRECTORY_LIST (widget)->view) == 0)
    return G_SOURCE_CONTINUE;

  scroll (YD_DIRECTORY_LIST (widget));

  return G_SOURCE_REMOVE;
}

/* A list that was not laid out yet cannot scroll. */
static void
scroll_later (YdDirectoryList *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* Marks what the desk has selected, if it is in sight. */
static void
follow (YdDirectoryList *self)
{
  YdRow *selected = yd_directory_desk_get_selected (self->desk);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units));
  guint at = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && at == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      if (row == selected)
        at = i;
    }

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, at);
  self->following = FALSE;
  if (gtk_widget_get_mapped (self->view))
    scroll (self);
}

static void
refilter (YdDirectoryList *self)
{
  self->following = TRUE;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->units), GTK_FILTER_CHANGE_DIFFERENT);
  self->following = FALSE;
  show_count (self);
  follow (self);
}

static void
typed_cb (YdDirectoryList *self)
{
  g_free (self->typed);
  self->typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  refilter (self);

  /* Who types a name wants to see it. */
  if (*self->typed != '\0' && g_list_model_get_n_items (G_LIST_MODEL (self->units)) > 0 &&
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
selected_cb (YdDirectoryList *self)
{
  YdRow *row = gtk_single_selection_get_selected_item (self->selection);

  if (!self->following && row != NULL)
    yd_directory_desk_select (self->desk, yd_row_get_id (row));
}

/* Rows */

static void
show_unit (YdDirectoryList *self,
           GtkListItem     *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *tag = gtk_widget_get_last_child (box);
  YdRow *row = gtk_list_item_get_item (item);
  YdSession *session = yd_directory_desk_get_session (self->desk);
  const YdDirectoryUnit *unit = row == NULL ? NULL
    : yd_directory_lookup (yd_directory_desk_get_directory (self->desk), yd_row_get_id (row));
  g_autofree char *status = NULL;
  g_autofree char *spoken = NULL;
  const char *kind;

  if (unit == NULL)
    return;

  kind = yd_directory_words_get_kind (yd_unit_kind_of (row));
  status = yd_directory_words_dup_status (unit, yd_session_get_today (session));
  spoken = g_strjoin (_(", "), unit->name, kind, status, NULL);
  gtk_label_set_label (GTK_LABEL (name), unit->name);
  gtk_label_set_label (GTK_LABEL (tag), status != NULL ? status : kind);
  if (status != NULL)
    gtk_widget_add_css_class (name, "dim-label");
  else
    gtk_widget_remove_css_class (name, "dim-label");
  yd_tooltip_set (box, spoken);
  yd_accessible_set_row_name (box, spoken);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *tag = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, "ellipsize", PANGO_ELLIPSIZE_END,
                                 NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE,
                                               "ellipsize", PANGO_ELLIPSIZE_END,
                                               "width-chars", 9, NULL));
  gtk_widget_add_css_class (tag, "caption");
  gtk_widget_add_css_class (tag, "dim-label");
  gtk_box_append (GTK_BOX (box), tag);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (YdDirectoryList *self,
         GtkListItem     *item)
{
  g_ptr_array_add (self->bound, item);
  show_unit (self, item);
}

static void
unbind_cb (YdDirectoryList *self,
           GtkListItem     *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
changed_cb (YdDirectoryList *self)
{
  YdOffice *office = yd_directory_desk_get_office (self->desk);

  self->following = TRUE;
  gtk_filter_list_model_set_model (self->units, office != NULL
                                   ? yd_space_get_rows (YD_SPACE (office), YD_KIND_UNIT) : NULL);
  self->following = FALSE;
  refilter (self);
  for (guint i = 0; i < self->bound->len; i++)
    show_unit (self, g_ptr_array_index (self->bound, i));
}

static void
yd_directory_list_dispose (GObject *object)
{
  YdDirectoryList *self = YD_DIRECTORY_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->units);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (yd_directory_list_parent_class)->dispose (object);
}

static void
yd_directory_list_finalize (GObject *object)
{
  YdDirectoryList *self = YD_DIRECTORY_LIST (object);

  g_clear_pointer (&self->pinyin, yd_pinyin_free);
  g_clear_pointer (&self->typed, g_free);
  g_clear_pointer (&self->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (yd_directory_list_parent_class)->finalize (object);
}

static void
yd_directory_list_class_init (YdDirectoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_directory_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = yd_directory_list_finalize;
}

static void
yd_directory_list_init (YdDirectoryList *self)
{
  self->pinyin = yd_pinyin_new ();
  self->typed = g_strdup ("");
  self->bound = g_ptr_array_new ();
}

/* The entry keeps Escape for itself: what is sought goes first, then the window. */
static void
stop_cb (YdDirectoryList *self)
{
  if (self->typed[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "directory.back", NULL);
}

static GtkWidget *
make_kinds (YdDirectoryList *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("All Kinds"));
  for (guint i = 0; i < YD_N_UNIT_KINDS; i++)
    gtk_string_list_append (names, yd_directory_words_get_kind (i));
  self->kinds = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->kinds), TRUE);
  yd_accessible_set_name (GTK_WIDGET (self->kinds), _("Kind of Unit"));

  return GTK_WIDGET (self->kinds);
}

static GtkWidget *
make_head (YdDirectoryList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Name or initials"), NULL);
  yd_accessible_set_name (self->entry, _("Find a Unit"));
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (line), make_kinds (self));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), line);
  g_object_set (box, "margin-start", 8, "margin-end", 8, "margin-top", 8, "margin-bottom", 6,
                NULL);

  return box;
}

static GtkWidget *
make_view (YdDirectoryList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (fits_cb, self, NULL));

  self->units = gtk_filter_list_model_new (NULL, filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->units)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  yd_accessible_set_name (self->view, _("Units"));

  return g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                       "vexpand", TRUE, "child", self->view, NULL);
}

/**
 * yd_directory_list_new:
 * @desk: what it shows and selects
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
yd_directory_list_new (YdDirectoryDesk *desk)
{
  YdDirectoryList *self = g_object_new (YD_TYPE_DIRECTORY_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *nothing = gtk_label_new (_("No unit is called so."));

  self->desk = g_object_ref (desk);
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_view (self), "list");
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_stack_add_named (self->stack, nothing, "nothing");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_swapped (self->view, "map", G_CALLBACK (scroll_later), self);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (self->kinds, "notify::selected", G_CALLBACK (refilter), self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "selected", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}

/* Puts the cursor where one types a name. */
void
yd_directory_list_find (YdDirectoryList *self)
{
  g_return_if_fail (YD_IS_DIRECTORY_LIST (self));

  gtk_widget_grab_focus (self->entry);
}
