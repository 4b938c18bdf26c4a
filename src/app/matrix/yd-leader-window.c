/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-leader-window.h"

#include <glib/gi18n-lib.h>

#include "yd-leader-ask.h"
#include "yd-leader-foot.h"
#include "yd-leader-head.h"
#include "yd-leader-pages.h"
#include "yd-leader-row.h"
#include "yd-mark.h"
#include "yd-point-number.h"
#include "yd-quotes.h"
#include "yd-tooltip.h"

/**
 * YdLeaderWindow:
 *
 * The plan for a meeting: a chapter on the whole screen, to be read across the room. Nothing
 * can be changed here; what can be done is to ask about a point, which the clerk finds in the
 * plan afterwards.
 */

/* The width at which sizes are as in the style sheet, and that text in pixels. */
#define USUAL_WIDTH 1280.0
#define USUAL_TEXT  15.0

struct _YdLeaderWindow
{
  GtkWindow       parent_instance;

  /* Owned */
  YdSession      *session;
  GSignalGroup   *signals;
  GPtrArray      *pages;        /* YdLeaderPage */
  GPtrArray      *rows;         /* of the page that is shown */
  YdQuotes       *quotes;
  GtkCssProvider *sizes;

  /* Borrowed */
  YdLeaderHead   *head;
  GtkWidget      *list;
  YdLeaderFoot   *foot;
  GtkLabel       *sentence;
  GtkRevealer    *sentence_bar;
  YdLeaderAsk    *ask;

  guint           page;
  guint           chosen;       /* the row */
  guint           fit_id;
  int             text_size;    /* pixels, as the screen was last */
};

G_DEFINE_FINAL_TYPE (YdLeaderWindow, yd_leader_window, GTK_TYPE_WINDOW)

static YdPlan *
get_plan (YdLeaderWindow *self)
{
  return self->session != NULL ? yd_session_get_plan (self->session) : NULL;
}

static const YdLeaderPage *
get_page (YdLeaderWindow *self)
{
  return self->page < self->pages->len ? g_ptr_array_index (self->pages, self->page) : NULL;
}

static YdLeaderRow *
get_row (YdLeaderWindow *self)
{
  return self->chosen < self->rows->len ? g_ptr_array_index (self->rows, self->chosen) : NULL;
}

/* What is asked about the points that are shown. */
static void
show_marks (YdLeaderWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      YdLeaderRow *row = g_ptr_array_index (self->rows, i);
      YdRow *mark = yd_mark_find (get_plan (self), yd_leader_row_get_point (row));

      yd_leader_row_set_mark (row, mark != NULL ? yd_row_get_cell (mark, YD_REMARK_TEXT) : NULL);
    }
}

/* A window that has not the keyboard yet forgets where it shall be, so this is done once more
 * when it has it.
 */
static void
focus_row (YdLeaderWindow *self)
{
  if (get_row (self) != NULL && !yd_leader_ask_is_open (self->ask))
    gtk_widget_grab_focus (GTK_WIDGET (get_row (self)));
}

static void
choose (YdLeaderWindow *self,
        guint           chosen)
{
  self->chosen = self->rows->len > 0 ? MIN (chosen, self->rows->len - 1) : 0;
  for (guint i = 0; i < self->rows->len; i++)
    yd_leader_row_set_chosen (g_ptr_array_index (self->rows, i), i == self->chosen);
  if (get_row (self) != NULL)
    {
      yd_session_set_selected (self->session, yd_leader_row_get_point (get_row (self)));
      focus_row (self);
    }
  gtk_revealer_set_reveal_child (self->sentence_bar, FALSE);
}

static void
clear_rows (YdLeaderWindow *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

/* What the rows below it have in common: `（一）推进…`. */
static void
add_head (YdLeaderWindow *self,
          YdPoint        *section)
{
  gboolean computed;
  g_autofree char *number = yd_point_number_dup (get_plan (self), section, &computed);
  const char *title = yd_point_get_title (section);
  g_autofree char *words = g_strconcat (number != NULL ? number : "", title, NULL);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "yd-leader-section");
  yd_tooltip_set (label, words);
  gtk_box_append (GTK_BOX (self->list), label);
}

