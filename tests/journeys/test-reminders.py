#!/usr/bin/env python3
"""Reminders without a window: what is due today is told of once, a click opens its point, and
what is taken back goes away. What was told of cannot be kept: then that is told as well.

`test-reminders.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display: a mock of the
desktop's notification daemon hears what the program says.
"""

import datetime
import json
import pathlib
import signal
import subprocess
import sys
import time

import dbus
import dbusmock

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402

PATIENCE = 60
PROGRAM, CTL, SAMPLE = sys.argv[1:]
SETTINGS = '''[io/github/yaodian/Yaodian]
remind-quiet=false
remind-when-closed=true
'''


def wait_for(what, question):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError(f'waited in vain for {what}')


def ctl(*args, stdin=''):
    done = subprocess.run([CTL, *args], input=stdin, capture_output=True, text=True, check=True)
    return done.stdout


def make_due(plan, point):
    """A target of the office on @point that is due today, whatever day that is."""
    today = datetime.date.today().isoformat()
    ctl('edit', plan, stdin=json.dumps({'act': 'deadline.add', 'create': [
        {'kind': 'deadline', 'id': '$d', 'fields': {
            'point': point, 'origin': 'internal', 'rule': 'date', 'value': today, 'roll': 'keep',
            'check': 'confirmed', 'order': 'V00'}}]}) + '\n')


class Daemon:
    """The mock of org.freedesktop.Notifications, and what it was told."""

    def __init__(self):
        self.process = subprocess.Popen(
            ['/usr/bin/python3', '-m', 'dbusmock', '--session', '--template',
             'notification_daemon'], stdout=subprocess.DEVNULL)
        self.bus = dbus.SessionBus()
        wait_for('the mock', lambda: self.bus.name_has_owner('org.freedesktop.Notifications'))
        self.object = self.bus.get_object('org.freedesktop.Notifications',
                                          '/org/freedesktop/Notifications')
        self.mock = dbus.Interface(self.object, dbusmock.MOCK_IFACE)

    def calls(self, method):
        return [args for _, name, args in self.mock.GetCalls() if name == method]

    def click(self, number):
        self.mock.EmitSignal('org.freedesktop.Notifications', 'ActionInvoked', 'us',
                             [dbus.UInt32(number), 'default'])


class Background:
    """The program as it starts at login: no window of it is asked for."""

    def __init__(self):
        self.process = subprocess.Popen([PROGRAM, '--gapplication-service'])

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE) == 0

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def windows():
    """The titles of the windows of the program."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'yaodian'],
                           capture_output=True, text=True)
    return [subprocess.run(['xdotool', 'getwindowname', window], capture_output=True,
                           text=True).stdout for window in found.stdout.split()]


def undo_until(question):
    """Ctrl+Z: the only edit that there is to undo in a window that has just opened is the last.
    A key that comes before the window has the keyboard goes to nobody, so it may take two.
    """
    end = time.monotonic() + PATIENCE
    while not question() and time.monotonic() < end:
        subprocess.run(['xdotool', 'key', 'ctrl+z'], check=True)
        for _ in range(80):
            if question():
                return
            time.sleep(0.1)


def first_start(daemon, plan, points):
    make_due(plan, points[0])
    program = Background()
    try:
        wait_for('a reminder', lambda: daemon.calls('Notify'))
        name, _, _, title, body, actions = daemon.calls('Notify')[0][:6]
        assert 'default' in actions, actions
        assert 'today' in title and '推进' in title, title
        assert datetime.date.today().isoformat() in body and 'Internal' in body, body
        assert not windows()
        program.end()
    finally:
        program.kill()


def second_start(daemon, plan, points):
    """Only of what is new. One is clicked, which opens the window; there the other is undone."""
    make_due(plan, points[1])
    make_due(plan, points[2])
    program = Background()
    try:
        wait_for('two more reminders', lambda: len(daemon.calls('Notify')) > 2)
        assert len(daemon.calls('Notify')) == 3, daemon.calls('Notify')
        daemon.click(2)               # the numbers of the mock: 1 was at the first start
        wait_for('a window', windows)
        wait_for('the plan', lambda: any('2017' in name for name in windows()))
        undo_until(lambda: daemon.calls('CloseNotification'))
        closed = daemon.calls('CloseNotification')
        assert [int(number) for (number,) in closed] == [3], closed
        assert len(daemon.calls('Notify')) == 3, daemon.calls('Notify')
        program.end()
    finally:
        program.kill()

    views = (pathlib.Path.home() / '.local/share/yaodian/views.ini').read_text()
    assert points[1] in views, views


def third_start(daemon, plan, points):
    """Nothing can be written where it is kept what was reminded of, as on a full disk: that is
    said once, and nothing is lost.
    """
    book = pathlib.Path.home() / '.local/share/yaodian/reminders.ini'
    book.unlink()
    book.mkdir()
    before = len(daemon.calls('Notify'))
    program = Background()
    try:
        wait_for('two reminders', lambda: len(daemon.calls('Notify')) > before + 1)
        first, second = [call[3:5] for call in daemon.calls('Notify')[before:before + 2]]
        assert first[0] == 'Reminders Cannot Be Kept' and 'reminders.ini' in first[1], first
        assert '推进' in second[0] + second[1], second
        program.end()
    finally:
        program.kill()


def journey():
    config = pathlib.Path.home() / '.config/glib-2.0/settings/keyfile'
    config.parent.mkdir(parents=True)
    config.write_text(SETTINGS)
    plan = ctl('import', SAMPLE).strip()
    points = [p['id'] for p in json.loads(ctl('show', plan))['points'] if '推进' in p['title']]
    daemon = Daemon()
    try:
        first_start(daemon, plan, points)
        second_start(daemon, plan, points)
        third_start(daemon, plan, points)
    finally:
        daemon.process.terminate()
        daemon.process.wait()


with Desk():
    journey()
