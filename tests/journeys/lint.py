"""Is there a control that a reader could only call by its kind? Asked of everything that opens."""


class Lint:
    def __init__(self, window):
        self.window = window

    def look(self, where, part=None):
        found = self.window.unnamed(part)
        assert not found, f'without a name, {where}:\n  ' + '\n  '.join(found)

    def open(self, what, how, inside):
        """Opens something with how (), looks at it once inside is there, and closes it."""
        how()
        self.window.find(inside)
        self.look(what)
        self.window.key('Escape')
        self.window.find_gone(inside)

    def open_window(self, title, how, inside, within=None):
        """The same of a window; within () opens what there is to be seen in it."""
        main = self.window.active()[2]
        how()
        self.window.wait_active(title)
        self.window.find(inside)
        self.look(f'in “{title}”')
        if within:
            within()
        self.window.key('Escape')
        self.window.wait_active(main)
