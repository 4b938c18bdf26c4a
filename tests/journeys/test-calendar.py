#!/usr/bin/env python3
"""What a clerk does with the calendar, by the keyboard: finds what is due this month and why, has it
put off, moves the days of a point and its target after reading what would follow, takes it back,
links two points, and is refused what would go round in a circle. What is on the disk is asked after
each.

`test-calendar.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import Window, until  # noqa: E402
from plan import Plan  # noqa: E402

TODAY = '2017-07-03'                     # a Monday
SCHEME = '制定本单位具体实施方案或工作计划'
FIRST = '推进“放管服”改革信息公开'
SECOND = '推进供给侧结构性改革信息公开'
THIRD = '推进财税体制改革信息公开'
FOURTH = '推进国资国企信息公开'

BARS = {FIRST: ('2017-07-03', 5), SECOND: ('2017-07-05', 5), FOURTH: ('2017-07-20', 5)}
TARGETS = {FIRST: '2017-07-11', SECOND: '2017-07-14', THIRD: '2017-07-20', FOURTH: '2017-08-04'}
LINKS = {(FIRST, SECOND)}


def go_to(window, part):
    """With Down from where the keyboard is, as far as it takes."""
    seen = []
    while part not in window.focused_name():
        seen.append(window.focused_name())
        assert len(seen) < 60, f'Down does not reach “{part}”: {seen}'
        window.key('Down')


def go_to_list(window):
    """With F6 from wherever the keyboard is, and to the first line."""
    for _ in range(8):
        before = window.focused_name()
        if before.startswith('This Month, ') or ', units ' in before:
            break
        window.key('F6')
        until(lambda name=before: window.focused_name() not in ('', name), 'the next part')
    window.key('Home')
    window.wait_focus('This Month, ')


def find_due(window):
    """What is due this month, and the sentence that says so."""
    window.key('alt+2')
    window.press('Agenda')
    window.find('This Month, ', ('list item',))
    go_to_list(window)
    go_to(window, SCHEME)
    assert 'deadline 2017-07-13 (Thursday)' in window.focused_name(), window.focused_name()
    window.key('Return')
    window.find('印发后30个工作日内')
    window.find('2017-06-01 (Thursday)')
    until(lambda: any('并在本要点印发后30个工作日内' in window.text_of(node)
                      for node in window.walk() if node.get_role_name() == 'text'), 'the sentence')


def choose_due(window, item):
    """In the context menu of the line that has the keyboard."""
    window.key('shift+F10')
    window.do(window.find(item, ('menu item',)))


def put_off(window, plan):
    """Asked for, which moves nothing, and granted, which does; both are taken back."""
    go_to_list(window)
    go_to(window, SCHEME)
    choose_due(window, 'Ask for an Extension')
    window.wait_focus('To which day')
    window.write('2017-07-20')
    window.find('becomes 2017-07-20 (Thursday)')
    window.key('Return')
    window.find('Extension Asked For', ('list item',))
    assert plan.dates(SCHEME)[2] == '2017-07-13', plan.dates(SCHEME)

    go_to_list(window)
    go_to(window, SCHEME)
    choose_due(window, 'Grant or Decline')
    window.wait_focus('To which day')
    window.key('Return')
    plan.wait(lambda p: p.dates(SCHEME)[2] == '2017-07-20', 'the deadline to be put off')
    window.key('ctrl+z')
    plan.wait(lambda p: p.dates(SCHEME)[2] == '2017-07-13', 'the deadline to be back')
    window.key('ctrl+z')
    until(lambda: not window.has('Extension Asked For'), 'the question to be taken back')


def link(window, title, initials):
    """Says in the pane that the point waits for another; returns when it was tried."""
    go_to(window, title)
    window.press('Add a dependency')
    window.wait_focus('Number, title or initials')
    window.write(initials)
    window.find('This can start after ')
    window.key('Return')


def link_in_pane(window, plan):
    """One more link, and one that would go round: all of the circle is named."""
    go_to_list(window)
    link(window, FOURTH, 'tjgg')
    plan.wait(lambda p: (SECOND, 'FS', FOURTH) in p.links(), 'the link')
    window.find('This can start after (二)' + SECOND)
    links = plan.links()
    go_to_list(window)

    link(window, FIRST, 'tjgzgq')
    said = window.find('would go round in a circle').get_name()
    assert all(title in said for title in (FIRST, SECOND, FOURTH)), said
    window.key('Escape')
    until(lambda: 'initials' not in window.focused_name(), 'the editor to go')
    assert plan.links() == links, plan.links()
    go_to_list(window)


def go_to_row(window, title):
    """In the timeline, by F6 and the arrows."""
    for _ in range(8):
        before = window.focused_name()
        if ', unfolded' in before or ' to 07-' in before or 'Due 07-' in before:
            break
        window.key('F6')
        until(lambda name=before: window.focused_name() not in ('', name), 'the next part')
    window.key('ctrl+Home')
    go_to(window, title)


def move(window, plan):
    """A bar that pushes another one over its target, and a target; both are taken back."""
    before = plan.dates(FIRST), plan.dates(SECOND)
    assert before == (('2017-07-03', '2017-07-07', '2017-07-11'),
                      ('2017-07-10', '2017-07-14', '2017-07-14')), before
    window.press('Timeline')
    go_to_row(window, FIRST)
    window.key('shift+Right')
    said = window.find('1 working day after its deadline').get_name()
    assert SECOND in said and '1 working day later' in said, said
    assert plan.dates(FIRST) == before[0]
    window.key('Return')
    plan.wait(lambda p: p.dates(SECOND)[:2] == ('2017-07-11', '2017-07-17'), 'the bars to move')
    assert plan.dates(FIRST)[:2] == ('2017-07-04', '2017-07-10')
    window.key('ctrl+z')
    plan.wait(lambda p: (p.dates(FIRST), p.dates(SECOND)) == before, 'the bars to be back')

    go_to_row(window, THIRD)
    window.key('shift+Left')
    window.find('Its internal target moves')
    window.key('Escape')
    window.key('shift+Right')
    window.find('to 07-21 (Friday)')
    window.key('Return')
    plan.wait(lambda p: p.dates(THIRD)[2] == '2017-07-21', 'the target to move')
    window.key('ctrl+z')
    plan.wait(lambda p: p.dates(THIRD)[2] == '2017-07-20', 'the target to be back')


def journey(program, plan, library):
    window = Window(program, '--library', library, '--today', TODAY)
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        find_due(window)
        put_off(window, plan)
        link_in_pane(window, plan)
        move(window, plan)
        window.quit()
    finally:
        window.kill()


with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    file = folder + '/library.db'
    read = Plan(sys.argv[2], file, TODAY)
    read.read(sys.argv[3])
    read.work_out(BARS, TARGETS, LINKS)
    journey(sys.argv[1], read, file)
