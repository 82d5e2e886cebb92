"""Words about how a command is called: what the command line's parser finds wrong, and the headings of help."""

from salescli.words.language import Text

MISSING_ARGUMENT = Text("缺少参数 {name}：{help}", "The argument {name} is missing: {help}")
MISSING_OPTION = Text("缺少选项 {name}：{help}", "The option {name} is missing: {help}")
MISSING_COMMAND = Text("还要写上一个命令：{commands}。", "Name a command: {commands}.")
NO_COMMAND = Text("没有“{name}”这个命令。{near}", "There is no command “{name}”. {near}")
NO_OPTION = Text("没有 {name} 这个选项。{near}", "There is no option {name}. {near}")
NEAR = Text("是不是 {near}？", "Did you mean {near}?")
COMMANDS = Text("可用的命令：{commands}。", "The commands are: {commands}.")
BEFORE_COMMAND = Text(
    "{name} 是全局选项，要写在命令前面：salescli {name} … {command}",
    "{name} concerns every command and stands before it: salescli {name} … {command}",
)
NEEDS_VALUE = Text("选项 {name} 后面要写上它的值。", "The option {name} takes a value.")
TAKES_NO_VALUE = Text("选项 {name} 不带值，去掉等号和后面的内容。", "The option {name} takes no value.")
EXTRA = Text(
    "多出了参数：{found}。文件名里有空格时，请用引号括起来。",
    "There are arguments too many: {found}. A file name with spaces takes quotation marks.",
)
BAD_CHOICE = Text("{name} 不能是“{found}”，可选：{choices}。", "{name} cannot be “{found}”. Choose from: {choices}.")
BAD_INTEGER = Text("{name} 要写一个整数。", "{name} takes a whole number.")
BAD_VALUE = Text("{name} 的值无效：{message}", "The value of {name} will not do: {message}")
TRY = Text("用法详见：{command} -h", "How to use it: {command} -h")

USAGE = Text("用法：", "Usage: ")
HEADINGS = (
    Text("参数：", "Arguments:"),
    Text("选项：", "Options:"),
    Text("命令：", "Commands:"),
)
HELP_OPTION = Text("显示这份帮助并退出。", "Show this message and exit.")
METAVARS = (
    Text("[选项]", "[OPTIONS]"),
    Text("命令", "COMMAND"),
    Text("[参数]...", "[ARGS]..."),
)
REQUIRED = Text("[必填]", "[required]")
COMPLETION = (
    Text("为当前的命令行环境装上自动补全。", "Install completion for the current shell."),
    Text(
        "显示自动补全的脚本，供复制或修改。",
        "Show completion for the current shell, to copy it or customize the installation.",
    ),
)
