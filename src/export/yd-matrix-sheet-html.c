/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-matrix-sheet-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yd-cell-text-private.h"
#include "yd-export-html.h"

/* A matrix as one page for a browser: it needs no other file and no network, and says so to the
 * browser. Its script sorts, filters and prints; without one it is still a table. The words in
 * it are not translated.
 */

#define BLOCK (64 * 1024)
#define RESOURCES "/io/github/yaodian/Yaodian/html/"

/* Browsers take long over tables with more cells. */
#define MAX_CELLS 400000

typedef struct
{
  const YdExportJob   *job;
  const YdMatrixSheet *sheet;
  GString             *out;
} Html;

static const char * const sum_names[YD_N_SUMS] = {
  [YD_SUM_LEAD] = "lead", [YD_SUM_RESPONSIBLE] = "responsible", [YD_SUM_SUPPORT] = "support",
  [YD_SUM_ALL] = "all", [YD_SUM_LATE] = "late",
};

static gboolean
has_lights (const Html *self)
{
  return _yd_matrix_sheet_has_light_columns (self->sheet);
}

static void
put (Html       *self,
     const char *text)
{
  g_string_append (self->out, text);
}

static void G_GNUC_PRINTF (2, 3)
putf (Html       *self,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (self->out, format, args);
  va_end (args);
}

/* What comes from a document: never markup, in an attribute neither. */
static void
put_text (Html       *self,
          const char *text)
{
  g_autofree char *clean = _yd_cell_text_clean (text);

  if (clean != NULL)
    text = clean;
  _yd_text_append_xml (self->out, text, strlen (text));
}

static void
put_resource (Html       *self,
              const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (yd_export_html_get_resource (), path, 0, NULL);
  gsize size;
  const char *data;

  g_return_if_fail (bytes != NULL);

  data = g_bytes_get_data (bytes, &size);
  g_string_append_len (self->out, data, size);
}

static void
put_start (Html *self)
{
  put (self, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n"
             "<meta name=\"generator\" content=\"Yaodian " PACKAGE_VERSION "\">\n<title>");
  put_text (self, self->sheet->title);
  put (self, "</title>\n<style>\n");
  put_resource (self, "matrix.css");
  put (self, "</style>\n</head>\n<body>\n<header>\n<h1>");
  put_text (self, self->sheet->title);
  put (self, "</h1>\n<p>");
  put_text (self, self->sheet->subtitle);
  put (self, "</p>\n");
}

static void
put_legend (Html *self)
{
  g_autofree char *legend = _yd_matrix_sheet_dup_legend (self->sheet, "(○)");
  g_auto(GStrv) parts = g_strsplit (legend, "　", -1);

  put (self, "<p class=\"legend\">");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      put (self, "<b>");
      put_text (self, parts[i]);
      put (self, "</b>");
    }
  if (self->sheet->has_proposed)
    put (self, "<b class=\"proposed\">待核对</b>");
  put (self, "</p>\n");
}

/* Chapters are what stands at the top and has others below it. */
static void
put_chapters (Html *self)
{
  if (_yd_matrix_sheet_is_transposed (self->sheet))
    put (self, "<select id=\"chapter\" aria-label=\"单位类别\"><option value=\"\">全部类别</option>");
  else
    put (self, "<select id=\"chapter\" aria-label=\"章\"><option value=\"\">全部章</option>");
  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      const YdSheetRow *row = _yd_matrix_sheet_row (self->sheet, i);

      if (row->depth > 0 || !row->is_head)
        continue;

      putf (self, "<option value=\"%u\">", i);
      put_text (self, row->number);
      put_text (self, row->title);
      put (self, "</option>");
    }
  put (self, "</select>\n");
}

static void
put_tools (Html *self)
{
  put (self, "<form id=\"tools\" class=\"tools off\">\n"
             "<input id=\"text\" type=\"search\" placeholder=\"要点、单位\" aria-label=\"筛选\">\n");
  put_chapters (self);
  put (self, "<select id=\"role\" aria-label=\"角色\"><option value=\"\">全部角色</option>"
             "<option value=\"lead\">● 牵头</option><option value=\"responsible\">○ 负责</option>"
             "<option value=\"support\">△ 配合</option>"
             "<option value=\"vague\">? 待明确</option></select>\n"
             "<label><input id=\"no-lead\" type=\"checkbox\"> 没有牵头</label>\n"
             "<label><input id=\"hide\" type=\"checkbox\"> 隐藏空列</label>\n"
             "<button id=\"print\" type=\"button\">打印</button>\n"
             "<output id=\"shown\"></output>\n</form>\n</header>\n");
}

static void
put_heads (Html *self)
{
  for (guint i = 0; i < self->sheet->heads->len; i++)
    {
      const YdSheetHead *head = &g_array_index (self->sheet->heads, YdSheetHead, i);

      putf (self, "<th colspan=\"%u\" data-first=\"%u\" data-n=\"%u\" scope=\"colgroup\">",
            head->n_columns, head->first, head->n_columns);
      put_text (self, head->text);
      put (self, "</th>");
    }
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->sheet, sum))
      putf (self, "<th rowspan=\"%d\" data-sum=\"%s\"><button type=\"button\">%s</button></th>",
            _yd_matrix_sheet_has_light_lines (self->sheet) ? 4 : 2, sum_names[sum],
            _yd_matrix_sheet_sum_head (sum));
}

