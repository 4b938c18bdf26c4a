/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "yd-outline.h"

#include <string.h>

/* A table of small papers, one for each pattern. What is expected has a line for
 * each point: `path|title|units|deadlines|phrases`, empty ends left out.
 *
 *   units      *A leads, A is responsible, -A supports; A+ is a group, A~ each for
 *              its own part, A=B is B in full
 *   deadlines  kind:value, then xN for a count and @ for what it counts from
 *   phrases    type:text
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

static const Case numbers[] = {
  { "full-width",
    "一、甲\n（一）乙\n１．丙\n（１）丁\n①戊\n",
    "一|甲\n一/(一)|乙\n一/(一)/1|丙\n一/(一)/1/(1)|丁\n一/(一)/1/(1)/①|戊" },
  { "half-width-and-mixed",
    "一、甲\n(一)乙\n（二)丙\n1、丁\n2.戊\n",
    "一|甲\n一/(一)|乙\n一/(二)|丙\n一/(二)/1|丁\n一/(二)/2|戊" },
  { "one-character",
    "㈠甲\n⑴乙\n⒈丙\n",
    "(一)|甲\n(一)/(1)|乙\n(一)/1|丙" },
  { "run-on",
    "一、甲\n（一）乙\n1.丙\n（二）丁\n2.戊\n二、己\n（三）庚\n3.辛\n",
    "一|甲\n一/(一)|乙\n一/(一)/1|丙\n一/(二)|丁\n一/(二)/2|戊\n二|己\n二/(三)|庚\n二/(三)/3|辛" },
  { "skipped-level",
    "一、甲\n1.乙\n二、丙\n（一）丁\n",
    "一|甲\n一/1|乙\n二|丙\n二/(一)|丁" },
  { "articles",
    "第一章 总则\n第一条 为了规范。\n第二章 附则\n第二条 施行。\n",
    "第一章|总则\n第一章/第一条|为了规范\n第二章|附则\n第二章/第二条|施行" },
  { "labels",
    "一、特色\n方向/赛道一：石化\n路径举措1：建设基地，深化应用。\n路径举措2：推进试点。\n",
    "一|特色\n一/方向／赛道一|石化\n一/方向／赛道一/路径举措1|建设基地，深化应用\n"
    "一/方向／赛道一/路径举措2|推进试点" },
  { "radicals",
    "⼀、推进⼈⼯智能\n⼆、保障⺠⽣\n",
    "一|推进⼈⼯智能\n二|保障⺠⽣" },
  { "not-numbers",
    "一、甲\n2.0平台建设\n2026年目标\n第一条线路开通\n一是抓好，二是做实。\n"
    "一、二、三产业融合\n（2019年）\n",
    "一|甲" },
  { "parts",
    "第一部分 经济\n一、甲\n第二部分　社会\n二、乙\n",
    "第一部分|经济\n第一部分/一|甲\n第二部分|社会\n第二部分/二|乙" },
  { "blanks-in-marks",
    "一、 甲\n（一）　乙\n1 ．丙\n2. 丁\n",
    "一|甲\n一/(一)|乙\n一/(一)/1|丙\n一/(一)/2|丁" },
  { "digits-behind-the-point",
    "一、甲\n1.2018年6月开工\n2.做好\n3.5G网络建设\n2.0平台\n5.6万人受益\n4.3-6月开展检查\n",
    "一|甲\n一/1|2018年6月开工\n一/2|做好\n一/3|5G网络建设\n一/4|3-6月开展检查" },
  { "tabs",
    "\t\t一、甲\n（一）\t乙\n\t坚持为民。\t\n1.\t丙。（市财政局负责）\n2.\t丁\t市公安局\n\t市教育局\n二、戊\n",
    "一|甲\n一/(一)|乙\n一/(一)/1|丙|市财政局\n二|戊" },
  { "marks-with-too-much",
    "\u2003一 、甲\n（一）、乙\n(2).丙\n1）、丁\n2 、戊\n二、、己\n",
    "一|甲\n一/(一)|乙\n一/(一)/(2)|丙\n一/(一)/(2)/1)|丁\n一/(一)/2|戊\n二|己" },
  { "captions",
    "一、甲\n专栏1：重点工程\n图表2：进度\n联系电话1：12345\n",
    "一|甲" },
  { "date-behind-a-number",
    "一、甲\n1.2018年完成。\n2.10月底前上报。\n3.5亿元\n",
    "一|甲\n一/1|2018年完成\n一/2|10月底前上报||date:--10-31" },
  { "twenty-three",
    "一、甲\n（二十三）乙\n",
    "一|甲\n一/(二十三)|乙" },
};

static const Case titles[] = {
  { "run-in",
    "一、甲\n（一）强化公开。行政机关要公开。\n",
    "一|甲\n一/(一)|强化公开" },
  { "text-at-once",
    "（一）借鉴综合试点经验，放宽外商投资建设工程设计企业外籍技术人员的比例要求、放宽人才中介机构限制。\n",
    "(一)|" },
  { "own-line",
    "（一）指导思想。\n坚持以人民为中心。\n",
    "(一)|指导思想" },
  { "colon",
    "1.产业规模：建成集群，建成园区。\n",
    "1|产业规模" },
  { "run-on-behind-a-comma",
    "一、提升服务，提高效率各地区、各部门要强化意识，抓好落实。\n二、压实责任，保障各部门要素供给，加强协调。做好。\n",
    "一|提升服务，提高效率\n二|压实责任，保障各部门要素供给，加强协调" },
  { "run-on",
    "（一）加强组织领导各单位要高度重视，抓好落实。\n",
    "(一)|加强组织领导" },
  { "units-first",
    "（一）各区政府、市政府各部门要结合实际制定本地区、本部门的工作计划和具体的实施方案，并按要求报市政府办公室。\n",
    "(一)|" },
  { "stop-at-the-end",
    "1.企业基本情况；\n",
    "1|企业基本情况" },
  { "before-clause",
    "1.加强管理（市财政局负责）\n",
    "1|加强管理|市财政局" },
};

static const Case clauses[] = {
  { "each",
    "一、甲\n(一)乙。丙。(市审改办、人行市中心支行、各县市区分别负责落实)\n",
    "一|甲\n一/(一)|乙|市审改办~ 人行市中心支行~ 各县市区+~" },
  { "lead",
    "一、甲\n(一)乙。(市政府办公室牵头,各县市区、市直各部门负责落实)\n",
    "一|甲\n一/(一)|乙|*市政府办公室 各县市区+ 市直各部门+" },
  { "first-leads-from-here",
    "1.甲。（财政部、商务部负责）\n2.乙。（财政部、商务部负责，列第一位者为牵头单位，下同）\n"
    "3.丙。（责任单位：商务部、财政部）\n4.丁。（商务部牵头，财政部负责）\n",
    "1|甲|财政部 商务部\n2|乙|*财政部 商务部\n3|丙|*商务部 财政部\n4|丁|*商务部 财政部" },
  { "first-leads-here-only",
    "1.甲。（责任单位：省发改委、省财政厅，第一位为牵头单位）\n2.乙。（责任单位：省财政厅、省发改委）\n",
    "1|甲|*省发改委 省财政厅\n2|乙|省财政厅 省发改委" },
  { "open-end",
    "1.甲。（商务部、海关总署等有关部门和单位负责）\n",
    "1|甲|商务部 海关总署" },
  { "first-leads-by-other-words",
    "1.甲。（责任单位：省财政厅牵头，省商务厅、省文化和旅游厅（除标注为“牵头”单位外，列第一位的为牵头或汇总单位，下同））\n"
    "2.乙。（各有关部门、各镇（街道），排第一的为牵头单位，下同）\n3.丙。（省教育厅、省财政厅负责）\n",
    "1|甲|*省财政厅 省商务厅 省文化和旅游厅\n2|乙|*各有关部门+ 各镇（街道）+\n3|丙|*省教育厅 省财政厅" },
  { "roles-behind-a-label",
    "1.甲。（责任单位：省科技厅、省教育厅，各市政府配合）\n2.乙。责任单位：省发改委、省统计局牵头，省环保厅配合，泉州市人民政府\n"
    "3.丙。（牵头单位：州审批局；责任单位：州司法局及州直有关单位，6月底完成；协同单位：州财政局）\n",
    "1|甲|省科技厅 省教育厅 -各市政府+\n2|乙|*省发改委 *省统计局 -省环保厅 泉州市人民政府\n"
    "3|丙|*州审批局 州司法局 州直有关单位+ -州财政局|date:--06-30" },
  { "more-roles",
    "1.甲。（省科技厅牵头抓总，省教育厅具体负责，省财政厅配合支持）\n2.乙。（省财政厅负总责，各市政府具体实施）\n"
    "3.丙。（市发改委牵头，市教育局参加，6月底前完成；市公安局牵头，市司法局配合，年底前完成）\n",
    "1|甲|*省科技厅 省教育厅 -省财政厅\n2|乙|省财政厅 各市政府+\n"
    "3|丙|*市发改委 -市教育局 *市公安局 -市司法局|date:--06-30 date:--12-31" },
  { "implied-hence",
    "1.甲。（责任单位：省科技厅，以下均需地方落实，不再重复列出）\n2.乙。（省科技厅、省教育厅负责；以下均需地方落实，不再列出）\n",
    "1|甲|省科技厅\n2|乙|省科技厅 省教育厅" },
  { "no-role-for-a-verb",
    "1.甲。（省财政厅会同省发展改革委负责；各市政府参照执行）\n",
    "1|甲|省财政厅 -省发展改革委" },
  { "long-term",
    "1.甲。（市财政局、市教育局负责；持续推进）\n2.乙。（市教育局；长期坚持）\n",
    "1|甲|市财政局 市教育局|longterm:\n2|乙|市教育局|longterm:" },
  { "heading-with-names",
    "1.整治屠宰市场（市农业局、市公安局）；\n2.组建市数据局（市人工智能局）\n3.每镇配备两人（各镇）。\n4.开展试点（示范区）\n",
    "1|整治屠宰市场|市农业局 市公安局\n2|组建市数据局（市人工智能局）\n3|每镇配备两人|各镇+\n4|开展试点（示范区）" },
  { "right-behind-the-title",
    "（一）甲事。（财政部牵头）做好乙事（商务部负责），做好丙事（教育部负责）。\n",
    "(一)|甲事|*财政部\n(一)/*1|做好乙事|商务部\n(一)/*2|做好丙事|教育部" },
  { "labels-without-colons",
    "1.清理积存垃圾责任单位环卫公司配合单位办事处、城管中队\n2.明确责任单位和各部门\n3.落实各责任单位、牵头部门\n",
    "1|清理积存垃圾|环卫公司 -办事处 -城管中队\n2|明确责任单位和各部门\n3|落实各责任单位、牵头部门" },
  { "labels-above-their-lists",
    "1.甲。乙。\n牵头单位：\n市教育局\n配合单位：\n市财政局、各镇\n完成时限：\n2018年12月底\n2.丙。\n【责任单位】市公安局\n"
    "3.丁。\n责任单位（排第一的为牵头单位）：市司法局、市民政局\n",
    "1|甲|*市教育局 -市财政局 -各镇+|date:2018-12-31\n2|丙|市公安局\n3|丁|*市司法局 市民政局" },
  { "lists-over-two-lines",
    "1.甲。\n责任单位：市科技局、\n市财政局\n2.乙。做好。（责任单位：市科技局、市\n财政局，各镇）\n3.丙\n丁。\n",
    "1|甲|市科技局 市财政局\n2|乙|市科技局 市财政局 各镇+\n3|丙" },
  { "short-labels",
    "1.甲。（牵头：市人社局；配合：市财政局、团市委、某海事局）\n2.乙。（责任：市督查室）\n",
    "1|甲|*市人社局 -市财政局 -团市委 -某海事局\n2|乙|市督查室" },
  { "no-clauses",
    "1.甲。做好工作。（以下简称省发改委）\n2.乙。做好工作。（如市财政局、市教育局）\n3.丙。做好工作（市级以上企业）。\n"
    "4.丁。充分发挥村委会、合作社参与。\n5.戊。鼓励保险公司、支持科研院所参与。\n6.己。党委领导、政府主导、部门负责。\n",
    "1|甲\n2|乙\n3|丙\n4|丁\n5|戊\n6|己" },
  { "with",
    "1.甲。（国家发展改革委、财政部会同有关部门负责）\n",
    "1|甲|国家发展改革委 财政部 -有关部门+" },
  { "scope",
    "1.甲。（负责部门：民航局、铁路局，适用范围：某自贸试验区）\n2.乙。（负责部门：药监局；适用范围：各区）\n",
    "1|甲|民航局 铁路局\n2|乙|药监局" },
  { "stop-inside",
    "1.甲。（责任单位：省发展改革委、省财政厅。）\n",
    "1|甲|省发展改革委 省财政厅" },
  { "brackets-inside",
    "1.甲。〔责任单位：省数据局（省大数据中心），省数据集团（筹），各市、县（市、区）政府〕\n",
    "1|甲|省数据局（省大数据中心） 省数据集团（筹） 各市、县（市、区）政府+" },
  { "lead-and-support-labels",
    "1.甲。（牵头单位：省工信厅，配合单位：省财政厅、省科技厅）\n",
    "1|甲|*省工信厅 -省财政厅 -省科技厅" },
  { "labels-on-lines",
    "1.甲。乙。\n牵头单位：市发改委\n配合单位：市财政局、市公安局\n完成时限：2018年6月\n",
    "1|甲|*市发改委 -市财政局 -市公安局|date:2018-06" },
  { "label-at-the-end",
    "1.甲。乙。责任单位：省工信厅、财政厅，各设区市人民政府。\n",
    "1|甲|省工信厅 财政厅=省财政厅 各设区市人民政府+" },
  { "no-bracket",
    "1.甲。乙。\n市发展改革委牵头，市财政局、市水利局按职责分工负责。\n2.丙。市交通局牵头，市水利局参与。\n3.丁。\n市教育局牵头\n",
    "1|甲|*市发展改革委 市财政局~ 市水利局~\n2|丙|*市交通局 -市水利局\n3|丁|*市教育局" },
  { "guided",
    "1.甲。（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）\n",
    "1|甲|-生态环境部 试点城市政府+" },
  { "bare-names",
    "1.甲。乙。（区市场监管局、区社会事业局）\n2.丙。丁。（区公安局〉\n",
    "1|甲|区市场监管局 区社会事业局\n2|丙|区公安局" },
  { "half-in-full",
    "1.甲。乙。（财政部、商务部指导)\n2.丙。丁。(商务部负责）\n",
    "1|甲|-财政部 -商务部\n2|丙|商务部" },
  { "several",
    "（一）总。甲事。（财政部负责）乙事。（商务部、教育部负责）\n丙事。（教育部指导）\n",
    "(一)|总\n(一)/*1|甲事|财政部\n(一)/*2|乙事|商务部 教育部\n(一)/*3|丙事|-教育部" },
  { "text-behind-several",
    "（一）总。甲事。（财政部负责）乙事。（商务部负责）丙事。\n",
    "(一)|总\n(一)/*1|甲事|财政部\n(一)/*2|乙事|商务部\n(一)/*3|丙事" },
  { "not-closed",
    "1.甲。乙。（责任单位：市财政局、市教育局\n2.丙\n",
    "1|甲|市财政局 市教育局\n2|丙" },
  { "with-a-date",
    "1.甲。（市发改委、市经信局按职责分工负责，2018年12月底前完成）\n",
    "1|甲|市发改委~ 市经信局~|date:2018-12-31" },
  { "headings-are-none",
    "（一）强化部门协同\n（二）鼓励社会参与\n（三）抓好落实。加强督办落实。\n（四）做好配合。部门配合、社会参与。\n"
    "（五）具体工作。具体工作由市财政局负责。\n",
    "(一)|强化部门协同\n(二)|鼓励社会参与\n(三)|抓好落实\n(四)|做好配合\n(五)|具体工作" },
  { "traps",
    "一、甲（国办发〔2019〕14号）\n（一）统计责任单位：\n各中试基地行业主管部门牵头编制方案（以下简称方案）。坚持谁主管、谁负责。\n"
    "（二）乙。（含个体工商户，下同）各单位对合法性负责。（此件公开发布）\n",
    "一|甲（国办发〔2019〕14号）\n一/(一)|统计责任单位\n一/(二)|乙" },
};

static const Case names[] = {
  { "elided-suffix",
    "1.甲。（责任单位：杭州市、宁波市、湖州市人民政府）\n",
    "1|甲|杭州市=杭州市人民政府 宁波市=宁波市人民政府 湖州市人民政府" },
  { "elided-prefix-not-for",
    "1.甲。（责任单位：省委宣传部、文化和旅游厅、人行福州支行、各设区市政府）\n",
    "1|甲|省委宣传部 文化和旅游厅=省文化和旅游厅 人行福州支行 各设区市政府+" },
  { "market-is-no-prefix",
    "1.甲。（市场监管总局、公安部负责）\n",
    "1|甲|市场监管总局 公安部" },
  { "elided-prefix-places",
    "1.甲。责任单位：省发改委、泉州市人民政府、国网福建省电力公司、城市管理局、流水镇\n",
    "1|甲|省发改委 泉州市人民政府 国网福建省电力公司 城市管理局=省城市管理局 流水镇" },
  { "departments-and-units",
    "1.甲。（省有关部门、单位，各市政府负责）\n2.乙。（国务院有关部门和地方各级人民政府负责）\n",
    "1|甲|省有关部门、单位+ 各市政府+\n2|乙|国务院有关部门+ 地方各级人民政府+" },
  { "glued-with-a-group",
    "1.甲。（责任单位：市公安局各乡镇、市政府各部门）\n",
    "1|甲|市公安局 各乡镇+ 市政府各部门+" },
  { "glued",
    "1.甲。（责任单位：省财政厅省国税局省地税局）\n",
    "1|甲|省财政厅 省国税局 省地税局" },
  { "many-offices",
    "1.甲。（市政府办公室牵头，市经济和信息化局、市住房和城乡建设局，各街道办事处、区属国企配合）\n",
    "1|甲|*市政府办公室 -市经济和信息化局 -市住房和城乡建设局 -各街道办事处+ -区属国企+" },
  { "groups-with-commas",
    "1.甲。（省政府各部门、各直属机构，各地区、各部门，各市、县〔市、区〕政府负责）\n",
    "1|甲|省政府各部门、各直属机构+ 各地区、各部门+ 各市、县〔市、区〕政府+" },
  { "and",
    "1.甲。（市级各有关部门及各县市区政府按职责分工负责）\n2.乙。（工业和信息化部、文化和旅游部负责）\n",
    "1|甲|市级各有关部门+~ 各县市区政府+~\n2|乙|工业和信息化部 文化和旅游部" },
  { "and-between-offices",
    "1.甲。（人力资源社会保障部和财政部负责）\n2.乙。（市工业和信息化局、市教育局以及市卫生健康委负责）\n",
    "1|甲|人力资源社会保障部 财政部\n2|乙|市工业和信息化局 市教育局 市卫生健康委" },
  { "blank-between",
    "1.甲。（责任单位：市财政局 市教育局　各县区）\n",
    "1|甲|市财政局 市教育局 各县区+" },
};

static const Case deadlines[] = {
  { "dates",
    "一、甲\n2018年12月底前完成，6月底前上报，12月8日前办结，7月30日之前，一季度前，上半年前。\n",
    "一|甲||date:2018-12-31 date:--06-30 date:--12-08 date:--07-30 date:--03-31 date:--06-30" },
  { "goals",
    "一、甲\n到2020年建成，力争到2025年翻番，到2027年底完成，2026年底出台，2019年上半年印发，年末达到90%。\n",
    "一|甲||date:2020 date:2025 date:2027-12-31 date:2026-12-31 date:2019-06-30 date:--12-31" },
  { "leap-year",
    "一、甲\n2020年2月底前，2月底前。\n",
    "一|甲||date:2020-02-29 date:--02" },
  { "full-width",
    "一、甲\n到２０２７年完成，２０２５年５月３１日前上报。\n",
    "一|甲||date:2027 date:2025-05-31" },
  { "counts",
    "一、甲\n本通知印发后30个工作日内公开，收到申请之日起二十个工作日内答复，试点名单公布后10日内上报，最迟5小时内发布。\n",
    "一|甲||workdays:30@issued workdays:20@received days:10@event hours:5@event" },
  { "within-year",
    "2017年工作要点\n一、甲\n年内至少听取1次汇报，全年举办活动10场以上，2018年内完成，全年完成5项，全年增长5%。\n",
    "一|甲||within_year:2017x1 within_year:2017 within_year:2018 within_year:2017" },
  { "recurring",
    "一、甲\n每年2月底前报告，每季度召开会议，按月通报，每月28日报送，每两个月调度，每年不少于2次，每年引进10名以上。\n",
    "一|甲||recurring:yearly recurring:quarterly recurring:monthly recurring:monthly "
    "recurring:two-monthly recurring:yearlyx2 recurring:yearly" },
  { "dates-that-share-a-word",
    "一、甲\n分别于5月29日、12月10日前报送，于6月底和11月底前通报，1月、2月开展检查。\n",
    "一|甲||date:--05-29 date:--12-10 date:--06-30 date:--11-30" },
  { "parts-of-months",
    "一、甲\n二季度末完成，12月中旬上报，7月初启动，第三季度推开。\n",
    "一|甲||date:--06-30 date:--12-20 date:--07" },
  { "trigger-without-its-subject",
    "一、甲\n执法机关要在决定作出之日起7个工作日内公开，部门在规章公布后10日内报送。办理时间压缩至3个工作日内。\n",
    "一|甲||workdays:7@event days:10@event" },
  { "before-each",
    "一、甲\n一年两次评估，每期节目开始前半个月报备。2005年以前建成的住宅，2018年底前已开工的项目。\n",
    "一|甲||recurring:yearly recurring:each" },
  { "rounds",
    "一、甲\n实行“一季一会商、半年一评估”，办好一年一度的大会，一月一日开始。每年开展评估，每年向社会公布，每年投入资金。\n"
    "每年对优秀企业给予奖励，全年抽检500批次以上。\n",
    "一|甲||recurring:quarterly recurring:half-yearly recurring:yearly recurring:yearly "
    "within_year:" },
  { "labelled",
    "1.甲。（责任单位：市财政局；完成时限：持续推进）\n2.乙。（责任单位：市教育局；完成时限：9月）\n",
    "1|甲|市财政局|longterm:\n2|乙|市教育局|date:--09" },
  { "none",
    "一、甲\n有效期三年，自2026年9月1日起施行。2019年1月1日至12月31日执行。每年最高补贴不超过800万元。毕业三年内，"
    "5年内累计，连续三年提供，2023年以来，截至2026年3月底。及时公开，定期发布，近期、适时开展。三年内建成。"
    "省级年底出台的平台。2025年，全市完成。\n",
    "一|甲" },
};

static const Case phrases[] = {
  { "together",
    "一、甲\n做到方案与解读同步组织、同步部署。推进四化同步发展。\n",
    "一|甲|||SS:做到方案与解读同步组织、同步部署" },
  { "order",
    "一、甲\n实行“事前公示、事后公告”，按照“先入库，后使用”原则，鼓励先进。经评审通过后实施，未经批准不得开工。\n",
    "一|甲|||FS:实行“事前公示、事后公告” FS:按照“先入库，后使用”原则 FS:经评审通过后实施 FS:未经批准不得开工" },
  { "result",
    "一、甲\n根据评估结果调整，一旦发现问题立即整改。\n",
    "一|甲|||FS:根据评估结果调整 FS:一旦发现问题立即整改" },
};

static const Case papers[] = {
  { "closing",
    "一、甲\n（一）乙。（市财政局负责）\n各地各部门要结合实际，制定具体方案，并在本意见印发后10个工作日内公开。\n"
    "某市人民政府\n2018年3月1日\n",
    "一|甲\n一/(一)|乙|市财政局\n*1|制定具体方案|各地各部门+~|workdays:10@issued" },
  { "closing-without-clauses",
    "一、甲\n（一）乙。做好。\n（二）丙。做好。\n未纳入范围的地区，可参照执行。\n",
    "一|甲\n一/(一)|乙\n一/(二)|丙\n*1|未纳入范围的地区，可参照执行" },
  { "text-under-a-chapter",
    "一、甲\n（一）乙。做好。\n二、丙\n坚持领导。要做好。\n强化管理。要管好。\n",
    "一|甲\n一/(一)|乙\n二|丙" },
  { "annex-list-and-annex",
    "一、甲\n附件：1.方案\n2.名单\n某市人民政府\n2018年3月1日\n附件1\n工作方案\n一、乙\n（一）丙\n",
    "一|甲\n附件1|工作方案\n附件1/一|乙\n附件1/一/(一)|丙" },
  { "covering-notice",
    "关于印发某方案的通知\n一、高度重视\n二、加强领导\n某市人民政府\n2018年3月1日\n某方案\n一、甲\n二、乙\n",
    "通知|\n通知/一|高度重视\n通知/二|加强领导\n一|甲\n二|乙" },
  { "one-line",
    "某政〔2015〕7号某区管委会关于做好工作的通知各单位：为做好工作，现通知如下：一、总体要求坚持以人为本，全面落实。"
    "二、工作任务(一）加强领导。健全机制。责任单位：区经济发展局、投资促进委员会（二）完善服务。推进2.0平台，达到0.4万亩。"
    "责任单位：区行政审批局1.梳理事项。全面梳理。（区公安局）2.优化流程。责任单位：区社会事业局三、保障措施加强领导，抓好落实。",
    "一|总体要求\n二|工作任务\n二/(一)|加强领导|区经济发展局 投资促进委员会=区投资促进委员会\n"
    "二/(二)|完善服务|区行政审批局\n二/(二)/1|梳理事项|区公安局\n二/(二)/2|优化流程|区社会事业局\n三|保障措施" },
  { "one-line-runs-on",
    "一、打造产业生态（一）打造产业集群。加快构建发展格局，全面落实各项政策，推进产业集群发展。"
    "责任单位：省经信厅、省发展改革委。列第一位的为牵头单位，下同（二）加强企业引育。大力培育企业，落实政策。"
    "责任单位：省经信厅、各行业主管部门二、加强人才培养（三）加大引进力度。简化流程。责任单位：省委组织部",
    "一|打造产业生态\n一/(一)|打造产业集群|*省经信厅 省发展改革委\n"
    "一/(二)|加强企业引育|*省经信厅 各行业主管部门+\n"
    "二|加强人才培养\n二/(三)|加大引进力度|*省委组织部" },
  { "one-line-nothing-apart",
    "某区2018年工作要点一、健全体制（一）推进改革。统一、规范流程，6月底前到位。（区党群部）（二）加强基层。"
    "加强基层力量配备，完善工作机制，确保人员、经费和设备到位，不断提升基层的监管能力和服务水平。"
    "（各乡镇）二、强化监管（三）打击犯罪，达到98.5%。责任单位：区公安局、区社会事业局（四）风险监测三、工作要求各单位要加强领导。",
    "一|健全体制\n一/(一)|推进改革|区党群部|date:--06-30\n一/(二)|加强基层|各乡镇+\n"
    "二|强化监管\n二/(三)|打击犯罪，达到98.5%|区公安局 区社会事业局\n二/(四)|风险监测\n三|工作要求" },
  { "before-the-numbers",
    "关于做好工作的通知\n各单位：\n为做好工作，制定方案。请各单位结合实际，于6月30日前报送方案。2019年是关键之年。\n"
    "一、甲\n（一）乙。（市财政局负责）\n各单位要抓好落实。\n",
    "*1|请各单位结合实际，于6月30日前报送方案||date:--06-30\n一|甲\n一/(一)|乙|市财政局\n"
    "*2|抓好落实|各单位+~" },
  { "one-line-with-a-foot",
    "某区管委会办公室关于做好工作的通知各单位：为做好工作，现通知如下：一、工作目标坚持以人民为中心，全面落实。"
    "二、工作任务(一)加强领导，达标率达98%(二)推进2.0平台IPv6(三)完善服务，健全机制，确保各项工作落到实处，不断提高水平。"
    "责任单位：区审批局、区国资局本通知自印发之日起施行。附件：1.分工表2.名单某区管委会办公室2018年6月20日（此件主动公开）",
    "一|工作目标\n二|工作任务\n二/(一)|加强领导，达标率达98%\n二/(二)|推进2.0平台IPv6\n"
    "二/(三)|完善服务，健全机制，确保各项工作落到实处，不断提高水平|区审批局 区国资局\n*1|本通知自印发之日起施行" },
  { "one-line-behind-a-title",
    "某市“人工智能+”三年行动计划一、总体要求坚持统一、规范、高效，全面落实各项要求，着力推进产业发展，不断提高质量效益。"
    "二、重点任务（一）夯实底座。推进多系统一、二、三级联动，建设平台，确保各项任务落到实处，形成工作合力。（三）拓展应用"
    "。加快应用推广，形成示范。（五）加强协同。强化部门协同配合。三、保障措施加强领导，完善机制，抓好落实。",
    "一|总体要求\n二|重点任务\n二/(一)|夯实底座\n二/(三)|拓展应用\n二/(五)|加强协同\n三|保障措施" },
  { "one-line-with-readers",
    "某区2018年重点工作一、甲二、乙（一）推进改革。统一规范流程，加快完成各项任务，5月底前公布清单，确保改革措施全面落地见效，"
    "不断提高服务水平和办事效率，方便企业和群众。（区审批局牵头，区法制办配合）各牵头单位要在本通知印发后15个工作日内制定方案。某区办公室2018年4月2日",
    "一|甲\n二|乙\n二/(一)|推进改革|*区审批局 -区法制办|date:--05-31\n"
    "*1|在本通知印发后15个工作日内制定方案|各牵头单位+~|workdays:15@issued" },
  { "printed-again",
    "一、推进信息公开\n1.甲\n一、推进信息公开\n2.乙\n二、丙\n",
    "一|推进信息公开\n一/1|甲\n一/2|乙\n二|丙" },
  { "one-line-cells",
    "某区2019年任务分解表序号工作任务牵头单位配合/责任单位一、推进公开1.围绕主要目标，对重要政策进行解读，及时公布解读材料，扩大受众面。"
    "区办公室区直各有关单位、各片区管理局2.用好新闻发布会。区经济局区审批局区直各有关单位 序号 工作任务 牵头单位 配合/责任单位 "
    "3.推进会议公开，完善平台区审批局区直各单位4.推进政策公开 区司法局 各乡镇、区直各单位二、工作要求各单位要高度重视。",
    "一|推进公开\n一/1|围绕主要目标，对重要政策进行解读，及时公布解读材料，扩大受众面|*区办公室 区直各有关单位+ 各片区管理局+\n"
    "一/2|用好新闻发布会|*区经济局 *区审批局 区直各有关单位+\n一/3|推进会议公开，完善平台|*区审批局 区直各单位+\n"
    "一/4|推进政策公开|*区司法局 各乡镇+ 区直各单位+\n二|工作要求" },
  { "cells-on-lines",
    "工作任务\n责 任 单 位\n完成时限\n1.清理垃圾。\n区环卫所\n6月底前\n2.改造市场。\n区交建局、潭城镇\n一季度前\n",
    "1|清理垃圾|区环卫所|date:--06-30\n2|改造市场|区交建局 潭城镇|date:--03-31" },
  { "page-numbers",
    "一、甲\n乙。\n— 3 —\n丙。\n二、丁\n",
    "一|甲\n二|丁" },
  { "table",
    "一、甲\n乙。\n附件1\n任务表\n序号\t任务\t单位\n1\t做事\t市财政局\n",
    "一|甲\n附件1|任务表" },
  { "no-points",
    "各单位要认真落实。\n",
    "" },
};

static YdOutline *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(YdSource) source = NULL;
  YdOutline *outline;

  source = yd_source_new_take ("test", "txt", g_strdup (text), strlen (text), &error);
  g_assert_no_error (error);
  outline = yd_outline_parse (source, &error);
  g_assert_no_error (error);

  return outline;
}

static void
dump_units (GString   *out,
            YdOutline *outline,
            guint      point)
{
  static const char * const roles[] = { "*", "", "-" };
  guint n;
  const YdOutlineAssignment *at = yd_outline_get_assignments (outline, &n);
  gboolean more = FALSE;

  for (guint i = 0; i < n; i++)
    if (at[i].point == point)
      {
        g_string_append_printf (out, "%s%s%s%s%s", more ? " " : "", roles[at[i].role], at[i].unit,
                                at[i].group ? "+" : "", at[i].each ? "~" : "");
        if (!g_str_equal (at[i].full, at[i].unit))
          g_string_append_printf (out, "=%s", at[i].full);
        more = TRUE;
      }
}

static void
dump_deadlines (GString   *out,
                YdOutline *outline,
                guint      point)
{
  static const char * const terms[] = {
    "date", "workdays", "days", "months", "hours", "recurring", "within_year", "longterm",
  };
  static const char * const anchors[] = { "", "@issued", "@received", "@event" };
  guint n;
  const YdOutlineDeadline *at = yd_outline_get_deadlines (outline, &n);
  gboolean more = FALSE;

  for (guint i = 0; i < n; i++)
    if (at[i].point == point)
      {
        g_string_append_printf (out, "%s%s:%s", more ? " " : "", terms[at[i].kind], at[i].value);
        if (at[i].times != YD_OUTLINE_NONE)
          g_string_append_printf (out, "x%u", at[i].times);
        g_string_append (out, anchors[at[i].anchor]);
        more = TRUE;
      }
}

static void
dump_phrases (GString   *out,
              YdOutline *outline,
              guint      point)
{
  static const char * const orders[] = { "FS", "SS", "FF", "SF" };
  guint n;
  const YdOutlineDependency *at = yd_outline_get_dependencies (outline, &n);
  gboolean more = FALSE;

  for (guint i = 0; i < n; i++)
    if (at[i].point == point)
      {
        g_string_append_printf (out, "%s%s:%s", more ? " " : "", orders[at[i].type], at[i].text);
        more = TRUE;
      }
}

static char *
dump (YdOutline *outline)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint n;
  const YdOutlinePoint *points = yd_outline_get_points (outline, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = yd_outline_dup_path (outline, i);
      gsize head;

      g_string_append_printf (out, "%s%s|%s", i > 0 ? "\n" : "", path, points[i].title);
      head = out->len;
      g_string_append_c (out, '|');
      dump_units (out, outline, i);
      g_string_append_c (out, '|');
      dump_deadlines (out, outline, i);
      g_string_append_c (out, '|');
      dump_phrases (out, outline, i);
      while (out->len > head && out->str[out->len - 1] == '|')
        g_string_truncate (out, out->len - 1);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(YdOutline) outline = parse (test->text);
  g_autofree char *found = dump (outline);

  g_assert_cmpstr (found, ==, test->expected);
}

static void
add_cases (const char *folder,
           const Case *cases,
           guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/outline/%s/%s", folder, cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
}

static void
test_head (void)
{
  g_autoptr(YdOutline) outline = parse (
    "某市人民政府文件\n某政发〔２０２５〕１０号\n某市人民政府关于做好\n某项工作的意见\n"
    "各区政府，市直各部门：\n为做好工作，提出意见。\n一、甲\n某市人民政府\n二〇二五年四月十七日\n"
    "（此件公开发布）\n抄送：市委各部门，\n市法院。\n某市政府办公室2025年4月18日印发\n");

  g_assert_cmpstr (yd_outline_get_title (outline), ==, "某市人民政府关于做好某项工作的意见");
  g_assert_cmpstr (yd_outline_get_number (outline), ==, "某政发〔２０２５〕１０号");
  g_assert_cmpstr (yd_outline_get_issuer (outline), ==, "某市人民政府");
  g_assert_cmpstr (yd_outline_get_issued (outline), ==, "2025-04-17");
  g_assert_cmpstr (yd_outline_get_addressees (outline), ==, "各区政府，市直各部门");
}

/* Heads in one line, and a title with its authors below it. */
static void
test_titles (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *issued;
  } cases[] = {
    { "某区办公室关于做好工作的通知 各乡镇，区直各单位：为做好工作，通知如下：一、甲。做好工作，抓好落实，推进各项任务，"
      "确保取得实效，推动各单位完善机制、加强配合、落实责任。二、乙。加强领导，完善机制，强化督查，压实责任，确保按时完成各项任务并接受监督。",
      "某区办公室关于做好工作的通知", NULL },
    { "某政办〔2018〕5 号 某区办公室 2018年5月9日 （此件公开发布） 2018年任务分解表 一、甲。做好工作，抓好落实，推进各项任务，"
      "确保取得实效，推动各单位完善机制、加强配合、落实责任。二、乙。加强领导，完善机制，强化督查，压实责任，确保按时完成。",
      "2018年任务分解表", "2018-05-09" },
    { "关于转发某意见的通知\n某市人民政府\n2018年1月2日\n关于改善服务的意见\n市卫生局 市财政局\n为改善服务。\n一、甲\n",
      "关于改善服务的意见", "2018-01-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(YdOutline) outline = parse (cases[i].text);

      g_assert_cmpstr (yd_outline_get_title (outline), ==, cases[i].title);
      g_assert_cmpstr (yd_outline_get_issued (outline), ==, cases[i].issued);
    }
}

