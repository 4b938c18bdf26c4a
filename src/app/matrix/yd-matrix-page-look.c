/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-compat.h"

/* What is shown and how: filters, colours, order. Each is a property of the page, an action
 * of that name, and kept with the plan.
 */

static GParamSpec *properties[YD_MATRIX_N_PROPS];

static guint
find_choice (const YdMatrixChoice *choices,
             guint                 n_choices,
             const char           *name)
{
  for (guint i = 0; i < n_choices; i++)
    if (g_strcmp0 (choices[i].name, name) == 0)
      return i;

  return 0;
}

static guint
find_band (const char *name)
{
  for (guint i = 0; i < YD_N_MATRIX_BANDS; i++)
    if (_yd_matrix_bands[i] != NULL && g_strcmp0 (_yd_matrix_bands[i], name) == 0)
      return i;

  return YD_MATRIX_BAND_NONE;
}

static YdLight
find_light (const char *name)
{
  for (YdLight light = YD_LIGHT_WAIT; light < YD_N_LIGHTS; light++)
    if (g_strcmp0 (yd_light_get_name (light), name) == 0)
      return light;

  return YD_LIGHT_NONE;
}

static YdPoint *
find_chapter (YdMatrixPage *self)
{
  YdPlan *plan = _yd_matrix_page_get_plan (self);
  YdRow *row = plan != NULL && *self->chapter != '\0'
               ? yd_space_lookup (YD_SPACE (plan), YD_KIND_POINT, self->chapter) : NULL;

  return row != NULL && yd_space_is_live (YD_SPACE (plan), row) ? row : NULL;
}

typedef struct
{
  YdPointFilter *filter;
  GHashTable    *among;         /* (nullable) */
  GHashTable    *fitting;
} Fitting;

static void
fitting_cb (YdPoint    *point,
            const char *path,
            guint       level,
            gpointer    user_data)
{
  Fitting *data = user_data;

  if ((data->among == NULL || g_hash_table_contains (data->among, point)) &&
      yd_point_filter_shows (data->filter, point))
    g_hash_table_add (data->fitting, point);
}

/* The points in the state that is asked for on all pages, such as those that a leader marked. */
static GHashTable *
list_fitting (YdMatrixPage  *self,
              YdPointFilter *shared,
              GHashTable    *among)
{
  Fitting data = { shared, among, g_hash_table_new (NULL, NULL) };

  yd_plan_foreach_point (_yd_matrix_page_get_plan (self), fitting_cb, &data);

  return data.fitting;
}

/* Words and unit are those of all pages, the rest is the page's own. */
void
_yd_matrix_page_apply_look (YdMatrixPage *self)
{
  YdSession *session = _yd_matrix_page_get_session (self);
  YdPointFilter *shared = session != NULL ? yd_session_get_filter (session) : NULL;
  const guint band = find_band (self->kind);
  const YdLight light = find_light (self->light);
  const YdRole role = yd_role_from_name (self->role);
  YdMatrixFilter filter = {
    .chapter = find_chapter (self),
    .bands = band != YD_MATRIX_BAND_NONE ? 1u << band : 0,
    .roles = role != YD_ROLE_NONE ? 1u << role : 0,
    .lights = light != YD_LIGHT_NONE ? 1u << light : 0,
    .no_lead = self->no_lead,
    .several_leads = self->several_leads,
    .changed = *self->since != '\0' ? self->changed : NULL,
  };
  g_autoptr(GHashTable) fitting = NULL;

  if (self->matrix == NULL)
    return;

  if (shared != NULL)
    {
      filter.unit = yd_point_filter_get_unit (shared);
      filter.text = yd_point_filter_get_text (shared);
    }
  if (filter.text != NULL && *filter.text == '\0')
    filter.text = NULL;
  fitting = shared != NULL && yd_point_filter_get_state (shared) != YD_POINT_STATE_ANY
            ? list_fitting (self, shared, filter.changed) : NULL;
  if (fitting != NULL)
    filter.changed = fitting;
  yd_matrix_set_flags (self->matrix, self->flags);
  yd_matrix_set_row_order (self->matrix, self->order);
  yd_matrix_set_column_order (self->matrix, self->order);
  yd_matrix_set_filter (self->matrix, &filter);
}

