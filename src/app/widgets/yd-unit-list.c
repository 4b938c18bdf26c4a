/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-unit-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-accessible.h"
#include "yd-pinyin.h"

/**
 * YdUnitList:
 *
 * The units of a plan that are named by what is typed: by a part of a name, an alias, or the
 * letters with which the characters begin. Below them stand units that the office knows and the
 * plan does not have yet. Where it may, it offers a name that no unit has as a new one. Whoever
 * owns it has the line in which one types.
 */

/* So many that the plan does not have are offered at once. */
#define MAX_KNOWN 20

struct _YdUnitList
{
  AdwBin              parent_instance;

  /* Owned */
  YdPinyin           *pinyin;
  YdSpace            *space;            /* (nullable): a plan or an office */
  YdDirectory        *directory;        /* (nullable): of the office */
  GListStore         *known;            /* names of units in it that the plan does not have */
  GListStore         *fresh;            /* the name that no unit has, or nothing */
  GtkFilterListModel *units;
  GtkSingleSelection *selection;
  char               *typed;

  /* Template */
  GtkListView        *list;

  YdDay               day;              /* on which a unit must be there */
  gboolean            names;
};

G_DEFINE_FINAL_TYPE (YdUnitList, yd_unit_list, ADW_TYPE_BIN)

enum {
  PICKED,
  NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
fits (YdUnitList *self,
      const char *name)
{
  return name != NULL && (strstr (name, self->typed) != NULL ||
                          yd_pinyin_matches (self->pinyin, name, self->typed));
}

static gboolean
has_typed (YdUnitList *self,
           YdRow      *row,
           guint       field)
{
  return fits (self, yd_row_get_cell (row, field));
}

static gboolean
has_alias (YdUnitList *self,
           YdRow      *unit)
{
  GListModel *aliases = yd_row_get_rows (unit, YD_KIND_ALIAS);
  guint n = g_list_model_get_n_items (aliases);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) alias = g_list_model_get_item (aliases, i);

      if (has_typed (self, alias, YD_ALIAS_NAME))
        return TRUE;
    }

  return FALSE;
}

static gboolean
fits_cb (gpointer item,
         gpointer user_data)
{
  YdUnitList *self = user_data;

  return *self->typed == '\0' ||
         has_typed (self, item, YD_UNIT_NAME) || has_typed (self, item, YD_UNIT_FULL) ||
         has_typed (self, item, YD_UNIT_SHORT) || has_alias (self, item);
}

static gboolean
is_called (YdUnitList *self,
           YdRow      *unit)
{
  static const guint fields[] = { YD_UNIT_NAME, YD_UNIT_FULL, YD_UNIT_SHORT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (yd_row_get_cell (unit, fields[i]), self->typed) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a unit that is offered is called just so. */
static gboolean
is_known (YdUnitList *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->units));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (G_LIST_MODEL (self->units), i);
      GListModel *aliases = yd_row_get_rows (unit, YD_KIND_ALIAS);

      if (is_called (self, unit))
        return TRUE;
      for (guint j = 0; j < g_list_model_get_n_items (aliases); j++)
        {
          g_autoptr(YdRow) alias = g_list_model_get_item (aliases, j);

          if (g_strcmp0 (yd_row_get_cell (alias, YD_ALIAS_NAME), self->typed) == 0)
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_called_so (YdUnitList            *self,
              const YdDirectoryUnit *unit)
{
  for (guint i = 0; i < unit->aliases->len; i++)
    if (fits (self, g_ptr_array_index (unit->aliases, i)))
      return TRUE;

  return fits (self, unit->name) || fits (self, unit->full) || fits (self, unit->short_name);
}

/* A unit that was there on the day, under the name that it has. */
static gboolean
is_offered (YdUnitList            *self,
            const YdDirectoryUnit *unit)
{
  return unit->merged == NULL && unit->name != NULL &&
         (unit->from == YD_DAY_NONE || unit->from <= self->day) &&
         (unit->to == YD_DAY_NONE || unit->to >= self->day) &&
         is_called_so (self, unit) && yd_plan_find_unit (YD_PLAN (self->space), unit->name) == NULL;
}

/* What the office knows and the plan does not have; without a word that would be all of it. */
static void
list_known (YdUnitList *self)
{
  GPtrArray *units = self->directory != NULL ? yd_directory_get_units (self->directory) : NULL;

  g_list_store_remove_all (self->known);
  if (units == NULL || !self->names || *self->typed == '\0' || !YD_IS_PLAN (self->space))
    return;

  for (guint i = 0; i < units->len; i++)
    {
      const YdDirectoryUnit *unit = g_ptr_array_index (units, i);
      g_autoptr(GtkStringObject) name = NULL;

      if (g_list_model_get_n_items (G_LIST_MODEL (self->known)) == MAX_KNOWN)
        return;
      if (!is_offered (self, unit))
        continue;

      name = gtk_string_object_new (unit->name);
      g_list_store_append (self->known, name);
    }
}

static gboolean
is_in_directory (YdUnitList *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->known)); i++)
    {
      g_autoptr(GtkStringObject) name = g_list_model_get_item (G_LIST_MODEL (self->known), i);

      if (g_str_equal (gtk_string_object_get_string (name), self->typed))
        return TRUE;
    }

  return FALSE;
}

