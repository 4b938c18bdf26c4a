/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-light-label.h"

/* What a cell rests on: the sentence of the document, the way through a group, how the point
 * stands; and, if nobody has confirmed it, the button that does.
 */

#define WIDTH 300

/* The row that says it: of the unit itself, or of the group through which it answers. */
static YdRow *
find_assignment (YdMatrixPage       *self,
                 guint               row,
                 const YdMatrixCell *cell)
{
  YdMatrixRow info;
  g_autofree char *id = NULL;

  if (cell->assignment != NULL || cell->via == NULL)
    return cell->assignment;

  yd_matrix_get_row (self->matrix, row, &info);
  id = yd_space_derive_id (YD_KIND_ASSIGNMENT, yd_row_get_id (info.point),
                           yd_row_get_id (cell->via), NULL);

  return yd_space_lookup (YD_SPACE (_yd_matrix_page_get_plan (self)), YD_KIND_ASSIGNMENT, id);
}

/* Returns: (transfer full) (nullable): the words from which a cell was read */
char *
_yd_matrix_page_dup_sentence (YdMatrixPage *self,
                              guint         row,
                              guint         column)
{
  g_autofree char *sentence = NULL;
  YdMatrixCell cell;
  YdRow *assignment;
  const char *words;

  if (!yd_matrix_get_cell (self->matrix, row, column, &cell))
    return NULL;

  assignment = find_assignment (self, row, &cell);
  if (assignment == NULL)
    return NULL;

  sentence = yd_quotes_dup_sentence (self->quotes,
                                     yd_row_get_cell (assignment, YD_ASSIGNMENT_SPAN));
  if (sentence != NULL)
    return g_steal_pointer (&sentence);
  words = yd_row_get_cell (assignment, YD_ASSIGNMENT_WORDS);

  return words != NULL && *words != '\0' ? g_strdup (words) : NULL;
}

/* Returns: (transfer full): `五(四)`, without what has no number */
char *
_yd_matrix_page_dup_number (YdMatrixPage *self,
                            guint         row)
{
  g_autoptr(GString) number = g_string_new (NULL);
  g_auto(GStrv) path = NULL;
  YdMatrixRow info;

  yd_matrix_get_row (self->matrix, row, &info);
  path = g_strsplit (info.path, "/", -1);
  for (guint i = 0; path[i] != NULL; i++)
    if (*path[i] != '*')
      g_string_append (number, path[i]);

  return g_strdup (number->str);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *words,
           const char *class_name)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* `二(二) × 钟祥市`, and the light at the end. */
static void
add_title (YdMatrixPage *self,
           GtkWidget    *box,
           guint         row,
           guint         column)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = NULL;
  g_autofree char *number = _yd_matrix_page_dup_number (self, row);
  YdMatrixColumn unit;
  YdMatrixRow info;

  yd_matrix_get_row (self->matrix, row, &info);
  yd_matrix_get_column (self->matrix, column, &unit);
  title = g_strdup_printf ("%s × %s", number, yd_row_get_cell (unit.unit, YD_UNIT_NAME));
  add_label (line, title, "heading");
  if (info.light != YD_LIGHT_NONE)
    {
      GtkWidget *light = yd_light_label_new ();

      yd_light_label_set_light (GTK_LABEL (light), info.light);
      gtk_widget_set_valign (light, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), light);
    }
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_role (GtkWidget          *box,
          const YdMatrixCell *cell)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const YdRole role = cell->role != YD_ROLE_NONE ? cell->role : cell->via_role;
  g_autofree char *words = NULL;
  GtkWidget *mark;

  if (role == YD_ROLE_NONE)
    words = g_strdup (_("Nothing is said of this unit here"));
  else if (cell->role == YD_ROLE_NONE && cell->via != NULL)
    words = g_strdup_printf (_("%s, through %s"), yd_role_get_words (yd_role_get_name (role)),
                             yd_row_get_cell (cell->via, YD_UNIT_NAME));
  else
    words = g_strdup (cell->is_vague ? _("To be named")
                                     : yd_role_get_words (yd_role_get_name (role)));

  if (role != YD_ROLE_NONE && !cell->is_vague)
    {
      mark = yd_role_mark_new ();
      yd_role_mark_set_role (YD_ROLE_MARK (mark), yd_role_get_name (role));
      gtk_box_append (GTK_BOX (line), mark);
    }
  add_label (line, words, NULL);
  gtk_box_append (GTK_BOX (box), line);
}

/* Why the point stands as it does, in a sentence of working days. */
static void
add_light (YdMatrixPage *self,
           GtkWidget    *box,
           YdPoint      *point)
{
  YdSchedule *schedule = yd_session_get_schedule (_yd_matrix_page_get_session (self));
  g_autofree char *why = schedule != NULL ? yd_schedule_dup_light_words (schedule, point) : NULL;
  GtkWidget *label;

  if (why == NULL || *why == '\0')
    return;

  label = add_label (box, why, "caption");
  gtk_widget_add_css_class (label, "dim-label");
}

static void
accept_cb (YdMatrixPage *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_activate_action (GTK_WIDGET (self), "matrix.accept", NULL);
}

static void
add_accept (YdMatrixPage *self,
            GtkWidget    *box)
{
  GtkWidget *button = gtk_button_new_with_label (_("Accept"));

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
make_content (YdMatrixPage *self,
              guint         row,
              guint         column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *sentence = _yd_matrix_page_dup_sentence (self, row, column);
  YdMatrixCell cell;
  YdMatrixRow info;

  yd_matrix_get_row (self->matrix, row, &info);
  yd_matrix_get_cell (self->matrix, row, column, &cell);
  gtk_widget_set_size_request (box, WIDTH, -1);
  add_title (self, box, row, column);
  add_role (box, &cell);
  if (sentence != NULL)
    add_label (box, sentence, "yd-quote");
  add_light (self, box, info.point);
  if (cell.assignment != NULL && cell.is_proposed)
    add_accept (self, box);

  return box;
}

static void
closed_cb (YdMatrixPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* Where the current cell stands on the page. */
static void
find_place (YdMatrixPage *self,
            GdkRectangle *place)
{
  YdGrid *grid = YD_GRID (self->grid);
  graphene_rect_t area;
  double x, y;

  YD_GRID_GET_CLASS (grid)->locate (grid, yd_grid_get_current_row (grid),
                                    yd_grid_get_current_col (grid), &area);
  gtk_widget_translate_coordinates (GTK_WIDGET (grid), GTK_WIDGET (self), area.origin.x,
                                    area.origin.y, &x, &y);
  *place = (GdkRectangle) { (int) x, (int) y, (int) area.size.width, (int) area.size.height };
}

void
_yd_matrix_page_open_sentence (YdMatrixPage *self)
{
  GdkRectangle place;
  guint row, column;

  if (!yd_matrix_grid_get_cell (self->grid, &row, &column))
    return;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                               G_CONNECT_SWAPPED);
    }

  find_place (self, &place);
  gtk_popover_set_child (GTK_POPOVER (self->popover), make_content (self, row, column));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
