#!/usr/bin/env python3
"""What a clerk moves with the pointer, and by the keyboard where that is shorter: targets in the
month; bars, their ends and the arrows between them in the timeline. What would follow is read
before it is accepted, one undo takes all of it back, and what would go round in a circle is refused
with the whole circle. What is on the disk is asked after each.

`test-moves.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import pathlib
import sys
import tempfile

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import Window, until  # noqa: E402
from plan import Plan  # noqa: E402
from screen import Screen  # noqa: E402

TODAY = '2017-07-03'                     # a Monday
SCHEME = '制定本单位具体实施方案或工作计划'
FIRST = '推进“放管服”改革信息公开'
SECOND = '推进供给侧结构性改革信息公开'
THIRD = '推进财税体制改革信息公开'
FOURTH = '推进国资国企信息公开'

BARS = {FIRST: ('2017-07-03', 10), SECOND: ('2017-07-05', 10), FOURTH: ('2017-08-01', 10)}
TARGETS = {FIRST: '2017-07-18', SECOND: '2017-07-28', THIRD: '2017-07-20', FOURTH: '2017-08-25'}
LINKS = {(FIRST, SECOND)}

BAR = 9          # half of the height of a bar; its lower edge has no words


class Month:
    """Days and what is due on them, by the places that they tell."""

    def __init__(self, window):
        self.window = window
        window.press('Month')
        until(lambda: '2017-07-' in window.focused_name(), 'a day to have the keyboard')

    def go_to(self, day):
        """With the arrows from today, which is a Monday."""
        self.window.key('Home')
        self.window.wait_focus(TODAY)
        n = int(day[-2:]) - int(TODAY[-2:])
        self.window.key(*['Down'] * (n // 7), *['Right'] * (n % 7))
        self.window.wait_focus(day)
        return self.window.place_of(self.window.focused())

    def go_to_chip(self, day, title):
        self.go_to(day)
        self.window.key('Tab')
        self.window.wait_focus(title)
        return self.window.place_of(self.window.focused())

    def drag(self, title, day, to):
        x, y, width, height = self.go_to(to)
        chip = self.go_to_chip(day, title)
        self.window.drag_to((chip[0] + chip[2] // 2, chip[1] + chip[3] // 2),
                            (x + width // 2, y + height - 8))


class Timeline:
    """Rows by the places that they tell, and bars by what is drawn there."""

    def __init__(self, window):
        self.window = window
        self.screen = Screen()
        window.press('Timeline')
        window.wait_focus(', 10 working days')      # the row of what is selected

    def go_to(self, title):
        self.window.key('ctrl+Home')
        until(lambda: 'unfolded' in self.window.focused_name(), 'the first row')
        for _ in range(8):
            if title in self.window.focused_name():
                break
            before = self.window.focused_name()
            self.window.key('Down')
            until(lambda name=before: self.window.focused_name() not in ('', name), 'the next row')
        self.window.wait_focus(title)

    def bar(self, title):
        """Its left, the pixel behind its right, and the middle of its height."""
        self.go_to(title)
        x, y, width, height = self.window.place_of(self.window.focused())
        middle = y + height // 2

        def found():
            return self.screen.blue(middle + BAR - 2, x + 4, x + width - 4, 24)

        left, right = until(found, f'the bar of {title}')
        return left, right, middle


def see(window, *parts):
    """What the preview says would follow, with all of parts in it."""
    def found():
        bar = window.beside('Discard')
        return bar and any(all(part in (node.get_name() or '') for part in parts)
                           for node in window.walk(bar))

    until(found, parts)


def drop(window):
    window.key('Escape')
    until(lambda: window.beside('Discard', 5) is None, 'the preview to go')


def confirm(window, button):
    bar = window.beside('Discard')
    window.do(next(node for node in window.walk(bar) if node.get_name() == button
                   and Atspi.Action.get_n_actions(node)))


def find_due(window):
    """How much is due this month, and what."""
    month = Month(window)
    window.find('21 working days · 4 due')
    month.go_to_chip('2017-07-18', FIRST)
    assert 'Internal Target' in window.focused_name(), window.focused_name()
    month.go_to_chip('2017-07-13', SCHEME)
    return month


def move_targets(window, month, plan):
    """A target that nothing waits for; one that cannot be met then; one that is not the office's."""
    month.drag(THIRD, '2017-07-20', '2017-07-25')
    see(window, 'Its internal target moves from 07-20 (Thursday) to 07-25 (Tuesday)')
    see(window, '3 working days later; Nothing else moves')
    assert plan.dates(THIRD)[2] == '2017-07-20'
    confirm(window, 'Move')
    plan.wait(lambda p: p.dates(THIRD)[2] == '2017-07-25', 'the target to move')
    window.key('ctrl+z')
    plan.wait(lambda p: p.dates(THIRD)[2] == '2017-07-20', 'the target to be back')

    month.drag(SECOND, '2017-07-28', '2017-07-26')
    see(window, '2 working days earlier', SECOND + ' until 07-28 (Friday), 2 working days after its '
        f'deadline (through {FIRST} → {SECOND})')
    drop(window)
    assert plan.dates(SECOND)[2] == '2017-07-28'

    month.drag(SCHEME, '2017-07-13', '2017-07-14')       # a toast says why not, for a while
    month.go_to_chip('2017-07-18', FIRST)
    assert window.beside('Discard', 5) is None
    window.key('shift+Left', 'shift+Left')
    see(window, 'Its internal target moves from 07-18 (Tuesday) to 07-14 (Friday)')
    window.key('Return')
    plan.wait(lambda p: p.dates(FIRST)[2] == '2017-07-14', 'the target to move')
    window.key('ctrl+z')
    plan.wait(lambda p: p.dates(FIRST)[2] == '2017-07-18', 'the target to be back')


