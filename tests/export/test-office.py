#!/usr/bin/env python3
"""Let LibreOffice read the documents and workbooks; compare every cell with the table."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
FILES = [('sample.docx', 'fodt'), ('odd.docx', 'fodt'), ('sample.xlsx', 'fods'), ('odd.xlsx', 'fods')]


def text_of(node):
    """The text of a paragraph, with what OpenDocument writes as elements."""
    out = node.text or ''
    for child in node:
        if child.tag == TEXT + 's':
            out += ' ' * int(child.get(TEXT + 'c', 1))
        elif child.tag == TEXT + 'tab':
            out += '\t'
        elif child.tag == TEXT + 'line-break':
            out += '\n'
        elif child.tag != TEXT + 'soft-page-break' and not child.tag.startswith(OFFICE):
            out += text_of(child)
        out += child.tail or ''
    return out


def cells_of(row):
    cells = []
    for cell in row:
        if cell.tag not in (TABLE + 'table-cell', TABLE + 'covered-table-cell'):
            continue
        kind = cell.get(OFFICE + 'value-type')
        assert kind in (None, 'string'), f'a cell became a {kind}'
        assert cell.get(TABLE + 'formula') is None, 'a cell became a formula'
        text = '\n'.join(text_of(p) for p in cell.findall(TEXT + 'p'))
        repeated = min(int(cell.get(TABLE + 'number-columns-repeated', 1)), 100)
        cells += [text] * repeated
    return cells


def read_rows(path):
    """(rows, how many of them are repeated on each page, the rest of the text)"""
    root = ET.parse(path).getroot()
    table = next(root.iter(TABLE + 'table'))
    heads = [row for head in table.iter(TABLE + 'table-header-rows')
             for row in head.iter(TABLE + 'table-row')]
    rows = []
    for row in table.iter(TABLE + 'table-row'):
        cells = cells_of(row)
        repeated = int(row.get(TABLE + 'number-rows-repeated', 1))
        if repeated < 1000:
            rows += [cells] * repeated
    outside = [text_of(p) for body in root.iter(OFFICE + 'text') for p in body.iter(TEXT + 'p')]
    return rows, len(heads), outside


def expect(table):
    rows = []
    for row in table['rows']:
        if 'band' in row:
            rows.append([row['band']] + [''] * (len(table['columns']) - 1))
        else:
            rows.append(list(row['cells']))
    return rows


def blank_merged(rows, name):
    """The odd table merges 三行 over three rows and 丁 over two."""
    if name != 'odd':
        return
    at = next(i for i, row in enumerate(rows) if row[0] == '6')
    rows[at + 1][1] = rows[at + 2][1] = rows[at + 1][4] = ''


def compare(got, want, name, is_sheet):
    n = len(want[0])
    i = 0
    for cells in want:
        while is_sheet and i < len(got) and not any(got[i][:n]) and any(cells):
            i += 1                      # the rows that share a very high cell
        have = (got[i] + [''] * n)[:n]
        # A sheet shows no tab; LibreOffice drops it there.
        should = [c.replace('\t', '') if is_sheet else c for c in cells]
        have = [c.replace('\t', '') if is_sheet else c for c in have]
        assert have == should, f'{name}: row {i}: {have!r} instead of {should!r}'
        i += 1
    return i


def check(folder, name, suffix):
    stem, kind = name.split('.')
    is_sheet = kind == 'xlsx'
    table = json.loads((folder / f'{stem}.json').read_text())
    got, heads, outside = read_rows(folder / f'{stem}.{suffix}')
    want = expect(table)
    blank_merged(want, stem)
    assert heads == 1, f'{heads} rows are repeated'

    skip = next(i for i, row in enumerate(got) if row[:len(table['columns'])] == table['columns'])
    end = compare(got[skip + 1:], want, name, is_sheet)
    if is_sheet:
        assert got[0][0], 'no title'
        assert got[skip + 1 + end][0].startswith('注：')
    else:
        assert skip == 0 and outside[-1].startswith('注：'), outside[-3:]
    return sum(len(row) for row in want)


def main():
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if office is None:
        print('1..0 # SKIP LibreOffice is not installed')
        return 0

    print(f'1..{len(FILES)}', flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix='yaodian-office-',
                                     ignore_cleanup_errors=True) as temporary:
        folder = pathlib.Path(temporary)
        subprocess.run([sys.argv[1], sys.argv[2], folder], check=True)
        env = dict(os.environ, HOME=temporary)
        # What these find in it would be no fault of ours, and the second is another each time.
        for name in ('MALLOC_CHECK_', 'MALLOC_PERTURB_'):
            env.pop(name, None)
        for suffix in ('fodt', 'fods'):
            subprocess.run([office, f'-env:UserInstallation=file://{folder}/profile', '--headless',
                            '--convert-to', suffix, '--outdir', folder,
                            *(folder / f for f, s in FILES if s == suffix)],
                           check=True, env=env, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, timeout=900)
            for name in (f for f, s in FILES if s == suffix):
                n = FILES.index((name, suffix)) + 1
                try:
                    cells = check(folder, name, suffix)
                    print(f'ok {n} - {name}: {cells} cells', flush=True)
                except (AssertionError, StopIteration, IndexError) as fault:
                    failed += 1
                    print(f'not ok {n} - {name}: {fault!r}', flush=True)
    return 1 if failed else 0


sys.exit(main())
