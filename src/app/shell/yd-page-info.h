/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YdPageInfo:
 * @key: its name in state and on the command line
 * @title: the word on the view switcher, to be translated
 * @icon_name: the icon there
 * @get_type: a #YdPage
 * @passing: it stands in the switcher only while it is shown
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *icon_name;
  GType       (* get_type) (void);
  gboolean    passing;
} YdPageInfo;

const YdPageInfo *yd_page_info_list            (guint *n_pages);
GType             yd_page_info_get_detail_type (void);

G_END_DECLS
