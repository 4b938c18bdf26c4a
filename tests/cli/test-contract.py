#!/usr/bin/env python3
"""The contract of yaodianctl: its commands, its exit statuses, its JSON. Fields may be added."""

import json
import re
import sqlite3
import subprocess
import zipfile

from ctl import SAMPLE, main, rename

ROLES = {'lead', 'responsible', 'support'}
DEADLINES = {'date', 'workdays', 'days', 'hours', 'recurring', 'within_year', 'longterm'}
SPAN = ('span', list)
POINT = [('path', str), ('printed', str), ('level', int), ('title', str), SPAN,
         ('assignments', list), ('deadlines', list), ('dependencies', list)]
ASSIGNMENT = [('unit', str), ('role', str), ('group', bool), ('each', bool), SPAN,
              ('confidence', (int, float))]
DEADLINE = [('text', str), ('kind', str), ('value', (str, type(None))),
            ('anchor', (str, type(None))), ('due', (str, type(None))), SPAN]
COLUMNS = ['序号', '工作任务', '主要内容', '牵头单位', '责任单位', '配合单位', '完成时限', '备注']


def shaped(thing, shape):
    for key, kind in shape:
        assert key in thing, f'no "{key}" in {thing}'
        assert isinstance(thing[key], kind), f'{key} of {thing}'


def inside(span, n_chars):
    start, end = span
    assert 0 <= start < end <= n_chars, span


def read_sample(ctl):
    return ctl.ok('read', SAMPLE, '--json').json()


def wrong_usage(ctl):
    for args in ([], ['no-such-command'], ['read'], ['read', '--no-such-option', SAMPLE],
                 ['import'], ['export'], ['show'], ['edit'], ['search'],
                 ['import', SAMPLE, '--issued', 'yesterday'], ['schedule'],
                 ['schedule', 'x', '--today', 'yesterday'], ['agenda', '--from', '2017'],
                 ['agenda', '--from', '2017-07-02', '--to', '2017-07-01'], ['matrix'],
                 ['matrix', 'x', '各县市区'],
                 ['export', 'x', '--what', 'matrix', '-o', 'a.docx'],
                 ['export', 'x', '--what', 'matrix', '--unit', 'y', '-o', 'a.xlsx'],
                 ['export', 'x', '--what', 'breakdown', '--members', '-o', 'a.xlsx'],
                 ['export', 'x', '--what', 'unit', '-o', '-'],
                 ['export', 'x', '--what', 'unit', '--lights', '-o', 'a'],
                 ['export', 'x', '各县市区', '--what', 'matrix', '-o', 'a.xlsx']):
        result = ctl.run(*args)
        assert result.status == 2, f'{args}: status {result.status}: {result.err}'
        assert result.err and not result.out, args
    assert not ctl.library.exists()


def help_and_version(ctl):
    for command in ('read', 'import', 'plans', 'show', 'source', 'edit', 'undo', 'redo', 'log',
                    'check', 'search', 'export', 'matrix', 'units', 'verify', 'workday', 'calendar'):
        assert command in ctl.ok('--help').out, command
    assert re.search(r'\d+\.\d+', ctl.ok('--version').out)


def the_shape_of_read(ctl):
    answer = read_sample(ctl)
    shaped(answer, [('file', str), ('title', str), ('number', (str, type(None))),
                    ('issuer', str), ('issued', str), ('chars', int), ('points', list),
                    ('unplaced', list), ('warnings', list)])
    for point in answer['points']:
        shaped(point, POINT)
        inside(point['span'], answer['chars'])
        for assignment in point['assignments']:
            shaped(assignment, ASSIGNMENT)
            assert assignment['role'] in ROLES
            assert 0 <= assignment['confidence'] <= 1
            inside(assignment['span'], answer['chars'])
        for deadline in point['deadlines']:
            shaped(deadline, DEADLINE)
            assert deadline['kind'] in DEADLINES
            inside(deadline['span'], answer['chars'])
    for warning in answer['warnings']:
        shaped(warning, [('code', str), ('message', str)])
    assert not ctl.library.exists(), 'reading touched the library'


