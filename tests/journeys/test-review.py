#!/usr/bin/env python3
"""Open the sample, of which two things were read wrongly, and check all of it by the keyboard
in at most 40 presses: what is wrong is corrected, all else is accepted.

`test-review.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import Window, until  # noqa: E402

MOST = 40
UNIT = '市审改办'                        # the document has it as one of those that are responsible
WORDS = '印发后30个工作日内'              # and this is not 20 days


class Plan:
    def __init__(self, ctl, library):
        self.call = [ctl, '--library', library]

    def ask(self, *arguments, **options):
        return subprocess.run([*self.call, *arguments], check=True, capture_output=True, text=True,
                              **options).stdout

    def read(self, sample):
        self.id = self.ask('import', sample).strip()

    def show(self):
        return json.loads(self.ask('show', self.id))

    def set(self, kind, row, **cells):
        changes = [{'kind': kind, 'id': row['id'], 'field': field, 'new': value}
                   for field, value in cells.items()]
        self.ask('edit', self.id, input=json.dumps({'act': 'test', 'changes': changes}) + '\n')


def facts(node):
    """All that was read, wherever it stands in the plan."""
    if isinstance(node, dict):
        if 'check' in node:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from facts(child)


def find(plan, words):
    return next(fact for fact in facts(plan.show()) if fact.get('words') == words)


def plant(plan):
    """What a reader misunderstood, and was not sure of."""
    plan.set('assignment', find(plan, UNIT), role='lead', sure=70)
    plan.set('deadline', find(plan, WORDS), n=20, sure=70)


def correct(window, name):
    """How many presses it takes to say what the document says at the line called name."""
    if UNIT in name:
        assert 'Lead' in name, name
        window.key('F2')
        window.wait_focus('Lead')
        window.key('Down')
        window.wait_focus('Responsible')
        window.key('Return')
        return 3

    assert '20' in name, name
    window.key('F2')
    until(lambda: window.focused_name() != name, 'the field')
    window.key('ctrl+a', '3', '0')
    window.find('30 working days')                # the result is said in words before it counts
    window.key('Return')
    return 5


def check_all(window):
    """Returns: how many presses it took, and how often something was corrected."""
    window.key('F8')
    window.wait_focus('Point, ')
    unnamed = window.unnamed()
    assert not unnamed, unnamed
    window.key('ctrl+shift+Return')
    presses, corrected = 2, 0

    while not window.has('All checked'):
        name = until(lambda: window.focused_name() if ', ' in window.focused_name() else None,
                     'a line to be focused')
        if UNIT in name or WORDS in name:
            presses += correct(window, name)
            corrected += 1
        else:
            window.key('Return')
            presses += 1
        until(lambda: window.focused_name() not in ('', name) or window.has('All checked'),
              f'what comes after “{name}”')

    return presses, corrected


def journey(program, plan, library):
    window = Window(program, '--library', library)
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        presses, corrected = check_all(window)
        print(f'# {presses + 1} presses of a key')
        assert corrected == 2, corrected
        assert presses + 1 <= MOST, presses
        window.find('Saved')
        window.quit()
    finally:
        window.kill()

    checks = [fact['check'] for fact in facts(plan.show())]
    assert len(checks) > 100 and set(checks) == {'confirmed'}, checks
    assert find(plan, UNIT)['role'] == 'responsible'
    deadline = find(plan, WORDS)
    assert (int(deadline['n']), deadline['measure']) == (30, 'workdays'), deadline


with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
    file = folder + '/library.db'
    read = Plan(sys.argv[2], file)
    read.read(sys.argv[3])
    plant(read)
    journey(sys.argv[1], read, file)