/* The pills say what is chosen, the buttons at the right how it looks. */
void
_yd_matrix_page_show_look (YdMatrixPage *self)
{
  YdPoint *chapter = find_chapter (self);
  const guint band = find_band (self->kind);
  const YdLight light = find_light (self->light);
  const YdRole role = yd_role_from_name (self->role);
  const YdMatrixColoring coloring = yd_matrix_grid_get_coloring (self->grid);
  const guint zoom = yd_matrix_grid_get_zoom (self->grid);
  g_autofree char *colored = g_strdup_printf (_("Colour: %s"),
                                              _(_yd_matrix_colorings[coloring].words));
  g_autofree char *ordered = g_strdup_printf (_("Order: %s"),
                                              _(_yd_matrix_orders[self->order].words));
  g_autofree char *zoomed = zoom > 0 ? g_strdup_printf (_("%u%%"), zoom) : NULL;
  const char *changed = *self->since == '\0' ? NULL
                        : g_str_equal (self->since, "today") ? _("Changed Today")
                                                             : _("Changed This Week");

  yd_filter_pill_set_value (self->chapter_pill,
                            chapter != NULL ? yd_point_get_title (chapter) : NULL);
  yd_filter_pill_set_value (self->kind_pill, band != YD_MATRIX_BAND_NONE
                                             ? yd_matrix_band_get_words (band) : NULL);
  yd_filter_pill_set_value (self->role_pill, role != YD_ROLE_NONE
                                             ? yd_role_get_words (self->role) : NULL);
  yd_filter_pill_set_value (self->light_pill, light != YD_LIGHT_NONE ? yd_light_get_word (light)
                                                                     : changed);
  gtk_label_set_text (self->coloring_label, colored);
  yd_accessible_set_name (GTK_WIDGET (self->coloring_button), colored);
  gtk_label_set_text (self->order_label, ordered);
  yd_accessible_set_name (GTK_WIDGET (self->order_button), ordered);
  gtk_label_set_text (self->zoom_label, zoomed != NULL ? zoomed : _("Fit Window"));
}

static char **
find_text (YdMatrixPage *self,
           guint         prop_id)
{
  switch (prop_id)
    {
    case YD_MATRIX_PROP_CHAPTER:
      return &self->chapter;

    case YD_MATRIX_PROP_KIND:
      return &self->kind;

    case YD_MATRIX_PROP_ROLE:
      return &self->role;

    case YD_MATRIX_PROP_LIGHT:
      return &self->light;

    case YD_MATRIX_PROP_CHANGED:
      return &self->since;

    default:
      return NULL;
    }
}

static YdMatrixFlags
find_flag (guint prop_id)
{
  switch (prop_id)
    {
    case YD_MATRIX_PROP_HIDE_EMPTY_ROWS:
      return YD_MATRIX_HIDE_EMPTY_ROWS;

    case YD_MATRIX_PROP_HIDE_EMPTY_COLUMNS:
      return YD_MATRIX_HIDE_EMPTY_COLUMNS;

    case YD_MATRIX_PROP_TAIL:
      return YD_MATRIX_TAIL;

    default:
      return 0;
    }
}

