#!/usr/bin/env python3
"""Goes through the pages that a plan has, and finds nothing a reader could only call by its kind; and
the rows say what stands in them. The windows that open over them are for test-windows.py.

`test-names.py PROGRAM`, in tests/support/with-display.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import run  # noqa: E402
from driver import Window  # noqa: E402
from lint import Lint  # noqa: E402

PLAN = '2017年全市政务公开工作要点'
FIRST = '推进“放管服”改革信息公开'
SECOND = '推进供给侧结构性改革信息公开'
SCHEME = '制定本单位具体实施方案或工作计划'

# A chapter says how many points it has; any other row who answers for it and until when.
ROW = re.compile(r'(\S+ )?\S.*, (\d+ points?|units \S.*, deadline \S.*)(, \S.*)?')


def check_rows(window):
    rows = window.find('Points', ('list',))
    names = [rows.get_child_at_index(i).get_name() for i in range(rows.get_child_count())]
    assert len(names) >= 27, names
    for name in names:
        assert ROW.fullmatch(name), f'a row that does not say all: {name}'

    said = next(name for name in names if '加强解读和回应' in name)
    for part in ('(二) ', 'units Lead 市政府办公室 3 units', 'deadline 最迟5小时内', 'Proposed'):
        assert part in said, said


def look_at_outline(window, lint):
    window.press('Open Sample')
    window.find(FIRST)
    window.wait_focus('以政务公开助力促改革')
    lint.look('in the outline')
    check_rows(window)

    window.key('Down')
    window.wait_focus(FIRST)
    lint.open('while a title is edited', lambda: window.key('F2'), 'Title of the point')
    window.wait_focus(FIRST)
    lint.open('in the menu of a row', lambda: window.key('shift+F10'), 'Edit Title')
    window.wait_focus(FIRST)
    window.key('shift+Down')
    window.find('2 points chosen')
    lint.open('where a unit is assigned', lambda: window.press('Assign a Unit…'), 'Name or initials')
    window.wait_focus('改革信息公开')

    window.key('Home', 'Down')
    window.wait_focus(FIRST)
    for key, part in (('F6', 'Title'), ('F6', PLAN), ('F6', FIRST),
                      ('shift+F6', PLAN), ('shift+F6', 'Title'), ('shift+F6', FIRST)):
        window.key(key)
        window.wait_focus(part)

    window.key('shift+Down')
    window.find('2 points chosen')
    window.key('Delete')
    lint.look('in a toast', window.find_toast('AdwToastWidget'))
    window.key('ctrl+z')
    window.find(SECOND)

    for button, inside in (('Show the points of one unit', 'Name or initials'),
                           ('Show the points in one state', 'No Unit'),
                           ('More', 'Unfold All'),
                           ('Main Menu', 'Keyboard Shortcuts'),
                           (PLAN, 'Properties')):
        lint.open(f'behind “{button}”', lambda name=button: window.open_menu(name), inside)


def look_at_search(window, lint):
    window.key('ctrl+f')
    window.wait_focus('Search')
    lint.look('with the search')
    window.key('Escape')


def look_at_calendar(window, lint):
    window.key('alt+2')
    for view, inside in (('Month', 'Document or Clock'), ('Timeline', 'Critical Path'),
                         ('Agenda', 'No Deadline Stated')):
        window.press(view)
        window.find(inside)
        lint.look(f'in the view “{view}”')

    rows = window.find('Agenda', ('list',))
    names = [rows.get_child_at_index(i).get_name() for i in range(rows.get_child_count())]
    assert any(SCHEME in name and 'deadline 2017-07-13 (Thursday)' in name for name in names), names


def look_at_source(window, lint):
    window.key('alt+4')
    window.wait_focus('Document as issued')
    lint.look('in the source')
    window.key('F8')
    window.wait_focus('To Check')
    lint.look('in the review')
    lint.open('where a fact is corrected', lambda: window.key('F2'), 'YdCorrectPopover')


def journey(program, folder):
    window = Window(program, '--library', folder + '/library.db')
    lint = Lint(window)
    try:
        lint.look('on the welcome page')
        look_at_outline(window, lint)
        look_at_search(window, lint)
        look_at_calendar(window, lint)
        look_at_source(window, lint)
        window.quit()
    finally:
        window.kill()


run(journey)
