"""What a program finds on a desktop: a window manager, without which nothing has the keyboard, and
the bus of the assistive technologies. Each is waited for until it answers, not for a time: a busy
machine is slow to start them.
"""

import subprocess
import sys
import tempfile
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60          # seconds, after which something is broken and not slow


def _answers():
    """A manager writes on the root how many desktops it has; nobody else does."""
    asked = subprocess.run(['xdotool', 'get_num_desktops'], capture_output=True, text=True)
    return asked.returncode == 0 and asked.stdout.strip().isdigit()


class Desk:
    """In a with statement: the window manager of the display, from when it manages to the end."""

    def __init__(self):
        self.manager = None

    def _start_manager(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.manager is None or self.manager.poll() is not None:
                self.manager = subprocess.Popen(['openbox', '--sm-disable'],
                                                stderr=subprocess.DEVNULL)
            if _answers() and self.manager.poll() is None:
                return
            time.sleep(0.1)
        raise AssertionError('the window manager does not answer')

    @staticmethod
    def _find_bus():
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                # What is asked for may open a window, which a busy machine is slow to make.
                Atspi.set_timeout(PATIENCE * 1000, PATIENCE * 1000)
                if Atspi.init() in (0, 1) and Atspi.get_desktop(0).get_child_count() >= 0:
                    return
            except GLib.Error:
                pass
            time.sleep(0.1)
        raise AssertionError('the accessibility bus does not answer')

    def __enter__(self):
        self._start_manager()
        self._find_bus()
        return self

    def __exit__(self, *error):
        self.manager.terminate()
        self.manager.wait()


def run(journey):
    """journey (program, folder) on a desk of its own, with the program of the command line."""
    with Desk(), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        journey(sys.argv[1], folder)
