/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-period-choice.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-deadline-words.h"
#include "yd-deadline.h"

/**
 * YdPeriodChoice:
 *
 * How often something is due. A deadline may say more than a period, such as a day of each
 * year or what a law says: then that stands above the periods in its own words, and is what
 * is chosen until a person chooses another. `changed` says that one did.
 */

struct _YdPeriodChoice
{
  AdwBin        parent_instance;

  /* Borrowed: the child */
  GtkDropDown  *list;

  guint         n_own;          /* lines above the periods: 0 or 1 */
  guint         read;           /* what the deadline says, or GTK_INVALID_LIST_POSITION */
};

G_DEFINE_FINAL_TYPE (YdPeriodChoice, yd_period_choice, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full): the words of @own, if any, and of all periods */
static GtkStringList *
make_words (const char *own)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint n;
  const YdRecurrence *periods = yd_recurrence_list (&n);

  if (own != NULL)
    gtk_string_list_append (words, own);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, _(periods[i].words));

  return words;
}

static guint
get_place (YdPeriodChoice     *self,
           const YdRecurrence *period)
{
  guint n;

  return self->n_own + (guint) (period - yd_recurrence_list (&n));
}

static void
show_words (YdPeriodChoice *self,
            const char     *own)
{
  g_autoptr(GtkStringList) words = make_words (own);

  self->n_own = own != NULL ? 1 : 0;
  gtk_drop_down_set_model (self->list, G_LIST_MODEL (words));
}

static void
selected_cb (YdPeriodChoice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yd_period_choice_class_init (YdPeriodChoiceClass *klass)
{
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
yd_period_choice_init (YdPeriodChoice *self)
{
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  yd_accessible_set_name (GTK_WIDGET (self->list), _("How often"));
  yd_period_choice_set_deadline (self, NULL);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * yd_period_choice_set_deadline:
 * @self: a choice
 * @deadline: (nullable): what it is about, or nothing for a new one; every month is proposed then
 *
 * Chooses what @deadline says.
 */
void
yd_period_choice_set_deadline (YdPeriodChoice *self,
                               YdRow          *deadline)
{
  g_autofree char *own = NULL;
  const YdRecurrence *period;
  YdDeadlineTerms terms = { .rule = NULL };
  const char *date = "";

  g_return_if_fail (YD_IS_PERIOD_CHOICE (self));

  if (deadline != NULL)
    yd_deadline_get_terms (deadline, &terms);
  if (g_strcmp0 (terms.rule, "recurring") != 0)
    {
      show_words (self, NULL);
      self->read = GTK_INVALID_LIST_POSITION;
      yd_period_choice_choose (self, "monthly");
      return;
    }

  period = yd_recurrence_split (terms.value, &date);
  if (period == NULL || *date != '\0' || terms.n > 0)
    own = yd_deadline_dup_rule (&terms);
  show_words (self, own);
  self->read = own != NULL ? 0 : get_place (self, period);
  gtk_drop_down_set_selected (self->list, self->read);
}

/**
 * yd_period_choice_choose:
 * @self: a choice
 * @code: what a period is called in the value of a deadline
 *
 * Chooses that, as a person would.
 */
void
yd_period_choice_choose (YdPeriodChoice *self,
                         const char     *code)
{
  const YdRecurrence *period = yd_recurrence_find (code);

  g_return_if_fail (YD_IS_PERIOD_CHOICE (self));
  g_return_if_fail (period != NULL);

  gtk_drop_down_set_selected (self->list, get_place (self, period));
}

/* Returns: whether what the deadline says is still chosen */
gboolean
yd_period_choice_is_untouched (YdPeriodChoice *self)
{
  g_return_val_if_fail (YD_IS_PERIOD_CHOICE (self), FALSE);

  return self->read != GTK_INVALID_LIST_POSITION &&
         gtk_drop_down_get_selected (self->list) == self->read;
}

/* Returns: (transfer none) (nullable): the period that is chosen, none where it is what only the
 * deadline says
 */
const YdRecurrence *
yd_period_choice_get (YdPeriodChoice *self)
{
  guint n, chosen;
  const YdRecurrence *periods = yd_recurrence_list (&n);

  g_return_val_if_fail (YD_IS_PERIOD_CHOICE (self), NULL);

  chosen = gtk_drop_down_get_selected (self->list);

  return chosen >= self->n_own && chosen - self->n_own < n ? &periods[chosen - self->n_own] : NULL;
}
