/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-outline.h"
#include "yd-outline-edit.h"
#include "yd-plan-edits.h"

/* What a person makes of selected text. Where it was found is kept with it, as with
 * everything that was read.
 */

#define MAX_TITLE 40            /* characters; what is longer is the text of a point */
#define MAX_NAME 60

typedef struct
{
  YdPlan           *plan;
  const YdIdSource *ids;
  YdPoint          *point;      /* the one at the selection, or before it, or NULL */
  gboolean          inside;     /* whether the selection is in its text */
  char             *words;
  char             *span;       /* canonical */
} Chosen;

static void
chosen_clear (Chosen *chosen)
{
  g_clear_pointer (&chosen->words, g_free);
  g_clear_pointer (&chosen->span, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chosen, chosen_clear)

/* Returns: @span without the blanks before it */
static YdSpan
trim (YdSourcePage *self,
      YdSpan        span)
{
  g_autofree char *text = yd_source_dup_text (yd_source_text_get_source (self->text), span);

  for (const char *c = text; g_unichar_isspace (g_utf8_get_char (c)); c = g_utf8_next_char (c))
    span.start++;

  return span;
}

/* A paragraph that belongs to no point needs no selection: it can be only the whole. */
static gboolean
find_unplaced (YdSourcePage *self,
               YdSpan       *span)
{
  YdSourceMarks *marks = yd_source_text_get_marks (self->text);
  guint place = yd_source_text_get_place (self->text);
  guint n_paragraphs = 0;
  const YdSpan *spans = marks != NULL ? yd_source_marks_get_unplaced (marks, &n_paragraphs)
                                      : NULL;

  for (guint i = 0; i < n_paragraphs && spans[i].start <= place; i++)
    if (place <= spans[i].end)
      {
        *span = trim (self, spans[i]);
        return span->start < span->end;
      }

  return FALSE;
}

static gboolean
get_chosen_at (YdSourcePage *self,
               YdSpan        span,
               Chosen       *chosen)
{
  YdSourceMarks *marks = yd_source_text_get_marks (self->text);
  const YdMarkedBlock *block;

  if (self->plan == NULL || marks == NULL)
    return FALSE;

  block = yd_source_marks_get_block_at (marks, span.start);
  chosen->plan = self->plan;
  chosen->ids = yd_session_get_ids (yd_page_get_session (YD_PAGE (self)));
  chosen->point = block != NULL ? block->point : NULL;
  chosen->inside = block != NULL && span.start < block->span.end;
  chosen->words = yd_source_dup_text (yd_source_text_get_source (self->text), span);
  chosen->span = g_strdup_printf ("%s:%u-%u", self->source_id, span.start, span.end);

  return TRUE;
}

static gboolean
get_chosen (YdSourcePage *self,
            Chosen       *chosen)
{
  YdSpan span;

  *chosen = (Chosen) { NULL };

  return (yd_source_text_get_selection (self->text, &span) || find_unplaced (self, &span)) &&
         get_chosen_at (self, span, chosen);
}

static void
unselect (YdSourcePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/* The first line, or as much of it as makes a title. */
static char *
make_title (const char *words)
{
  g_autofree char *line = g_strndup (words, strcspn (words, "\n"));

  g_strstrip (line);

  return g_utf8_strlen (line, -1) > MAX_TITLE ? g_utf8_substring (line, 0, MAX_TITLE)
                                              : g_steal_pointer (&line);
}

/* A part of a point's text stands below the point; text of none stands behind the
 * point before it, on the level of chapters if there is none.
 */
static void
make_point (YdSourcePage *self,
            Chosen       *made_of)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  Chosen chosen = *made_of;
  g_autofree char *id = yd_session_new_id (session);
  g_autofree char *title = NULL;
  g_autoptr(YdEdit) edit = NULL;
  YdPoint *parent;
  gboolean is_long;

  parent = chosen.point == NULL ? NULL
         : chosen.inside ? chosen.point : yd_point_get_parent (chosen.point);
  title = make_title (chosen.words);
  is_long = !g_str_equal (title, chosen.words);

  edit = yd_plan_edit_add_point (chosen.plan, parent, chosen.inside ? NULL : chosen.point, id,
                                 title, chosen.ids);
  yd_plan_edit_quote_point (edit, id, is_long ? chosen.words : NULL, chosen.span);
  if (yd_page_commit (YD_PAGE (self), edit))
    {
      unselect (self);
      yd_session_set_selected (session,
                               yd_space_lookup (YD_SPACE (self->plan), YD_KIND_POINT, id));
    }
}

static void
make_point_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);
  g_auto(Chosen) chosen = { NULL };

  if (get_chosen (self, &chosen))
    make_point (self, &chosen);
}

/* Makes a point of the text at @span. */
void
_yd_source_page_make_point (YdSourcePage *self,
                            YdSpan        span)
{
  g_auto(Chosen) chosen = { NULL };

  if (get_chosen_at (self, trim (self, span), &chosen))
    make_point (self, &chosen);
}

