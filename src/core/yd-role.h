/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-point.h"

G_BEGIN_DECLS

/**
 * YdRole:
 * @YD_ROLE_NONE: nothing to do with it
 * @YD_ROLE_SUPPORT: it supports others (配合)
 * @YD_ROLE_RESPONSIBLE: it answers for its part (负责)
 * @YD_ROLE_LEAD: it leads (牵头)
 *
 * What a unit is to a point. The later ones are the stronger.
 */
typedef enum
{
  YD_ROLE_NONE,
  YD_ROLE_SUPPORT,
  YD_ROLE_RESPONSIBLE,
  YD_ROLE_LEAD,
} YdRole;

#define YD_N_ROLES (YD_ROLE_LEAD + 1)

YdRole      yd_role_from_name  (const char *name);
const char *yd_role_get_name   (YdRole      role);
const char *yd_role_get_words  (const char *name);
const char *yd_role_get_sign   (YdRole      role);
YdRole      yd_role_of         (YdRow      *assignment);
YdRole      yd_role_between    (YdPoint    *point,
                                YdRow      *unit);

G_END_DECLS
