/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *start, *at;       /* the text, and where we are: at a NUL after the first fault */
  char       *copy;             /* where the next string goes without escapes: never longer */
  GError     *fault;
} Gate;

static void
refuse (Gate *gate, YdWireError code, const char *at, const char *why)
{
  if (gate->fault == NULL)
    g_set_error (&gate->fault, YD_WIRE_ERROR, code, _("Byte %zd: %s"), at - gate->start, _(why));
  gate->at = "";
}

static void
expect (Gate *gate, const char *word, const char *or_else)
{
  if (strncmp (gate->at, word, strlen (word)) != 0)
    return refuse (gate, YD_WIRE_ERROR_SYNTAX, gate->at, or_else);
  gate->at += strlen (word);
}

static char
peek (Gate *gate)
{
  return *(gate->at += strspn (gate->at, " \t\n\r"));
}

static void
scan_escape (Gate *gate)
{
  static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
  const char *from = gate->at++, *found = strchr (names, *gate->at);
  gunichar c = found != NULL ? (guchar) meant[found - names] : 0;

  gate->at += c != 0;
  for (const char *part = "uxxxx\\uxxxx"; found == NULL && *part != '\0'; part++, gate->at++)
    if (*part == 'x' && g_ascii_isxdigit (*gate->at))
      c = c << 4 | (gunichar) g_ascii_xdigit_value (*gate->at);
    else if (*part == '\\' && c >> 10 != 0xd800 >> 10)
      break;
    else if (*part == 'x' || *gate->at != *part)
      return refuse (gate, YD_WIRE_ERROR_SYNTAX, from, N_("an escape that is none"));
  if (c > 0xffff)               /* both halves of a pair */
    c = (c & 0xfc00) == 0xdc00 ? 0x10000 + ((c >> 16 & 0x3ff) << 10 | (c & 0x3ff)) : 0;
  if (c == 0 || !g_unichar_validate (c))
    return refuse (gate, YD_WIRE_ERROR_SYNTAX, from, N_("an escape that is no character"));
  gate->copy += g_unichar_to_utf8 (c, gate->copy);
}

static const char *
scan_string (Gate *gate)
{
  const char *copy = gate->copy;

  expect (gate, "\"", N_("a key is missing"));
  while ((guchar) *gate->at >= 0x20 && *gate->at != '"')
    if (*gate->at != '\\')
      *gate->copy++ = *gate->at++;
    else
      scan_escape (gate);
  *gate->copy++ = '\0';
  expect (gate, "\"", N_("a string that does not end or has a control character"));
  return copy;
}

static void
scan_number (Gate *gate)
{
  const char *from = gate->at, *digits = from + (*from == '-');
  gint64 value = 0, max = (G_GINT64_CONSTANT (1) << 53) - 1;

  for (gate->at = digits; g_ascii_isdigit (*gate->at); gate->at++)
    value = MIN (value * 10 + g_ascii_digit_value (*gate->at), max + 1);
  if (gate->at == digits || (*digits == '0' && gate->at - digits > 1))
    refuse (gate, YD_WIRE_ERROR_SYNTAX, from, N_("a value is missing"));
  else if (value > max || value < digits - from || strspn (gate->at, ".eE") > 0)
    refuse (gate, YD_WIRE_ERROR_NUMBER, from, N_("only whole numbers within ±(2^53−1) are taken"));
}

/* Keys stand in a tree, not in a hash table: no choice of them makes it slow. */
static void
scan_key (Gate *gate, GTree *keys)
{
  const char *from = gate->at, *key = scan_string (gate);

  if (g_tree_lookup (keys, key) != NULL)
    refuse (gate, YD_WIRE_ERROR_DUPLICATE, from, N_("this key was there before"));
  g_tree_insert (keys, (gpointer) key, (gpointer) key);
  peek (gate);
  expect (gate, ":", N_("a colon is missing"));
}

/* Calls itself, but never more than YD_GATE_MAX_DEPTH times. */
static void
scan_value (Gate *gate, guint depth_left)
{
  const char c = peek (gate), end = c == '{' ? '}' : ']';
  g_autoptr(GTree) keys = c == '{' ? g_tree_new ((GCompareFunc) strcmp) : NULL;

  if (c == '"')
    scan_string (gate);
  else if (c == 't' || c == 'f' || c == 'n')
    expect (gate, c == 't' ? "true" : c == 'f' ? "false" : "null", N_("a value is missing"));
  else if (c != '{' && c != '[')
    scan_number (gate);
  else if (depth_left == 0)
    refuse (gate, YD_WIRE_ERROR_LIMIT, gate->at, N_("too many brackets within each other"));
  else
    for (const char *first = gate->at++; peek (gate) != end && gate->fault == NULL; first = NULL)
      {
        if (first == NULL)
          expect (gate, ",", N_("a comma or a closing bracket is missing"));
        if (keys != NULL && peek (gate) != '\0')
          scan_key (gate, keys);
        scan_value (gate, depth_left - 1);
      }
  gate->at += (c == '{' || c == '[') && gate->fault == NULL;
}

/* Refuses whatever json-glib would crash on, cut, wrap or repair. See the header. */
gboolean
yd_gate_check (const char *json, gsize len, const YdGateLimits *limits, GError **error)
{
  g_autofree char *copies = g_malloc (MIN (len, limits->max_bytes) + 1);
  Gate gate = { json, json, copies };

  g_return_val_if_fail (json[len] == '\0', FALSE);
  if (len > limits->max_bytes)
    refuse (&gate, YD_WIRE_ERROR_LIMIT, json + limits->max_bytes, N_("too long"));
  else if (!g_utf8_validate_len (json, len, &gate.at))
    refuse (&gate, YD_WIRE_ERROR_SYNTAX, gate.at, N_("not UTF-8"));
  gate.at = gate.fault == NULL ? json : "";
  if (peek (&gate) != '{' && !limits->any_root)
    refuse (&gate, YD_WIRE_ERROR_SYNTAX, gate.at, N_("not an object"));
  scan_value (&gate, limits->max_depth);
  if (peek (&gate) != '\0')
    refuse (&gate, YD_WIRE_ERROR_SYNTAX, gate.at, N_("more after the end"));
  return gate.fault == NULL || (g_propagate_error (error, gate.fault), FALSE);
}
