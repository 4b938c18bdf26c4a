"""Drive the window as a person does who does not see it: by what it tells an assistive technology
and by the keyboard. What GTK 4.8 does not tell (what is shown, where on the screen) is not asked.
"""

import copy
import fnmatch
import os
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 90          # seconds: a machine that is busy is not a fault
BUTTONS = ('push button', 'button', 'toggle button')
CONTROLS = {*BUTTONS, 'check box', 'radio button', 'combo box', 'entry', 'text', 'spin button',
            'slider', 'page tab', 'menu item', 'check menu item', 'radio menu item', 'progress bar',
            'list', 'list item', 'tree', 'tree table', 'tree item', 'table', 'table row', 'image',
            'dialog', 'frame', 'alert'}

# What GTK and libadwaita 1.2 make for themselves without a name. Nobody else can give it one; a
# reader stops at none of them, as they are pictures, or hidden in a window of preferences with one
# page; or they are in a window that is made whole by the toolkit.
THEIRS = (
    'filler “AdwIndicatorBin” > image “GtkImage”',
    ' > list item “*” > panel “” > image “GtkImage”',
    ' > page tab list “AdwViewSwitcher” > page tab “GtkLabel”',
    ' > combo box “*” > *list “GtkListView”',
    ' > combo box “*” > *list “GtkListView” > list item “”',
    ' > combo box “*” > *image “GtkImage”',
    'frame “Preferences” > *entry “GtkSearchEntry”',
    'frame “Preferences” > *list “GtkListBox”',
    'frame “Properties of the Plan” > *entry “GtkSearchEntry”',
    'frame “Properties of the Plan” > *list “GtkListBox”',
    ' > text “*” > panel “” > image “GtkImage”',
    ' > combo box “*” > push button “GtkToggleButton”',
    'frame “About” > *',
    'frame “Keyboard Shortcuts” > *',
)


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
        self.last = None
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

    @staticmethod
    def active():
        """Which window has the keyboard: its number, its process, its title."""
        asked = [subprocess.run(['xdotool', 'getactivewindow', *what], capture_output=True,
                                text=True).stdout.strip()
                 for what in ([], ['getwindowpid'], ['getwindowname'])]
        return tuple(asked)

    def _is_active(self):
        return self.active()[1] == str(self.process.pid)

    def wait_active(self, title):
        """Keys go to the window that has the keyboard, which is not at once the one that came."""
        until(lambda: self.active()[2] == title, f'the window “{title}” to have the keyboard')

    @staticmethod
    def parts(node):
        return filter(None, map(node.get_child_at_index, range(node.get_child_count())))

    def walk(self, node=None, levels=99):
        node = node or self.root
        yield node
        for child in self.parts(node) if levels > 0 else ():
            yield from self.walk(child, levels - 1)

    def beside(self, part, levels=6):
        """The smallest part of the window around the keyboard that has something of this name in
        it, not far up. A whole window is many calls on a bus, which a busy machine makes slow.
        """
        node = self.focused()
        for _ in range(levels):
            node = node.get_parent() if node else None
            if node and any(part in (child.get_name() or '') for child in self.walk(node)):
                return node
        return None

    def dialog(self, title):
        """The window in front of it, once that has the keyboard. It is looked through alone: what
        stands behind is many calls.
        """
        self.wait_active(title)
        part = copy.copy(self)
        part.root = until(lambda: next((node for node in map(self.root.get_child_at_index, range(
            self.root.get_child_count())) if node and node.get_name() == title), None), title)
        part.last = None
        return part

    def find(self, part, roles=()):
        """Something whose name contains part, once it is there."""
        return until(lambda: next((node for node in self.walk() if part in (node.get_name() or '')
                                   and (not roles or node.get_role_name() in roles)), None), part)

    def find_toast(self, part):
        """It goes soon, and a busy machine is slow to tell of the whole window: what is in a toast
        does not lie deep.
        """
        return until(lambda: next((node for node in self.walk(levels=9)
                                   if part in (node.get_name() or '')), None), f'a toast, {part}')

    def has(self, part):
        return any(part in (node.get_name() or '') for node in self.walk())

    def find_gone(self, part):
        until(lambda: not self.has(part), f'“{part}” to go')

    def press(self, button):
        """The button of this name, in the newest window; or one that has it in its name."""
        self.find(button, BUTTONS)
        nodes = [node for node in self.walk() if node.get_role_name() in BUTTONS
                 and button in node.get_name()]
        self.do(next((node for node in nodes[::-1] if node.get_name() == button), nodes[0]))

    def open_menu(self, button):
        """A menu button is two of one name, of which the inner can be pressed. The last of several
        is the one: the page that a plan has comes after the first one.
        """
        self.find(button, BUTTONS)
        nodes = [node for node in self.walk() if node.get_name() == button
                 and node.get_role_name() in BUTTONS and Atspi.Action.get_n_actions(node)
                 and self.is_shown(node)]
        self.do(nodes[-1])

    def choose(self, menu, item):
        self.open_menu(menu)
        self.do(self.find(item, ('menu item', 'check menu item', 'radio menu item')))

    @staticmethod
    def is_shown(node):
        """What is on a page of a stack that is not shown has no place in the window."""
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return box.width > 0 and box.height > 0

    @staticmethod
    def do(node, action='click'):
        names = [Atspi.Action.get_action_name(node, i)
                 for i in range(Atspi.Action.get_n_actions(node))]
        assert Atspi.Action.do_action(node, names.index(action)), node.get_name()

    def focused(self):
        """Mostly it is beside what had the keyboard before: to look there first is much faster."""
        for nodes in self._near(), self.walk():
            for node in nodes:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    self.last = node
                    return node
        return None

    def _near(self):
        try:
            parent = self.last.get_parent() if self.last else None
            n = min(parent.get_child_count(), 20) if parent else 0
            return [child for child in map(parent.get_child_at_index, range(n)) if child] if n else []
        except GLib.Error:                    # it has gone
            return []

    def focused_name(self):
        node = self.focused()
        return (node.get_name() or '') if node else ''

    def wait_focus(self, part):
        until(lambda: part in self.focused_name(), f'“{part}” to be focused')

    def tab_to(self, part, step='Tab'):
        """With Tab as often as it takes, once round at most."""
        seen = []
        while part not in self.focused_name():
            seen.append(self.focused_name())
            assert len(seen) < 120, f'Tab does not reach “{part}”: {seen}'
            self.key(step)

    @staticmethod
    def text_of(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def has_row(self, rows, part):
        rows = self.find(rows, ('list',))
        return any(part in rows.get_child_at_index(i).get_name()
                   for i in range(rows.get_child_count()))

    def size(self):
        found = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'],
                               check=True, capture_output=True, text=True).stdout
        said = dict(line.split('=') for line in found.split())
        return int(said['WIDTH']), int(said['HEIGHT'])

    def resize(self, width, height):
        subprocess.run(['xdotool', 'getactivewindow', 'windowsize', str(width), str(height)],
                       check=True)
        until(lambda: self.size() == (width, height), f'a window of {width}×{height}')

    def column(self, title):
        """Where the head of a column is in the window."""
        heads = self.find('Columns', ('table row',))
        for i in range(heads.get_child_count()):
            head = heads.get_child_at_index(i)
            if any(node.get_name() == title for node in self.walk(head)):
                return Atspi.Component.get_extents(head, Atspi.CoordType.WINDOW)
        raise AssertionError(f'no column “{title}”')

    def place_of(self, node):
        """Where it is on the screen: left, top, width, height. Places are told without the border
        that GTK draws around a window.
        """
        said = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'],
                              check=True, capture_output=True, text=True).stdout
        window = dict(line.split('=') for line in said.split())
        frame = Atspi.Component.get_extents(self.root.get_child_at_index(0), Atspi.CoordType.WINDOW)
        box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        return (int(window['X']) + (int(window['WIDTH']) - frame.width) // 2 + box.x,
                int(window['Y']) + (int(window['HEIGHT']) - frame.height) // 2 + box.y,
                box.width, box.height)

    def drag(self, x, y, by):
        """What is at a place of the window goes so far to the right."""
        left, top, _, _ = self.place_of(self.root.get_child_at_index(0))
        self.drag_to((left + x, top + y), (left + x + by, top + y))

    @staticmethod
    def drag_to(start, end):
        """From one place of the screen to another. What the pointer does comes in its order, so
        there is nothing to wait for.
        """
        def mouse(*what):
            subprocess.run(['xdotool', *map(str, what)], check=True)

        mouse('mousemove', *start)
        mouse('mousedown', 1)
        for i in range(1, 6):
            mouse('mousemove', *(a + (b - a) * i // 5 for a, b in zip(start, end)))
        mouse('mouseup', 1)

    @staticmethod
    def key(*keys):
        for key in keys:
            subprocess.run(['xdotool', 'key', '--clearmodifiers', key], check=True)
            time.sleep(0.1)

    @staticmethod
    def write(text):
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)

    def unnamed(self, part=None):
        """Controls and pictures that a reader could only call by their kind; in all, or a part."""
        found = set()

        def look(node, path):
            role, name = node.get_role_name(), node.get_name() or ''
            path = f'{path} > {role} “{name}”'
            if (role in CONTROLS
                    and (not name.strip() or name.startswith(('Gtk', 'Adw', 'Yd', '_')))
                    and not any(fnmatch.fnmatchcase(path, '*' + theirs) for theirs in THEIRS)):
                found.add(' > '.join(path.split(' > ')[-5:]))
            for child in self.parts(node):
                look(child, path)

        look(part or self.root, '')
        return sorted(found)

    def quit(self):
        self.key('ctrl+q')
        assert self.process.wait(PATIENCE) == 0

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
