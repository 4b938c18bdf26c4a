#!/usr/bin/env python3
"""Calendars, days and numbers that no office has: each is refused or answered, clearly."""

import json
import subprocess

from ctl import main

# A file that is offered as a notice, and a word of the answer.
BAD_NOTICES = (('年份 2027\n休 2027-13-45 元旦\n', 'line 2'),
               ('年份 2500\n休 2500-01-01 元旦\n', '1949'),
               ('年份 2027\n休 2027-05-03\n班 2027-05-03\n', 'line'),
               ('国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月32日放假。\n', '1月32日'),
               ('', 'year'), ('\0\x01garbage', 'year'), ('休' * 400000, 'too long'))

BAD_DAYS = ('1948-12-31', '1900-05-05', '2101-01-01', '9999-12-31', '2017-02-30', '0000-00-00',
            '2017-06-01 999999999', '2017-06-01 99999999999999999999', '1949-01-01 -5',
            '1940-01-01..2200-01-01')


def deadline(point, i, **fields):
    return {'kind': 'deadline', 'id': f'$d{i}', 'fields': {
        'point': point, 'origin': 'internal', 'roll': 'keep', 'check': 'confirmed',
        'order': f'a{i}', **fields}}


def edit(ctl, plan, *create, changes=()):
    line = json.dumps({'act': 'point.edit', 'create': create, 'changes': changes})
    return ctl.run('edit', plan, stdin=line)


def points_of(ctl, plan):
    return [point for point in ctl.ok('show', plan).json()['points'] if point['kind'] != 'chapter']


def days_out_of_range(ctl):
    for words in BAD_DAYS:
        result = ctl.run('workday', *words.split())
        assert result.status in (1, 2) and result.err.count('\n') == 1, (words, result)


def decades(ctl):
    answer = ctl.ok('workday', '2017-06-01', '10000')
    assert answer.out.startswith('2056-03-01'), answer.out
    assert ' more' in answer.out and len(answer.out) < 1500, len(answer.out)
    assert ctl.ok('workday', '2056-03-01', '-10000', '--json').json()['date'] == '2017-06-01'


def notices_that_cannot_be_read(ctl):
    ctl.import_sample()
    for i, (text, word) in enumerate(BAD_NOTICES):
        path = ctl.folder / f'notice-{i}.txt'
        path.write_text(text)
        result = ctl.run('calendar', 'add', path)
        assert result.status == 1 and word in result.err, (text[:40], result)
        assert result.err.count('\n') == 1, result
    assert 'not announced' in ctl.ok('workday', '2027-05-03').out


def terms_of_decades(ctl):
    plan = ctl.import_sample()
    point = points_of(ctl, plan)[3]['id']
    for i, (measure, due) in enumerate((('workdays', '2056-03-01'), ('days', '2044-10-17'),
                                        ('months', None))):
        result = edit(ctl, plan, deadline(point, i, rule='after', n=10000, measure=measure,
                                          anchor='issued'))
        assert result.status == 0, result
        own = next(p for p in points_of(ctl, plan) if p['id'] == point)['deadlines'][-1]
        assert own['due'] == due, own
    for days in ('1948-01-01', '2101-01-01'):
        edit(ctl, plan, deadline(point, days, rule='date', value=days))
    edit(ctl, plan, changes=[{'kind': 'point', 'id': point, 'field': 'days', 'new': 10000}])
    for command in ('schedule', 'agenda', 'check'):
        assert ctl.run(command, plan).status in (0, 3), command
    for suffix in ('ics', 'pdf', 'docx'):
        ctl.ok('export', plan, '--what', 'calendar', '-o', ctl.folder / f'x.{suffix}')


def many_on_one_day(ctl):
    plan = ctl.import_sample()
    points = points_of(ctl, plan)
    assert edit(ctl, plan, *(deadline(points[i % len(points)]['id'], i, rule='date',
                                      value='2017-07-31') for i in range(5000))).status == 0
    agenda = ctl.ok('agenda', plan, '--from', '2017-07-31', '--to', '2017-07-31').out
    assert agenda.count('\n') >= 5000, agenda.count('\n')
    ctl.ok('export', plan, '-o', ctl.folder / 'many.ics')
    assert (ctl.folder / 'many.ics').read_text().count('BEGIN:VEVENT') >= 5000
    ctl.ok('export', plan, '--what', 'calendar', '-o', ctl.folder / 'many.pdf')
    pages = subprocess.run(['pdfinfo', ctl.folder / 'many.pdf'], capture_output=True, text=True)
    assert 'Pages: ' in pages.stdout, pages


if __name__ == '__main__':
    main([days_out_of_range, decades, notices_that_cannot_be_read, terms_of_decades,
          many_on_one_day])
