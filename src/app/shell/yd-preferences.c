/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-preferences.h"

#include <glib/gi18n-lib.h>

/**
 * YdPreferences:
 *
 * What a person can choose for this computer. Everything holds at once.
 */

struct _YdPreferences
{
  AdwPreferencesWindow  parent_instance;

  /* Owned */
  GSettings            *settings;

  /* Template */
  AdwEntryRow          *issuer;
  GtkSwitch            *large_text;
  AdwPreferencesGroup  *columns;
  GtkSwitch            *remind;
  GtkWidget            *remind_days_row;
  GtkSpinButton        *remind_days;
  GtkWidget            *remind_quiet_row;
  GtkSwitch            *remind_quiet;
  AdwActionRow         *remind_when_closed_row;
  GtkSwitch            *remind_when_closed;
};

G_DEFINE_FINAL_TYPE (YdPreferences, yd_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const struct
{
  const char *key;
  const char *title;
} columns[] = {
  { "units",    N_("Units")    },
  { "deadline", N_("Deadline") },
  { "status",   N_("Status")   },
};

static gboolean
has_column (GVariant *value,
            gpointer  user_data)
{
  g_autofree const char **keys = g_variant_get_strv (value, NULL);

  return g_strv_contains (keys, user_data);
}

static gboolean
get_column_cb (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  g_value_set_boolean (value, has_column (variant, user_data));

  return TRUE;
}

/* The order is that of the outline, whatever was switched last. */
static GVariant *
set_column_cb (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  g_autoptr(GSettings) settings = g_object_ref (g_object_get_data (user_data, "settings"));
  const char *switched = g_object_get_data (user_data, "column");
  g_autoptr(GVariant) old = g_settings_get_value (settings, "columns");
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  g_variant_builder_add (&builder, "s", "title");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      gboolean is_switched = g_str_equal (columns[i].key, switched);

      if (is_switched ? g_value_get_boolean (value) : has_column (old, (char *) columns[i].key))
        g_variant_builder_add (&builder, "s", columns[i].key);
    }

  return g_variant_builder_end (&builder);
}

static gboolean
get_switch_cb (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  return get_column_cb (value, variant, g_object_get_data (user_data, "column"));
}

static void
add_column (YdPreferences *self,
            const char    *key,
            const char    *title)
{
  GtkWidget *toggle = g_object_new (GTK_TYPE_SWITCH, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title,
                                 "activatable-widget", toggle, NULL);

  g_object_set_data (G_OBJECT (toggle), "column", (char *) key);
  g_object_set_data (G_OBJECT (toggle), "settings", self->settings);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (self->columns, row);
  g_settings_bind_with_mapping (self->settings, "columns", toggle, "active",
                                G_SETTINGS_BIND_DEFAULT, get_switch_cb, set_column_cb, toggle,
                                NULL);
}

/* What only says how needs not be set where nothing is reminded of. */
static void
bind_reminders (YdPreferences *self)
{
  const struct
  {
    const char *key;
    gpointer    widget;
    const char *property;
    gpointer    row;
  } bindings[] = {
    { "remind",             self->remind,             "active", NULL                         },
    { "remind-days",        self->remind_days,        "value",  self->remind_days_row        },
    { "remind-quiet",       self->remind_quiet,       "active", self->remind_quiet_row       },
    { "remind-when-closed", self->remind_when_closed, "active", self->remind_when_closed_row },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      g_settings_bind (self->settings, bindings[i].key, bindings[i].widget, bindings[i].property,
                       G_SETTINGS_BIND_DEFAULT);
      if (bindings[i].row != NULL)
        g_object_bind_property (self->remind, "active", bindings[i].row, "sensitive",
                                G_BINDING_SYNC_CREATE);
    }
}

/* The next try says anew whether it could be done; of one that failed the switch goes back first,
 * and what was wrong is said then.
 */
static void
hide_login_error_cb (YdPreferences *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->remind_when_closed_row), "yd-row-error");
  adw_action_row_set_subtitle (self->remind_when_closed_row,
                               _("Starts without a window when you log in"));
}

static void
yd_preferences_dispose (GObject *object)
{
  YdPreferences *self = YD_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PREFERENCES);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (yd_preferences_parent_class)->dispose (object);
}

static void
yd_preferences_class_init (YdPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, issuer);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, large_text);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, columns);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind_days_row);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind_days);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind_quiet_row);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind_quiet);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind_when_closed_row);
  gtk_widget_class_bind_template_child (widget_class, YdPreferences, remind_when_closed);
  gtk_widget_class_bind_template_callback (widget_class, hide_login_error_cb);
}

static void
yd_preferences_init (YdPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yd_preferences_new:
 * @parent: the window in front of which it stands
 * @settings: what it changes
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
YdPreferences *
yd_preferences_new (GtkWindow *parent,
                    GSettings *settings)
{
  YdPreferences *self = g_object_new (YD_TYPE_PREFERENCES, "transient-for", parent, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "issuer", self->issuer, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "large-text", self->large_text, "active", G_SETTINGS_BIND_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (self, columns[i].key, _(columns[i].title));
  bind_reminders (self);

  return self;
}

/**
 * yd_preferences_show_login_error:
 * @self: the preferences
 * @words: why the program does not start at login
 *
 * Says it beside the switch, which is back already: what stands further down may be out of sight.
 */
void
yd_preferences_show_login_error (YdPreferences *self,
                                 const char    *words)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (YD_IS_PREFERENCES (self) && words != NULL);

  markup = g_markup_escape_text (words, -1);
  adw_action_row_set_subtitle (self->remind_when_closed_row, markup);
  gtk_widget_add_css_class (GTK_WIDGET (self->remind_when_closed_row), "yd-row-error");
}
