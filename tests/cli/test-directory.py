#!/usr/bin/env python3
"""The directory of units: the contract of `units`."""

import zipfile

from ctl import SAMPLE, main

PLAN = '2017年全市政务公开工作要点'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def names(result):
    return [unit['name'] for unit in result.lines()]


def taken(ctl):
    """An office that has the units of the sample, and who belongs to 各县市区."""
    ctl.ok('import', SAMPLE)
    ctl.ok('units', 'take', PLAN)
    for name in ('东宝区', '京山县', '漳河新区'):
        ctl.ok('units', 'add', name)
    ctl.ok('units', 'members', '各县市区', '东宝区', '京山县')
    ctl.ok('units', 'members', '各县市区', '漳河新区', '--from', '2012-01-01')


def take_over(ctl):
    assert ctl.ok('units').out == ''
    taken(ctl)
    units = ctl.ok('units', '--json').lines()
    by_name = {unit['name']: unit for unit in units}
    assert units[0]['name'] == '市审改办', units[0]         # as the document names them
    assert '市直相关部门' not in by_name
    assert by_name['市国税局']['kind'] == 'vertical'
    assert by_name['漳河新区']['kind'] == 'zone'
    assert all(unit['linked'] for unit in ctl.ok('units', PLAN, '--json').lines()
               if not unit['vague'])
    ctl.ok('units', 'take', PLAN)
    assert len(ctl.ok('units', '--json').lines()) == len(units)


def reform(ctl):
    taken(ctl)
    ctl.ok('units', 'members', '市直各部门', '市国税局', '市地税局', '市财政局')
    ctl.ok('units', 'succeed', '市国税局', '市地税局', '市税务局', '--from', '2018-07-05')
    group = ('units', 'members', '市直各部门', '--json', '--on')
    assert names(ctl.ok(*group, '2018-07-04')) == ['市国税局', '市地税局', '市财政局']
    assert names(ctl.ok(*group, '2018-07-05')) == ['市财政局', '市税务局']
    # The plan of 2017 goes on to say who it was, and so does one that is read now.
    assert '市国税局' in names(ctl.ok('units', PLAN, '--json'))
    ctl.ok('units', 'link', PLAN, '--members')
    tied = {unit['name']: unit for unit in ctl.ok('units', PLAN, '--json').lines()}
    assert tied['市国税局']['former'] is False
    assert tied['各县市区']['members'] == 3 and tied['市直各部门']['members'] == 3
    assert '市税务局' not in tied
    later = ctl.ok('import', SAMPLE, '--issued', '2019-01-10').out.strip()
    again = {unit['name']: unit for unit in ctl.ok('units', later, '--json').lines()}
    assert again['市国税局']['linked'] and again['市国税局']['former']
    assert 'now 市税务局' in ctl.ok('units', later).out


def doubtful_successor(ctl):
    """Two are called so: there is no third one, and nobody is guessed at."""
    for name in ('市国税局', '市税务局', '市地税局'):
        ctl.ok('units', 'add', name)
    ctl.ok('units', 'alias', '市地税局', '税务')
    ctl.ok('units', 'alias', '市税务局', '税务')
    before = ctl.ok('units', '--json').out
    result = ctl.run('units', 'succeed', '市国税局', '税务', '--from', '2018-07-05')
    assert result.status == 1 and 'Several units' in result.err, result
    assert ctl.ok('units', '--json').out == before


def all_or_none(ctl):
    """A group cannot belong to itself: nobody of that command becomes a member."""
    taken(ctl)
    assert ctl.run('units', 'members', '市直各部门', '市国税局', '市直各部门').status == 1
    assert ctl.ok('units', 'members', '市直各部门').out == ''


def merge(ctl):
    taken(ctl)
    ctl.ok('units', 'add', '荆门市财政局')
    ctl.ok('units', 'merge', '荆门市财政局', '市财政局')
    merged = [unit for unit in ctl.ok('units', '--json').lines() if unit['merged']]
    assert [(unit['name'], unit['merged']) for unit in merged] == [('荆门市财政局', '市财政局')]
    ctl.ok('units', 'alias', '荆门市财政局', '市财局')
    unit = [unit for unit in ctl.ok('units', '--json').lines() if unit['name'] == '市财政局'][0]
    assert unit['aliases'] == ['市财局'], unit


