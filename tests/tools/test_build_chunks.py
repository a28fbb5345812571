"""The transliteration table's builder: its laws, an oracle for its fast path, and the table."""

import itertools
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools import build_chunks as tool
from tools.chunk_pairs import LETTERS, Pair, Source, cantonese, syllable

TABLE = Path(__file__).parents[2] / "src/namelink/tables/data/chunks.tsv"
# Made up: a language of four characters, in which every character always has one of two chunks.
# The syllables of 巴 and 罗 are ba and luo; 玛 is ma, 尼 is ni.
CHUNKS = {"巴": ("ba", "pa"), "罗": ("ro", "lo"), "玛": ("ma", "mar"), "尼": ("ni", "ny")}
SMALL = tool.Settings(
    rounds=15, hanzi=1, syllable=1, halves=1, common=1, noise=-99, seen=1, gain=1
)


def made_up() -> list[Pair]:
    """All names of two and three of the characters, in each of their spellings."""
    names = [n for size in (2, 3) for n in itertools.permutations(CHUNKS, size)]
    return sorted(
        ("".join(name), "".join(letters), 1)
        for name in names
        for letters in itertools.product(*(CHUNKS[c] for c in name))
    )


@pytest.fixture(scope="module")
def learned() -> tool.Rows:
    return tool.learn(made_up(), SMALL)[0]


@pytest.fixture(scope="module")
def shipped() -> tool.Rows:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    body = [line.split("\t") for line in lines if not line.startswith("# ")]
    assert body[0] == ["key", "chunk", "bits"]
    rows = {(key, chunk): float(bits) for key, chunk, bits in body[1:]}
    assert len(rows) == len(body) - 1, "a (key, chunk) stands twice"
    return rows


def plain_viterbi(bits: Callable[[str, str], float], han: str, latin: str) -> float:
    """The slow oracle: every way to cut the letters, tried one after the other."""
    cuts = itertools.combinations_with_replacement(range(len(latin) + 1), len(han) - 1)
    return max(
        sum(
            bits(c, latin[a:b]) if b - a <= 7 else -math.inf
            for c, a, b in zip(han, (0, *cut), (*cut, len(latin)), strict=True)
        )
        for cut in cuts
    )


@given(st.text(alphabet=LETTERS, max_size=7))
def test_a_chunk_is_its_onset_and_its_rime(chunk: str) -> None:
    onset, rime = tool.split_chunk(chunk)
    assert onset + rime == chunk
    assert not set(onset) & set("aeiouy")
    assert rime[:1] in {"", *"aeiouy"}


@pytest.mark.parametrize(
    ("syllable", "initial", "final"),
    [
        ("~dun", "~d-", "~-un"),
        ("~shi", "~sh-", "~-i"),
        ("~ai", "~0-", "~-ai"),
        ("~lv", "~l-", "~-v"),
        ("=gwok", "=gw-", "=-ok"),
        ("=ngaau", "=ng-", "=-aau"),
    ],
)
def test_halves_of_syllables(syllable: str, initial: str, final: str) -> None:
    assert tool.halves(syllable) == (initial, final)


def test_expected_counts_share_out_every_letter_and_character() -> None:
    pairs = made_up()
    lattice = tool.Lattice(pairs, SMALL)
    counts, totals = lattice.expect(np.array([0.1] * len(lattice.codes)))
    lengths = np.array([len(chunk) for chunk in lattice.chunks])[lattice.codes % tool.BASE]
    assert (totals > 0).all()
    assert counts.sum() == pytest.approx(sum(len(han) for han, _, _ in pairs))
    assert counts @ lengths == pytest.approx(sum(len(latin) for _, latin, _ in pairs))


def test_expected_counts_equal_those_of_counting_all_cuts() -> None:
    lattice = tool.Lattice([("巴罗", "bar", 1)], SMALL)
    probability = np.array([0.5 ** (1 + i % 3) for i in range(len(lattice.codes))])
    counts, totals = lattice.expect(probability)
    place = {int(code): i for i, code in enumerate(lattice.codes)}

    def code(character: str, chunk: str) -> int:
        return place[lattice.keys[character] * tool.BASE + lattice.chunks[chunk]]

    paths = [(code("巴", "bar"[:k]), code("罗", "bar"[k:])) for k in range(4)]
    by_hand = np.zeros(len(counts))
    for path in paths:
        by_hand[list(path)] += probability[list(path)].prod()
    assert totals[0] == pytest.approx(by_hand.sum() / 2)
    assert counts == pytest.approx(2 * by_hand / by_hand.sum())


