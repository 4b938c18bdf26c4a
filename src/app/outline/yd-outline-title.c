/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline-title.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yd-accessible.h"
#include "yd-compat.h"

/**
 * YdOutlineTitle:
 *
 * The number and the title of a point, and the field in which the title is edited. It
 * stands in the title's place, and is there only as long as it is needed.
 */

/* A longer title may be cut in a narrow window. */
#define MAX_SEEN 24

/* A number and the begin of a title. */
#define MIN_CHARS 6

/* What a number takes at least, in Chinese characters; more in its wide brackets. */
#define NUMBER_CHARS 2.6
#define WIDE_NUMBER_CHARS 3.7
#define WIDE_BRACKET 0xff08

struct _YdOutlineTitle
{
  YdOutlineField  parent_instance;

  /* Owned */
  char           *number;
  char           *title;

  /* Borrowed: a child while the title is edited, and what is typed into in it */
  GtkWidget      *entry;
  GtkText        *text;

  gboolean        computed;
  gboolean        whole;
};

G_DEFINE_FINAL_TYPE (YdOutlineTitle, yd_outline_title, YD_TYPE_OUTLINE_FIELD)

enum {
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: where the title begins */
static int
get_number_width (YdOutlineTitle *self)
{
  YdOutlineInk *ink = yd_outline_field_get_ink (YD_OUTLINE_FIELD (self));
  YdTextCache *texts = yd_outline_ink_get_texts (ink);
  const gboolean wide = g_utf8_strchr (self->number, -1, WIDE_BRACKET) != NULL;
  const double chars = wide ? WIDE_NUMBER_CHARS : NUMBER_CHARS;

  if (self->whole)
    return *self->number != '\0'
           ? yd_text_cache_get_width (texts, self->number, YD_TEXT_CHAPTER) : 0;

  return MAX (yd_text_cache_get_width (texts, self->number, YD_TEXT_BODY),
              (int) ceil (chars * yd_outline_ink_get_em (ink)));
}

static void
draw_title (YdOutlineTitle        *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *area)
{
  YdOutlineInk *ink = yd_outline_field_get_ink (YD_OUTLINE_FIELD (self));
  const YdGridColors *colors = yd_outline_ink_get_colors (ink);
  const gboolean named = *self->title != '\0';

  yd_text_cache_draw (yd_outline_ink_get_texts (ink), snapshot,
                      named ? self->title : _("Without a title"),
                      self->whole ? YD_TEXT_CHAPTER : YD_TEXT_BODY,
                      named ? &colors->text : &colors->dim, area, 0);
}

static void
draw_number (YdOutlineTitle        *self,
             GtkSnapshot           *snapshot,
             const graphene_rect_t *area)
{
  YdOutlineInk *ink = yd_outline_field_get_ink (YD_OUTLINE_FIELD (self));
  const YdGridColors *colors = yd_outline_ink_get_colors (ink);
  GdkRGBA color = self->computed ? colors->link : colors->text;

  if (self->computed && !colors->contrast)
    color.alpha *= 0.75f;
  yd_text_cache_draw (yd_outline_ink_get_texts (ink), snapshot, self->number,
                      self->whole ? YD_TEXT_CHAPTER : YD_TEXT_BODY, &color, area, 0);
}

static void
yd_outline_title_draw (YdOutlineField *field,
                       GtkSnapshot    *snapshot)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (field);
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const int number_width = get_number_width (self);

  draw_number (self, snapshot, &GRAPHENE_RECT_INIT (0, 0, MIN (number_width, width), height));
  if (self->text == NULL)
    draw_title (self, snapshot, &GRAPHENE_RECT_INIT (number_width, 0, MAX (width - number_width, 0),
                                                     height));
}

/* A field to type in has a frame, and is there in one row at most. */
static void
yd_outline_title_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (widget);
  YdOutlineInk *ink = yd_outline_field_get_ink (YD_OUTLINE_FIELD (self));
  int field = 0;

  if (self->entry != NULL)
    gtk_widget_measure (self->entry, orientation, -1, &field, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->entry != NULL)
    field += get_number_width (self);

  *minimum = *natural = MAX (field, orientation == GTK_ORIENTATION_VERTICAL
                                    ? yd_outline_ink_get_height (ink)
                                    : (int) (MIN_CHARS * yd_outline_ink_get_em (ink)));
}

static void
yd_outline_title_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (widget);
  int x, natural;

  if (self->entry == NULL)
    return;

  x = get_number_width (self);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  natural = MIN (natural, height);
  gtk_widget_size_allocate (self->entry, &(GtkAllocation) { x, (height - natural) / 2, width - x,
                                                            natural }, -1);
}

