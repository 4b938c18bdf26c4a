#!/usr/bin/env python3
"""Working days and notices on days off: the contract of `workday` and `calendar`."""

import contextlib
import json
import pathlib
import sqlite3

from ctl import SAMPLE, Ctl, main

CALENDARS = pathlib.Path(__file__).parents[2] / 'data/calendars'

VECTORS = [('2017-06-01', 30, '2017-07-13'), ('2017-09-20', 15, '2017-10-17'),
           ('2017-09-25', 20, '2017-10-27'), ('2011-12-30', 1, '2011-12-31'),
           ('2018-12-28', 1, '2018-12-29'), ('2020-01-22', 15, '2020-02-20'),
           ('2024-09-26', 20, '2024-10-29'), ('2026-02-10', 20, '2026-03-16')]

NOTICE = '''国务院办公厅关于2027年部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2027年元旦、春节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
国务院办公厅
2026年12月1日
'''
LOCAL = '''年份 2017
地区 荆门市
休 2017-07-11 市运会
'''


def counting(ctl):
    for day, n, due in VECTORS:
        answer = ctl.ok('workday', day, n, '--json').json()
        assert answer['date'] == due and answer['provisional'] is False, (day, n, answer)
        assert due in ctl.ok('workday', day, n).out
        back = ctl.ok('workday', due, -n, '--json').json()
        assert back['date'] == day, (due, back)
    skipped = ctl.ok('workday', '2017-09-29', '5', '--json').json()['skipped']
    assert skipped[0] == {'date': '2017-10-01', 'why': 'holiday', 'name': '中秋节、国庆节'}, skipped
    assert len(skipped) == 8
    assert ctl.ok('workday', '2017-06-01', '30', '--first', '--json').json()['date'] == '2017-07-12'


def one_day(ctl):
    assert ctl.ok('workday', '2017-05-27', '--json').json() == {
        'date': '2017-05-27', 'working': True, 'why': 'make-up', 'name': '端午节',
        'notice': 2017, 'provisional': False}
    assert ctl.ok('workday', '2017-06-03', '--json').json() == {
        'date': '2017-06-03', 'working': False, 'why': 'weekend', 'name': None, 'notice': None,
        'provisional': False}
    assert ctl.ok('workday', '2019-05-02', '--json').json()['why'] == 'holiday'
    assert ctl.ok('workday', '2027-05-03', '--json').json()['provisional'] is True


def between(ctl):
    assert ctl.ok('workday', '2016-12-31..2017-12-31', '--json').json() == {
        'days': 249, 'provisional': False}
    assert ctl.ok('workday', '2017-12-31..2016-12-31', '--json').json()['days'] == -249
    assert ctl.ok('workday', '2026-12-01..2027-01-31', '--json').json()['provisional'] is True
    assert '2027' in ctl.ok('workday', '2026-12-20..2026-12-30').out
    assert '2027' not in ctl.ok('workday', '2026-12-20..2026-12-28').out


def not_announced(ctl):
    assert 'not announced' in ctl.ok('workday', '2026-12-25', '10').out
    assert 'not announced' in ctl.ok('workday', '2027-05-03').out
    assert 'not announced' in ctl.ok('calendar').out.splitlines()[-1]
    assert ctl.ok('workday', '2026-12-25', '10', '--json').json()['provisional'] is True


def odd_days(ctl):
    for args in (['1948-12-31', '1'], ['2101-01-01'], ['2100-12-31', '5'],
                 ['2017-06-01', '9007199254740991'], ['1900-01-01..2017-01-01']):
        ctl.fails('workday', *args, says=['1949', '2100'])
    for args in (['2017-6-1'], ['2017-02-29', '3'], ['2017-06-01', 'x'], ['2017-06-01..', '3'],
                 ['2017-06-01..2017'], ['2017-06-01', '1.5'], []):
        assert ctl.run('workday', *args).status == 2, args
    assert ctl.ok('workday', '2017-06-01', '10000', '--json').json()['date'] == '2056-03-01'
    assert not ctl.library.exists()


