/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-docx.h"
#include "yd-zip-private.h"

G_BEGIN_DECLS

#define YD_DOCX_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define YD_DOCX_R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define YD_DOCX_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* Without the hint the quotes, dashes and dots that Chinese shares with other scripts fall to
 * the Latin font; in a style it is not heeded, so each run has it. */
#define YD_DOCX_HINT "<w:rFonts w:hint=\"eastAsia\"/>"

int      _yd_docx_mm        (double       mm);
gboolean _yd_docx_add_parts (YdZip       *zip,
                             YdTable     *table,
                             GError     **error);

G_END_DECLS
