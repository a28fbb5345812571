"""What all contenders read and write. Nothing but the standard library, for any Python runs it."""

import csv
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

# Numbers of a query and of a row of the table, the best of a query first.
Answers = Iterable[tuple[int, int]]
# Most answers a query.
TOP = 5


def read(path: Path) -> list[str]:
    """The names of a file, by row."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        column = next(rows).index("name")
        return [row[column] for row in rows]


def write(path: Path, columns: tuple[str, str], rows: Iterable[tuple[object, object]]) -> None:
    """Leave two columns in a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def best(scored: Iterable[tuple[int, int, float]]) -> Answers:
    """The answers of highest score, of a query, a row and its score each.

    >>> list(best([(1, 7, 0.5), (0, 3, 0.1), (1, 8, 0.9)]))
    [(0, 3), (1, 8), (1, 7)]
    """
    given: dict[int, int] = {}
    for query, row, _ in sorted(scored, key=lambda each: (each[0], -each[2], each[1])):
        given[query] = given.get(query, 0) + 1
        if given[query] <= TOP:
            yield query, row


def run(link: Callable[[Path, Path], Answers]) -> None:
    """Link the files that the command line names and leave the answers in its third."""
    table, queries, answers = map(Path, sys.argv[1:])
    write(answers, ("query", "row"), link(table, queries))
