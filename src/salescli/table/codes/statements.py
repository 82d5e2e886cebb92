"""Problems of statements, objections and paid periods."""

from salescli.table.problem import Severity, define

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

NO_CRYPT = define(
    "statement-no-crypt",
    ERROR,
    ("确认单要加密码，但没有安装 msoffcrypto-tool。", "Statements cannot be protected: msoffcrypto-tool is missing."),
    (
        '请运行 pip install "salescli[crypt]"，或去掉 --password-file。',
        'Run pip install "salescli[crypt]", or leave out --password-file.',
    ),
)
EMPTY_PASSWORD = define(
    "statement-password",
    ERROR,
    ("密码文件第一行没有可用的密码。", "The first line of the password file holds no usable password."),
    ("请写入 1 到 255 个字符，文件存为 UTF-8 编码。", "Write 1 to 255 characters there, in UTF-8."),
)
PASSWORD_ALONE = define(
    "statement-password-alone",
    ERROR,
    ("--password-file 只用于确认单。", "--password-file is for statements only."),
    ("请同时写 --statements 或 --objections。", "Use it with --statements or --objections."),
)
NOT_A_FOLDER = define(
    "statement-folder",
    ERROR,
    ("“{path}”不是文件夹。", "“{path}” is not a folder."),
    ("请给出一个文件夹。", "Name a folder."),
)
NO_STATEMENTS = define(
    "objections-none",
    ERROR,
    ("“{path}”里没有确认单。", "There are no statements in “{path}”."),
    ("请放入用 --statements 写出、交回的确认单（.xlsx）。", "Put the returned statements (.xlsx) there."),
)
NOT_A_STATEMENT = define(
    "objections-stranger",
    WARNING,
    ("这个文件不是确认单，没有计入。", "This file is no statement and was left out."),
    ("请确认是否放错了文件夹。", "Check whether it belongs there."),
)
LOCKED = define(
    "objections-locked",
    WARNING,
    ("这份确认单有打开密码，没有计入。", "This statement opens with a password only and was left out."),
    (
        "请把密码写进文本文件的第一行，用 payout --password-file 给出。",
        "Put the password on the first line of a text file and name it with payout --password-file.",
    ),
)
LOCKED_OTHERWISE = define(
    "objections-wrong-password",
    WARNING,
    (
        "--password-file 的密码打不开这份确认单，没有计入。",
        "The password given does not open this statement; it was left out.",
    ),
    ("请用写出它时的密码。", "Use the password it was written with."),
)
ALL_LOCKED = define(
    "objections-all-locked",
    ERROR,
    ("“{path}”里的确认单都有打开密码。", "The statements in “{path}” all open with a password only."),
    (
        "请把密码写进文本文件的第一行，用 payout --password-file 给出。",
        "Put the password on the first line of a text file and name it with payout --password-file.",
    ),
)
SEVERAL_PERIODS = define(
    "objections-several-periods",
    WARNING,
    ("交回的确认单不是同一个周期的：{periods}。", "The statements are of several periods: {periods}."),
    ("请核对是否放错了文件夹；各份都已列出。", "Check whether some belong elsewhere; all are listed."),
)
ALTERED = define(
    "objections-altered",
    WARNING,
    ("{person}的确认单上的数字被改动过。", "Figures on {person}'s statement were changed."),
    ("请让本人用原件重新确认。", "Ask them to answer on the statement as it was issued."),
)
UNSAVED = define(
    "objections-unsaved",
    NOTE,
    (
        "{person}的确认单存盘时没有保存公式结果，无法核对数字。",
        "{person}'s statement was saved without the results of its formulas, so its figures cannot be checked.",
    ),
    ("用 Excel 或 WPS 打开另存一次即可。", "Open it in Excel or WPS and save it once."),
)
UNCLEAR = define(
    "objections-unclear",
    WARNING,
    ("{person}写的是“{found}”，看不出是确认还是异议。", "{person} wrote “{found}”, neither a yes nor a no."),
    ("请写“确认”或“异议”。", "Write “Confirmed” or “Objection”."),
)
TWICE = define(
    "objections-twice",
    WARNING,
    (
        "{person} {period} 的确认单交回了不止一份：{files}。",
        "{person}'s statement of {period} came back several times: {files}.",
    ),
    (
        "每份都已列出，份数只计一份（有异议的优先）；请留下有效的一份。",
        "All are listed and one is counted (an objection first); keep the one that counts.",
    ),
)
NEEDS_TRACKING = define(
    "payout-needs-inputs",
    ERROR,
    ("核算需要跟踪表和 --plan 激励方案。", "A payout needs the tracking workbook and --plan."),
    (
        "请写：salescli payout 跟踪.xlsx --plan 方案.xlsx；只汇总异议时写 --objections 文件夹。",
        "Write salescli payout TRACKING --plan PLAN; or --objections DIR to merge answers only.",
    ),
)
BAD_DAY = define(
    "payout-bad-day",
    ERROR,
    ("--as-of “{found}”读不懂。", "--as-of “{found}” is not understood."),
    ("请写成 2026-09-03。", "Write it like 2026-09-03."),
)
NOT_SETTLED = define(
    "settled-not-payout",
    ERROR,
    ("这个文件没有提成表，或没有审计指纹。", "This file has no commission sheet or no fingerprints."),
    ("--settled 要用 salescli payout 写出的工作簿。", "--settled takes a workbook that salescli payout wrote."),
)
SETTLED_CHANGED = define(
    "settled-changed",
    ERROR,
    (
        "已发周期的工作簿被改动过：{what}与指纹不符。",
        "The workbook of the paid period was changed: {what} does not fit its fingerprint.",
    ),
    (
        "请用发放时的原件；已发的数字不能改写。",
        "Use the workbook as it was paid by; what was paid cannot be rewritten.",
    ),
)
SETTLED_UNSAVED = define(
    "settled-unsaved",
    ERROR,
    (
        "提成表的公式没有保存结果，读不出已发的数字（多半是别的程序另存过）。",
        "The commission sheet's formulas have no saved results (some program re-saved it): what was paid is unknown.",
    ),
    (
        "请用 Excel 或 WPS 打开，另存一次，再用 --settled 给出。",
        "Open and save it in Excel or WPS, then give it again.",
    ),
)
SETTLED_UNDATED = define(
    "settled-undated",
    ERROR,
    ("已发周期的提成表没有写明核算周期。", "The commission sheet does not say which period it is of."),
    ("请用带月份或 --period 核算的工作簿。", "Use a workbook whose figures have months."),
)
SETTLED_TWICE = define(
    "settled-twice",
    ERROR,
    ("{period} 已在另一个 --settled 文件里：{other}。", "{period} is already in another --settled file: {other}."),
    ("每个周期只给一份。", "Give each period once."),
)
SETTLED_OVERLAP = define(
    "settled-overlap",
    ERROR,
    (
        "本次核算 {period}，与已发的 {settled} 重叠。",
        "{period} is to be paid, but {settled}, which lies across it, is paid already.",
    ),
    ("请用 --period 指定不重叠的周期。", "Name a period that does not overlap with --period."),
)
SETTLED_ABSENT = define(
    "settled-absent",
    WARNING,
    ("跟踪表里没有已发周期 {period} 的数据，未做比较。", "The tracking table has nothing of the paid period {period}."),
    ("如有变化，请把该周期的数据一并提供。", "To have changes found, include its figures."),
)
SETTLED_GONE = define(
    "settled-person-gone",
    WARNING,
    (
        "{period} 已发给{person}，现在的数据里没有此人，未列补扣。",
        "{person} was paid for {period} but is not in the figures now; nothing was corrected.",
    ),
    ("请核对姓名和工号。", "Check the name and employee ID."),
)
SETTLED_PLAN = define(
    "settled-plan",
    ERROR,
    (
        "找不到 {period} 发放时的方案和选项(本次的方案不同，文件里留存的方案也对不上)，无法核算补扣。",
        "The plan and options that {period} was paid by are not to be found (this plan differs, and the one kept in "
        "the file does not match), so corrections cannot be worked out.",
    ),
    (
        "请用发放时的方案和选项；新方案请写生效日期，旧方案写失效日期。",
        "Use the plan and options it was paid by; give a new plan the date it comes into force, the old one its end.",
    ),
)
SETTLED_OWN_PLAN = define(
    "settled-own-plan",
    NOTE,
    (
        "{period} 按它发放时的方案和选项重算，本次的方案不追溯。",
        "{period} was worked out again by the plan and options it was paid by; this plan does not reach back.",
    ),
    (
        "需要追溯调整时，请单独审批后手工补扣。",
        "A change that is meant to reach back needs a decision and a line of its own.",
    ),
)
REFUND_LEFT = define(
    "settled-refund-left",
    WARNING,
    (
        "{person} {period} 的净退款还有 {amount} 元超出已发周期的计提基数，没有扣回。",
        "{amount} of {person}'s net refund of {period} exceeds what was paid on and was not deducted.",
    ),
    ("请提供更早的已发工作簿，或另行处理。", "Give an earlier --settled workbook as well, or settle it separately."),
)
CORRECTED_WITHOUT = define(
    "corrections-without-statement",
    WARNING,
    (
        "{people}本期没有业绩，没有确认单；他们的补扣只列在“补扣”表里。",
        "There are no figures in the period and no statement for {people}; the corrections stand on 补扣 only.",
    ),
    ("请另行通知他们。", "Tell them separately."),
)
