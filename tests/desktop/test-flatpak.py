#!/usr/bin/env python3
"""Check the flatpak manifest without flatpak: `test-flatpak.py TOP`.

The names are those of flatpak-manifest(5), as far as they are of use here; the rules are
those that Flathub's linter has for every application.
"""

import json
import pathlib
import re
import sys

ID = 'io.github.yaodian.Yaodian'
OLDEST_RUNTIME = 50

# Files and printing go through portals, so this is all that the sandbox has to give.
FINISH_ARGS = {'--share=ipc', '--share=network', '--socket=wayland', '--socket=fallback-x11',
               '--device=dri'}
TOP_KEYS = {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'finish-args', 'cleanup',
            'modules'}
MODULE_KEYS = {'name', 'buildsystem', 'builddir', 'config-opts', 'build-options', 'cleanup',
               'sources', 'subdir'}
SOURCE_KEYS = {
    'archive': {'type', 'url', 'sha256'},
    'git': {'type', 'url', 'tag', 'commit'},
    'dir': {'type', 'path', 'skip'},
    'patch': {'type', 'path'},
}
BUILDSYSTEMS = {'meson', 'cmake-ninja', 'cmake', 'autotools'}

# What meson.build asks for: in the GNOME runtime, or a module of the manifest.
IN_RUNTIME = {'glib-2.0', 'gobject-2.0', 'gio-2.0', 'gio-unix-2.0', 'sqlite3', 'json-glib-1.0',
              'libarchive', 'libxml-2.0', 'icu-i18n', 'gtk4', 'libadwaita-1', 'libsoup-3.0',
              'libsecret-1', 'pango', 'pangocairo', 'cairo-pdf'}
MODULE_OF = {'xlsxwriter': 'libxlsxwriter', 'poppler-glib': 'poppler'}

top = pathlib.Path(sys.argv[1])
faults = []


def expect(what, got, wanted):
    if got != wanted:
        faults.append(f'{what}: {got!r}, expected {wanted!r}')


def keys(what, table, known):
    faults.extend(f'{what}: {key} is unknown' for key in table.keys() - known)


def unique(pairs):
    names = [name for name, _ in pairs]
    faults.extend(f'{name}: stands twice' for name in set(names) if names.count(name) > 1)
    return dict(pairs)


def digest(what, value, length):
    """Real ones only: placeholders repeat one or two digits."""
    if not re.fullmatch('[0-9a-f]{%d}' % length, value) or len(set(value)) < 8:
        faults.append(f'{what}: {value!r} is not a checksum')


def check_source(module, source):
    what = f'{module}: source'
    kind = source.get('type')
    if kind not in SOURCE_KEYS:
        faults.append(f'{what}: the type {kind!r} is unknown')
        return
    expect(f'{what}: keys', set(source), SOURCE_KEYS[kind])
    if 'url' in source and not source['url'].startswith('https://'):
        faults.append(f'{what}: {source["url"]} is not https')
    if kind == 'archive':
        digest(what, source.get('sha256', ''), 64)
    if kind == 'git':
        digest(what, source.get('commit', ''), 40)
    if 'path' in source and not (top / 'flatpak' / source['path']).exists():
        faults.append(f'{what}: there is no {source["path"]}')


def check_modules(modules):
    names = [module.get('name') for module in modules]
    expect('modules: the last one', names[-1:], ['yaodian'])
    expect('modules: different names', len(set(names)), len(names))
    for module in modules:
        what = module.get('name') or 'a module'
        keys(what, module, MODULE_KEYS)
        expect(f'{what}: a build system', module.get('buildsystem') in BUILDSYSTEMS, True)
        if not module.get('sources'):
            faults.append(f'{what}: has no sources')
        for source in module.get('sources', ()):
            check_source(what, source)

    wanted = set(re.findall(r"\bdependency\('([^']+)'", (top / 'meson.build').read_text()))
    for name in sorted(wanted - IN_RUNTIME):
        if MODULE_OF.get(name) not in names:
            faults.append(f'{name}: meson.build wants it; add a module, or to IN_RUNTIME here')


path = top / 'flatpak' / f'{ID}.json'
manifest = json.loads(path.read_text(), object_pairs_hook=unique)
keys('manifest', manifest, TOP_KEYS)
expect('manifest: keys that lack', sorted(TOP_KEYS - manifest.keys()), [])
expect('id', manifest.get('id'), ID)
expect('runtime', manifest.get('runtime'), 'org.gnome.Platform')
expect('sdk', manifest.get('sdk'), 'org.gnome.Sdk')
expect('command', manifest.get('command'), 'yaodian')
runtime = manifest.get('runtime-version', '')
if not runtime.isdecimal() or int(runtime) < OLDEST_RUNTIME:
    faults.append(f'runtime-version: {runtime!r}, at least "{OLDEST_RUNTIME}", as a string')
expect('finish-args', set(manifest.get('finish-args', ())), FINISH_ARGS)
expect('finish-args: each once', len(manifest.get('finish-args', ())), len(FINISH_ARGS))
check_modules(manifest.get('modules', []))

print('\n'.join(faults))
sys.exit(bool(faults))
