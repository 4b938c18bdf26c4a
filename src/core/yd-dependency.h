/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-plan.h"

G_BEGIN_DECLS

/**
 * YdLinkType:
 * @YD_LINK_FS: the successor begins after the predecessor is done
 * @YD_LINK_SS: the successor begins when the predecessor does, or after
 * @YD_LINK_FF: the successor is done when the predecessor is, or after
 * @YD_LINK_SF: the successor is not done before the predecessor begins
 */
typedef enum
{
  YD_LINK_FS,
  YD_LINK_SS,
  YD_LINK_FF,
  YD_LINK_SF,
} YdLinkType;

/**
 * YdLink:
 * @type: what waits for what
 * @by_day: @lag counts all days, not working days
 * @lag: how much later it may be, or, negative, earlier
 *
 * What a dependency asks for.
 */
typedef struct
{
  YdLinkType type;
  gboolean   by_day;
  int        lag;
} YdLink;

gboolean    yd_dependency_is_edge       (YdRow         *dependency);
gboolean    yd_dependency_get_link      (YdRow         *dependency,
                                         YdLink        *link);
gboolean    yd_link_parse               (const char    *type,
                                         const char    *lag,
                                         const char    *measure,
                                         YdLink        *link);
const char *yd_link_get_type_name       (YdLinkType     type);
char       *yd_link_dup_words           (const YdLink  *link,
                                         const char    *pred,
                                         const char    *succ) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
