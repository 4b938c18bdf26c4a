/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-look-private.h"

#include <string.h>

#include "yd-tooltip.h"

/* Looks at a window as somebody who has an eye for it, for the pictures that are made of every
 * page (tests/shots): is a label cut, is something outside of the window, is a text in another
 * language, can it be read on its ground. Only what is shown is looked at.
 */

#define SLACK 1.0f              /* pixels: fractions of them are rounded by GTK */
#define FAR 1e6f

void
_yd_look_find (YdLook                *self,
               const char            *what,
               const graphene_rect_t *where,
               const char            *text)
{
  g_ptr_array_add (self->findings,
                   g_strdup_printf ("%s: “%s” at %.0f,%.0f", what, text != NULL ? text : "",
                                    where->origin.x, where->origin.y));
}

/* The innermost one: what contains another comes before it. */
GtkWidget *
_yd_look_get_widget_at (YdLook *self,
                        float   x,
                        float   y)
{
  for (guint i = self->places->len; i-- > 0;)
    {
      const YdLookPlace *place = &g_array_index (self->places, YdLookPlace, i);

      if (graphene_rect_contains_point (&place->bounds, &GRAPHENE_POINT_INIT (x, y)))
        return place->widget;
    }

  return NULL;
}

static gboolean
is_inside (const graphene_rect_t *inner,
           const graphene_rect_t *outer)
{
  return inner->origin.x >= outer->origin.x - SLACK &&
         inner->origin.y >= outer->origin.y - SLACK &&
         inner->origin.x + inner->size.width <= outer->origin.x + outer->size.width + SLACK &&
         inner->origin.y + inner->size.height <= outer->origin.y + outer->size.height + SLACK;
}

/* What scrolls has room without end in its direction, and so has all that is in it. */
static graphene_rect_t
intersect (const graphene_rect_t *clip,
           const graphene_rect_t *bounds)
{
  graphene_rect_t room;

  if (!graphene_rect_intersection (clip, bounds, &room))
    room = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  if (clip->size.width >= FAR)
    room = GRAPHENE_RECT_INIT (-FAR, room.origin.y, 2 * FAR, room.size.height);
  if (clip->size.height >= FAR)
    room = GRAPHENE_RECT_INIT (room.origin.x, -FAR, room.size.width, 2 * FAR);

  return room;
}

/* Without a bar a person does not know that there is more. */
static gboolean
can_scroll (GtkPolicyType policy)
{
  return policy == GTK_POLICY_AUTOMATIC || policy == GTK_POLICY_ALWAYS;
}

/* Where children of a widget can be seen. */
static graphene_rect_t
clip_children (GtkWidget             *widget,
               const graphene_rect_t *bounds,
               const graphene_rect_t *clip)
{
  graphene_rect_t room = *clip;
  GtkPolicyType across, down;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      room = intersect (clip, bounds);
      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, &down);
      if (can_scroll (across))
        room = GRAPHENE_RECT_INIT (-FAR, room.origin.y, 2 * FAR, room.size.height);
      if (can_scroll (down))
        room = GRAPHENE_RECT_INIT (room.origin.x, -FAR, room.size.width, 2 * FAR);
    }
  else if (GTK_IS_PANED (widget) || gtk_widget_get_overflow (widget) == GTK_OVERFLOW_HIDDEN)
    room = intersect (clip, bounds);

  return room;
}

/* A first child that may shrink is drawn as wide as it must be, below the second one. */
static graphene_rect_t
clip_child (GtkWidget             *parent,
            GtkWidget             *child,
            const graphene_rect_t *bounds,
            const graphene_rect_t *room)
{
  GtkPaned *paned = GTK_IS_PANED (parent) ? GTK_PANED (parent) : NULL;
  graphene_rect_t seen = *bounds;

  if (paned == NULL || child != gtk_paned_get_start_child (paned) ||
      gtk_paned_get_end_child (paned) == NULL ||
      !gtk_widget_get_visible (gtk_paned_get_end_child (paned)))
    return *room;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (parent)) == GTK_ORIENTATION_HORIZONTAL)
    seen.size.width = gtk_paned_get_position (paned);
  else
    seen.size.height = gtk_paned_get_position (paned);

  return intersect (room, &seen);
}

/* Returns: (nullable): the words by which a person would find @widget */
static const char *
get_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));

  return G_OBJECT_TYPE_NAME (widget);
}

static gboolean
is_cut (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    return TRUE;

  pango_layout_get_pixel_size (layout, &width, &height);
  return width > gtk_widget_get_width (GTK_WIDGET (label)) + SLACK ||
         height > gtk_widget_get_height (GTK_WIDGET (label)) + SLACK;
}

