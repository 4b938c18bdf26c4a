#!/usr/bin/env python3
"""What a clerk does when something happens that a law gives hours or working days for, by the
keyboard: starts a clock from a template, sees what is due next in the calendar and in the details,
stops the clock while a third party is asked, lets it go on, extends it, is done, takes it back; and
finds all of it again the next morning. What is on the disk is asked after each.

`test-clock.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import BUTTONS, Window, until  # noqa: E402
from gi.repository import Atspi  # noqa: E402

PROGRAM, CTL, SAMPLE = sys.argv[1:]
NOW = '2026-03-02 10:05'                 # a Monday
REPLY = '依申请公开答复'
OPINION = '政务舆情回应'
FIRST = [(OPINION + '：予以回应', '2026-03-04')]
ASK = (REPLY + '：申请内容不明确的，一次性告知补正', '2026-03-09')
ANSWER = (REPLY + '：答复申请人', '2026-03-26')
FOCUSED = Atspi.StateType.FOCUSED


class Plan:
    """What is on the disk, asked while the window is open."""

    def __init__(self, library):
        self.call = [CTL, '--library', library]
        self.id = self.ask('import', SAMPLE).strip()

    def ask(self, *arguments):
        done = subprocess.run([*self.call, *arguments], capture_output=True, text=True)
        assert done.returncode in (0, 3), done.stderr
        return done.stdout

    def due(self):
        """What the clocks ask for: task, day, time, light."""
        lines = self.ask('agenda', self.id, '--from', '2026-01-01', '--to', '2026-12-31', '--today',
                         '2026-03-02', '--json').splitlines()
        return [(item['task'], item['date'], item['time'], item['light'])
                for item in map(json.loads, lines) if item['step']]

    def wait(self, true, what):
        until(lambda: true(self.due()), what)


def focused(window, place):
    """What has the keyboard in the dialog or popover @place; what is typed into has no name."""
    return next((node.get_name() for node in window.walk(place)
                 if node.get_state_set().contains(FOCUSED)), '')


def go_to(window, place, name, key='Tab'):
    """With Tab, as often as it takes."""
    seen = []
    while focused(window, place) != name:
        seen.append(focused(window, place))
        assert len(seen) < 40, f'{key} does not reach “{name}”: {seen}'
        window.key(key)


def says(window, place, words):
    return any(words in (node.get_name() or '') for node in window.walk(place))


def choose(window, dialog, item):
    """The template of this name: one further each time, until it is the one."""
    for _ in range(10):
        if says(window, dialog, item):
            return
        window.key('space', 'Down', 'Return')
        until(lambda: focused(window, dialog) == 'Template', 'the template to be chosen')
    raise AssertionError(f'no template “{item}”')


def start(window, kind, due, started=None, about=False):
    """From a template; it says what is due before it is started. Then the list has it."""
    open_clocks(window)
    window.tab_to('Start a Clock…')
    window.key('Return')
    window.wait_active('Start a Clock')
    dialog = window.find('Start a Clock', ('frame', 'dialog', 'filler', 'panel'))
    go_to(window, dialog, 'Template')
    if started:
        window.key('shift+Tab', 'shift+Tab', 'ctrl+a')
        window.write(started)
        window.key('Tab', 'Tab')
        until(lambda: focused(window, dialog) == 'Template', 'the template')
    choose(window, dialog, kind)
    until(lambda: says(window, dialog, due), f'“{due}” in what would be due')
    if about:
        window.key('Tab', 'Tab', 'space')
    window.key('alt+s')
    window.wait_active(window.title)


def open_clocks(window):
    """The keyboard is on the first of them then."""
    window.key('ctrl+t')
    until(lambda: ', started ' in window.focused_name() or
          window.focused_name() == 'Start a Clock…', 'the clocks')


def act(window, button):
    """Presses a button of the clock that has the keyboard; what is written takes the place of now."""
    window.tab_to(button)
    window.key('Return')
    until(lambda: window.focused_name() != button, 'what is asked')
    window.key('ctrl+a')


def see_what_is_next(window):
    """On the button, in the list, and in the agenda."""
    window.find(f'Clocks, {OPINION}：予以回应, 48 hours left', BUTTONS)
    open_clocks(window)
    window.wait_focus(f'{OPINION}, started today 10:05, 予以回应, 03-04 10:05, 48 hours left')
    window.key('Down')
    window.wait_focus(REPLY)
    window.key('Escape')
    until(lambda: 'working days left' not in window.focused_name(), 'the list to go')
    window.press('Agenda')
    window.find(f'{OPINION}：予以回应, deadline 2026-03-04 (Wednesday), Clock', ('list item',))
    window.press('Month')
    until(lambda: 'Day, ' in window.focused_name(), 'the month to have the keyboard')


def go_to_clock(window, title):
    open_clocks(window)
    for _ in range(6):
        before = window.focused_name()
        if before.startswith(title):
            return
        window.key('Down')
        until(lambda name=before: window.focused_name() not in ('', name), 'the next clock')
    raise AssertionError(f'no clock “{title}”')


def tick_off(window, step):
    """The name of the row has that of the step in it."""
    for _ in range(20):
        if window.focused_name() == step:
            break
        window.key('Tab')
    window.wait_focus(step)
    window.key('space')


def work(window, plan):
    """A third party is asked for two weeks; the term is extended, and the reply is given."""
    go_to_clock(window, REPLY)
    act(window, 'Pause…')
    window.write('2026-02-28 09:00')
    window.key('Tab')
    window.write('third party')
    window.key('Return')
    plan.wait(lambda due: [item[:2] for item in due] == FIRST, 'the clock to stand still')
    window.wait_focus('third party')              # the keyboard stays with the clock

    act(window, 'Resume…')
    window.write('2026-03-02 09:00')
    window.key('Return')
    plan.wait(lambda due: (ANSWER[0], '2026-03-27') in [item[:2] for item in due],
              'the clock to go on')

    tick_off(window, '申请内容不明确的，一次性告知补正')
    plan.wait(lambda due: (ASK[0], 'done') in [(item[0], item[3]) for item in due], 'it to be done')

    act(window, 'Extend…')
    window.find(ANSWER[0].partition('：')[2])     # which of its terms it is about
    window.write('20')
    window.key('Tab')
    window.write('article 33')
    window.key('Return')
    plan.wait(lambda due: (ANSWER[0], '2026-04-27') in [item[:2] for item in due],
              'the term to be longer')

    tick_off(window, '答复申请人')
    plan.wait(lambda due: (ANSWER[0], 'done') in [(item[0], item[3]) for item in due],
              'all to be done')
    window.key('Escape')


def back(window, plan, before):
    """All of it, one by one."""
    until(lambda: window.focused_name().startswith('Clocks'), 'the list to go')
    for _ in range(5):
        last = plan.due()
        window.key('ctrl+z')
        plan.wait(lambda due, last=last: due != last, 'something to be taken back')
    plan.wait(lambda due: due == before, 'all to be as it was')


def main(folder):
    library = folder + '/library.db'
    plan = Plan(library)
    window = Window(PROGRAM, '--library', library, '--today', NOW, '--page', 'calendar')
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        window.title = window.active()[2]
        start(window, OPINION, '03-04 10:05')
        plan.wait(lambda due: due == [(OPINION + '：予以回应', '2026-03-04', '10:05', 'yellow')],
                  'the first clock')
        start(window, REPLY, '03-26', '2026-02-27 09:00')
        plan.wait(lambda due: [item[:2] for item in due] == FIRST + [ASK, ANSWER],
                  'the second clock')
        see_what_is_next(window)
        before = plan.due()
        work(window, plan)
        back(window, plan, before)
        window.quit()

        window = Window(PROGRAM, '--library', library, '--today', NOW, '--page', 'calendar')
        window.key('Return')
        window.find('Check Now')
        see_what_is_next(window)
        assert plan.due() == before, plan.due()
        window.quit()
    finally:
        window.kill()


with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
    main(place)
