/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-agenda.h"
#include "yd-table.h"

G_BEGIN_DECLS

YdTable *yd_agenda_table_new (YdAgenda *agenda) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
