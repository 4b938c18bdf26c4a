#!/usr/bin/env python3
"""Chinese is typed with ibus and libpinyin into three fields: the title of a point in its row, the
search, and the field for a unit. While the input method shows what it makes of the letters, Enter,
Escape, the space and the digits are its own.

`test-input.py PROGRAM YAODIANCTL`, in tests/support/with-display.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import BUTTONS, Window, until  # noqa: E402

PLAN = '2017年全市政务公开工作要点'
FIRST = '推进“放管服”改革信息公开'
FOUND = '推进财税体制改革信息公开'


class InputMethod:
    def __enter__(self):
        self.daemon = subprocess.Popen(
            ['ibus-daemon', '-rx', '--panel=disable', '--config=/usr/libexec/ibus-memconf'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until(self._choose, 'libpinyin')
        os.environ['GTK_IM_MODULE'] = 'ibus'
        return self

    @staticmethod
    def _choose():
        """To choose an engine fails until the daemon has found it."""
        subprocess.run(['ibus', 'engine', 'libpinyin'], capture_output=True)
        asked = subprocess.run(['ibus', 'engine'], capture_output=True, text=True)
        return asked.stdout.strip() == 'libpinyin'

    def __exit__(self, *error):
        self.daemon.terminate()
        self.daemon.wait()


def titles(ctl, library):
    shown = subprocess.run([ctl, '--library', library, 'show', PLAN], check=True,
                           capture_output=True, text=True).stdout
    return [point['title'] for point in json.loads(shown)['points']]


def write_title(window, ctl, library):
    window.key('Down')
    window.wait_focus(FIRST)
    window.key('F2')
    window.wait_focus('Title of the point')
    window.key('ctrl+a')
    window.write('nihao')
    window.key('space')                           # 你好
    window.write('zhongguo')
    window.key('Escape')                          # nothing, and the field is still open
    window.write('shijie')
    window.key('1')                               # 世界, and no 1
    window.write('abc')
    window.key('Return')                          # the letters, and the field is still open
    window.wait_focus('Title of the point')
    assert FIRST in titles(ctl, library)
    window.key('Return')
    window.wait_focus('你好世界abc')
    until(lambda: '你好世界abc' in titles(ctl, library), 'the title to be on the disk')


def search(window):
    window.key('ctrl+f')
    window.wait_focus('Search')
    window.write('caishui')
    window.key('space')
    until(lambda: window.text_of(window.focused()) == '财税', '财税 in the search')
    until(lambda: window.has_row('Points', FOUND) and not window.has_row('Points', '你好世界'),
          'the list to show what was found')
    window.write('zz')
    window.key('Escape')                          # the letters go, not the search
    window.wait_focus('Search')
    assert window.text_of(window.focused()) == '财税'
    window.key('Escape')
    until(lambda: window.has_row('Points', '你好世界'), 'all points')


def add_unit(window):
    until(lambda: '你好世界' in window.focused_name() or window.key('Home', 'Down'), 'the row')
    window.key('F6')
    window.wait_focus('Title')
    window.tab_to('Add a unit')
    window.write('caizhengju')
    window.key('space')
    window.find('市财政局', ('list item',))
    window.key('Return')
    window.find('市财政局, Responsible')
    window.find('Undo: ', BUTTONS)


def journey(program, ctl, folder):
    library = folder + '/library.db'
    window = Window(program, '--library', library)
    try:
        window.press('Open Sample')
        window.find(FIRST)
        window.wait_focus('以政务公开助力促改革')
        write_title(window, ctl, library)
        search(window)
        add_unit(window)
        window.quit()
    finally:
        window.kill()


with Desk(), InputMethod(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
    journey(sys.argv[1], sys.argv[2], place)
