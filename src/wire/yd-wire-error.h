/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YdWireError:
 * @YD_WIRE_ERROR_SYNTAX: not JSON, or not in UTF-8
 * @YD_WIRE_ERROR_NUMBER: a number that is no integer within ±(2^53−1), plainly written
 * @YD_WIRE_ERROR_DUPLICATE: an object with the same key twice
 * @YD_WIRE_ERROR_LIMIT: too large, too deep or too many
 * @YD_WIRE_ERROR_INVALID: good JSON, but not what is expected in this place
 * @YD_WIRE_ERROR_DAMAGED: a file that is cut off or does not have its own checksum
 * @YD_WIRE_ERROR_TOO_NEW: written by a later version
 * @YD_WIRE_ERROR_FAILED: reading or writing itself failed
 *
 * Why something that came from outside was not taken.
 */
typedef enum
{
  YD_WIRE_ERROR_SYNTAX,
  YD_WIRE_ERROR_NUMBER,
  YD_WIRE_ERROR_DUPLICATE,
  YD_WIRE_ERROR_LIMIT,
  YD_WIRE_ERROR_INVALID,
  YD_WIRE_ERROR_DAMAGED,
  YD_WIRE_ERROR_TOO_NEW,
  YD_WIRE_ERROR_FAILED,
} YdWireError;

#define YD_WIRE_ERROR (yd_wire_error_quark ())

GQuark yd_wire_error_quark (void);

G_END_DECLS
