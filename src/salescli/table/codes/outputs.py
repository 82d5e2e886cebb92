"""Problems of files that are to be written."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

OUTPUT_IS_INPUT = define(
    "output-is-input",
    ERROR,
    ("“{path}”既是输入文件又是输出文件。", "“{path}” is both an input and the output."),
    (
        "输入文件不会被改写，请换一个输出文件名，例如“{suggestion}”。",
        "Inputs are never overwritten; choose another output, for example “{suggestion}”.",
    ),
)
OUTPUT_TWICE = define(
    "output-twice",
    ERROR,
    ("有两个输出都要写入“{path}”。", "Two outputs would be written to “{path}”."),
    ("请为其中一个换一个文件名。", "Give one of them another name."),
)
OUTPUT_EXISTS = define(
    "output-exists",
    ERROR,
    ("“{path}”已经存在，没有改动它。", "“{path}” already exists and was left as it is."),
    (
        "要替换它请加上 --force，或改写到“{suggestion}”。",
        "Add --force to replace it, or write to “{suggestion}” instead.",
    ),
)
OUTPUT_NOT_A_FILE = define(
    "output-not-a-file",
    ERROR,
    (
        "“{path}”是文件夹或设备，不能作为输出文件。",
        "“{path}” is a folder or a device, not a file to write to.",
    ),
    ("请写上文件名，例如“{suggestion}”。", "Name a file, for example “{suggestion}”."),
)
OUTPUT_SUFFIX = define(
    "output-suffix",
    ERROR,
    (
        "输出的是 Excel 工作簿，“{path}”却不以 .xlsx 结尾。",
        "The output is an Excel workbook, but “{path}” does not end in .xlsx.",
    ),
    ("请改为“{suggestion}”。", "Name it “{suggestion}”."),
)
OUTPUT_OPEN = define(
    "output-open",
    ERROR,
    (
        "“{path}”似乎正在表格软件中打开（旁边有锁文件“{lock}”）。",
        "“{path}” seems to be open in a spreadsheet program (its lock file “{lock}” is there).",
    ),
    (
        "请先关闭它再试；如果确实没有打开，请删除这个锁文件；也可以改写到“{suggestion}”。",
        "Close it and try again; if nothing has it open, delete the lock file; or write to “{suggestion}” instead.",
    ),
)
OUTPUT_DENIED = define(
    "output-denied",
    ERROR,
    (
        "无法替换“{path}”：它正被别的程序打开，或者没有写入权限。",
        "“{path}” cannot be replaced: another program has it open, or writing to it is not permitted.",
    ),
    (
        "请关闭打开它的程序再试，或改写到“{suggestion}”。",
        "Close the program that has it open and try again, or write to “{suggestion}” instead.",
    ),
)
FOLDER_DENIED = define(
    "folder-denied",
    ERROR,
    ("没有权限在文件夹“{folder}”中写文件。", "Writing files in the folder “{folder}” is not permitted."),
    (
        "请选择一个可以写入的文件夹，或请管理员开放权限。",
        "Choose a folder that can be written to, or ask for the permission.",
    ),
)
NO_FOLDER = define(
    "no-folder",
    ERROR,
    ("无法建立文件夹“{folder}”：{reason}。", "The folder “{folder}” cannot be made: {reason}."),
    ("请检查路径，或选择另一个文件夹。", "Check the path, or choose another folder."),
)
DISK_FULL = define(
    "disk-full",
    ERROR,
    (
        "磁盘空间不足，“{path}”没有写成，原有文件没有改动。",
        "There is no room left to write “{path}”; nothing was changed.",
    ),
    ("请清理磁盘空间，或写到另一个磁盘。", "Free some space, or write to another disk."),
)
WRITE_FAILED = define(
    "write-failed",
    ERROR,
    (
        "“{path}”没有写成：{reason}。原有文件没有改动。",
        "“{path}” could not be written: {reason}. Nothing was changed.",
    ),
    ("请检查路径和磁盘，或改写到另一个位置。", "Check the path and the disk, or write somewhere else."),
)
CELL_TOO_LONG = define(
    "cell-too-long",
    ERROR,
    (
        "这段文字有 {length} 个字符，超过了单元格的上限 {limit}：“{start}…”。",
        "This text has {length} {length:character|characters}, more than the {limit} a cell can hold: “{start}…”.",
    ),
    (
        "请缩短来源表格中的这段文字，或拆成几格。",
        "Shorten it in its source, or spread it over several cells.",
    ),
)
SHEET_TOO_LARGE = define(
    "sheet-too-large",
    ERROR,
    (
        "这个工作表需要 {rows} 行 {columns} 列，超过了表格软件的上限（1048576 行、16384 列）。",
        "This sheet needs {rows} {rows:row|rows} and {columns} {columns:column|columns}, more than a spreadsheet "
        "has (1048576 rows, 16384 columns).",
    ),
    ("请分成几次处理，例如按月份或区域。", "Work on less at a time, for example by month or region."),
)
OUTPUT_BEYOND_LIMITS = define(
    "output-beyond-limits",
    WARNING,
    (
        "这个工作簿有 {cells} 个单元格，超过读取的上限 {limit}，后面的命令会拒绝读取它。",
        "This workbook has more cells ({cells}) than are read ({limit}); later commands will refuse it.",
    ),
    (
        "请按区域或业务单元拆成几个工作簿，或调大配置 [limits] 的 max_cells 和 max_unpacked_mib。",
        "Divide it by region or business unit, or raise max_cells and max_unpacked_mib under [limits] in the "
        "configuration.",
    ),
)
