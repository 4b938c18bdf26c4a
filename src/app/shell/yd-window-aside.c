/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include <glib/gi18n-lib.h>

#include "yd-days-off.h"
#include "yd-directory-window.h"
#include "yd-preferences.h"
#include "yd-properties.h"
#include "yd-slice-view.h"

/* The windows that come up in front of this one. */

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (yd_preferences_new (GTK_WINDOW (self), self->settings)));
}

static void
days_off_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (yd_days_off_new (GTK_WINDOW (self), self->session)));
}

static void
directory_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  yd_directory_window_open (GTK_WINDOW (widget), YD_WINDOW (widget)->session);
}

/* Everything that a unit of the plan has, by its id or one of its names. */
static void
slice_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  YdPlan *plan = yd_session_get_plan (self->session);
  const char *asked = g_variant_get_string (parameter, NULL);
  YdRow *unit = plan != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT, asked) : NULL;

  if (unit == NULL && plan != NULL)
    unit = yd_plan_find_unit (plan, asked);
  if (unit != NULL)
    gtk_window_present (yd_slice_view_new (GTK_WINDOW (self), self->session, unit));
}

/* The directory, with the unit that is called so. */
static void
show_unit_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdDirectoryWindow *directory = yd_directory_window_open (GTK_WINDOW (widget),
                                                           YD_WINDOW (widget)->session);

  yd_directory_window_select (directory, g_variant_get_string (parameter, NULL));
}

/* Who belongs to a group of the plan, by its id. */
static void
name_members_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  YdSession *session = YD_WINDOW (widget)->session;
  YdPlan *plan = yd_session_get_plan (session);
  YdRow *group = plan != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_UNIT,
                                                 g_variant_get_string (parameter, NULL)) : NULL;

  if (group != NULL && _yd_window_may_change (YD_WINDOW (widget)))
    yd_directory_window_name_members (GTK_WINDOW (widget), session, group);
}

static void
enter_members_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  if (yd_session_get_plan (self->session) != NULL && _yd_window_may_change (self))
    yd_directory_window_enter_members (GTK_WINDOW (self), self->session);
}

/* A document that was just read: whom its groups stand for is known, and taken over at a word. */
void
_yd_window_offer_members (YdWindow *self)
{
  const char *name = NULL;
  const guint n = !yd_session_get_read_only (self->session)
                  ? yd_directory_window_count_bare_groups (self->session, &name) : 0;
  g_autofree char *words = NULL;

  if (n == 0)
    return;

  words = n == 1 ? g_strdup_printf (_("The directory knows who belongs to “%s”."), name)
                 : g_strdup_printf (_("The directory knows who belongs to %1$u groups, such as "
                                      "“%2$s”."), n, name);
  yd_window_offer (self, words, _("Enter Members"), "win.enter-members");
}

static void
properties_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  /* One that was closed may not be gone yet. */
  if (self->properties == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->properties)))
    g_set_weak_pointer (&self->properties,
                        yd_properties_new (GTK_WINDOW (self), self->session));
  gtk_window_present (GTK_WINDOW (self->properties));
}

/* GTK would build it from gtk/help-overlay.ui before the first frame. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/yaodian/Yaodian/ui/yd-shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static const YdWindowAction actions[] = {
  { "win.days-off",     NULL, days_off_action     },
  { "win.directory",    NULL, directory_action    },
  { "win.show-unit",    "s",  show_unit_action    },
  { "win.slice",        "s",  slice_action        },
  { "win.name-members", "s",  name_members_action },
  { "win.enter-members", NULL, enter_members_action },
  { "win.preferences",  NULL, preferences_action  },
  { "win.properties",   NULL, properties_action   },
  { "win.show-help-overlay", NULL, shortcuts_action },
};

void
_yd_window_class_install_aside (GtkWidgetClass *klass)
{
  _yd_window_class_add_actions (klass, actions, G_N_ELEMENTS (actions));
}
