#!/usr/bin/env python3
"""Opens every window, dialog and rare page over a plan, and finds nothing in it a reader could only
call by its kind.

`test-windows.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import Window, until  # noqa: E402
from lint import Lint  # noqa: E402
from plan import Plan  # noqa: E402

PLAN = '2017年全市政务公开工作要点'
NOW = '2017-07-12 10:05'
CHAPTER = '以政务公开助力促改革'
UNIT = '市财政局'

# What can be exported, and what there is of each before it is.
EXPORTS = (('Table of Dates', 'Preview of the first entries'),
           ('Calendar File (ics)', 'Preview of the first entries'),
           ('Assignment Table', 'Preview of the first entries'),
           ('Tasks of Units', 'Preview of the first entries'),
           ('The Whole Plan', 'The Whole Plan'))


def look_at_exports(window, lint):
    def every_part():
        for kind, inside in EXPORTS:
            window.tab_to('What to Export')
            window.key('space', 'Down', 'Return')
            window.find(inside)
            lint.look(f'in the export of “{kind}”')

    lint.open_window('Export', lambda: window.key('ctrl+e'), 'Preview of the first entries',
                     every_part)
    lint.open_window('Print Preview', lambda: window.key('ctrl+p'), 'Print')


def look_at_days_off(window, lint):
    def notice():
        window.press('Paste a Notice…')
        window.find('Text of the notice')
        lint.look('where a notice is pasted')
        window.press('Cancel')

    lint.open_window('Days Off', lambda: window.choose('Main Menu', 'Days Off…'), 'Years', notice)


def look_at_usual_windows(window, lint):
    for title, key, inside in (('Keyboard Shortcuts', 'F1', 'Undo'),
                               ('Meeting', 'F11', 'Change chapter')):
        lint.open_window(title, lambda key=key: window.key(key), inside)
    for title, menu, item, inside in (
            ('About', 'Main Menu', 'About Yaodian', 'Yaodian'),
            ('Preferences', 'Main Menu', 'Preferences', 'Large text'),
            ('Properties of the Plan', PLAN, 'Properties', 'Issued by')):
        lint.open_window(title, lambda menu=menu, item=item: window.choose(menu, item), inside)


def look_at_clocks(window, lint):
    def template():
        window.press('New Template…')
        window.wait_active('Template of Clocks')
        window.find('Terms, all counted from the event')
        lint.look('in the template of clocks')
        window.key('Escape')
        window.wait_active('Start a Clock')

    def start():
        window.key('ctrl+t')
        window.tab_to('Start a Clock…')
        window.key('Return')

    lint.open_window('Start a Clock', start, 'Template', template)
    lint.look('with the list of clocks')
    window.key('Escape')


def look_at_directory(window, lint):
    """Empty, with what a plan would bring, and with it; and what one of the units has to do."""
    def units():
        window.press('Take Over the Units of the Open Plan')
        window.find(UNIT, ('list item',))
        lint.look('with units in the directory')
        window.wait_focus('')
        window.press('Tasks in This Plan')
        window.wait_active('Tasks of a Unit')
        lint.look('with the tasks of a unit')
        window.key('Escape')
        window.wait_active('Directory of Units')

    lint.open_window('Directory of Units', lambda: window.key('ctrl+u'), 'No Units Yet', units)


def look_at_pages(window, lint):
    window.key('F7')
    window.find('Look Over Before Issue')
    lint.look('in the problems')
    window.key('alt+3')
    window.find('Filter by words')
    lint.look('in the sheet')


def look_at_paste(window, lint):
    window.key('alt+1')
    until(lambda: any(part in window.focused_name() for part in (', deadline ', ' points')),
          'a row of the outline')
    window.key('Home')
    window.wait_focus(CHAPTER)
    window.key('ctrl+c')
    lint.open_window('Paste Points', lambda: window.key('ctrl+v'), 'Place')


def look_at_history(window, lint):
    """The whole of it is there once there is more than the newest."""
    for word in 'abcd':
        window.key('F2')
        window.wait_focus('Title of the point')
        window.write(word)
        window.key('Return')
        window.wait_focus(f'一、 {word}')
    window.press('All…')
    lint.look('in the whole history')


def journey(folder):
    program, ctl, sample = sys.argv[1:]
    library = folder + '/library.db'
    Plan(ctl, library, NOW).read(sample)
    window = Window(program, '--library', library, '--today', NOW)
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        for look in (look_at_exports, look_at_days_off, look_at_usual_windows, look_at_clocks,
                     look_at_directory, look_at_pages, look_at_paste, look_at_history):
            print(look.__name__, flush=True)
            look(window, Lint(window))
        window.quit()
    finally:
        window.kill()


with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
    journey(place)
