"""Problems of input files that cannot be read as a workbook at all."""

from salescli.table.problem import Severity, define

ERROR = Severity.ERROR
_SAVE_AGAIN = ("请用 Excel 或 WPS 打开并另存为 .xlsx。", "Open it in Excel or WPS and save it as .xlsx.")
_ASK_AGAIN = ("请重新下载，或请对方重新发送。", "Download it again, or ask for it to be sent again.")

FILE_MISSING = define(
    "file-missing",
    ERROR,
    ("找不到文件“{path}”。", "There is no file “{path}”."),
    ("请检查路径和文件名。", "Check the path and the name."),
)
FILE_MISSING_NEAR = define(
    "file-missing-near",
    ERROR,
    ("找不到文件“{path}”。", "There is no file “{path}”."),
    ("是不是“{near}”？", "Did you mean “{near}”?"),
)
NOT_A_FILE = define(
    "not-a-file",
    ERROR,
    ("“{path}”是文件夹或设备，不是文件。", "“{path}” is a folder or a device, not a file."),
    ("请给出一个工作簿文件。", "Name a workbook file."),
)
NO_PERMISSION = define(
    "no-permission",
    ERROR,
    ("没有读取“{path}”的权限。", "There is no permission to read “{path}”."),
    (
        "请检查文件权限；如果它正在别的程序里打开，请先关闭。",
        "Check the file's permissions, and close it if another program has it open.",
    ),
)
UNREADABLE = define(
    "unreadable-file",
    ERROR,
    ("读取“{path}”时出错：{reason}。", "“{path}” could not be read: {reason}."),
    ("请把文件复制到本机再试。", "Copy the file to this computer and try again."),
)
LOCK_FILE = define(
    "lock-file",
    ERROR,
    (
        "“{path}”是 Office 打开文件时留下的锁文件，不是工作簿。",
        "“{path}” is the lock that Office leaves beside an open file, not a workbook.",
    ),
    ("请改用“{near}”。", "Use “{near}” instead."),
)
EMPTY_FILE = define("empty-file", ERROR, ("文件是空的（0 字节）。", "The file is empty (0 bytes)."), _ASK_AGAIN)
FILE_TOO_LARGE = define(
    "file-too-large",
    ERROR,
    ("文件超过 {limit} MiB，没有读取。", "The file is larger than {limit} MiB and was not read."),
    (
        "请删去不用的工作表和图片，或把数据分成几个文件；内存足够时，也可调大配置 [limits] 的 max_file_mib。",
        "Remove sheets and pictures that are not needed, or divide the data into several files; where memory allows "
        "it, raise max_file_mib under [limits] in the configuration.",
    ),
)
NOT_A_WORKBOOK = define(
    "not-a-workbook",
    ERROR,
    ("文件内容不是工作簿。", "The content of the file is no workbook."),
    (
        "可读取 .xlsx、.xlsm、.xls、.xlsb、.ods 和 .csv；请用 Excel 或 WPS 另存为 .xlsx。",
        ".xlsx, .xlsm, .xls, .xlsb, .ods and .csv can be read; save it as .xlsx in Excel or WPS.",
    ),
)
MISQUOTED = define(
    "unclosed-quote",
    ERROR,
    (
        "第 {line} 行的“{start}”以引号开头，但引号没有关闭，或关闭后还有文字，后面的行会被并进这一格；文件没有读取。",
        "Line {line} opens a quotation mark (“{start}”) that is never closed, or that closes before more text, so that "
        "the lines below would run into this cell; the file was not read.",
    ),
    (
        '请删去这个引号；引号属于文字时写成两个，并用引号括起整个单元格，例如 "7""屏"。'
        "或在 Excel 里核对后另存为 .xlsx。",
        'Remove the mark; where it belongs to the text, double it and quote the whole cell, for example "7"" screen". '
        "Or check it in Excel and save it as .xlsx.",
    ),
)
WEB_PAGE = define(
    "web-page",
    ERROR,
    (
        "文件内容是网页或 XML 文本，只是用了表格的扩展名。",
        "The content is a web page or XML text under a spreadsheet's name.",
    ),
    _SAVE_AGAIN,
)
ENCRYPTED = define(
    "encrypted-workbook",
    ERROR,
    ("工作簿设了打开密码。", "The workbook is protected by a password."),
    (
        "请去掉密码后另存，或把密码写进一个文本文件，用 salescli --password-file 给出（需先安装 salescli[crypt]）。",
        "Save a copy without it, or put the password into a text file and name that with `salescli --password-file` "
        "(which takes the salescli[crypt] extra).",
    ),
)
WRONG_PASSWORD = define(
    "wrong-password",
    ERROR,
    ("密码打不开这个工作簿。", "The password does not open this workbook."),
    (
        "请核对 --password-file 里的密码（只读第一行）。",
        "Check the password in --password-file (its first line counts).",
    ),
)
NO_PASSWORD = define(
    "no-password",
    ERROR,
    (
        "密码文件读不了，或第一行是空的：{reason}",
        "The password file cannot be read, or its first line is empty: {reason}",
    ),
    ("请在文件第一行写上密码，以 UTF-8 保存。", "Write the password on its first line and save it as UTF-8."),
)
DAMAGED = define(
    "damaged-workbook",
    ERROR,
    ("工作簿已损坏或不完整（问题在 {part}）。", "The workbook is damaged or incomplete (at {part})."),
    (
        "请用 Excel 或 WPS 打开并修复后另存，或请对方重新发送。",
        "Open it in Excel or WPS, let it be repaired and save it, or ask for it to be sent again.",
    ),
)
ROWS_IN_A_CELL = define(
    "rows-in-a-cell",
    ERROR,
    (
        "第 {first} 至 {last} 行被一对引号并成了一格，可这 {lines} 行各自像是完整的数据行；文件没有读取。",
        "A pair of quotation marks makes one cell of lines {first} to {last}, though each of these {lines} "
        "{lines:line|lines} looks like a row of its own; the file was not read.",
    ),
    (
        '请删去第 {first} 行和第 {last} 行里多余的引号；引号属于文字时写成两个，并用引号括起整个单元格，例如 "7""屏"。'
        "或在 Excel 里核对后另存为 .xlsx。",
        "Delete the stray quotation marks in lines {first} and {last}; where a mark belongs to the text write it twice "
        'and put the whole cell in marks, as "7""屏". Or check it in Excel and save it as .xlsx.',
    ),
)
REPEATED_CELL = define(
    "repeated-cell",
    ERROR,
    (
        "单元格 {cell} 在文件里写了两次，看不出以哪个为准；文件没有读取。",
        "The cell {cell} stands twice in the file, and nothing tells which of the two counts; the file was not read.",
    ),
    (
        "请用 Excel 或 WPS 打开，核对这一格后另存；如果文件是程序导出的，请让导出方修正。",
        "Open it in Excel or WPS, check this cell and save it; if a program exported it, have the export mended.",
    ),
)
REPEATED_PART = define(
    "repeated-part",
    ERROR,
    (
        "工作簿里有两个同名的部分“{part}”，看不出以哪个为准；文件没有读取。",
        "The workbook has two parts of the name “{part}”, and nothing tells which of them counts; it was not read.",
    ),
    (
        "请让对方重新发送，或用 Excel、WPS 打开核对内容后另存为 .xlsx。",
        "Ask for it to be sent again, or open it in Excel or WPS, check what it shows and save it as .xlsx.",
    ),
)
CUT_SHORT = define(
    "cut-short",
    ERROR,
    ("文件不完整，后半部分缺失。", "The file is cut short; its end is missing."),
    _ASK_AGAIN,
)
MISSING_PART = define(
    "missing-part",
    ERROR,
    ("文件缺少工作簿必需的部分“{part}”。", "The file lacks “{part}”, which every workbook has."),
    _SAVE_AGAIN,
)
FORBIDDEN_XML = define(
    "forbidden-xml",
    ERROR,
    (
        "“{part}”里有文档类型或实体声明，工作簿从不需要它，为安全起见没有读取。",
        "“{part}” declares a document type or entities, which no workbook needs; for safety it was not read.",
    ),
    _SAVE_AGAIN,
)
UNPACKS_TOO_LARGE = define(
    "unpacks-too-large",
    ERROR,
    (
        "文件解压后有 {size} MiB，超过上限 {limit} MiB。",
        "The file unpacks to {size} MiB, above the limit of {limit} MiB.",
    ),
    (
        "如果文件可信，请调大配置 [limits] 的 max_unpacked_mib；否则请不要使用它。",
        "If you trust the file, raise max_unpacked_mib under [limits] in the configuration; otherwise do not use it.",
    ),
)
PACKED_TOO_TIGHTLY = define(
    "packed-too-tightly",
    ERROR,
    (
        "“{part}”的压缩比是 {ratio}:1，超过上限 {limit}:1，像是压缩炸弹，没有解压。",
        "“{part}” is packed {ratio}:1, above the limit of {limit}:1, like a zip bomb; it was not unpacked.",
    ),
    (
        "如果文件可信，请用 Excel 或 WPS 打开并另存，或调大配置 [limits] 的 max_ratio。",
        "If you trust the file, open it in Excel or WPS and save it again, or raise max_ratio under [limits] in the "
        "configuration.",
    ),
)
TOO_MANY_SHEETS = define(
    "too-many-sheets",
    ERROR,
    (
        "工作簿有 {count} 个工作表，超过上限 {limit} 个。",
        "The workbook has {count} {count:sheet|sheets}, above the limit of {limit}.",
    ),
    (
        "请把不用的工作表删去再试；确实都需要时，调大配置 [limits] 的 max_sheets。",
        "Remove the sheets that are not needed and try again; if all are needed, raise max_sheets under [limits] in "
        "the configuration.",
    ),
)
TOO_MANY_PARTS = define(
    "too-many-parts",
    ERROR,
    (
        "文件由 {count} 个部分组成，超过上限 {limit} 个，没有读取。",
        "The file is made of {count} {count:part|parts}, above the limit of {limit}, and was not read.",
    ),
    (
        "请用 Excel 或 WPS 打开并另存为 .xlsx；如果文件可信，也可调大配置 [limits] 的 max_parts。",
        "Open it in Excel or WPS and save it as .xlsx; if you trust the file, max_parts under [limits] in the "
        "configuration can be raised.",
    ),
)
TOO_MANY_CELLS = define(
    "too-many-cells",
    ERROR,
    (
        "已用区域一直到 {far}，共 {cells} 个单元格，超过上限 {limit}。",
        "The used area reaches {far}, {cells} {cells:cell|cells} in all, above the limit of {limit}.",
    ),
    (
        "请删去 {far} 附近多余的行和列后保存；确有这么多数据时，调大配置 [limits] 的 max_cells。",
        "Delete the stray rows and columns near {far} and save; if the data really is that large, "
        "raise max_cells under [limits] in the configuration.",
    ),
)
TOO_MANY_FLAWS = define(
    "too-many-flaws",
    ERROR,
    (
        "有超过 {limit} 个单元格是公式错误、没有保存结果的公式或过长的数字，没有逐个列出。",
        "More than {limit} {limit:cell holds|cells hold} a formula error, a formula without a saved result or a "
        "number too long; they were not listed one by one.",
    ),
    (
        "请用 Excel 或 WPS 打开、重新计算并保存，或用 --sheet 只读需要的工作表。",
        "Open it in Excel or WPS, recalculate and save it, or read only the sheet you need with --sheet.",
    ),
)
TOO_MUCH_TEXT = define(
    "too-much-text",
    ERROR,
    (
        "单元格里的文字展开后超过 {limit} MiB。",
        "The text of the cells, written out, is more than {limit} MiB.",
    ),
    (
        "如果文件可信，请调大配置 [limits] 的 max_unpacked_mib。",
        "If you trust the file, raise max_unpacked_mib under [limits] in the configuration.",
    ),
)
NO_WORKSHEETS = define(
    "no-worksheets",
    ERROR,
    ("工作簿里没有工作表。", "The workbook has no worksheet."),
    ("请检查是不是选错了文件。", "Check whether this is the right file."),
)
