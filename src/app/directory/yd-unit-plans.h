/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-session.h"

G_BEGIN_DECLS

void        yd_unit_plans_list_async  (YdSession            *session,
                                       const char           *unit,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GPtrArray  *yd_unit_plans_list_finish (GAsyncResult         *result,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const char *yd_unit_plans_get_unit    (GAsyncResult         *result);

G_END_DECLS