/* Of the number where the pointer is on it, and else of a long title as a whole. */
static gboolean
yd_outline_title_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    keyboard_mode,
                                GtkTooltip *tooltip)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (widget);
  const char *words = NULL;

  if (!keyboard_mode && x < get_number_width (self))
    words = self->computed && *self->number != '\0'
            ? _("Counted; the document prints no number here") : NULL;
  else if (g_utf8_strlen (self->title, -1) > MAX_SEEN)
    words = self->title;
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static void
yd_outline_title_dispose (GObject *object)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (object);

  self->text = NULL;
  g_clear_pointer (&self->entry, gtk_widget_unparent);

  G_OBJECT_CLASS (yd_outline_title_parent_class)->dispose (object);
}

static void
yd_outline_title_finalize (GObject *object)
{
  YdOutlineTitle *self = YD_OUTLINE_TITLE (object);

  g_free (self->number);
  g_free (self->title);

  G_OBJECT_CLASS (yd_outline_title_parent_class)->finalize (object);
}

static void
yd_outline_title_class_init (YdOutlineTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = yd_outline_title_dispose;
  object_class->finalize = yd_outline_title_finalize;
  widget_class->measure = yd_outline_title_measure;
  widget_class->size_allocate = yd_outline_title_size_allocate;
  widget_class->query_tooltip = yd_outline_title_query_tooltip;
  YD_OUTLINE_FIELD_CLASS (klass)->draw = yd_outline_title_draw;

  /**
   * YdOutlineTitle::ended:
   * @self: a title
   * @text: what stood in the field
   * @end: a #YdEditEnd
   *
   * The field is gone.
   */
  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
yd_outline_title_init (YdOutlineTitle *self)
{
  self->number = g_strdup ("");
  self->title = g_strdup ("");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
yd_outline_title_new (void)
{
  return g_object_new (YD_TYPE_OUTLINE_TITLE, NULL);
}

/**
 * yd_outline_title_show:
 * @self: a title
 * @number: the number, or an empty text
 * @computed: whether the number is not printed in the document
 * @title: the title
 * @whole: whether number and title are one, as in a chapter, and not in columns
 */
void
yd_outline_title_show (YdOutlineTitle *self,
                       const char     *number,
                       gboolean        computed,
                       const char     *title,
                       gboolean        whole)
{
  g_return_if_fail (YD_IS_OUTLINE_TITLE (self));

  yd_set_str (&self->number, number);
  yd_set_str (&self->title, title);
  self->computed = computed;
  self->whole = whole;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *title != '\0' ? title : _("Without a title"), -1);
}

/**
 * yd_outline_title_end:
 * @self: a title
 * @end: how
 *
 * Ends editing, if it goes on.
 */
void
yd_outline_title_end (YdOutlineTitle *self,
                      YdEditEnd       end)
{
  GtkText *text;
  g_autofree char *typed = NULL;

  g_return_if_fail (YD_IS_OUTLINE_TITLE (self));

  text = g_steal_pointer (&self->text);
  if (text == NULL)
    return;

  /* The field goes first: to lose the focus with it is no second end. */
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (text))));
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_signal_emit (self, signals[ENDED], 0, typed, end);
}

static void
activate_cb (YdOutlineTitle *self)
{
  yd_outline_title_end (self, YD_EDIT_END_KEEP);
}

static gboolean
left_cb (gpointer user_data)
{
  YdOutlineTitle *self = user_data;

  /* A menu of the field takes the focus for a while, and so does another window. */
  if (self->text != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

      if (focus == NULL || (focus != GTK_WIDGET (self->text) &&
                            !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->text))))
        yd_outline_title_end (self, YD_EDIT_END_LEFT);
    }

  return G_SOURCE_REMOVE;
}

static void
leave_cb (YdOutlineTitle *self)
{
  if (self->text != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, left_cb, g_object_ref (self), g_object_unref);
}

/* Behind the field's own keys, so that input methods come first. */
static gboolean
key_cb (YdOutlineTitle  *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (key == GDK_KEY_Escape && modifiers == 0)
    yd_outline_title_end (self, YD_EDIT_END_DROP);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    yd_outline_title_end (self, YD_EDIT_END_NEXT);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
watch_text (YdOutlineTitle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->text), focus);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * yd_outline_title_edit:
 * @self: a title that is shown
 * @title: what the field begins with
 *
 * Opens the field. ::ended tells what came of it.
 */
void
yd_outline_title_edit (YdOutlineTitle *self,
                       const char     *title)
{
  g_return_if_fail (YD_IS_OUTLINE_TITLE (self));

  if (self->text != NULL)
    return;

  self->entry = yd_accessible_new_entry (_("Title of the point"), &self->text);
  gtk_editable_set_text (GTK_EDITABLE (self->text), title);
  gtk_widget_add_css_class (self->entry, "yd-edit");
  watch_text (self);

  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* Returns: (transfer none) (nullable): the field, while the title is edited */
GtkText *
yd_outline_title_get_text (YdOutlineTitle *self)
{
  g_return_val_if_fail (YD_IS_OUTLINE_TITLE (self), NULL);

  return self->text;
}
