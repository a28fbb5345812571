"""Walking the prefixes of words against plain string operations."""

from hypothesis import given
from hypothesis import strategies as st

from namelink.readings.prefixes import Prefixes, piece

texts = st.text("abc", min_size=1, max_size=5)


@given(st.lists(texts, min_size=1, max_size=8), st.lists(texts, min_size=1, max_size=4))
def test_after_finds_just_the_prefixes_there_are(words: list[str], pieces: list[str]) -> None:
    prefixes = Prefixes.of(words)
    known = {word[:end] for word in words for end in range(len(word) + 1)}
    nodes, kept = prefixes.after(prefixes.root, [piece(text) for text in pieces])
    assert [pieces[at] for at in kept.tolist()] == [text for text in pieces if text in known]
    # And from there once more.
    longer, again = prefixes.after(nodes, [piece(text) for text in pieces])
    found = [divmod(at, len(pieces)) for at in again.tolist()]
    told = [pieces[kept[one]] + pieces[other] for one, other in found]
    both = [pieces[one] + other for one in kept.tolist() for other in pieces]
    assert told == [text for text in both if text in known]
    for node, text in zip(longer.tolist(), told, strict=True):
        assert prefixes.at(node) == (text if text in words else None)
    assert prefixes.ends(longer).tolist() == [text in words for text in told]


@given(st.lists(texts, min_size=1, max_size=8))
def test_a_prefix_costs_the_sum_of_its_letters(words: list[str]) -> None:
    worth = {"<": 0.0, "a": 1.0, "b": 2.0, "c": 4.0}
    prefixes = Prefixes.of(words, lambda before, letter: worth[letter] + worth[before] / 8)
    for word in words:
        (node,) = prefixes.after(prefixes.root, [piece(word)])[0]
        framed = zip("<" + word, word, strict=False)
        assert prefixes.price[node] == sum(worth[b] + worth[a] / 8 for a, b in framed)


def test_the_empty_piece_stays_where_it_is() -> None:
    prefixes = Prefixes.of(["ab"])
    nodes, _ = prefixes.after(prefixes.root, [piece("a")])
    assert prefixes.after(nodes, [piece("")])[0].tolist() == nodes.tolist()
