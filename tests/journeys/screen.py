"""What is drawn, read from where the server of tests/support/with-display keeps it. A widget that
draws itself tells an assistive technology which row has the keyboard, not where in it a bar is.
"""

import mmap
import os
import struct


class Screen:
    """The pixels of the display as they are now; the file is an XWD, which the server writes."""

    def __init__(self):
        with open(os.environ['YD_SCREEN'], 'rb') as file:
            self.map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack('>25I', self.map[:100])
        self.width, self.height = head[4], head[5]
        self.order = '<' if head[7] == 0 else '>'
        self.stride = head[12]
        self.start = head[0] + head[19] * 12
        assert head[11] == 32, head

    def line(self, y, first, end):
        """The pixels of a line from first to before end, each as red, green, blue."""
        at = self.start + y * self.stride
        raw = self.map[at + 4 * first:at + 4 * end]
        return [(p >> 16 & 255, p >> 8 & 255, p & 255)
                for p in struct.unpack(f'{self.order}{end - first}I', raw)]

    def blue(self, y, first, end, least):
        """The longest run of what is filled with the accent, as its first pixel and the one behind
        its last; None if it is shorter than least.
        """
        best = run = (first, first)
        for x, (red, _, blue) in enumerate(self.line(y, first, end), first):
            if blue - red > 45 and blue > 150:
                run = (run[0], x + 1) if run[1] == x else (x, x + 1)
                best = max(best, run, key=lambda r: r[1] - r[0])
        return best if best[1] - best[0] >= least else None
