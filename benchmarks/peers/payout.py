"""The script for the same pay: one ``apply`` a person in floats. ``python -m benchmarks.peers.payout FIGURES OUT``.

It does what the plan of :func:`benchmarks.company.incentive` says, and nothing else: no check of the plan, no trace
of a figure, no exact rounding.
"""

import sys

import pandas as pd

TIERS = ((1.2, 0.03, 3000), (1.0, 0.02, 1000), (0.8, 0.015, 0))


def main(figures: str, output: str) -> None:
    """Commission, bonus, team award, ranking prizes, referrals, new customers, best weeks, cap and floor."""
    people = pd.read_excel(figures, sheet_name="月度目标分解与跟踪表", engine="openpyxl")
    events = pd.read_excel(figures, sheet_name="奖励事项表", engine="openpyxl")
    weeks = pd.read_excel(figures, sheet_name="销售周报", engine="openpyxl")
    regions = people.groupby("区域")[["月度目标(元)", "累计实际(元)"]].sum()
    reached = regions["累计实际(元)"] / regions["月度目标(元)"] >= 1.1
    counts = events.pivot_table(index="工号", columns="奖励事项", values="事项数量", aggfunc="sum", fill_value=0)
    ranks = people["累计实际(元)"].rank(ascending=False, method="min")
    best = weeks.loc[weeks.groupby("周开始日期")["销售额(元)"].idxmax(), "工号"].value_counts()

    def pay(row: pd.Series) -> pd.Series:
        rate, bonus = 0.0, 0
        achievement = row["累计实际(元)"] / row["月度目标(元)"]
        for bound, its_rate, its_bonus in TIERS:
            if achievement >= bound:
                rate, bonus = its_rate, its_bonus
                break
        commission = round(row["累计实际(元)"] * rate, 2)
        team = 500 if reached[row["区域"]] else 0
        number = row["工号"]
        happened = counts.loc[number] if number in counts.index else {}
        referral = 200 * happened.get("转介绍", 0)
        new = 100 * happened.get("新客户", 0)
        week = 500 * best.get(number, 0)
        earned = min(max(commission + bonus + team + referral + new + week, 1000), 60000)
        prize = {1: 5000, 2: 3000, 3: 1000}.get(ranks[row.name], 0)
        parts = [achievement, commission, bonus, team, referral, new, week, prize, earned + prize]
        names = ["达成率", "提成", "奖金", "团队奖", "转介绍奖", "新客奖", "周冠军", "排名奖", "应发合计"]
        return pd.Series(parts, index=names)

    pd.concat([people, people.apply(pay, axis=1)], axis=1).to_excel(output, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
