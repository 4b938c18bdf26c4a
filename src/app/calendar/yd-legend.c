/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-legend.h"

/**
 * YdLegend:
 *
 * What the marks of a view mean, in one line of the toolbar. It goes where there is no room for
 * all of it.
 */

struct _YdLegend
{
  AdwBin     parent_instance;

  /* Borrowed */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (YdLegend, yd_legend, ADW_TYPE_BIN)

static void
yd_legend_class_init (YdLegendClass *klass)
{
}

static void
yd_legend_init (YdLegend *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  gtk_widget_set_halign (self->box, GTK_ALIGN_END);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), self->box);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_xalign (ADW_SQUEEZER (squeezer), 1);
  gtk_widget_set_hexpand (squeezer, TRUE);
  adw_bin_set_child (ADW_BIN (self), squeezer);
}

/* Returns: (transfer floating): a legend that says nothing yet */
GtkWidget *
yd_legend_new (void)
{
  return g_object_new (YD_TYPE_LEGEND, NULL);
}

/**
 * yd_legend_add:
 * @self: a legend
 * @css_classes: (nullable): how the mark looks, with spaces between them
 * @symbol: (nullable): the mark, where it is a character
 * @words: what it means
 */
void
yd_legend_add (YdLegend   *self,
               const char *css_classes,
               const char *symbol,
               const char *words)
{
  GtkWidget *mark = symbol != NULL ? gtk_label_new (symbol)
                                   : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (words);
  g_auto(GStrv) classes = g_strsplit (css_classes != NULL ? css_classes : "", " ", -1);

  g_return_if_fail (YD_IS_LEGEND (self));

  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (mark, classes[i]);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_end (label, 8);
  gtk_box_append (GTK_BOX (self->box), mark);
  gtk_box_append (GTK_BOX (self->box), label);
}
