"""Roles inside names of organizations: the covering of a solid Chinese text by known words."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import namelink as nl
from namelink.model.kinds import Kind, Role
from namelink.normalization.names import normalize
from namelink.normalization.words import han_roles, word_starts
from namelink.tables.lexicon import han_words, legal_forms
from namelink.text.atoms import atoms


def roles(text: str) -> dict[str, str]:
    return {part.text: part.role.value for part in normalize(text, kind=Kind.ORG).parts}


def test_a_registered_name_falls_into_its_slots() -> None:
    found = roles("北京三快科技有限公司")
    assert found["有限公司"] == "legal_form"
    assert found["科技"] in ("generic", "industry")
    assert found["三快"] == "word"


@pytest.mark.parametrize(
    ("text", "role"),
    [("of", "particle"), ("University", "generic"), ("7", "number"), ("Ltd", "legal_form")],
)
def test_latin_words(text: str, role: str) -> None:
    assert roles(f"Xyzzy {text}")[text] == role


def test_two_words_of_a_company_are_a_place() -> None:
    found = roles("Xyzzy Hong Kong Limited")
    assert (found["Hong"], found["Kong"]) == ("place", "place")


@pytest.mark.parametrize("own", ["长亮", "江波龙", "长方"])
def test_what_follows_a_city_is_no_office_and_no_other_place(own: str) -> None:
    found = roles(f"深圳市{own}科技股份有限公司")
    assert found[own] == "word"
    assert found["深圳"] == "place"


def test_an_abbreviated_form_is_one() -> None:
    assert roles("XYZZY HDGS")["HDGS"] == "legal_form"


def test_a_legal_form_that_was_cut_at_a_width_is_one() -> None:
    assert roles("XYZZY HOME APPLIANCES GROUP LIMI")["LIMI"] == "legal_form"
    assert roles("XYZZY LIMI")["LIMI"] == "word"


def slow_cost(text: str) -> tuple[int, int]:
    """Least (characters left over, words used), over all sets of words that do not overlap."""
    known = legal_forms("han").keys() | han_words().keys()
    spans = [
        (start, end)
        for start in range(len(text))
        for end in range(start + 1, min(start + 8, len(text)) + 1)
        if text[start:end] in known
    ]
    best = (len(text), 0)
    for size in range(1, len(text) + 1):
        for chosen in combinations(spans, size):
            if all(a[1] <= b[0] for a, b in combinations(chosen, 2)):
                # A known character inside an unknown word is chance: it counts as left over.
                covered = sum(end - start for start, end in chosen if end - start > 1)
                best = min(best, (len(text) - covered, size))
    return best


@given(
    st.lists(
        st.sampled_from(["中国", "银行", "大学", "有限", "公司", "三", "快", "吴"]), max_size=4
    ).map("".join)
)
def test_the_covering_leaves_the_fewest_characters_over(text: str) -> None:
    found = han_roles(atoms(text))
    covered = sum(role is not Role.WORD for role in found)
    left_over, _ = slow_cost(text)
    # Single known characters may be marked or not; longer words may not be missed.
    assert covered >= len(text) - left_over


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("凤山区", "凤山"),
        ("東城區", "東城"),
        ("振北路", "振北"),
        ("南京东路", "南京"),
        ("海景花园", "海景"),
    ],
)
def test_the_own_name_of_a_place_has_two_characters(text: str, own: str) -> None:
    assert normalize(text, kind=Kind.PLACE).parts[0].text == own


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Banffshire", ["Banff", "shire"]),
        ("Harjumaa", ["Harju", "maa"]),
        ("Worcester", ["Worcester"]),
        ("Shire", ["Shire"]),
    ],
)
def test_what_a_place_is_may_be_written_solid(text: str, parts: list[str]) -> None:
    assert [part.text for part in normalize(text, kind=Kind.PLACE).parts] == parts


def test_behind_new_a_place_is_one_word() -> None:
    assert nl.compare("新罕布什尔州", "New Hampshire", kind="place").verdict is nl.Verdict.MATCH


@pytest.mark.parametrize("text", ["沈阳市海城区", "沈阳海城区"])
def test_so_it_has_behind_the_city_that_it_is_in(text: str) -> None:
    assert len(text) - 1 in word_starts(atoms(text))


def test_the_full_name_of_a_state_is_one_place() -> None:
    assert set(han_roles(atoms("中华人民共和国外交部"))[:7]) == {Role.PLACE}


@pytest.mark.parametrize("text", ["五十嵐大介", "高橋五十六"])
def test_a_piece_of_a_japanese_name_is_no_number(text: str) -> None:
    assert Role.NUMBER not in [part.role for part in normalize(text, kind=Kind.WORK).parts]


@pytest.mark.parametrize("text", ["十三号", "北京第十三中学", "第二次会议"])
def test_other_numbers_stay_numbers(text: str) -> None:
    assert Role.NUMBER in [part.role for part in normalize(text, kind=Kind.WORK).parts]
