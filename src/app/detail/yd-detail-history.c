/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-detail-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-act-words.h"
#include "yd-postponement.h"
#include "yd-when.h"

/**
 * YdDetailHistory:
 *
 * Who did what to a point and to its facts, and when; the newest first. It is read from
 * the journal on another thread. Each step can be taken back by itself, whatever came
 * after it.
 */

#define N_NEWEST 3

struct _YdDetailHistory
{
  GtkBox           parent_instance;

  /* Owned */
  YdSession       *session;
  GPtrArray       *steps;               /* of Step, newest first */
  GHashTable      *undone;              /* ids of edits that are taken back */
  GCancellable    *reading;             /* (nullable) */

  /* Template */
  GtkWidget       *head;
  GtkToggleButton *all;
  GtkBox          *list;
};

G_DEFINE_FINAL_TYPE (YdDetailHistory, yd_detail_history, GTK_TYPE_BOX)

typedef struct
{
  YdKind    kind;
  char     *id;
  char     *name;               /* (nullable): what the fact is called */
  gboolean  is_part;            /* of the one before, whose name is enough */
} Target;

typedef struct
{
  YdLogEntry *entry;
  char       *name;             /* (nullable): of the only fact that it touched */
  gboolean    several;
} Step;

typedef struct
{
  YdLibrary *library;
  char      *space;
  GPtrArray *targets;
} Reading;

static void
target_free (gpointer data)
{
  Target *target = data;

  g_free (target->id);
  g_free (target->name);
  g_free (target);
}

static void
step_free (gpointer data)
{
  Step *step = data;

  yd_log_entry_free (step->entry);
  g_free (step->name);
  g_free (step);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->library);
  g_free (reading->space);
  g_ptr_array_unref (reading->targets);
  g_free (reading);
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *left = *(Step * const *) a, *right = *(Step * const *) b;

  return (left->entry->pos < right->entry->pos) - (left->entry->pos > right->entry->pos);
}

/* Adds what is in @log; takes the entries out of it. */
static void
add_log (GPtrArray    *steps,
         GHashTable   *by_id,
         GPtrArray    *log,
         const Target *target)
{
  g_ptr_array_set_free_func (log, NULL);

  for (guint i = 0; i < log->len; i++)
    {
      YdLogEntry *entry = g_ptr_array_index (log, i);
      Step *step = g_hash_table_lookup (by_id, entry->id);

      if (step != NULL)
        {
          step->several |= !target->is_part;
          yd_log_entry_free (entry);
          continue;
        }

      step = g_new0 (Step, 1);
      step->entry = entry;
      step->name = g_strdup (target->name);
      g_hash_table_insert (by_id, entry->id, step);
      g_ptr_array_add (steps, step);
    }
}

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func (step_free);
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reading->targets->len; i++)
    {
      const Target *target = g_ptr_array_index (reading->targets, i);
      g_autoptr(GPtrArray) log = NULL;
      GError *error = NULL;

      if (g_task_return_error_if_cancelled (task))
        return;

      log = yd_library_read_row_log (reading->library, reading->space, target->kind, target->id,
                                     &error);
      if (log == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      add_log (steps, by_id, log, target);
    }

  g_ptr_array_sort (steps, compare_steps);
  g_task_return_pointer (task, g_steal_pointer (&steps), (GDestroyNotify) g_ptr_array_unref);
}

/* `10-09 16:20`; of another year the day. */
static char *
make_time (const char *at)
{
  g_autoptr(GDateTime) utc = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (local == NULL)
    return g_strdup ("");

  return g_date_time_format (local, g_date_time_get_year (local) == g_date_time_get_year (now)
                                    ? "%m-%d %H:%M" : "%Y-%m-%d");
}

/* Whoever works alone need not read the own name on every line. */
static const char *
get_actor (YdDetailHistory  *self,
           const YdLogEntry *entry)
{
  YdLibrary *library = yd_session_get_library (self->session);

  if (entry->actor == NULL ||
      (library != NULL && g_strcmp0 (entry->actor, yd_library_get_actor (library)) == 0))
    return NULL;

  return g_str_has_prefix (entry->actor, "local:") ? entry->actor + strlen ("local:")
                                                   : entry->actor;
}

static const Step *
find_step (YdDetailHistory *self,
           const char      *id)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (step->entry->id, id))
        return step;
    }

  return NULL;
}

static char *
make_words (YdDetailHistory *self,
            const Step      *step)
{
  const YdLogEntry *entry = step->entry;
  const Step *before = entry->undoes != NULL ? find_step (self, entry->undoes) : NULL;
  const char *actor = get_actor (self, entry);
  GString *words = g_string_new (NULL);

  if (actor != NULL)
    g_string_append_printf (words, "%s ", actor);

  if (before != NULL)
    /* Translators: the step that was taken back, such as “Point renamed” */
    g_string_append_printf (words, _("Taken back: %s"), yd_act_words (before->entry->act));
  else
    g_string_append (words, yd_act_words (entry->act));

  if (step->name != NULL && !step->several)
    /* Translators: the unit or the words that a step was about */
    g_string_append_printf (words, _(": %s"), step->name);

  return g_string_free (words, FALSE);
}

