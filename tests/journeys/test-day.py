#!/usr/bin/env python3
"""A day of work on the sample by the keyboard: points are renamed, moved, indented, assigned, added
and deleted, all of it is taken back and one step done again; tables are written; rows go through
the files of LibreOffice Calc and come back; and the next day everything is where it was.

The file chooser is GTK's own. Calc is driven by its import and export of what was copied, not by
its window: the packages that Debian has without one do the same reading and writing.

`test-day.py PROGRAM YAODIANCTL`, in tests/support/with-display.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import BUTTONS, Window, until  # noqa: E402

PLAN = '2017年全市政务公开工作要点'
FIRST = '推进“放管服”改革信息公开'
SECOND = '推进供给侧结构性改革信息公开'
THIRD = '推进财税体制改革信息公开'
FOLDED = '二、 以政务公开助力扩投资、稳增长'
INSIDE = '推进招商引资工作信息公开'
UNIT = '市政府金融办'                    # szfjrb
SIZE = (1300, 860)


class Plan:
    """What is on the disk, asked while the window is open."""

    def __init__(self, ctl, library):
        self.call = [ctl, '--library', library]

    def show(self):
        return json.loads(subprocess.run([*self.call, 'show', PLAN], check=True,
                                         capture_output=True, text=True).stdout)

    def titles(self):
        return [point['title'] for point in self.show()['points']]

    def above(self, title):
        """The point below which another stands; all of them come in the order of the document."""
        points = self.show()['points']
        at = next(i for i, point in enumerate(points) if point['title'] == title)
        return next((point['title'] for point in points[at::-1]
                     if point['level'] < points[at]['level']), None)

    def wait(self, true, what):
        until(lambda: true(self), what)


def undo_name(window):
    return window.find('Undo', BUTTONS).get_name()


def undo_one(window):
    before = undo_name(window)
    window.key('ctrl+z')
    until(lambda: undo_name(window) != before, f'“{before}”')


def add_unit(window, title):
    """In the pane, which F6 goes to, by the beginnings of the syllables."""
    window.key('F6')
    window.wait_focus('Title')
    window.tab_to('Add a unit')
    window.write('szfjrb')
    window.find(UNIT, ('list item',))
    window.key('Return')
    window.find(UNIT + ', Responsible')

    window.key('Escape')
    window.tab_to(UNIT, 'shift+Tab')
    window.key('1')
    window.find(UNIT + ', Lead')
    window.key('F6', 'F6')
    window.wait_focus(title)


def work(window, plan):
    """Returns: how many steps there are to be taken back."""
    window.key('Down')
    window.wait_focus(FIRST)
    window.key('F2')
    window.wait_focus('Title of the point')
    window.key('ctrl+a')
    window.write('Renamed')
    window.key('Return')
    window.wait_focus('Renamed')

    window.key('ctrl+Down')
    plan.wait(lambda p: p.titles().index(SECOND) < p.titles().index('Renamed'), 'the move')
    window.key('ctrl+bracketright')           # Alt+Shift+Right is openbox's own
    plan.wait(lambda p: p.above('Renamed') == SECOND, 'the point to be below the other')
    window.wait_focus('Renamed')
    add_unit(window, 'Renamed')

    window.key('ctrl+n')
    window.wait_focus('Title of the point')
    window.write('Added')
    window.key('Return')
    window.wait_focus('Added')
    plan.wait(lambda p: 'Added' in p.titles(), 'the new point')
    window.key('Delete')
    plan.wait(lambda p: 'Added' not in p.titles(), 'the new point to go')
    return 7


def take_back(window, plan, steps, before):
    for _ in range(steps):
        undo_one(window)
    assert undo_name(window) == 'Undo', undo_name(window)
    plan.wait(lambda p: p.show() == before, 'the plan to be as it was')
    window.key('ctrl+shift+z')
    window.find('Undo: ', BUTTONS)
    plan.wait(lambda p: 'Renamed' in p.titles() and FIRST not in p.titles(), 'one step again')


def export(window, kind, file):
    main = window.active()[2]
    window.key('ctrl+e')
    window.wait_active('Export')
    window.press(kind)
    window.tab_to('Export…', 'shift+Tab')
    window.key('Return')
    window.wait_focus('Name:')
    window.key('ctrl+a')
    window.write(file)
    window.key('Return')
    window.wait_active(main)
    window.find_toast('Exported “' + pathlib.Path(file).name)
    with zipfile.ZipFile(file) as parts:
        text = ''.join(parts.read(name).decode() for name in parts.namelist()
                       if name.endswith('.xml'))
    assert SECOND in text and 'Renamed' in text, file


def convert(folder, file, kind, *options):
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless',
                    *options, '--convert-to', kind, '--outdir', folder, file],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)


def copy_rows(window, folder):
    """Two rows as Calc reads them, and what it makes of them."""
    window.key('Home', 'Down')
    window.wait_focus('Renamed')
    window.key('shift+Down')
    window.find('2 points chosen')
    window.key('ctrl+c')
    html = until(lambda: subprocess.run(['xclip', '-o', '-selection', 'clipboard', '-t',
                                         'text/html'], capture_output=True).stdout, 'the rows')
    pathlib.Path(folder, 'rows.html').write_bytes(html)
    convert(folder, folder + '/rows.html', 'ods', '--infilter=HTML (StarCalc)')
    convert(folder, folder + '/rows.ods', 'csv:Text - txt - csv (StarCalc):9,34,76')
    rows = pathlib.Path(folder, 'rows.csv').read_text().splitlines()
    titles = [row.split('\t')[1] for row in rows if '\t' in row]
    assert titles == ['工作任务', 'Renamed', SECOND], titles


def paste_rows(window, plan, folder):
    """What Calc writes for the clipboard of others is a page; it comes back as points."""
    pathlib.Path(folder, 'rows.html').unlink()
    convert(folder, folder + '/rows.ods', 'html:HTML (StarCalc)')
    with open(folder + '/rows.html', 'rb') as file:
        subprocess.run(['xclip', '-i', '-selection', 'clipboard', '-t', 'text/html'], stdin=file,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    main, n_points = window.active()[2], len(plan.titles())
    window.key('ctrl+v')
    window.wait_active('Paste Points')
    window.find(SECOND)
    window.press('Add')
    window.wait_active(main)
    plan.wait(lambda p: len(p.titles()) == n_points + 2, 'two points more')
    assert plan.titles().count(SECOND) == 2
    undo_one(window)
    plan.wait(lambda p: len(p.titles()) == n_points, 'the two points to go')


def leave_traces(window):
    """Returns: what there is to be found again."""
    window.resize(*SIZE)
    window.key('Home')
    for _ in range(4):
        window.key('Down')
    until(lambda: window.focused_name().startswith(FOLDED) or window.key('Down'), FOLDED)
    window.key('Left')
    until(lambda: not window.has_row('Points', INSIDE), 'the chapter to be folded')
    window.key('Up', 'Up')
    window.wait_focus(THIRD)

    # A place is told without the padding: the edge is half way to what comes next.
    before, behind = window.column('Units'), window.column('Deadline')
    window.drag((before.x + before.width + behind.x) // 2, before.y + before.height // 2, -50)
    until(lambda: window.column('Units').width < before.width - 20, 'the column to be narrower')
    width = window.column('Units').width
    window.key('alt+4')
    window.wait_focus('Document as issued')
    return width


def find_traces(window, width):
    window.key('Return')                          # the plan of last time is chosen
    window.wait_focus('Document as issued')
    assert window.size() == SIZE, window.size()
    window.key('alt+1')
    window.wait_focus(THIRD)
    assert window.has_row('Points', FOLDED) and not window.has_row('Points', INSIDE)
    assert window.has_row('Points', 'Renamed')
    assert window.column('Units').width == width, (window.column('Units').width, width)


def journey(program, ctl, folder):
    library = folder + '/library.db'
    plan = Plan(ctl, library)
    window = Window(program, '--library', library)
    try:
        window.press('Open Sample')
        window.find(FIRST)
        window.wait_focus('以政务公开助力促改革')
        window.find('Saved')
        before = until(plan.show, 'the plan')
        take_back(window, plan, work(window, plan), before)
        export(window, 'Word', folder + '/table.docx')
        export(window, 'Excel', folder + '/table.xlsx')
        copy_rows(window, folder)
        paste_rows(window, plan, folder)
        width = leave_traces(window)
        window.quit()
    finally:
        window.kill()

    window = Window(program, '--library', library)
    try:
        find_traces(window, width)
        window.quit()
    finally:
        window.kill()


with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
    journey(sys.argv[1], sys.argv[2], place)
