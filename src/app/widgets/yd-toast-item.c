/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-toast-item-private.h"

#define SECONDS       5         /* what libadwaita gives */
#define SECONDS_LONG 10         /* for what is long, or has to be thought about */
#define LONG         40         /* in characters */

/* Returns: (transfer full): what is shown of @toast, with words and widgets of its own */
YdToastItem *
_yd_toast_item_new (const YdToast *toast)
{
  YdToastItem *self = g_new0 (YdToastItem, 1);

  self->kind = toast->kind;
  self->words = g_strdup (toast->words);
  self->content = toast->content != NULL ? g_object_ref_sink (toast->content) : NULL;
  self->label = g_strdup (toast->label);
  self->pressed = toast->pressed;
  self->of_plan = toast->of_plan;
  if (toast->action != NULL &&
      !g_action_parse_detailed_name (toast->action, &self->action, &self->target, NULL))
    g_warning ("“%s” is not the name of an action", toast->action);

  return self;
}

void
_yd_toast_item_free (YdToastItem *self)
{
  g_free (self->words);
  g_clear_object (&self->content);
  g_free (self->label);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

/* Returns: whether both say and offer one thing */
gboolean
_yd_toast_item_same (const YdToastItem *self,
                     const YdToastItem *other)
{
  return self->kind == other->kind && self->content == other->content &&
         g_strcmp0 (self->words, other->words) == 0 &&
         g_strcmp0 (self->label, other->label) == 0 &&
         g_strcmp0 (self->action, other->action) == 0 &&
         (self->target == NULL) == (other->target == NULL) &&
         (self->target == NULL || g_variant_equal (self->target, other->target));
}

/* Returns: whether @shown has not to come back after @self */
gboolean
_yd_toast_item_ends (const YdToastItem *self,
                     const YdToastItem *shown)
{
  return shown->done || self->kind == shown->kind ||
         (self->kind == YD_TOAST_STEP && shown->kind == YD_TOAST_REFUSAL);
}

/* Returns: whether @self takes the place of @shown at once */
gboolean
_yd_toast_item_interrupts (const YdToastItem *self,
                           const YdToastItem *shown)
{
  return shown->done || self->kind > shown->kind ||
         (self->kind >= YD_TOAST_STEP && _yd_toast_item_ends (self, shown));
}

/* Returns: how long it stays, in seconds; 0 until it is closed */
guint
_yd_toast_item_get_seconds (const YdToastItem *self)
{
  if (self->kind >= YD_TOAST_REFUSAL)
    return 0;

  return self->kind == YD_TOAST_OFFER || g_utf8_strlen (self->words, -1) > LONG ? SECONDS_LONG
                                                                                : SECONDS;
}

/* Words in full: the title of a toast would be cut.
 *
 * Returns: (transfer full): what the toast shows
 */
GtkWidget *
_yd_toast_item_make (YdToastItem *self)
{
  GtkWidget *label;

  if (self->content != NULL)
    return g_object_ref (self->content);

  label = g_object_new (GTK_TYPE_LABEL, "label", self->words, "xalign", 0.0, "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "width-chars", 24,
                        "max-width-chars", 60, NULL);
  gtk_widget_add_css_class (label, "heading");

  return g_object_ref_sink (label);
}

GPtrArray *
_yd_toast_items_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) _yd_toast_item_free);
}

/* Returns: where the first one is that matters less than @kind */
static guint
find_end (GPtrArray   *items,
          YdToastKind  kind)
{
  guint i = 0;

  while (i < items->len && ((YdToastItem *) items->pdata[i])->kind >= kind)
    i++;

  return i;
}

/* Returns: (transfer none) (nullable): the one that is told of all that are of @kind */
static YdToastItem *
find_only (GPtrArray   *items,
           YdToastKind  kind)
{
  const guint end = find_end (items, kind);
  YdToastItem *last = end > 0 ? items->pdata[end - 1] : NULL;

  return kind != YD_TOAST_OFFER && last != NULL && last->kind == kind ? last : NULL;
}

/* What matters comes first. But for what can be done, which is kept, the last of its kind counts.
 *
 * @item: (transfer full)
 */
void
_yd_toast_items_add (GPtrArray   *items,
                     YdToastItem *item)
{
  YdToastItem *before = find_only (items, item->kind);

  if (before != NULL)
    g_ptr_array_remove (items, before);
  g_ptr_array_insert (items, (int) find_end (items, item->kind), item);
}

/* As _yd_toast_items_add(), but @item was there before those that wait.
 *
 * @item: (transfer full)
 */
void
_yd_toast_items_put_back (GPtrArray   *items,
                          YdToastItem *item)
{
  if (find_only (items, item->kind) != NULL)
    _yd_toast_item_free (item);
  else
    g_ptr_array_insert (items, (int) find_end (items, item->kind + 1), item);
}

gboolean
_yd_toast_items_have (GPtrArray         *items,
                      const YdToastItem *item)
{
  for (guint i = 0; i < items->len; i++)
    if (_yd_toast_item_same (items->pdata[i], item))
      return TRUE;

  return FALSE;
}

/* Those of a plan that is gone wait no longer. */
void
_yd_toast_items_end_plan (GPtrArray *items)
{
  for (guint i = items->len; i-- > 0;)
    if (((YdToastItem *) items->pdata[i])->of_plan)
      g_ptr_array_remove_index (items, i);
}

/* What they say is settled. */
void
_yd_toast_items_end_kind (GPtrArray   *items,
                          YdToastKind  kind)
{
  for (guint i = items->len; i-- > 0;)
    if (((YdToastItem *) items->pdata[i])->kind == kind)
      g_ptr_array_remove_index (items, i);
}