def test_each_round_explains_the_pairs_better() -> None:
    # With the smoothing all but off, EM may never lose likelihood.
    bare = tool.Settings(rounds=1, hanzi=1e-6, syllable=1e-6, halves=1e-6, common=1e-6)
    totals = [tool.learn(made_up(), replace(bare, rounds=n))[1].sum() for n in (1, 2, 4, 8, 12)]
    assert totals == sorted(totals)


def test_learning_finds_the_rule_behind_made_up_names(learned: tool.Rows) -> None:
    bits = tool.reader(learned)
    for character, chunks in CHUNKS.items():
        known = [chunk for key, chunk in learned if key == character and chunk != "*"]
        best = [c for _, c in sorted((-learned[character, chunk], chunk) for chunk in known)]
        assert set(best[:2]) == set(chunks), character
        assert sum(2 ** bits(character, chunk) for chunk in chunks) > 0.8


def test_probabilities_of_a_key_never_exceed_one(learned: tool.Rows, shipped: tool.Rows) -> None:
    for rows in (learned, shipped):
        totals: dict[str, float] = {}
        for (key, chunk), value in rows.items():
            # Rounding to two decimals moves a probability by at most 0.35 %.
            if key != "^" and chunk != "*":
                totals[key] = totals.get(key, 0.0) + 2**value
        assert max(totals.values()) < 1.01


def test_letters_after_a_letter_sum_to_one(shipped: tool.Rows) -> None:
    for a in "<" + LETTERS:
        total = sum(2 ** shipped["^", a + b] for b in LETTERS + ">")
        assert total == pytest.approx(1, abs=0.01), a


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_the_matrix_equals_trying_every_cut(data: st.DataObject, shipped: tool.Rows) -> None:
    han = data.draw(st.text(alphabet="斯特克罗马嫚尔", min_size=1, max_size=4))
    latin = data.draw(st.text(alphabet="abrstkmeo", min_size=1, max_size=9))
    slow = plain_viterbi(tool.reader(shipped), han, latin) - tool.surprise(shipped, latin)
    fast = float(tool.matrix(shipped, [latin], [han], tool.Settings())[0, 0])
    assert fast == pytest.approx(slow) if slow > -math.inf else fast < -1000


def test_unseen_characters_are_read_by_sound(shipped: tool.Rows) -> None:
    bits = tool.reader(shipped)
    unseen = next(c for c in "犸祃蚂杩玛" if all(key != c for key, _ in shipped))
    assert (syllable(unseen), cantonese(unseen)) == ("~ma", "=maa")
    for chunk in ("ma", "mar", "k"):
        northern = 2 ** (shipped["%~", "*"] + bits("~ma", chunk))
        southern = 2 ** (shipped["%=", "*"] + bits("=maa", chunk))
        assert 2 ** bits(unseen, chunk) == pytest.approx(northern + southern)


def test_the_shares_of_the_two_languages_are_one(shipped: tool.Rows) -> None:
    assert 2 ** shipped["%~", "*"] + 2 ** shipped["%=", "*"] == pytest.approx(1, abs=0.01)


# Names that everybody knows, each beside the wrong ones that sound most like it.
@pytest.mark.parametrize(
    ("latin", "right", "wrong"),
    [
        ("martin", "马丁", ("马汀内斯", "玛蒂尔达", "莫顿")),
        ("johnson", "约翰逊", ("约翰斯顿", "詹森", "杰克逊")),
        ("clinton", "克林顿", ("克林斯曼", "卡尔顿", "林肯")),
        ("kowalski", "科瓦尔斯基", ("科瓦奇", "卡明斯基", "柯瓦列夫")),
        ("williams", "威廉姆斯", ("威尔逊", "威廉", "沃克")),
    ],
)
def test_known_names_beat_their_neighbours(
    shipped: tool.Rows, latin: str, right: str, wrong: tuple[str, ...]
) -> None:
    scores = tool.matrix(shipped, [latin], [right, *wrong], tool.Settings())[0]
    assert scores[0] > 5
    assert scores[0] > scores[1:].max()


