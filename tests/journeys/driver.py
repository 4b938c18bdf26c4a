"""Drive the window as a person does who does not see it: by what it tells an assistive technology
and by the keyboard. What GTK 4.8 does not tell (what is shown, where on the screen) is not asked.
"""

import os
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30          # seconds: a machine that is busy is not a fault
CONTROLS = {'push button', 'button', 'toggle button', 'check box', 'combo box', 'entry', 'text'}


def until(found, what):
    """The first true value of found (), asked again and again."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            value = found()
        except GLib.Error:                    # it went away while it was looked at
            value = None
        if value:
            return value
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.05)
    raise AssertionError(f'waited in vain for {what}')


class Window:
    def __init__(self, program, *arguments):
        self.name = os.path.basename(program)
        self.process = subprocess.Popen([program, *arguments])
        self.root = until(self._find_root, 'the program to be seen')
        until(self._is_active, 'the window to have the keyboard')

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        assert self.process.poll() is None, f'the program ended: {self.process.returncode}'
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        return None

    def _is_active(self):
        found = subprocess.run(['xdotool', 'getactivewindow', 'getwindowpid'],
                               capture_output=True, text=True)
        return found.stdout.strip() == str(self.process.pid)

    def walk(self, node=None):
        node = node or self.root
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def find(self, part, roles=()):
        """Something whose name contains part, once it is there."""
        return until(lambda: next((node for node in self.walk() if part in (node.get_name() or '')
                                   and (not roles or node.get_role_name() in roles)), None), part)

    def has(self, part):
        return any(part in (node.get_name() or '') for node in self.walk())

    def find_gone(self, part):
        until(lambda: not self.has(part), f'“{part}” to go')

    def press(self, button):
        node = self.find(button, ('push button', 'button'))
        names = [Atspi.Action.get_action_name(node, i)
                 for i in range(Atspi.Action.get_n_actions(node))]
        assert Atspi.Action.do_action(node, names.index('click')), button

    def focused(self):
        return next((node for node in self.walk()
                     if node.get_state_set().contains(Atspi.StateType.FOCUSED)), None)

    def focused_name(self):
        node = self.focused()
        return (node.get_name() or '') if node else ''

    def wait_focus(self, part):
        until(lambda: part in self.focused_name(), f'“{part}” to be focused')

    @staticmethod
    def key(*keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.1)

    @staticmethod
    def write(text):
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)

    def unnamed(self):
        """Controls that a reader could only call by their kind."""
        return sorted({(node.get_role_name(), node.get_name()) for node in self.walk()
                       if node.get_role_name() in CONTROLS
                       and (not node.get_name() or node.get_name().startswith(('Gtk', 'Adw')))})

    def quit(self):
        self.key('ctrl+q')
        assert self.process.wait(PATIENCE) == 0

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