static void
add_unit_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  g_auto(Chosen) chosen = { NULL };
  g_autoptr(GPtrArray) points = g_ptr_array_new ();
  g_autoptr(YdEdit) edit = NULL;
  YdRow *unit;

  if (!get_chosen (self, &chosen) || !chosen.inside)
    return;

  if (g_utf8_strlen (chosen.words, -1) > MAX_NAME || strchr (chosen.words, '\n') != NULL)
    {
      yd_page_say (YD_PAGE (self), _("This is too long for the name of a unit."));
      return;
    }

  unit = yd_plan_find_unit (chosen.plan, chosen.words);
  g_ptr_array_add (points, chosen.point);
  if (unit != NULL)
    edit = yd_plan_edit_assign (chosen.plan, points, unit, "responsible", chosen.ids);
  else
    {
      g_autofree char *id = yd_session_new_id (session);

      edit = yd_plan_edit_assign_new (chosen.plan, points, id, chosen.words, "responsible",
                                      chosen.ids);
    }
  yd_plan_edit_quote_assignments (edit, chosen.words, chosen.span);
  if (yd_page_commit (YD_PAGE (self), edit))
    unselect (self);
}

static void
read_term (YdDeadlineTerms *terms,
           const YdChange  *change)
{
  switch (change->field)
    {
    case YD_DEADLINE_RULE:
      terms->rule = change->new_value;
      break;

    case YD_DEADLINE_VALUE:
      terms->value = change->new_value;
      break;

    case YD_DEADLINE_N:
      terms->n = g_ascii_strtoll (change->new_value, NULL, 10);
      break;

    case YD_DEADLINE_MEASURE:
      terms->measure = change->new_value;
      break;

    case YD_DEADLINE_ANCHOR:
      terms->anchor = change->new_value;
      break;

    default:
      break;
    }
}

/* Reads the words as if a document had them; the first deadline in it counts. What
 * @terms point to belongs to the edit that is returned.
 */
static YdEdit *
read_deadline (Chosen          *chosen,
               YdDeadlineTerms *terms)
{
  g_autofree char *text = g_strdup_printf ("一、工作要点\n(一)%s。\n", chosen->words);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(YdSource) source = yd_source_new ("", "txt", bytes, NULL);
  g_autoptr(YdOutline) outline = source != NULL ? yd_outline_parse (source, NULL) : NULL;
  YdRow *head = yd_space_get_head (YD_SPACE (chosen->plan));
  YdOutlineFacts facts = { head != NULL ? yd_row_get_cell (head, YD_PLAN_ISSUED) : NULL };
  g_autofree char *id = yd_id_new (chosen->ids);
  g_autoptr(YdEdit) edit = outline == NULL ? NULL
                         : yd_outline_make_edit (outline, id, &facts, chosen->ids);
  const YdChange *changes;
  const char *first = NULL;
  guint n_changes = 0;

  changes = edit != NULL ? yd_edit_get_changes (edit, &n_changes) : NULL;
  for (guint i = 0; i < n_changes; i++)
    if (changes[i].kind == YD_KIND_DEADLINE &&
        (first == NULL || g_str_equal (first, changes[i].id)))
      {
        first = changes[i].id;
        read_term (terms, &changes[i]);
      }

  return first != NULL ? g_steal_pointer (&edit) : NULL;
}

static void
add_deadline_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  YdSourcePage *self = YD_SOURCE_PAGE (widget);
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdDeadlineTerms terms = { NULL };
  g_auto(Chosen) chosen = { NULL };
  g_autofree char *id = yd_session_new_id (session);
  g_autoptr(YdEdit) read = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (!get_chosen (self, &chosen) || !chosen.inside)
    return;

  read = read_deadline (&chosen, &terms);
  if (read == NULL)
    {
      yd_page_say (YD_PAGE (self), _("No date or period can be read from this. "
                                     "Select only the words that say when."));
      return;
    }

  edit = yd_plan_edit_add_deadline (chosen.point, id, "stated", &terms, chosen.words, chosen.ids);
  yd_edit_put (edit, YD_DEADLINE_SPAN, chosen.span);
  if (yd_page_commit (YD_PAGE (self), edit))
    unselect (self);
}

/* What needs selected text, or a point around it, cannot be done without. */
void
_yd_source_page_update_edits (YdSourcePage *self)
{
  gboolean selected = gtk_text_buffer_get_has_selection (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)));
  YdSpan span;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.make-point",
                                 selected || find_unplaced (self, &span));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.add-unit", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.add-deadline", selected);
}

void
_yd_source_page_install_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "source.make-point", NULL, make_point_action);
  gtk_widget_class_install_action (widget_class, "source.add-unit", NULL, add_unit_action);
  gtk_widget_class_install_action (widget_class, "source.add-deadline", NULL,
                                   add_deadline_action);
}
