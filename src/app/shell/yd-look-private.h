/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yd-look.h"

G_BEGIN_DECLS

/* A widget that is shown, and where in the window. */
typedef struct
{
  GtkWidget       *widget;
  graphene_rect_t  bounds;
} YdLookPlace;

typedef struct
{
  /* Owned */
  GPtrArray  *findings;         /* char *: a line for people each */
  GArray     *places;           /* YdLookPlace: what contains another comes before it */
  GHashTable *words;            /* (nullable): Latin words that may be read, in small letters */

  /* Borrowed */
  GtkWidget  *root;
} YdLook;

void       _yd_look_find          (YdLook                *self,
                                   const char            *what,
                                   const graphene_rect_t *where,
                                   const char            *text);
GtkWidget *_yd_look_get_widget_at (YdLook                *self,
                                   float                  x,
                                   float                  y);
void       _yd_look_at_text       (YdLook                *self,
                                   const YdLookPlace     *place);
void       _yd_look_at_contrast   (YdLook                *self);

G_END_DECLS
