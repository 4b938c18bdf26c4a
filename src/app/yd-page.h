/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yd-page-maker.h"
#include "yd-session.h"

G_BEGIN_DECLS

#define YD_TYPE_PAGE (yd_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (YdPage, yd_page, YD, PAGE, AdwBin)

/**
 * YdPageClass:
 * @session_changed: the page shows another session, or none; the base class drops
 *   what was bound to the old one by nobody but the page itself
 * @focus_content: moves the focus to what the page is about, such as its list
 * @list_chosen: (transfer full) (nullable) (element-type YdRow): the points that
 *   are chosen on this page, in the order in which they are seen; the selected one
 *   of the session if the page does not say
 * @dup_state: (transfer full) (nullable): how the page looks for this plan
 *   (expanded rows, widths), an `a{sv}`
 * @restore_state: makes it look so again; called when the plan is there
 * @find: shows the page's own way to find something. Returns: whether it has one now
 * @find_next: goes to the next place of what is looked for, or with a step of -1 to the one
 *   before. Returns: whether the page did so; if not, the window goes through the points
 * @check_next: goes to the next thing that was read and is to be checked; for the one
 *   page on which this is done
 * @restore_draft: opens the field of a draft of the point that is selected, with what was
 *   typed. Returns: whether the page has that field
 * @finish_typing: commits what stands in an open field, now: the plan is about to go
 * @create_pages: (transfer full) (nullable): what is printed of what it shows now
 * @create_maker: (transfer full) (nullable): the same where it may take a while; instead of
 *   @create_pages
 * @copy: (transfer full) (nullable): puts what is chosen on the clipboard. Returns: what that
 *   was, in words; %NULL if the page leaves that to the window, which copies points
 * @paste: takes what is on the clipboard. Returns: whether the page does so; if not, the window
 *   makes points of it
 * @get_export: what the export dialog offers first when one comes from this page, as
 *   yd_export_dialog_set_what() knows it
 *
 * What a page may override. All of it is optional.
 */
struct _YdPageClass
{
  AdwBinClass parent_class;

  void       (*session_changed) (YdPage   *self);
  gboolean   (*focus_content)   (YdPage   *self);
  GPtrArray *(*list_chosen)     (YdPage   *self);
  GVariant  *(*dup_state)       (YdPage   *self);
  void       (*restore_state)   (YdPage   *self,
                                 GVariant *state);
  gboolean   (*find)            (YdPage   *self);
  gboolean   (*find_next)       (YdPage   *self,
                                 int       step);
  void       (*check_next)      (YdPage   *self);
  gboolean   (*restore_draft)   (YdPage   *self,
                                 const YdStoredDraft *draft);
  void       (*finish_typing)   (YdPage   *self);
  YdPages   *(*create_pages)    (YdPage   *self);
  YdPageMaker *(*create_maker)  (YdPage   *self);
  char      *(*copy)            (YdPage   *self);
  gboolean   (*paste)           (YdPage   *self);
  const char *(*get_export)     (YdPage   *self);

  gpointer     padding[3];
};

YdSession  *yd_page_get_session   (YdPage     *self);
void        yd_page_set_session   (YdPage     *self,
                                   YdSession  *session);
const char *yd_page_get_title     (YdPage     *self);
const char *yd_page_get_icon_name (YdPage     *self);
gboolean    yd_page_get_busy      (YdPage     *self);
void        yd_page_set_busy      (YdPage     *self,
                                   gboolean    busy);
gboolean    yd_page_get_wide      (YdPage     *self);
void        yd_page_set_wide      (YdPage     *self,
                                   gboolean    wide);

gboolean    yd_page_commit        (YdPage     *self,
                                   YdEdit     *edit);
void        yd_page_say           (YdPage     *self,
                                   const char *words);
void        yd_page_refuse        (YdPage     *self,
                                   const char *words);

gboolean    yd_page_focus_content (YdPage     *self);
gboolean    yd_page_find          (YdPage     *self);
gboolean    yd_page_find_next     (YdPage     *self,
                                   int         step);
gboolean    yd_page_can_check     (YdPage     *self);
void        yd_page_check_next    (YdPage     *self);
gboolean    yd_page_restore_draft (YdPage     *self,
                                   const YdStoredDraft *draft);
void        yd_page_finish_typing (YdPage     *self);
YdPages    *yd_page_create_pages  (YdPage     *self) G_GNUC_WARN_UNUSED_RESULT;
YdPageMaker *yd_page_create_maker (YdPage     *self) G_GNUC_WARN_UNUSED_RESULT;
char       *yd_page_copy          (YdPage     *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    yd_page_paste         (YdPage     *self);
const char *yd_page_get_export    (YdPage     *self);
GPtrArray  *yd_page_list_chosen   (YdPage     *self) G_GNUC_WARN_UNUSED_RESULT;
GVariant   *yd_page_dup_state     (YdPage     *self) G_GNUC_WARN_UNUSED_RESULT;
void        yd_page_restore_state (YdPage     *self,
                                   GVariant   *state);

G_END_DECLS
