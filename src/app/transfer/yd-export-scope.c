/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-export-scope.h"

#include <glib/gi18n-lib.h>

#include "yd-plan-walk.h"

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
  AdwComboRow         *unit;
  GtkEditable         *from;
  GtkEditable         *to;
  GtkSwitch           *internal;
  GtkWidget           *note;
};

G_DEFINE_FINAL_TYPE (YdExportScope, yd_export_scope, ADW_TYPE_PREFERENCES_GROUP)

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

/* What the window shows now: the dialog stands in front of it, so that stays so. */
static void
take_shown (YdExportScope *self,
            YdPointFilter *filter)
{
  g_autoptr(YdPlanWalk) walk = yd_plan_walk_new (self->plan);
  YdPoint *point;

  if (!yd_point_filter_get_active (filter))
    return;

  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while ((point = yd_plan_walk_next (walk, NULL, NULL)) != NULL)
    if (yd_point_filter_shows (filter, point))
      g_hash_table_add (self->shown, g_strdup (yd_row_get_id (YD_ROW (point))));
}

static guint
count_wholes (YdExportScope *self)
{
  return self->shown != NULL ? 2 : 1;
}

static void
offer_units (YdExportScope *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GListModel *units = yd_plan_get_units (self->plan);

  gtk_string_list_append (names, _("All units"));
  if (self->shown != NULL)
    gtk_string_list_append (names, _("Points That the Window Shows"));
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (units, i);
      const char *name = yd_row_get_cell (unit, YD_UNIT_NAME);

      gtk_string_list_append (names, name != NULL ? name : "");
    }
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (names));
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
  guint selected;

  g_return_if_fail (YD_IS_EXPORT_SCOPE (self) && choice != NULL);

  *choice = self->all;
  choice->internal = gtk_switch_get_active (self->internal);
  if (yd_export_scope_is_valid (self))
    {
      choice->from = read_day (self, self->from);
      choice->to = read_day (self, self->to);
    }

  selected = adw_combo_row_get_selected (self->unit);
  if (selected == GTK_INVALID_LIST_POSITION || selected == 0)
    return;

  if (selected < count_wholes (self))
    choice->points = self->shown;
  else
    {
      g_autoptr(YdRow) unit = g_list_model_get_item (yd_plan_get_units (self->plan),
                                                     selected - count_wholes (self));

      choice->unit = unit;      /* the space keeps it */
    }
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
  GListModel *names;

  g_return_val_if_fail (YD_IS_EXPORT_SCOPE (self) && name != NULL, FALSE);

  names = adw_combo_row_get_model (self->unit);
  if (self->shown != NULL && g_str_equal (name, "shown"))
    {
      adw_combo_row_set_selected (self->unit, 1);
      return TRUE;
    }

  for (guint i = count_wholes (self); i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        adw_combo_row_set_selected (self->unit, i);
        return TRUE;
      }

  return FALSE;
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
