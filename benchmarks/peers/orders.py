"""The same kind of script for one big workbook of orders: ``python -m benchmarks.peers.orders PLAN ORDERS OUT``."""

import sys

import pandas as pd


def main(plan: str, orders: str, output: str) -> None:
    """Target, actual, achievement and variance of each person and month, of orders collected to the half."""
    sold = pd.read_excel(orders, engine="openpyxl")
    sold = sold[sold["已回款(元)"] >= sold["合同额(元)"] / 2]
    sold["月份"] = sold["签约日期"].dt.to_period("M").dt.to_timestamp()
    actual = sold.groupby(["工号", "月份"], as_index=False)[["合同额(元)", "已回款(元)"]].sum()
    table = pd.read_excel(plan, engine="openpyxl").merge(actual, on=["工号", "月份"], how="left")
    table["达成率"] = table["合同额(元)"] / table["目标值"]
    table["差额"] = table["合同额(元)"] - table["目标值"]
    table.to_excel(output, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
