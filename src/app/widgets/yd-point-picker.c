/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-point-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-pinyin.h"
#include "yd-plan-walk.h"

/**
 * YdPointPicker:
 *
 * A line in which a point is named by its number, as people cite it (五(四)), by a part of its
 * title or the initials of it, above the list of those that fit. Arrows choose while one types.
 */

struct _YdPointPicker
{
  GtkBox              parent_instance;

  /* Owned */
  YdPinyin           *pinyin;
  GListStore         *all;
  GHashTable         *names;            /* point → its number and title, as one says it */
  GtkFilterListModel *points;
  GtkSingleSelection *selection;
  char               *typed;

  /* Template */
  GtkSearchEntry     *entry;
  GtkListView        *list;
};

G_DEFINE_FINAL_TYPE (YdPointPicker, yd_point_picker, GTK_TYPE_BOX)

enum {
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* `五/(四)依法` is 五(四)依法. */
static char *
make_name (const char *path,
           YdPoint    *point)
{
  const char *title = yd_point_get_title (point);
  GString *name = g_string_new (NULL);

  for (const char *c = path; *c != '\0'; c++)
    if (*c != '/' || (c[1] != '(' && c[1] != '*'))
      g_string_append_c (name, *c);
  if (title != NULL)
    g_string_append_printf (name, g_str_has_suffix (name->str, ")") ? "%s" : "、%s", title);

  return g_string_free (name, FALSE);
}

/* Brackets of either width are the same to a person. */
static char *
normalize (const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  GString *text = g_string_new (stripped);

  g_string_replace (text, "（", "(", 0);
  g_string_replace (text, "）", ")", 0);

  return g_string_free (text, FALSE);
}

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  YdPointPicker *self = user_data;
  const char *name = g_hash_table_lookup (self->names, item);

  return self->typed == NULL || *self->typed == '\0' ||
         (name != NULL && (strstr (name, self->typed) != NULL ||
                           yd_pinyin_matches (self->pinyin, name, self->typed)));
}

static void
scroll (YdPointPicker *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);

  if (at != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

static void
typed_cb (YdPointPicker *self)
{
  g_free (self->typed);
  self->typed = normalize (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->points),
                      GTK_FILTER_CHANGE_DIFFERENT);

  /* Who types a name means one that has it. */
  if (*self->typed != '\0' &&
      gtk_single_selection_get_selected (self->selection) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, 0);
  scroll (self);
}

static void
selected_cb (YdPointPicker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (YdPointPicker *self)
{
  if (gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The entry keeps Escape for itself, which closes what it stands in. */
static void
stop_cb (YdPointPicker *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
step (YdPointPicker *self,
      int            by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->points));
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0)
    return;

  at = at == GTK_INVALID_LIST_POSITION ? 0 : (at + n + by) % n;
  gtk_single_selection_set_selected (self->selection, at);
  scroll (self);
}

/* In the bubbling phase, so that an input method has the arrows first. */
static gboolean
key_cb (YdPointPicker *self,
        guint          key)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  step (self, key == GDK_KEY_Down ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                               "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         YdPointPicker            *self)
{
  const char *name = yd_point_picker_get_name (self, gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), name);
  yd_accessible_set_row_name (label, name);
}

static void
yd_point_picker_dispose (GObject *object)
{
  YdPointPicker *self = YD_POINT_PICKER (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->points);
  g_clear_object (&self->all);

  G_OBJECT_CLASS (yd_point_picker_parent_class)->dispose (object);
}

static void
yd_point_picker_finalize (GObject *object)
{
  YdPointPicker *self = YD_POINT_PICKER (object);

  g_clear_pointer (&self->pinyin, yd_pinyin_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (yd_point_picker_parent_class)->finalize (object);
}

static gboolean
yd_point_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YD_POINT_PICKER (widget)->entry));
}

static void
yd_point_picker_class_init (YdPointPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_point_picker_dispose;
  object_class->finalize = yd_point_picker_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = yd_point_picker_grab_focus;

  /**
   * YdPointPicker::changed:
   * @self: a picker
   *
   * Another point is chosen, or none.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * YdPointPicker::activated:
   * @self: a picker
   *
   * Enter, or a double click, on the point that is chosen.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_entry (YdPointPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *hint = _("Number, title or initials");

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", hint, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->entry));
}

static void
add_list (YdPointPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (fits_cb, self, NULL));

  self->points = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->all)), filter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->points)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);

  self->list = GTK_LIST_VIEW (gtk_list_view_new
                              (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  yd_accessible_set_name (GTK_WIDGET (self->list), _("Points"));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "yd-units");
  gtk_box_append (GTK_BOX (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                                "hscrollbar-policy", GTK_POLICY_NEVER,
                                                "height-request", 180, "has-frame", TRUE,
                                                "child", self->list, NULL));
}

static void
yd_point_picker_init (YdPointPicker *self)
{
  self->pinyin = yd_pinyin_new ();
  self->all = g_list_store_new (YD_TYPE_POINT);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  add_entry (self);
  add_list (self);
}

/* Returns: (transfer floating): a picker that offers nothing yet */
GtkWidget *
yd_point_picker_new (void)
{
  return g_object_new (YD_TYPE_POINT_PICKER, NULL);
}

/**
 * yd_point_picker_set_plan:
 * @self: a picker
 * @plan: (nullable): whose points are offered, as they are now
 * @except: (nullable): one that is not
 *
 * What was typed and chosen is dropped.
 */
void
yd_point_picker_set_plan (YdPointPicker *self,
                          YdPlan        *plan,
                          YdPoint       *except)
{
  g_autoptr(YdPlanWalk) walk = plan != NULL ? yd_plan_walk_new (plan) : NULL;
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  const char *path;
  YdPoint *point;

  g_return_if_fail (YD_IS_POINT_PICKER (self));

  g_list_store_remove_all (self->all);
  g_hash_table_remove_all (self->names);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_clear_pointer (&self->typed, g_free);

  while (walk != NULL && (point = yd_plan_walk_next (walk, &path, NULL)) != NULL)
    {
      g_hash_table_insert (self->names, point, make_name (path, point));
      if (point != except)
        g_ptr_array_add (points, point);
    }

  g_list_store_splice (self->all, 0, 0, points->pdata, points->len);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/* Returns: (transfer none) (nullable): the point that is chosen */
YdPoint *
yd_point_picker_get_point (YdPointPicker *self)
{
  g_return_val_if_fail (YD_IS_POINT_PICKER (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* Chooses @point, if it is offered; none with %NULL. */
void
yd_point_picker_set_point (YdPointPicker *self,
                           YdPoint       *point)
{
  guint at;

  g_return_if_fail (YD_IS_POINT_PICKER (self));

  if (point == NULL || !g_list_store_find (self->all, point, &at))
    at = GTK_INVALID_LIST_POSITION;

  gtk_single_selection_set_selected (self->selection, at);
  scroll (self);
}

/* Types, as a person would. */
void
yd_point_picker_set_typed (YdPointPicker *self,
                           const char    *typed)
{
  g_return_if_fail (YD_IS_POINT_PICKER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed);
  typed_cb (self);
}

/* Returns: (transfer none): the number and title of a point of the plan, as people cite it */
const char *
yd_point_picker_get_name (YdPointPicker *self,
                          YdPoint       *point)
{
  const char *name;

  g_return_val_if_fail (YD_IS_POINT_PICKER (self), NULL);

  name = g_hash_table_lookup (self->names, point);

  return name != NULL ? name : "";
}
