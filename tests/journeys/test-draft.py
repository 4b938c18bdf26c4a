#!/usr/bin/env python3
"""Type a title, be killed, start again: what was typed is offered, and comes into force only
when a person says so.

`test-draft.py PROGRAM`, in tests/support/with-display.
"""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import run  # noqa: E402
from driver import Window  # noqa: E402

PRINTED = '改革信息公开'
LOST_AT_MOST = 2                # seconds of typing


def type_and_be_killed(program, library):
    window = Window(program, '--library', library)
    try:
        window.press('Open Sample')
        window.find(PRINTED)
        window.wait_focus('以政务公开助力促改革')
        window.key('Down')
        window.wait_focus(PRINTED)
        window.key('F2')
        window.wait_focus('Title of the point')
        window.key('ctrl+a')
        window.write('Half a title')
        time.sleep(LOST_AT_MOST)
        window.write(' lost')
    finally:
        window.kill()


def find_it_offered(program, library, button):
    window = Window(program, '--library', library)
    try:
        window.key('Return')                  # the plan of last time is chosen
        window.find(PRINTED)                  # the title is as it was
        window.find('Half a title')           # in the bar that offers it
        window.press(button)
        return window
    except BaseException:
        window.kill()
        raise


def journey(program, folder):
    library = folder + '/library.db'
    type_and_be_killed(program, library)

    # Only looked at: it is offered the next time as well.
    window = Window(program, '--library', library)
    try:
        window.key('Return')
        window.find('Unfinished')
        window.quit()
    finally:
        window.kill()

    window = find_it_offered(program, library, 'Go On Typing')
    try:
        window.find_gone('Unfinished')
        window.key('Return')                  # the field is open and has the focus
        window.find('Saved')
        window.find('Half a title')
        window.find_gone('“放管服”' + PRINTED)
        window.key('ctrl+z')
        window.find('“放管服”' + PRINTED)
        window.quit()
    finally:
        window.kill()

    window = Window(program, '--library', library)
    try:
        window.key('Return')
        window.find(PRINTED)
        window.find('Saved')
        assert not window.has('Unfinished'), 'it was offered again'
        window.quit()
    finally:
        window.kill()


run(journey)
