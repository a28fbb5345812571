"""Work in processes gives what work in one process gives, errors and all."""

import os
import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.errors import InvalidName, NamelinkError
from namelink.index.workers import in_workers


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(), max_size=7), st.integers(1, 4))
def test_results_come_in_the_order_of_the_tasks(tasks: list[int], workers: int) -> None:
    assert list(in_workers(lambda task: task * 2, tasks, workers=workers)) == [
        task * 2 for task in tasks
    ]


def test_work_is_done_in_other_processes() -> None:
    found = set(in_workers(lambda _: os.getpid(), [1, 2, 3, 4], workers=2))
    assert len(found) == 2
    assert os.getpid() not in found


def test_a_worker_that_may_fork_none_does_the_work_itself() -> None:
    """The processes of a pool, of this one as of others, may have no children."""

    def work(task: int) -> list[int]:
        return list(in_workers(lambda each: each + task, [1, 2], workers=2))

    assert list(in_workers(work, [10, 20], workers=2)) == [[11, 12], [21, 22]]


def test_an_error_is_raised_where_the_result_would_stand() -> None:
    def work(task: int) -> int:
        if task == 3:
            raise InvalidName("row 3: a name is a string")
        return task

    results = in_workers(work, [1, 2, 3, 4], workers=2)
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(InvalidName, match="row 3"):
        next(results)


def test_a_worker_that_is_ended_is_told() -> None:
    def work(_: int) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(NamelinkError, match="ended from outside"):
        list(in_workers(work, [1, 2], workers=2))
