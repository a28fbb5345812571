"""What differs in one character is found, and nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from namelink.candidates.deletions import DeletionIndex
from namelink.candidates.texts import Texts

# Few characters, so that strings are near by chance.
_STRINGS = st.one_of(st.text("王伟明", max_size=5), st.text("王a\U00020000\ud800é", max_size=4))


def near(left: str, right: str) -> int | None:
    """0 for equal strings, 1 for those one change apart, by trying all changes."""
    if left == right:
        return 0
    heads = [(left[:at], left[at:]) for at in range(len(left) + 1)]
    changed = {a + b[1:] for a, b in heads} | {a + b[1:2] + b[:1] + b[2:] for a, b in heads}
    changed |= {a + c + b[drop:] for a, b in heads for c in right for drop in (0, 1)}
    return 1 if right in changed else None


@settings(max_examples=300, deadline=None)
@given(
    strings=st.lists(_STRINGS, max_size=30),
    others=st.lists(_STRINGS, max_size=5),
    amid=st.booleans(),
)
def test_finds_what_one_change_reaches(
    strings: list[str],
    others: list[str],
    *,
    amid: bool,
) -> None:
    queries = [*others, *strings[:3]]
    # Strings near the ends of what is packed are compared in another way than those amid it.
    strings = ["x" * 64, *strings, "x" * 64] if amid else strings
    texts = Texts.of(strings)
    index = DeletionIndex.from_arrays(texts, DeletionIndex.build(texts).arrays())
    found = index.search(queries)
    expected = sorted(
        (number, distance, at)
        for number, query in enumerate(queries)
        for at, text in enumerate(strings)
        if (distance := near(query, text)) is not None
    )
    columns = found.query.tolist(), found.distance.tolist(), found.position.tolist()
    assert list(zip(*columns, strict=True)) == expected


def test_results_do_not_depend_on_how_many_are_asked_at_once() -> None:
    strings = [chr(0x4E00 + at % 40) + chr(0x4E80 + at % 7) for at in range(3000)]
    index = DeletionIndex.build(strings)
    whole = index.search(strings[:1500])
    alone = index.search([strings[1200]])
    assert whole.position[whole.query == 1200].tolist() == alone.position.tolist()
    assert len(alone.position) > 1
