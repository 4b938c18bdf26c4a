/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-scope.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-walk.h"
#include "yd-unit-row.h"

/**
 * YdExportScope:
 *
 * Of what is due, what is exported: from one day to another; that of all units, of one, or of the
 * points that the window shows; with or without the targets that the office set for itself.
 */

struct _YdExportScope
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  YdPlan              *plan;
  GHashTable          *shown;           /* (nullable): of ids of points, while some are hidden */
  YdAgendaChoice       all;             /* what there is to choose from */

  /* Template */
  YdUnitRow           *unit;
  GtkEditable         *from;
  GtkEditable         *to;
  GtkSwitch           *internal;
  GtkWidget           *note;
};

G_DEFINE_FINAL_TYPE (YdExportScope, yd_export_scope, ADW_TYPE_PREFERENCES_GROUP)

/* What stands above the units. */
enum { WHOLE_ALL, WHOLE_SHOWN };

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static YdDay
read_day (YdExportScope *self,
          GtkEditable   *entry)
{
  return yd_moment_read_day (gtk_editable_get_text (entry), self->all.now.day);
}

static void
mark (GtkEditable *entry,
      gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
say (YdExportScope *self,
     const char    *words)
{
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), words);
}

/* Says which of the days is none, and how one is written. */
static void
check_days (YdExportScope *self)
{
  const YdDay from = read_day (self, self->from), to = read_day (self, self->to);
  const gboolean turned = from != YD_DAY_NONE && to != YD_DAY_NONE && from > to;

  mark (self->from, from == YD_DAY_NONE || turned);
  mark (self->to, to == YD_DAY_NONE || turned);
  if (turned)
    say (self, _("The last day is before the first one"));
  else if (from == YD_DAY_NONE || to == YD_DAY_NONE)
    say (self, _("A day is written like 2017-07-13, and lies between 1949 and 2100"));
}

static void
changed_cb (YdExportScope *self)
{
  check_days (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yd_export_scope_dispose (GObject *object)
{
  YdExportScope *self = YD_EXPORT_SCOPE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_EXPORT_SCOPE);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (yd_export_scope_parent_class)->dispose (object);
}

static void
yd_export_scope_class_init (YdExportScopeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_export_scope_dispose;

  g_type_ensure (YD_TYPE_UNIT_ROW);
  /**
   * YdExportScope::changed:
   * @self: the scope
   *
   * Something else is to be exported now, or it cannot be said what.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-export-scope.ui");
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, unit);
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, from);
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, to);
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, internal);
  gtk_widget_class_bind_template_child (widget_class, YdExportScope, note);
}

static void
yd_export_scope_init (YdExportScope *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the window shows now, or is about to: the dialog stands in front of it, so that stays so. */
static void
take_shown (YdExportScope *self,
            YdPointFilter *filter)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (self->plan);
  YdPoint *point;

  if (!yd_point_filter_get_active (filter))
    return;

  yd_point_filter_finish (filter);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((point = yd_plan_walk_next (walk, NULL, NULL)) != NULL)
    if (yd_point_filter_shows (filter, point))
      g_hash_table_add (self->shown, g_strdup (yd_row_get_id (YD_ROW (point))));
}

static void
offer_units (YdExportScope *self)
{
  const char *wholes[] = {
    _("All units"), self->shown != NULL ? _("Points That the Window Shows") : NULL, NULL
  };
  GListModel *model = yd_plan_get_units (self->plan);
  g_autoptr(GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (units, g_list_model_get_item (model, i));
  yd_unit_row_offer (self->unit, wholes, units);
}

/**
 * yd_export_scope_set_session:
 * @self: the scope
 * @session: a session with a plan
 *
 * Offers the units of the plan, in their order, and what the window shows of it; once.
 */
void
yd_export_scope_set_session (YdExportScope *self,
                             YdSession     *session)
{
  char day[YD_DAY_SIZE];

  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && YD_IS_SESSION (session));

  self->plan = g_object_ref (yd_session_get_plan (session));
  yd_agenda_choice_init (&self->all, self->plan, yd_session_get_now (session));
  take_shown (self, yd_session_get_filter (session));
  offer_units (self);
  gtk_editable_set_text (self->from, yd_day_format (self->all.from, day));
  gtk_editable_set_text (self->to, yd_day_format (self->all.to, day));
  for (guint i = 0; i < 2; i++)
    g_signal_connect_object (i == 0 ? self->from : self->to, "changed", G_CALLBACK (changed_cb),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unit, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->internal, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Whether it is for a calendar, of which there is more to know. */
void
yd_export_scope_set_calendar (YdExportScope *self,
                              gboolean       calendar)
{
  g_return_if_fail (YD_IS_EXPORT_SCOPE (self));

  gtk_widget_set_visible (self->note, calendar);
}

/* Returns: whether the days are days, in their order */
gboolean
yd_export_scope_is_valid (YdExportScope *self)
{
  g_return_val_if_fail (YD_IS_EXPORT_SCOPE (self), FALSE);

  return read_day (self, self->from) != YD_DAY_NONE &&
         read_day (self, self->from) <= read_day (self, self->to);
}

/* Fills in what is chosen now; the unit is the plan's, the points are the scope's. Of days that are
 * none, all there are.
 */
void
yd_export_scope_get_choice (YdExportScope  *self,
                            YdAgendaChoice *choice)
{
  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && choice != NULL);

  *choice = self->all;
  choice->internal = gtk_switch_get_active (self->internal);
  if (yd_export_scope_is_valid (self))
    {
      choice->from = read_day (self, self->from);
      choice->to = read_day (self, self->to);
    }

  choice->unit = yd_unit_row_get_unit (self->unit);      /* the space keeps it */
  if (yd_unit_row_get_whole (self->unit) == WHOLE_SHOWN)
    choice->points = self->shown;
}

/* Says how much @agenda, which was made for what is chosen, has. */
void
yd_export_scope_set_agenda (YdExportScope *self,
                            YdAgenda      *agenda)
{
  YdAgendaChoice choice;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *words = NULL;
  guint n;

  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && agenda != NULL);

  if (!yd_export_scope_is_valid (self))         /* it says why already */
    return;

  yd_export_scope_get_choice (self, &choice);
  from = yd_day_dup (choice.from);
  to = yd_day_dup (choice.to);
  n = yd_agenda_get_n_dated (agenda);
  words = n > 0 ? g_strdup_printf (ngettext ("%u date from %s to %s", "%u dates from %s to %s", n),
                                   n, from, to)
                : g_strdup_printf (_("Nothing is due from %s to %s"), from, to);
  say (self, words);
}

/* Chooses a unit by its name, or what the window shows. Returns: whether there is such */
gboolean
yd_export_scope_set_unit (YdExportScope *self,
                          const char    *name)
{
  g_return_val_if_fail (YD_IS_EXPORT_SCOPE (self) && name != NULL, FALSE);

  if (self->shown == NULL || !g_str_equal (name, "shown"))
    return yd_unit_row_choose (self->unit, name);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->unit), WHOLE_SHOWN);

  return TRUE;
}

/* Writes the days as a person types them. */
void
yd_export_scope_set_days (YdExportScope *self,
                          const char    *from,
                          const char    *to)
{
  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && from != NULL && to != NULL);

  gtk_editable_set_text (self->from, from);
  gtk_editable_set_text (self->to, to);
}