def move_bars(window, chart, plan):
    """A week later, and the one that waits for it as well; then only its end."""
    before = plan.dates(FIRST), plan.dates(SECOND)
    assert before == (('2017-07-03', '2017-07-14', '2017-07-18'),
                      ('2017-07-17', '2017-07-28', '2017-07-28')), before
    left, right, y = chart.bar(FIRST)
    day = (right - left) / 12            # from a Monday to the Friday after the next
    middle = (left + right) // 2
    window.drag_to((middle, y), (middle + round(7 * day), y))
    see(window, 'Its end moves from 07-14 (Friday) to 07-21 (Friday)')
    see(window, f'5 working days later; {SECOND}: 5 working days later', f'{FIRST} until 07-21',
        f'{SECOND} until 08-04 (Friday), 5 working days after its deadline (through '
        f'{FIRST} → {SECOND})')
    assert plan.dates(FIRST) == before[0]
    window.key('Return')
    plan.wait(lambda p: p.dates(SECOND)[:2] == ('2017-07-24', '2017-08-04'), 'both bars to move')
    assert plan.dates(FIRST)[:2] == ('2017-07-10', '2017-07-21')
    window.key('ctrl+z')
    plan.wait(lambda p: (p.dates(FIRST), p.dates(SECOND)) == before, 'both bars to be back')

    left, right, y = chart.bar(FIRST)
    window.drag_to((right - 3, y), (right - 3 + round(3 * day), y))
    see(window, 'It takes 11 working days: 07-03 (Monday) to 07-17 (Monday)')
    drop(window)

    chart.go_to(FIRST)
    window.key('ctrl+shift+Right')
    see(window, 'It takes 11 working days: 07-03 (Monday) to 07-17 (Monday)')
    window.key('Return')
    plan.wait(lambda p: p.dates(SECOND)[:2] == ('2017-07-18', '2017-07-31'), 'it to be longer')
    window.key('ctrl+z')
    plan.wait(lambda p: (p.dates(FIRST), p.dates(SECOND)) == before, 'it to be as it was')


def link(window, chart, pred, succ):
    """An arrow from the knob behind a bar, beside the ◆ that may stand there, to another bar."""
    left, _, to = chart.bar(succ)
    _, right, y = chart.bar(pred)
    window.drag_to((right + 9, y), (left + 5, to))


def link_bars(window, chart, plan):
    """One that can be, and one that would go round: all of the circle is named, and what could go."""
    before = plan.links()
    link(window, chart, SECOND, FOURTH)
    see(window, '一(二) is done, then 一(四) begins')
    see(window, 'Nothing else moves')
    assert plan.links() == before
    confirm(window, 'Link')
    plan.wait(lambda p: p.links() == before | {(SECOND, 'FS', FOURTH)}, 'the arrow')

    link(window, chart, FOURTH, FIRST)
    see(window, 'Not Possible')
    see(window, 'It would go round in a circle: '
        f'{FOURTH} → {FIRST} → {SECOND} → {FOURTH}. '
        f'One of these could go: {FIRST} → {SECOND}, {SECOND} → {FOURTH}')
    window.key('Return')                 # there is nothing to confirm
    until(lambda: window.beside('Discard', 5) is None, 'the refusal to go')
    assert plan.links() == before | {(SECOND, 'FS', FOURTH)}, plan.links()

    window.key('ctrl+z')
    plan.wait(lambda p: p.links() == before, 'the arrow to be gone')


def journey(program, plan, library):
    window = Window(program, '--library', library, '--today', TODAY, '--size', '1280x800')
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        window.key('alt+2')
        month = find_due(window)
        move_targets(window, month, plan)
        chart = Timeline(window)
        move_bars(window, chart, plan)
        link_bars(window, chart, plan)
        window.quit()
    finally:
        window.kill()


with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    file = folder + '/library.db'
    read = Plan(sys.argv[2], file, TODAY)
    read.read(sys.argv[3])
    read.work_out(BARS, TARGETS, LINKS)
    journey(sys.argv[1], read, file)
