#!/usr/bin/env python3
"""Kills the program at random moments: what was announced is there, and nothing is half made.

Run as `test-kill.py ROUNDS`. YD_SEED repeats a run's edits and moments, as far as a machine can.
"""

import json
import os
import random
import subprocess
import sys
import threading
import time

from ctl import SAMPLE, main, rename

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 25
# The short run makes the same edits each time; the moments are a machine's own all the same.
SEED = int(os.environ.get('YD_SEED', random.randrange(1 << 32) if ROUNDS > 25 else 2017))
print(f'# YD_SEED={SEED}')
rng = random.Random(SEED)


def titles(ctl, plan):
    return {point['id']: point['title'] for point in ctl.ok('show', plan).json()['points']}


def feed(process, lines):
    """Writes until the other end is dead; a line cut in two is part of the game."""
    try:
        for line in lines:
            process.stdin.write(line.encode() + b'\n')
            process.stdin.flush()
    except (BrokenPipeError, ValueError):
        pass


def kill_while_editing(ctl, plan, edits, n_heard, seconds):
    """Kills the program when it has announced @n_heard edits, or after @seconds if that is 0.

    Returns the ids that were announced before it was dead.
    """
    process = subprocess.Popen(ctl.command('edit', plan), env=ctl.env, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines = [json.dumps({'changes': changes}) for changes in edits]
    threading.Thread(target=feed, args=(process, lines), daemon=True).start()
    if n_heard == 0:
        time.sleep(seconds)
    heard = b''.join(process.stdout.readline() for _ in range(n_heard))
    process.kill()
    announced = (heard + process.stdout.read()).decode()
    process.wait()
    # The last line may have been cut: it announced nothing.
    return announced[:announced.rfind('\n') + 1].split()


def make_edits(points, k):
    """Each edit names two points alike, so that half an edit would show."""
    return [[rename(point, f'{k}-{n}') for point in rng.sample(points, 2)] for n in range(2000)]


def replay(state, edits):
    for changes in edits:
        state |= {change['id']: change['new'] for change in changes}


def every_announced_edit_is_found(ctl):
    plan = ctl.import_sample()
    state = titles(ctl, plan)
    n_logged = len(ctl.ok('log', plan, '--json').lines())
    n_announced = n_busy = 0

    start = time.monotonic()
    ctl.edit(plan)
    start_up = time.monotonic() - start

    for k in range(ROUNDS):
        edits = make_edits(list(state), k)
        # Two of three are at work, however long it took to start; the others may just begin.
        n_heard = rng.randrange(1, 200) if k % 3 > 0 else 0
        announced = kill_while_editing(ctl, plan, edits, n_heard, start_up * rng.uniform(0.3, 2))

        logged = [entry['id'] for entry in ctl.ok('log', plan, '--json').lines()]
        lost = set(announced) - set(logged)
        assert not lost, f'round {k}: {len(lost)} of {len(announced)} announced edits are lost'

        # The journal has what was sent, in order; it may have more than could be announced.
        n_new = len(logged) - n_logged
        assert n_new >= len(announced), f'round {k}: {n_new} new, {len(announced)} announced'
        replay(state, edits[:n_new])
        assert titles(ctl, plan) == state, f'round {k}: the plan is not what its journal says'
        ctl.ok('verify')

        n_logged = len(logged)
        n_announced += len(announced)
        n_busy += 0 < n_new < len(edits)

    print(f'# {ROUNDS} kills, {n_busy} of them in the middle of its work, '
          f'{n_announced} edits announced, none lost')
    assert n_busy >= ROUNDS // 2, f'only {n_busy} of {ROUNDS} kills met the program at work'


def a_killed_import_is_whole_or_absent(ctl):
    whole = {}
    start = time.monotonic()
    plan = ctl.import_sample()
    duration = time.monotonic() - start
    n_points = len(titles(ctl, plan))

    for k in range(max(ROUNDS // 3, 1)):
        process = subprocess.Popen(ctl.command('import', SAMPLE), env=ctl.env,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        threading.Timer(duration * rng.uniform(0, 1.2), process.kill).start()
        announced = process.stdout.read().decode().split()
        process.wait()

        plans = [entry['id'] for entry in ctl.ok('plans', '--json').lines()]
        assert set(announced) <= set(plans), f'round {k}: an announced plan is lost'
        for plan in plans:
            whole[plan] = len(titles(ctl, plan))
        assert set(whole.values()) == {n_points}, f'round {k}: {whole}'
        ctl.ok('verify')


if __name__ == '__main__':
    main([every_announced_edit_is_found, a_killed_import_is_whole_or_absent])