/* Letters alone are initials more often than the name of an office. */
static gboolean
is_name (YdUnitList *self)
{
  gboolean has_sign = FALSE;

  for (const char *c = self->typed; *c != '\0'; c++)
    has_sign = has_sign || (*c & 0x80) != 0;

  return self->names &&
         (has_sign || (g_list_model_get_n_items (G_LIST_MODEL (self->units)) == 0 &&
                       g_list_model_get_n_items (G_LIST_MODEL (self->known)) == 0)) &&
         *self->typed != '\0' && self->space != NULL && !is_known (self) && !is_in_directory (self);
}

static void
pick (YdUnitList *self,
      guint       position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (YD_IS_ROW (item))
    g_signal_emit (self, signals[PICKED], 0, item);
  else if (item != NULL)
    g_signal_emit (self, signals[NAMED], 0,
                   gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                               "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  YdUnitList *self = user_data;
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  gpointer object = gtk_list_item_get_item (item);

  if (YD_IS_ROW (object))
    gtk_label_set_label (label, yd_row_get_cell (object, YD_UNIT_NAME));
  else
    {
      const char *name = gtk_string_object_get_string (object);
      const gboolean known = g_list_store_find (self->known, object, NULL);
      g_autofree char *words = known ? g_strdup_printf (_("%s, from the directory"), name)
                                     : g_strdup_printf (_("New unit “%s”"), name);

      gtk_label_set_label (label, words);
    }
  yd_accessible_set_row_name (GTK_WIDGET (label), gtk_label_get_label (label));
}

static void
yd_unit_list_dispose (GObject *object)
{
  YdUnitList *self = YD_UNIT_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->units);
  g_clear_object (&self->known);
  g_clear_object (&self->fresh);
  g_clear_pointer (&self->directory, yd_directory_unref);
  g_clear_object (&self->space);

  G_OBJECT_CLASS (yd_unit_list_parent_class)->dispose (object);
}

static void
yd_unit_list_finalize (GObject *object)
{
  YdUnitList *self = YD_UNIT_LIST (object);

  g_clear_pointer (&self->pinyin, yd_pinyin_free);
  g_clear_pointer (&self->typed, g_free);

  G_OBJECT_CLASS (yd_unit_list_parent_class)->finalize (object);
}

static void
yd_unit_list_class_init (YdUnitListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yd_unit_list_dispose;
  object_class->finalize = yd_unit_list_finalize;

  /**
   * YdUnitList::picked:
   * @self: a list
   * @unit: a unit of the plan
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, YD_TYPE_ROW);

  /**
   * YdUnitList::named:
   * @self: a list
   * @name: a name that no unit of the plan has
   */
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_models (YdUnitList *self)
{
  g_autoptr(GListStore) both = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (fits_cb, self, NULL));

  self->units = gtk_filter_list_model_new (NULL, filter);
  self->known = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  self->fresh = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_list_store_append (both, self->units);
  g_list_store_append (both, self->known);
  g_list_store_append (both, self->fresh);
  self->selection = gtk_single_selection_new
    (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&both)))));
}

