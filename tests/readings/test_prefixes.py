"""Walking the prefixes of words against plain string operations."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from namelink.readings.prefixes import Prefixes

texts = st.text("abc", min_size=1, max_size=5)


@given(
    st.lists(texts, min_size=1, max_size=8),
    st.lists(st.text("abc", max_size=4), min_size=1, max_size=5, unique=True),
)
def test_after_finds_just_the_prefixes_there_are(words: list[str], pieces: list[str]) -> None:
    prefixes = Prefixes.of(words, pieces)
    known = {word[:end] for word in words for end in range(len(word) + 1)}
    texts = [""]
    nodes = prefixes.root
    for _ in range(2):
        steps = prefixes.after(nodes)
        ways = zip(steps.before.tolist(), steps.piece.tolist(), strict=True)
        found = [(texts[before], pieces[piece]) for before, piece in ways]
        every = [(text, piece) for text in texts for piece in pieces if text + piece in known]
        assert sorted(found) == sorted(every)
        texts, nodes = [before + piece for before, piece in found], steps.node
        ended = [prefixes.words[at] if at >= 0 else "" for at in prefixes.word[nodes].tolist()]
        assert ended == [text if text in words else "" for text in texts]


@given(st.lists(texts, min_size=1, max_size=8), st.sets(st.sampled_from(["a", "b", "ab", "cc"])))
def test_pieces_that_are_not_wanted_are_left_out(words: list[str], wanted: set[str]) -> None:
    pieces = ["a", "b", "ab", "cc"]
    prefixes = Prefixes.of(words, pieces)
    some = prefixes.after(prefixes.root, np.array([piece in wanted for piece in pieces]))
    every = prefixes.after(prefixes.root)
    kept = [at for at, piece in enumerate(every.piece.tolist()) if pieces[piece] in wanted]
    assert some.node.tolist() == every.node[kept].tolist()
    assert some.piece.tolist() == every.piece[kept].tolist()


@given(st.lists(texts, min_size=1, max_size=8))
def test_a_prefix_costs_the_sum_of_its_letters(words: list[str]) -> None:
    worth = {"<": 0.0, "a": 1.0, "b": 2.0, "c": 4.0}
    every = sorted(set(words))
    prefixes = Prefixes.of(words, every, lambda before, letter: worth[letter] + worth[before] / 8)
    steps = prefixes.after(prefixes.root)
    assert {every[at] for at in steps.piece.tolist()} == set(words)
    for node, at in zip(steps.node.tolist(), steps.piece.tolist(), strict=True):
        framed = zip("<" + every[at], every[at], strict=False)
        assert prefixes.price[node] == sum(worth[b] + worth[a] / 8 for a, b in framed)


def test_nothing_follows_in_no_words() -> None:
    nothing, alone = Prefixes.of([], ["a", ""]), Prefixes.of(["a"], [])
    assert nothing.after(nothing.root).piece.tolist() == [1]
    assert alone.after(alone.root).node.tolist() == []
