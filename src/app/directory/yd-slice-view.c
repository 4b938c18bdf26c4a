/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-slice-view.h"

#include <glib/gi18n-lib.h>

#include "yd-accessible.h"
#include "yd-light-label.h"
#include "yd-slice-table.h"
#include "yd-table-saver.h"
#include "yd-toasts.h"
#include "yd-tooltip.h"

/**
 * YdSliceView:
 *
 * Everything that one unit has in the plan, itself and through groups: what it leads, what it
 * answers for, what it supports, and what may mean it; with whole paragraphs, until when, and
 * whom to turn to. As it is when the window is opened, for reading, copying and handing on.
 */

struct _YdSliceView
{
  AdwWindow        parent_instance;

  /* Owned */
  YdSession       *session;
  YdSlice         *slice;
  YdToasts        *toasts;      /* (nullable): until it is disposed of */
};

G_DEFINE_FINAL_TYPE (YdSliceView, yd_slice_view, ADW_TYPE_WINDOW)

static const char *
get_heading (const YdSliceItem *item)
{
  if (item->is_vague)
    return _("May Be Meant");

  return item->role == YD_ROLE_LEAD ? _("Lead")
         : item->role == YD_ROLE_RESPONSIBLE ? _("Responsible") : _("Support");
}

/* Whom to turn to: who leads, with a name and a telephone number where the office knows one. */
static char *
dup_leads (YdSliceView *self,
           guint        n)
{
  g_autoptr(GPtrArray) leads = yd_slice_list_leads (self->slice, n);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < leads->len; i++)
    {
      YdRow *lead = g_ptr_array_index (leads, i);
      const char *origin = yd_row_get_cell (lead, YD_UNIT_ORIGIN);
      const YdDirectoryUnit *unit = origin == NULL ? NULL
        : yd_directory_read_through (yd_session_get_directory (self->session), origin);

      g_string_append_printf (words, "%s%s", i > 0 ? C_("between names", ", ") : "",
                              yd_row_get_cell (lead, YD_UNIT_NAME));
      if (unit != NULL && unit->contact != NULL)
        g_string_append_printf (words, " %s", unit->contact);
      if (unit != NULL && unit->phone != NULL)
        g_string_append_printf (words, " %s", unit->phone);
    }

  return g_string_free (words, FALSE);
}

/* What stands below the title: through which group, until when, whom to turn to. */
static char *
dup_facts (YdSliceView *self,
           guint        n)
{
  const YdSliceItem *item = yd_slice_get_item (self->slice, n);
  g_autofree char *due = yd_day_dup (item->due);
  g_autofree char *leads = dup_leads (self, n);
  GString *words = g_string_new (NULL);

  if (item->via != NULL)
    g_string_append_printf (words, _("Through %s"), yd_row_get_cell (item->via, YD_UNIT_NAME));
  if (due != NULL)
    g_string_append_printf (words, _("%1$sDue %2$s"), words->len > 0 ? " · " : "", due);
  if (*leads != '\0')
    g_string_append_printf (words, _("%1$sLed by %2$s"), words->len > 0 ? " · " : "", leads);

  return g_string_free (words, FALSE);
}

static GtkWidget *
make_label (const char *words,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_item (YdSliceView *self,
           guint        n)
{
  const YdSliceItem *item = yd_slice_get_item (self->slice, n);
  const char *text = yd_row_get_cell (item->point, YD_POINT_TEXT);
  g_autofree char *head = yd_point_dup_task (item->point, item->path);
  g_autofree char *facts = dup_facts (self, n);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = make_label (head, "heading");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (line), name);
  if (item->light != YD_LIGHT_NONE)
    {
      GtkWidget *light = yd_light_label_new ();

      yd_light_label_set_light (GTK_LABEL (light), item->light);
      gtk_widget_set_valign (light, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), light);
    }
  gtk_box_append (GTK_BOX (box), line);
  if (*facts != '\0')
    gtk_box_append (GTK_BOX (box), make_label (facts, "dim-label"));
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  g_object_set (box, "margin-bottom", 10, NULL);

  return box;
}

static GtkWidget *
make_heading (YdSliceView       *self,
              const YdSliceItem *item)
{
  const guint n = item->is_vague ? yd_slice_count_vague (self->slice)
                                 : yd_slice_count (self->slice, item->role);
  g_autofree char *words = g_strdup_printf ("%s %u", get_heading (item), n);
  GtkWidget *label = make_label (words, "title-4");

  gtk_widget_set_margin_top (label, 10);

  return label;
}

/* Each role has a head, and what may mean the unit stands apart, at the end. */
static void
fill (YdSliceView *self,
      GtkBox      *box)
{
  const YdSliceItem *before = NULL;

  for (guint i = 0; i < yd_slice_get_n_items (self->slice); i++)
    {
      const YdSliceItem *item = yd_slice_get_item (self->slice, i);

      if (before == NULL || before->is_vague != item->is_vague ||
          (!item->is_vague && before->role != item->role))
        gtk_box_append (box, make_heading (self, item));
      gtk_box_append (box, make_item (self, i));
      before = item;
    }

  if (before == NULL)
    gtk_box_append (box, make_label (_("The plan has nothing for this unit."), "dim-label"));
}

