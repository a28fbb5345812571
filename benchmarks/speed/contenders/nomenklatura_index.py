"""nomenklatura: candidates by its index of words, scored by logic-v2."""

import tempfile
from pathlib import Path
from typing import Any

from benchmarks.speed.contenders.files import Answers, best, read, run


def link(table: Path, queries: Path) -> Answers:
    """Candidates as many as the index gives by default, however low they score."""
    from followthemoney import Dataset, StatementEntity
    from nomenklatura.blocker import Index
    from nomenklatura.matching import LogicV2, ScoringConfig
    from nomenklatura.resolver import Linker
    from nomenklatura.store import MemoryStore

    data = Dataset.make({"name": "names", "title": "Names"})

    def entities(path: Path, letter: str) -> dict[str, Any]:
        """A file as entities, which may be people or bodies, by id."""
        named = {f"{letter}{at}": {"name": [name]} for at, name in enumerate(read(path))}
        return {
            key: StatementEntity.from_data(
                data, {"id": key, "schema": "LegalEntity", "properties": properties}
            )
            for key, properties in named.items()
        }

    rows, asked = entities(table, "r"), entities(queries, "q")
    store: Any = MemoryStore(data, Linker({}))
    with store.writer() as writer:
        for entity in rows.values():
            writer.add_entity(entity)
    config = ScoringConfig.defaults()
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder))
        index.build()
        scored = [
            (
                int(query.id[1:]),
                int(row.id[1:]),
                LogicV2.compare(asked[query.id], rows[row.id], config).score,
            )
            for query, found in index.match_entities(asked.values())
            for row, _ in found
        ]
        index.close()
    return best(scored)


if __name__ == "__main__":
    run(link)
