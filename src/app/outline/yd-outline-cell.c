/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-cell.h"

#include "yd-role-mark.h"
#include "yd-tooltip.h"

/**
 * YdOutlineCell:
 *
 * A cell with words: a mark, a word that stands out, what it says, and something less
 * important. Where it is too narrow for all of them, what it says is cut.
 */

#define SPACING 6

struct _YdOutlineCell
{
  YdOutlineField  parent_instance;

  /* Owned */
  YdCellWords     words;
};

G_DEFINE_FINAL_TYPE (YdOutlineCell, yd_outline_cell, YD_TYPE_OUTLINE_FIELD)

static gboolean
says (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Returns: how wide a part is with the space behind it */
static int
get_room (YdOutlineInk *ink,
          const char   *text,
          YdWordsStyle  style)
{
  return says (text) ? yd_outline_ink_get_width (ink, text, style) + SPACING : 0;
}

/* Draws a part at the left of @area, and takes its room away there. */
static void
draw_part (YdOutlineCell   *self,
           GtkSnapshot     *snapshot,
           const char      *text,
           YdWordsStyle     style,
           int              room,
           graphene_rect_t *area)
{
  if (!says (text))
    return;

  yd_outline_ink_draw (yd_outline_field_get_ink (YD_OUTLINE_FIELD (self)), snapshot, text, style,
                       self->words.light,
                       &GRAPHENE_RECT_INIT (area->origin.x, area->origin.y, room - SPACING,
                                            area->size.height));
  area->origin.x += room;
  area->size.width -= room;
}

static void
draw_mark (YdOutlineCell   *self,
           GtkSnapshot     *snapshot,
           graphene_rect_t *area)
{
  YdOutlineInk *ink = yd_outline_field_get_ink (YD_OUTLINE_FIELD (self));
  const YdGridColors *colors = yd_outline_ink_get_colors (ink);
  const YdRole role = yd_role_from_name (self->words.mark);
  const double mark_size = yd_outline_ink_get_mark_size (ink);
  const int size = (int) mark_size + 2;

  if (role == YD_ROLE_NONE)
    return;

  yd_role_mark_draw (snapshot, role, mark_size,
                     role == YD_ROLE_LEAD ? &colors->link : &colors->text,
                     &GRAPHENE_RECT_INIT (area->origin.x,
                                          (int) (area->size.height - size) / 2, size, size));
  area->origin.x += size + SPACING;
  area->size.width -= size + SPACING;
}

static void
yd_outline_cell_draw (YdOutlineField *field,
                      GtkSnapshot    *snapshot)
{
  YdOutlineCell *self = YD_OUTLINE_CELL (field);
  YdOutlineInk *ink = yd_outline_field_get_ink (field);
  const YdCellWords *words = &self->words;
  const int lead = get_room (ink, words->lead, YD_WORDS_ACCENT);
  const int tail = get_room (ink, words->tail, words->tail_style);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                             gtk_widget_get_height (GTK_WIDGET (self)));
  int text = get_room (ink, words->text, words->text_style);

  draw_mark (self, snapshot, &area);
  draw_part (self, snapshot, words->lead, YD_WORDS_ACCENT, lead, &area);
  text = MIN (text, MAX ((int) area.size.width + SPACING - tail, 0));
  draw_part (self, snapshot, words->text, words->text_style, text, &area);
  draw_part (self, snapshot, words->tail, words->tail_style, tail, &area);
}

static void
yd_outline_cell_finalize (GObject *object)
{
  YdOutlineCell *self = YD_OUTLINE_CELL (object);

  yd_cell_words_clear (&self->words);

  G_OBJECT_CLASS (yd_outline_cell_parent_class)->finalize (object);
}

static void
yd_outline_cell_class_init (YdOutlineCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yd_outline_cell_finalize;
  YD_OUTLINE_FIELD_CLASS (klass)->draw = yd_outline_cell_draw;
}

static void
yd_outline_cell_init (YdOutlineCell *self)
{
}

/* Returns: (transfer full): a cell that says nothing yet */
GtkWidget *
yd_outline_cell_new (void)
{
  return g_object_new (YD_TYPE_OUTLINE_CELL, NULL);
}

/**
 * yd_outline_cell_show:
 * @self: a cell
 * @words: (inout): what it says; it is empty then
 * @tooltip: (nullable): more about it
 */
void
yd_outline_cell_show (YdOutlineCell *self,
                      YdCellWords   *words,
                      const char    *tooltip)
{
  g_autofree char *said = NULL;

  g_return_if_fail (YD_IS_OUTLINE_CELL (self));

  yd_cell_words_clear (&self->words);
  self->words = *words;
  *words = (YdCellWords) { NULL };
  said = yd_cell_words_dup_text (&self->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  yd_tooltip_set (GTK_WIDGET (self), tooltip);
}

/* Returns: (transfer none) (nullable): the words that are not before or behind others */
const char *
yd_outline_cell_get_text (YdOutlineCell *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_CELL (self), NULL);

  return self->words.text;
}