def what_the_sample_says(ctl):
    answer = read_sample(ctl)
    assert answer['file'] == SAMPLE.name
    assert answer['title'] == '2017年全市政务公开工作要点'
    assert answer['issuer'] == '荆门市人民政府办公室'
    assert answer['issued'] == '2017-06-01'

    points = [p for p in answer['points'] if not p['path'].split('/')[-1].startswith('*')]
    duties = [p for p in answer['points'] if p not in points]
    assignments = [a for p in points for a in p['assignments']]
    assert [len([p for p in points if p['level'] == n]) for n in (1, 2)] == [5, 22]
    assert len(assignments) == 80
    assert len({a['unit'] for a in assignments}) == 37
    assert len([a for a in assignments if a['role'] == 'lead']) == 5

    assert [(d['kind'], d['value']) for p in duties for d in p['deadlines']] == [('workdays', '30')]
    found = [(d['kind'], d['value']) for p in points for d in p['deadlines']]
    assert ('hours', '5') in found and ('hours', '24') in found, found
    within = [d for p in points for d in p['deadlines'] if d['kind'] == 'within_year']
    assert [(d['value'], d['times']) for d in within] in ([('2017', 1)], [('2017', '1')]), within


def spans_do_not_overlap(ctl):
    answer = read_sample(ctl)
    taken = sorted([*(p['span'] for p in answer['points']), *answer['unplaced']])
    for before, after in zip(taken, taken[1:]):
        assert before[1] <= after[0], (before, after)
    n_unplaced = sum(end - start for start, end in answer['unplaced'])
    assert n_unplaced < answer['chars'] / 10, n_unplaced


def every_character_is_placed_or_listed(ctl):
    answer = read_sample(ctl)
    plan = ctl.import_sample()
    text = ctl.ok('source', plan).out
    assert len(text) in (answer['chars'], answer['chars'] + 1), len(text)
    left = set(range(answer['chars']))
    for span in [*(p['span'] for p in answer['points']), *answer['unplaced']]:
        left -= set(range(*span))
    head = answer['points'][0]['span'][0]
    lost = ''.join(text[n] for n in sorted(left) if n >= head).strip()
    assert not lost.replace('\u3000', '').strip(), lost[:80]


def spans_point_at_the_words(ctl):
    answer = read_sample(ctl)
    text = ctl.ok('source', ctl.import_sample()).out
    for point in answer['points']:
        for deadline in point['deadlines']:
            assert text[slice(*deadline['span'])] == deadline['text'], deadline
        for assignment in point['assignments']:
            words = text[slice(*assignment['span'])]
            assert words in assignment['unit'] or assignment['unit'] in words, (words, assignment)


def standard_input(ctl):
    from_file = read_sample(ctl)
    from_pipe = ctl.ok('read', '-', '--json', stdin=SAMPLE.read_bytes()).json()
    assert from_pipe | {'file': None} == from_file | {'file': None}


def encodings(ctl):
    text = SAMPLE.read_text()
    wanted = [p['title'] for p in read_sample(ctl)['points']]
    for name, data in {'bom': text.encode('utf-8-sig'), 'utf-16': text.encode('utf-16'),
                       'gb18030': text.encode('gb18030'),
                       'crlf': text.replace('\n', '\r\n').encode()}.items():
        (ctl.folder / name).write_bytes(data)
        answer = ctl.ok('read', ctl.folder / name, '--json').json()
        assert [p['title'] for p in answer['points']] == wanted, name


def several_files(ctl):
    answers = ctl.ok('read', SAMPLE, SAMPLE, '--json').lines()
    assert len(answers) == 2 and answers[0] == answers[1]


def for_people(ctl):
    out = ctl.ok('read', SAMPLE).out
    assert '2017年全市政务公开工作要点' in out and '市审改办' in out and not out.startswith('{')


