/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-page.h"

G_BEGIN_DECLS

#define YD_TYPE_PROBLEMS_PAGE (yd_problems_page_get_type ())

G_DECLARE_FINAL_TYPE (YdProblemsPage, yd_problems_page, YD, PROBLEMS_PAGE, YdPage)

G_END_DECLS