def files(ctl):
    taken(ctl)
    table = ctl.folder / '名录.csv'
    table.write_text('单位名称,联系人,联系电话,类别\n市财政局,张三,0724-1,部门\n市林业局,,,部门\n'
                     '市农委,,,机密\n')
    preview = ctl.ok('units', 'import', table, '--preview', '--json', status=3).lines()
    assert [(line['name'], line['state']) for line in preview] == [
        ('市财政局', 'changed'), ('市林业局', 'new'), ('市农委', 'not-understood'),
        ('市农委', 'new')], preview
    assert '市林业局' not in names(ctl.ok('units', '--json'))
    ctl.ok('units', 'import', table, status=3)
    assert '市林业局' in names(ctl.ok('units', '--json'))
    for kind in ('xlsx', 'csv'):
        out = ctl.folder / f'out.{kind}'
        ctl.ok('units', 'export', out)
        assert ctl.ok('units', 'import', out).out == ''
        secret = ctl.folder / f'contacts.{kind}'
        ctl.ok('units', 'export', secret, '--contacts')
        assert ctl.ok('units', 'import', secret).out == ''
        told = [b''.join(zipfile.ZipFile(f).read(n) for n in zipfile.ZipFile(f).namelist())
                if kind == 'xlsx' else f.read_bytes() for f in (out, secret)]
        assert b'0724-1' not in told[0] and b'0724-1' in told[1]
    assert '0724-1"' not in ctl.ok('units', '--json').out
    assert '0724-1' in ctl.ok('units', '--json', '--contacts').out


def foreign_xlsx(ctl):
    """As other programs write it: shared and rich text, inline text, dates as styled numbers."""
    book = ctl.folder / '外来.xlsx'
    with zipfile.ZipFile(book, 'w', zipfile.ZIP_DEFLATED) as parts:
        parts.writestr('[Content_Types].xml', '<Types/>')
        parts.writestr('xl/workbook.xml', f'<workbook {MAIN}><sheets/></workbook>')
        parts.writestr('xl/styles.xml', f'''<styleSheet {MAIN}><numFmts count="1">
            <numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
            </numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs>
            </styleSheet>''')
        parts.writestr('xl/sharedStrings.xml', f'''<sst {MAIN}><si><t>单位名称</t></si>
            <si><r><t>市林</t></r><r><t>业局</t></r><rPh sb="0" eb="1"><t>ling</t></rPh></si>
            <si><t>撤销日期</t></si></sst>''')
        parts.writestr('xl/worksheets/sheet1.xml', f'''<worksheet {MAIN}><sheetData>
            <row r="1"><c r="B1" t="inlineStr"><is><t>荆门市单位名录</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>2</v></c></row>
            <row r="4"><c r="A4" t="s"><v>1</v></c><c r="C4" s="1"><v>43465</v></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>"甲"局 &amp; 乙</t></is></c>
            <c r="C5" s="2"><v>42887</v></c></row>
            <row r="6"><c r="A6"/><c r="B6" s="0"/></row>
            </sheetData></worksheet>''')
    ctl.ok('units', 'import', book)
    units = {unit['name']: unit for unit in ctl.ok('units', '--json').lines()}
    assert units['市林业局']['to'] == '2018-12-31', units
    assert units['"甲"局 & 乙']['to'] == '2017-06-01', units


def refused(ctl):
    taken(ctl)
    for args in (('add', '市财政局'), ('alias', '没有局', '没有'), ('merge', '市财政局', '没有局'),
                 ('members', '没有局'), ('import', ctl.folder / 'nothing.xlsx'),
                 ('export', ctl.folder / 'out.pages')):
        assert ctl.run('units', *args).status == 1, args
    broken = ctl.folder / 'broken.xlsx'
    broken.write_bytes(b'PK\3\4' + b'xl/worksheets/sheet1.xml' * 40)
    assert ctl.run('units', 'import', broken).status == 1
    for args in (('add', 'x', '--kind', '机密'), ('succeed', '市财政局', '新局'),
                 ('succeed', '市财政局', '新局', '--from', '2018'),
                 ('succeed', '市财政局', '市财政局', '--from', '2018-01-01')):
        assert ctl.run('units', *args).status == 2, args
    # Groups do not go round in a circle.
    ctl.ok('units', 'add', '各部门', '--kind', 'group')
    ctl.ok('units', 'members', '各部门', '各县市区')
    assert ctl.run('units', 'members', '各县市区', '各部门').status == 1


if __name__ == '__main__':
    main([take_over, reform, doubtful_successor, all_or_none, merge, files, foreign_xlsx, refused])
