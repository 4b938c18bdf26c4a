#!/usr/bin/env python3
"""Check that includes only point downwards. Run by `meson test layers`."""

import pathlib
import re
import sys

# folder: (folders it may include besides base, outside headers it may use)
LAYERS = {
    'base':    ('', 'unicode/'),
    'core':    ('', ''),
    'late':    ('', 'archive.h sqlite3.h xlsxwriter.h'),
    'judge':   ('core wire', ''),
    'reading': ('core wire', 'libxml/ archive.h archive_entry.h poppler.h unicode/'),
    'wire':    ('core', 'json-glib/'),
    'db':      ('late', ''),
    'store':   ('core late wire db', ''),
    'export':  ('core late', 'pango/ cairo libxml/ hb-subset.h'),
    'sync':    ('core wire', 'libsoup/ libsecret/ sodium.h'),
    'server':  ('core wire db judge', 'libsoup/ libpq-fe.h sodium.h'),
    'cli':     ('core reading wire db store export sync judge', ''),
    'app':     ('core reading store export sync judge', 'gtk/ gdk/ gsk/ adwaita.h pango/ cairo'),
}

# Pages know the widgets, clocks and what stands in app/ itself, not each other; the shell knows
# all.
PAGES = 'outline source calendar matrix ledger problems detail transfer directory account preferences'.split()
FREE = {'app': {'app'}, 'app/widgets': {'app'}, 'app/clock': {'app', 'app/widgets'},
        'app/shell': {'app', 'app/widgets', 'app/clock'}}
for page in PAGES:
    FREE[f'app/{page}'] = {'app', 'app/widgets', 'app/clock'}
    FREE['app/shell'].add(f'app/{page}')

INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.M)
OWNED = tuple({header for _, headers in LAYERS.values() for header in headers.split()})

root = pathlib.Path(sys.argv[1]) / 'src'
faults = []


def layer(path):
    """The folder of the file: 'core', or 'app/outline' where app has one of that name."""
    parts = path.relative_to(root).parts[:-1]
    return next((f for f in ('/'.join(parts[:2]), parts[0]) if f in FREE or f in LAYERS), parts[0])


def allowed(here, there):
    top, above = here.split('/')[0], there.split('/')[0]
    if top == above == 'app':
        return here == there or there in FREE[here]
    return above in (top, 'base', *LAYERS[top][0].split())


home = {}
for header in sorted(root.rglob('*.h')):
    if header.name in home:
        faults.append(f'{header}: the name is taken by {home[header.name]}')
    home[header.name] = layer(header)

for path in sorted(root.rglob('*.[ch]')):
    here = layer(path)
    if here.split('/')[0] not in LAYERS:
        faults.append(f'{path}: the folder {here} is not in the table')
        continue
    may_use = tuple(LAYERS[here.split('/')[0]][1].split())
    for name in INCLUDE.findall(path.read_text()):
        there = home.get(name)
        if there is None:
            if name.startswith(OWNED) and not name.startswith(may_use or ('\0',)):
                faults.append(f'{path}: {here} must not use <{name}>')
        elif not allowed(here, there):
            faults.append(f'{path}: {here} must not include {there} ({name})')
        elif there != here and name.endswith('-private.h'):
            faults.append(f'{path}: {name} is private to {there}')

print('\n'.join(faults))
sys.exit(bool(faults))
