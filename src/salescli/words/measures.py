"""Words for figures and time: status, direction, why a change is blank, periods, units.

The units at the end serve both ways: :mod:`salescli.measure.metric` recognises them in what people type,
and a screen prints them.
"""

from salescli.words.language import Text

BEHIND = Text("未达标", "Behind")
NEAR = Text("基本达标", "Near target")
EXCEEDED = Text("超额达标", "Exceeded")
NO_TARGET = Text("无目标", "No target")
NO_DATA = Text("没有数据", "No data")

HIGHER = Text("越高越好", "Higher is better")
LOWER = Text("越低越好", "Lower is better")

NO_CURRENT = Text("本期没有数据，无法计算变化", "No figure for this period, so there is no change to show")
NO_BASE = Text("对比期没有数据，无法计算变化", "No figure to compare with, so there is no change to show")
ZERO_BASE = Text(
    "对比期为 0，变化率没有意义，留空",
    "The figure to compare with is 0, and a change from zero has no meaning, so it is left blank",
)
NEGATIVE_BASE = Text(
    "对比期为负数，变化率没有意义，留空",
    "The figure to compare with is negative, and a change from it has no meaning, so it is left blank",
)

POINTS = Text("{points}个百分点", "{points} pp")

WEEKDAYS_USED = Text(
    "{years} 年没有官方放假安排数据，工作日按周一至周五计算；可在配置中补充节假日和调休上班日",
    "There are no official holiday data for {years}, so Monday to Friday count as working days; "
    "holidays and swapped working days can be added in the configuration",
)

YEAR = Text("{year}年", "{year}")
HALF = Text("{year}年{half}半年", "H{number} {year}")
QUARTER = Text("{year}年第{number}季度", "Q{number} {year}")
MONTH = Text("{year}年{number}月", "{name} {year}")
DAYS_OF_ONE_YEAR = Text("{y1}年{m1}月{d1}日–{m2}月{d2}日", "{d1} {n1} – {d2} {n2} {y2}")
DAYS_OF_TWO_YEARS = Text("{y1}年{m1}月{d1}日–{y2}年{m2}月{d2}日", "{d1} {n1} {y1} – {d2} {n2} {y2}")

HALF_NAMES = ("上", "下")
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

MONEY_UNITS = frozenset({"元", "块", "¥", "$", "cny", "rmb", "yuan", "usd", "hkd", "eur", "人民币"})
RATIO_UNITS = frozenset({"%", "‰", "百分比", "百分点", "个百分点", "percent", "pct", "pp"})

COUNT_UNITS: dict[str, Text] = {
    "家": Text("家", "companies"),
    "个": Text("个", ""),
    "人": Text("人", "people"),
    "名": Text("名", "people"),
    "位": Text("位", "people"),
    "单": Text("单", "orders"),
    "笔": Text("笔", "orders"),
    "次": Text("次", "times"),
    "户": Text("户", "accounts"),
    "件": Text("件", "pieces"),
    "台": Text("台", "units"),
    "套": Text("套", "sets"),
    "份": Text("份", "copies"),
    "条": Text("条", "items"),
    "项": Text("项", "items"),
    "张": Text("张", "sheets"),
    "场": Text("场", "events"),
    "组": Text("组", "groups"),
    "批": Text("批", "batches"),
    "箱": Text("箱", "boxes"),
    "盒": Text("盒", "boxes"),
    "瓶": Text("瓶", "bottles"),
    "只": Text("只", "units"),
    "辆": Text("辆", "units"),
    "款": Text("款", "models"),
}
"""What is counted, by measure word; 个 says nothing in English."""

NUMBER_UNITS: dict[str, Text] = {
    "天": Text("天", "days"),
    "日": Text("日", "days"),
    "周": Text("周", "weeks"),
    "月": Text("月", "months"),
    "个月": Text("个月", "months"),
    "季度": Text("季度", "quarters"),
    "年": Text("年", "years"),
    "小时": Text("小时", "hours"),
    "分钟": Text("分钟", "minutes"),
    "分": Text("分", "points"),
    "倍": Text("倍", "×"),
}
"""What is measured, not counted: it may have decimals."""
