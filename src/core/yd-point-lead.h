/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-point.h"

G_BEGIN_DECLS

YdPoint  *yd_point_get_whole  (YdPoint  *self);
gboolean  yd_point_lacks_lead (YdPoint  *self,
                               gboolean *each);

G_END_DECLS