void
_yd_matrix_page_get_look (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (object);
  char **text = find_text (self, prop_id);

  /* Actions are asked for their state while the page goes. */
  if (self->grid == NULL)
    return;

  if (text != NULL)
    g_value_set_string (value, *text);
  else if (prop_id == YD_MATRIX_PROP_COLORING)
    g_value_set_string (value, _yd_matrix_colorings[yd_matrix_grid_get_coloring (self->grid)].name);
  else if (prop_id == YD_MATRIX_PROP_ORDER)
    g_value_set_string (value, _yd_matrix_orders[self->order].name);
  else if (prop_id == YD_MATRIX_PROP_NO_LEAD)
    g_value_set_boolean (value, self->no_lead);
  else if (prop_id == YD_MATRIX_PROP_SEVERAL_LEADS)
    g_value_set_boolean (value, self->several_leads);
  else if (prop_id == YD_MATRIX_PROP_TRANSPOSED)
    g_value_set_boolean (value, yd_matrix_grid_get_transposed (self->grid));
  else if (find_flag (prop_id) != 0)
    g_value_set_boolean (value, (self->flags & find_flag (prop_id)) != 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
set_switch (YdMatrixPage *self,
            guint         prop_id,
            gboolean      on)
{
  if (prop_id == YD_MATRIX_PROP_NO_LEAD)
    self->no_lead = on;
  else if (prop_id == YD_MATRIX_PROP_SEVERAL_LEADS)
    self->several_leads = on;
  else if (prop_id == YD_MATRIX_PROP_TRANSPOSED)
    yd_matrix_grid_set_transposed (self->grid, on);
  else if (on)
    self->flags |= find_flag (prop_id);
  else
    self->flags &= ~find_flag (prop_id);
}

void
_yd_matrix_page_set_look (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  YdMatrixPage *self = YD_MATRIX_PAGE (object);
  char **text = find_text (self, prop_id);
  const char *name = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : NULL;

  if (text != NULL)
    yd_set_str (text, name != NULL ? name : "");
  else if (prop_id == YD_MATRIX_PROP_COLORING)
    yd_matrix_grid_set_coloring (self->grid,
                                 find_choice (_yd_matrix_colorings, YD_N_MATRIX_COLORINGS, name));
  else if (prop_id == YD_MATRIX_PROP_ORDER)
    self->order = find_choice (_yd_matrix_orders, YD_N_MATRIX_ORDERS, name);
  else
    set_switch (self, prop_id, g_value_get_boolean (value));

  if (prop_id == YD_MATRIX_PROP_CHANGED)
    _yd_matrix_page_find_changed (self);
  _yd_matrix_page_apply_look (self);
  _yd_matrix_page_show_look (self);
  _yd_matrix_page_show_line (self);
  g_object_notify_by_pspec (object, pspec);
}

static const guint filters[] = {
  YD_MATRIX_PROP_CHAPTER, YD_MATRIX_PROP_KIND, YD_MATRIX_PROP_ROLE, YD_MATRIX_PROP_LIGHT,
  YD_MATRIX_PROP_CHANGED, YD_MATRIX_PROP_NO_LEAD, YD_MATRIX_PROP_SEVERAL_LEADS,
};

/* Everything is shown again, on the other pages as well. */
void
_yd_matrix_page_clear_filter (YdMatrixPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    g_object_set_property (G_OBJECT (self), properties[filters[i]]->name,
                           g_param_spec_get_default_value (properties[filters[i]]));
  if (_yd_matrix_page_get_session (self) != NULL)
    yd_point_filter_clear (yd_session_get_filter (_yd_matrix_page_get_session (self)));
}

/* Returns: (transfer full): the look, folds and unfolded groups, an `a{sv}` */
GVariant *
_yd_matrix_page_dup_look (YdMatrixPage *self)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  for (guint i = 1; i < YD_MATRIX_N_PROPS; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self), properties[i]->name, &value);
      if (g_param_value_defaults (properties[i], &value))
        continue;
      if (G_VALUE_HOLDS_STRING (&value))
        g_variant_dict_insert (&dict, properties[i]->name, "s", g_value_get_string (&value));
      else
        g_variant_dict_insert (&dict, properties[i]->name, "b", g_value_get_boolean (&value));
    }
  g_variant_dict_insert (&dict, "zoom", "u", yd_matrix_grid_get_zoom (self->grid));

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* What is not said is as it is for a plan that is new. */
void
_yd_matrix_page_restore_look (YdMatrixPage *self,
                              GVariant     *state)
{
  guint zoom = 0;

  for (guint i = 1; i < YD_MATRIX_N_PROPS; i++)
    {
      const gboolean text = properties[i]->value_type == G_TYPE_STRING;
      g_autoptr(GVariant) value =
        g_variant_lookup_value (state, properties[i]->name,
                                text ? G_VARIANT_TYPE_STRING : G_VARIANT_TYPE_BOOLEAN);

      if (value == NULL)
        g_object_set_property (G_OBJECT (self), properties[i]->name,
                               g_param_spec_get_default_value (properties[i]));
      else if (text)
        g_object_set (self, properties[i]->name, g_variant_get_string (value, NULL), NULL);
      else
        g_object_set (self, properties[i]->name, g_variant_get_boolean (value), NULL);
    }

  g_variant_lookup (state, "zoom", "u", &zoom);
  yd_matrix_grid_set_zoom (self->grid, zoom);
}

static void
install_text (guint       prop_id,
              const char *name,
              const char *fallback)
{
  properties[prop_id] =
    g_param_spec_string (name, NULL, NULL, fallback,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_switch (guint       prop_id,
                const char *name)
{
  properties[prop_id] =
    g_param_spec_boolean (name, NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  _yd_matrix_page_clear_filter (YD_MATRIX_PAGE (widget));
}

/* Each of them is an action of the same name as well. */
void
_yd_matrix_page_install_look (GtkWidgetClass *klass)
{
  install_text (YD_MATRIX_PROP_COLORING, "coloring", "role");
  install_text (YD_MATRIX_PROP_ORDER, "order", "document");
  install_text (YD_MATRIX_PROP_CHAPTER, "chapter", "");
  install_text (YD_MATRIX_PROP_KIND, "kind", "");
  install_text (YD_MATRIX_PROP_ROLE, "role", "");
  install_text (YD_MATRIX_PROP_LIGHT, "light", "");
  install_text (YD_MATRIX_PROP_CHANGED, "changed", "");
  install_switch (YD_MATRIX_PROP_NO_LEAD, "no-lead");
  install_switch (YD_MATRIX_PROP_SEVERAL_LEADS, "several-leads");
  install_switch (YD_MATRIX_PROP_HIDE_EMPTY_ROWS, "hide-empty-rows");
  install_switch (YD_MATRIX_PROP_HIDE_EMPTY_COLUMNS, "hide-empty-columns");
  install_switch (YD_MATRIX_PROP_TAIL, "tail");
  install_switch (YD_MATRIX_PROP_TRANSPOSED, "transposed");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), YD_MATRIX_N_PROPS, properties);

  for (guint i = 1; i < YD_MATRIX_N_PROPS; i++)
    {
      g_autofree char *action = g_strconcat ("matrix.", properties[i]->name, NULL);

      gtk_widget_class_install_property_action (klass, g_intern_string (action),
                                                properties[i]->name);
    }
  gtk_widget_class_install_action (klass, "matrix.clear-filter", NULL, clear_filter_action);
}