static void
add_row (YdLeaderWindow     *self,
         const YdLeaderPage *page,
         guint               n)
{
  YdPoint *section = yd_leader_page_get_head (page, n);
  GtkWidget *row = yd_leader_row_new (get_plan (self), g_ptr_array_index (page->points, n),
                                      yd_session_get_schedule (self->session));

  if (section != NULL)
    add_head (self, section);
  gtk_box_append (GTK_BOX (self->list), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_page (YdLeaderWindow *self,
           guint           chosen)
{
  const YdLeaderPage *page = get_page (self);

  clear_rows (self);
  if (page == NULL)
    return;

  yd_leader_head_show (self->head, get_plan (self), self->pages, self->page,
                       yd_session_get_today (self->session));
  yd_leader_foot_show (self->foot, yd_session_get_schedule (self->session), self->pages,
                       self->page);
  for (guint i = 0; i < page->points->len; i++)
    add_row (self, page, i);
  show_marks (self);
  choose (self, chosen);
}

static void
show_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdLeaderWindow *self = YD_LEADER_WINDOW (widget);
  const guint page = g_variant_get_uint32 (parameter);

  if (page >= self->pages->len)
    return;

  self->page = page;
  show_page (self, 0);
}

/* Whether the point is its chapter, a row of the page, or the head above one. The chapter may be a
 * head too, but it begins with the page.
 */
static gboolean
find_point (const YdLeaderPage *page,
            YdPoint            *point,
            guint              *row)
{
  *row = 0;
  if (page->chapter == point || g_ptr_array_find (page->points, point, row))
    return TRUE;

  for (*row = 0; *row < page->points->len; (*row)++)
    if (yd_leader_page_get_head (page, *row) == point)
      return TRUE;

  return FALSE;
}

/* To the page of the point, or of what stands above it. */
static void
show_point (YdLeaderWindow *self,
            YdPoint        *point)
{
  for (YdPoint *at = point; at != NULL; at = yd_point_get_parent (at))
    for (guint i = 0; i < self->pages->len; i++)
      {
        guint row;

        if (!find_point (g_ptr_array_index (self->pages, i), at, &row))
          continue;

        self->page = i;
        show_page (self, row);
        return;
      }

  show_page (self, 0);
}

/* A chapter further, or a page of it; at the end it stays. */
static void
step_page (YdLeaderWindow *self,
           int             by)
{
  const int page = (int) self->page + by;

  if (page < 0 || page >= (int) self->pages->len)
    return;

  self->page = (guint) page;
  show_page (self, 0);
}

/* Beyond the last row comes the next page. */
static void
step_row (YdLeaderWindow *self,
          int             by)
{
  if (by > 0 && self->chosen + 1 >= self->rows->len)
    step_page (self, 1);
  else if (by < 0 && self->chosen == 0 && self->page > 0)
    {
      step_page (self, -1);
      choose (self, G_MAXUINT - 1);
    }
  else if (by > 0 || self->chosen > 0)
    choose (self, self->chosen + (guint) by);
}

static void
say_error (YdLeaderWindow *self,
           const char     *words)
{
  gtk_label_set_text (self->sentence, words);
  gtk_revealer_set_reveal_child (self->sentence_bar, TRUE);
}

/* Marks the point with @words, or takes the mark away. */
static void
mark (YdLeaderWindow *self,
      const char     *words)
{
  g_autofree char *id = yd_session_new_id (self->session);
  g_autoptr(GError) error = NULL;
  g_autoptr(YdEdit) edit = NULL;

  if (get_row (self) == NULL)
    return;

  edit = yd_mark_edit (get_plan (self), yd_leader_row_get_point (get_row (self)), id, words);
  if (!yd_session_commit (self->session, edit, &error))
    say_error (self, error->message);
  show_marks (self);
}

static void
toggle_mark (YdLeaderWindow *self)
{
  YdPoint *point = get_row (self) != NULL ? yd_leader_row_get_point (get_row (self)) : NULL;

  if (point != NULL)
    mark (self, yd_mark_find (get_plan (self), point) != NULL ? NULL : _("Please explain"));
}

/* What one types while a point is marked are the words of the mark. */
static void
asked_cb (YdLeaderWindow *self,
          const char     *words)
{
  choose (self, self->chosen);
  if (*words != '\0')
    mark (self, words);
}

static void
show_sentence (YdLeaderWindow *self)
{
  YdPoint *point = get_row (self) != NULL ? yd_leader_row_get_point (get_row (self)) : NULL;
  const char *text = point != NULL ? yd_row_get_cell (point, YD_POINT_TEXT) : NULL;
  g_autofree char *issued = point != NULL
    ? yd_quotes_dup_span (self->quotes, yd_row_get_cell (point, YD_POINT_SPAN)) : NULL;

  if (gtk_revealer_get_reveal_child (self->sentence_bar))
    {
      gtk_revealer_set_reveal_child (self->sentence_bar, FALSE);
      return;
    }

  gtk_label_set_text (self->sentence, issued != NULL ? issued : text != NULL ? text
                                      : _("The document says no more about it"));
  gtk_revealer_set_reveal_child (self->sentence_bar, TRUE);
}

static gboolean
press (YdLeaderWindow *self,
       guint           keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      step_page (self, -1);
      return TRUE;

    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      step_page (self, 1);
      return TRUE;

    case GDK_KEY_Up:
      step_row (self, -1);
      return TRUE;

    case GDK_KEY_Down:
      step_row (self, 1);
      return TRUE;

    case GDK_KEY_space:
      toggle_mark (self);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      show_sentence (self);
      return TRUE;

    case GDK_KEY_Escape:
    case GDK_KEY_F11:
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;

    default:
      return FALSE;
    }
}

