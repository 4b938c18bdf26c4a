/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-source-page-private.h"

#include <glib/gi18n-lib.h>

#include "yd-compat.h"
#include "yd-release.h"

/**
 * YdSourcePage:
 *
 * The document as it was issued, with what was read from it underlined. While it is
 * checked, the proposals stand beside the text instead of the contents. It is the
 * session that says which point is selected; which of the facts of that point is
 * current is known here alone.
 */


G_DEFINE_FINAL_TYPE (YdSourcePage, yd_source_page, YD_TYPE_PAGE)

enum {
  PROP_0,
  PROP_REVIEWING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

YdPlan *
_yd_source_page_get_plan (YdSourcePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  return session != NULL ? yd_session_get_plan (session) : NULL;
}

/* A person chose @point, and @fact of it, on this page. */
void
_yd_source_page_choose (YdSourcePage *self,
                        YdPoint      *point,
                        YdRow        *fact)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  self->quiet = TRUE;
  yd_session_set_selected (session, point);
  self->quiet = FALSE;

  yd_source_text_show (self->text, point, self->reviewing ? fact : NULL);
  yd_source_contents_show (self->contents, point);
  yd_review_list_show_point (self->review, point, fact);
}

static void
text_chosen_cb (YdSourcePage *self,
                YdPoint      *point,
                YdRow        *fact)
{
  _yd_source_page_choose (self, point, fact);
}

static void
contents_chosen_cb (YdSourcePage *self,
                    YdPoint      *point)
{
  _yd_source_page_choose (self, point, NULL);
}

static void
unplaced_chosen_cb (YdSourcePage *self,
                    YdReviewItem *item)
{
  yd_source_text_show_span (self->text, yd_review_item_get_run (item)->span);
}

static void
review_chosen_cb (YdSourcePage *self,
                  YdReviewItem *item)
{
  YdRow *row = yd_review_item_get_row (item);
  const YdUnplacedRun *run = yd_review_item_get_run (item);

  if (run != NULL)
    yd_source_text_show_span (self->text, run->span);
  if (yd_review_item_is_unplaced (item))
    return;

  _yd_source_page_choose (self, yd_review_item_get_point (item), row);
}

/* The fact that is current stays so while its point is the selected one. */
static void
selected_cb (YdSourcePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));
  YdPoint *point = session != NULL ? yd_session_get_selected (session) : NULL;
  YdReviewItem *item = yd_review_list_get_current (self->review);
  YdRow *fact = NULL;

  if (self->quiet)
    return;

  if (self->reviewing && item != NULL && yd_review_item_get_point (item) == point)
    fact = yd_review_item_get_row (item);
  yd_source_text_show (self->text, point, fact);
  yd_source_contents_show (self->contents, point);
  yd_review_list_show_point (self->review, point, fact);
}

/* Marks stand where rows say that they were read; only titles are looked for. */
static gboolean
moves_marks (const YdChange *change)
{
  const YdKindInfo *info = yd_schema_get_kind (change->kind);

  return change->field == YD_FIELD_DELETED ||
         info->fields[change->field].type == YD_VALUE_SPAN ||
         (info->fields[change->field].flags & YD_FIELD_HOME) != 0 ||
         (change->kind == YD_KIND_POINT &&
          (change->field == YD_POINT_PRINTED || change->field == YD_POINT_ORDER));
}

static void
committed_cb (YdSourcePage *self,
              YdEdit       *edit)
{
  const YdChange *changes;
  guint n_changes, i;

  g_clear_pointer (&self->sure, yd_release_edit);
  changes = yd_edit_get_changes (edit, &n_changes);
  for (i = 0; i < n_changes && !moves_marks (&changes[i]); i++)
    ;
  if (i < n_changes)
    _yd_source_page_find_marks (self);

  if (self->reviewing)
    yd_review_list_update (self->review, edit);
  yd_source_text_update (self->text);
  _yd_source_page_show_counts (self);
}

static void
take_plan (YdSourcePage *self)
{
  YdPlan *plan = _yd_source_page_get_plan (self);

  yd_source_page_set_reviewing (self, FALSE);
  _yd_source_page_stop_marks (self);
  g_set_object (&self->plan, plan);
  g_clear_pointer (&self->place, g_free);
  yd_source_contents_set_plan (self->contents, plan);
  _yd_source_page_load (self);
  _yd_source_page_show_counts (self);
}

static gboolean
leave_cb (gpointer user_data)
{
  YdSourcePage *self = user_data;

  self->leave_id = 0;
  take_plan (self);

  return G_SOURCE_REMOVE;
}

