/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-page.h"

#include "yd-compat.h"

/**
 * YdPage:
 *
 * One way to look at the plan. The window knows pages and never what is in them; a
 * page knows the session and never the window. A page is made once and shows
 * whatever plan the session has, or an empty state.
 *
 * A subclass has a template whose only child is its content, says `title` and
 * `icon-name` in its init or in the table of pages, and commits through
 * yd_page_commit(), which says in the window why an edit was refused.
 */

typedef struct
{
  YdSession *session;
  char      *title;
  char      *icon_name;
  gboolean   busy;
  gboolean   wide;
} YdPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YdPage, yd_page, ADW_TYPE_BIN)

#define PRIV(self) ((YdPagePrivate *) yd_page_get_instance_private (self))

enum {
  PROP_0,
  PROP_SESSION,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_BUSY,
  PROP_WIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
yd_page_dispose (GObject *object)
{
  yd_page_set_session (YD_PAGE (object), NULL);

  G_OBJECT_CLASS (yd_page_parent_class)->dispose (object);
}

static void
yd_page_finalize (GObject *object)
{
  YdPagePrivate *priv = PRIV (YD_PAGE (object));

  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->icon_name, g_free);

  G_OBJECT_CLASS (yd_page_parent_class)->finalize (object);
}

static void
yd_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YdPagePrivate *priv = PRIV (YD_PAGE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;

    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, priv->busy);
      break;

    case PROP_WIDE:
      g_value_set_boolean (value, priv->wide);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  YdPage *self = YD_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      yd_page_set_session (self, g_value_get_object (value));
      break;

    case PROP_TITLE:
      if (yd_set_str (&PRIV (self)->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_ICON_NAME:
      if (yd_set_str (&PRIV (self)->icon_name, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_BUSY:
      yd_page_set_busy (self, g_value_get_boolean (value));
      break;

    case PROP_WIDE:
      yd_page_set_wide (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
yd_page_real_focus_content (YdPage *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  return child != NULL && gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static GPtrArray *
yd_page_real_list_chosen (YdPage *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_object_unref);
  YdSession *session = yd_page_get_session (self);
  YdPoint *selected = session != NULL ? yd_session_get_selected (session) : NULL;

  if (selected != NULL)
    g_ptr_array_add (chosen, g_object_ref (selected));

  return chosen;
}

static void
yd_page_class_init (YdPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags rw = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = yd_page_dispose;
  object_class->finalize = yd_page_finalize;
  object_class->get_property = yd_page_get_property;
  object_class->set_property = yd_page_set_property;
  klass->focus_content = yd_page_real_focus_content;
  klass->list_chosen = yd_page_real_list_chosen;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YD_TYPE_SESSION, rw);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, rw);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, rw);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, rw);
  properties[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, FALSE, rw);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yd_page_init (YdPage *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

/* Returns: (transfer none) (nullable): what the page shows */
YdSession *
yd_page_get_session (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return PRIV (self)->session;
}

void
yd_page_set_session (YdPage    *self,
                     YdSession *session)
{
  g_return_if_fail (YD_IS_PAGE (self));
  g_return_if_fail (session == NULL || YD_IS_SESSION (session));

  if (!g_set_object (&PRIV (self)->session, session))
    return;

  if (YD_PAGE_GET_CLASS (self)->session_changed != NULL)
    YD_PAGE_GET_CLASS (self)->session_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* Returns: (transfer none): the word on the view switcher, translated */
const char *
yd_page_get_title (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return PRIV (self)->title;
}

/* Returns: (transfer none): its icon there */
const char *
yd_page_get_icon_name (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return PRIV (self)->icon_name;
}

/* Returns: whether the page still works on what it will show */
gboolean
yd_page_get_busy (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return PRIV (self)->busy;
}

/* Pictures are taken, and a line of progress goes, when it is %FALSE again. */
void
yd_page_set_busy (YdPage   *self,
                  gboolean  busy)
{
  g_return_if_fail (YD_IS_PAGE (self));

  busy = !!busy;
  if (PRIV (self)->busy == busy)
    return;

  PRIV (self)->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Returns: whether the page has no room for the pane beside it */
gboolean
yd_page_get_wide (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return PRIV (self)->wide;
}

/* The pane goes while the page is wide, and comes back as it was. */
void
yd_page_set_wide (YdPage   *self,
                  gboolean  wide)
{
  g_return_if_fail (YD_IS_PAGE (self));

  wide = !!wide;
  if (PRIV (self)->wide == wide)
    return;

  PRIV (self)->wide = wide;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE]);
}

/**
 * yd_page_commit:
 * @self: a page with a session
 * @edit: an edit that is complete but not sealed
 *
 * Commits @edit, and says in the window why if it was refused.
 *
 * Returns: whether @edit is in force
 */
gboolean
yd_page_commit (YdPage *self,
                YdEdit *edit)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);
  g_return_val_if_fail (PRIV (self)->session != NULL, FALSE);

  if (yd_session_commit (PRIV (self)->session, edit, &error))
    return TRUE;

  yd_page_refuse (self, error->message);
  return FALSE;
}

/* Says something in passing, as a toast of the window; nothing without one. */
void
yd_page_say (YdPage     *self,
             const char *words)
{
  g_return_if_fail (YD_IS_PAGE (self));
  g_return_if_fail (words != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", words);
}

/* Says why a step was not done, until that is closed or the next one is done. */
void
yd_page_refuse (YdPage     *self,
                const char *words)
{
  g_return_if_fail (YD_IS_PAGE (self));
  g_return_if_fail (words != NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.refuse", "s", words);
}

/* Returns: whether the focus is in the page now */
gboolean
yd_page_focus_content (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return YD_PAGE_GET_CLASS (self)->focus_content (self);
}

/* Returns: whether the page has something of its own in which to find; if not, the
 *   window has
 */
gboolean
yd_page_find (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return YD_PAGE_GET_CLASS (self)->find != NULL && YD_PAGE_GET_CLASS (self)->find (self);
}

/* Returns: whether the page went to the next place of what it looks for, or with a @step of -1 to
 *   the one before; if not, the window goes through the points that are found
 */
gboolean
yd_page_find_next (YdPage *self,
                   int     step)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return YD_PAGE_GET_CLASS (self)->find_next != NULL &&
         YD_PAGE_GET_CLASS (self)->find_next (self, step);
}

/* Returns: whether what was read is checked on this page */
gboolean
yd_page_can_check (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return YD_PAGE_GET_CLASS (self)->check_next != NULL;
}

/* Goes to the next thing to check, on a page that can. */
void
yd_page_check_next (YdPage *self)
{
  g_return_if_fail (YD_IS_PAGE (self));
  g_return_if_fail (yd_page_can_check (self));

  YD_PAGE_GET_CLASS (self)->check_next (self);
}

/* Returns: whether the page has the field of @draft, which is open now with its text */
gboolean
yd_page_restore_draft (YdPage              *self,
                       const YdStoredDraft *draft)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return YD_PAGE_GET_CLASS (self)->restore_draft != NULL &&
         YD_PAGE_GET_CLASS (self)->restore_draft (self, draft);
}

/* Commits what stands in a field of the page, if one is open. */
void
yd_page_finish_typing (YdPage *self)
{
  g_return_if_fail (YD_IS_PAGE (self));

  if (YD_PAGE_GET_CLASS (self)->finish_typing != NULL)
    YD_PAGE_GET_CLASS (self)->finish_typing (self);
}

/* Returns: (transfer full) (nullable): what is printed of the page as it is now */
YdPages *
yd_page_create_pages (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return YD_PAGE_GET_CLASS (self)->create_pages != NULL
         ? YD_PAGE_GET_CLASS (self)->create_pages (self) : NULL;
}

/* Returns: (transfer full) (nullable): what makes the pages of what takes a while */
YdPageMaker *
yd_page_create_maker (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return YD_PAGE_GET_CLASS (self)->create_maker != NULL
         ? YD_PAGE_GET_CLASS (self)->create_maker (self) : NULL;
}

/* Returns: (transfer full) (nullable): what the page has copied, if it has a way of its own */
char *
yd_page_copy (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return YD_PAGE_GET_CLASS (self)->copy != NULL ? YD_PAGE_GET_CLASS (self)->copy (self) : NULL;
}

/* Returns: whether the page takes what is on the clipboard */
gboolean
yd_page_paste (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), FALSE);

  return YD_PAGE_GET_CLASS (self)->paste != NULL && YD_PAGE_GET_CLASS (self)->paste (self);
}

/* Returns: (transfer none) (nullable): what the export dialog offers first on this page */
const char *
yd_page_get_export (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return YD_PAGE_GET_CLASS (self)->get_export != NULL
         ? YD_PAGE_GET_CLASS (self)->get_export (self) : NULL;
}

/* Returns: (transfer full) (element-type YdRow): what a command on points is about */
GPtrArray *
yd_page_list_chosen (YdPage *self)
{
  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  return YD_PAGE_GET_CLASS (self)->list_chosen (self);
}

/* Returns: (transfer full) (nullable): how the page looks, for the next time */
GVariant *
yd_page_dup_state (YdPage *self)
{
  YdPageClass *klass;

  g_return_val_if_fail (YD_IS_PAGE (self), NULL);

  klass = YD_PAGE_GET_CLASS (self);
  return klass->dup_state != NULL ? klass->dup_state (self) : NULL;
}

void
yd_page_restore_state (YdPage   *self,
                       GVariant *state)
{
  YdPageClass *klass;

  g_return_if_fail (YD_IS_PAGE (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  klass = YD_PAGE_GET_CLASS (self);
  if (klass->restore_state != NULL)
    klass->restore_state (self, state);
}
