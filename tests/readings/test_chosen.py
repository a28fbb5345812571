"""Chinese names given to foreigners: the search against a plain one; other names are no such."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.model.kinds import Kind
from namelink.readings import chosen
from namelink.readings.chosen import CHOSEN, chosen_names
from namelink.readings.foreign_sounds import ForeignSounds
from namelink.tables.chunks import foreign_background
from tests.readings.batches import batch_of, rows_of
from tests.tables.backoff import best_explanation

NEVER = float("-inf")
WORDS = ["kevin", "rudd", "mark", "young", "li", "robert", "stubbs", "kim"]


def begun(span: str, word: str) -> float:
    """Bits of the whole word, or of a beginning with a letter a character, which costs."""
    ways = [
        best_explanation(span, word[:size])
        + foreign_background(word[:size])
        - float(chosen._UNHEARD)
        for size in range(len(span), len(word))
    ]
    return max([*ways, best_explanation(span, word) + foreign_background(word)])


def plainly(chars: str, given_name: str, surname: str) -> float:
    """Bits before what speaks against a chosen name."""
    shared = [begun(chars[:cut], surname) + begun(chars[cut:], given_name) for cut in (1, 2)]
    return max(begun(chars, surname), max(shared) - float(chosen._SHARED))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["陆克文", "王伟林", "马可立", "杨慕琦", "彭大卫"]),
            st.sampled_from(WORDS),
            st.sampled_from(WORDS),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_search_equals_a_plain_one(names: list[tuple[str, str, str]]) -> None:
    pairs = [(chars, f"{one.title()} {other.title()}ster") for chars, one, other in names]
    batch = batch_of(pairs)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chosen, "_doubt", lambda _form: 0.0)
        patch.setattr(chosen, "_LEAST", NEVER)
        rows = rows_of(chosen_names(batch, ForeignSounds()))
    found = {row[0]: row[-1] for row in rows}
    for at, (chars, one, other) in enumerate(names):
        assert found[at] == pytest.approx(plainly(chars, one, other + "ster"), abs=0.02)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("陸克文", "Kevin Rudd"),
        ("司徒拔", "Reginald Stubbs"),
        ("麥理浩", "Murray MacLehose"),
        ("白高敦", "Gordon Brown"),
        ("艾儒略", "Giulio Aleni"),
    ],
)
def test_chosen_names_match_and_say_so(left: str, right: str) -> None:
    result = nl.compare(left, right)
    assert result.verdict == "match"
    assert "loosely" in result.explain()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("陸克文", "Rudd"),  # a surname alone is heard as others are
        ("陸克文", "Luk Hak-man"),  # syllables of a Chinese person
        ("宮崎駿", "Goro Miyazaki"),  # a Japanese person
        ("麦克斯", "Kevin Rudd"),  # characters of foreign sounds, no surname
        ("陸克", "Kevin Rudd"),  # too short
        ("陸克文明", "Kevin Rudd"),  # too long
        ("陸·克文", "Kevin Rudd"),  # parted
    ],
)
def test_other_names_are_not_heard_so(left: str, right: str) -> None:
    cells = chosen_names(batch_of([(left, right)]), ForeignSounds())
    assert not len(cells)


def test_only_people_have_them() -> None:
    pairs = [("陸克文", "Kevin Rudd")]
    found = chosen_names(batch_of(pairs), ForeignSounds())
    assert found.detail.tolist() == [CHOSEN]
    assert not len(chosen_names(batch_of(pairs, Kind.ORG), ForeignSounds()))


def test_more_chinese_characters_need_more() -> None:
    assert chosen._doubt(batch_of([("王志强", "Kevin")]).left[0]) > chosen._doubt(
        batch_of([("陆克文", "Kevin")]).left[0]
    )
    assert np.isfinite(chosen._doubt(batch_of([("陆克文", "Kevin")]).left[0]))
