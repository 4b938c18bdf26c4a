/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-icons.h"

#include <gtk/gtk.h>

/* The class's own. In GTK 4.8 that is GObject's, which does nothing. */
static void (* chained_cb) (GObject *icon);

/* What has a name is asked for by it again; what comes from a file is not, and may be large. */
static void
constructed_cb (GObject *icon)
{
  chained_cb (icon);
  if (gtk_icon_paintable_get_icon_name (GTK_ICON_PAINTABLE (icon)) != NULL)
    g_object_ref (icon);
}

/**
 * yd_icons_keep:
 *
 * Has each icon with a name stay for the life of the program, some tens of small textures.
 *
 * The cache of icons in GTK (gtkicontheme.c, 4.8 as well as 4.18) holds none but the last hundred
 * that were asked for. The others leave it only while they are finalized, and that happens on any
 * of the threads that read icons ahead. Whoever asks for the same icon in that moment is given one
 * that is gone, and the program ends. So none goes. GTK offers no other place where all of them
 * pass, those of libadwaita among them, than the class itself. Once is enough.
 */
void
yd_icons_keep (void)
{
  GObjectClass *klass = g_type_class_ref (GTK_TYPE_ICON_PAINTABLE);

  if (klass->constructed == constructed_cb)
    return;

  chained_cb = klass->constructed;
  klass->constructed = constructed_cb;
}
