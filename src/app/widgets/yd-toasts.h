/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * YdToastKind:
 * @YD_TOAST_OFFER: something can be done about it; comes back after what came between
 * @YD_TOAST_PASSING: what was done, or why not; nobody misses it later
 * @YD_TOAST_STEP: the way back from the last step: one, of the last
 * @YD_TOAST_REFUSAL: why a step was not done: one, until it is closed or the next one is done
 * @YD_TOAST_FAULT: what went wrong, and what to do: one, until it is closed
 *
 * The later in this list, the sooner it is shown: at once, in the place of one before.
 */
typedef enum
{
  YD_TOAST_OFFER,
  YD_TOAST_PASSING,
  YD_TOAST_STEP,
  YD_TOAST_REFUSAL,
  YD_TOAST_FAULT,
} YdToastKind;

/**
 * YdToast:
 * @kind: how much it matters
 * @words: (nullable): what it says, as plain text
 * @content: (nullable): what is shown in the place of @words
 * @label: (nullable): of a button, with a mnemonic
 * @action: (nullable): the detailed name of the action that the button does
 * @pressed: (nullable): what it does in the place of @action, with @content
 * @of_plan: whether it is of no use when another plan is open
 *
 * What is to be said.
 */
typedef struct
{
  YdToastKind  kind;
  const char  *words;
  GtkWidget   *content;
  const char  *label;
  const char  *action;
  void       (*pressed) (GtkWidget *content);
  gboolean     of_plan;
} YdToast;

#define YD_TYPE_TOASTS (yd_toasts_get_type ())
G_DECLARE_FINAL_TYPE (YdToasts, yd_toasts, YD, TOASTS, GObject)

YdToasts   *yd_toasts_new        (AdwToastOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;
YdToasts   *yd_toasts_new_within (GtkWidget       *widget) G_GNUC_WARN_UNUSED_RESULT;
void        yd_toasts_add        (YdToasts        *self,
                                  const YdToast   *toast);
void        yd_toasts_say        (YdToasts        *self,
                                  const char      *words);
void        yd_toasts_warn       (YdToasts        *self,
                                  const char      *words);
void        yd_toasts_refuse     (YdToasts        *self,
                                  const char      *words);
void        yd_toasts_end_refusal
                                 (YdToasts        *self);
void        yd_toasts_dismiss    (YdToasts        *self);
void        yd_toasts_end_plan   (YdToasts        *self);
const char *yd_toasts_get_words  (YdToasts        *self);
guint       yd_toasts_count      (YdToasts        *self);

G_END_DECLS
