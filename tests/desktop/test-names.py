#!/usr/bin/env python3
"""Check that what is told to the desktop agrees: `test-names.py TOP BUILT VERSION`."""

import configparser
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ID = 'io.github.yaodian.Yaodian'
LANG = '{http://www.w3.org/XML/1998/namespace}lang'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'

top, built, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
data = top / 'data'
faults = []


def expect(what, got, wanted):
    if got != wanted:
        faults.append(f'{what}: {got!r}, expected {wanted!r}')


def keyfile(path, group):
    parser = configparser.RawConfigParser(delimiters='=', strict=True)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return dict(parser[group])


def translated(what, elements):
    """Each sentence stands in zh_CN right after the English one; gettext 0.22 writes that as
    zh-Hans-CN."""
    texts = {None: 0, 'zh_CN': 0}
    for element in elements:
        lang = {'zh-Hans-CN': 'zh_CN'}.get(element.get(LANG), element.get(LANG))
        texts[lang] = texts.get(lang, 0) + 1
    expect(f'{what}: translations', texts['zh_CN'], texts[None])


desktop = keyfile(built / f'{ID}.desktop', 'Desktop Entry')
service = keyfile(built / f'{ID}.service', 'D-BUS Service')
info = ET.parse(built / f'{ID}.metainfo.xml').getroot()
mime = ET.parse(built / f'{ID}.xml').getroot().find(MIME + 'mime-type')
schema = ET.parse(data / f'{ID}.gschema.xml').getroot().find('schema')

expect('desktop file: Icon', desktop['Icon'], ID)
expect('desktop file: Exec', desktop['Exec'].split()[0], 'yaodian')
expect('desktop file: its own type', mime.get('type') in desktop['MimeType'].split(';'), True)
for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
    if f'{key}[zh_CN]' not in desktop:
        faults.append(f'desktop file: {key} is not translated')
expect('service: Name', service['Name'], ID)
expect('service: Exec', re.sub(r'.*/', '', service['Exec']), 'yaodian --gapplication-service')
expect('schema: id', schema.get('id'), ID)
expect('schema: path', schema.get('path'), '/' + ID.replace('.', '/') + '/')
for key in schema.iter('key'):
    if not re.fullmatch('[a-z]+(-[a-z]+)*', key.get('name')) or key.find('summary') is None:
        faults.append(f'schema: {key.get("name")}: kebab-case, and a summary')

expect('metainfo: id', info.findtext('id'), ID)
expect('metainfo: launchable', info.findtext('launchable'), f'{ID}.desktop')
expect('metainfo: type', info.findtext('provides/mediatype'), mime.get('type'))
expect('metainfo: newest release', info.find('releases/release').get('version'), version)
for tag in ('name', 'summary', 'p', 'li', 'caption'):
    translated(f'metainfo: {tag}', info.iter(tag))
translated('file type: comment', mime.iter(MIME + 'comment'))

changelog = (top / 'debian' / 'changelog').read_text().split('\n')[0]
expect('debian/changelog', changelog.split()[1], f'({version})')

for where, name in {'scalable/apps': ID, 'scalable/mimetypes': mime.find(MIME + 'icon').get('name'),
                    'symbolic/apps': f'{ID}-symbolic'}.items():
    if not (data / 'icons' / 'hicolor' / where / f'{name}.svg').exists():
        faults.append(f'icons: there is no {where}/{name}.svg')

# build-aux/screenshots makes them.
pictures = data / 'screenshots'
for image in info.iter('image'):
    path = pictures / pathlib.PurePosixPath(image.text).name
    if not path.exists():
        faults.append(f'metainfo: there is no picture {image.text}')
        continue
    png = path.read_bytes()
    size = [str(int.from_bytes(png[at:at + 4], 'big')) for at in (16, 20)]
    expect(f'{path.name}: size', size, [image.get('width'), image.get('height')])
    if len(png) > 200_000:
        faults.append(f'{path.name}: {len(png)} bytes, which is much to look at from afar')

print('\n'.join(faults))
sys.exit(bool(faults))
