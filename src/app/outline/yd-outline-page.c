/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-breakdown.h"
#include "yd-table-pages.h"

/**
 * YdOutlinePage:
 *
 * The points of the plan as a tree, to build and to correct it. The rows show what the
 * plan says after each edit; they are few, so all of those in sight are written anew.
 */

G_DEFINE_FINAL_TYPE (YdOutlinePage, yd_outline_page, YD_TYPE_PAGE)

enum {
  PROP_0,
  PROP_FILTER_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

YdPlan *
_yd_outline_page_get_plan (YdOutlinePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  return session != NULL ? yd_session_get_plan (session) : NULL;
}

/* Returns: whether @edit is in force; the page says why if it is not */
gboolean
_yd_outline_page_commit (YdOutlinePage *self,
                         YdEdit        *edit)
{
  return yd_page_commit (YD_PAGE (self), edit);
}

/* Enter, or a double click. */
static void
activate_cb (YdOutlinePage *self,
             guint          position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                         position);
  g_autoptr(YdRow) point = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  if (point != NULL && session != NULL && !yd_session_get_read_only (session))
    _yd_outline_page_edit (self, point, NULL);
}

/* What pages do */

static void
yd_outline_page_session_changed (YdPage *page)
{
  _yd_outline_page_follow (YD_OUTLINE_PAGE (page), yd_page_get_session (page));
}

static gboolean
yd_outline_page_focus_content (YdPage *page)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (page);
  g_autoptr(GtkTreeListRow) first = NULL;

  if (self->chosen->len == 0)
    {
      first = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);
      if (first == NULL)
        return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
    }

  if (self->chosen->len > 0)
    _yd_outline_page_focus (self, g_ptr_array_index (self->chosen, 0));

  return TRUE;
}

static GPtrArray *
yd_outline_page_list_chosen (YdPage *page)
{
  return _yd_outline_page_copy_chosen (YD_OUTLINE_PAGE (page));
}

static GVariant *
yd_outline_page_dup_state (YdPage *page)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (page);
  g_autoptr(GVariantDict) dict = g_variant_dict_new (NULL);

  g_variant_dict_insert_value (dict, "expanded", yd_outline_tree_dup_expanded (self->tree));
  g_variant_dict_insert (dict, "widths", "(iii)",
                         gtk_column_view_column_get_fixed_width (self->units_column),
                         gtk_column_view_column_get_fixed_width (self->deadline_column),
                         gtk_column_view_column_get_fixed_width (self->status_column));

  return g_variant_dict_end (dict);
}

static void
yd_outline_page_restore_state (YdPage   *page,
                               GVariant *state)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (page);
  GtkColumnViewColumn *columns[] = { self->units_column, self->deadline_column,
                                     self->status_column };
  g_autoptr(GVariant) expanded = g_variant_lookup_value (state, "expanded",
                                                         G_VARIANT_TYPE_STRING_ARRAY);
  int widths[3];

  if (g_variant_lookup (state, "widths", "(iii)", &widths[0], &widths[1], &widths[2]))
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      gtk_column_view_column_set_fixed_width (columns[i], MAX (widths[i], 60));

  if (expanded == NULL)
    return;

  yd_outline_tree_restore (self->tree, expanded);
  yd_outline_tree_rebuild (self->tree);
  _yd_outline_page_attach (self);
}

/* What happened while another page was looked at. */
static void
yd_outline_page_map (GtkWidget *widget)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  GTK_WIDGET_CLASS (yd_outline_page_parent_class)->map (widget);

  if (self->stale)
    _yd_outline_page_refresh (self);
  self->stale = FALSE;
  if (_yd_outline_page_get_plan (self) != NULL)
    _yd_outline_page_show_selected (self);
}

/* What is being typed is kept while the field is still there. */
static void
yd_outline_page_finish_typing (YdPage *page)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (page);
  YdOutlineTitle *title = self->editing != NULL
                          ? _yd_outline_page_get_title (self, self->editing) : NULL;

  if (title != NULL)
    yd_outline_title_end (title, YD_EDIT_END_LEFT);
}

/* Another page, or the end. */
static void
yd_outline_page_unmap (GtkWidget *widget)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  yd_outline_page_finish_typing (YD_PAGE (widget));
  if (self->wait_id != 0 && self->editing != NULL)
    g_clear_object (&self->editing);
  _yd_outline_page_end_wait (self);
  GTK_WIDGET_CLASS (yd_outline_page_parent_class)->unmap (widget);
}

/* Letters of another size, another look. */
static void
yd_outline_page_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (widget);

  GTK_WIDGET_CLASS (yd_outline_page_parent_class)->css_changed (widget, change);

  if (self->ink == NULL)
    return;

  yd_outline_ink_forget (self->ink);
  _yd_outline_page_resize_rows (self);
}

static void
yd_outline_page_dispose (GObject *object)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (object);

  /* While there is still something to be emptied. */
  if (self->view != NULL)
    yd_page_set_session (YD_PAGE (self), NULL);

  if (self->view != NULL)
    _yd_outline_page_end_wait (self);
  _yd_outline_page_end_rest (self);
  g_clear_object (&self->editing);
  g_clear_object (&self->draft);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->assign_picker != NULL && gtk_widget_get_parent (GTK_WIDGET (self->assign_picker)))
    gtk_widget_unparent (GTK_WIDGET (self->assign_picker));
  g_clear_object (&self->assign_picker);
  g_clear_object (&self->filter_picker);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_OUTLINE_PAGE);

  G_OBJECT_CLASS (yd_outline_page_parent_class)->dispose (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->filter_signals);
  g_clear_object (&self->finding_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_ptr_array_set_size (self->chosen, 0);
  g_hash_table_remove_all (self->bound);
  g_hash_table_remove_all (self->cells);
  _yd_outline_page_forget_look (self);
}

