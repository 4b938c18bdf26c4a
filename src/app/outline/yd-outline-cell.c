/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-cell.h"

#include "yd-role-mark.h"
#include "yd-row-layout.h"
#include "yd-tooltip.h"

/**
 * YdOutlineCell:
 *
 * A cell with words: a mark, a word that stands out, what it says, and something less
 * important. A list makes cells by hundreds, and most say one thing or nothing: a part is
 * made when there is something to say in it.
 */

#define SPACING 6

typedef enum
{
  MARK,
  LEAD,
  TEXT,
  TAIL,
  N_PARTS
} Part;

struct _YdOutlineCell
{
  GtkWidget   parent_instance;

  /* Borrowed: children, as far as there are any, and the classes that are set now */
  GtkWidget  *parts[N_PARTS];
  const char *classes[N_PARTS];
};

G_DEFINE_FINAL_TYPE (YdOutlineCell, yd_outline_cell, GTK_TYPE_WIDGET)

static void
yd_outline_cell_dispose (GObject *object)
{
  YdOutlineCell *self = YD_OUTLINE_CELL (object);

  for (Part part = 0; part < N_PARTS; part++)
    g_clear_pointer (&self->parts[part], gtk_widget_unparent);

  G_OBJECT_CLASS (yd_outline_cell_parent_class)->dispose (object);
}

static void
yd_outline_cell_class_init (YdOutlineCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yd_outline_cell_dispose;
}

static void
yd_outline_cell_init (YdOutlineCell *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), yd_row_layout_new (SPACING, 0));
}

GtkWidget *
yd_outline_cell_new (void)
{
  return g_object_new (YD_TYPE_OUTLINE_CELL, NULL);
}

static GtkWidget *
make_part (Part part)
{
  static const char * const classes[N_PARTS] = { [LEAD] = "yd-accent" };
  GtkWidget *widget = part == MARK ? yd_role_mark_new () : gtk_label_new (NULL);

  if (part == TEXT)
    g_object_set (widget, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  if (classes[part] != NULL)
    gtk_widget_add_css_class (widget, classes[part]);

  return widget;
}

/* Puts it before those that come later and are there already. */
static void
add_part (YdOutlineCell *self,
          Part           part)
{
  Part next = part + 1;

  while (next < N_PARTS && self->parts[next] == NULL)
    next++;

  self->parts[part] = make_part (part);
  gtk_widget_insert_before (self->parts[part], GTK_WIDGET (self),
                            next < N_PARTS ? self->parts[next] : NULL);
}

static void
set_class (YdOutlineCell *self,
           Part           part,
           const char    *class)
{
  const char *shown = self->classes[part];
  g_auto(GStrv) old = NULL, new = NULL;

  if (shown == class)
    return;

  old = g_strsplit (shown != NULL ? shown : "", " ", -1);
  new = g_strsplit (class != NULL ? class : "", " ", -1);
  for (guint i = 0; old[i] != NULL; i++)
    gtk_widget_remove_css_class (self->parts[part], old[i]);
  for (guint i = 0; new[i] != NULL; i++)
    gtk_widget_add_css_class (self->parts[part], new[i]);
  self->classes[part] = class;
}

static void
show_part (YdOutlineCell *self,
           Part           part,
           gboolean       shown,
           const char    *text,
           const char    *class)
{
  if (shown && self->parts[part] == NULL)
    add_part (self, part);
  if (self->parts[part] == NULL)
    return;

  gtk_widget_set_visible (self->parts[part], shown);
  if (part != MARK)
    gtk_label_set_label (GTK_LABEL (self->parts[part]), shown ? text : "");
  set_class (self, part, class);
}

static gboolean
says (const char *text)
{
  return text != NULL && *text != '\0';
}

/**
 * yd_outline_cell_show:
 * @self: a cell
 * @words: what it says; its classes must be literals
 * @tooltip: (nullable): more about it
 */
void
yd_outline_cell_show (YdOutlineCell *self,
                      YdCellWords   *words,
                      const char    *tooltip)
{
  g_return_if_fail (YD_IS_OUTLINE_CELL (self));

  show_part (self, MARK, words->mark != NULL, NULL, NULL);
  if (words->mark != NULL)
    yd_role_mark_set_role (YD_ROLE_MARK (self->parts[MARK]), words->mark);
  show_part (self, LEAD, says (words->lead), words->lead, NULL);
  show_part (self, TEXT, says (words->text), words->text, words->text_class);
  show_part (self, TAIL, says (words->tail), words->tail, words->tail_class);
  yd_tooltip_set (GTK_WIDGET (self), tooltip);
}
