/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-docx-private.h"

#include <string.h>

#include "yd-cell-text-private.h"
#include "yd-table-layout-private.h"

/* All parts of a document but its text: they say what is in it and how it looks. */

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

static const char content_types[] =
  YD_DOCX_XML
  "<Types xmlns=\"" PACKAGE "content-types\">"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package."
  "relationships+xml\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
  "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
  "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
  "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" TYPE "fontTable+xml\"/>"
  "<Override PartName=\"/word/footer1.xml\" ContentType=\"" TYPE "footer+xml\"/>"
  "<Override PartName=\"/word/footer2.xml\" ContentType=\"" TYPE "footer+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package."
  "core-properties+xml\"/>"
  "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-"
  "officedocument.extended-properties+xml\"/>"
  "</Types>";

static const char package_relations[] =
  YD_DOCX_XML
  "<Relationships xmlns=\"" PACKAGE "relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" YD_DOCX_R "/officeDocument\" Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"" PACKAGE "relationships/metadata/core-properties\""
  " Target=\"docProps/core.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" YD_DOCX_R "/extended-properties\""
  " Target=\"docProps/app.xml\"/>"
  "</Relationships>";

static const char document_relations[] =
  YD_DOCX_XML
  "<Relationships xmlns=\"" PACKAGE "relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" YD_DOCX_R "/styles\" Target=\"styles.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"" YD_DOCX_R "/settings\" Target=\"settings.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" YD_DOCX_R "/fontTable\" Target=\"fontTable.xml\"/>"
  "<Relationship Id=\"rId4\" Type=\"" YD_DOCX_R "/footer\" Target=\"footer1.xml\"/>"
  "<Relationship Id=\"rId5\" Type=\"" YD_DOCX_R "/footer\" Target=\"footer2.xml\"/>"
  "</Relationships>";

static const char settings[] =
  YD_DOCX_XML
  "<w:settings xmlns:w=\"" YD_DOCX_W "\">"
  "<w:defaultTabStop w:val=\"420\"/>"
  "<w:evenAndOddHeaders/>"
  "<w:characterSpacingControl w:val=\"compressPunctuation\"/>"
  "<w:compat><w:compatSetting w:name=\"compatibilityMode\""
  " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
  "</w:settings>";

static const char app_properties[] =
  YD_DOCX_XML
  "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
  "<Application>Yaodian</Application></Properties>";

/* The names are what a clerk finds in the list of styles. */
static const struct
{
  const char *id;
  const char *name;
  YdFontRole  font;
  const char *paragraph;
} styles[] = {
  { "YdTitle", "表格标题", YD_FONT_TITLE, "<w:keepNext/>%s<w:jc w:val=\"center\"/>" },
  { "YdSubtitle", "表格副标题", YD_FONT_SUBTITLE, "<w:keepNext/>%s<w:jc w:val=\"center\"/>" },
  { "YdHead", "表头", YD_FONT_HEAD, "%s<w:jc w:val=\"center\"/>" },
  { "YdBand", "表格章", YD_FONT_BAND, "<w:keepNext/>%s" },
  { "YdSubband", "表格节", YD_FONT_SUBBAND, "<w:keepNext/>%s" },
  { "YdBody", "表格正文", YD_FONT_BODY, "%s" },
  { "YdBodyCenter", "表格正文居中", YD_FONT_BODY, "%s<w:jc w:val=\"center\"/>" },
  { "YdNote", "表格附注", YD_FONT_NOTE, "%s" },
  { "YdPageOdd", "页码单", YD_FONT_PAGE,
    "<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>" },
  { "YdPageEven", "页码双", YD_FONT_PAGE,
    "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>" },
};

/* Offices that have not the first name in a pair may have the second. */
static const char *const stand_ins[][2] = {
  { "仿宋_GB2312", "仿宋" },
  { "楷体_GB2312", "楷体" },
  { "方正小标宋简体", "方正小标宋_GBK" },
  { "黑体", "SimHei" },
  { "宋体", "SimSun" },
};

/* Millimetres to twips. */
int
_yd_docx_mm (double mm)
{
  return (int) (mm * 72 * YD_TWIPS / 25.4 + 0.5);
}

static void
append_font (GString      *out,
             const YdFont *font)
{
  g_autoptr(GString) name = g_string_new (NULL);

  _yd_text_append_xml (name, font->family, strlen (font->family));
  g_string_append_printf (out,
                          "<w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>"
                          "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>",
                          name->str, name->str, name->str, name->str,
                          (int) (font->size * 2 + 0.5), (int) (font->size * 2 + 0.5));
}

