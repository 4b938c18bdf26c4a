#!/usr/bin/env python3
"""Check what is easily forgotten when a file is added. Run by `meson test tree`."""

import pathlib
import re
import subprocess
import sys

# Where the tree was written is nobody's business: folders of a machine, people, hosts.
PRIVATE = re.compile(r'/(?:wor[k]|home|root|Users)/[\w.-]'
                     r'|[\w.+-]+@[\w-]+\.[a-z]{2,}'
                     r'|\b(?:10|192\.168|172\.16)(?:\.\d{1,3}){2,3}\b'
                     r'|https?://(?!(?:localhost|127\.0\.0\.1|example\.(?:com|org))\b)[\w.-]+')
# Names of XML vocabularies and of licences look like hosts.
VOCABULARY = re.compile(r'https?://(?:schemas\.openxmlformats\.org|schemas\.microsoft\.com'
                        r'|purl\.org|www\.w3\.org|www\.gnu\.org|fsf\.org'
                        r'|www\.freedesktop\.org|www\.debian\.org/doc)\b'
# Where everybody finds this program, and what is bundled with it.
                        r'|https://(?:github|raw\.githubusercontent)\.com/(?:yaodian|jmcnamara)/'
                        r'|yaodian@users\.noreply\.github\.com')
# A folder that somebody made to try something out is easily added with the rest.
TOP = {'.ci', '.editorconfig', '.gitignore', 'COPYING', 'HACKING.md', 'README.md', 'build-aux',
       'data', 'debian', 'flatpak', 'meson.build', 'meson_options.txt', 'po', 'src', 'tests'}
UNREAD = ('COPYING', 'data/samples/', 'tests/data/')

root = pathlib.Path(sys.argv[1])
faults = []


def tracked():
    """The files that git knows; in a tarball, what is there besides build folders."""
    git = subprocess.run(['git', '-c', 'safe.directory=*', '-C', root, 'ls-files', '-z'],
                         capture_output=True, text=True)
    names = git.stdout.split('\0') if git.returncode == 0 else (
        str(p.relative_to(root)) for p in root.rglob('*')
        if not re.match(r'_?build(/|-(?!aux/))', str(p.relative_to(root))))
    return sorted(name for name in names if name and (root / name).is_file())


def check_top(names):
    for name in sorted({name.split('/')[0] for name in names} - TOP):
        faults.append(f'{root / name}: does not belong to the tree; or add it to TOP here')


def check_tests():
    for path in sorted((root / 'tests').rglob('test-*.*')):
        listed = path.parent / 'meson.build'
        if path.suffix in ('.c', '.py') and (not listed.exists() or
                                             path.stem not in listed.read_text()):
            faults.append(f'{path}: not in {listed}, so it never runs')


def check_private(names):
    for name in names:
        if name.startswith(UNREAD):
            continue
        try:
            lines = (root / name).read_text().splitlines()
        except UnicodeDecodeError:
            continue
        for n, line in enumerate(lines, 1):
            found = PRIVATE.search(VOCABULARY.sub('', line))
            if found:
                faults.append(f'{root / name}:{n}: {found[0]} does not belong here')


check_top(tracked())
check_tests()
check_private(tracked())
print('\n'.join(faults))
sys.exit(bool(faults))
