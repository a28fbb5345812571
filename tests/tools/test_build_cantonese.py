"""Laws of the tool that builds the Cantonese tables."""

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namelink.tables.loader import rows

PATH = Path(__file__).parents[2] / "tools" / "build_cantonese.py"


def load() -> ModuleType:
    """The tool, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("build_cantonese", PATH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


tool = load()
RULES = tool.read_rules()
KEYS = sorted({row["syllable"] for row in rows("cantonese_spellings")})
keys = st.sampled_from(KEYS)
systems = st.sampled_from(sorted(RULES))
shares = st.dictionaries(st.text("abc", min_size=1), st.floats(0.01, 1), min_size=1)


@given(keys, systems)
def test_spellings_of_a_syllable_are_a_distribution(key: str, system: str) -> None:
    forms = tool.spell(key, RULES[system])
    assert sum(forms.values()) == pytest.approx(1)
    assert all(form.isalpha() and form.isascii() for form in forms)


@given(keys)
def test_initial_and_final_make_the_key(key: str) -> None:
    assert "".join(tool.split_key(key)) == key


@given(shares, st.floats(0, 0.5), st.integers(1, 9))
def test_pruning_keeps_the_best_and_adds_up_to_one(
    own: dict[str, float], least: float, most: int
) -> None:
    kept = tool.prune(own, least, most)
    assert sum(kept.values()) == pytest.approx(1)
    assert 1 <= len(kept) <= most
    assert max(own.values()) == max(own[form] for form in kept)
    assert all(own[a] >= own[b] for a, b in zip(kept, list(kept)[1:], strict=False))


@given(shares, st.dictionaries(st.text("abc", min_size=1), st.integers(0, 9)))
def test_fitted_shares_lie_between_belief_and_what_was_seen(
    own: dict[str, float], counts: dict[str, int]
) -> None:
    total = sum(own.values())
    belief = {form: share / total for form, share in own.items()}
    seen = {form: float(counts.get(form, 0)) for form in belief}
    number = sum(seen.values())
    moved = tool.parse_shares(tool.moved(belief, seen, 10.0))
    assert sum(moved.values()) == pytest.approx(1)
    for form, before in belief.items():
        ends = (before, seen[form] / number if number else before)
        assert min(ends) - 1e-4 <= moved[form] <= max(ends) + 1e-4


@pytest.mark.parametrize(
    ("char", "sound", "key"),
    [
        ("子", "zi2", "zi"),
        ("志", "zi3", "zhi"),
        ("星", "sing1", "sing"),
        ("成", "sing4", "shing"),
        ("参", "sam1", "sham"),
        ("参", "caam1", "caam"),
        ("曾", "zang1", "zang"),
        ("章", "zoeng1", "zhoeng"),
        ("吴", "ng4", "ng"),
    ],
)
def test_mandarin_tells_the_older_initial(char: str, sound: str, key: str) -> None:
    assert tool.key_of(char, sound) == key


@pytest.mark.parametrize(
    ("han", "latin", "expected"),
    [
        ("周润发", "CHOW Yun-fat", [("周", "chow"), ("润", "yun"), ("发", "fat")]),
        ("梁朝伟", "Tony LEUNG Chiu-wai", [("梁", "leung"), ("朝", "chiu"), ("伟", "wai")]),
        ("刘德华", "LAU Tak-wah Andy", [("刘", "lau"), ("德", "tak"), ("华", "wah")]),
        ("黎明", "LAI Ming Leon", [("黎", "lai"), ("明", "ming")]),
        ("黎明", "LAI Leon", None),
        ("成龙", "Jackie Chan", None),
    ],
)
def test_given_names_stand_beside_their_characters(
    han: str, latin: str, expected: list[tuple[str, str]] | None
) -> None:
    speller = tool.Speller(tool.table_readings(), RULES[tool.FITTED])
    assert speller.align(han, latin) == expected


def test_fitting_raises_what_was_seen_and_nothing_that_was_ruled_out() -> None:
    sounds = {"子": {"zi": 1.0}, "国": {"gwok": 1.0}}
    rules = RULES[tool.FITTED]
    speller = tool.Speller(sounds, rules)
    seen = [("子", "chi")] * 20 + [("国", "gwok")] * 20 + [("国", "guo")] * 20
    fitted = tool.Speller(sounds, tool.fit(speller, rules, seen))
    assert fitted.chance("子", "chi") > 0.5 > speller.chance("子", "chi")
    assert fitted.chance("国", "gwok") > speller.chance("国", "gwok")
    assert fitted.chance("国", "guo") == 0


def test_measured_names_are_dropped_when_both_sides_are(tmp_path: Path) -> None:
    pairs, hidden = tmp_path / "pairs.tsv", tmp_path / "hidden"
    lines = ["zh\ten\ttype\tset", *(f"{z}\t{e}\tperson\tperson_hongkong" for z, e in (
        ("周潤發", "CHOW Yun-fat"), ("張國榮", "CHEUNG Kwok-wing")))]  # fmt: skip
    pairs.write_text("\n".join([*lines, "香港\tHong Kong\tplace\tplace_world"]), encoding="utf-8")
    digests = [
        hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:12]
        for name in ("周潤發", "chow yun-fat", "張國榮")
    ]
    hidden.write_text("\n".join(digests), encoding="utf-8")
    assert tool.read_pairs(pairs, hidden) == [("张国荣", "CHEUNG Kwok-wing")]
    assert len(tool.read_pairs(pairs, None)) == 2


def test_rule_file_agrees_with_published_yale() -> None:
    # Yale's table as its textbooks print it, tones left out.
    published = {"gwong": "gwong", "zyu": "jyu", "coeng": "cheung", "seoi": "seui", "jyun": "yun",
                 "jau": "yau", "faa": "fa", "faan": "faan", "ceon": "cheun"}  # fmt: skip
    for key, form in published.items():
        assert tool.spell(key, RULES["yale"]) == {form: 1.0}
