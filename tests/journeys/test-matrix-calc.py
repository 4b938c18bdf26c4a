#!/usr/bin/env python3
"""The sheet of assignments goes to LibreOffice Calc by the clipboard, and comes back: nothing has
changed; and what somebody changed there is shown before it is done, and taken back by one step.

Calc is driven by its import and export of what was copied, not by its window: the packages that
Debian has without one do the same reading and writing.

`test-matrix-calc.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import Desk  # noqa: E402
from driver import Window, until  # noqa: E402
from plan import Plan  # noqa: E402

UNIT = '市国资委'
POINT = '一/(四)'


def convert(folder, file, kind, *options):
    subprocess.run(['soffice', f'-env:UserInstallation=file://{folder}/office', '--headless',
                    *options, '--convert-to', kind, '--outdir', folder, file],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)


def put(kind, file):
    with open(file, 'rb') as content:
        subprocess.run(['xclip', '-i', '-selection', 'clipboard', '-t', kind], stdin=content,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def through_calc(window, folder):
    """Returns: the sheet as Calc would put it on the clipboard."""
    window.key('ctrl+c')
    html = until(lambda: subprocess.run(['xclip', '-o', '-selection', 'clipboard', '-t',
                                         'text/html'], capture_output=True).stdout, 'the sheet')
    file = pathlib.Path(folder, 'sheet.html')
    file.write_bytes(html)
    convert(folder, str(file), 'ods', '--infilter=HTML (StarCalc)')
    file.unlink()
    convert(folder, folder + '/sheet.ods', 'html:HTML (StarCalc)')
    return file


def role(plan):
    point = next(point for point in plan.show()['points'] if point['path'] == POINT)
    return next((a['role'] for a in point['assignments'] if a['unit'] == UNIT), None)


def change(file, folder):
    """In the row of the point there are two signs, of which one is changed."""
    convert(folder, folder + '/sheet.ods', 'csv:Text - txt - csv (StarCalc):9,34,76')
    lines = pathlib.Path(folder, 'sheet.csv').read_text().splitlines()
    column = lines[0].split('\t').index(UNIT)
    row = next(i for i, line in enumerate(lines) if '推进国资国企信息公开' in line)
    cells = lines[row].split('\t')
    assert cells[column] == '○', lines[row]
    cells[column] = '牵头'
    lines[row] = '\t'.join(cells)
    file.write_text('\n'.join(lines) + '\n')


def journey(program, plan, library, folder):
    window = Window(program, '--library', library)
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        window.key('alt+3')
        window.wait_focus(', ')
        before = plan.show()
        put('text/html', through_calc(window, folder))
        window.key('ctrl+v')
        window.find('nothing is to be changed')
        assert plan.show() == before

        main = window.active()[2]
        table = pathlib.Path(folder, 'changed.tsv')
        change(table, folder)
        put('UTF8_STRING', table)
        window.key('ctrl+v')
        window.wait_active('Paste Assignments')
        window.find('1 assignment will be changed.')
        window.find(f'{UNIT}: Responsible → Lead')
        assert role(plan) == 'responsible'
        window.wait_focus('Change')
        window.key('Return')
        window.wait_active(main)
        until(lambda: role(plan) == 'lead', 'the role')
        window.key('ctrl+z')
        until(lambda: plan.show() == before, 'the plan to be as it was')
        window.quit()
    finally:
        window.kill()


def main():
    program, ctl, sample = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Desk():
        library = str(pathlib.Path(folder) / 'library.db')
        plan = Plan(ctl, library, '2017-10-11')
        plan.read(sample)
        journey(program, plan, library, folder)


main()