def a_plan_by_its_names(ctl):
    plan = ctl.import_sample()
    assert re.fullmatch(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', plan), plan
    entries = ctl.ok('plans', '--json').lines()
    assert [entry['id'] for entry in entries] == [plan]
    whole = ctl.ok('show', plan).json()
    for name in (plan[:20], '2017年全市政务公开工作要点'):
        assert ctl.ok('show', name).json() == whole
    ctl.fails('show', 'no such plan')
    ctl.import_sample()
    ctl.fails('show', '2017年全市政务公开工作要点')


def what_was_read_can_be_overridden(ctl):
    plan = ctl.ok('import', SAMPLE, '--issued', '2018-01-02', '--issuer', '某市人民政府',
                  '--number', '某政发〔2018〕1号').out.strip()
    out = ctl.ok('show', plan).out
    for word in ('2018-01-02', '某市人民政府', '某政发〔2018〕1号'):
        assert word in out, word


def titles(ctl, plan):
    return {point['id']: point['title'] for point in ctl.ok('show', plan).json()['points']}


def edit_undo_redo_log(ctl):
    plan = ctl.import_sample()
    before = titles(ctl, plan)
    point = next(iter(before))
    announced = ctl.edit(plan, {'act': 'point.rename', 'changes': [rename(point, '甲')]},
                         {'act': 'point.rename', 'changes': [rename(point, '乙')]})
    assert len(announced) == 2
    assert titles(ctl, plan) == before | {point: '乙'}
    assert [e['id'] for e in ctl.ok('log', plan, '--json').lines()][-2:] == announced

    for wanted in ('甲', before[point]):
        ctl.ok('undo', plan)
        assert titles(ctl, plan) == before | {point: wanted}
    for wanted in ('甲', '乙'):
        ctl.ok('redo', plan)
        assert titles(ctl, plan) == before | {point: wanted}
    ctl.fails('redo', plan)
    ctl.ok('verify')


def a_group_goes_and_comes_together(ctl):
    plan = ctl.import_sample()
    before = titles(ctl, plan)
    first, second, *_ = before
    edits = ctl.edit(plan, {'changes': [rename(first, '甲')]}, {'changes': [rename(second, '乙')]})
    # A group is made by the application only; its name stands beside the edit.
    with sqlite3.connect(ctl.library) as library:
        library.executemany('UPDATE edit SET grp = "g" WHERE id = ?', [(edit,) for edit in edits])
    library.close()
    for command, wanted in (('undo', before), ('redo', before | {first: '甲', second: '乙'})) * 2:
        assert len(ctl.ok(command, plan).out.split()) == 2
        assert titles(ctl, plan) == wanted


def old_values_are_minded(ctl):
    plan = ctl.import_sample()
    before = titles(ctl, plan)
    point = next(iter(before))
    stale = rename(point, 'x') | {'old': 'what it never was'}
    ctl.fails('edit', plan, stdin=json.dumps({'changes': [stale]}) + '\n')
    assert titles(ctl, plan) == before
    ctl.edit(plan, {'changes': [rename(point, 'x') | {'old': before[point]}]})
    assert titles(ctl, plan)[point] == 'x'


def new_rows_by_name(ctl):
    plan = ctl.import_sample()
    before = titles(ctl, plan)
    ctl.edit(plan, {'create': [
        {'kind': 'point', 'id': '$a', 'fields': {'title': '新增章', 'order': 'zzzz'}},
        {'kind': 'point', 'id': '$b', 'fields': {'title': '新增条', 'order': 'a', 'parent': '$a'}}]})
    after = titles(ctl, plan)
    assert sorted(after[i] for i in after.keys() - before.keys()) == sorted(['新增章', '新增条'])
    ctl.ok('undo', plan)
    assert titles(ctl, plan) == before
    ctl.ok('verify')


def clocks(ctl):
    plan = ctl.import_sample()
    ctl.edit(plan, {'act': 'clock.start', 'create': [
        {'kind': 'clock', 'id': '$c', 'fields': {'title': '路面塌陷', 'started': '2017-06-01T06:20:00Z'}},
        {'kind': 'clock_step', 'id': '$s', 'fields': {
            'clock': '$c', 'title': '发布权威信息', 'n': 5, 'measure': 'hours', 'order': 'V'}},
        {'kind': 'clock_pause', 'id': '$p', 'fields': {
            'clock': '$c', 'from': '2017-06-01T07:00:00Z', 'reason': '征求意见'}}]})

    def ask(sql):
        with sqlite3.connect(ctl.library) as library:
            found = library.execute(sql).fetchall()
        library.close()
        return found

    (step,), = ask('SELECT id FROM clock_step')
    assert ask('SELECT title, started FROM clock') == [('路面塌陷', '2017-06-01T06:20:00Z')]

    # While it stands still nobody knows when it is due; then the agenda has it.
    june = ('agenda', plan, '--from', '2017-06-01', '--to', '2017-06-10', '--today', '2017-06-01',
            '--json')
    assert not [i for i in ctl.ok(*june).lines() if i['step']]
    (pause,), = ask('SELECT id FROM clock_pause')
    ctl.edit(plan, {'act': 'clock.resume', 'changes': [
        {'kind': 'clock_pause', 'id': pause, 'field': 'to', 'new': '2017-06-01T07:30:00Z'}]})
    due, = [i for i in ctl.ok(*june).lines() if i['step']]
    assert due['step'] == step and due['deadline'] is None and due['id'] is None, due
    assert due['task'] == '路面塌陷：发布权威信息' and due['why'], due
    out = ctl.ok('export', plan, '--what', 'calendar', '-o', ctl.folder / '时限.csv')
    assert '路面塌陷：发布权威信息' in (ctl.folder / '时限.csv').read_text(), out

    # A library of the version before has no cell for what is done, and no templates.
    with sqlite3.connect(ctl.library) as library:
        for field in ('done', 'extra', 'reason'):
            library.execute(f'ALTER TABLE clock_step DROP COLUMN {field}')
        library.execute('UPDATE meta SET value = 1 WHERE name = "schema"')
        library.execute('PRAGMA user_version = 1')
    library.close()
    ctl.edit(plan, {'act': 'clock.step', 'changes': [
        {'kind': 'clock_step', 'id': step, 'field': 'done', 'new': '2017-06-01T08:00:00Z'}]})
    assert ask('SELECT done, extra FROM clock_step') == [('2017-06-01T08:00:00Z', None)]
    ctl.fails('edit', plan, stdin=json.dumps({'changes': [
        {'kind': 'clock_step', 'id': step, 'field': 'done', 'new': '昨天'}]}) + '\n')
    ctl.ok('undo', plan)
    assert ask('SELECT done FROM clock_step') == [(None,)]
    ctl.ok('calendar')
    assert ('政务舆情回应',) in ask('SELECT title FROM clock_template')
    ctl.ok('verify')


def search_finds_two_characters(ctl):
    ctl.import_sample()
    assert '扶贫' in ctl.ok('search', '扶贫').out
    assert ctl.ok('search', '扶贫', '--json').lines()
    assert not ctl.ok('search', '量子纠缠', '--json').lines()


def check_tells_findings(ctl):
    plan = ctl.import_sample()
    result = ctl.run('check', plan, '--json')
    findings = result.lines()
    assert result.status == (3 if findings else 0)
    for finding in findings:
        shaped(finding, [('severity', str), ('code', str), ('message', str)])
        assert 'where' in finding


def the_breakdown_as_json(ctl):
    plan = ctl.import_sample()
    table = ctl.ok('export', plan, '--what', 'breakdown', '--format', 'json', '-o', '-').json()
    columns = table['columns']
    assert [c for c in COLUMNS if c in columns] == columns, columns
    bands = [row for row in table['rows'] if 'band' in row]
    cells = [row['cells'] for row in table['rows'] if 'cells' in row]
    assert len(bands) >= 5 and len(cells) >= 22
    assert all(len(row) == len(columns) for row in cells)


def files_of_each_format(ctl):
    plan = ctl.import_sample()
    for suffix in ('docx', 'xlsx', 'csv', 'json', 'yaodian'):
        path = ctl.folder / f'任务分解表.{suffix}'
        ctl.ok('export', plan, '-o', path)
        if suffix in ('docx', 'xlsx', 'yaodian'):
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None
    assert (ctl.folder / '任务分解表.csv').read_bytes().startswith(b'\xef\xbb\xbf')
    left = {p.name for p in ctl.folder.iterdir() if p.is_file()}
    assert len(left) == 5, left
    for args in (['table.rtf'], ['table'], ['table.csv', '--format', 'rtf']):
        result = ctl.run('export', plan, '-o', ctl.folder / args[0], *args[1:])
        assert result.status == 2 and 'docx' in result.err, result
        assert not (ctl.folder / args[0]).exists()


SCHEDULED = [('id', str), ('path', str), ('title', str), ('start', (str, type(None))),
             ('finish', (str, type(None))), ('due', (str, type(None))),
             ('slack', (int, type(None))), ('critical', bool), ('late_by', int), ('light', str),
             ('why', str)]


def the_schedule_of_the_sample(ctl):
    plan = ctl.import_sample()
    points = ctl.ok('schedule', plan, '--json', '--today', '2017-07-12').lines()
    assert len(points) == len(ctl.ok('show', plan).json()['points'])
    for point in points:
        shaped(point, SCHEDULED)
    due = {p['path']: p for p in points if p['due']}
    assert due['*1']['due'] == '2017-07-13' and due['*1']['light'] == 'yellow', due['*1']
    assert '印发后30个工作日内' in due['*1']['why'] and '2017' in due['*1']['why'], due['*1']
    undated = [p for p in points if not p['due']]
    assert undated and all(p['light'] == 'none' and not p['start'] for p in undated)
    late = ctl.ok('schedule', plan, '--json', '--today', '2017-07-14').lines()
    assert [p['light'] for p in late if p['path'] == '*1'] == ['red']
    assert '2017-07-13' in ctl.ok('schedule', plan).out


def dates(point, **cells):
    return {'changes': [{'kind': 'point', 'id': point, 'field': field, 'new': value}
                        for field, value in cells.items()]}


def dependency(pred, succ, **cells):
    return {'create': [{'kind': 'dependency', 'id': '$new', 'fields':
                        {'pred': pred, 'succ': succ, 'check': 'confirmed', **cells}}]}


def what_waits_for_what(ctl):
    plan = ctl.import_sample()
    ids = {p['path']: p['id'] for p in ctl.ok('show', plan).json()['points']}
    first, second, last = ids['一/(一)'], ids['一/(二)'], ids['*1']
    ctl.edit(plan, dates(first, start='2017-06-26', days=10), dates(second, days=5),
             dates(last, days=1), dependency(first, second, type='FS', lag=1, measure='workdays'),
             dependency(second, last, type='FS'))
    result = ctl.run('schedule', plan, '--json', '--today', '2017-06-20')
    assert result.status == 3, result.err
    points = {p['id']: p for p in result.lines()}
    assert points[first]['finish'] == '2017-07-07', points[first]
    assert points[second]['start'] == '2017-07-11', points[second]
    assert points[last]['finish'] == '2017-07-18' and points[last]['late_by'] == 3, points[last]
    assert points[last]['chain'] == [first, second, last], points[last]
    assert points[first]['slack'] == -3 and points[first]['critical'], points[first]
    ctl.fails('edit', plan, stdin=json.dumps(dependency(last, first, type='FS')) + '\n',
              says=['circle'])


def the_agenda(ctl):
    assert not ctl.ok('agenda', '--from', '2017-01-01', '--to', '2017-12-31').out
    plan = ctl.import_sample()
    wanted = ('--from', '2017-07-01', '--to', '2017-12-31', '--today', '2017-07-20', '--json')
    items = ctl.ok('agenda', plan, *wanted).lines()
    assert [i['date'] for i in items] == sorted(i['date'] for i in items)
    first = items[0]
    assert (first['date'], first['path'], first['origin']) == ('2017-07-13', '*1', 'stated')
    assert first['plan'] == plan and first['light'] == 'red', first
    assert ctl.ok('agenda', *wanted).lines() == items
    assert not ctl.ok('agenda', plan, '--from', '2017-07-14', '--to', '2017-07-20').out


def a_deleted_plan_comes_back_as_a_copy(ctl):
    plan, path = ctl.import_sample(), ctl.folder / 'plan.yaodian'
    ctl.ok('export', plan, '-o', path)
    ctl.edit(plan, {'changes': [{'kind': 'plan', 'id': plan, 'field': 'deleted', 'new': True}]})
    assert not ctl.ok('plans').out
    copy = ctl.ok('import', path).out.strip()
    assert copy != plan
    assert [p['id'] for p in ctl.ok('plans', '--json').lines()] == [copy]
    ctl.ok('verify')


def one_writes_others_read(ctl):
    plan = ctl.import_sample()
    writer = subprocess.Popen(ctl.command('edit', plan), env=ctl.env, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    line = json.dumps({'changes': [{'kind': 'plan', 'id': plan, 'field': 'title', 'new': '甲'}]})
    writer.stdin.write(line.encode() + b'\n')
    writer.stdin.flush()
    assert len(writer.stdout.readline()) > 30       # so it has the library
    try:
        ctl.fails('edit', plan, stdin=line + '\n', says=['open'])
        ctl.fails('import', SAMPLE, says=['open'])
        ctl.fails('undo', plan, says=['open'])
        assert '甲' in ctl.ok('show', plan).out
        assert len(ctl.ok('plans', '--json').lines()) == 1
    finally:
        writer.communicate()
    assert writer.returncode == 0
    ctl.ok('undo', plan)


def closed_descriptors(ctl):
    plan = ctl.import_sample()
    line = json.dumps({'changes': [{'kind': 'plan', 'id': plan, 'field': 'title', 'new': '甲'}]})
    for closed in ('<&-', '>&-'):
        wrapper = ['sh', '-c', f'exec "$@" {closed}', 'sh']
        ctl.fails('edit', plan, stdin=line, wrapper=wrapper, says=['Bad file descriptor'])
        assert not ctl.library.with_suffix('.lock').read_bytes()
    assert len(ctl.ok('log', plan).out.splitlines()) == 2
    ctl.fails('read', '-', wrapper=['sh', '-c', 'exec "$@" <&-', 'sh'], says=['Bad file'])
    ctl.ok('verify')


def chinese_messages(ctl):
    ctl.env |= {'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN'}
    result = ctl.fails('read', ctl.folder / 'none.txt')
    assert re.search('[\u4e00-\u9fff]', result.err), result.err


if __name__ == '__main__':
    main([wrong_usage, help_and_version, the_shape_of_read, what_the_sample_says,
          spans_do_not_overlap, every_character_is_placed_or_listed, spans_point_at_the_words,
          standard_input, encodings, several_files, for_people, a_plan_by_its_names,
          what_was_read_can_be_overridden, edit_undo_redo_log,
          a_group_goes_and_comes_together, old_values_are_minded,
          new_rows_by_name, clocks, search_finds_two_characters, check_tells_findings,
          the_schedule_of_the_sample, what_waits_for_what, the_agenda,
          the_breakdown_as_json, files_of_each_format, a_deleted_plan_comes_back_as_a_copy,
          one_writes_others_read, closed_descriptors, chinese_messages])
