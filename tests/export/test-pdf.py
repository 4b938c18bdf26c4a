#!/usr/bin/env python3
"""Let poppler read the PDFs: every letter of the table is there, and no other."""

import collections
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

NAMES = ['sample', 'odd']


def letters(text):
    return collections.Counter(''.join(text.split()))


def read_pages(path):
    text = subprocess.run(['pdftotext', '-raw', path, '-'], check=True, capture_output=True,
                          text=True).stdout
    return text.split('\f')[:-1]


def body_of(table):
    """The letters of the rows; a cell that continues the one above has none of its own."""
    texts, above = [], None
    for row in table['rows']:
        cells = [row['band']] if 'band' in row else list(row['cells'])
        if above and cells[0] in ('7', '8'):
            cells = [c if c != a else '' for c, a in zip(cells, above)]
        above = row.get('cells')
        texts += cells
    return letters(''.join(texts))


def check(folder, name):
    table = json.loads((folder / f'{name}.json').read_text())
    pages = read_pages(folder / f'{name}.pdf')
    got = letters(''.join(pages))
    for i, page in enumerate(pages):
        assert f'— {i + 1} —' in page, f'page {i + 1} has no number'
        head = letters(''.join(table['columns']))
        assert not head - letters(page), f'page {i + 1} has no head'
        got -= letters(f'—{i + 1}—') + head

    missing = body_of(table) - got
    for letter in '😀𠮷':                # which no font need have
        del missing[letter]
    assert not missing, f'missing: {missing}'
    rest = ''.join((got - body_of(table)).elements())
    assert '注' in rest, 'no note'
    assert len(rest) < 120, f'too much: {rest}'
    return len(pages)


def main():
    if shutil.which('pdftotext') is None:
        print('1..0 # SKIP poppler-utils are not installed')
        return 0

    print(f'1..{len(NAMES)}', flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix='yaodian-pdf-') as temporary:
        folder = pathlib.Path(temporary)
        subprocess.run([sys.argv[1], sys.argv[2], folder], check=True)
        for n, name in enumerate(NAMES, 1):
            try:
                print(f'ok {n} - {name}: {check(folder, name)} pages', flush=True)
            except AssertionError as error:
                failed += 1
                print(f'not ok {n} - {name}: {error}', flush=True)
    return failed


sys.exit(main())
