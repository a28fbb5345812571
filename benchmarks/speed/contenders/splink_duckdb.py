"""Splink on DuckDB: rules of blocking, levels of Jaro-Winkler, weights as they come."""

from pathlib import Path

from benchmarks.speed.contenders.files import TOP, Answers, run

# Of one column of names a user has the first and the last word as well.
_COLUMNS = """
    select cast(id as integer) as unique_id, name,
        split_part(name, ' ', 1) as head, split_part(name, ' ', -1) as tail
    from read_csv('{}', header = true, all_varchar = true)
"""
# Levels are few, so many pairs weigh the same: the nearer name comes first.
_BEST = """
    select unique_id_l, unique_id_r from {}
    qualify row_number() over (
        partition by unique_id_l
        order by match_weight desc, jaro_winkler_similarity(name_l, name_r) desc, unique_id_r
    ) <= {}
    order by unique_id_l, match_weight desc, jaro_winkler_similarity(name_l, name_r) desc,
        unique_id_r
"""


def link(table: Path, queries: Path) -> Answers:
    """Pairs that share a beginning, or the last word and something else."""
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compare

    connection = duckdb.connect()
    database = DuckDBAPI(connection)
    frames = [
        database.register(connection.sql(_COLUMNS.format(path)), dataset_display_name=label)
        for label, path in (("asked", queries), ("rows", table))
    ]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("name", [0.95, 0.9, 0.8, 0.7]),
            compare.JaroWinklerAtThresholds("head", [0.9, 0.7]),
            compare.JaroWinklerAtThresholds("tail", [0.9, 0.7]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("substr(name, 1, 4)"),
            block_on("head"),
            block_on("tail", "substr(name, 1, 1)"),
            block_on("tail", "length(name)"),
        ],
    )
    pairs = Linker(frames, settings).inference.predict()
    answers: list[tuple[int, int]] = connection.sql(
        _BEST.format(pairs.physical_name, TOP)
    ).fetchall()
    return answers


if __name__ == "__main__":
    run(link)
