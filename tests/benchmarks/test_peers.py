"""The contenders that need no other library do the job that they are timed for."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from benchmarks.speed.contenders import letter_index, tiled_cdist
from benchmarks.speed.contenders.files import Answers, best, read
from benchmarks.speed.names import keys, make
from benchmarks.speed.peers import OURS, Job, answered, one_run, prepare, shares, versions

QUERIES = 80
LINKS = {"letter_index": letter_index.link, "tiled_cdist": tiled_cdist.link}


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    return prepare(tmp_path_factory.mktemp("job"), 200, QUERIES, seed=3)


@pytest.fixture(scope="module")
def expected(job: Job) -> list[tuple[int, int]]:
    """The five best rows of each query, by comparing it with every row."""
    table, pairs = read(job.table), []
    for number, query in enumerate(read(job.queries)):
        scores = [max(fuzz.ratio(query, key), fuzz.token_sort_ratio(query, key)) for key in table]
        alike = [row for row, score in enumerate(scores) if score >= 85]
        pairs += [(number, row) for row in sorted(alike, key=lambda row: (-scores[row], row))[:5]]
    return pairs


def test_every_contender_here_is_tried() -> None:
    assert set(LINKS) == {module for module, _ in OURS.values()}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_finds_what_comparing_with_all_finds(
    link: Callable[[Path, Path], Answers], job: Job, expected: list[tuple[int, int]]
) -> None:
    assert list(link(job.table, job.queries)) == expected


@pytest.mark.parametrize("module", LINKS)
def test_a_process_of_its_own_leaves_the_answers(
    module: str, job: Job, expected: list[tuple[int, int]], tmp_path: Path
) -> None:
    seconds, megabytes = one_run(sys.executable, module, job, tmp_path / "answers.csv")
    found = answered(tmp_path / "answers.csv")
    assert [(query, row) for query, rows in found.items() for row in rows] == expected
    assert seconds > 0
    assert megabytes > 1


def test_a_contender_that_fails_is_not_timed(job: Job, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no_such_contender failed:"):
        one_run(sys.executable, "no_such_contender", job, tmp_path / "answers.csv")


def test_right_rows_are_all_that_read_alike(job: Job) -> None:
    table, truth = keys(make(200, seed=3).latin), answered(job.truth)
    assert read(job.table) == table
    assert sorted(truth) == list(range(QUERIES))
    for rows in truth.values():
        assert rows == [row for row, key in enumerate(table) if key == table[rows[0]]]


def test_slips_leave_most_names_near(job: Job, expected: list[tuple[int, int]]) -> None:
    found: dict[int, list[int]] = {}
    for query, row in expected:
        found.setdefault(query, []).append(row)
    first, among = shares(found, answered(job.truth))
    assert 0.5 < first <= among <= 1


def test_shares_count_what_was_not_answered() -> None:
    answers, truth = {0: [7, 3], 1: [2], 3: [1, 2, 3, 4, 5, 6]}, {0: [3], 1: [2], 2: [5], 3: [6]}
    assert shares(answers, truth) == (0.25, 0.5)


def test_best_are_the_highest_of_each_query() -> None:
    scored = [(1, row, row / 10) for row in range(7)] + [(0, 3, 0.1), (0, 2, 0.1)]
    assert list(best(scored)) == [(0, 2), (0, 3), (1, 6), (1, 5), (1, 4), (1, 3), (1, 2)]


def test_only_packages_that_are_there_have_versions() -> None:
    assert list(versions(sys.executable, ["no-such-package", "rapidfuzz"])) == ["rapidfuzz"]