/* A long text takes its time to go, and nobody waits for it on another page. */
static void
plan_cb (YdSourcePage *self)
{
  gboolean later = _yd_source_page_get_plan (self) == NULL && self->plan != NULL &&
                   !gtk_widget_get_mapped (GTK_WIDGET (self));

  g_clear_handle_id (&self->leave_id, g_source_remove);
  _yd_source_page_stop_accepting (self);
  if (later)
    self->leave_id = g_idle_add_full (YD_SOURCE_PAGE_PRIORITY, leave_cb, self, NULL);
  else
    take_plan (self);
}

static void
toggled_cb (YdSourcePage *self)
{
  guint kinds = 0;

  for (guint i = 0; i < YD_N_MARK_KINDS; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      kinds |= 1u << i;

  yd_source_text_set_kinds (self->text, kinds);
  yd_source_text_set_mark_unplaced (self->text,
                                    gtk_toggle_button_get_active (self->unplaced_toggle));
}

static void
selection_cb (YdSourcePage *self)
{
  _yd_source_page_update_edits (self);
}

static void
search_changed_cb (YdSourcePage *self)
{
  _yd_source_page_find (self, 0);
}

static void
search_next_cb (YdSourcePage *self)
{
  _yd_source_page_find (self, 1);
}

static void
search_previous_cb (YdSourcePage *self)
{
  _yd_source_page_find (self, -1);
}

static void
search_stopped_cb (YdSourcePage *self)
{
  _yd_source_page_end_find (self);
}

/* Without a text, either nothing comes or it is on its way. */
void
_yd_source_page_update_busy (YdSourcePage *self)
{
  if (yd_source_text_get_source (self->text) != NULL)
    yd_page_set_busy (YD_PAGE (self), self->marks_id != 0 || self->sure_id != 0 ||
                                      yd_source_text_get_loading (self->text));
}

static void
loading_cb (YdSourcePage *self)
{
  _yd_source_page_update_busy (self);
}

static void
yd_source_page_session_changed (YdPage *page)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);

  g_signal_group_set_target (self->signals, yd_page_get_session (page));
  plan_cb (self);
}

static gboolean
yd_source_page_focus_content (YdPage *page)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);

  return self->reviewing ? yd_review_list_focus (self->review)
                         : gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* The list goes when a person leaves it; where he was does not. */
static void
keep_place (YdSourcePage *self)
{
  YdReviewItem *item = yd_review_list_get_current (self->review);
  YdRow *row = item != NULL ? yd_review_item_get_row (item) : NULL;

  if (row != NULL)
    yd_set_str (&self->place, yd_row_get_id (row));
}

static GVariant *
yd_source_page_dup_state (YdPage *page)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  keep_place (self);
  g_variant_dict_insert (&dict, "reviewing", "b", self->reviewing);
  if (self->place != NULL)
    g_variant_dict_insert (&dict, "place", "s", self->place);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static void
yd_source_page_restore_state (YdPage   *page,
                              GVariant *state)
{
  YdSourcePage *self = YD_SOURCE_PAGE (page);
  gboolean reviewing;

  g_clear_pointer (&self->place, g_free);
  g_variant_lookup (state, "place", "s", &self->place);
  if (g_variant_lookup (state, "reviewing", "b", &reviewing))
    yd_source_page_set_reviewing (self, reviewing);
}

static void
yd_source_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_REVIEWING:
      g_value_set_boolean (value, YD_SOURCE_PAGE (object)->reviewing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_source_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_REVIEWING:
      yd_source_page_set_reviewing (YD_SOURCE_PAGE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yd_source_page_dispose (GObject *object)
{
  YdSourcePage *self = YD_SOURCE_PAGE (object);

  /* The page lets go of the session before its parts go. */
  yd_page_set_session (YD_PAGE (self), NULL);
  _yd_source_page_stop_marks (self);
  _yd_source_page_stop_accepting (self);
  g_clear_handle_id (&self->leave_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);     /* AdwBin would let go of it again */
  gtk_widget_dispose_template (GTK_WIDGET (self), YD_TYPE_SOURCE_PAGE);
  g_clear_object (&self->signals);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->source_id, g_free);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (yd_source_page_parent_class)->dispose (object);
}

static void
bind_legend (GtkWidgetClass *widget_class)
{
  static const char * const names[YD_N_MARK_KINDS] = { "point", "unit", "deadline", "order" };

  for (guint i = 0; i < YD_N_MARK_KINDS; i++)
    {
      g_autofree char *toggle = g_strconcat (names[i], "_toggle", NULL);
      g_autofree char *label = g_strconcat (names[i], "_label", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, toggle, FALSE,
                                                 G_STRUCT_OFFSET (YdSourcePage, toggles) +
                                                 i * sizeof (gpointer));
      gtk_widget_class_bind_template_child_full (widget_class, label, FALSE,
                                                 G_STRUCT_OFFSET (YdSourcePage, legends) +
                                                 i * sizeof (gpointer));
    }
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, contents_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unplaced_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, loading_cb);
}

