#!/usr/bin/env python3
"""Add up meson's test results: the last line is `N passed, N failed`."""

import json
import pathlib
import sys

GOOD = {'OK', 'EXPECTEDFAIL'}

count = {'passed': 0, 'failed': 0}
for name in sys.argv[1:]:
    log = pathlib.Path(name)
    build = log.parent.parent.name
    tests = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    if not tests:
        print(f'{build}: no test ran')
        count['failed'] += 1
    for test in tests:
        if test['result'] == 'SKIP':
            print(f'{build}: skipped: {test["name"]}')
            continue
        good = test['result'] in GOOD
        count['passed' if good else 'failed'] += 1
        if not good:
            print(f'{build}: {test["result"].lower()}: {test["name"]}')

print('{passed} passed, {failed} failed'.format(**count))
sys.exit(count['failed'] > 0)
