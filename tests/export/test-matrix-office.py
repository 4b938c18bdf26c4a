#!/usr/bin/env python3
"""Let LibreOffice and openpyxl read matrices: both must find the cells of the plain table."""

import csv
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

try:
    import openpyxl
except ImportError:
    openpyxl = None

TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
NAMES = ['sample', 'lights', 'transposed', 'odd']
ABOVE = 5                       # title, what it comes to, legend, and two rows of heads


def office_cells(path):
    root = ET.parse(path).getroot()
    rows = []
    for row in next(root.iter(TABLE + 'table')).iter(TABLE + 'table-row'):
        cells = []
        for cell in row:
            if cell.tag not in (TABLE + 'table-cell', TABLE + 'covered-table-cell'):
                continue
            assert cell.get(TABLE + 'formula') is None, 'a cell became a formula'
            text = '\n'.join(''.join(p.itertext()) for p in cell.findall(TEXT + 'p'))
            cells += [text] * min(int(cell.get(TABLE + 'number-columns-repeated', 1)), 200)
        if int(row.get(TABLE + 'number-rows-repeated', 1)) < 1000:
            rows.append(cells)
    return rows


def openpyxl_cells(path):
    sheet = openpyxl.load_workbook(path).active
    rows = []
    for row in sheet.iter_rows():
        assert all(cell.data_type != 'f' and cell.hyperlink is None for cell in row)
        rows.append(['' if cell.value is None else str(cell.value) for cell in row])
    return rows


def strip(rows):
    """Without the blanks at the end, which programs keep or not."""
    rows = [list(row) for row in rows]
    for row in rows:
        while row and row[-1] == '':
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def plain(folder, name):
    """What a spreadsheet might take for a formula has a tab before it in a csv."""
    with open(folder / f'{name}.csv', encoding='utf-8-sig', newline='') as file:
        return [[cell.removeprefix('\t') for cell in row] for row in csv.reader(file)]


def same_as_table(folder, name, rows):
    """The rows below the heads are those of the csv; chapters have number and title in one."""
    table = plain(folder, name)
    head = next(i for i, row in enumerate(table) if row and row[0] == '序号')
    lights = 2 if name == 'lights' else 0
    names = table[head][2 + lights:]
    units = rows[ABOVE - 1][2 + lights:]
    assert units == names[:len(units)], (units, names)
    found = rows[ABOVE:]
    wanted = table[head + 1:]
    assert len(found) >= len(wanted), (len(found), len(wanted))
    for got, row in zip(found, strip(wanted)):
        number, title, *cells = row
        labels = got[:2]
        assert labels == [number, title] or labels == [number + title] or \
            labels == [number + title, ''], (labels, row)
        marks = (got + [''] * 100)[2:2 + len(cells)]
        assert marks == cells, (marks, cells)
    foot = [row[0] for row in found[len(wanted):]]
    assert foot[:2] == ['牵头', '负责'] and any(label.startswith('合计') for label in foot), foot


def convert(folder):
    office = shutil.which('soffice') or shutil.which('libreoffice')
    if office is None:
        return None
    out = folder / 'office'
    # What these find in it would be no fault of ours, and the second is another each time.
    env = {name: value for name, value in os.environ.items()
           if name not in ('MALLOC_CHECK_', 'MALLOC_PERTURB_')} | {'HOME': str(folder)}
    subprocess.run([office, f'-env:UserInstallation=file://{folder}/profile', '--headless',
                    '--convert-to', 'fods', '--outdir', out,
                    *[folder / f'{name}.xlsx' for name in NAMES]],
                   check=True, env=env, stdout=subprocess.DEVNULL, timeout=900)
    return out


def main(program):
    cases = [(name, reader) for name in NAMES for reader in ('LibreOffice', 'openpyxl')]
    failed = False
    print(f'1..{len(cases)}')
    with tempfile.TemporaryDirectory(prefix='yd-matrix-', ignore_cleanup_errors=True) as temporary:
        folder = pathlib.Path(temporary)
        subprocess.run([program, folder], check=True)
        out = convert(folder)
        for n, (name, reader) in enumerate(cases, 1):
            title = f'{name}-{reader}'
            if (out if reader == 'LibreOffice' else openpyxl) is None:
                print(f'ok {n} {title} # SKIP {reader} is not installed')
                continue
            try:
                rows = office_cells(out / f'{name}.fods') if reader == 'LibreOffice' \
                    else openpyxl_cells(folder / f'{name}.xlsx')
                same_as_table(folder, name, strip(rows))
                print(f'ok {n} {title}')
            except AssertionError as error:
                failed = True
                print(f'not ok {n} {title}\n# {error}')
    sys.exit(failed)


main(sys.argv[1])