/* Actions */

static const char *
get_name (YdSliceView *self)
{
  return yd_row_get_cell (yd_slice_get_unit (self->slice), YD_UNIT_NAME);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YdSliceView *self = YD_SLICE_VIEW (widget);
  g_autoptr(GString) text = g_string_new (get_name (self));

  for (guint i = 0; i < yd_slice_get_n_items (self->slice); i++)
    {
      const YdSliceItem *item = yd_slice_get_item (self->slice, i);
      const char *title = yd_row_get_cell (item->point, YD_POINT_TITLE);
      const char *body = yd_row_get_cell (item->point, YD_POINT_TEXT);
      g_autofree char *number = yd_point_shorten_path (item->path);
      g_autofree char *facts = dup_facts (self, i);

      g_string_append_printf (text, "\n%s\t%s\t%s\t%s\t%s", get_heading (item), number,
                              title != NULL ? title : "", facts, body != NULL ? body : "");
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  yd_toasts_say (self->toasts, _("Copied as a table."));
}

static void
saved_cb (gboolean    saved,
          const char *fault,
          gpointer    user_data)
{
  g_autoptr(YdSliceView) self = user_data;

  if (self->toasts == NULL)
    return;
  if (fault != NULL)
    yd_toasts_warn (self->toasts, fault);
  else if (saved)
    yd_toasts_say (self->toasts, _("The list was exported."));
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  YdSliceView *self = YD_SLICE_VIEW (widget);
  g_autoptr(YdTable) table = yd_slice_table_new (self->slice, NULL);

  yd_table_saver_run (GTK_WINDOW (self), _("Export the List of Tasks"), table, get_name (self),
                      g_variant_get_string (parameter, NULL), saved_cb, g_object_ref (self));
}

static void
yd_slice_view_dispose (GObject *object)
{
  YdSliceView *self = YD_SLICE_VIEW (object);

  g_clear_object (&self->toasts);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  g_clear_pointer (&self->slice, yd_slice_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (yd_slice_view_parent_class)->dispose (object);
}

static void
yd_slice_view_class_init (YdSliceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yd_slice_view_dispose;
  gtk_widget_class_install_action (widget_class, "slice.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "slice.export", "s", export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "slice.export",
                                       "s", "docx");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
yd_slice_view_init (YdSliceView *self)
{
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("Word Document (docx)"), "slice.export::docx");
  g_menu_append (menu, _("Excel Table (xlsx)"), "slice.export::xlsx");
  g_menu_append (menu, _("PDF Document (pdf)"), "slice.export::pdf");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Export…"));
  yd_accessible_set_name (button, _("Export…"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header),
                             g_object_new (GTK_TYPE_BUTTON, "label", _("Copy"), "action-name",
                                           "slice.copy", NULL));

  return header;
}

static void
build (YdSliceView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 760, "child", list, NULL);
  const char *title = yd_plan_get_title (yd_slice_get_plan (self->slice));

  g_object_set (list, "margin-start", 18, "margin-end", 18, "margin-top", 14, "margin-bottom", 20,
                NULL);
  gtk_box_append (GTK_BOX (list), make_label (get_name (self), "title-2"));
  gtk_box_append (GTK_BOX (list), make_label (title != NULL ? title : "", "dim-label"));
  fill (self, GTK_BOX (list));
  gtk_box_append (GTK_BOX (box), make_header ());
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                "vexpand", TRUE, "child", clamp, NULL));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  self->toasts = yd_toasts_new (ADW_TOAST_OVERLAY (overlay));
  adw_window_set_content (ADW_WINDOW (self), overlay);
}

/**
 * yd_slice_view_new:
 * @parent: the window in front of which it stands
 * @session: its plan is shown
 * @unit: a unit of that plan
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
GtkWindow *
yd_slice_view_new (GtkWindow *parent,
                   YdSession *session,
                   YdRow     *unit)
{
  YdSliceView *self = g_object_new (YD_TYPE_SLICE_VIEW, "transient-for", parent, "title",
                                    _("Tasks of a Unit"), "default-width", 820,
                                    "default-height", 680, "destroy-with-parent", TRUE, NULL);
  g_autoptr(YdMatrix) matrix = NULL;

  g_return_val_if_fail (YD_IS_SESSION (session), NULL);
  g_return_val_if_fail (YD_IS_ROW (unit), NULL);

  self->session = g_object_ref (session);
  matrix = yd_matrix_new (yd_session_get_plan (session), yd_session_get_schedule (session));
  self->slice = yd_slice_new (matrix, unit);
  build (self);

  return GTK_WINDOW (self);
}