def due_dates_of_the_sample(ctl):
    read = ctl.ok('read', SAMPLE, '--json').json()
    due = {d['text']: d['due'] for p in read['points'] for d in p['deadlines']}
    assert due['印发后30个工作日内'] == '2017-07-13' and due['年内至少听取1次'] == '2017-12-31', due
    shown = ctl.ok('show', ctl.import_sample()).json()
    last = [d for p in shown['points'] for d in p['deadlines']][-1]
    assert last['due'] == '2017-07-13' and '30' in last['why'] and not last['provisional'], last


def a_notice_is_read_and_put_in_force(ctl):
    notices = ctl.ok('calendar', '--json').lines()
    assert [n['year'] for n in notices] == list(range(2004, 2027))
    plan = ctl.import_sample()
    day = ['workday', '2026-12-30', '10', '--json']
    assert ctl.ok(*day).json() | {'skipped': 0} == {
        'date': '2027-01-13', 'provisional': True, 'skipped': 0}

    added = ctl.ok('calendar', 'add', '-', '--json', stdin=NOTICE).json()
    assert added['check'] == 'proposed' and len(added['days']) == 12, added
    assert added['issued'] == '2026-12-01'
    assert ctl.ok(*day).json()['provisional'] is True           # not before it is accepted
    ctl.ok('calendar', 'accept')
    assert ctl.ok(*day).json()['date'] == '2027-01-14'
    assert ctl.ok(*day).json()['provisional'] is False
    assert ctl.ok(*day, '--plan', plan).json()['provisional'] is True   # nor before the plan does
    ctl.ok('calendar', 'accept', plan)
    assert ctl.ok(*day, '--plan', plan).json()['provisional'] is False
    assert 'already' in ctl.ok('calendar', 'add', '-', stdin=NOTICE).out
    ctl.ok('undo', plan)
    assert ctl.ok(*day, '--plan', plan).json()['provisional'] is True
    ctl.ok('verify')


def what_was_not_understood_blocks(ctl):
    for text in (NOTICE.replace('共3天', '共4天'), NOTICE.replace('（周五）至3日', '（周六）至3日'),
                 NOTICE + '三、清明节：4月5日下午放假。\n', '年份 2027\n休 2027-02-30\n', '', '\0\0',
                 '年份 2027\n'):
        result = ctl.fails('calendar', 'add', '-', stdin=text)
        assert len(result.err) > 20
    assert '7 working days' not in ctl.ok('calendar').out
    assert [n['year'] for n in ctl.ok('calendar', '--json').lines()][-1] == 2026


def an_amended_notice_moves_what_is_accepted(ctl):
    plan = ctl.import_sample()
    ctl.ok('calendar', 'add', '-', stdin=LOCAL)
    moves = ctl.ok('calendar', 'accept', '--json', status=3).lines()
    assert [(m['plan'], m['words'], m['from'], m['to']) for m in moves] == [
        (plan, '印发后30个工作日内', '2017-07-13', '2017-07-14')], moves
    assert '2017-07-14' not in ctl.ok('show', plan).out
    ctl.ok('calendar', 'accept', plan)
    shown = json.dumps(ctl.ok('show', plan).json(), ensure_ascii=False)
    assert '2017-07-14' in shown and '荆门市' in shown
    assert ctl.ok('workday', '2017-07-11', '--json').json()['why'] == 'local'

    added = ctl.ok('calendar', 'add', '-', '--json', stdin=LOCAL.replace('07-11', '07-12')).json()
    assert added['version'] == 2, added
    ctl.ok('calendar', 'accept')
    assert ctl.ok('workday', '2017-07-11', '--json').json()['working'] is True
    assert ctl.ok('workday', '2017-07-12', '--json').json()['working'] is False


def of_what_recurs_the_next_time_is_compared(ctl):
    """What was due in 2017 for the first time is over, and does not move any more."""
    plan = ctl.import_sample()
    point = ctl.ok('show', plan).json()['points'][0]['id']
    ctl.edit(plan, {'create': [{'kind': 'deadline', 'id': '$d', 'fields': {
        'point': point, 'origin': 'internal', 'rule': 'recurring', 'value': 'monthly',
        'roll': 'previous', 'check': 'confirmed'}}]})
    ctl.ok('calendar', 'add', '-', stdin=LOCAL.replace('07-11', '06-30'))
    moves = ctl.ok('calendar', 'accept', '--json', status=3).lines()
    assert [m['words'] for m in moves] == ['印发后30个工作日内'], moves


