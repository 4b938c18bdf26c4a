#!/usr/bin/env python3
"""A disk that gets full: a clear message, and all that was announced is still there."""

import contextlib
import os
import subprocess
import sys

from ctl import SAMPLE, Ctl, main

SIZE = 4 << 20


def enter_namespace():
    """Starts this script anew where a mount is its own affair and goes with it."""
    as_root = [] if os.geteuid() == 0 else ['--map-root-user']
    # The second is for a chroot, whose root is no mount that could be made private.
    for propagation in ('private', 'unchanged'):
        unshare = ['unshare', *as_root, '--mount', f'--propagation={propagation}']
        try_it = [*unshare, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']
        if subprocess.run(try_it, capture_output=True).returncode == 0:
            os.environ['YD_NAMESPACE'] = '1'
            os.execvp('unshare', [*unshare, sys.executable, *sys.argv])
    print('1..0 # SKIP mounting a small disk is not permitted here')
    sys.exit(0)


@contextlib.contextmanager
def small_disk(ctl):
    """yaodianctl with a library on a disk of SIZE bytes."""
    disk = ctl.folder / 'disk'
    disk.mkdir()
    subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={SIZE}', 'tmpfs', disk], check=True)
    try:
        yield Ctl(disk)
    finally:
        subprocess.run(['umount', '--lazy', disk], check=True)


def fill(ctl, leave):
    """Leaves @leave bytes of the disk."""
    filler = ctl.folder / 'filler'
    space = os.statvfs(ctl.folder)
    with filler.open('wb') as stream:
        stream.write(b'\0' * max(space.f_bavail * space.f_frsize - leave, 0))
    return filler


def import_into_a_full_disk(outer):
    with small_disk(outer) as ctl:
        filler = fill(ctl, leave=0)
        ctl.fails('import', SAMPLE)
        filler.unlink()
        ctl.import_sample()
        ctl.ok('verify')


def second_import_into_a_full_disk(outer):
    with small_disk(outer) as ctl:
        plan = ctl.import_sample()
        before = ctl.ok('show', plan).out
        filler = fill(ctl, leave=32 << 10)
        ctl.fails('import', SAMPLE, says=['full'])
        filler.unlink()
        assert [p['id'] for p in ctl.ok('plans', '--json').lines()] == [plan]
        assert ctl.ok('show', plan).out == before
        ctl.ok('verify')


def edits_until_it_is_full(outer):
    with small_disk(outer) as ctl:
        plan = ctl.import_sample()
        filler = fill(ctl, leave=256 << 10)
        edit = '{"changes":[{"kind":"plan","id":"%s","field":"title","new":"%s"}]}\n'
        edits = ''.join(edit % (plan, str(n).rjust(4000, '0')) for n in range(500))
        result = ctl.fails('edit', plan, stdin=edits, says=['full'], out=None)
        announced = result.out.split()
        assert 0 < len(announced) < 500, len(announced)
        filler.unlink()
        logged = {entry['id'] for entry in ctl.ok('log', plan, '--json').lines()}
        assert set(announced) <= logged, len(set(announced) - logged)
        ctl.ok('verify')
        after = {'kind': 'plan', 'id': plan, 'field': 'title', 'new': 'after'}
        ctl.edit(plan, {'changes': [after]})


def export_onto_a_full_disk(outer):
    with small_disk(outer) as ctl:
        plan = outer.import_sample()
        old = ctl.folder / 'old'
        old.write_text('what was there before')
        fill(ctl, leave=0)
        for suffix in ('docx', 'xlsx', 'csv', 'json', 'yaodian'):
            outer.fails('export', plan, '-o', ctl.folder / f'table.{suffix}')
            outer.fails('export', plan, '--format', suffix, '-o', old)
        assert {p.name for p in ctl.folder.iterdir()} == {'filler', 'old'}
        assert old.read_text() == 'what was there before'


if __name__ == '__main__':
    if 'YD_NAMESPACE' not in os.environ:
        enter_namespace()
    main([import_into_a_full_disk, second_import_into_a_full_disk, edits_until_it_is_full,
          export_onto_a_full_disk])