static char *
make_styles (const YdPageStyle *page)
{
  GString *out = g_string_new (YD_DOCX_XML "<w:styles xmlns:w=\"" YD_DOCX_W "\">"
                               "<w:docDefaults><w:rPrDefault><w:rPr>");

  append_font (out, &page->fonts[YD_FONT_BODY]);
  g_string_append (out,
                   "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
                   "<w:pPrDefault/></w:docDefaults>"
                   "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                   "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const YdFont *font = &page->fonts[styles[i].font];
      const char *rest = strstr (styles[i].paragraph, "%s");
      const char *all = styles[i].paragraph;

      g_string_append_printf (out,
                              "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"%s\">"
                              "<w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>"
                              "<w:pPr>", styles[i].id, styles[i].name);
      g_string_append_len (out, all, rest != NULL ? rest - all : (gssize) strlen (all));
      if (rest != NULL)
        g_string_append_printf (out,
                                "<w:spacing w:before=\"0\" w:after=\"%d\" w:line=\"%d\""
                                " w:lineRule=\"atLeast\"/>%s",
                                styles[i].font <= YD_FONT_SUBTITLE ? 120 : 0,
                                (int) (font->size * YD_LINE_PITCH * YD_TWIPS), rest + 2);
      g_string_append (out, "</w:pPr><w:rPr>");
      append_font (out, font);
      g_string_append (out, "</w:rPr></w:style>");
    }

  g_string_append (out, "</w:styles>");

  return g_string_free (out, FALSE);
}

static const char *
find_stand_in (const char *family)
{
  for (guint i = 0; i < G_N_ELEMENTS (stand_ins); i++)
    if (strcmp (stand_ins[i][0], family) == 0)
      return stand_ins[i][1];

  return NULL;
}

static gboolean
is_first_use (const YdPageStyle *page,
              guint              font)
{
  for (guint i = 0; i < font; i++)
    if (strcmp (page->fonts[i].family, page->fonts[font].family) == 0)
      return FALSE;

  return TRUE;
}

static char *
make_font_table (const YdPageStyle *page)
{
  GString *out = g_string_new (YD_DOCX_XML "<w:fonts xmlns:w=\"" YD_DOCX_W "\">");

  for (guint i = 0; i < YD_N_FONTS; i++)
    {
      const char *family = page->fonts[i].family;
      const char *stand_in = find_stand_in (family);

      if (!is_first_use (page, i))
        continue;

      g_string_append (out, "<w:font w:name=\"");
      _yd_text_append_xml (out, family, strlen (family));
      g_string_append (out, "\">");
      if (stand_in != NULL)
        g_string_append_printf (out, "<w:altName w:val=\"%s\"/>", stand_in);
      g_string_append (out, "<w:charset w:val=\"86\"/><w:family w:val=\"auto\"/>"
                            "<w:pitch w:val=\"default\"/></w:font>");
    }

  g_string_append (out, "</w:fonts>");

  return g_string_free (out, FALSE);
}

/* The field is five runs: with no `separate` and no result WPS shows no number. */
static char *
make_footer (const char *style)
{
  static const char run[] = "<w:r><w:rPr>" YD_DOCX_HINT "</w:rPr>";

  return g_strdup_printf (YD_DOCX_XML "<w:ftr xmlns:w=\"" YD_DOCX_W "\"><w:p><w:pPr>"
                          "<w:pStyle w:val=\"%s\"/></w:pPr>"
                          "%s<w:t xml:space=\"preserve\">— </w:t></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                          "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                          "<w:r><w:t>1</w:t></w:r>"
                          "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                          "%s<w:t xml:space=\"preserve\"> —</w:t></w:r>"
                          "</w:p></w:ftr>", style, run, run);
}

/* The time is a fixed one: the same table is the same bytes whenever it is written. */
static char *
make_core_properties (YdTable *table)
{
  const char *title = yd_table_get_title (table);
  GString *out = g_string_new (YD_DOCX_XML "<cp:coreProperties"
                               " xmlns:cp=\"" PACKAGE "metadata/core-properties\""
                               " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                               " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                               " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                               "<dc:title>");

  _yd_text_append_xml (out, title, strlen (title));
  g_string_append (out,
                   "</dc:title>"
                   "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z"
                   "</dcterms:created>"
                   "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z"
                   "</dcterms:modified></cp:coreProperties>");

  return g_string_free (out, FALSE);
}

/*
 * _yd_docx_add_parts:
 * @zip: an empty zip
 * @table: what it is about
 * @error: return location; %G_IO_ERROR
 *
 * Adds all parts but `word/document.xml`. The list of contents is first, where
 * programs that read only the beginning of a file look for it.
 */
gboolean
_yd_docx_add_parts (YdZip    *zip,
                    YdTable  *table,
                    GError  **error)
{
  const YdPageStyle *page = yd_table_get_style (table);
  g_autofree char *style_part = make_styles (page);
  g_autofree char *fonts = make_font_table (page);
  g_autofree char *odd = make_footer ("YdPageOdd");
  g_autofree char *even = make_footer ("YdPageEven");
  g_autofree char *core = make_core_properties (table);

  return _yd_zip_add (zip, "[Content_Types].xml", content_types, error) &&
         _yd_zip_add (zip, "_rels/.rels", package_relations, error) &&
         _yd_zip_add (zip, "word/_rels/document.xml.rels", document_relations, error) &&
         _yd_zip_add (zip, "word/styles.xml", style_part, error) &&
         _yd_zip_add (zip, "word/settings.xml", settings, error) &&
         _yd_zip_add (zip, "word/fontTable.xml", fonts, error) &&
         _yd_zip_add (zip, "word/footer1.xml", odd, error) &&
         _yd_zip_add (zip, "word/footer2.xml", even, error) &&
         _yd_zip_add (zip, "docProps/core.xml", core, error) &&
         _yd_zip_add (zip, "docProps/app.xml", app_properties, error);
}