static void
test_warnings (void)
{
  static const char * const codes[] = { "number-twice", "number-gap", "open-bracket", "table" };
  g_autoptr(YdOutline) outline = parse (
    "一、甲\n一、乙\n三、丙\n1.丁。（责任单位：市财政局\n序号\t任务\n");
  guint n;
  const YdOutlineWarning *warnings = yd_outline_get_warnings (outline, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (warnings[i].code, ==, codes[i]);
}

static void
test_empty (void)
{
  static const char * const texts[] = { "", " \n\t\n", "　\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(YdSource) source = NULL;

      source = yd_source_new_take ("test", "txt", g_strdup (texts[i]), strlen (texts[i]), NULL);
      g_assert_null (yd_outline_parse (source, &error));
      g_assert_error (error, YD_OUTLINE_ERROR, YD_OUTLINE_ERROR_EMPTY);
    }
}

/* On which day of its period something recurs: n, what is counted, the day of the year. */
static const struct { const char *words; int n; const char *measure, *by; } recurrences[] = {
  { "每月28日前报送", 28, NULL, NULL },
  { "每月报送", -1, NULL, NULL },
  { "每周五前报送", 5, NULL, NULL },
  { "每季度结束后7日内报送", 7, "days", NULL },
  { "每季度后7日前报送", 7, "days", NULL },
  { "每半年结束后5个工作日内报送", 5, "workdays", NULL },
  { "每月次月5日前报送", 5, "days", NULL },
  { "每年3月31日前报送", -1, NULL, "-03-31" },
  { "每年2月底前报送", -1, NULL, "-02" },
};

static void
test_recurrences (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (recurrences); i++)
    {
      g_autofree char *text = g_strdup_printf ("一、甲\n%s。\n", recurrences[i].words);
      g_autoptr(YdOutline) outline = parse (text);
      guint n;
      const YdOutlineDeadline *found = yd_outline_get_deadlines (outline, &n);

      g_test_message ("%s", recurrences[i].words);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (found[0].kind, ==, YD_OUTLINE_RECURRING);
      g_assert_cmpint ((int) found[0].n, ==, recurrences[i].n);
      g_assert_cmpstr (found[0].measure, ==, recurrences[i].measure);
      g_assert_cmpstr (found[0].by, ==, recurrences[i].by);
      g_assert_true (g_str_has_suffix (recurrences[i].words, "报送"));
      g_assert_true (g_str_has_prefix (recurrences[i].words, found[0].text));
    }
}

