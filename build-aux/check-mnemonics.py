#!/usr/bin/env python3
"""Finds letters that two things of one menu, or of one part of a window, have underlined alike:
the key would only go from one to the other. In English and in every translation.

`check-mnemonics.py FOLDER OF THE TREE`
"""

import ast
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

QUOTED = r'((?:"[^\n]*"\n?)+)'


def read_translations(path):
    """From each msgid to its msgstr, those with a context or a plural left out."""
    words = {}
    for entry in path.read_text(encoding='utf-8').split('\n\n'):
        parts = [re.search(rf'^{name} {QUOTED}', entry, re.M) for name in ('msgid', 'msgstr')]
        if all(parts):
            msgid, msgstr = (''.join(map(ast.literal_eval, part[1].strip().split('\n')))
                             for part in parts)
            words[msgid] = msgstr
    return words


def list_menu(menu):
    return [attribute.text for item in menu.iter('item')
            for attribute in item.iterfind('attribute[@name="label"]')]


def list_template(root):
    """The labels of the widgets of which a letter is underlined."""
    return [item.findtext('property[@name="label"]') for item in root.iter('object')
            if item.findtext('property[@name="use-underline"]', '').lower() in ('true', 'yes', '1')]


def list_groups(path):
    root = ElementTree.parse(path).getroot()
    for menu in root.iter('menu'):
        yield menu.get('id'), list_menu(menu)
    yield 'widgets', list_template(root)


def find_letter(label):
    match = re.search('_(.)', label.replace('__', ''))
    return match[1].upper() if match else None


def find_collisions(labels):
    taken = {}
    for label in labels:
        letter = find_letter(label)
        if letter is not None and taken.setdefault(letter, label) != label:
            yield letter, taken[letter], label


def main():
    root = pathlib.Path(sys.argv[1])
    languages = {'en': {}}
    for name in (root / 'po/LINGUAS').read_text(encoding='utf-8').split():
        languages[name] = read_translations(root / f'po/{name}.po')

    n_groups = 0
    faults = []
    for path in sorted((root / 'data/ui').glob('*.ui')):
        for name, labels in list_groups(path):
            n_groups += len(labels) > 1
            for language, words in languages.items():
                said = [words.get(label, label) for label in labels]
                faults += [f'{path.name}, {name}, {language}: {letter} of “{one}” and of “{other}”'
                           for letter, one, other in find_collisions(said)]

    print('\n'.join(faults or [f'{n_groups} menus and windows, each letter once']))
    return 1 if faults or n_groups < 5 else 0


if __name__ == '__main__':
    sys.exit(main())
