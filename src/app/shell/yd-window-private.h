/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-window.h"

G_BEGIN_DECLS

struct _YdWindow
{
  AdwApplicationWindow  parent_instance;

  /* Owned */
  YdSession            *session;
  AdwToast             *step_toast;     /* (nullable): the one that offers to take back */

  /* Template */
  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  GtkMenuButton        *plan_button;
  GtkLabel             *plan_title;
  GtkLabel             *plan_subtitle;
  GtkMenuButton        *menu_button;
  GtkButton            *export_button;
  GtkButton            *undo_button;
  GtkImage             *save_icon;
  GtkLabel             *save_label;
  GtkRevealer          *failure_revealer;
  GtkLabel             *failure_label;
  GtkSearchBar         *search_bar;
  GtkSearchEntry       *search_entry;
  GtkPaned             *paned;
  AdwViewStack         *pages;
  AdwBin               *detail_slot;
  GtkProgressBar       *progress;
};

void _yd_window_class_install_actions (GtkWidgetClass *klass);
void _yd_window_update_actions        (YdWindow       *self);

G_END_DECLS