static void
taken_back_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(YdDetailHistory) self = YD_DETAIL_HISTORY (user_data);
  YdPage *page = YD_PAGE (gtk_widget_get_ancestor (GTK_WIDGET (self), YD_TYPE_PAGE));
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  guint n_left = 0;

  if (!yd_session_undo_finish (YD_SESSION (object), result, &n_left, &error))
    words = g_strdup (error->message);
  else if (n_left > 0)
    words = g_strdup_printf (ngettext ("%u value was changed since and is left as it is",
                                       "%u values were changed since and are left as they are",
                                       n_left), n_left);

  if (words != NULL && page != NULL)
    yd_page_say (page, words);
}

static void
take_back_cb (YdDetailHistory *self,
              GtkWidget       *button)
{
  yd_session_take_back_async (self->session, g_object_get_data (G_OBJECT (button), "edit"), NULL,
                              taken_back_cb, g_object_ref (self));
}

static gboolean
can_take_back (YdDetailHistory *self,
               const Step      *step)
{
  return !yd_session_get_read_only (self->session) &&
         !g_hash_table_contains (self->undone, step->entry->id) &&
         !g_str_equal (step->entry->act, "plan.import") &&
         !g_str_equal (step->entry->act, "plan.new");
}

static void
add_button (YdDetailHistory *self,
            GtkBox          *line,
            const Step      *step,
            const char      *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *label = g_strdup_printf (_("Take back “%s”"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "yd-small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Take Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "edit", g_strdup (step->entry->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (take_back_cb), self);
  gtk_box_append (line, button);
}

static void
add_step (YdDetailHistory *self,
          const Step      *step)
{
  g_autofree char *at = make_time (step->entry->at);
  g_autofree char *words = make_words (self, step);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *when = g_object_new (GTK_TYPE_LABEL, "label", at, "xalign", 0.0, "width-chars", 11,
                                  "yalign", 0.5, NULL);
  GtkWidget *what = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                  "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (line, "yd-step");
  gtk_widget_add_css_class (when, "yd-numeric");
  gtk_widget_add_css_class (when, "dim-label");
  if (g_hash_table_contains (self->undone, step->entry->id))
    gtk_widget_add_css_class (what, "yd-undone");

  gtk_box_append (GTK_BOX (line), when);
  gtk_box_append (GTK_BOX (line), what);
  if (can_take_back (self, step))
    add_button (self, GTK_BOX (line), step, words);
  gtk_box_append (self->list, line);
}

/* From the newest on: what takes a step back counts unless it is taken back itself. */
static void
find_undone (YdDetailHistory *self)
{
  g_hash_table_remove_all (self->undone);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const YdLogEntry *entry = ((Step *) g_ptr_array_index (self->steps, i))->entry;

      if (entry->undoes != NULL && !g_hash_table_contains (self->undone, entry->id))
        g_hash_table_add (self->undone, entry->undoes);
    }
}

/* Shows again what was read. */
void
yd_detail_history_update (YdDetailHistory *self)
{
  guint n = self->steps->len;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  find_undone (self);
  if (!gtk_toggle_button_get_active (self->all))
    n = MIN (n, N_NEWEST);
  for (guint i = 0; i < n; i++)
    add_step (self, g_ptr_array_index (self->steps, i));

  gtk_widget_set_visible (GTK_WIDGET (self), self->steps->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->all), self->steps->len > N_NEWEST);
  if (had_focus && !gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->all));
}

static void
all_cb (YdDetailHistory *self)
{
  yd_detail_history_update (self);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  YdDetailHistory *self = YD_DETAIL_HISTORY (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) steps = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another point is shown already, or none. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  if (steps == NULL)
    {
      g_warning ("Cannot read the history: %s", error->message);
      return;
    }

  g_ptr_array_unref (self->steps);
  self->steps = g_steal_pointer (&steps);
  yd_detail_history_update (self);
}

static void
stop (YdDetailHistory *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
yd_detail_history_dispose (GObject *object)
{
  YdDetailHistory *self = YD_DETAIL_HISTORY (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_DETAIL_HISTORY);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_detail_history_parent_class)->dispose (object);
}

static void
yd_detail_history_finalize (GObject *object)
{
  YdDetailHistory *self = YD_DETAIL_HISTORY (object);

  g_ptr_array_unref (self->steps);
  g_hash_table_unref (self->undone);

  G_OBJECT_CLASS (yd_detail_history_parent_class)->finalize (object);
}

