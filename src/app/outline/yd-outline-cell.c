/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-cell.h"

/**
 * YdOutlineCell:
 *
 * A cell with words: a mark, a word that stands out, what it says, and something less
 * important. What is not said takes no room.
 */

struct _YdOutlineCell
{
  GtkWidget   parent_instance;

  /* Template */
  GtkWidget  *mark;
  GtkLabel   *lead;
  GtkLabel   *text;
  GtkLabel   *tail;

  /* Borrowed: the classes that are set now */
  const char *mark_class;
  const char *text_class;
  const char *tail_class;
};

G_DEFINE_FINAL_TYPE (YdOutlineCell, yd_outline_cell, GTK_TYPE_WIDGET)

static void
yd_outline_cell_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YD_TYPE_OUTLINE_CELL);

  G_OBJECT_CLASS (yd_outline_cell_parent_class)->dispose (object);
}

static void
yd_outline_cell_class_init (YdOutlineCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_outline_cell_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-outline-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, YdOutlineCell, mark);
  gtk_widget_class_bind_template_child (widget_class, YdOutlineCell, lead);
  gtk_widget_class_bind_template_child (widget_class, YdOutlineCell, text);
  gtk_widget_class_bind_template_child (widget_class, YdOutlineCell, tail);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yd_outline_cell_init (YdOutlineCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
yd_outline_cell_new (void)
{
  return g_object_new (YD_TYPE_OUTLINE_CELL, NULL);
}

static void
set_class (GtkWidget   *widget,
           const char **shown,
           const char  *class)
{
  g_auto(GStrv) old = *shown != NULL ? g_strsplit (*shown, " ", -1) : NULL;
  g_auto(GStrv) new = class != NULL ? g_strsplit (class, " ", -1) : NULL;

  if (*shown == class)
    return;

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    gtk_widget_remove_css_class (widget, old[i]);
  for (guint i = 0; new != NULL && new[i] != NULL; i++)
    gtk_widget_add_css_class (widget, new[i]);
  *shown = class;
}

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
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

  gtk_widget_set_visible (self->mark, words->mark != NULL);
  set_class (self->mark, &self->mark_class, words->mark);
  set_label (self->lead, words->lead);
  set_label (self->text, words->text);
  set_class (GTK_WIDGET (self->text), &self->text_class, words->text_class);
  set_label (self->tail, words->tail);
  set_class (GTK_WIDGET (self->tail), &self->tail_class, words->tail_class);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}
