/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-window-private.h"

#include "yd-page-info.h"

/* Moving about in the window: from page to page, and from part to part. */

static void
focus_page (YdWindow *self)
{
  YdPage *page = yd_window_get_page (self);

  if (page != NULL)
    yd_page_focus_content (page);
}

/* By key or menu one wants to go on there; a click on the switcher moves no focus. */
static void
go_to_page (YdWindow   *self,
            const char *key)
{
  if (yd_window_show_page (self, key))
    focus_page (self);
}

static void
page_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  go_to_page (YD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
nth_page_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  guint n = g_variant_get_uint32 (parameter), n_pages;
  const YdPageInfo *infos = yd_page_info_list (&n_pages);

  if (n >= 1 && n <= n_pages && !infos[n - 1].passing)
    go_to_page (YD_WINDOW (widget), infos[n - 1].key);
}

static void
step_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  guint n, i;
  const YdPageInfo *infos = yd_page_info_list (&n);
  const char *shown;

  if (self->plan_box == NULL)
    return;

  shown = adw_view_stack_get_visible_child_name (self->pages);
  while (n > 0 && infos[n - 1].passing)
    n--;
  for (i = 0; i < n && g_strcmp0 (infos[i].key, shown) != 0; i++)
    ;

  /* From a page that passes the first and the last are the neighbours. */
  if (i == n)
    i = g_variant_get_int32 (parameter) > 0 ? n - 1 : 0;
  if (n > 0)
    go_to_page (self, infos[(i + n + g_variant_get_int32 (parameter)) % n].key);
}

static void
problems_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  go_to_page (YD_WINDOW (widget), "problems");
}

/* The parts of the window, as F6 goes round: page, pane, header. */
static void
step_part_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);
  GtkWidget *parts[] = { GTK_WIDGET (self->pages), GTK_WIDGET (self->detail_slot),
                         GTK_WIDGET (self->header) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n = G_N_ELEMENTS (parts), at = n - 1;

  if (self->plan_box == NULL)
    return;

  for (guint i = 0; focus != NULL && i < n; i++)
    if (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i]))
      at = i;

  for (guint i = 1; i <= n; i++)
    {
      guint next = (at + n + i * g_variant_get_int32 (parameter)) % n;

      if (next == 0)
        {
          focus_page (self);
          return;
        }
      if (gtk_widget_get_mapped (parts[next]) &&
          gtk_widget_child_focus (parts[next], GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdWindow *self = YD_WINDOW (widget);

  if (yd_session_get_plan (self->session) != NULL)
    gtk_menu_button_popup (self->menu_button);
  else
    yd_welcome_open_menu (self->welcome);
}

static const YdWindowAction actions[] = {
  { "win.page",         "s",  page_action         },
  { "win.nth-page",     "u",  nth_page_action     },
  { "win.step-page",    "i",  step_page_action    },
  { "win.step-part",    "i",  step_part_action    },
  { "win.problems",     NULL, problems_action     },
  { "win.menu",         NULL, menu_action         },
};

void
_yd_window_class_install_going (GtkWidgetClass *klass)
{
  _yd_window_class_add_actions (klass, actions, G_N_ELEMENTS (actions));
}
