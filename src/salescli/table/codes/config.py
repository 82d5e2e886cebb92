"""Problems of the configuration file."""

from salescli.table.problem import Severity, define

ERROR = Severity.ERROR

CONFIG_UNREADABLE = define(
    "config-unreadable",
    ERROR,
    ("读不了配置文件：{reason}", "The configuration cannot be read: {reason}"),
    ("请检查 --config 的路径。", "Check the path given to --config."),
)
CONFIG_SYNTAX = define(
    "config-syntax",
    ERROR,
    ("配置文件不是有效的 TOML:{reason}", "The configuration is not valid TOML: {reason}"),
    (
        "请更正所指的行；写法见 docs/configuration.md。",
        "Mend the line it names; docs/configuration.md shows the form.",
    ),
)
CONFIG_UNKNOWN_KEY = define(
    "config-unknown-key",
    ERROR,
    ("配置里没有“{key}”这一项。", "The configuration has no key “{key}”."),
    ("是不是“{near}”？", "Did you mean “{near}”?"),
)
CONFIG_BAD_VALUE = define(
    "config-bad-value",
    ERROR,
    (
        "配置项“{key}”的值 {found} 不可用：{reason}",
        "The configuration key “{key}” cannot be {found}: {reason}",
    ),
    ("各项的取值见 docs/configuration.md。", "docs/configuration.md lists the values of every key."),
)