def test_the_command_builds_the_same_table_twice(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    lines = ["zh\ten\tcount", *(f"{han}\t{latin}\t{n}" for han, latin, n in made_up())]
    pairs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    outputs = [tmp_path / "one.tsv", tmp_path / "two.tsv"]
    for output in outputs:
        command = ["build", "--parts", str(pairs), "-o", str(output), "--date", "2000-01-01"]
        tool.main([*command, "--noise=-99"])
    first, second = (output.read_bytes() for output in outputs)
    assert first == second
    assert b"# date: 2000-01-01\n" in first
    assert b"# rows dropped by exclude list: 0\n" in first


def test_evaluation_prints_both_methods(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "pairs.tsv"
    lines = ["zh\ten\tcount", *(f"{han}\t{latin}\t{n}" for han, latin, n in made_up())]
    pairs.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tool.main(["evaluate", "--parts", str(pairs), "--held-out", "0.3", "--noise=-99"])
    printed = capsys.readouterr().out
    assert "ratio | R@1" in printed
    assert "chunks | R@1" in printed


def source(*pairs: Pair, choices: tuple[tuple[tuple[str, str], ...], ...] = ()) -> Source:
    return Source(pairs=tuple(sorted(pairs)), choices=choices)


def test_of_several_spellings_the_best_is_learned_from() -> None:
    names = (("巴罗玛", "baroma"), ("巴罗玛", "nynyny"))
    plain = tuple(pair for pair in made_up() if pair[0] != "巴罗玛")
    given = source(*plain, *((han, latin, 1) for han, latin in names), choices=(names,))
    clean = tool.build(given, SMALL)[1]
    assert ("巴罗玛", "baroma", 1) in clean
    assert ("巴罗玛", "nynyny", 1) not in clean
    assert len(clean) == len(plain) + 1


def test_merged_sources_add_up_and_leave_out() -> None:
    names = (("罗西", "rosi"), ("罗西", "rossi"))
    one = source(("罗西", "rossi", 2), ("巴罗", "baro", 1))
    other = source(("罗西", "rosi", 1), ("罗西", "rossi", 1), choices=(names,))
    together = tool.merged([one, other])
    assert together.pairs == (("巴罗", "baro", 1), ("罗西", "rosi", 1), ("罗西", "rossi", 3))
    assert together.choices == (), "the first source vouches for one of them"
    # What is held out is gone, with the other spellings of its name.
    assert tool.merged([one, other], frozenset({"rossi"})).pairs == (("巴罗", "baro", 1),)


def test_a_larger_sample_holds_the_smaller() -> None:
    names = (("罗西", "rosi"), ("罗西", "rossi"))
    whole = source(*made_up(), ("罗西", "rosi", 1), ("罗西", "rossi", 1), choices=(names,))
    small, large = tool.sampled(whole, 10), tool.sampled(whole, 20)
    assert (len(small.pairs), len(large.pairs)) == (10, 20)
    assert set(small.pairs) < set(large.pairs) < set(whole.pairs)
    assert tool.sampled(whole, len(whole.pairs)) == whole
    assert all(set(each) <= {pair[:2] for pair in small.pairs} for each in small.choices)


def test_perfect_scores_measure_perfect() -> None:
    truth = np.eye(12, dtype=bool)
    assert tool.found(truth * 1.0, truth) == "R@1 1.000 R@10 1.000"
    assert tool.found(np.zeros((12, 12)), truth) == "R@1 0.000 R@10 0.000"
    assert (
        tool.separated(np.array([3.0, 4.0]), np.array([1.0, 2.0])) == "F1 1.000 at 3.0, EER 0.000"
    )
    assert "EER 0.500" in tool.separated(np.array([1.0, 4.0]), np.array([1.0, 4.0]))
