/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-notice.h"

static void
clear_day (YdNoticeDay *day)
{
  g_free (day->name);
}

/**
 * yd_notice_new:
 * @year: the year that it arranges
 *
 * Returns: (transfer full): a notice without days
 */
YdNotice *
yd_notice_new (int year)
{
  YdNotice *self = g_new0 (YdNotice, 1);

  self->year = year;
  self->version = 1;
  self->verified = TRUE;
  self->days = g_array_new (FALSE, FALSE, sizeof (YdNoticeDay));
  g_array_set_clear_func (self->days, (GDestroyNotify) clear_day);

  return self;
}

void
yd_notice_free (YdNotice *self)
{
  g_array_unref (self->days);
  g_free (self->region);
  g_free (self->number);
  g_free (self->text);
  g_free (self);
}

/**
 * yd_notice_add_day:
 * @self: a notice
 * @day: a day
 * @working: whether it is worked
 * @name: (nullable): the festival
 *
 * Returns: whether it was not named before and lies in the years that are counted in
 */
gboolean
yd_notice_add_day (YdNotice   *self,
                   YdDay       day,
                   gboolean    working,
                   const char *name)
{
  const YdNoticeDay at = { day, working, g_strdup (name) };
  guint place = self->days->len;

  while (place > 0 && g_array_index (self->days, YdNoticeDay, place - 1).day > day)
    place--;

  if (!yd_day_is_in_range (day) ||
      (place > 0 && g_array_index (self->days, YdNoticeDay, place - 1).day == day))
    {
      g_free (at.name);
      return FALSE;
    }

  g_array_insert_val (self->days, place, at);

  return TRUE;
}

/* What a library has that is no date is put away when it is opened. */
static gboolean
has_lost_days (YdOffice *office,
               YdRow    *notice)
{
  g_autoptr(GPtrArray) days = yd_space_list_rows (YD_SPACE (office), YD_KIND_DAY);

  for (guint i = 0; i < days->len; i++)
    {
      YdRow *day = g_ptr_array_index (days, i);

      if (yd_row_get_home (day) == notice && yd_row_get_cell (day, YD_DAY_DATE) == NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * yd_notice_new_for_row:
 * @office: an office
 * @row: a notice in it
 *
 * Returns: (transfer full): what it and its days say
 */
YdNotice *
yd_notice_new_for_row (YdOffice *office,
                       YdRow    *row)
{
  YdNotice *self = yd_notice_new (yd_row_get_int (row, YD_NOTICE_YEAR, 0));
  GListModel *days = yd_row_get_rows (row, YD_KIND_DAY);
  const guint n = g_list_model_get_n_items (days);
  guint n_read = 0;

  self->region = g_strdup (yd_row_get_cell (row, YD_NOTICE_REGION));
  self->version = yd_row_get_int (row, YD_NOTICE_VERSION, 1);
  self->number = g_strdup (yd_row_get_cell (row, YD_NOTICE_NUMBER));
  self->issued = yd_day_parse (yd_row_get_cell (row, YD_NOTICE_ISSUED));
  self->text = g_strdup (yd_row_get_cell (row, YD_NOTICE_TEXT));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) day = g_list_model_get_item (days, i);

      n_read += yd_notice_add_day (self, yd_day_parse (yd_row_get_cell (day, YD_DAY_DATE)),
                                   yd_row_get_flag (day, YD_DAY_WORKING),
                                   yd_row_get_cell (day, YD_DAY_NAME));
    }
  self->broken = n == 0 || n_read < n || has_lost_days (office, row);

  return self;
}

/**
 * yd_notice_dup_id:
 * @self: a notice
 *
 * Returns: (transfer full): the id of its row, which is the same in every office
 */
char *
yd_notice_dup_id (YdNotice *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *version = g_strdup_printf ("%d", self->version);

  return yd_space_derive_id (YD_KIND_NOTICE, year, self->region != NULL ? self->region : "",
                             version, NULL);
}

/**
 * yd_notice_equal:
 * @self: a notice
 * @other: another
 *
 * Returns: whether both arrange the same days alike
 */
gboolean
yd_notice_equal (YdNotice *self,
                 YdNotice *other)
{
  if (self->days->len != other->days->len)
    return FALSE;

  for (guint i = 0; i < self->days->len; i++)
    {
      const YdNoticeDay *a = &g_array_index (self->days, YdNoticeDay, i);
      const YdNoticeDay *b = &g_array_index (other->days, YdNoticeDay, i);

      if (a->day != b->day || a->working != b->working)
        return FALSE;
    }

  return TRUE;
}

static void
put_day (YdEdit            *edit,
         const char        *notice,
         const YdNoticeDay *day)
{
  char date[YD_DAY_SIZE];
  g_autofree char *id = yd_space_derive_id (YD_KIND_DAY, notice, yd_day_format (day->day, date),
                                            NULL);

  yd_edit_create (edit, YD_KIND_DAY, id);
  yd_edit_put (edit, YD_DAY_NOTICE, notice);
  yd_edit_put (edit, YD_DAY_DATE, date);
  yd_edit_put (edit, YD_DAY_WORKING, day->working ? "true" : "false");
  if (day->name != NULL && *day->name != '\0')
    yd_edit_put (edit, YD_DAY_NAME, day->name);
}

/**
 * yd_notice_put_rows:
 * @self: a notice
 * @edit: an edit of an office
 * @check: `proposed`, or `confirmed` where it is in force at once
 *
 * Adds the notice and its days to what @edit creates.
 */
void
yd_notice_put_rows (YdNotice   *self,
                    YdEdit     *edit,
                    const char *check)
{
  g_autofree char *id = yd_notice_dup_id (self);
  char date[YD_DAY_SIZE];

  yd_edit_create (edit, YD_KIND_NOTICE, id);
  yd_edit_put_int (edit, YD_NOTICE_YEAR, self->year);
  if (self->region != NULL && *self->region != '\0')
    yd_edit_put (edit, YD_NOTICE_REGION, self->region);
  yd_edit_put_int (edit, YD_NOTICE_VERSION, self->version);
  if (self->number != NULL)
    yd_edit_put (edit, YD_NOTICE_NUMBER, self->number);
  if (self->issued != YD_DAY_NONE)
    yd_edit_put (edit, YD_NOTICE_ISSUED, yd_day_format (self->issued, date));
  if (self->text != NULL && *self->text != '\0')
    yd_edit_put (edit, YD_NOTICE_TEXT, self->text);
  yd_edit_put (edit, YD_NOTICE_CHECK, check);

  for (guint i = 0; i < self->days->len; i++)
    put_day (edit, id, &g_array_index (self->days, YdNoticeDay, i));
}
