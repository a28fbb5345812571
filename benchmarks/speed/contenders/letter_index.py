"""namelink's index of letters."""

from pathlib import Path

from benchmarks.speed.contenders.files import TOP, Answers, read, run


def link(table: Path, queries: Path) -> Answers:
    """Rows whose letters are at least 85 of 100 alike, in the order given or in another."""
    from namelink.candidates.letters import LetterIndex
    from namelink.candidates.likeness import Scorer

    index = LetterIndex.build(read(table))
    found = index.search(read(queries), top_k=TOP, cutoff=85, scorer=Scorer.BEST)
    return zip(found.query.tolist(), found.position.tolist(), strict=True)


if __name__ == "__main__":
    run(link)