/* What a person wrote may be of any length. It can be read in full by pointing at it. */
static gboolean
is_told (GtkWidget  *widget,
         const char *text)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = yd_tooltip_get (widget);

      if (tooltip != NULL)
        return strstr (tooltip, text) != NULL;
    }

  return FALSE;
}

/* Where something is in a widget that may be larger than it. Returns: whether there is something */
static gboolean
get_content (const YdLookPlace *place,
             graphene_rect_t   *content)
{
  int x, y, width, height;

  if (GTK_IS_LABEL (place->widget))
    {
      gtk_label_get_layout_offsets (GTK_LABEL (place->widget), &x, &y);
      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (place->widget)),
                                   &width, &height);
      *content = GRAPHENE_RECT_INIT (place->bounds.origin.x + x, place->bounds.origin.y + y,
                                     MIN (width, place->bounds.size.width), height);
    }
  else if (GTK_IS_IMAGE (place->widget))
    {
      float side = MIN (place->bounds.size.width, place->bounds.size.height);

      *content = place->bounds;
      graphene_rect_inset (content, (place->bounds.size.width - side) / 2,
                           (place->bounds.size.height - side) / 2);
    }
  else
    *content = place->bounds;

  return GTK_IS_LABEL (place->widget) || GTK_IS_IMAGE (place->widget) ||
         GTK_IS_TEXT (place->widget) || GTK_IS_INSCRIPTION (place->widget);
}

static void
look_at_place (YdLook                *self,
               const YdLookPlace     *place,
               const graphene_rect_t *clip,
               gboolean               in_list)
{
  graphene_rect_t content;

  if (get_content (place, &content) && !is_inside (&content, clip))
    _yd_look_find (self, "outside", &content, get_words (place->widget));

  /* A list may shorten what the detail pane has in full. */
  if (GTK_IS_LABEL (place->widget) && !in_list && is_cut (GTK_LABEL (place->widget)) &&
      !is_told (place->widget, gtk_label_get_text (GTK_LABEL (place->widget))))
    _yd_look_find (self, "cut", &place->bounds, get_words (place->widget));

  if (self->words != NULL)
    _yd_look_at_text (self, place);
}

static void
walk (YdLook                *self,
      GtkWidget             *widget,
      const graphene_rect_t *clip,
      gboolean               in_list)
{
  YdLookPlace place = { .widget = widget };
  graphene_rect_t room;

  if (!gtk_widget_get_mapped (widget) || (widget != self->root && GTK_IS_NATIVE (widget)) ||
      !gtk_widget_compute_bounds (widget, self->root, &place.bounds) ||
      place.bounds.size.width <= 0 || place.bounds.size.height <= 0)
    return;

  g_array_append_val (self->places, place);
  look_at_place (self, &place, clip, in_list);

  in_list = in_list || GTK_IS_LIST_VIEW (widget) || GTK_IS_GRID_VIEW (widget);
  room = clip_children (widget, &place.bounds, clip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t own = clip_child (widget, child, &place.bounds, &room);

      walk (self, child, &own, in_list);
    }
}

static GHashTable *
read_words (const char *words)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto(GStrv) list = g_strsplit_set (words, " \n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (table, g_ascii_strdown (list[i], -1));

  return table;
}

/**
 * yd_look_at:
 * @root: a window that is shown and came to rest
 * @words: (nullable): Latin words that may be read in it, between spaces or lines; %NULL where
 *   the language is written in Latin letters
 *
 * Looks for labels that are cut outside of lists and tables and that no tooltip has in full, for
 * what lies outside of the window or of the part that it stands in, for words that are not in
 * @words, and for text whose contrast with its ground is below 4.5 (WCAG 2.1, 1.4.3; the bound
 * for large text is not used).
 *
 * Returns: (transfer full) (element-type utf8): a line for each thing found, in English
 */
GPtrArray *
yd_look_at (GtkWidget  *root,
            const char *words)
{
  YdLook self = {
    .findings = g_ptr_array_new_with_free_func (g_free),
    .places = g_array_new (FALSE, FALSE, sizeof (YdLookPlace)),
    .words = words != NULL ? read_words (words) : NULL,
    .root = root,
  };
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (root),
                                            gtk_widget_get_height (root));

  g_return_val_if_fail (GTK_IS_NATIVE (root), self.findings);

  walk (&self, root, &all, FALSE);
  _yd_look_at_contrast (&self);

  g_array_unref (self.places);
  g_clear_pointer (&self.words, g_hash_table_unref);

  return self.findings;
}
