/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-directory-edits.h"

G_BEGIN_DECLS

void _yd_directory_edits_create_unit   (YdEdit            *edit,
                                        const char        *id,
                                        const YdUnitTerms *terms,
                                        const char        *order);
void _yd_directory_edits_create_member (YdEdit            *edit,
                                        const char        *id,
                                        const char        *group,
                                        const char        *unit,
                                        YdDay              from,
                                        YdDay              to);

G_END_DECLS