static const char *
get_light_name (YdLight light)
{
  static const char * const names[YD_N_LIGHTS] = {
    [YD_LIGHT_NONE] = "none", [YD_LIGHT_WAIT] = "wait", [YD_LIGHT_OK] = "ok",
    [YD_LIGHT_SOON] = "soon", [YD_LIGHT_LATE] = "late", [YD_LIGHT_DONE] = "done",
  };

  return names[light];
}

/* How each point stands, below its name. */
static void
put_light_lines (Html *self)
{
  const guint n = self->sheet->columns->len;

  put (self, "<tr class=\"state\"><th class=\"label\" colspan=\"2\" scope=\"row\">完成时限</th>");
  for (guint i = 0; i < n; i++)
    {
      const char *due = _yd_matrix_sheet_column (self->sheet, i)->due;

      putf (self, "<td class=\"due\" data-c=\"%u\"><span>%s</span></td>", i,
            due != NULL ? due : "");
    }
  put (self, "</tr>\n<tr class=\"state\"><th class=\"label\" colspan=\"2\" scope=\"row\">状态</th>");
  for (guint i = 0; i < n; i++)
    {
      const YdLight light = _yd_matrix_sheet_column (self->sheet, i)->light;

      putf (self, "<td class=\"light light-%s\" data-c=\"%u\"><span>%s</span></td>",
            get_light_name (light), i, _yd_matrix_sheet_light (light));
    }
  put (self, "</tr>\n");
}

static void
put_head (Html *self)
{
  put (self, "<thead>\n<tr><th rowspan=\"2\" class=\"number\" data-order=\"\">"
             "<button type=\"button\" title=\"按文件\">序号</button></th>"
             "<th rowspan=\"2\" class=\"task\">");
  put (self, _yd_matrix_sheet_get_row_head (self->sheet));
  put (self, "</th>");
  if (has_lights (self))
    put (self, "<th rowspan=\"2\">完成时限</th><th rowspan=\"2\">状态</th>");
  put_heads (self);
  put (self, "</tr>\n<tr>");
  for (guint i = 0; i < self->sheet->columns->len; i++)
    {
      const YdSheetColumn *column = _yd_matrix_sheet_column (self->sheet, i);

      putf (self, "<th class=\"unit%s\" data-unit=\"%u\" scope=\"col\"><button type=\"button\">",
            column->group != NULL ? " member" : "", i);
      put_text (self, column->name);
      put (self, "</button></th>");
    }
  put (self, "</tr>\n");
  if (_yd_matrix_sheet_has_light_lines (self->sheet))
    put_light_lines (self);
  put (self, "</thead>\n");
}

static const char *
get_mark_class (const YdSheetMark *mark)
{
  if (mark->n > 0)
    return "count";
  if (mark->is_vague)
    return "vague";
  if (mark->role == YD_ROLE_NONE)
    return "via";

  return mark->role == YD_ROLE_LEAD ? "lead" : "role";
}

static void
put_mark (Html              *self,
          const YdSheetMark *mark)
{
  const guint role = mark->role != YD_ROLE_NONE ? mark->role : mark->via_role;
  g_autofree char *sign = _yd_matrix_sheet_dup_mark (mark);
  g_autofree char *say = _yd_matrix_sheet_dup_say (self->sheet, mark);

  putf (self, "<td class=\"%s%s\" data-c=\"%u\" data-u=\"%u\" data-r=\"%u\"",
        get_mark_class (mark), mark->is_proposed ? " proposed" : "", mark->column, mark->column,
        role);
  if (mark->n > 0)
    putf (self, " data-n=\"%u\"", mark->n);
  put (self, " title=\"");
  put_text (self, say);
  put (self, "\" aria-label=\"");
  put_text (self, say);
  putf (self, "\">%s</td>", sign);
}

static void
put_marks (Html             *self,
           const YdSheetRow *row)
{
  guint next = 0;

  for (guint i = row->first; i < row->first + row->n_marks; i++)
    {
      const YdSheetMark *mark = _yd_matrix_sheet_mark (self->sheet, i);

      for (; next < mark->column; next++)
        putf (self, "<td data-c=\"%u\"></td>", next);
      put_mark (self, mark);
      next = mark->column + 1;
    }
  for (; next < self->sheet->columns->len; next++)
    putf (self, "<td data-c=\"%u\"></td>", next);
}

static void
put_number (Html  *self,
            guint  n)
{
  if (n > 0)
    putf (self, "%u", n);
}

static void
put_sums (Html             *self,
          const YdSheetRow *row)
{
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->sheet, sum))
      {
        putf (self, "<td class=\"sum\" data-s=\"%s\">", sum_names[sum]);
        put_number (self, _yd_matrix_sheet_get_sum (&row->counts, sum));
        put (self, "</td>");
      }
}