# What a disk, or another program, may have made of the days of 2017.
DAMAGES = ("UPDATE day SET date = '2017-02-30' WHERE date = '2017-05-01'",
           "UPDATE day SET date = '2101-01-01' WHERE date LIKE '2017-%'",
           "UPDATE day SET date = NULL WHERE date = '2017-10-08'",
           "DELETE FROM day WHERE date LIKE '2017-%'")


def a_damaged_notice_is_not_counted_with(ctl):
    """A date through the year is provisional then, and says so; the notice can be added again."""
    for n, damage in enumerate(DAMAGES):
        other = Ctl(ctl.folder, f'damaged-{n}/library.db')
        day = ['workday', '2017-06-01', '30', '--json']
        plan = other.import_sample()
        assert other.ok(*day).json()['provisional'] is False
        with contextlib.closing(sqlite3.connect(other.library)) as library:
            library.execute(damage)
            library.commit()
        assert other.ok(*day).json()['provisional'] is True, damage
        assert other.run('schedule', plan).out
        assert 'damaged' in other.ok('calendar').out.splitlines()[13]
        broken = [n['year'] for n in other.ok('calendar', '--json').lines() if n['broken']]
        assert broken == [2017], broken
        other.ok('calendar', 'add', '-', stdin=(CALENDARS / '2017.txt').read_text())
        other.ok('calendar', 'accept')
        assert other.ok(*day).json() | {'skipped': 0} == {
            'date': '2017-07-13', 'provisional': False, 'skipped': 0}


def the_latest_notice_is_damaged(ctl):
    """Its year was announced all the same, and the next one is what is not."""
    other = Ctl(ctl.folder, 'damaged-latest/library.db')
    plan = other.import_sample()
    damage_library(other, "UPDATE day SET date = NULL WHERE date = '2026-10-01'")
    lines = other.ok('calendar').out.splitlines()
    assert '2026' in lines[-2] and 'damaged' in lines[-2], lines
    assert lines[-1].startswith('2027 '), lines
    for args in (['2026-09-20', '10'], ['2026-07-01'], ['2026-07-01..2026-07-20']):
        out = other.ok('workday', *args).out
        assert 'damaged' in out and 'not announced' not in out, out
    out = other.ok('workday', '2027-03-01').out
    assert 'not announced' in out and 'damaged' not in out, out
    other.edit(plan, {'create': [{'kind': 'deadline', 'id': '$d', 'fields': {
        'point': other.ok('show', plan).json()['points'][0]['id'], 'origin': 'stated',
        'rule': 'after', 'n': 10, 'measure': 'workdays', 'anchor': 'event',
        'value': '2026-09-20', 'check': 'confirmed', 'order': 'a'}}]})
    assert any('damaged' in line['why'] for line in other.run('schedule', plan, '--json').lines())


def damage_library(ctl, command):
    with contextlib.closing(sqlite3.connect(ctl.library)) as library:
        assert library.execute(command).rowcount > 0
        library.commit()


def a_damaged_notice_of_a_region_is_held_as_provisional(ctl):
    """Its days that can be read stay days off, and no date through the year is certain."""
    ctl.ok('calendar', 'add', '-', stdin=LOCAL + '休 2017-07-12 市运会\n')
    ctl.ok('calendar', 'accept')
    damage_library(ctl, "UPDATE day SET date = '2017-02-30' WHERE date = '2017-07-12'")
    day = ctl.ok('workday', '2017-07-11', '--json').json()
    assert day['working'] is False and day['why'] == 'local' and day['provisional'] is True, day
    assert 'damaged' in ctl.ok('workday', '2017-07-11').out
    due = ctl.ok('workday', '2017-06-01', '30', '--json').json()
    assert due['date'] == '2017-07-14' and due['provisional'] is True, due
    assert ctl.ok('workday', '2018-07-11', '--json').json()['provisional'] is False
    assert '荆门市' in next(line for line in ctl.ok('calendar').out.splitlines()
                         if 'damaged, days are lost' in line)