/* While one types all keys but Escape belong to the field and its input method. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        YdLeaderWindow        *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || yd_leader_ask_is_open (self->ask))
    return FALSE;

  return press (self, keyval);
}

/* A screen of another size has text of another size. The same size is not set anew: that would
 * lay the window out, and so come back here without end.
 */
static gboolean
fit_cb (gpointer user_data)
{
  YdLeaderWindow *self = user_data;
  const double scale = MAX (gtk_widget_get_width (GTK_WIDGET (self)) / USUAL_WIDTH, 0.75);
  const int text_size = MAX ((int) (USUAL_TEXT * scale), (int) USUAL_TEXT);
  g_autofree char *css = g_strdup_printf (".yd-leader { font-size: %dpx; }", text_size);

  self->fit_id = 0;
  if (text_size != self->text_size)
    gtk_css_provider_load_from_data (self->sizes, css, -1);
  self->text_size = text_size;

  return G_SOURCE_REMOVE;
}

static void
layout_cb (YdLeaderWindow *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add (fit_cb, self);
}

static void
yd_leader_window_realize (GtkWidget *widget)
{
  YdLeaderWindow *self = YD_LEADER_WINDOW (widget);

  GTK_WIDGET_CLASS (yd_leader_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "layout",
                           G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget),
                                              GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

static void
yd_leader_window_dispose (GObject *object)
{
  YdLeaderWindow *self = YD_LEADER_WINDOW (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  if (self->sizes != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->sizes));
  g_clear_object (&self->sizes);
  g_clear_object (&self->signals);
  g_clear_object (&self->quotes);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_leader_window_parent_class)->dispose (object);
}

static void
yd_leader_window_class_init (YdLeaderWindowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->realize = yd_leader_window_realize;
  G_OBJECT_CLASS (klass)->dispose = yd_leader_window_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "leader.show", "u", show_action);
}

static void
add_sentence (YdLeaderWindow *self,
              GtkWidget      *root)
{
  GtkWidget *sentence = gtk_label_new (NULL);
  GtkWidget *bar = gtk_revealer_new ();

  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (sentence), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_label_set_lines (GTK_LABEL (sentence), 8);
  gtk_label_set_ellipsize (GTK_LABEL (sentence), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (sentence, "yd-leader-sentence");
  self->sentence = GTK_LABEL (sentence);
  self->sentence_bar = GTK_REVEALER (bar);
  gtk_revealer_set_child (self->sentence_bar, sentence);
  gtk_box_append (GTK_BOX (root), bar);
}

static void
fill (YdLeaderWindow *self)
{
  GtkWidget *root = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->head = YD_LEADER_HEAD (yd_leader_head_new ());
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->ask = YD_LEADER_ASK (yd_leader_ask_new (GTK_WIDGET (self)));
  self->foot = YD_LEADER_FOOT (yd_leader_foot_new ());
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (root), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (root), self->list);
  add_sentence (self, root);
  gtk_box_append (GTK_BOX (root), GTK_WIDGET (self->ask));
  gtk_box_append (GTK_BOX (root), GTK_WIDGET (self->foot));
  gtk_window_set_child (GTK_WINDOW (self), root);
  g_signal_connect_object (self->ask, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
}

static void
yd_leader_window_init (YdLeaderWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  self->sizes = gtk_css_provider_new ();
  self->quotes = yd_quotes_new ();
  fill (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "yd-leader");
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self), (int) USUAL_WIDTH, 800);
  gtk_window_set_title (GTK_WINDOW (self), _("Meeting"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (focus_row), NULL);

  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::plan", G_CALLBACK (gtk_window_close),
                                  self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (show_marks), self);
}

/**
 * yd_leader_window_new:
 * @parent: the window of the clerk
 * @session: a session with a plan
 *
 * Returns: (transfer full): a window over the whole screen, at the point that is selected
 */
GtkWidget *
yd_leader_window_new (GtkWindow *parent,
                      YdSession *session)
{
  YdLeaderWindow *self = g_object_new (YD_TYPE_LEADER_WINDOW, NULL);

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  self->session = g_object_ref (session);
  yd_quotes_read (self->quotes, session);
  self->pages = yd_leader_pages_list (yd_session_get_plan (session));
  show_point (self, yd_session_get_selected (session));
  g_signal_group_set_target (self->signals, session);
  gtk_window_fullscreen (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}

/* Returns: (transfer none) (nullable): the point that is chosen */
YdPoint *
yd_leader_window_get_point (YdLeaderWindow *self)
{
  g_return_val_if_fail (YD_IS_LEADER_WINDOW (self), NULL);

  return get_row (self) != NULL ? yd_leader_row_get_point (get_row (self)) : NULL;
}