static void
add_list (YdUnitList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new
                              (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  yd_accessible_set_name (GTK_WIDGET (self->list), _("Units"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "yd-units");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (pick), self);
  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                   "hscrollbar-policy", GTK_POLICY_NEVER,
                                   "max-content-height", 260, "propagate-natural-height", TRUE,
                                   "child", self->list, NULL));
}

static void
yd_unit_list_init (YdUnitList *self)
{
  self->pinyin = yd_pinyin_new ();
  self->typed = g_strdup ("");

  add_models (self);
  add_list (self);
}

/* Returns: (transfer floating): a list that offers nothing yet */
GtkWidget *
yd_unit_list_new (void)
{
  return g_object_new (YD_TYPE_UNIT_LIST, NULL);
}

/* Offers the units of @space, a plan or an office, which may be %NULL. */
void
yd_unit_list_set_space (YdUnitList *self,
                        YdSpace    *space)
{
  g_return_if_fail (YD_IS_UNIT_LIST (self));
  g_return_if_fail (space == NULL || YD_IS_SPACE (space));

  if (g_set_object (&self->space, space))
    gtk_filter_list_model_set_model (self->units, space == NULL ? NULL
                                     : yd_space_get_rows (space, YD_KIND_UNIT));
}

/* Offers the units of @plan, which may be %NULL. */
void
yd_unit_list_set_plan (YdUnitList *self,
                       YdPlan     *plan)
{
  g_return_if_fail (plan == NULL || YD_IS_PLAN (plan));

  yd_unit_list_set_space (self, (YdSpace *) plan);
}

/**
 * yd_unit_list_set_directory:
 * @self: a list
 * @directory: (nullable): what the office knows
 * @day: when it must have been so, the day of the plan
 *
 * Offers also the units of @directory that the plan does not have, as new names.
 */
void
yd_unit_list_set_directory (YdUnitList  *self,
                            YdDirectory *directory,
                            YdDay        day)
{
  g_return_if_fail (YD_IS_UNIT_LIST (self));

  g_clear_pointer (&self->directory, yd_directory_unref);
  self->directory = directory != NULL ? yd_directory_ref (directory) : NULL;
  self->day = day;
}

/* Whether a name that no unit has is offered as a new one. */
void
yd_unit_list_set_names (YdUnitList *self,
                        gboolean    names)
{
  g_return_if_fail (YD_IS_UNIT_LIST (self));

  self->names = names;
}

/* Offers what @typed names, and marks the first. */
void
yd_unit_list_set_typed (YdUnitList *self,
                        const char *typed)
{
  g_return_if_fail (YD_IS_UNIT_LIST (self));

  g_free (self->typed);
  self->typed = g_strstrip (g_strdup (typed));

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->units),
                      GTK_FILTER_CHANGE_DIFFERENT);
  list_known (self);
  g_list_store_remove_all (self->fresh);
  if (is_name (self))
    {
      g_autoptr(GtkStringObject) name = gtk_string_object_new (self->typed);

      g_list_store_append (self->fresh, name);
    }

  gtk_single_selection_set_selected (self->selection, 0);
  yd_unit_list_step (self, 0);
}

/* Returns: how many units and new names are offered */
guint
yd_unit_list_get_found (YdUnitList *self)
{
  g_return_val_if_fail (YD_IS_UNIT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

/* Marks another one and brings it into sight; with 0, the one that is marked. The list keeps
 * its place while what it shows becomes less.
 */
void
yd_unit_list_step (YdUnitList *self,
                   int         by)
{
  guint n = yd_unit_list_get_found (self);
  guint at = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || at == GTK_INVALID_LIST_POSITION)
    return;

  at = (at + n + by) % n;
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

/* Picks what is marked. Returns: whether something was */
gboolean
yd_unit_list_take (YdUnitList *self)
{
  guint at;

  g_return_val_if_fail (YD_IS_UNIT_LIST (self), FALSE);

  at = gtk_single_selection_get_selected (self->selection);
  if (at >= yd_unit_list_get_found (self))
    return FALSE;

  pick (self, at);
  return TRUE;
}
