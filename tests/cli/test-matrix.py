#!/usr/bin/env python3
"""yaodianctl matrix, and what is exported of them, on the sample document."""

import json
import re
import subprocess
import zipfile

from ctl import main

NINE = ['东宝区', '掇刀区', '沙洋县', '钟祥市', '京山县', '漳河新区', '屈家岭管理区', '荆门高新区',
        '大柴湖开发区']


def units_of(ctl, plan):
    answer = ctl.ok('matrix', plan, '--tail', '--json').json()
    return {unit['name']: unit for unit in answer['units']}


def enter_members(ctl, plan, group, names):
    """Makes the units that are not there, and enters all of them as members of @group."""
    units = units_of(ctl, plan)
    create = []
    for n, name in enumerate(names):
        unit = units[name]['id'] if name in units else f'$u{n}'
        if name not in units:
            create.append({'kind': 'unit', 'id': unit, 'fields': {'name': name}})
        create.append({'kind': 'member', 'id': f'$m{n}',
                       'fields': {'group': units[group]['id'], 'unit': unit}})
    ctl.edit(plan, {'act': 'member.add', 'changes': [], 'create': create})


def as_printed(ctl):
    plan = ctl.import_sample()
    answer = ctl.ok('matrix', plan, '--json').json()
    assert len(answer['points']) == 22 and len(answer['units']) == 37
    assert len(answer['marks']) == 80
    totals = answer['totals']
    assert (totals['marks'], totals['unfolded'], totals['units'], totals['points']) == (80, 80, 37, 22)
    assert (totals['lead'], totals['responsible'], totals['support']) == (5, 75, 0)
    assert (totals['no_lead'], totals['several_leads'], totals['vague']) == (17, 0, 1)
    assert {'point': '一/(三)', 'unit': '市财政局', 'role': 'responsible', 'via': None,
            'vague': False, 'proposed': True} in answer['marks']
    assert answer['units'][0]['name'] == '市政府办公室'
    assert len(ctl.ok('matrix', plan, '--tail', '--json').json()['marks']) == 81


def with_members(ctl):
    plan = ctl.import_sample()
    enter_members(ctl, plan, '各县市区', NINE)
    totals = ctl.ok('matrix', plan, '--json').json()['totals']
    assert (totals['marks'], totals['unfolded'], totals['units']) == (80, 232, 37)

    for args in (['--members'], ['--members', '各县市区']):
        answer = ctl.ok('matrix', plan, *args, '--json').json()
        names = [unit['name'] for unit in answer['units']]
        assert '各县市区' not in names and '钟祥市' in names and len(names) == 45
        assert len(answer['marks']) == 232
        assert {'point': '二/(二)', 'unit': '钟祥市', 'role': 'responsible', 'via': '各县市区',
                'vague': False, 'proposed': False} in answer['marks']
    ctl.fails('matrix', plan, '--members', '各乡镇', says=['各乡镇'])


def for_people(ctl):
    plan = ctl.import_sample()
    lines = ctl.ok('matrix', plan).out.splitlines()
    assert len(lines) == 28
    assert '五(四) 依法规范依申请公开工作  ● 市政府办公室  ○ 各县市区  ○ 市直各部门' in lines
    assert '  ? 市直相关部门' in next(line for line in lines if line.startswith('四(六)'))
    assert '22' in lines[-1] and '37' in lines[-1] and '80' in lines[-1]


def what_units_are(ctl):
    plan = ctl.import_sample()
    units = units_of(ctl, plan)
    assert len(units) == 38
    assert units['人行市中心支行']['kind'] == 'vertical' and units['市委农办']['kind'] == 'party'
    assert units['市直相关部门']['vague'] and units['各县市区']['kind'] == 'group'


