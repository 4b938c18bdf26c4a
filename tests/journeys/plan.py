"""A plan on the disk, asked by yaodianctl while the window that shows it is open."""

import json
import subprocess

from driver import until


class Plan:
    def __init__(self, ctl, library, today):
        self.call = [ctl, '--library', library]
        self.today = today

    def ask(self, *arguments, **options):
        done = subprocess.run([*self.call, *arguments], capture_output=True, text=True, **options)
        assert done.returncode in (0, 3), done.stderr        # 3: something misses its deadline
        return done.stdout

    def read(self, sample):
        self.id = self.ask('import', sample).strip()
        self.points = {point['title']: point['id'] for point in self.show()['points']}

    def show(self):
        return json.loads(self.ask('show', self.id))

    def edit(self, **edit):
        self.ask('edit', self.id, input=json.dumps({'act': 'test', **edit}) + '\n')

    def work_out(self, bars, targets, links):
        """The days that an office gives: when points start and how long they take, its own dates
        for them, and which waits for the end of which.
        """
        self.edit(
            changes=[{'kind': 'point', 'id': self.points[title], 'field': field, 'new': value}
                     for title, (start, days) in bars.items()
                     for field, value in (('start', start), ('days', days))],
            create=[
                {'kind': 'deadline', 'id': f'${title}', 'fields': {
                    'point': self.points[title], 'origin': 'internal', 'rule': 'date',
                    'value': day, 'roll': 'keep', 'check': 'confirmed', 'order': 'z'}}
                for title, day in targets.items()] + [
                {'kind': 'dependency', 'id': f'${pred}{succ}', 'fields': {
                    'pred': self.points[pred], 'succ': self.points[succ], 'type': 'FS', 'lag': 0,
                    'measure': 'workdays', 'check': 'confirmed'}}
                for pred, succ in links])

    def wait(self, true, what):
        until(lambda: true(self), what)

    def dates(self, title):
        """When it starts, ends and is due."""
        lines = self.ask('schedule', self.id, '--today', self.today, '--json').splitlines()
        point = next(point for point in map(json.loads, lines) if point['title'] == title)
        return point['start'], point['finish'], point['due']

    def links(self):
        """Each as the first, the type, the second."""
        titles = {id: title for title, id in self.points.items()}
        return {(titles[link['pred']], link['type'], titles[link['succ']])
                for point in self.show()['points'] for link in point['dependencies']
                if link['pred'] in titles and link['succ'] in titles}
