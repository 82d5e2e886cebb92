"""Problems of reading on other machines."""

from salescli.table.problem import Severity, define

ERROR = Severity.ERROR

NO_CLUSTER_EXTRA = define(
    "no-cluster-extra",
    ERROR,
    ("--scheduler 需要 dask，这里没有安装。", "--scheduler takes dask, which is not installed here."),
    ("请运行 pip install 'salescli[cluster]'。", "Run: pip install 'salescli[cluster]'"),
)
NO_SCHEDULER = define(
    "no-scheduler",
    ERROR,
    ("连不上调度器“{address}”：{reason}。", "The scheduler “{address}” cannot be reached: {reason}."),
    (
        "请检查地址、端口和防火墙，并确认调度器已启动：dask scheduler。去掉 --scheduler 即在本机运行。",
        "Check address, port and firewall, and that it runs: dask scheduler. Without --scheduler the run is local.",
    ),
)
NO_WORKERS = define(
    "no-workers",
    ERROR,
    (
        "调度器“{address}”在 {seconds} 秒内没有任何工作进程。",
        "The scheduler “{address}” has had no worker for {seconds} {seconds:second|seconds}.",
    ),
    ("请启动工作进程：dask worker {address}。", "Start workers: dask worker {address}"),
)
WORKER_VERSION = define(
    "worker-version",
    ERROR,
    (
        "工作进程 {worker} 的 {package} 是 {theirs}，这里是 {ours}：结果可能不同，没有运行。",
        "The worker {worker} has {package} {theirs}, here it is {ours}: results could differ, so nothing was run.",
    ),
    (
        "请在每台机器上安装同样的版本，见 docs/scale.md。",
        "Install the same versions on every machine; see docs/scale.md.",
    ),
)
WORKER_WITHOUT = define(
    "worker-without",
    ERROR,
    ("工作进程 {worker} 上不能运行 salescli：{reason}。", "The worker {worker} cannot run salescli: {reason}."),
    (
        "请在工作进程的 Python 环境中运行 pip install 'salescli[cluster]'。",
        "In the worker's Python environment run: pip install 'salescli[cluster]'",
    ),
)
WORKER_SEES_NOT = define(
    "worker-sees-not",
    ERROR,
    (
        "这里有文件“{path}”，工作进程却看不到({lies})。",
        "The file “{path}” is here, but a worker does not see it ({lies}).",
    ),
    (
        "请把文件放在所有机器以同一路径挂载的共享存储上，见 docs/scale.md。",
        "Put the files on storage that every machine mounts under one path; see docs/scale.md.",
    ),
)
WORKERS_DIED = define(
    "workers-died",
    ERROR,
    (
        "读取“{first}”起的 {count} 个文件时，工作进程一再退出。",
        "Workers died again and again while reading the {count} {count:file|files} from “{first}” on.",
    ),
    (
        "请在本机对这些文件运行 salescli check，并看工作进程的内存上限和日志。",
        "Run salescli check on these files here, and look at the workers' memory limit and log.",
    ),
)
SCHEDULER_LOST = define(
    "scheduler-lost",
    ERROR,
    ("与调度器“{address}”的连接中断：{reason}。", "The connection to the scheduler “{address}” broke: {reason}."),
    ("什么也没有写出；请检查调度器后重试。", "Nothing was written; check the scheduler and try again."),
)
