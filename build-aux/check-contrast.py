#!/usr/bin/env python3
"""check-contrast.py TOP: whatever the styles dim, those for high contrast do not: each selector
with an opacity below 1 stands in both of them, word for word, with one of 1."""

import pathlib
import re
import sys


def rules(path):
    """The selectors of a style with an opacity, each with that."""
    text = re.sub(r'/\*.*?\*/', '', path.read_text(), flags=re.S)
    for selectors, body in re.findall(r'([^{};]+)\{([^{}]*)\}', text):
        opacity = re.search(r'\bopacity:\s*([\d.]+)', body)
        if opacity is not None:
            for selector in selectors.split(','):
                yield ' '.join(selector.split()), float(opacity[1])


data = pathlib.Path(sys.argv[1]) / 'data'
dimmed = {selector for name in ('first.css', 'style.css', 'style-dark.css')
          for selector, opacity in rules(data / name) if opacity < 1}
found = [f'data/{name}: {selector} is dimmed'
         for name in ('style-hc.css', 'style-hc-dark.css')
         for selector in sorted(dimmed - {s for s, opacity in rules(data / name) if opacity == 1})]
if not dimmed:
    found.append('No style dims anything: is this test of any use?')
print('\n'.join(found))
sys.exit(bool(found))
