"""Which features stand for the same characters of a name."""

from namelink.model.kinds import Kind
from namelink.model.options import Options
from namelink.pairing import prepare
from namelink.readings.alternatives import alternatives
from namelink.readings.retrieval import features


def _of(name: str) -> tuple[dict[str, int], dict[str, float]]:
    forms = prepare(name, Kind.UNKNOWN, Options()).forms
    wanted: dict[str, float] = {}
    for form in forms:
        wanted |= features(form)
    return alternatives(forms, wanted), wanted


def test_spellings_of_one_character_are_alternatives() -> None:
    group, _ = _of("张佳")
    assert group["s:zhang"] == group["y:cheung"] == group["h:张"]
    assert group["s:jia"] == group["h:佳"] != group["s:zhang"]


def test_pairs_are_alternatives_of_pairs_and_of_no_syllable() -> None:
    group, _ = _of("张佳")
    pairs = {number for feature, number in group.items() if feature.startswith("p:")}
    assert pairs == {group["p:jia zhang"]}
    assert group["n:zhang jia"] in pairs
    assert not pairs & {group["s:zhang"], group["s:jia"]}


def test_three_characters_have_three_pairs() -> None:
    group, _ = _of("李小龙")
    assert len({number for name, number in group.items() if name.startswith("p:")}) == 3


def test_consonants_stand_for_one_foreign_name() -> None:
    group, wanted = _of("梅赛德斯")
    heard = {group[name] for name in wanted if name.partition(":")[0] in {"f", "z", "Z"}}
    assert len(heard) == 1


def test_letters_and_words_stand_alone() -> None:
    group, wanted = _of("张佳")
    assert not any(name.startswith(("k:", "w:")) for name in group)
    assert any(name.startswith("k:") for name in wanted)


def test_names_in_latin_letters_have_none() -> None:
    assert not _of("Zhang Jia")[0]
