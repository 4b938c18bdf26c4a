/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-test-desk.h"

static gint64 now;

static gint64
get_msec (gpointer user_data)
{
  return now;
}

/* No chance at all, and no id twice. */
static void
get_random (guint8   *bytes,
            gsize     n_bytes,
            gpointer  user_data)
{
  static guint32 next;

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = ++next / (i % 2 == 0 ? 1 : 256);
}

static const YdIdSource ids = { get_msec, get_random, NULL };

void
yd_test_spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Returns: (transfer none) (nullable): @widget, or the first of @type in it */
GtkWidget *
yd_test_find (GtkWidget *widget,
              GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = yd_test_find (child, type);

  return found;
}

/**
 * yd_test_desk_open:
 * @self: (out): a desk
 * @plan: (transfer full): the plan that is worked on
 * @msec: what time it is, as of #YdIdSource
 */
void
yd_test_desk_open (YdTestDesk *self,
                   YdPlan     *plan,
                   gint64      msec)
{
  now = msec;
  *self = (YdTestDesk) { plan, yd_test_journal_new (), yd_session_new (&ids) };
  yd_session_show (self->session, self->plan, YD_JOURNAL (self->journal), NULL);
}

static void
say_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  YdTestDesk *self = user_data;

  g_free (self->said);
  self->said = g_variant_dup_string (parameter, NULL);
}

/* With a button: what it does stands in brackets. */
static void
offer_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  YdTestDesk *self = user_data;
  const char *words, *name;

  g_variant_get (parameter, "(&s&s&s)", &words, NULL, &name);
  g_free (self->said);
  self->said = g_strdup_printf ("%s [%s]", words, name);
}

static void
open_detail_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ((YdTestDesk *) user_data)->n_opened++;
}

/* Shows @child in a window, and waits until it has its size. */
void
yd_test_desk_show (YdTestDesk *self,
                   GtkWidget  *child,
                   int         width,
                   int         height)
{
  const GActionEntry entries[] = {
    { "say", say_cb, "s" },
    { "offer", offer_cb, "(sss)" },
    { "open-detail", open_detail_cb },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  self->window = gtk_window_new ();
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), child);
  gtk_window_present (GTK_WINDOW (self->window));
  yd_test_spin ();
  for (guint i = 0; i < 200 && gtk_widget_get_height (child) == 0; i++)
    g_main_context_iteration (NULL, TRUE);
}

/* Whoever held on to @widget, to the session or to the plan is found out. */
void
yd_test_desk_close (YdTestDesk *self,
                    gpointer    widget)
{
  g_object_add_weak_pointer (widget, &widget);
  gtk_window_destroy (GTK_WINDOW (self->window));
  yd_test_spin ();
  g_assert_null (widget);
  g_free (self->said);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->plan);
  g_assert_finalize_object (self->journal);
}

static guint
count_pictures (GskRenderNode *node,
                double         max_width)
{
  const GskRenderNodeType type = gsk_render_node_get_node_type (node);
  graphene_rect_t bounds;
  guint n = 0;

  if (type == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      n += count_pictures (gsk_container_node_get_child (node, i), max_width);
  else if (type == GSK_TRANSFORM_NODE)
    n = count_pictures (gsk_transform_node_get_child (node), max_width);
  else if (type == GSK_CLIP_NODE)
    n = count_pictures (gsk_clip_node_get_child (node), max_width);
  else if (type == GSK_ROUNDED_CLIP_NODE)
    n = count_pictures (gsk_rounded_clip_node_get_child (node), max_width);
  else if (type == GSK_CAIRO_NODE)
    {
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_cmpfloat (bounds.size.width, <, max_width);
      n = 1;
    }

  return n;
}

/* Returns: how much of what @widget draws is drawn by cairo; none of it as wide as @max_width */
guint
yd_test_count_pictures (GtkWidget *widget,
                        double     max_width)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);

  return count_pictures (node, max_width);
}
