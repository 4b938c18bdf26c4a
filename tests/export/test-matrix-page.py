#!/usr/bin/env python3
"""Drive the page of a matrix in headless Chromium: it sorts, filters and prints, it fetches
nothing, and no script goes wrong."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

CHROMIUM = next((path for path in map(shutil.which, (
    'chromium', 'chromium-browser', 'google-chrome')) if path), None)

# Before anything of the page runs: what goes wrong, and what is asked of the network.
WATCH = '''<script>
window.faults = [];
window.addEventListener('error', (event) => faults.push(String(event.message || event.target)), true);
window.addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
window.addEventListener('securitypolicyviolation', (event) => faults.push(event.blockedURI));
window.hacked = () => faults.push('a name became a script');
window.printed = 0;
window.print = () => { printed += 1; };
</script>'''

# Behind the page: acts as a person would, and leaves what was seen in a place of its own.
ACT = '''<script>
(() => {
  const $ = (id) => document.getElementById(id);
  const seen = {};
  const points = () => [...document.querySelectorAll('tbody tr.point:not(.off)')];
  const shown = (td) => td.getClientRects().length > 0;
  const look = () => points().map((row) => [...row.querySelectorAll('th')].map(
    (th) => th.textContent).join(' '));
  const unit = (name) => [...document.querySelectorAll('th.unit')].find(
    (th) => th.textContent === name);
  const sum = (row, name) => document.querySelector(
    `tfoot tr[data-sum=${row}] td[data-c="${unit(name).dataset.unit}"]`).textContent;
  const all = (row) => document.querySelector(
    `tfoot tr[data-sum=${row}] td[data-sum=all]`).textContent;
  const set = (id, value) => {
    if ($(id).type === 'checkbox') $(id).checked = value; else $(id).value = value;
    $(id).dispatchEvent(new Event('input'));
  };
  const columns = () => [...document.querySelectorAll('th.unit')].filter(shown).length;
  const step = (name, what) => { try { seen[name] = what(); } catch (e) { faults.push(`${name}: ${e}`); } };
  CASES
  const pre = document.createElement('pre');
  pre.id = 'seen';
  pre.textContent = JSON.stringify({seen, faults, printed,
    requests: performance.getEntriesByType('resource').map((entry) => entry.name)});
  document.body.append(pre);
})();
</script>'''

CASES = '''
  step('whole', () => [look().length, columns(), all('all'), sum('lead', '市政府办公室')]);
  step('tools', () => shown($('tools')));
  step('frozen', () => getComputedStyle(unit('市财政局')).position);
  step('sort', () => { unit('市财政局').querySelector('button').click();
    return look().slice(0, 5); });
  step('chapters when sorted', () => [...document.querySelectorAll('tr.chapter')].filter(shown).length);
  step('sort up', () => { unit('市财政局').querySelector('button').click(); return look()[21]; });
  step('sort by total', () => { document.querySelector('thead th[data-sum=all] button').click();
    return [look()[0], document.querySelectorAll('th[aria-sort=descending]').length]; });
  step('sort back', () => { document.querySelector('th.number button').click(); return look()[0]; });
  step('text', () => { set('text', '食品'); return [look(), all('all'), $('shown').textContent]; });
  step('unit', () => { set('text', '市财政局'); return [look().length, sum('all', '市财政局')]; });
  step('nothing', () => { set('text', '没有这回事'); return [look().length, shown($('none'))]; });
  step('no lead', () => { set('text', ''); set('no-lead', true); return look().length; });
  step('role', () => { set('no-lead', false); set('role', 'lead'); return look().length; });
  step('vague', () => { set('role', 'vague'); return look(); });
  step('chapter', () => { set('role', ''); set('chapter', $('chapter').options[2].value);
    return [look().length, all('all')]; });
  step('hide', () => { set('hide', true); return columns(); });
  step('head', () => [...document.querySelectorAll('th[data-first]')].filter(shown).map(
    (th) => th.colSpan).reduce((a, b) => a + b, 0) === columns());
  step('whole again', () => { set('hide', false); set('chapter', '');
    return [look().length, columns(), all('all')]; });
  step('print', () => { $('print').click(); return printed; });
'''

WANTED = {
    'whole': [22, 46, '80', '5'],
    'tools': True,
    'frozen': 'sticky',
    'sort': ['(三) 推进财税体制改革信息公开', '(二) 推进重大建设项目和公共资源配置信息公开',
             '(三) 推进政府和社会资本合作(PPP)项目信息公开', '(四) 推进减税、降费、降低要素成本信息公开',
             '(一) 推进“放管服”改革信息公开'],
    'chapters when sorted': 0,
    'sort up': '(四) 推进减税、降费、降低要素成本信息公开',
    'sort by total': ['(二) 推进供给侧结构性改革信息公开', 1],
    'sort back': '(一) 推进“放管服”改革信息公开',
    'text': [['(五) 推进食品药品安全保障和产品质量提升信息公开'], '4', '1 / 22'],
    'unit': [4, '4'],
    'nothing': [0, True],
    'no lead': 17,
    'role': 5,
    'vague': ['(六) 推进市政府重要民生实事信息公开'],
    'chapter': [4, '12'],
    'hide': 17,
    'head': True,
    'whole again': [22, 46, '80'],
    'print': 1,
}


def run(folder, *args):
    env = os.environ | {'HOME': str(folder)}
    return subprocess.run(
        [CHROMIUM, '--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
         '--no-first-run', '--disable-background-networking', '--disable-component-update',
         '--window-size=1920,1080', f'--user-data-dir={folder}/profile', *args],
        env=env, capture_output=True, timeout=3000, check=True).stdout.decode()


def act(folder, name, cases):
    """Opens a copy of the page that is watched, and returns what was seen there."""
    page = (folder / f'{name}.html').read_text()
    page = page.replace('<meta charset="utf-8">', '<meta charset="utf-8">' + WATCH, 1)
    page = page.replace('</body>', ACT.replace('CASES', cases) + '</body>')
    copy = folder / f'{name}-watched.html'
    copy.write_text(page)
    dom = run(folder, '--dump-dom', copy.as_uri())
    text = dom.split('<pre id="seen">', 1)[1].split('</pre>', 1)[0]
    for entity, char in (('&lt;', '<'), ('&gt;', '>'), ('&quot;', '"'), ('&amp;', '&')):
        text = text.replace(entity, char)
    answer = json.loads(text)
    assert answer['faults'] == [], answer['faults']
    assert answer['requests'] == [], answer['requests']
    return answer['seen']


def acts(folder):
    seen = act(folder, 'sample', CASES)
    for name, wanted in WANTED.items():
        assert seen[name] == wanted, f'{name}: {seen[name]}, not {wanted}'


def lights(folder):
    seen = act(folder, 'lights', '''
      step('late', () => [...document.querySelectorAll('td.light-late')].map((td) => td.textContent));
      step('folded', () => look()[0]);
      step('count', () => document.querySelectorAll('td.count').length > 5);''')
    assert seen['late'] == ['逾期'] and seen['folded'].startswith('一、'), seen
    assert seen['count'], seen


def turned(folder):
    """How points stand is said below their names, and stays there."""
    seen = act(folder, 'transposed', '''
      const lines = [...document.querySelectorAll('thead tr.state')];
      const place = () => JSON.stringify(lines.map((line) => [...line.cells].map(
        (cell) => Math.round(cell.getBoundingClientRect().top))));
      step('labels', () => lines.map((line) => [line.cells[0].tagName, line.cells[0].scope,
        line.cells[0].textContent]));
      step('room', () => lines.every((line) => [...line.querySelectorAll('span')].every((span) =>
        span.getBoundingClientRect().height <= line.getBoundingClientRect().height)));
      step('stays', () => { const sheet = document.querySelector('.sheet'); const before = place();
        sheet.scrollTop = 10000; return [sheet.scrollTop > 100, place() === before]; });
      step('hidden', () => { set('role', 'lead'); set('hide', true); const before = place();
        document.querySelector('.sheet').scrollTop = 0; return place() === before; });''')
    assert seen['labels'] == [['TH', 'row', '完成时限'], ['TH', 'row', '状态']], seen
    assert seen['room'] and seen['stays'] == [True, True] and seen['hidden'], seen


def odd_names(folder):
    seen = act(folder, 'odd', '''
      step('names', () => [...document.querySelectorAll('th.unit')].map((th) => th.textContent));
      step('title', () => document.title);''')
    assert '<script>hacked()</script>' in seen['names'] and '=1+1' in seen['names'], seen
    assert '<script>' in seen['title'], seen


def leads(folder):
    """What nobody leads is what the program says, and not what the row says."""
    step = "step('no lead', () => { set('no-lead', true); return look(); });"
    assert act(folder, 'leads', step)['no lead'] == ['(三) 寅', '二、 乙']
    assert act(folder, 'leads-transposed', step)['no lead'] == ['2 乙局']


def prints(folder):
    """On one sheet across, without what cannot be used on paper."""
    pdf = folder / 'printed.pdf'
    run(folder, '--no-pdf-header-footer', f'--print-to-pdf={pdf}', (folder / 'sample.html').as_uri())
    text = subprocess.run(['pdftotext', '-layout', pdf, '-'], capture_output=True, check=True,
                          timeout=300).stdout.decode()
    info = subprocess.run(['pdfinfo', pdf], capture_output=True, check=True,
                          timeout=300).stdout.decode()
    width, height = [float(word) for line in info.splitlines() if line.startswith('Page size')
                     for word in (line.split()[2], line.split()[4])]
    assert width > height > 800, info
    assert text.count('\f') == 1, text.count('\f')
    assert '推进财税体制改革信息公开' in text and '打印' not in text and '全部角色' not in text


def main(program):
    cases = [acts, leads, lights, turned, odd_names, prints]
    if CHROMIUM is None:
        print('1..0 # SKIP Chromium is not installed')
        return
    failed = False
    print(f'1..{len(cases)}')
    with tempfile.TemporaryDirectory(prefix='yd-page-', ignore_cleanup_errors=True) as temporary:
        folder = pathlib.Path(temporary)
        subprocess.run([program, folder], check=True)
        for n, case in enumerate(cases, 1):
            try:
                case(folder)
                print(f'ok {n} {case.__name__}')
            except (AssertionError, IndexError, subprocess.SubprocessError) as error:
                failed = True
                print(f'not ok {n} {case.__name__}')
                print('# ' + str(error).replace('\n', '\n# '))
    sys.exit(failed)


main(sys.argv[1])
