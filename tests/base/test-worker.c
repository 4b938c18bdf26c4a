/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "yd-worker.h"

#define N_JOBS 500

typedef struct
{
  GArray    *order;             /* written by the worker alone */
  GThread   *home;
  GMainLoop *loop;
  guint      n_done;
} Run;

typedef struct
{
  Run   *run;
  guint  n;
} Job;

static void
run_cb (GTask        *task,
        gpointer      source_object,
        gpointer      task_data,
        GCancellable *cancellable)
{
  Job *job = task_data;

  g_assert_true (g_thread_self () != job->run->home);
  if (job->n % 100 == 0)
    g_usleep (2000);
  g_array_append_val (job->run->order, job->n);
  g_task_return_boolean (task, TRUE);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;

  g_assert_true (g_thread_self () == run->home);
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  if (++run->n_done == N_JOBS)
    g_main_loop_quit (run->loop);
}

static void
test_order (void)
{
  YdWorker *worker = yd_worker_new ();
  Run run = { g_array_new (FALSE, FALSE, sizeof (guint)), g_thread_self (),
              g_main_loop_new (NULL, FALSE) };

  for (guint i = 0; i < N_JOBS; i++)
    {
      g_autoptr(GTask) task = g_task_new (NULL, NULL, done_cb, &run);
      Job *job = g_new (Job, 1);

      *job = (Job) { &run, i };
      g_task_set_task_data (task, job, g_free);
      yd_worker_push (worker, task, run_cb);
    }

  g_main_loop_run (run.loop);
  g_assert_finalize_object (worker);

  g_assert_cmpuint (run.order->len, ==, N_JOBS);
  for (guint i = 0; i < N_JOBS; i++)
    g_assert_cmpuint (g_array_index (run.order, guint, i), ==, i);

  g_array_unref (run.order);
  g_main_loop_unref (run.loop);
}

static void
finalized_cb (gpointer  user_data,
              GObject  *where_the_object_was)
{
  GThread **thread = user_data;

  *thread = g_thread_self ();
}

/* The worker holds the last reference to the task, and that the last one to the source. */
static void
test_last_reference (void)
{
  YdWorker *worker = yd_worker_new ();
  GThread *finalized_on = NULL;
  Run run = { g_array_new (FALSE, FALSE, sizeof (guint)), g_thread_self () };
  GObject *source = g_object_new (G_TYPE_OBJECT, NULL);
  GTask *task = g_task_new (source, NULL, NULL, NULL);
  Job job = { &run, 100 };

  g_object_weak_ref (source, finalized_cb, &finalized_on);
  g_task_set_task_data (task, &job, NULL);
  yd_worker_push (worker, task, run_cb);
  g_object_unref (task);
  g_object_unref (source);

  while (finalized_on == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (finalized_on == run.home);
  g_assert_finalize_object (worker);
  g_array_unref (run.order);
}

/* Whoever lets go of a worker waits for what was pushed. */
static void
test_end (void)
{
  YdWorker *worker = yd_worker_new ();
  Run run = { g_array_new (FALSE, FALSE, sizeof (guint)), g_thread_self () };
  Job jobs[10];

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      jobs[i] = (Job) { &run, 100 * i };
      g_task_set_task_data (task, &jobs[i], NULL);
      yd_worker_push (worker, task, run_cb);
    }

  g_assert_finalize_object (worker);
  g_assert_cmpuint (run.order->len, ==, G_N_ELEMENTS (jobs));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_array_unref (run.order);
}

static void
return_true (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_atomic_int_inc ((int *) task_data);
  g_task_return_boolean (task, TRUE);
}

static gpointer
run_many (gpointer data)
{
  int n_run = 0;
  YdWorker *worker = yd_worker_new ();

  for (int i = 0; i < 2000; i++)
    g_assert_true (yd_worker_run (worker, NULL, &n_run, return_true, NULL));

  g_assert_cmpint (n_run, ==, 2000);
  g_assert_finalize_object (worker);
  return NULL;
}

/* Each call has a main context of its own, which is gone as soon as it returns. */
static void
test_run (void)
{
  GThread *threads[6];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("run", run_many, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/worker/order", test_order);
  g_test_add_func ("/worker/last-reference", test_last_reference);
  g_test_add_func ("/worker/end", test_end);
  g_test_add_func ("/worker/run", test_run);

  return g_test_run ();
}
