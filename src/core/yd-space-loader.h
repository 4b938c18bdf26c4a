/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-space.h"

G_BEGIN_DECLS

/**
 * YdProblem:
 * @kind: the kind of the row
 * @field: the field whose value was left out
 * @id: the row
 * @message: what is wrong, translated
 *
 * A cell that was read but breaks an invariant. Never stored.
 */
typedef struct
{
  YdKind  kind;
  guint   field;
  char   *id;
  char   *message;
} YdProblem;

typedef struct _YdSpaceLoader YdSpaceLoader;

YdSpaceLoader *yd_space_loader_new    (YdSpace        *space) G_GNUC_WARN_UNUSED_RESULT;
void           yd_space_loader_free   (YdSpaceLoader  *self);
gboolean       yd_space_loader_add    (YdSpaceLoader  *self,
                                       YdKind          kind,
                                       const char     *id,
                                       GRefString    **cells);
GPtrArray     *yd_space_loader_finish (YdSpaceLoader  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YdSpaceLoader, yd_space_loader_free)

G_END_DECLS
