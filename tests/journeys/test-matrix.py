#!/usr/bin/env python3
"""What a clerk does on the sheet of assignments, by the keyboard: goes to a unit by its initials,
gives it a role and takes that back, drags a unit onto a point, looks at what was changed today,
unfolds a group, filters by words, marks a point in the leader's view, exports the sheet, and takes
all of it back. What is on the disk is asked after each.

`test-matrix.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import Window, until  # noqa: E402

MEMBERS = ('东宝区', '掇刀区', '沙洋县')
PPP = '推进政府和社会资本合作(PPP)项目信息公开'


class Plan:
    """What is on the disk, asked while the window is open."""

    def __init__(self, ctl, library, sample):
        self.call = [ctl, '--library', library]
        self.id = self.ask('import', sample).strip()
        group = next(unit['id'] for unit in self.show()['units'] if unit['name'] == '各县市区')
        create = []
        for i, name in enumerate(MEMBERS):
            create.append({'kind': 'unit', 'id': f'$u{i}',
                           'fields': {'name': name, 'kind': 'county', 'order': f'z{i}aa'}})
            create.append({'kind': 'member', 'id': f'$m{i}',
                           'fields': {'group': group, 'unit': f'$u{i}'}})
        self.ask('edit', self.id, input=json.dumps({'act': 'test', 'create': create}) + '\n')

    def ask(self, *arguments, **options):
        done = subprocess.run([*self.call, *arguments], capture_output=True, text=True, **options)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def show(self):
        return json.loads(self.ask('show', self.id))

    def role(self, path, unit):
        point = next(point for point in self.show()['points'] if point['path'] == path)
        return next((a['role'] for a in point['assignments'] if a['unit'] == unit), None)

    def wait_role(self, path, unit, role):
        until(lambda: self.role(path, unit) == role, f'{unit} to be {role} at {path}')


def go_to_unit(window, initials, name):
    window.key('slash')
    window.wait_focus('Go to a unit')
    window.write(initials)
    window.key('Return')
    window.wait_focus(f', {name}, ')


def assign(window, plan):
    """Roles by digits, each of them one step back."""
    window.key('ctrl+Home')
    window.key('Down')
    window.wait_focus('一(一), ')
    go_to_unit(window, 'sczj', '市财政局')
    window.wait_focus('一(一), 市财政局, nothing')
    window.key('1')
    plan.wait_role('一/(一)', '市财政局', 'lead')
    window.wait_focus('一(一), 市财政局, Lead')
    window.key('space')
    plan.wait_role('一/(一)', '市财政局', 'responsible')
    window.key('ctrl+z')
    plan.wait_role('一/(一)', '市财政局', 'lead')
    window.key('0')
    plan.wait_role('一/(一)', '市财政局', None)


def drag(window, plan):
    """The one thing that is for the pointer: the name of a unit onto a point. Where they are, the
    cells tell that have the keyboard.
    """
    window.key('ctrl+Home')
    window.wait_focus('一, 市政府办公室, ')
    left, top, width, _ = window.place_of(window.focused())
    window.key('Down')
    window.wait_focus('一(一), 市政府办公室, nothing')
    _, row, _, height = window.place_of(window.focused())
    window.drag_to((left + width // 2, top - 15), (left + 4 * width, row + height // 2))
    plan.wait_role('一/(一)', '市政府办公室', 'responsible')
    window.wait_focus('一(一), 市政府办公室, Responsible')
    window.key('ctrl+z')
    plan.wait_role('一/(一)', '市政府办公室', None)


def changed(window):
    """Only one point was touched today, and stands below its chapter."""
    window.choose('Status', 'Changed Today')
    window.tab_to('一(一), ', 'shift+Tab')
    window.key('ctrl+End')
    window.wait_focus('一(一), ')
    window.choose('Changed Today', 'At Any Time')
    window.tab_to('一(一), ', 'shift+Tab')
    window.key('ctrl+End')
    window.wait_focus('五(五), ')
    window.key('ctrl+Home', 'Down')
    window.wait_focus('一(一), ')


def unfold(window):
    """The members of a group follow it, each with what it has through the group."""
    go_to_unit(window, 'gxsq', '各县市区')
    window.key('bracketright')
    for name in MEMBERS:
        window.key('Right')
        window.wait_focus(f'一(一), {name}, Responsible, through 各县市区')
    go_to_unit(window, 'gxsq', '各县市区')
    window.key('bracketright')


def filter_words(window):
    window.tab_to('Filter by words', 'shift+Tab')
    window.write('PPP')
    window.key('Escape')
    until(lambda: '(PPP)' in ' '.join(node.get_name() for node in window.walk()), 'the point')
    window.key('ctrl+End')
    window.wait_focus('二(三), ')


def mark(window, plan):
    """In the leader's view a key marks the point; the clerk finds it in the plan."""
    window.key('F11')
    window.wait_focus(PPP)
    window.key('Right')
    window.wait_focus('(一)推进四化同步发展')
    window.key('Left', 'Down', 'Down')
    window.wait_focus(PPP)
    window.key('space')
    until(lambda: 'remark.add' in plan.ask('log', plan.id), 'the mark')
    window.wait_focus('Marked: ')
    window.key('Escape')


def export(window, plan, folder):
    """The sheet as a table, whose file is read again: it says what the plan says."""
    main = window.active()[2]
    file = folder + '/sheet.csv'
    window.key('ctrl+e')
    window.wait_active('Export')
    window.tab_to('CSV', 'shift+Tab')
    window.key('space')
    window.tab_to('Export…', 'shift+Tab')
    window.key('Return')
    window.wait_focus('Name:')
    window.key('ctrl+a')
    window.write(file)
    window.key('Return')
    window.wait_active(main)
    window.find('Exported “sheet.csv')

    with open(file, encoding='utf-8-sig', newline='') as lines:
        rows = list(csv.reader(lines))
    column = next(row for row in rows if '市财政局' in row).index('市财政局')
    found = next(row for row in rows if any(PPP in cell for cell in row))
    assert found[column] == '○', found
    assert plan.role('二/(三)', '市财政局') == 'responsible'


def take_back(window, plan, before):
    """The mark, the clearing and the role, each by one step."""
    window.tab_to('二(三), ')
    for act in 'the mark', 'the clearing', 'the role':
        lines = len(plan.ask('log', plan.id).splitlines())
        window.key('ctrl+z')
        until(lambda n=lines: len(plan.ask('log', plan.id).splitlines()) > n, f'{act} to go back')
    assert plan.show() == before


def journey(program, plan, library, folder):
    window = Window(program, '--library', library)
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        window.key('alt+3')
        window.wait_focus(', ')
        before = plan.show()
        assign(window, plan)
        drag(window, plan)
        changed(window)
        unfold(window)
        filter_words(window)
        mark(window, plan)
        export(window, plan, folder)
        take_back(window, plan, before)
        window.quit()
    finally:
        window.kill()


def main():
    program, ctl, sample = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Desk():
        library = str(pathlib.Path(folder) / 'library.db')
        journey(program, Plan(ctl, library, sample), library, folder)


main()