static void
yd_detail_history_class_init (YdDetailHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_detail_history_dispose;
  object_class->finalize = yd_detail_history_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-detail-history.ui");
  gtk_widget_class_bind_template_child (widget_class, YdDetailHistory, head);
  gtk_widget_class_bind_template_child (widget_class, YdDetailHistory, all);
  gtk_widget_class_bind_template_child (widget_class, YdDetailHistory, list);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
yd_detail_history_init (YdDetailHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->undone = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* `依申请公开答复：答复申请人`, or why it stood still. */
static char *
dup_part_name (YdPlan     *plan,
               const char *clock_id,
               const char *part)
{
  YdRow *clock = clock_id != NULL ? yd_space_lookup (YD_SPACE (plan), YD_KIND_CLOCK, clock_id)
                                  : NULL;
  const char *title = clock != NULL ? yd_row_get_cell (clock, YD_CLOCK_TITLE) : NULL;

  return part != NULL ? g_strdup_printf ("%s：%s", title != NULL ? title : "", part)
                      : g_strdup (title);
}

static char *
dup_name (YdPlan *plan,
          YdRow  *fact)
{
  YdRow *unit;

  switch ((guint) yd_row_get_kind (fact))
    {
    case YD_KIND_ASSIGNMENT:
      unit = yd_plan_get_unit_of (plan, fact);
      return unit != NULL ? g_strdup (yd_row_get_cell (unit, YD_UNIT_NAME)) : NULL;

    case YD_KIND_DEADLINE:
      return g_strdup (yd_row_get_cell (fact, YD_DEADLINE_WORDS));

    case YD_KIND_POSTPONEMENT:
      return yd_postponement_dup_words (fact);

    case YD_KIND_DEPENDENCY:
      return g_strdup (yd_row_get_cell (fact, YD_DEPENDENCY_WORDS));

    case YD_KIND_CLOCK:
      return g_strdup (yd_row_get_cell (fact, YD_CLOCK_TITLE));

    case YD_KIND_CLOCK_STEP:
      return dup_part_name (plan, yd_row_get_cell (fact, YD_CLOCK_STEP_CLOCK),
                            yd_row_get_cell (fact, YD_CLOCK_STEP_TITLE));

    case YD_KIND_CLOCK_PAUSE:
      return dup_part_name (plan, yd_row_get_cell (fact, YD_CLOCK_PAUSE_CLOCK),
                            yd_row_get_cell (fact, YD_CLOCK_PAUSE_REASON));

    default:
      return NULL;
    }
}

static void
add_target (Reading *reading,
            YdRow   *row,
            YdPlan  *plan)
{
  const YdKind kind = yd_row_get_kind (row);
  Target *target = g_new0 (Target, 1);

  target->kind = kind;
  target->id = g_strdup (yd_row_get_id (row));
  target->name = dup_name (plan, row);
  target->is_part = kind == YD_KIND_CLOCK_STEP || kind == YD_KIND_CLOCK_PAUSE;
  g_ptr_array_add (reading->targets, target);
}

/**
 * yd_detail_history_load:
 * @self: a history
 * @session: (nullable): where the plan is open
 * @rows: (nullable) (element-type YdRow): a point and its facts, deleted ones too
 *
 * Reads what was done to them, and shows it when it is there.
 */
void
yd_detail_history_load (YdDetailHistory *self,
                        YdSession       *session,
                        GPtrArray       *rows)
{
  YdLibrary *library = session != NULL ? yd_session_get_library (session) : NULL;
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  g_return_if_fail (YD_IS_DETAIL_HISTORY (self));

  stop (self);
  g_set_object (&self->session, session);
  if (library == NULL || rows == NULL)
    {
      g_ptr_array_set_size (self->steps, 0);
      yd_detail_history_update (self);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->library = g_object_ref (library);
  reading->space = g_strdup (yd_space_get_id (YD_SPACE (yd_session_get_plan (session))));
  reading->targets = g_ptr_array_new_with_free_func (target_free);
  for (guint i = 0; i < rows->len; i++)
    add_target (reading, g_ptr_array_index (rows, i), yd_session_get_plan (session));

  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_source_tag (task, yd_detail_history_load);
  g_task_set_task_data (task, reading, reading_free);
  yd_session_run (session, task, read_in_thread);
}

gboolean
yd_detail_history_get_busy (YdDetailHistory *self)
{
  g_return_val_if_fail (YD_IS_DETAIL_HISTORY (self), FALSE);

  return self->reading != NULL;
}

/* Returns: how many steps there are in all */
guint
yd_detail_history_get_n (YdDetailHistory *self)
{
  g_return_val_if_fail (YD_IS_DETAIL_HISTORY (self), 0);

  return self->steps->len;
}
