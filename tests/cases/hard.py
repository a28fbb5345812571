"""Tables of hard cases, with what the code makes of them.

The rows are facts; `known_failures.tsv` names those that the code does not yet get right. They are
strict expected failures: whoever mends one takes its row out of that list.
"""

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

import namelink as nl

HERE = Path(__file__).parent
Row = dict[str, str]


def read(name: str) -> list[Row]:
    """Rows of a table; quotation marks are part of the names, so nothing is unquoted."""
    text = (HERE / name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("# ")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


class Cases:
    """One table.

    Attributes:
        file: its name.
        rows: its rows.
        known: why each row that is known to fail does, by the two names.
    """

    def __init__(self, file: str) -> None:
        """Read the table.

        Args:
            file: its name in this folder.
        """
        self.file = file
        self.rows = read(file)
        self.known = {
            (row["left"], row["right"]): row["why"]
            for row in read("known_failures.tsv")
            if row["file"] == file
        }

    @cached_property
    def results(self) -> dict[tuple[str, str], nl.PairScore]:
        """Every row compared, in one batch. The kind is not given: users seldom know it."""
        left, right = [row["left"] for row in self.rows], [row["right"] for row in self.rows]
        found = nl.compare_pairs(left, right)
        return dict(zip(zip(left, right, strict=True), found, strict=True))

    def fault(self, row: Row) -> str:
        """What is wrong with the result of a row; empty if nothing is."""
        found = self.results[row["left"], row["right"]]
        verdict = found.verdict.value
        wrong = {
            "match": verdict != "match",
            "not_match": verdict == "match",
            "review": verdict != "review",
        }[row["expected"]]
        if wrong:
            return f"expected {row['expected']}, verdict {verdict} at {found.score:.3f}"
        if row["relation"] and found.relation.value != row["relation"]:
            return f"expected relation {row['relation']}, found {found.relation.value}"
        return ""

    def check(self, row: Row) -> None:
        """Check one row, and say what is wrong with its result."""
        problem = self.fault(row)
        assert not problem, f"{row['left']} ~ {row['right']} ({row['reason']}): {problem}"

    def parameters(self) -> list[Any]:
        """One parameter a row, with its mark."""
        found = []
        for row in self.rows:
            why = self.known.get((row["left"], row["right"]))
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            name = f"{row['class']}-{row['left']}-{row['right']}"
            found.append(pytest.param(row, id=name, marks=marks))
        return found

    def share(self, expected: str) -> float:
        """Share of the rows with this expectation that get the verdict match."""
        verdicts = [
            self.results[row["left"], row["right"]].verdict.value
            for row in self.rows
            if row["expected"] == expected
        ]
        return verdicts.count("match") / len(verdicts)

    def short_classes(self, enough: int) -> set[str]:
        """Classes with fewer true pairs or near misses; review counts as true."""
        near = Counter(row["class"] for row in self.rows if row["expected"] == "not_match")
        true = Counter(row["class"] for row in self.rows if row["expected"] != "not_match")
        return {name for name in near | true if min(near[name], true[name]) < enough}

    def check_form(self, expected: set[str], *, enough: int = 10) -> None:
        """Check what every table promises: enough of each class, no pair twice, no empty cell.

        Args:
            expected: what the rows may expect.
            enough: true pairs and near misses that each class has at least.
        """
        assert not self.short_classes(enough)
        assert self.twice() == []
        assert self.stray() == []
        assert {row["expected"] for row in self.rows} == expected
        for row in self.rows:
            assert all(
                row[column].strip() for column in ("class", "left", "right", "reason", "source")
            )

    def twice(self) -> list[list[str]]:
        """Pairs that stand in the table more than once."""
        pairs = Counter(frozenset((row["left"], row["right"])) for row in self.rows)
        return [sorted(pair) for pair, times in pairs.items() if times > 1]

    def stray(self) -> list[tuple[str, str]]:
        """Known failures that no row of the table has."""
        pairs = {(row["left"], row["right"]) for row in self.rows}
        return sorted(self.known.keys() - pairs)
