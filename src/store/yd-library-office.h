/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-library.h"
#include "yd-office.h"

G_BEGIN_DECLS

YdOffice *yd_library_open_office (YdLibrary        *library,
                                  YdSqliteJournal **journal,
                                  GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
