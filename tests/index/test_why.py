"""Every stage at which a pair can be won or lost is told."""

import re

import pytest

import namelink as nl
from namelink.errors import InvalidOptions

_NAMES = ["Wu Yongming", "Bank of China", "Agricultural Bank of China", "!!", "Zhang Di", "AIA"]
_KNOWN = nl.Options(aliases=nl.Aliases.of([("友邦", "AIA")]))


@pytest.fixture(scope="module")
def index() -> nl.AliasIndex:
    return nl.AliasIndex.build(_NAMES)


@pytest.mark.parametrize(
    ("name", "identity", "stage"),
    [
        ("吴泳铭", 0, nl.Stage.WON),
        ("吴泳铭", 99, nl.Stage.NO_SUCH_ID),
        ("吴泳铭", 3, nl.Stage.NORMALIZED_AWAY),
        ("?", 0, nl.Stage.NORMALIZED_AWAY),
        ("中国银行", 2, nl.Stage.OUTRANKED),
        ("吴泽明", 0, nl.Stage.VETOED),
        ("东", 5, nl.Stage.NO_SHARED_KEY),
    ],
)
def test_stage(index: nl.AliasIndex, name: str, identity: int, stage: nl.Stage) -> None:
    told = index.why(name, identity)
    assert told.stage is stage
    assert told.to_dict()["stage"] == stage.value


def test_what_is_told_is_what_search_does(index: nl.AliasIndex) -> None:
    for name in ("吴泳铭", "中国银行", "张迪", "友邦"):
        found = {row.right_id: row for row in index.search(name, threshold=0.0)}
        for identity in range(len(_NAMES)):
            told = index.why(name, identity)
            assert (told.rank is None) == (identity not in found)
            if told.rank is not None and told.comparison is not None:
                row = found[identity]
                assert told.rank == row.rank
                assert told.comparison.bits == pytest.approx(row.bits, abs=1e-3)
                assert told.alias == row.right_name


def test_others_that_share_more_are_told() -> None:
    crowd = [f"Wu Yongming {letter}" for letter in "abcdefgh"]
    # What nearly all names of a table share tells nothing, so others stand beside the crowd.
    others = [f"Adventure {number} of Ed" for number in range(40)]
    options = nl.Options(limits=nl.Limits(candidates=2))
    index = nl.AliasIndex.build([*crowd, "Wu Zhongxin", *others], options=options)
    told = index.why("吴泳铭", len(crowd))
    assert told.stage is nl.Stage.NOT_A_CANDIDATE
    assert told.key_rank is not None
    assert told.key_rank > 2
    assert "best 2" in told.explain()


@pytest.mark.parametrize(("kind", "most"), [("work", 4), ("org", 2)])
def test_titles_have_twice_as_many_candidates(kind: str, most: int) -> None:
    names = [f"The Adventure of {each}" for each in ("Ann", "Bo", "Cy", "Di", "Ed", "Flo")]
    options = nl.Options(limits=nl.Limits(candidates=2))
    told = [
        nl.AliasIndex.build(names, options=options).why("冒险之旅", at, kind=kind)
        for at in range(len(names))
    ]
    assert {each.candidates for each in told} == {most}
    out = [each.stage for each in told].count(nl.Stage.NOT_A_CANDIDATE)
    assert len(names) - out == most


def test_a_removed_id_is_told() -> None:
    index = nl.AliasIndex.build(_NAMES)
    index.remove([0])
    assert index.why("吴泳铭", 0).stage is nl.Stage.NO_SUCH_ID


def test_aliases_that_decide_are_told() -> None:
    index = nl.AliasIndex.build(_NAMES, options=_KNOWN)
    assert index.why("友邦", 5).stage is nl.Stage.OVERRIDDEN
    assert index.why("吴泳铭", 0).stage is nl.Stage.WON


def test_both_languages_tell_every_stage(index: nl.AliasIndex) -> None:
    for name, identity in (("吴泳铭", 0), ("吴泽明", 0), ("吴泳铭", 99), ("中国银行", 2)):
        told = index.why(name, identity)
        english, chinese = told.explain(), told.explain("zh")
        assert english != chinese
        assert english.count("\n") == chinese.count("\n")
        if told.comparison is not None:
            assert told.comparison.explain() in english
    with pytest.raises(InvalidOptions, match="lang"):
        index.why("吴泳铭", 0).explain("fr")  # type: ignore[arg-type]


def test_what_decided_is_told_in_the_language_that_is_asked_for() -> None:
    told = nl.AliasIndex.build(["No. 2 Middle School"]).why("第一中学", 0)
    assert told.stage is nl.Stage.VETOED
    assert told.decided
    assert told.decided in told.explain().splitlines()[0]
    assert not re.search("[A-Za-z]", told.explain("zh").splitlines()[0])


@pytest.mark.parametrize("identity", [0, 1])
def test_a_tie_is_told_as_one(identity: int) -> None:
    index = nl.AliasIndex.build(["Zhang Di", "Zhang Di"])
    assert [row.verdict for row in index.search("张迪")] == [nl.Verdict.REVIEW] * 2
    told = index.why("张迪", identity)
    assert told.stage is nl.Stage.TIED
    assert told.confidence == index.search("张迪")[identity].confidence
    assert (told.rival, told.rival_id) == ("Zhang Di", 1 - identity)
    assert f"{1 - identity} (Zhang Di)" in told.explain().splitlines()[0]
    assert "待复核" in told.explain("zh").splitlines()[0]


def test_a_lack_of_confidence_is_told() -> None:
    names = ["Zhang Di", *(f"Nobody Number {at}" for at in range(50))]
    strict = nl.Options(confidence_at=1.0)
    index = nl.AliasIndex.build(names, options=strict)
    row = index.search("张迪")[0]
    assert row.verdict is nl.Verdict.REVIEW
    told = index.why("张迪", 0)
    assert told.stage is nl.Stage.UNSURE
    assert told.confidence == pytest.approx(row.confidence, abs=1e-6)
    assert f"{told.confidence:.2f}" in told.explain().splitlines()[0]
    assert nl.AliasIndex.build(names).why("张迪", 0).stage is nl.Stage.WON
    # Equal names need no confidence.
    assert index.why("Zhang Di", 0).stage is nl.Stage.WON
