/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-wire-error.h"

G_DEFINE_QUARK (yd-wire-error-quark, yd_wire_error)