def a_damaged_version_leaves_the_one_before(ctl):
    """The Spring Festival of 2017 is no work, though nobody knows what was amended."""
    ctl.ok('calendar', 'add', '-',
           stdin=(CALENDARS / '2017.txt').read_text() + '\n休 2017-07-11 市运会\n')
    ctl.ok('calendar', 'accept')
    assert ctl.ok('workday', '2017-07-11', '--json').json()['working'] is False
    damage_library(ctl, "UPDATE day SET date = '2017-02-30' WHERE date = '2017-07-11'")
    day = ctl.ok('workday', '2017-01-30', '--json').json()
    assert day['working'] is False and day['name'] == '春节' and day['provisional'] is True, day
    due = ctl.ok('workday', '2017-09-20', '15', '--json').json()
    assert due['date'] == '2017-10-17' and due['provisional'] is True, due


def what_is_far_away_or_long(ctl):
    """Before 1949, after 2100, and terms of 10,000 days: a word on it, and no other day."""
    for args in (['1948-12-31', '5'], ['2101-01-01', '5'], ['2017-06-01', '100000'],
                 ['1949-01-03', '-5'], ['2017-02-30', '5']):
        result = ctl.run('workday', *args)
        assert result.status in (1, 2) and len(result.err) > 20, (args, result)
    assert ctl.ok('workday', '2017-06-01', '10000', '--json').json()['provisional'] is True
    assert ctl.ok('workday', '2010-01-01', '1000', '--json').json()['provisional'] is False

    plan = ctl.import_sample()
    shown = ctl.ok('show', plan).json()
    points = [point['id'] for point in shown['points']]
    ctl.edit(plan, {'changes': [
        {'kind': 'point', 'id': points[1], 'field': 'start', 'new': '2017-06-01'},
        {'kind': 'point', 'id': points[1], 'field': 'days', 'new': 10000}], 'create': [
        {'kind': 'dependency', 'id': '$f', 'fields': {
            'pred': points[1], 'succ': points[2], 'type': 'FS', 'lag': 10000,
            'measure': 'workdays', 'check': 'confirmed'}},
        {'kind': 'dependency', 'id': '$g', 'fields': {
            'pred': points[2], 'succ': points[3], 'type': 'FS', 'lag': 10000,
            'measure': 'workdays', 'check': 'confirmed'}}]})
    found = {point['id']: point for point in ctl.run('schedule', plan, '--json').lines()}
    assert found[points[1]]['finish'].startswith('205'), found[points[1]]
    assert ctl.ok('agenda', plan, '--from', '1949-01-01', '--to', '2100-12-31').out
    for span in (['1948-01-01', '2017-12-31'], ['2017-01-01', '2101-01-01']):
        result = ctl.run('agenda', plan, '--from', span[0], '--to', span[1])
        assert result.status in (1, 2) and len(result.err) > 20, (span, result)


def events(text):
    """The events of a calendar file, each a dictionary; folded lines put together."""
    assert text.startswith('BEGIN:VCALENDAR\r\n') and text.endswith('END:VCALENDAR\r\n'), text[:99]
    found = []
    for line in text.replace('\r\n ', '').split('\r\n'):
        if line == 'BEGIN:VEVENT':
            found.append({})
        elif found and ':' in line:
            name, value = line.split(':', 1)
            found[-1][name.split(';')[0]] = value
    return found


def internal(plan, ctl, day):
    point = ctl.ok('show', plan).json()['points'][1]['id']
    ctl.edit(plan, {'create': [{'kind': 'deadline', 'id': '$d', 'fields': {
        'point': point, 'origin': 'internal', 'rule': 'date', 'value': day, 'roll': 'keep',
        'check': 'confirmed', 'order': 'V00'}}]})