static void
test_json (void)
{
  g_autoptr(YdOutline) outline = parse ("一、甲\n（一）乙。（市财政局牵头）\n");
  g_autofree char *json = yd_outline_to_json (outline);

  g_assert_cmpstr (json, ==,
    "{\"file\":\"test\",\"title\":null,\"number\":null,\"issuer\":null,\"issued\":null,"
    "\"chars\":18,\"points\":[{\"path\":\"一\",\"printed\":\"一、\",\"level\":1,\"title\":\"甲\","
    "\"span\":[0,3],\"assignments\":[],\"deadlines\":[],\"dependencies\":[]},"
    "{\"path\":\"一/(一)\",\"printed\":\"（一）\",\"level\":2,\"title\":\"乙\",\"span\":[4,17],"
    "\"assignments\":[{\"unit\":\"市财政局\",\"role\":\"lead\",\"group\":false,\"each\":false,"
    "\"word\":\"牵头\",\"span\":[10,14],\"confidence\":0.99}],\"deadlines\":[],"
    "\"dependencies\":[]}],\"unplaced\":[],\"parts\":[],\"warnings\":[]}");
}

#define ADD_CASES(folder) add_cases (#folder, folder, G_N_ELEMENTS (folder))

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();    /* a table shows all that fails */

  ADD_CASES (numbers);
  ADD_CASES (titles);
  ADD_CASES (clauses);
  ADD_CASES (names);
  ADD_CASES (deadlines);
  ADD_CASES (phrases);
  ADD_CASES (papers);
  g_test_add_func ("/outline/head", test_head);
  g_test_add_func ("/outline/titles-of-papers", test_titles);
  g_test_add_func ("/outline/warnings", test_warnings);
  g_test_add_func ("/outline/empty", test_empty);
  g_test_add_func ("/outline/recurrences", test_recurrences);
  g_test_add_func ("/outline/json", test_json);

  return g_test_run ();
}
