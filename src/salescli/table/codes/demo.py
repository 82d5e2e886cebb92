"""Problems of the example company."""

from salescli.table.problem import Severity, define

FOLDER_IN_USE = define(
    "folder-in-use",
    Severity.ERROR,
    ("文件夹“{folder}”里已经有文件，没有改动它。", "The folder “{folder}” is not empty and was left as it is."),
    (
        "请换一个文件夹，例如“{suggestion}”；要在里面写示例公司并替换同名文件，请加上 --force。",
        "Choose another, for example “{suggestion}”, or add --force to write the example there and replace files of "
        "the same names.",
    ),
)
NOT_A_FOLDER = define(
    "not-a-folder",
    Severity.ERROR,
    ("“{folder}”是一个文件，不是文件夹。", "“{folder}” is a file, not a folder."),
    ("请换一个文件夹，例如“{suggestion}”。", "Choose a folder, for example “{suggestion}”."),
)
