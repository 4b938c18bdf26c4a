/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

void yd_mutate        (GString *json,
                       GRand   *rand);
void yd_mutate_append (GString *json,
                       GRand   *rand);
