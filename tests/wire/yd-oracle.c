/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of its own, since jansson and json-glib have functions of the same names. */

#include "yd-oracle.h"

#include <jansson.h>
#include <stdlib.h>

/**
 * yd_oracle_read:
 * @json: any bytes
 * @len: how many
 *
 * Returns: (nullable) (transfer full): what jansson reads, written without blanks and with
 *   sorted keys; %NULL if it refuses
 */
char *
yd_oracle_read (const char *json,
                gsize       len)
{
  json_t *root = json_loadb (json, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);
  char *text, *copy;

  if (root == NULL)
    return NULL;

  text = json_dumps (root, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
  json_decref (root);
  copy = g_strdup (text);
  free (text);
  return copy;
}
