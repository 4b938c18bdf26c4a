#!/usr/bin/env python3
"""What goes wrong says so in one line, ends with 1, and leaves nothing half made."""

import json
import os
import random
import sqlite3

from ctl import SAMPLE, main, rename

# Root reads everything; without these two it is a person like others.
UNPRIVILEGED = ('setpriv', '--bounding-set=-dac_override,-dac_read_search',
                '--inh-caps=-dac_override,-dac_read_search') if os.geteuid() == 0 else ()


def contents(folder, but=()):
    """Every file below @folder with its bytes, to see that nothing came and nothing changed."""
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None
            for p in sorted(folder.rglob('*')) if p.name not in but}


def refused(ctl, data, says=()):
    """@data cannot be read: neither `read` nor `import` makes anything of it."""
    document = ctl.folder / 'document.txt'
    if data is not None:
        document.write_bytes(data)
    before = kept(ctl)
    for command in ('read', 'import'):
        for options in ((), ('--json',)):
            ctl.fails(command, document, *options, says=says)
    assert kept(ctl) == before


def kept(ctl):
    """What a library has: all its plans, whole."""
    plans = [plan['id'] for plan in ctl.ok('plans', '--json').lines()]
    return {plan: ctl.ok('show', plan).out for plan in plans}


def random_bytes(ctl):
    refused(ctl, random.Random(1).randbytes(1 << 20))


def random_bytes_beside_a_plan(ctl):
    ctl.import_sample()
    refused(ctl, random.Random(2).randbytes(5000))
    ctl.ok('verify')


def empty_file(ctl):
    refused(ctl, b'', says=['empty'])


def only_blanks(ctl):
    refused(ctl, ' \n\u3000\n\n'.encode())


def text_without_points(ctl):
    refused(ctl, '今天天气很好。\n明天也是。\n'.encode())


def huge_text(ctl):
    document = ctl.folder / 'document.txt'
    line = ('一、推进政务公开工作。' * 40 + '\n').encode()
    with document.open('wb') as stream:
        for _ in range(200 * 1024 * 1024 // len(line)):
            stream.write(line)
    refused(ctl, None, says=['large'])


def missing_file(ctl):
    refused(ctl, None)


def folder_instead_of_file(ctl):
    (ctl.folder / 'document.txt').mkdir()
    refused(ctl, None)


def unreadable_file(ctl):
    document = ctl.folder / 'document.txt'
    document.write_bytes(SAMPLE.read_bytes())
    document.chmod(0)
    for command in ('read', 'import'):
        ctl.fails(command, document, says=['may not read'], wrapper=UNPRIVILEGED)
    assert kept(ctl) == {}


def read_only_folder(ctl):
    folder = ctl.library.parent
    folder.mkdir()
    folder.chmod(0o555)
    ctl.fails('import', SAMPLE, wrapper=UNPRIVILEGED)
    assert contents(folder) == {}
    folder.chmod(0o755)
    ctl.import_sample()


def read_only_folder_of_a_library(ctl):
    plan = ctl.import_sample()
    before = kept(ctl)
    folder = ctl.library.parent
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob('*'))}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    edit = '{"changes":[{"kind":"plan","id":"%s","field":"title","new":"x"}]}\n' % plan
    ctl.fails('import', SAMPLE, wrapper=UNPRIVILEGED)
    ctl.fails('edit', plan, stdin=edit, wrapper=UNPRIVILEGED)
    for path, mode in modes.items():
        path.chmod(mode)
    assert kept(ctl) == before


def library_of_a_later_version(ctl):
    plan = ctl.import_sample()
    with sqlite3.connect(ctl.library) as db:
        db.execute('PRAGMA wal_checkpoint(TRUNCATE)')
        db.execute('PRAGMA user_version = 9999')
    db.close()
    before = ctl.library.read_bytes()
    for args in (['plans'], ['show', plan], ['import', SAMPLE], ['undo', plan], ['verify']):
        ctl.fails(*args, says=['newer'])
    assert ctl.library.read_bytes() == before


def file_of_another_program(ctl):
    ctl.library.parent.mkdir()
    with sqlite3.connect(ctl.library) as db:
        db.execute('CREATE TABLE recipe (name TEXT)')
    db.close()
    before = contents(ctl.library.parent)
    ctl.fails('plans')
    ctl.fails('import', SAMPLE)
    after = contents(ctl.library.parent, but=['library.lock'])
    assert after == before, sorted(after)


def library_cut_in_half(ctl):
    ctl.import_sample()
    data = ctl.library.read_bytes()
    ctl.library.write_bytes(data[:len(data) // 2])
    half = ctl.library.read_bytes()
    ctl.fails('verify')
    ctl.fails('plans')
    # Whatever is done about it: nothing of what there is gets lost.
    assert any(p.read_bytes() == half for p in ctl.library.parent.iterdir() if p.is_file())


def export_to_a_read_only_folder(ctl):
    plan = ctl.import_sample()
    folder = ctl.folder / 'out'
    folder.mkdir()
    folder.chmod(0o555)
    for suffix in ('docx', 'xlsx', 'csv', 'json', 'yaodian'):
        ctl.fails('export', plan, '-o', folder / f'table.{suffix}', wrapper=UNPRIVILEGED)
    assert contents(folder) == {}


def export_over_a_folder(ctl):
    plan = ctl.import_sample()
    for suffix in ('docx', 'xlsx', 'csv', 'json', 'yaodian'):
        folder = ctl.folder / f'table.{suffix}'
        folder.mkdir()
        ctl.fails('export', plan, '-o', folder)
        assert contents(folder) == {}
    assert not [p for p in ctl.folder.iterdir() if not p.is_dir()]


def export_of_an_unknown_plan(ctl):
    ctl.import_sample()
    ctl.fails('export', 'nothing-of-that-name', '-o', ctl.folder / 'table.docx')
    assert not (ctl.folder / 'table.docx').exists()


def broken_edits(ctl):
    plan = ctl.import_sample()
    before = kept(ctl)
    for line in (b'{', b'[]', b'{"changes":', b'"\xff"', b'{"changes":1}', b'nonsense', b'\0',
                 b'{"changes":[{"kind":"point","id":"none","field":"title","new":"x"}]}',
                 b'{"changes":[{"kind":"dragon","id":"none","field":"title","new":"x"}]}',
                 b'[' * 100000, b'{"act":"x","act":"y"}'):
        ctl.fails('edit', plan, stdin=line + b'\n')
        assert kept(ctl) == before, line[:80]


def one_bad_change_spoils_its_line_alone(ctl):
    plan = ctl.import_sample()
    title = {'kind': 'plan', 'id': plan, 'field': 'title', 'new': 'kept'}
    lost = title | {'new': 'lost'}
    good_line = json.dumps({'changes': [title]}) + '\n'
    bad_line = json.dumps({'changes': [lost, rename('no-such-point', 'x')]}) + '\n'
    result = ctl.fails('edit', plan, stdin=good_line + bad_line, out=None)
    assert len(result.out.split()) == 1, result.out
    assert 'kept' in ctl.ok('show', plan).out
    assert 'lost' not in ctl.ok('show', plan).out


if __name__ == '__main__':
    main([random_bytes, random_bytes_beside_a_plan, empty_file, only_blanks, text_without_points,
          huge_text, missing_file, folder_instead_of_file, unreadable_file, read_only_folder,
          read_only_folder_of_a_library, library_of_a_later_version, file_of_another_program,
          library_cut_in_half, export_to_a_read_only_folder, export_over_a_folder,
          export_of_an_unknown_plan, broken_edits, one_bad_change_spoils_its_line_alone])
