#!/usr/bin/env python3
"""Open the sample, rename a point twice, undo once, quit, start again: all is as it was.

`test-rename.py PROGRAM`, in tests/support/with-display.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import run  # noqa: E402
from driver import Window  # noqa: E402

PRINTED = '改革信息公开'


def rename(window, text):
    window.key('F2')
    window.wait_focus('Title of the point')
    window.key('ctrl+a')
    window.write(text)
    window.key('Return')


def journey(program, folder):
    library = folder + '/library.db'
    window = Window(program, '--library', library)
    try:
        window.press('Open Sample')
        window.find(PRINTED)
        assert not window.unnamed(), window.unnamed()
        window.wait_focus('以政务公开助力促改革')
        window.key('Down')
        window.wait_focus(PRINTED)

        rename(window, 'First title')
        window.find('First title')
        window.find_gone('“放管服”' + PRINTED)
        rename(window, 'Second title')
        window.find('Second title')
        window.key('ctrl+z')
        window.find('First title')
        window.find_gone('Second title')
        window.find('Saved')
        window.quit()
    finally:
        window.kill()

    window = Window(program, '--library', library)
    try:
        window.key('Return')                  # the plan of last time is chosen
        window.find('First title')
        assert not window.has('Second title')
        window.key('ctrl+z')                  # what can be undone outlives the program
        window.find(PRINTED)
        window.find_gone('First title')
        window.quit()
    finally:
        window.kill()


run(journey)