static void
yd_source_page_class_init (YdSourcePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  YdPageClass *page_class = YD_PAGE_CLASS (klass);

  object_class->dispose = yd_source_page_dispose;
  object_class->get_property = yd_source_page_get_property;
  object_class->set_property = yd_source_page_set_property;
  page_class->session_changed = yd_source_page_session_changed;
  page_class->focus_content = yd_source_page_focus_content;
  page_class->dup_state = yd_source_page_dup_state;
  page_class->restore_state = yd_source_page_restore_state;
  page_class->find = _yd_source_page_open_find;
  page_class->find_next = _yd_source_page_find_next;
  page_class->check_next = _yd_source_page_check_next;

  properties[PROP_REVIEWING] =
    g_param_spec_boolean ("reviewing", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YD_TYPE_SOURCE_TEXT);
  g_type_ensure (YD_TYPE_SOURCE_CONTENTS);
  g_type_ensure (YD_TYPE_REVIEW_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/yaodian/Yaodian/ui/yd-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, stack);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, tools);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, search);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, unplaced);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, unplaced_toggle);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, review_button);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, counts);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, progress);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, left);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, outer);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, inner);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, contents);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, text);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, review);
  gtk_widget_class_bind_template_child (widget_class, YdSourcePage, hints);
  bind_legend (widget_class);
  bind_callbacks (widget_class);

  gtk_widget_class_install_property_action (widget_class, "source.review", "reviewing");
  _yd_source_page_install_review (widget_class);
  _yd_source_page_install_edits (widget_class);
  _yd_source_page_install_find (widget_class);
}

static void
connect_session (YdSourcePage *self)
{
  self->signals = g_signal_group_new (YD_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::plan", G_CALLBACK (plan_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::selected", G_CALLBACK (selected_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::n-proposed",
                                  G_CALLBACK (_yd_source_page_show_counts), self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

static void
yd_source_page_init (YdSourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  connect_session (self);

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                           "notify::has-selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                           "notify::cursor-position", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  _yd_source_page_update_edits (self);
}

gboolean
yd_source_page_get_reviewing (YdSourcePage *self)
{
  g_return_val_if_fail (YD_IS_SOURCE_PAGE (self), FALSE);

  return self->reviewing;
}

static YdDirectory *
get_directory (YdSourcePage *self)
{
  YdSession *session = yd_page_get_session (YD_PAGE (self));

  return session != NULL ? yd_session_get_directory (session) : NULL;
}

/* Puts the proposals beside the text, or the contents. */
void
yd_source_page_set_reviewing (YdSourcePage *self,
                              gboolean      reviewing)
{
  g_return_if_fail (YD_IS_SOURCE_PAGE (self));

  reviewing = !!reviewing;
  if (self->reviewing == reviewing)
    return;

  if (!reviewing)
    keep_place (self);
  self->reviewing = reviewing;

  /* Who does not look at the list does not pay for it. */
  yd_review_list_set_plan (self->review, reviewing ? self->plan : NULL,
                           reviewing ? get_directory (self) : NULL);
  _yd_source_page_show_counts (self);
  gtk_stack_set_visible_child_name (self->tools, reviewing ? "review" : "source");
  gtk_widget_set_visible (GTK_WIDGET (self->contents), !reviewing);
  gtk_widget_set_visible (GTK_WIDGET (self->review), reviewing);
  gtk_widget_set_visible (self->hints, reviewing);
  yd_source_text_set_narrow (self->text, reviewing);
  yd_page_set_wide (YD_PAGE (self), reviewing);
  if (reviewing && self->plan != NULL)
    _yd_source_page_go_on (self);
  else if (!reviewing && self->plan != NULL)
    selected_cb (self);
  if (reviewing && gtk_widget_get_mapped (GTK_WIDGET (self)))
    yd_review_list_focus (self->review);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVIEWING]);
}
