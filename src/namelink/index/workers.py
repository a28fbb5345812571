"""The same work for many tasks, in forked processes that share the memory of their parent.

Results come back in the order of the tasks, however many workers there are. Where processes
cannot be forked the work is done here.

>>> list(in_workers(abs, [3, -1, -2], workers=2))
[3, 1, 2]
"""

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from namelink.errors import NamelinkError

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_workers(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, workers: int
) -> Iterator[Result]:
    """Do the work for each task.

    Args:
        work: what is done; it sees the memory of this process as it is now, and what it changes
            is seen by nobody.
        tasks: what it is done for.
        workers: processes, at most; 1 does the work in this one.

    Yields:
        The results, in the order of the tasks.

    Raises:
        NamelinkError: if a worker was ended from outside, by the system's lack of memory say;
            else whatever the work raises.
    """
    workers = min(workers, len(tasks))
    if workers < 2 or not _may_fork():
        yield from map(work, tasks)
        return
    context = multiprocessing.get_context("fork")
    ends: list[Connection] = []
    processes = []
    try:
        for first in range(workers):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(
                target=_run, args=(work, tasks[first::workers], sender), daemon=True
            )
            process.start()
            sender.close()
            ends.append(receiver)
            processes.append(process)
        for at in range(len(tasks)):
            yield _result(ends[at % workers])
    finally:
        for end in ends:
            end.close()
        for process in processes:
            process.terminate()
            process.join()


def _may_fork() -> bool:
    """Whether processes can be forked; those of a pool may have none of their own."""
    able = "fork" in multiprocessing.get_all_start_methods()
    return able and not multiprocessing.current_process().daemon


def _run(work: Callable[[Task], Any], tasks: Sequence[Task], sender: Connection) -> None:
    """What a worker does: one task after the other, until one fails."""
    # What it shares with its parent is left alone: each look at it would copy it.
    gc.freeze()
    for task in tasks:
        try:
            message = (True, work(task))
        except Exception as error:  # noqa: BLE001 - raised again by the parent
            message = (False, error)
        sender.send(message)
        if not message[0]:
            return


def _result(end: Connection) -> Any:  # noqa: ANN401 - whatever the work gives
    try:
        done, value = end.recv()
    except EOFError as error:
        raise NamelinkError(
            "a worker process was ended from outside; give fewer workers or more memory"
        ) from error
    if not done:
        raise value
    return value