static void
yd_outline_page_finalize (GObject *object)
{
  YdOutlinePage *self = YD_OUTLINE_PAGE (object);

  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->bound, g_hash_table_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->ink, yd_outline_ink_free);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->proposed, g_hash_table_unref);
  g_clear_pointer (&self->group, g_free);

  G_OBJECT_CLASS (yd_outline_page_parent_class)->finalize (object);
}

static void
yd_outline_page_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  YdPointFilter *filter = _yd_outline_page_get_filter (YD_OUTLINE_PAGE (object));

  if (prop_id == PROP_FILTER_STATE)
    g_value_set_enum (value, filter != NULL ? yd_point_filter_get_state (filter)
                                            : YD_POINT_STATE_ANY);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yd_outline_page_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  YdPointFilter *filter = _yd_outline_page_get_filter (YD_OUTLINE_PAGE (object));

  if (prop_id != PROP_FILTER_STATE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (filter != NULL)
    yd_point_filter_set_state (filter, g_value_get_enum (value));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, view);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, shortcuts);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, title_column);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, units_column);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, deadline_column);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, status_column);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, unit_button);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, unit_label);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, state_label);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, counts);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, bar);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, assign_button);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, drop_line);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, drop_label);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, YdOutlinePage, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  _yd_outline_page_bind_rows (widget_class);
}

/* The breakdown table, as offices issue it; nothing while there is no point in it. */
static YdPages *
yd_outline_page_create_pages (YdPage *page)
{
  YdPlan *plan = yd_session_get_plan (yd_page_get_session (page));
  g_autoptr(YdTable) table = yd_breakdown_new (plan, YD_BREAKDOWN_DEFAULT);

  return yd_table_get_n_rows (table) > 0 ? yd_table_pages_new (table, NULL, NULL) : NULL;
}

static void
yd_outline_page_class_init (YdOutlinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YdPageClass *page_class = YD_PAGE_CLASS (klass);

  object_class->dispose = yd_outline_page_dispose;
  object_class->finalize = yd_outline_page_finalize;
  object_class->get_property = yd_outline_page_get_property;
  object_class->set_property = yd_outline_page_set_property;
  widget_class->map = yd_outline_page_map;
  widget_class->unmap = yd_outline_page_unmap;
  widget_class->css_changed = yd_outline_page_css_changed;
  page_class->session_changed = yd_outline_page_session_changed;
  page_class->focus_content = yd_outline_page_focus_content;
  page_class->list_chosen = yd_outline_page_list_chosen;
  page_class->dup_state = yd_outline_page_dup_state;
  page_class->restore_state = yd_outline_page_restore_state;
  page_class->finish_typing = yd_outline_page_finish_typing;
  page_class->create_pages = yd_outline_page_create_pages;

  properties[PROP_FILTER_STATE] =
    g_param_spec_enum ("filter-state", NULL, NULL, YD_TYPE_POINT_STATE, YD_POINT_STATE_ANY,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YD_TYPE_NO_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-outline-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "outline.filter-state", "filter-state");
  _yd_outline_page_install_actions (widget_class);
}

/* What is inside the view has no name of its own before GTK 4.12 (PLATFORM.md §4.2). */
static void
name_list (YdOutlinePage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Points"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Outline"), -1);
}

/* What stands beside the words of a mark: its ground, and the margins of the cell. */
#define BESIDE_MARK 34

/* The usual marks can be read in full, whatever the language and the size of the text. */
static void
make_room_for_marks (YdOutlinePage *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int least = gtk_column_view_column_get_fixed_width (self->status_column);

  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  for (YdLight light = YD_LIGHT_WAIT; light < YD_N_LIGHTS; light++)
    {
      g_autofree char *words = g_strdup_printf ("%s %s", _("Proposed"), yd_light_get_word (light));
      int width;

      pango_layout_set_text (layout, words, -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      least = MAX (least, width + BESIDE_MARK);
    }
  gtk_column_view_column_set_fixed_width (self->status_column, least);
}

static void
yd_outline_page_init (YdOutlinePage *self)
{
  self->tree = yd_outline_tree_new ();
  self->selection = gtk_multi_selection_new (NULL);
  self->chosen = g_ptr_array_new_with_free_func (g_object_unref);
  self->bound = g_hash_table_new (NULL, NULL);
  self->cells = g_hash_table_new (NULL, NULL);
  self->found = g_hash_table_new (NULL, NULL);
  self->proposed = g_hash_table_new (NULL, NULL);
  _yd_outline_page_watch_session (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->ink = yd_outline_ink_new (GTK_WIDGET (self->view));
  name_list (self);
  make_room_for_marks (self);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (_yd_outline_page_note_chosen), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  _yd_outline_page_take_drags (self);
  _yd_outline_page_take_pickers (self);
}

/* Returns: (transfer none) (element-type YdRow): the points chosen, in order */
GPtrArray *
yd_outline_page_get_chosen (YdOutlinePage *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_PAGE (self), NULL);

  return self->chosen;
}

gboolean
yd_outline_page_is_editing (YdOutlinePage *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_PAGE (self), FALSE);

  return self->editing != NULL;
}