def exported(ctl):
    plan = ctl.import_sample()
    starts = {'xlsx': b'PK', 'html': b'<!DOCTYPE html>', 'pdf': b'%PDF', 'png': b'\x89PNG',
              'csv': b'\xef\xbb\xbf', 'json': b'{'}
    for suffix, start in starts.items():
        path = ctl.folder / f'matrix.{suffix}'
        ctl.ok('export', plan, '--what', 'matrix', '-o', path)
        assert path.read_bytes().startswith(start), suffix
    rows = json.loads((ctl.folder / 'matrix.json').read_text())['rows']
    assert sum(cell in ('●', '○', '?') for row in rows for cell in row['cells'] or []) == 80
    page = ctl.ok('export', plan, '--what', 'matrix', '--format', 'html', '-o', '-').out
    assert len(re.findall(r'data-u="\d', page)) == 80
    again = ctl.folder / 'again.xlsx'
    ctl.ok('export', plan, '--what', 'matrix', '-o', again)
    assert again.read_bytes() == (ctl.folder / 'matrix.xlsx').read_bytes()


def on_paper(ctl):
    plan = ctl.import_sample()
    for size, code in (('A4', b'9'), ('A3', b'8'), (None, b'8')):
        args = ['--paper', size.lower()] if size else []
        path = ctl.folder / f'paper-{size}'
        ctl.ok('export', plan, '--what', 'matrix', *args, '--format', 'xlsx', '-o', path)
        assert b'paperSize="' + code + b'"' in \
            zipfile.ZipFile(path).read('xl/worksheets/sheet1.xml'), size
        ctl.ok('export', plan, '--what', 'matrix', *args, '--transposed', '--lights', '--format',
               'pdf', '-o', path)
        if size:
            said = subprocess.run(['pdfinfo', path], capture_output=True, text=True, check=True).stdout
            assert f'({size})' in said, said
    ctl.ok('export', plan, '--what', 'matrix', '--paper', 'A5', '-o', 'x.pdf', status=2)
    ctl.ok('export', plan, '--paper', 'A4', '-o', 'x.pdf', status=2)
    for suffix in ('csv', 'json', 'html', 'png'):
        ctl.ok('export', plan, '--what', 'matrix', '--paper', 'A4', '-o', f'x.{suffix}', status=2)


def tasks_of_a_unit(ctl):
    plan = ctl.import_sample()
    enter_members(ctl, plan, '市直各部门', ['市财政局'])
    table = json.loads(ctl.ok('export', plan, '--what', 'unit', '--unit', '市财政局', '--format', 'json',
                              '-o', '-').out)
    tasks = [row['cells'][1] for row in table['rows'] if row.get('cells')]
    assert [task.split(' ')[0] for task in tasks] == [
        '一(三)', '二(二)', '二(三)', '二(四)', '五(一)', '五(二)', '五(三)', '五(四)', '五(五)', '四(六)']
    assert '市政府办公室' in table['columns'] + table['rows'][5]['cells']
    ctl.fails('export', plan, '--what', 'unit', '--unit', '市火星局', '-o', ctl.folder / 'x.docx',
              says=['市火星局'])
    assert not (ctl.folder / 'x.docx').exists()


def tasks_of_all_units(ctl):
    plan = ctl.import_sample()
    folder = ctl.folder / '任务清单' / '2017'
    ctl.ok('export', plan, '--what', 'unit', '-o', folder)
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 37 and '市财政局.docx' in names and '市直相关部门.docx' not in names
    assert all(zipfile.is_zipfile(path) for path in folder.iterdir())
    ctl.ok('export', plan, '--what', 'unit', '--format', 'csv', '-o', folder)
    assert (folder / '市财政局.csv').exists()
    blocked = ctl.folder / 'file'
    blocked.write_text('')
    ctl.fails('export', plan, '--what', 'unit', '-o', blocked / 'below', says=['below'])


main([as_printed, with_members, for_people, what_units_are, exported, on_paper,
      tasks_of_a_unit, tasks_of_all_units])
