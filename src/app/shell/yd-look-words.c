/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-look-private.h"

/* Our texts are written in English and translated, so what was forgotten is a Latin word where
 * Chinese should stand. Names of programs and keys are none, nor are single letters.
 */

static gboolean
is_allowed (YdLook     *self,
            const char *word,
            gsize       length)
{
  g_autofree char *small = g_ascii_strdown (word, length);

  return length < 2 || g_hash_table_contains (self->words, small);
}

static void
look_at_words (YdLook                *self,
               const graphene_rect_t *where,
               const char            *text)
{
  for (const char *p = text; p != NULL && *p != '\0';)
    {
      gsize length = 0;

      while (g_ascii_isalpha (p[length]))
        length++;

      if (length > 0 && !is_allowed (self, p, length))
        {
          _yd_look_find (self, "not translated", where, text);
          return;
        }

      p += MAX (length, 1);
    }
}

void
_yd_look_at_text (YdLook            *self,
                  const YdLookPlace *place)
{
  GtkWidget *widget = place->widget;

  if (GTK_IS_LABEL (widget))
    look_at_words (self, &place->bounds, gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    look_at_words (self, &place->bounds, gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else if (GTK_IS_WINDOW (widget))
    look_at_words (self, &place->bounds, gtk_window_get_title (GTK_WINDOW (widget)));

  look_at_words (self, &place->bounds, gtk_widget_get_tooltip_text (widget));
}
