/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-application.h"
#include "yd-locale.h"
#include "yd-toolkit.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(YdApplication) application = NULL;
  int status;

  yd_toolkit_prepare ();
  yd_locale_init ();

  application = yd_application_new (&yd_id_system_source);

  status = g_application_run (G_APPLICATION (application), argc, argv);

  return status != 0 ? status : yd_application_get_status (application);
}
