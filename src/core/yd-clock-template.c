/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-clock-template.h"

#include "yd-order.h"

/* Templates of clocks, and how an office keeps them. What comes with the program has the same
 * id in every office; once there, it is the office's to change or to take away.
 */

static void
clear_term (YdClockTerm *term)
{
  g_free (term->title);
}

/* Returns: (transfer full) (element-type YdClockTerm): no steps yet */
GArray *
yd_clock_terms_new (void)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (YdClockTerm));

  g_array_set_clear_func (terms, (GDestroyNotify) clear_term);

  return terms;
}

/* An unknown measure is one of working days, since a step needs one. */
void
yd_clock_terms_add (GArray     *terms,
                    const char *title,
                    int         n,
                    const char *measure)
{
  static const char * const measures[] = { "workdays", "hours", "days", "months" };
  YdClockTerm term = { g_strdup (title), n, measures[0] };

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    if (g_strcmp0 (measure, measures[i]) == 0)
      term.measure = measures[i];

  g_array_append_val (terms, term);
}

YdClockTemplate *
yd_clock_template_new (void)
{
  YdClockTemplate *self = g_new0 (YdClockTemplate, 1);

  self->terms = yd_clock_terms_new ();

  return self;
}

/**
 * yd_clock_template_new_for_row:
 * @row: a template in an office
 *
 * Returns: (transfer full): what it and its steps say
 */
YdClockTemplate *
yd_clock_template_new_for_row (YdRow *row)
{
  YdClockTemplate *self = yd_clock_template_new ();
  GListModel *steps = yd_row_get_rows (row, YD_KIND_TEMPLATE_STEP);
  const guint n = g_list_model_get_n_items (steps);

  self->title = g_strdup (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_TITLE));
  self->law = g_strdup (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_LAW));
  self->from = yd_day_parse (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_FROM));
  self->to = yd_day_parse (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_TO));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) step = g_list_model_get_item (steps, i);

      yd_clock_terms_add (self->terms, yd_row_get_cell (step, YD_TEMPLATE_STEP_TITLE),
                          CLAMP (yd_row_get_int (step, YD_TEMPLATE_STEP_N, 0), 0, G_MAXINT),
                          yd_row_get_cell (step, YD_TEMPLATE_STEP_MEASURE));
    }

  return self;
}

void
yd_clock_template_free (YdClockTemplate *self)
{
  g_free (self->code);
  g_free (self->title);
  g_free (self->law);
  g_array_unref (self->terms);
  g_free (self);
}

/* Returns: whether it holds for what begins on @day */
gboolean
yd_clock_template_is_valid (YdClockTemplate *self,
                            YdDay            day)
{
  return (self->from == YD_DAY_NONE || day >= self->from) &&
         (self->to == YD_DAY_NONE || day <= self->to);
}

static gboolean
is_valid_row (YdRow *row,
              YdDay  day)
{
  const YdDay from = yd_day_parse (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_FROM));
  const YdDay to = yd_day_parse (yd_row_get_cell (row, YD_CLOCK_TEMPLATE_TO));

  return (from == YD_DAY_NONE || day >= from) && (to == YD_DAY_NONE || day <= to);
}

/**
 * yd_clock_template_list_rows:
 * @office: an office
 * @day: the day of an event, or %YD_DAY_NONE for any
 *
 * Returns: (transfer full) (element-type YdRow): its templates that hold for what begins on
 *   @day, in the order in which they came
 */
GPtrArray *
yd_clock_template_list_rows (YdOffice *office,
                             YdDay     day)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rows = yd_space_list_rows (YD_SPACE (office), YD_KIND_CLOCK_TEMPLATE);

  for (guint i = 0; i < rows->len; i++)
    {
      YdRow *row = g_ptr_array_index (rows, i);

      if (!yd_row_get_flag (row, YD_FIELD_DELETED) &&
          (day == YD_DAY_NONE || is_valid_row (row, day)))
        g_ptr_array_add (found, g_object_ref (row));
    }

  return found;
}

static void
put_text (YdEdit     *edit,
          guint       field,
          const char *text)
{
  if (text != NULL && *text != '\0')
    yd_edit_put (edit, field, text);
}

static void
put_day (YdEdit *edit,
         guint   field,
         YdDay   day)
{
  char date[YD_DAY_SIZE];

  if (day != YD_DAY_NONE)
    yd_edit_put (edit, field, yd_day_format (day, date));
}

static void
put_step (YdEdit            *edit,
          const char        *template,
          const YdClockTerm *term,
          const char        *id,
          const char        *order)
{
  yd_edit_create (edit, YD_KIND_TEMPLATE_STEP, id);
  yd_edit_put (edit, YD_TEMPLATE_STEP_TEMPLATE, template);
  put_text (edit, YD_TEMPLATE_STEP_TITLE, term->title);
  yd_edit_put_int (edit, YD_TEMPLATE_STEP_N, term->n);
  yd_edit_put (edit, YD_TEMPLATE_STEP_MEASURE, term->measure);
  yd_edit_put (edit, YD_TEMPLATE_STEP_ORDER, order);
}

