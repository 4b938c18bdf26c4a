/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-mirror.h"

/* A view of everything: it looks at a list or a row once, when it first sees it, and
 * from then on believes nothing but what is announced.
 */

struct _YdTestMirror
{
  GHashTable *lists;            /* GListModel → ListWatch */
  GHashTable *rows;             /* YdRow → RowWatch */
  guint       edit;
  guint       heard;            /* announcements during this edit */
};

typedef struct
{
  YdTestMirror *mirror;
  GListModel   *model;
  GPtrArray    *items;          /* believed, borrowed */
  guint         edit;           /* in which it was heard last */
} ListWatch;

typedef struct
{
  YdTestMirror *mirror;
  YdRow        *row;
  guint         since;          /* the edit in which it was first seen */
  char         *cells[YD_MAX_FIELDS];   /* believed */
} RowWatch;

static void watch_list (YdTestMirror *self,
                        GListModel   *model);
static void watch_row  (YdTestMirror *self,
                        YdRow        *row);

static void
list_watch_free (ListWatch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->model, watch);
  g_object_unref (watch->model);
  g_ptr_array_unref (watch->items);
  g_free (watch);
}

static void
row_watch_free (RowWatch *watch)
{
  g_signal_handlers_disconnect_by_data (watch->row, watch);
  g_object_unref (watch->row);
  for (guint i = 0; i < YD_MAX_FIELDS; i++)
    g_free (watch->cells[i]);
  g_free (watch);
}

static void
take_items (ListWatch *watch,
            guint      position,
            guint      n)
{
  for (guint i = position; i < position + n; i++)
    {
      g_autoptr(YdRow) row = g_list_model_get_item (watch->model, i);

      g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (row, g_list_model_get_item_type (watch->model)));
      g_ptr_array_insert (watch->items, i, row);
      watch_row (watch->mirror, row);
    }
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  ListWatch  *watch)
{
  watch->mirror->heard++;

  g_assert_cmpuint (removed + added, >, 0);
  g_assert_cmpuint (position + removed, <=, watch->items->len);
  g_assert_cmpuint (watch->edit, !=, watch->mirror->edit);      /* once in an edit */
  watch->edit = watch->mirror->edit;

  if (removed > 0)
    g_ptr_array_remove_range (watch->items, position, removed);
  take_items (watch, position, added);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, watch->items->len);
}

/* What is notified must be news, so the second time is a mistake. Only who came to
 * see the row during this edit knows already.
 */
static void
notify_cb (YdRow      *row,
           GParamSpec *pspec,
           RowWatch   *watch)
{
  guint i = 0;

  watch->mirror->heard++;

  while (YD_ROW_GET_CLASS (row)->pspecs[i] != pspec)
    i++;

  if (watch->since != watch->mirror->edit)
    g_assert_cmpstr (watch->cells[i], !=, yd_row_get_cell (row, i));
  g_free (watch->cells[i]);
  watch->cells[i] = g_strdup (yd_row_get_cell (row, i));
}

static void
watch_list (YdTestMirror *self,
            GListModel   *model)
{
  ListWatch *watch;

  if (g_hash_table_contains (self->lists, model))
    return;

  watch = g_new0 (ListWatch, 1);
  watch->mirror = self;
  watch->model = g_object_ref (model);
  watch->items = g_ptr_array_new ();
  g_hash_table_insert (self->lists, model, watch);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), watch);
  take_items (watch, 0, g_list_model_get_n_items (model));
}

static void
watch_row (YdTestMirror *self,
           YdRow        *row)
{
  const YdKindInfo *info = yd_schema_get_kind (yd_row_get_kind (row));
  RowWatch *watch;

  if (g_hash_table_contains (self->rows, row))
    return;

  watch = g_new0 (RowWatch, 1);
  watch->mirror = self;
  watch->row = g_object_ref (row);
  watch->since = self->edit;
  for (guint i = 0; i < info->n_fields; i++)
    watch->cells[i] = g_strdup (yd_row_get_cell (row, i));
  g_hash_table_insert (self->rows, row, watch);
  g_signal_connect (row, "notify", G_CALLBACK (notify_cb), watch);

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    {
      const YdKindInfo *below = yd_schema_get_kind (kind);

      if (below->home != 0 && below->fields[below->home].target == yd_row_get_kind (row))
        watch_list (self, yd_row_get_rows (row, kind));
    }
}

YdTestMirror *
yd_test_mirror_new (YdSpace *space)
{
  YdTestMirror *self = g_new0 (YdTestMirror, 1);

  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) list_watch_free);
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) row_watch_free);
  self->edit = 1;

  for (guint kind = 0; kind < YD_N_KINDS; kind++)
    watch_list (self, yd_space_get_rows (space, kind));

  return self;
}

void
yd_test_mirror_free (YdTestMirror *self)
{
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->rows);
  g_free (self);
}

/* From here on each list may speak once more. */
void
yd_test_mirror_begin_edit (YdTestMirror *self)
{
  self->edit++;
  self->heard = 0;
}

/* How many announcements there were since the edit began. */
guint
yd_test_mirror_get_heard (YdTestMirror *self)
{
  return self->heard;
}

/* What is believed must be so. */
void
yd_test_mirror_check (YdTestMirror *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ListWatch *watch = value;

      g_assert_cmpuint (g_list_model_get_n_items (watch->model), ==, watch->items->len);
      for (guint i = 0; i < watch->items->len; i++)
        {
          g_autoptr(YdRow) row = g_list_model_get_item (watch->model, i);

          g_assert_true (row == g_ptr_array_index (watch->items, i));
        }
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      RowWatch *watch = value;

      for (guint i = 0; i < yd_schema_get_kind (yd_row_get_kind (watch->row))->n_fields; i++)
        g_assert_cmpstr (watch->cells[i], ==, yd_row_get_cell (watch->row, i));
    }
}
