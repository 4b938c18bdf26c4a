/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-statute.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LAW_2008 733163         /* 2008-05-01, 国务院令第492号 */
#define LAW_2019 737194         /* 2019-05-15, 国务院令第711号 */

/* Terms of the 政府信息公开条例. They changed when its second version came into force; which
 * of the two holds is told by the day of the event, not by today. DOMAIN.md §2.1 has the
 * sources. What the first version did not fix has no row for it.
 */
static const YdStatute statutes[] = {
  { "foi-publish",     N_("Publication of information of its own accord"),
    "《政府信息公开条例》（2008年）第十八条", LAW_2008, LAW_2019 - 1, 20, NULL },
  { "foi-publish",     N_("Publication of information of its own accord"),
    "《政府信息公开条例》（2019年）第二十六条", LAW_2019, YD_DAY_NONE, 20, NULL },
  { "foi-reply",       N_("Reply to a request for information"),
    "《政府信息公开条例》（2008年）第二十四条", LAW_2008, LAW_2019 - 1, 15, NULL },
  { "foi-reply",       N_("Reply to a request for information"),
    "《政府信息公开条例》（2019年）第三十三条", LAW_2019, YD_DAY_NONE, 20, NULL },
  { "foi-extension",   N_("Extension of the reply to a request"),
    "《政府信息公开条例》（2008年）第二十四条", LAW_2008, LAW_2019 - 1, 15, NULL },
  { "foi-extension",   N_("Extension of the reply to a request"),
    "《政府信息公开条例》（2019年）第三十三条", LAW_2019, YD_DAY_NONE, 20, NULL },
  { "foi-correction",  N_("Notice that a request is to be made clearer"),
    "《政府信息公开条例》（2019年）第三十条", LAW_2019, YD_DAY_NONE, 7, NULL },
  { "foi-third-party", N_("Opinion of a third party"),
    "《政府信息公开条例》（2019年）第三十二条", LAW_2019, YD_DAY_NONE, 15, NULL },
  { "foi-other-agency", N_("Opinion of another agency"),
    "《政府信息公开条例》（2019年）第三十四条", LAW_2019, YD_DAY_NONE, 15, NULL },
  { "foi-report",      N_("Annual report on the publication of information"),
    "《政府信息公开条例》（2008年）第三十一条", LAW_2008, LAW_2019 - 1, 0, "--03-31" },
  { "foi-report",      N_("Annual report on the publication of information"),
    "《政府信息公开条例》（2019年）第四十九条", LAW_2019, YD_DAY_NONE, 0, "--01-31" },
};

/**
 * yd_statute_list:
 * @n_statutes: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_statutes): all of them; those of one code stand
 *   together, the older before the later
 */
const YdStatute *
yd_statute_list (guint *n_statutes)
{
  *n_statutes = G_N_ELEMENTS (statutes);

  return statutes;
}

/* Returns: whether @code is its code, with or without the day of the event behind it, as the
 *   value of a deadline may have it
 */
gboolean
yd_statute_is_called (const YdStatute *self,
                      const char      *code)
{
  const gsize length = strlen (self->code);

  return code != NULL && strncmp (code, self->code, length) == 0 &&
         (code[length] == '\0' || code[length] == ' ');
}

/**
 * yd_statute_find:
 * @code: (nullable): a code
 * @event: the day of what the term begins with
 *
 * Returns: (transfer none) (nullable): what the law in force on that day says
 */
const YdStatute *
yd_statute_find (const char *code,
                 YdDay       event)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (statutes); i++)
    if (yd_statute_is_called (&statutes[i], code) && event >= statutes[i].from &&
        (statutes[i].to == YD_DAY_NONE || event <= statutes[i].to))
      return &statutes[i];

  return NULL;
}

/* Returns: whether there is a term called @code, in whichever version of its law */
gboolean
yd_statute_is_known (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (statutes); i++)
    if (yd_statute_is_called (&statutes[i], code))
      return TRUE;

  return FALSE;
}
