// Sorts, filters and prints the table of this page. It loads nothing.
'use strict';

(() => {
  const $ = (id) => document.getElementById(id);
  const table = $('matrix');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const names = [...table.tHead.rows[1].cells];         // a head for each unit
  const groups = [...table.tHead.querySelectorAll('th[data-first]')];
  const points = rows.filter((row) => !row.classList.contains('chapter'));
  const ROLES = ['', 'support', 'responsible', 'lead'];
  let sorted = null;                                    // by which head, and whether downwards
  let down = true;

  const cell = (row, unit) => row.querySelector(`td[data-u="${unit}"]`);
  const role = (td) => (td === null ? 0 : Number(td.dataset.r || 0));

  // What is stronger comes first; what is named itself before what came through a group.
  const weigh = (row, head) => {
    if (head.dataset.sum !== undefined)
      return Number(row.querySelector(`td[data-s="${head.dataset.sum}"]`).textContent || 0);
    const td = cell(row, head.dataset.unit);
    if (td === null)
      return 0;
    return role(td) * 2 - (td.classList.contains('via') ? 1 : 0) + (td.dataset.n || 0) * 8;
  };

  const sort = () => {
    const order = [...rows];
    if (sorted !== null) {
      const weights = new Map(points.map((row) => [row, weigh(row, sorted)]));
      order.length = 0;
      order.push(...rows.filter((row) => !weights.has(row)),
                 ...[...points].sort((a, b) => (weights.get(b) - weights.get(a)) * (down ? 1 : -1)));
    }
    body.append(...order);
  };

  const choose = (head) => {
    if (head.dataset.order !== undefined)
      sorted = null;
    else if (sorted === head && down)
      down = false;
    else if (sorted === head)
      sorted = null;
    else
      [sorted, down] = [head, true];
    for (const th of table.tHead.querySelectorAll('th[aria-sort]'))
      th.removeAttribute('aria-sort');
    if (sorted !== null)
      sorted.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    sort();
    filter();
  };

  const marks = (row) => [...row.querySelectorAll('td[data-u]')];

  // Points, and the units that have something to do with them.
  const words = new Map(points.map((row) => [row, [
    row.textContent, ...marks(row).map((td) => names[Number(td.dataset.u)].textContent),
  ].join('\n').toLowerCase()]));

  const fits = (row) => {
    const text = $('text').value.trim().toLowerCase();
    const wanted = $('role').value;
    if (text !== '' && !words.get(row).includes(text))
      return false;
    if ($('chapter').value !== '' && row.dataset.chapter !== $('chapter').value)
      return false;
    if (wanted === 'vague' && row.querySelector('td.vague') === null)
      return false;
    if (wanted !== '' && wanted !== 'vague' &&
        !marks(row).some((td) => ROLES[role(td)] === wanted && !td.classList.contains('via')))
      return false;
    return !$('no-lead').checked || row.dataset.noLead !== undefined;
  };

  const isFiltered = () => $('text').value.trim() !== '' || $('chapter').value !== '' ||
                           $('role').value !== '' || $('no-lead').checked;

  // Columns without a mark in a row that is shown; a head over none of them goes too.
  const hideColumns = (shown) => {
    const used = new Set(shown.flatMap((row) => marks(row).map((td) => td.dataset.u)));
    const off = names.map((_, unit) => $('hide').checked && !used.has(String(unit)));
    for (const row of table.rows)
      for (const td of row.querySelectorAll('[data-unit], [data-c]'))
        td.classList.toggle('off', off[Number(td.dataset.unit ?? td.dataset.c)]);
    for (const th of groups) {
      const begin = Number(th.dataset.first);
      const n = off.slice(begin, begin + Number(th.dataset.n)).filter((is) => !is).length;
      th.classList.toggle('off', n === 0);
      th.colSpan = Math.max(n, 1);
    }
  };

  // What stands below counts what is shown.
  const count = (shown) => {
    const sums = new Map();
    const add = (key, n) => sums.set(key, (sums.get(key) || 0) + n);
    for (const row of shown)
      for (const td of row.querySelectorAll('td[data-s]'))
        add(`s${td.dataset.s}`, Number(td.textContent || 0));
    for (const row of shown)
      for (const td of marks(row)) {
        const member = names[Number(td.dataset.u)].classList.contains('member');
        if (td.dataset.n !== undefined)
          add(`u${td.dataset.u} all`, Number(td.dataset.n));
        else if (!td.classList.contains('via') || member) {
          add(`u${td.dataset.u} ${ROLES[role(td)]}`, 1);
          add(`u${td.dataset.u} all`, 1);
          if (row.dataset.late !== undefined)
            add(`u${td.dataset.u} late`, 1);
        }
      }
    for (const row of table.tFoot.rows)
      for (const td of row.querySelectorAll('td')) {
        const key = td.dataset.c !== undefined ? `u${td.dataset.c} ${row.dataset.sum}`
                                               : td.dataset.sum === row.dataset.sum ||
                                                 row.dataset.sum === 'all' ? `s${td.dataset.sum}`
                                               : td.dataset.sum === 'all' ? `s${row.dataset.sum}`
                                               : '';
        if (td.dataset.whole === undefined)
          td.dataset.whole = td.textContent;
        td.textContent = isFiltered() ? sums.get(key) || '' : td.dataset.whole;
      }
  };

  // The lines of days and lights stay below the names, however long those that are shown are.
  const freeze = () => {
    const begin = table.tHead.getBoundingClientRect().top;
    for (const row of table.tHead.querySelectorAll('tr.state')) {
      const top = row.getBoundingClientRect().top - begin;
      for (const td of row.cells)
        td.style.top = `${top}px`;
    }
  };

  const filter = () => {
    const shown = points.filter(fits);
    const chapters = new Set(shown.map((row) => row.dataset.chapter));
    for (const row of points)
      row.classList.toggle('off', !shown.includes(row));
    for (const row of rows)
      if (row.classList.contains('chapter'))
        row.classList.toggle('off', sorted !== null || !chapters.has(row.dataset.chapter));
    hideColumns(shown);
    freeze();
    count(shown);
    $('shown').textContent = `${shown.length} / ${points.length}`;
    $('none').classList.toggle('off', shown.length > 0);
  };

  for (const th of table.tHead.querySelectorAll('th'))
    for (const button of th.querySelectorAll('button'))
      button.addEventListener('click', () => choose(th));
  for (const id of ['text', 'chapter', 'role', 'no-lead', 'hide'])
    $(id).addEventListener('input', filter);
  $('print').addEventListener('click', () => window.print());
  $('tools').addEventListener('submit', (event) => event.preventDefault());
  $('tools').classList.remove('off');                   // of no use without a script
  filter();
})();
