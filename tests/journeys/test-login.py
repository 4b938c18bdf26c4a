#!/usr/bin/env python3
"""Remind when closed, switched on in the preferences: the desktop starts the program at login from
then on. Where that cannot be written it is said below the switch, which goes back.

`test-login.py PROGRAM`, in tests/support/with-display, with a home of its own.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import run  # noqa: E402
from driver import Atspi, Window, until  # noqa: E402

SWITCH = 'Remind when closed'


def is_on(dialog):
    node = dialog.find(SWITCH, ('check box', 'toggle button', 'switch'))
    return node.get_state_set().contains(Atspi.StateType.CHECKED)


def journey(program, folder):
    place = pathlib.Path.home() / '.config/autostart'
    place.parent.mkdir(exist_ok=True)
    place.write_text('')                          # there is to be a folder
    window = Window(program)
    try:
        window.key('F10')
        window.do(window.find('Preferences', ('menu item',)))
        dialog = window.dialog('Preferences')
        dialog.tab_to(SWITCH)
        assert not is_on(dialog)
        dialog.key('space')
        dialog.find('autostart', ('label',))
        until(lambda: not is_on(dialog), 'the switch to go back')

        place.unlink()
        dialog.key('space')
        until(lambda: list(place.glob('*.desktop')), 'the start at login')
        until(lambda: is_on(dialog), 'the switch to stay')
        dialog.find_gone('autostart')

        dialog.key('space')
        until(lambda: not list(place.glob('*.desktop')), 'the start at login to go')
        dialog.key('Escape')
        until(lambda: window.active()[2] == 'Yaodian', 'the window')
        window.quit()
    finally:
        window.kill()


run(journey)