static void
put_lights (Html             *self,
            const YdSheetRow *row)
{
  putf (self, "<td class=\"due\">%s</td><td class=\"light light-%s\">%s</td>",
        row->due != NULL ? row->due : "", get_light_name (row->light),
        _yd_matrix_sheet_light (row->light));
}

/* A chapter whose points follow has no marks of its own. */
static gboolean
is_chapter (const YdSheetRow *row)
{
  return row->is_head && !row->is_folded && row->n_marks == 0;
}

static void
put_row (Html             *self,
         const YdSheetRow *row,
         guint             chapter)
{
  putf (self, "<tr class=\"%s\"", is_chapter (row) ? "chapter" : "point");
  if (chapter != G_MAXUINT)
    putf (self, " data-chapter=\"%u\"", chapter);
  if (row->light == YD_LIGHT_LATE && has_lights (self))
    put (self, " data-late=\"\"");
  if (row->lacks_lead)
    put (self, " data-no-lead=\"\"");

  put (self, is_chapter (row) ? "><th colspan=\"2\" scope=\"rowgroup\">"
                              : "><th class=\"number\">");
  put_text (self, row->number);
  if (!is_chapter (row))
    put (self, "</th><th class=\"task\" scope=\"row\">");
  put_text (self, row->title);
  put (self, "</th>");

  if (has_lights (self))
    {
      if (is_chapter (row))
        put (self, "<td></td><td></td>");
      else
        put_lights (self, row);
    }
  put_marks (self, row);
  put_sums (self, row);
  put (self, "</tr>\n");
}

static void
put_foot_row (Html            *self,
              YdMatrixSumKind  sum)
{
  g_autofree char *label = _yd_matrix_sheet_dup_sum_label (self->sheet, sum);

  putf (self, "<tr data-sum=\"%s\"><th colspan=\"%u\" scope=\"row\">", sum_names[sum],
        has_lights (self) ? 4 : 2);
  put_text (self, label);
  put (self, "</th>");
  for (guint i = 0; i < self->sheet->columns->len; i++)
    {
      putf (self, "<td data-c=\"%u\">", i);
      put_number (self, _yd_matrix_sheet_get_sum (
                          &_yd_matrix_sheet_column (self->sheet, i)->counts, sum));
      put (self, "</td>");
    }
  for (guint other = 0; other < YD_N_SUMS; other++)
    if (_yd_matrix_sheet_has_sum (self->sheet, other))
      {
        putf (self, "<td data-sum=\"%s\">", sum_names[other]);
        put_number (self, _yd_matrix_sheet_get_crossing (self->sheet, sum, other));
        put (self, "</td>");
      }
  put (self, "</tr>\n");
}

static gboolean
put_body (Html    *self,
          GError **error)
{
  const guint n_rows = self->sheet->rows->len;
  guint chapter = G_MAXUINT;

  put (self, "<tbody>\n");
  for (guint i = 0; i < n_rows; i++)
    {
      const YdSheetRow *row = _yd_matrix_sheet_row (self->sheet, i);

      if (!_yd_export_step_of (self->job, i, n_rows, error) ||
          !_yd_export_put_some (self->job, self->out, BLOCK, error))
        return FALSE;

      if (row->depth == 0)
        chapter = row->is_head ? i : G_MAXUINT;
      put_row (self, row, chapter);
    }
  put (self, "</tbody>\n<tfoot>\n");
  for (guint sum = 0; sum < YD_N_SUMS; sum++)
    if (_yd_matrix_sheet_has_sum (self->sheet, sum))
      put_foot_row (self, sum);
  put (self, "</tfoot>\n");

  return TRUE;
}

static gboolean
check_size (const YdMatrixSheet  *sheet,
            GError              **error)
{
  if ((gsize) sheet->rows->len * sheet->columns->len <= MAX_CELLS)
    return TRUE;

  g_set_error (error, YD_EXPORT_ERROR, YD_EXPORT_ERROR_TOO_LARGE,
               _("%u points and %u units are too many for a page that a browser opens. Show a "
                 "part of them, or export to xlsx"), sheet->rows->len, sheet->columns->len);

  return FALSE;
}

/* Writes @data, a #YdMatrixSheet. */
gboolean
_yd_matrix_write_html (const YdExportJob  *job,
                       gconstpointer       data,
                       GError            **error)
{
  g_autoptr(GString) out = g_string_new (NULL);
  Html self = { job, data, out };

  if (!check_size (self.sheet, error))
    return FALSE;

  put_start (&self);
  put_legend (&self);
  put_tools (&self);
  putf (&self, "<div class=\"sheet\">\n<table id=\"matrix\">\n");
  put_head (&self);
  if (!put_body (&self, error))
    return FALSE;

  put (&self, "</table>\n<p id=\"none\" class=\"none off\">没有符合条件的要点</p>\n</div>\n"
              "<script>\n");
  put_resource (&self, "matrix.js");
  put (&self, "</script>\n</body>\n</html>\n");

  return _yd_export_put (job, out->str, out->len, error);
}
