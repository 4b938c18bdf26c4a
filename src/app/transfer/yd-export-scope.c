/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-scope.h"

#include <glib/gi18n-lib.h>

/**
 * YdExportScope:
 *
 * Of what is due, what is exported: that of all units or of one, with or without the targets
 * that the office set for itself.
 */

struct _YdExportScope
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  YdPlan              *plan;
  YdAgendaChoice       all;             /* what there is to choose from */

  /* Template */
  AdwComboRow         *unit;
  GtkSwitch           *internal;
};

G_DEFINE_FINAL_TYPE (YdExportScope, yd_export_scope, ADW_TYPE_PREFERENCES_GROUP)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
changed_cb (YdExportScope *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yd_export_scope_dispose (GObject *object)
{
  YdExportScope *self = YD_EXPORT_SCOPE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXPORT_SCOPE);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (yd_export_scope_parent_class)->dispose (object);
}

static void
yd_export_scope_class_init (YdExportScopeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_scope_dispose;

  /**
   * YdExportScope::changed:
   * @self: the scope
   *
   * Something else is to be exported now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-scope.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, unit);
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, internal);
}

static void
yd_export_scope_init (YdExportScope *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->internal, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * yd_export_scope_set_plan:
 * @self: the scope
 * @plan: a plan
 * @now: what time it is
 *
 * Offers the units of @plan, in their order; once.
 */
void
yd_export_scope_set_plan (YdExportScope *self,
                          YdPlan        *plan,
                          YdMoment       now)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *units;

  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && YD_IS_PLAN (plan));

  self->plan = g_object_ref (plan);
  yd_agenda_choice_init (&self->all, plan, now);
  units = yd_plan_get_units (plan);
  gtk_string_list_append (names, _("All units"));
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

      gtk_string_list_append (names, name != NULL ? name : "");
    }
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
}

/* Fills in what is chosen now; the unit is the plan's. */
void
yd_export_scope_get_choice (YdExportScope  *self,
                            YdAgendaChoice *choice)
{
  guint selected;

  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && choice != NULL);

  *choice = self->all;
  choice->internal = gtk_switch_get_active (self->internal);
  selected = adw_combo_row_get_selected (self->unit);
  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (yd_plan_get_units (self->plan), selected - 1);

      choice->unit = unit;      /* the space keeps it */
    }
}

/* Says how much @agenda, which was made for what is chosen, has. */
void
yd_export_scope_set_agenda (YdExportScope *self,
                            YdAgenda      *agenda)
{
  g_autofree char *from = yd_day_dup (self->all.from);
  g_autofree char *to = yd_day_dup (self->all.to);
  g_autofree char *words = NULL;
  guint n;

  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && agenda != NULL);

  n = yd_agenda_get_n_dated (agenda);
  words = n > 0 ? g_strdup_printf (ngettext ("%u date from %s to %s", "%u dates from %s to %s", n),
                                   n, from, to)
                : g_strdup_printf (_("Nothing is due from %s to %s"), from, to);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
}

/* Chooses a unit by its name. Returns: whether the plan has it */
gboolean
yd_export_scope_set_unit (YdExportScope *self,
                          const char    *name)
{
  GListModel *names;

  g_return_val_if_fail (YD_IS_EXPORT_SCOPE (self) && name != NULL, FALSE);

  names = adw_combo_row_get_model (self->unit);
  for (guint i = 1; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        adw_combo_row_set_selected (self->unit, i);
        return TRUE;
      }

  return FALSE;
}
