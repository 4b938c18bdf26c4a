"""Drives yaodianctl from outside, and reports what was found as TAP."""

import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ['YAODIANCTL']
SAMPLE = pathlib.Path(os.environ['YAODIAN_SAMPLE'])
# What a person must never see: the program talking to its authors.
INWARD = ('CRITICAL', 'WARNING **', 'GLib', 'Sanitizer', 'runtime error', 'assert', 'Traceback')


class Skip(Exception):
    """Raised by a case that cannot be tried here; its text says why."""


@dataclasses.dataclass
class Result:
    status: int
    out: str
    err: str

    def lines(self):
        """The objects of an answer in JSON, one on each line."""
        return [json.loads(line) for line in self.out.splitlines()]

    def json(self):
        return json.loads(self.out)


class Ctl:
    """yaodianctl with a library of its own below @folder."""

    def __init__(self, folder, library='library/library.db'):
        self.folder = pathlib.Path(folder)
        self.library = self.folder / library
        self.env = os.environ | {'HOME': str(folder), 'XDG_DATA_HOME': str(folder)}

    def command(self, *args):
        return [PROGRAM, '--library', str(self.library), *map(str, args)]

    def run(self, *args, stdin=b'', wrapper=()):
        if isinstance(stdin, str):
            stdin = stdin.encode()
        done = subprocess.run([*wrapper, *self.command(*args)], input=stdin, env=self.env,
                              capture_output=True, timeout=600)
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        told = [word for word in INWARD if word in result.err]
        assert not told, f'{args}: {result.err}'
        assert result.status in (0, 1, 2, 3), f'{args}: status {result.status}: {result.err}'
        return result

    def ok(self, *args, stdin=b'', status=0, wrapper=()):
        """Runs a command that is to succeed."""
        result = self.run(*args, stdin=stdin, wrapper=wrapper)
        assert result.status == status, f'{args}: status {result.status}: {result.err}'
        return result

    def fails(self, *args, stdin=b'', says=(), out='', wrapper=()):
        """Runs a command that is to fail: status 1, and one line that says why."""
        result = self.run(*args, stdin=stdin, wrapper=wrapper)
        assert result.status == 1, f'{args}: status {result.status}, not 1: {result.err}'
        assert len(result.err.splitlines()) == 1, f'{args}: not one line: {result.err!r}'
        assert out is None or result.out == out, f'{args}: printed {result.out[:200]!r}'
        for word in says:
            assert word.lower() in result.err.lower(), f'{args}: no "{word}" in {result.err!r}'
        return result

    def import_sample(self):
        return self.ok('import', SAMPLE).out.strip()

    def edit(self, plan, *edits):
        """Applies @edits, each a dictionary, and returns the ids that were announced."""
        stdin = ''.join(json.dumps(edit) + '\n' for edit in edits)
        return self.ok('edit', plan, stdin=stdin).out.split()


def rename(point, title):
    return {'kind': 'point', 'id': point, 'field': 'title', 'new': title}


def main(cases):
    """Runs @cases, each in an empty folder of its own, and prints TAP."""
    failed = 0
    print(f'1..{len(cases)}')
    for n, case in enumerate(cases, 1):
        name = case.__name__.replace('_', '-')
        try:
            with tempfile.TemporaryDirectory(prefix='yd-cli-') as folder:
                case(Ctl(folder))
            print(f'ok {n} {name}')
        except Skip as skip:
            print(f'ok {n} {name} # SKIP {skip}')
        except Exception:
            failed += 1
            print(f'not ok {n} {name}')
            print('# ' + traceback.format_exc().replace('\n', '\n# '))
        sys.stdout.flush()
    sys.exit(failed > 0)