def what_is_due_as_a_calendar(ctl):
    plan = ctl.import_sample()
    internal(plan, ctl, '2018-12-31')
    internal(plan, ctl, '2019-01-01')
    path = ctl.folder / '时限.ics'
    ctl.ok('export', plan, '--what', 'calendar', '-o', path)
    first = events(path.read_bytes().decode())
    assert [e['DTSTART'] for e in first] == ['20170713', '20171231', '20181231'], first
    assert len({e['UID'] for e in first}) == 3
    assert '30' in first[0]['DESCRIPTION'] and '各地各部门' in first[0]['DESCRIPTION']

    # Once more, and after a change: it is the same events that a calendar gets.
    point = next(p for p in ctl.ok('show', plan).json()['points'] if p['title'] in
                 first[0]['SUMMARY'])
    ctl.edit(plan, {'changes': [{'kind': 'point', 'id': point['id'], 'field': 'title',
                                 'new': '报送实施方案'}]})
    ctl.ok('export', plan, '--format', 'ics', '--what', 'calendar', '-o', path)
    again = events(path.read_bytes().decode())
    assert [e['UID'] for e in again] == [e['UID'] for e in first]
    assert again[0]['SUMMARY'].endswith('报送实施方案'), again[0]

    out = ctl.ok('export', plan, '--no-internal', '--format', 'ics', '-o', '-').out
    assert len(events(out.replace('\n', '\r\n') if '\r' not in out else out)) == 2
    ctl.ok('export', plan, '--from', '2017-08-01', '--to', '2019-12-31', '-o', path)
    assert [e['DTSTART'] for e in events(path.read_bytes().decode())] == [
        '20171231', '20181231', '20190101']


def what_is_due_as_a_table(ctl):
    plan = ctl.import_sample()
    args = ['export', plan, '--what', 'calendar', '--format', 'json', '-o', '-']
    table = ctl.ok(*args).json()
    assert table['columns'][0] == '完成时限', table
    assert [row['band'] for row in table['rows'] if 'band' in row][:2] == [
        '2017年7月', '2017年12月'], table
    for suffix in ('docx', 'xlsx', 'pdf', 'csv'):
        path = ctl.folder / f'时限一览表.{suffix}'
        ctl.ok('export', plan, '--what', 'calendar', '-o', path)
        assert path.stat().st_size > 300, suffix


def what_is_due_of_one_unit(ctl):
    plan = ctl.import_sample()
    args = ['export', plan, '--what', 'calendar', '--format', 'json', '-o', '-', '--unit']
    rows = [row['cells'] for row in ctl.ok(*args, '市政府办公室').json()['rows'] if 'cells' in row]
    assert rows and all('市政府办公室' in row[2] for row in rows), rows
    assert not any('实施方案' in row[1] for row in rows), rows
    nothing = ctl.ok(*args, '市财政局')
    assert nothing.json()['rows'] == [] and 'due' in nothing.err, nothing
    ctl.fails(*args, '财政', says=['财政', '市财政局'])
    ctl.fails(*args, '市财局', says=['市财局', '市财政局'])
    ctl.fails(*args, 'nobody', says=['nobody', '38'])
    ctl.fails(*args[:-1], '--from', '2020-01-01', says=['2020-01-01', '2018-12-31', '--to'])
    assert 'units' in ctl.fails(*args, '不存在').err


def wrong_calls_for_what_is_due(ctl):
    for args, word in ((['--what', 'breakdown', '-o', 'x.ics'], '--what calendar'),
                       (['--what', 'calendar', '-o', 'x.yaodian'], 'ics'),
                       (['--what', 'ledgers', '-o', 'x.docx'], 'calendar'),
                       (['--unit', '市财政局', '-o', 'x.docx'], '--what calendar'),
                       (['--what', 'calendar', '-o', 'x.ofd'], 'ics'),
                       (['--what', 'calendar', '-o', 'x.ics', '--from', '2017-02-29'], '2017-02-29'),
                       (['--what', 'calendar', '-o', 'x.ics', '--to', '2200-01-01'], '2100')):
        result = ctl.run('export', 'any', *args)
        assert result.status == 2 and word in result.err, (args, result)


if __name__ == '__main__':
    main([what_is_due_as_a_calendar, what_is_due_as_a_table, what_is_due_of_one_unit,
          wrong_calls_for_what_is_due,
          counting, one_day, between, not_announced, odd_days, due_dates_of_the_sample,
          a_notice_is_read_and_put_in_force, what_was_not_understood_blocks,
          an_amended_notice_moves_what_is_accepted, of_what_recurs_the_next_time_is_compared,
          a_damaged_notice_is_not_counted_with,
          a_damaged_notice_of_a_region_is_held_as_provisional,
          a_damaged_version_leaves_the_one_before, the_latest_notice_is_damaged,
          what_is_far_away_or_long])
