/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-check.h"

G_BEGIN_DECLS

typedef struct _YdSession YdSession;

#define YD_TYPE_FINDINGS (yd_findings_get_type ())

G_DECLARE_FINAL_TYPE (YdFindings, yd_findings, YD, FINDINGS, GObject)

YdFindings *yd_findings_new      (YdSession  *session) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray  *yd_findings_get_list (YdFindings *self);

G_END_DECLS
