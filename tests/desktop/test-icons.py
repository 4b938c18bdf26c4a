#!/usr/bin/env python3
"""Check and render each icon: `test-icons.py TOP RSVG-CONVERT`."""

import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zlib

SVG = '{http://www.w3.org/2000/svg}'
SIZES = (16, 32, 64)
# GTK 4.8 gives a symbolic icon its colour by filling these elements, and no others.
RECOLOURED = {SVG + name for name in ('path', 'rect', 'circle')}

top = pathlib.Path(sys.argv[1])
icons = top / 'data' / 'icons'
faults = []


def pixels(png):
    """The (red, green, blue, alpha) of each pixel of a PNG as rsvg-convert writes it."""
    width, height, depth, colour = struct.unpack('>IIBB', png[16:26])
    assert (depth, colour) == (8, 6), 'not 8 bit RGBA'
    at, data = 8, b''
    while at < len(png):
        size, kind = struct.unpack('>I4s', png[at:at + 8])
        data += png[at + 8:at + 8 + size] if kind == b'IDAT' else b''
        at += size + 12
    data, stride = zlib.decompress(data), 4 * width
    above = bytes(stride)
    for y in range(height):
        kind, *line = data[y * (stride + 1):(y + 1) * (stride + 1)]
        for i in range(stride):
            a, b, c = (line[i - 4], above[i], above[i - 4]) if i >= 4 else (0, above[i], 0)
            near = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
            line[i] = (line[i] + (0, a, b, (a + b) // 2, near)[kind]) & 255
        yield from zip(*[iter(line)] * 4)
        above = line


def render(path, size, colour):
    with tempfile.NamedTemporaryFile('w', suffix='.css') as sheet:
        sheet.write(f'svg {{ color: {colour} }}')
        sheet.flush()
        return subprocess.run([sys.argv[2], '-s', sheet.name, '-w', str(size), '-h', str(size),
                               path], capture_output=True, check=True).stdout


def check_symbolic(path, root):
    if root.get('width') != '16' or root.get('height') != '16':
        faults.append(f'{path}: a symbolic icon is 16×16')
    for element in root.iter():
        if element is root or not isinstance(element.tag, str):
            continue
        if element.tag not in RECOLOURED:
            faults.append(f'{path}: GTK does not recolour <{element.tag.removeprefix(SVG)}>')
        if element.get('fill') != 'currentColor' or element.get('stroke') or element.get('style'):
            faults.append(f'{path}: fill with currentColor and nothing else')
    colours = {p[:3] for p in pixels(render(path, 16, '#ff0000')) if p[3] > 32}
    if any(red < 250 or green > 5 or blue > 5 for red, green, blue in colours):
        faults.append(f'{path}: has a colour of its own')


def check_rendered(path):
    render(path, 256, '#000000')
    for size in SIZES:
        ink = sum(p[3] for p in pixels(render(path, size, '#000000'))) / (255 * size * size)
        if not 0.05 < ink < 0.95:
            faults.append(f'{path}: {ink:.0%} of it is filled at {size} px')


def check_drawn(path):
    """What is kept as pixels, so that it is there at once, is what is drawn."""
    size = int(path.parent.parent.name.split('x')[0])
    drawing = icons / 'hicolor' / 'scalable' / path.relative_to(path.parents[1]).with_suffix('.svg')
    if not drawing.exists():
        faults.append(f'{path}: there is no {drawing}')
        return
    pairs = zip(pixels(path.read_bytes()), pixels(render(drawing, size, '#000000')), strict=True)
    if max(abs(a - b) for kept, drawn in pairs for a, b in zip(kept, drawn)) > 16:
        faults.append(f'{path}: is not as it is drawn. Make it with '
                      f'rsvg-convert -w {size} -h {size} {drawing}')


def check_used():
    """No icon is missing where it is named, none is forgotten in the resources."""
    drawn = {path.stem for path in (icons / 'scalable' / 'actions').glob('*.svg')}
    for place in (top / 'src' / 'app', top / 'data' / 'ui'):
        for path in (p for p in place.rglob('*') if p.suffix in ('.c', '.ui')):
            for name in re.findall(r'\byd-[a-z-]+-symbolic\b', path.read_text()):
                if name not in drawn:
                    faults.append(f'{path}: there is no icon {name}')
    resources = top / 'data' / 'yaodian.gresource.xml'
    if resources.exists():
        listed = set(re.findall(r'actions/(yd-[a-z-]+-symbolic)\.svg', resources.read_text()))
        faults.extend(f'{resources}: lacks {name}' for name in sorted(drawn - listed))


found = sorted(icons.rglob('*.svg'))
for path in found:
    root = ET.parse(path).getroot()
    if path.stem.endswith('-symbolic'):
        check_symbolic(path, root)
    elif root.get('viewBox') != '0 0 128 128':
        faults.append(f'{path}: is drawn on 128×128')
    check_rendered(path)
for path in sorted(icons.rglob('*.png')):
    check_drawn(path)
check_used()
if not found:
    faults.append(f'{icons}: no icon')

print('\n'.join(faults))
sys.exit(bool(faults))
