/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-properties.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"
#include "yd-toasts.h"
#include "yd-value.h"

/**
 * YdProperties:
 *
 * What the plan says of itself: its title, number, issuer and day. Each row is kept
 * when Enter or its button says so, and when the window is closed, by an edit that can be taken
 * back. Escape drops what was typed.
 *
 * While it is open another plan may come, and what is shown may change elsewhere: a row is kept
 * only if a person has changed it, only in the plan it was filled from, and only in the place of
 * what it was filled with.
 */

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

typedef struct
{
  guint        field;
  GtkEditable *row;             /* of the window */
  char        *filled;          /* (nullable): what the plan said when it was asked last */
} Property;

struct _YdProperties
{
  AdwPreferencesWindow  parent_instance;

  /* Owned */
  YdSession            *session;
  char                 *plan;           /* the id of the one that is shown */
  YdToasts             *toasts;
  Property              properties[G_N_ELEMENTS (fields)];
  guint                 n_properties;   /* none without a head */

  /* Template */
  AdwPreferencesGroup  *group;
};

G_DEFINE_FINAL_TYPE (YdProperties, yd_properties, ADW_TYPE_PREFERENCES_WINDOW)

/* Returns: (transfer none) (nullable): the head of the plan that is shown, if it is open still */
static YdRow *
get_head (YdProperties *self)
{
  YdPlan *plan = yd_session_get_plan (self->session);

  if (plan == NULL || g_strcmp0 (yd_space_get_id (YD_SPACE (plan)), self->plan) != 0)
    return NULL;

  return yd_space_get_head (YD_SPACE (plan));
}

static gboolean
is_touched (const Property *property)
{
  const char *filled = property->filled != NULL ? property->filled : "";

  return !g_str_equal (gtk_editable_get_text (property->row), filled);
}

static void
put_back (Property *property)
{
  if (is_touched (property))
    gtk_editable_set_text (property->row, property->filled != NULL ? property->filled : "");
}

/* What was typed is told, since the window may be closed with it.
 *
 * Returns: (transfer full): why @value was not kept
 */
static char *
dup_problem (const GError *error,
             const char   *value)
{
  if (value != NULL && g_error_matches (error, YD_SPACE_ERROR, YD_SPACE_ERROR_STALE))
    return g_strdup_printf (_("“%s” was not kept: this was changed meanwhile. Look at it again."),
                            value);

  return g_strdup (error->message);
}

/* Puts what stands in @property into the plan.
 *
 * Returns: (transfer full) (nullable): why it is not kept
 */
static char *
keep (YdProperties *self,
      Property     *property)
{
  YdRow *head = get_head (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (property->row)));
  const char *value = *text != '\0' ? text : NULL;
  g_autoptr(YdEdit) edit = yd_edit_new ("plan.edit", NULL);
  g_autoptr(GError) error = NULL;

  if (head == NULL || !is_touched (property) || g_strcmp0 (property->filled, value) == 0)
    return NULL;

  if (property->field == YD_PLAN_ISSUED && value != NULL && !yd_value_to_date (value, NULL))
    return g_strdup (_("This is not a day. Write it as 2017-06-01."));

  yd_edit_change (edit, YD_KIND_PLAN, yd_row_get_id (head), property->field, property->filled,
                  value);
  if (!yd_session_commit (self->session, edit, &error))
    return dup_problem (error, value);

  yd_set_str (&property->filled, value);
  return NULL;
}

static Property *
find_property (YdProperties *self,
               GtkEditable  *row)
{
  guint i = 0;

  while (self->properties[i].row != row)
    i++;

  return &self->properties[i];
}

static void
apply_cb (YdProperties *self,
          AdwEntryRow  *row)
{
  g_autofree char *problem = keep (self, find_property (self, GTK_EDITABLE (row)));

  if (problem != NULL)
    yd_toasts_refuse (self->toasts, problem);
  else
    yd_toasts_dismiss (self->toasts);
}

/* What is told of the rows that are kept would come in the place of what is told of one that is
 * not, so that waits for all of them.
 */
static void
refuse (YdProperties *self,
        GPtrArray    *problems)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *words = NULL;

  if (parent == NULL || problems->len == 0)
    return;

  g_ptr_array_add (problems, NULL);
  words = g_strjoinv ("\n", (char **) problems->pdata);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.refuse", "s", words);
}

/**
 * yd_properties_keep:
 * @self: the window
 *
 * Keeps what was typed without Enter, which counts as well. What cannot be kept is told where it is
 * read when @self is gone.
 */
void
yd_properties_keep (YdProperties *self)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (YD_IS_PROPERTIES (self));

  for (guint i = 0; i < self->n_properties; i++)
    {
      g_autofree char *problem = keep (self, &self->properties[i]);

      if (problem != NULL && !g_ptr_array_find_with_equal_func (problems, problem, g_str_equal,
                                                                NULL))
        g_ptr_array_add (problems, g_steal_pointer (&problem));
    }
  refuse (self, problems);
}

static gboolean
close_request_cb (YdProperties *self)
{
  yd_properties_keep (self);

  return GDK_EVENT_PROPAGATE;
}

static gboolean
drop_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  YdProperties *self = YD_PROPERTIES (widget);

  for (guint i = 0; i < self->n_properties; i++)
    put_back (&self->properties[i]);
  gtk_window_close (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

/* In a controller of its own, which is asked before the one in which libadwaita has Escape close
 * the window.
 */
static void
watch_escape (YdProperties *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (drop_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* What a person has begun to change stays. */
static void
fill (YdProperties *self)
{
  YdRow *head = get_head (self);

  for (guint i = 0; head != NULL && i < self->n_properties; i++)
    {
      Property *property = &self->properties[i];

      if (is_touched (property))
        continue;

      yd_set_str (&property->filled, yd_row_get_cell (head, property->field));
      put_back (property);
    }
}

/* What was typed was kept when the plan was left. */
static void
plan_cb (YdProperties *self)
{
  if (get_head (self) == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    fill (self);
}

static void
add_property (YdProperties *self,
              guint         field,
              const char   *title)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "show-apply-button", TRUE,
                                 "editable", !yd_session_get_read_only (self->session), NULL);

  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  self->properties[self->n_properties++] = (Property) { field, GTK_EDITABLE (row), NULL };
}

static void
yd_properties_dispose (GObject *object)
{
  YdProperties *self = YD_PROPERTIES (object);

  g_clear_object (&self->toasts);
  self->n_properties = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_PROPERTIES);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_properties_parent_class)->dispose (object);
}

static void
yd_properties_finalize (GObject *object)
{
  YdProperties *self = YD_PROPERTIES (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->properties); i++)
    g_free (self->properties[i].filled);
  g_free (self->plan);

  G_OBJECT_CLASS (yd_properties_parent_class)->finalize (object);
}

static void
yd_properties_class_init (YdPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_properties_dispose;
  G_OBJECT_CLASS (klass)->finalize = yd_properties_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-properties.ui");
  gtk_widget_class_bind_template_child (widget_class, YdProperties, group);
}

static void
yd_properties_init (YdProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->toasts = yd_toasts_new_within (GTK_WIDGET (self));
  watch_escape (self);
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
  YdSpace *plan = YD_SPACE (yd_session_get_plan (session));

  self->session = g_object_ref (session);
  self->plan = g_strdup (yd_space_get_id (plan));
  for (guint i = 0; yd_space_get_head (plan) != NULL && i < G_N_ELEMENTS (fields); i++)
    add_property (self, fields[i].field, _(fields[i].title));
  fill (self);
  g_signal_connect_object (session, "notify::plan", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "committed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);

  return self;
}
