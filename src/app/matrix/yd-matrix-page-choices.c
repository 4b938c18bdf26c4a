/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

/* What the pills and buttons above the sheet offer. */

/* In the order of their enums. */
const YdMatrixChoice _yd_matrix_colorings[YD_N_MATRIX_COLORINGS] = {
  { "role", N_("Roles") },
  { "light", N_("Status") },
  { "load", N_("Load") },
};

const YdMatrixChoice _yd_matrix_orders[YD_N_MATRIX_ORDERS] = {
  { "document", N_("By Document") },
  { "load", N_("By Load") },
  { "similarity", N_("By Similarity") },
};

const char * const _yd_matrix_bands[YD_N_MATRIX_BANDS] = {
  [YD_MATRIX_BAND_LEAD] = "lead",
  [YD_MATRIX_BAND_DEPARTMENT] = "department",
  [YD_MATRIX_BAND_PARTY] = "party",
  [YD_MATRIX_BAND_VERTICAL] = "vertical",
  [YD_MATRIX_BAND_COUNTY] = "county",
  [YD_MATRIX_BAND_OTHER] = "other",
  [YD_MATRIX_BAND_GROUP] = "group",
};

/* Adds what does @action with a string. */
void
_yd_matrix_page_add_item (GMenu      *menu,
                          const char *words,
                          const char *action,
                          const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (words, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* The chapters are those of the plan. */
static GMenuModel *
make_chapter_menu (gpointer user_data)
{
  YdMatrixPage *self = user_data;
  YdPlan *plan = _yd_matrix_page_get_plan (self);
  GListModel *points = plan != NULL ? yd_plan_get_points (plan) : NULL;
  const guint n = points != NULL ? g_list_model_get_n_items (points) : 0;
  GMenu *menu = g_menu_new ();

  _yd_matrix_page_add_item (menu, _("All Chapters"), "matrix.chapter", "");
  for (guint i = 0; i < n && i < 40; i++)
    {
      g_autoptr(YdRow) point = g_list_model_get_item (points, i);
      const char *title = yd_point_get_title (point);
      g_autofree char *number = yd_point_dup_number (point, i + 1);
      g_autofree char *words = g_strconcat (number, title, NULL);

      if (title != NULL && g_list_model_get_n_items (yd_point_get_children (point)) > 0)
        _yd_matrix_page_add_item (menu, words, "matrix.chapter", yd_row_get_id (point));
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_kind_menu (gpointer user_data)
{
  GMenu *menu = g_menu_new ();

  _yd_matrix_page_add_item (menu, _("All Units"), "matrix.kind", "");
  for (guint i = 0; i < YD_N_MATRIX_BANDS; i++)
    if (_yd_matrix_bands[i] != NULL)
      _yd_matrix_page_add_item (menu, yd_matrix_band_get_words (i), "matrix.kind",
                                _yd_matrix_bands[i]);

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_role_menu (gpointer user_data)
{
  GMenu *menu = g_menu_new ();

  _yd_matrix_page_add_item (menu, _("All Roles"), "matrix.role", "");
  for (YdRole role = YD_ROLE_LEAD; role > YD_ROLE_NONE; role--)
    _yd_matrix_page_add_item (menu, yd_role_get_words (yd_role_get_name (role)), "matrix.role",
              yd_role_get_name (role));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_light_menu (gpointer user_data)
{
  static const YdLight lights[] = {
    YD_LIGHT_LATE, YD_LIGHT_SOON, YD_LIGHT_OK, YD_LIGHT_WAIT, YD_LIGHT_DONE,
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) since = g_menu_new ();

  _yd_matrix_page_add_item (menu, _("All States"), "matrix.light", "");
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    _yd_matrix_page_add_item (menu, yd_light_get_word (lights[i]), "matrix.light",
                              yd_light_get_name (lights[i]));
  _yd_matrix_page_add_item (since, _("At Any Time"), "matrix.changed", "");
  _yd_matrix_page_add_item (since, _("Changed Today"), "matrix.changed", "today");
  _yd_matrix_page_add_item (since, _("Changed This Week"), "matrix.changed", "week");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (since));

  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_choice_menu (const YdMatrixChoice *choices,
                  guint                 n_choices,
                  const char           *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n_choices; i++)
    _yd_matrix_page_add_item (menu, _(choices[i].words), action, choices[i].name);

  return G_MENU_MODEL (menu);
}

/* All of it once more behind one button, for windows without room for pills. */
static GMenuModel *
make_filter_menu (YdMatrixPage *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) leads = g_menu_new ();
  g_autoptr(GMenuModel) chapters = make_chapter_menu (self);
  g_autoptr(GMenuModel) kinds = make_kind_menu (self);
  g_autoptr(GMenuModel) roles = make_role_menu (self);
  g_autoptr(GMenuModel) lights = make_light_menu (self);

  g_menu_append_submenu (menu, _("Chapter"), chapters);
  g_menu_append_submenu (menu, _("Kind of Unit"), kinds);
  g_menu_append_submenu (menu, _("Roles"), roles);
  g_menu_append_submenu (menu, _("Status"), lights);
  g_menu_append (leads, _("No Lead"), "matrix.no-lead");
  g_menu_append (leads, _("Several Leads"), "matrix.several-leads");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (leads));
  g_menu_append (menu, _("Clear Filter"), "matrix.clear-filter");

  return G_MENU_MODEL (menu);
}

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  YdMatrixPage *self = user_data;
  g_autoptr(GMenuModel) menu = NULL;

  if (button == self->filter_button)
    menu = make_filter_menu (self);
  else if (button == self->coloring_button)
    menu = make_choice_menu (_yd_matrix_colorings, YD_N_MATRIX_COLORINGS, "matrix.coloring");
  else
    menu = make_choice_menu (_yd_matrix_orders, YD_N_MATRIX_ORDERS, "matrix.order");

  gtk_menu_button_set_menu_model (button, menu);
}

/* Each menu is made when somebody opens it: all their widgets take longer than the sheet. */
void
_yd_matrix_page_init_menus (YdMatrixPage *self)
{
  yd_filter_pill_set_create_menu (self->chapter_pill, make_chapter_menu, self);
  yd_filter_pill_set_create_menu (self->kind_pill, make_kind_menu, self);
  yd_filter_pill_set_create_menu (self->role_pill, make_role_menu, self);
  yd_filter_pill_set_create_menu (self->light_pill, make_light_menu, self);
  gtk_menu_button_set_create_popup_func (self->filter_button, create_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->coloring_button, create_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->order_button, create_menu_cb, self, NULL);
}
