/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-office.h"

/**
 * YdOffice:
 *
 * What outlives a plan: the directory of units, calendars, clock templates,
 * rules and styles.
 */

struct _YdOffice
{
  YdSpace parent_instance;
};

G_DEFINE_FINAL_TYPE (YdOffice, yd_office, YD_TYPE_SPACE)

static void
yd_office_class_init (YdOfficeClass *klass)
{
  YdSpaceClass *space_class = YD_SPACE_CLASS (klass);

  space_class->letter = 'o';
  space_class->head = YD_KIND_OFFICE;
}

static void
yd_office_init (YdOffice *self)
{
}

/**
 * yd_office_new:
 * @id: the id of the space
 *
 * Returns: (transfer full): an office without rows
 */
YdOffice *
yd_office_new (const char *id)
{
  return g_object_new (YD_TYPE_OFFICE, "id", id, NULL);
}
