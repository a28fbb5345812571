"""``namelink demo``: the bundled files are sound, and what the issue asks of them holds."""

import dataclasses
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import namelink
from namelink import linker
from namelink.cli import demo
from namelink.cli.main import main
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Outcome, Relation, Verdict
from namelink.model.remark import Remark

# The article names these and no others.
TEN = {
    ("HappyHorse", "快乐马"),
    ("Alibaba", "阿里巴巴"),
    ("Alibaba Token Hub", "阿里AI核心事业群"),
    ("Tongyi Lab", "通义实验室"),
    ("Zhang Di", "张迪"),
    ("Zheng Bo", "郑波"),
    ("Wu Yongming", "吴泳铭"),
    ("Zhou Jingren", "周靖人"),
    ("Wu Zeming", "吴泽明"),
    ("Li Feifei", "李飞飞"),
}


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def test_demo_fits_a_terminal_and_works_piped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    page, remarks = capsys.readouterr()
    assert remarks == ""
    assert max(map(columns, page.splitlines())) <= 80
    assert "\x1b" not in page
    assert [name for name in demo.SHOWN if name not in page] == []
    assert linker.compare(*demo.EXPLAINED).explain() in page


def test_demo_prints_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    left, _, _ = demo.bundled()
    assert {each["left_id"] for each in told if "left_id" in each} == set(left.ids)


def test_the_bundled_files_are_what_they_claim() -> None:
    left, right, truth = demo.bundled()
    for table in (left, right):
        assert len(table.names) >= 100
        assert len(set(table.ids)) == len(set(table.names)) == len(table.names)
    assert {one for one, _ in truth} < set(left.ids), "the left side needs distractors"
    assert {other for _, other in truth} < set(right.ids), "the right side needs distractors"
    assert len(truth) == len({one for one, _ in truth}) == len({other for _, other in truth})
    assert set(demo.SHOWN) <= set(left.names)
    assert 250 <= len(demo.bundled_article().split()) <= 400


def test_tally_counts_what_is_right() -> None:
    left, right, truth = demo.bundled()
    one, two, *_ = sorted(truth)
    fake = linker.link_tables(left, right, threshold=0.0, unmatched=True)[:3]
    links = [
        dataclasses.replace(
            fake[0], left_id=one[0], right_id=one[1], verdict=namelink.Verdict.MATCH
        ),
        dataclasses.replace(
            fake[1], left_id=two[0], right_id=two[1], verdict=namelink.Verdict.REVIEW
        ),
        dataclasses.replace(
            fake[2], left_id=one[0], right_id=two[1], verdict=namelink.Verdict.MATCH
        ),
    ]
    assert demo.tally(links, truth) == demo.Tally(pairs=len(truth), right=1, review=1, wrong=1)


def test_the_article_gives_its_ten_names_and_no_other() -> None:
    found = linker.extract(demo.bundled_article())
    assert {(each.english, each.chinese) for each in found} == TEN


def test_the_bundled_files_hold_the_names_of_the_article() -> None:
    left, right, truth = demo.bundled()
    names = {
        (right.names[right.ids.index(other)], left.names[left.ids.index(one)])
        for one, other in truth
    }
    # The hub is a new name that only a gloss can tell; Li Feifei stands as Fei-Fei Li.
    assert len(TEN & names) == 8


@given(
    bits=st.lists(st.floats(-20, 20), max_size=4),
    outcome=st.sampled_from(Outcome),
    verdict=st.sampled_from(Verdict),
    relation=st.sampled_from(Relation),
    note=st.sampled_from(["", "ze ≠ yong"]),
)
def test_every_comparison_has_a_reason(
    bits: list[float], outcome: Outcome, verdict: Verdict, relation: Relation, note: str
) -> None:
    evidence = tuple(
        Evidence(
            channel=Channel.PINYIN,
            outcome=outcome,
            left=f"左{number}",
            right=f"right{number}",
            left_span=None,
            right_span=None,
            bits=each,
            remark=Remark("equations", (note,)) if note else None,
        )
        for number, each in enumerate(bits)
    )
    comparison = dataclasses.replace(
        namelink.compare("张迪", "Zhang Di"),
        evidence=evidence,
        verdict=verdict,
        relation=relation,
    )
    told = demo.reason(comparison)
    assert told
    if evidence and not note:
        against = verdict is Verdict.NO_MATCH or relation in {
            Relation.CONTRADICTS,
            Relation.UNEXPLAINED,
        }
        heaviest = (min if against else max)(evidence, key=lambda piece: piece.bits)
        assert heaviest.left in told