static void
put_rows (YdEdit          *edit,
          YdClockTemplate *template,
          const char      *id)
{
  static const char letters[YD_CLOCK_MAX_TERMS + 1] = "BDFHJLNPRTVXZbdfhjlnprtvxz";

  yd_edit_create (edit, YD_KIND_CLOCK_TEMPLATE, id);
  yd_edit_put (edit, YD_CLOCK_TEMPLATE_TITLE, template->title);
  put_text (edit, YD_CLOCK_TEMPLATE_LAW, template->law);
  put_day (edit, YD_CLOCK_TEMPLATE_FROM, template->from);
  put_day (edit, YD_CLOCK_TEMPLATE_TO, template->to);

  /* Ids and keys that are the same wherever this is done: who does it again makes nothing. */
  for (guint i = 0; i < MIN (template->terms->len, YD_CLOCK_MAX_TERMS); i++)
    {
      const char order[] = { letters[i], 'V', '\0' };
      g_autofree char *place = g_strdup_printf ("%u", i + 1);
      g_autofree char *step = yd_space_derive_id (YD_KIND_TEMPLATE_STEP, id, place, NULL);

      put_step (edit, id, &g_array_index (template->terms, YdClockTerm, i), step, order);
    }
}

/**
 * yd_clock_template_put_known:
 * @edit: an edit of an office
 * @office: (nullable): what there is of it already
 * @known: (element-type YdClockTemplate): templates with codes
 *
 * Adds to what @edit creates those of @known that @office never had: one that was changed
 * or taken away there is left alone.
 */
void
yd_clock_template_put_known (YdEdit    *edit,
                             YdOffice  *office,
                             GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      YdClockTemplate *template = g_ptr_array_index (known, i);
      char date[YD_DAY_SIZE] = "";
      g_autofree char *id = NULL;

      if (template->from != YD_DAY_NONE)
        yd_day_format (template->from, date);
      id = yd_space_derive_id (YD_KIND_CLOCK_TEMPLATE, template->code, date, NULL);
      if (office == NULL ||
          yd_space_lookup (YD_SPACE (office), YD_KIND_CLOCK_TEMPLATE, id) == NULL)
        put_rows (edit, template, id);
    }
}

/**
 * yd_office_edit_add_template:
 * @template: what it says
 * @id: the id of the new template
 *
 * Returns: (transfer full): the edit of an office that adds it
 */
YdEdit *
yd_office_edit_add_template (YdClockTemplate *template,
                             const char      *id)
{
  YdEdit *edit = yd_edit_new ("template.add", NULL);

  yd_edit_set_whole (edit, TRUE);
  put_rows (edit, template, id);

  return edit;
}

static void
change (YdEdit     *edit,
        YdRow      *row,
        guint       field,
        const char *value)
{
  const char *old = yd_row_get_cell (row, field);

  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (old, value) != 0)
    yd_edit_change (edit, yd_row_get_kind (row), yd_row_get_id (row), field, old, value);
}

static void
change_day (YdEdit *edit,
            YdRow  *row,
            guint   field,
            YdDay   day)
{
  char date[YD_DAY_SIZE];

  change (edit, row, field, day != YD_DAY_NONE ? yd_day_format (day, date) : NULL);
}

/* Steps have no names: the first of the new ones is what the first of the old ones became. */
static void
change_step (YdEdit            *edit,
             YdRow             *step,
             const YdClockTerm *term)
{
  g_autofree char *n = term != NULL ? g_strdup_printf ("%d", term->n) : NULL;

  if (term == NULL)
    {
      change (edit, step, YD_FIELD_DELETED, "true");
      return;
    }

  change (edit, step, YD_TEMPLATE_STEP_TITLE, term->title);
  change (edit, step, YD_TEMPLATE_STEP_N, n);
  change (edit, step, YD_TEMPLATE_STEP_MEASURE, term->measure);
}

/* Returns: (transfer full): the key of the last one */
static char *
change_steps (YdEdit *edit,
              YdRow  *template,
              GArray *terms)
{
  GListModel *steps = yd_row_get_rows (template, YD_KIND_TEMPLATE_STEP);
  const guint n = g_list_model_get_n_items (steps);
  char *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(YdRow) step = g_list_model_get_item (steps, i);

      change_step (edit, step, i < terms->len ? &g_array_index (terms, YdClockTerm, i) : NULL);
      g_free (last);
      last = g_strdup (yd_row_get_cell (step, YD_TEMPLATE_STEP_ORDER));
    }

  return last;
}

/**
 * yd_office_edit_change_template:
 * @row: a template in an office
 * @template: what it shall say; its code has no part in it
 * @ids: gives steps that are new their ids
 *
 * Returns: (transfer full): the edit; clocks that run keep what they were started with
 */
YdEdit *
yd_office_edit_change_template (YdRow            *row,
                                YdClockTemplate  *template,
                                const YdIdSource *ids)
{
  YdEdit *edit = yd_edit_new ("template.edit", NULL);
  const guint n = g_list_model_get_n_items (yd_row_get_rows (row, YD_KIND_TEMPLATE_STEP));
  g_autofree char *last = NULL;

  yd_edit_set_whole (edit, TRUE);
  change (edit, row, YD_CLOCK_TEMPLATE_TITLE, template->title);
  change (edit, row, YD_CLOCK_TEMPLATE_LAW, template->law);
  change_day (edit, row, YD_CLOCK_TEMPLATE_FROM, template->from);
  change_day (edit, row, YD_CLOCK_TEMPLATE_TO, template->to);

  last = change_steps (edit, row, template->terms);
  for (guint i = n; i < template->terms->len; i++)
    {
      g_autofree char *id = yd_id_new (ids);
      char *order = yd_order_between (last, NULL, ids);

      put_step (edit, yd_row_get_id (row), &g_array_index (template->terms, YdClockTerm, i), id,
                order);
      g_free (last);
      last = order;
    }

  return edit;
}

YdEdit *
yd_office_edit_delete_template (YdRow *row)
{
  YdEdit *edit = yd_edit_new ("template.delete", NULL);

  change (edit, row, YD_FIELD_DELETED, "true");

  return edit;
}
