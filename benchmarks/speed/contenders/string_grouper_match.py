"""string_grouper: cosines of three-letter pieces."""

from pathlib import Path

from benchmarks.speed.contenders.files import Answers, best, run


def link(table: Path, queries: Path) -> Answers:
    """Ten rows a query of cosine .5 or more, of which the best count."""
    import pandas as pd
    from string_grouper import match_strings

    rows, asked = (
        pd.read_csv(path, dtype={"name": str}, keep_default_na=False) for path in (table, queries)
    )
    found = match_strings(
        rows["name"],
        asked["name"],
        master_id=rows["id"],
        duplicates_id=asked["id"],
        min_similarity=0.5,
        max_n_matches=10,
    )
    columns = found["right_id"].tolist(), found["left_id"].tolist(), found["similarity"].tolist()
    return best(zip(*columns, strict=True))


if __name__ == "__main__":
    run(link)
