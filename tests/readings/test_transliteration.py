"""The dynamic program over chunks against a plain recursive search for the best explanation."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from namelink.linker import compare
from namelink.model.kinds import Kind, Role
from namelink.readings.rivals import rivals
from namelink.readings.sounding import _BELOW_BEST, LEAST_BITS
from namelink.readings.transliteration import Transliteration
from namelink.tables.latin_names import ground_bits
from tests.readings.batches import batch_of, form, rows_of
from tests.tables.backoff import best_explanation


def explained(chars: str, letters: str) -> dict[tuple[int, int], float]:
    """Log-likelihood ratio of every span against what explains the word without it."""
    most = min(8, 2 * len(letters) // 3 + 1)
    return {
        (start, end - start): best_explanation(chars[start:end], letters) + ground_bits(letters)
        for start in range(len(chars))
        for end in range(start + 1, min(start + most, len(chars)) + 1)
    }


CHARS = "特朗普斯约翰逊克林顿拜登乔治马丁吴"
WORDS = [
    "trump",
    "johnson",
    "clinton",
    "biden",
    "george",
    "martin",
    "smith",
    "tom",
    "xx",
    "lang",
    "mark",
]


@settings(max_examples=150)
@given(
    st.text(CHARS, min_size=1, max_size=6),
    st.sampled_from(WORDS) | st.text("aeimnrstl", min_size=2, max_size=7),
)
def test_cells_are_the_good_spans_of_the_recursive_search(chars: str, word: str) -> None:
    # A surname's rules come on top; they have tests of their own.
    assume(set(form(chars, Kind.PLACE).roles) <= {Role.WORD, Role.PLACE})
    found = {
        (start, size): bits
        for _, start, size, _, _, _, bits in rows_of(
            Transliteration().cells(batch_of([(chars, word)], Kind.PLACE))
        )
    }
    every = explained(chars, word)
    least = max(LEAST_BITS, max(every.values()) - _BELOW_BEST)
    for span, bits in every.items():
        if span in found:
            # Where one bit more or less would make a rival, either is right.
            losses = [rivals(chars).loss(bits + rounding) for rounding in (-1e-3, 1e-3)]
            assert bits - losses[0] - 1e-3 <= found[span] <= bits - losses[1] + 1e-3
            assert bits >= least - 1e-3
        else:
            assert bits < least + 1e-3


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.text(CHARS, min_size=1, max_size=5), st.sampled_from(WORDS)),
        min_size=2,
        max_size=5,
    )
)
def test_a_batch_finds_what_its_pairs_find_alone(pairs: list[tuple[str, str]]) -> None:
    together = rows_of(Transliteration().cells(batch_of(pairs)))
    alone = [
        (at, *row[1:])
        for at, pair in enumerate(pairs)
        for row in rows_of(Transliteration().cells(batch_of([pair])))
    ]
    assert together == alone


@pytest.mark.parametrize(
    ("chars", "word"),
    [
        ("特朗普", "Trump"),
        ("约翰逊", "Johnson"),
        ("克林顿", "Clinton"),
        ("拜登", "Biden"),
        ("马丁", "Martin"),
        ("爱因斯坦", "Einstein"),
        ("莎士比亚", "Shakespeare"),
        ("柏林", "Berlin"),
        ("曼彻斯特", "Manchester"),
    ],
)
def test_well_known_names_sound_alike(chars: str, word: str) -> None:
    found = rows_of(Transliteration().cells(batch_of([(chars, word)])))
    whole = [bits for _, start, size, *_, bits in found if (start, size) == (0, len(chars))]
    assert max(whole) > 4.0


@pytest.mark.parametrize(
    ("chars", "word"), [("特朗普", "Martin"), ("马丁", "Clinton"), ("柏林", "Moscow")]
)
def test_other_names_do_not(chars: str, word: str) -> None:
    found = rows_of(Transliteration().cells(batch_of([(chars, word)])))
    assert not [row for row in found if row[2] == len(chars)]


def test_a_name_in_parts_is_explained_part_by_part() -> None:
    for row in rows_of(Transliteration().cells(batch_of([("唐纳德·特朗普", "Donald Trump")]))):
        assert row[1] + row[2] <= 3 or row[1] >= 3, "a span across the dot"


def whole_names(chars: str, word: str) -> list[tuple[int, int]]:
    rows = rows_of(Transliteration().cells(batch_of([(chars, word)])))
    return [row[1:3] for row in rows if row[2] == len(chars)]


def test_two_syllables_of_a_chinese_person_are_not_three_characters() -> None:
    # Zeming may sound like all of 吴泽明 to the letter.
    assert whole_names("吴泽明", "Zeming") == []


@pytest.mark.parametrize(("chars", "word"), [("马德琳", "Madeline"), ("席丹", "Zidane")])
def test_a_foreigner_may_look_like_a_chinese_surname_and_too_many_syllables(
    chars: str, word: str
) -> None:
    # Neither 马 nor letters that fall into syllables (ma-de-li-ne) make a Chinese person.
    assert whole_names(chars, word) != []


def test_a_foreign_name_may_have_fewer_characters_than_syllables() -> None:
    # 丹 is a whole Dan, and Dane is cut into two syllables of pinyin.
    assert whole_names("丹麦", "Danmai") == [(0, 2)]


@pytest.mark.parametrize("word", ["Tsang", "Cheung"])
def test_southern_surnames_of_persons_gain_nothing_by_their_odd_letters(word: str) -> None:
    def most(word: str) -> float:
        rows = rows_of(Transliteration().cells(batch_of([("曾景忠", word)])))
        return max((row[-1] for row in rows if row[1] == 0), default=0.0)

    assert most(f"{word} King-chung") <= most(word)


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("威廉·克林顿", "Bill Clinton"),
        ("罗伯特·多尔", "Bob Dole"),
        ("爱德华·肯尼迪", "Ted Kennedy"),
        ("比尔·克林顿", "Bill Clinton"),
        ("阿尔·戈尔", "Al Gore"),
    ],
)
def test_a_short_form_is_heard_as_its_full_name(written: str, latin: str) -> None:
    found = compare(written, latin)
    assert found.verdict.value == "match", found.explain()


@pytest.mark.parametrize(
    ("written", "latin"),
    # 理查 sounds like Lisa, which Liz is short for, but is not the whole given name.
    [("威廉·克林顿", "Bob Clinton"), ("罗伯特·多尔", "Ted Dole"), ("理查德·切尼", "Liz Cheney")],
)
def test_another_short_form_is_not(written: str, latin: str) -> None:
    assert not any("short" in piece.note for piece in compare(written, latin).evidence)


def test_a_word_is_heard_alike_whatever_stands_beside_it() -> None:
    """Four characters are too many for four letters, also beside a word that may have them."""
    alone = batch_of([("伊奥亚尔", "Ioan")], Kind.WORK)
    beside = batch_of([("伊奥亚尔", "Ioan"), ("伊奥亚尔", "Johannesburg")], Kind.WORK)
    first = [row for row in rows_of(Transliteration().cells(beside)) if row[0] == 0]
    assert first == rows_of(Transliteration().cells(alone))


def test_a_chance_reading_that_speaks_against_a_pair_does_not_silence_its_sound() -> None:
    found = compare("马里奥·贝里", "Mario Beri")
    assert [piece.channel.value for piece in found.evidence if piece.left == "贝里"] == [
        "transliteration"
    ]


@pytest.mark.parametrize("kind", ["org", "place", "work"])
def test_where_a_thing_is_is_not_heard_with_what_it_is(kind: str) -> None:
    heard = [
        piece.right
        for piece in compare("先多罗", "Xi'an Doro", kind=kind).evidence
        if piece.channel is Transliteration.channel
    ]
    assert "Xi'an Doro" not in heard
