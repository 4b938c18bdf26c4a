#!/usr/bin/env python3
"""A notice on days off is pasted, as a clerk does it every November: its days are seen before they
count, a sentence that is not understood stops it, it is accepted, the plan takes it over with what
that moves, and all of it is taken back. Three old notices in their own wordings give what is known.

`test-notice.py PROGRAM YAODIANCTL SAMPLE`, in tests/support/with-display.
"""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desk import run  # noqa: E402
from driver import BUTTONS, Atspi, Window, until  # noqa: E402
from plan import Plan  # noqa: E402

PROGRAM, CTL, SAMPLE = sys.argv[1:4]

# Written for this test from the facts, worded as each year's notice is: with the days of the week
# in full, with words that only advise, and with the short days of the week.
KNOWN = {
    '2019: 24 days off, 7 made up': '''国务院办公厅关于2019年部分节假日安排的通知
经国务院批准，现将2019年放假调休日期的具体安排通知如下。
一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
三、清明节：4月5日放假，与周末连休。
四、劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
五、端午节：6月7日放假，与周末连休。
六、中秋节：9月13日放假，与周末连休。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
''',
    '2024: 28 days off, 8 made up': '''国务院办公厅关于2024年部分节假日安排的通知
经国务院批准，现将2024年放假调休日期的具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等\
制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
''',
    '2025: 28 days off, 5 made up': '''国务院办公厅关于2025年部分节假日安排的通知
经国务院批准，现将2025年放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）\
上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
''',
}

# The days of 2027 are invented.
NEXT = '''国务院办公厅关于2027年部分节假日安排的通知
经国务院批准，现将2027年元旦、春节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五，农历除夕）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
'''
# Which half of the day is no day off.
UNCLEAR = NEXT.replace('共3天。', '共3天。1月4日下午放假。')
MOVE = ('2027-01-29', '2027-01-31')
THERE = '2027-01-29 (Friday), provisional → 2027-01-31 (Sunday)'
BACK = '2027-01-31 (Sunday) → 2027-01-29 (Friday), provisional'


def due(plan):
    return sorted(deadline['due'] or '' for point in plan.show()['points']
                  for deadline in point['deadlines'])


def can(window, button):
    node = window.find(button, BUTTONS)
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


def paste(window, text):
    subprocess.run(['xclip', '-i', '-selection', 'clipboard'], input=text.encode(), check=True)
    view = window.find('Text of the notice')
    until(lambda: view.get_state_set().contains(Atspi.StateType.FOCUSED), 'the text to be focused')
    window.key('ctrl+a', 'ctrl+v')
    until(lambda: window.text_of(view).strip() == text.strip(), 'the text to be pasted')


def open_days_off(window):
    window.key('F10')
    window.do(window.find('Days Off…', ('menu item',)))
    return window.dialog('Days Off')


def paste_known(dialog, plan):
    """What is read is what the office knows, day by day: there is nothing to take over."""
    known = plan.ask('calendar')
    for says, text in KNOWN.items():
        dialog.press('Paste a Notice…')
        paste(dialog, text)
        dialog.find(says + '. Everything was understood.')
        dialog.press('Take Over')
        until(lambda: dialog.is_shown(dialog.find('Withdraw')), 'the list of notices')
    assert plan.ask('calendar') == known


def paste_next(dialog, plan):
    known = plan.ask('calendar')
    dialog.press('Paste a Notice…')
    paste(dialog, UNCLEAR)
    dialog.find('“1月4日下午')
    assert not can(dialog, 'Take Over')
    paste(dialog, NEXT)
    dialog.find('2027: 10 days off, 2 made up. Everything was understood.')
    until(lambda: can(dialog, 'Take Over'), 'it to be possible to take it over')
    dialog.press('Take Over')
    dialog.find('Days off in 2027')
    plan.wait(lambda plan: plan.ask('calendar') != known, 'the office to have it')


def accept(dialog, plan, before, after):
    """First in the office, then in the plan, which says what that moves before it does."""
    dialog.press('Accept')
    dialog.find(THERE)
    assert due(plan) == before
    dialog.press('Use in This Plan')
    dialog.find_gone(THERE)
    plan.wait(lambda plan: due(plan) == after, 'the plan to count with it')


def back(dialog, window, plan, before):
    """In this window what the office did, in the window of the plan what the plan did."""
    dialog.key('ctrl+z')
    dialog.find(BACK)
    dialog.key('ctrl+shift+z')
    dialog.find_gone(BACK)
    # Each dismisses one of the messages that wait first. The manager of windows may still name one
    # that is gone as the active one; then it is told which to take.
    def closed():
        active = window.active()[2]
        if active == 'Days Off':
            window.key('Escape')
        elif not active:
            subprocess.run(['xdotool', 'windowactivate', window.id], check=False)
        return active == window.title
    until(closed, 'it to close')
    window.key('ctrl+z')
    plan.wait(lambda plan: due(plan) == before, 'the plan to be as it was')


def journey(program, folder):
    library = folder + '/library.db'
    plan = Plan(CTL, library, '2026-12-21')
    plan.id = plan.ask('import', SAMPLE, '--issued', '2026-12-20').strip()
    before = due(plan)
    after = sorted(MOVE[1] if day == MOVE[0] else day for day in before)
    assert before != after, before

    window = Window(program, '--library', library, '--today', plan.today)
    try:
        window.key('Return')                      # the plan of last time is chosen
        window.find('Check Now')
        window.id, _, window.title = window.active()
        dialog = open_days_off(window)
        paste_known(dialog, plan)
        paste_next(dialog, plan)
        accept(dialog, plan, before, after)
        back(dialog, window, plan, before)
        window.find('Saved')
        window.quit()
    finally:
        window.kill()


run(journey)
