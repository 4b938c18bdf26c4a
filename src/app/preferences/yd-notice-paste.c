/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-notice-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-notice-reading.h"
#include "yd-year-strip.h"

/**
 * YdNoticePaste:
 *
 * The text of a notice on the one side, the days that were read from it below. While a
 * sentence is not understood it is underlined, and nothing can be taken over.
 */

struct _YdNoticePaste
{
  GtkWidget      parent_instance;

  /* Owned */
  YdNotice      *notice;                /* (nullable): while all is understood */

  /* Template */
  GtkWidget     *box;
  GtkTextView   *view;
  GtkTextBuffer *text;
  GtkEditable   *region;
  GtkLabel      *state;
  YdYearStrip   *strip;
  GtkLabel      *days;
};

enum {
  PROP_0,
  PROP_OK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YdNoticePaste, yd_notice_paste, GTK_TYPE_WIDGET)

static char *
dup_text (YdNoticePaste *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);

  return gtk_text_buffer_get_text (self->text, &start, &end, TRUE);
}

static void
mark (YdNoticePaste *self,
      YdSpan         span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (self->text, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (self->text, &end, span.end);
  gtk_text_buffer_apply_tag_by_name (self->text, "problem", &start, &end);
}

/* Returns: (transfer full): what is wrong, a line for each sentence */
static char *
mark_problems (YdNoticePaste   *self,
               YdNoticeReading *reading,
               const char      *text)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < reading->problems->len; i++)
    {
      const YdNoticeProblem *problem = &g_array_index (reading->problems, YdNoticeProblem, i);
      g_autofree char *part = g_utf8_substring (text, problem->span.start,
                                                MIN (problem->span.end, problem->span.start + 30));

      mark (self, problem->span);
      if (words->len > 0)
        g_string_append_c (words, '\n');
      if (*g_strstrip (part) != '\0' && i < 8)
        g_string_append_printf (words, _("“%1$s”: %2$s"), part, problem->message);
      else if (i < 8)
        g_string_append (words, problem->message);
    }

  return g_string_free (words, FALSE);
}

static gboolean
is_own_form (const char *text)
{
  return g_str_has_prefix (text, "年份 ") || strstr (text, "\n年份 ") != NULL;
}

/* Returns: (transfer full) (nullable): what is wrong */
static char *
read_own_form (YdNoticePaste *self,
               const char    *text,
               const char    *region)
{
  g_autoptr(GError) error = NULL;

  self->notice = yd_notice_parse (text, _("The text"), &error);
  if (self->notice == NULL)
    return g_strdup (error->message);

  if (*region != '\0' && self->notice->region == NULL)
    self->notice->region = g_strdup (region);

  return NULL;
}

static char *
read_wording (YdNoticePaste *self,
              const char    *text,
              const char    *region)
{
  g_autoptr(YdNoticeReading) reading = yd_notice_reading_new (text, region);

  if (reading->problems->len > 0)
    return mark_problems (self, reading, text);

  self->notice = g_steal_pointer (&reading->notice);

  return NULL;
}

static char *
describe (YdNotice *notice)
{
  guint n_off = 0;

  for (guint i = 0; i < notice->days->len; i++)
    n_off += !g_array_index (notice->days, YdNoticeDay, i).working;

  /* Translators: a year, how many days off, how many days that are made up */
  return g_strdup_printf (_("%1$d: %2$u days off, %3$u made up. Everything was understood."),
                          notice->year, n_off, notice->days->len - n_off);
}

/* Says @problem, or what was read where there is none. */
static void
show (YdNoticePaste *self,
      const char    *problem)
{
  g_autofree char *words = self->notice != NULL ? describe (self->notice) : g_strdup (problem);
  g_autofree char *days = self->notice != NULL ? yd_year_strip_dup_words (self->notice) : NULL;

  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "error");
  gtk_label_set_label (self->state, words != NULL ? words : "");
  gtk_label_set_label (self->days, days != NULL ? days : "");
  yd_year_strip_set_notice (self->strip, self->notice);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return *text == '\0';
}

static void
read_cb (YdNoticePaste *self)
{
  g_autofree char *text = dup_text (self);
  const char *region = gtk_editable_get_text (self->region);
  g_autofree char *problem = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  gtk_text_buffer_remove_all_tags (self->text, &start, &end);
  g_clear_pointer (&self->notice, yd_notice_free);

  if (!is_blank (text))
    problem = is_own_form (text) ? read_own_form (self, text, region)
                                 : read_wording (self, text, region);
  show (self, problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OK]);
}

static void
yd_notice_paste_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_OK)
    g_value_set_boolean (value, yd_notice_paste_get_ok (YD_NOTICE_PASTE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
yd_notice_paste_dispose (GObject *object)
{
  YdNoticePaste *self = YD_NOTICE_PASTE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_NOTICE_PASTE);
  g_clear_pointer (&self->notice, yd_notice_free);

  G_OBJECT_CLASS (yd_notice_paste_parent_class)->dispose (object);
}

static void
yd_notice_paste_class_init (YdNoticePasteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = yd_notice_paste_get_property;
  object_class->dispose = yd_notice_paste_dispose;

  /**
   * YdNoticePaste:ok:
   *
   * Whether every sentence was understood, so that it can be taken over.
   */
  properties[PROP_OK] = g_param_spec_boolean ("ok", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YD_TYPE_YEAR_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-notice-paste.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, box);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, view);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, text);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, region);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, state);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, strip);
  gtk_widget_class_bind_template_child (widget_class, YdNoticePaste, days);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
}

static void
yd_notice_paste_init (YdNoticePaste *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_buffer_create_tag (self->text, "problem", "underline", PANGO_UNDERLINE_ERROR, NULL);
  read_cb (self);
}

/* Returns: (transfer full) (nullable): the notice, if all of it was understood */
YdNotice *
yd_notice_paste_read (YdNoticePaste *self)
{
  g_return_val_if_fail (YD_IS_NOTICE_PASTE (self), NULL);

  read_cb (self);

  return g_steal_pointer (&self->notice);
}

gboolean
yd_notice_paste_get_ok (YdNoticePaste *self)
{
  g_return_val_if_fail (YD_IS_NOTICE_PASTE (self), FALSE);

  return self->notice != NULL;
}

void
yd_notice_paste_set_text (YdNoticePaste *self,
                          const char    *text)
{
  g_return_if_fail (YD_IS_NOTICE_PASTE (self));

  gtk_text_buffer_set_text (self->text, text, -1);
}

void
yd_notice_paste_clear (YdNoticePaste *self)
{
  g_return_if_fail (YD_IS_NOTICE_PASTE (self));

  gtk_text_buffer_set_text (self->text, "", -1);
  gtk_editable_set_text (self->region, "");
}

void
yd_notice_paste_focus (YdNoticePaste *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
