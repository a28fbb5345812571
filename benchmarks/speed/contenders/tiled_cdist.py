"""rapidfuzz, comparing with all: the greater of two ratios by ``process.cdist``, in tiles."""

from pathlib import Path

from benchmarks.speed.contenders.files import TOP, Answers, read, run

# Queries compared with a tile of the table in one stroke.
_TOGETHER = 64


def link(table: Path, queries: Path) -> Answers:
    """What the index of letters is asked for."""
    from benchmarks.speed.letters import brute
    from namelink.candidates.likeness import Scorer

    rows, asked = read(table), read(queries)
    for begin in range(0, len(asked), _TOGETHER):
        found = brute(rows, asked[begin : begin + _TOGETHER], Scorer.BEST, 85, TOP)
        for query, answers in enumerate(found, begin):
            yield from ((query, row) for row, _ in answers)


if __name__ == "__main__":
    run(link)
