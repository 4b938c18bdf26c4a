/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-space.h"

G_BEGIN_DECLS

#define YD_TYPE_OFFICE (yd_office_get_type ())

G_DECLARE_FINAL_TYPE (YdOffice, yd_office, YD, OFFICE, YdSpace)

YdOffice *yd_office_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
