/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-properties.h"

#include <glib/gi18n-lib.h>

#include "yd-toasts.h"
#include "yd-value.h"

/**
 * YdProperties:
 *
 * What the plan says of itself: its title, number, issuer and day. Each row is kept
 * when Enter or its button says so, and when the window is closed, by an edit that can be taken
 * back.
 */

struct _YdProperties
{
  AdwPreferencesWindow  parent_instance;

  /* Owned */
  YdSession            *session;
  YdToasts             *toasts;
  GPtrArray            *rows;           /* (element-type AdwEntryRow): of the window */

  /* Template */
  AdwPreferencesGroup  *group;
};

G_DEFINE_FINAL_TYPE (YdProperties, yd_properties, ADW_TYPE_PREFERENCES_WINDOW)

static const struct
{
  guint       field;
  const char *title;
} fields[] = {
  { YD_PLAN_TITLE,  N_("Title")                                     },
  { YD_PLAN_NUMBER, N_("Number of the document, such as 荆政办发〔2017〕21号") },
  { YD_PLAN_ISSUER, N_("Issued by")                                 },
  { YD_PLAN_ISSUED, N_("Day of issue, such as 2017-06-01")          },
};

/* Puts what stands in @row into the plan.
 *
 * Returns: (transfer full) (nullable): why it is not kept
 */
static char *
keep (YdProperties *self,
      AdwEntryRow  *row)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));
  YdPlan *plan = yd_session_get_plan (self->session);
  YdRow *head = plan != NULL ? yd_space_get_head (YD_SPACE (plan)) : NULL;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  const char *value = *text != '\0' ? text : NULL;
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.edit", NULL);
  g_autoptr(GError) error = NULL;

  if (head == NULL || g_strcmp0 (yd_row_get_cell (head, field), value) == 0)
    return NULL;

  if (field == YD_PLAN_ISSUED && value != NULL && !yd_value_to_date (value, NULL))
    return g_strdup (_("This is not a day. Write it as 2017-06-01."));

  yd_edit_change (edit, YD_KIND_PLAN, yd_row_get_id (head), field,
                  yd_row_get_cell (head, field), value);

  return yd_session_commit (self->session, edit, &error) ? NULL : g_strdup (error->message);
}

static void
apply_cb (YdProperties *self,
          AdwEntryRow  *row)
{
  g_autofree char *problem = keep (self, row);

  if (problem != NULL)
    yd_toasts_refuse (self->toasts, problem);
  else
    yd_toasts_dismiss (self->toasts);
}

/* What was typed without Enter counts as well. What cannot be kept is told where it is read. */
static gboolean
close_request_cb (YdProperties *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *problem = keep (self, g_ptr_array_index (self->rows, i));

      if (problem != NULL)
        gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                                    "win.refuse", "s", problem);
    }

  return GDK_EVENT_PROPAGATE;
}

static void
add_field (YdProperties *self,
           YdRow        *head,
           guint         field,
           const char   *title)
{
  const char *value = yd_row_get_cell (head, field);
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title,
                                 "text", value != NULL ? value : "",
                                 "show-apply-button", TRUE,
                                 "editable", !yd_session_get_read_only (self->session), NULL);

  g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (field));
  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
yd_properties_dispose (GObject *object)
{
  YdProperties *self = YD_PROPERTIES (object);

  g_clear_object (&self->toasts);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PROPERTIES);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_properties_parent_class)->dispose (object);
}

static void
yd_properties_class_init (YdPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_properties_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-properties.ui");
  gtk_widget_class_bind_template_child (widget_class, YdProperties, group);
}

static void
yd_properties_init (YdProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = yd_toasts_new_within (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}

/**
 * yd_properties_new:
 * @parent: the window in front of which it stands
 * @session: has a plan with a head
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
YdProperties *
yd_properties_new (GtkWindow *parent,
                   YdSession *session)
{
  YdProperties *self = g_object_new (YD_TYPE_PROPERTIES, "transient-for", parent, NULL);
  YdRow *head = yd_space_get_head (YD_SPACE (yd_session_get_plan (session)));

  self->session = g_object_ref (session);
  for (guint i = 0; head != NULL && i < G_N_ELEMENTS (fields); i++)
    add_field (self, head, fields[i].field, _(fields[i].title));

  return self;
}
