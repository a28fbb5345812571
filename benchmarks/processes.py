"""Times whole processes: a command line from start to exit, several times, turn by turn.

Import and cold start cannot be timed inside one process, because the second time is warm. The
commands take turns, so that a busy moment of the machine falls on all of them; the median is
reported because one slow run says more about the machine than about the code.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What several runs of one command took, in milliseconds."""

    label: str
    runs: int
    median: float
    fastest: float
    slowest: float

    def to_dict(self) -> dict[str, object]:
        """The timing as plain data, ready for JSON."""
        return asdict(self)


def one_run(command: Sequence[str]) -> float:
    """Run a command to its end.

    Args:
        command: the program and its arguments.

    Returns:
        Wall time in milliseconds.

    Raises:
        subprocess.CalledProcessError: if the command fails, since a failure is often fast.
    """
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - started) * 1000


def peak_megabytes(command: Sequence[str]) -> float:
    """Run a command to its end.

    Args:
        command: a Python interpreter, ``-c`` and its code.

    Returns:
        The most memory that it took, in units of 10^6 bytes.

    Raises:
        subprocess.CalledProcessError: if the command fails.
    """
    *start, code = command
    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    told = "import resource, sys; peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss"
    code = f"{code}\n{told}; print(peak, file=sys.stderr)"
    done = subprocess.run([*start, code], check=True, capture_output=True, text=True)
    return int(done.stderr.splitlines()[-1]) * unit / 1e6


def time_in_turns(commands: Mapping[str, Sequence[str]], runs: int) -> list[Timing]:
    """Time commands that take turns, after one unmeasured round that fills the disk cache.

    Args:
        commands: label to command line.
        runs: measured runs of each.

    Returns:
        One timing a command, in the order given.
    """
    taken: dict[str, list[float]] = {label: [] for label in commands}
    for turn in range(runs + 1):
        for label, command in commands.items():
            milliseconds = one_run(command)
            if turn:
                taken[label].append(milliseconds)
    return [
        Timing(
            label=label,
            runs=runs,
            median=statistics.median(times),
            fastest=min(times),
            slowest=max(times),
        )
        for label, times in taken.items()
    ]


def as_text(timings: Sequence[Timing]) -> str:
    """A small table; each row also says how far its median lies above the first row's."""
    width = max(len(timing.label) for timing in timings)
    lines = [f"{'':{width}}   median  fastest  slowest  above first"]
    for timing in timings:
        above = timing.median - timings[0].median
        lines.append(
            f"{timing.label:{width}}  {timing.median:4.0f} ms  {timing.fastest:4.0f} ms"
            f"  {timing.slowest:4.0f} ms  {above:8.0f} ms"
        )
    return "\n".join(lines)
