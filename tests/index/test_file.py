"""The file of an index is read only by what wrote it, whole, and by one process at a time."""

import json
import multiprocessing
from dataclasses import asdict
from hashlib import blake2b
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import namelink as nl
from namelink.cli.main import main
from namelink.errors import InvalidInput, NamelinkError
from namelink.index import file
from namelink.index.found_by import features_of, known_aliases
from namelink.index.segment import strings_of_name
from namelink.io.arrays import read_arrays, write_arrays
from namelink.model.table import AliasTable
from namelink.pairing import prepare
from namelink.readings.hearing import heard_in
from namelink.readings.provenance import KEY_SCHEME

# Names of every kind and script, so that a change of any rule of keys shows in one of them.
_KEYED = (
    ("吴泳铭", nl.Kind.PERSON), ("歐陽娜娜", nl.Kind.UNKNOWN), ("Mao Tse-tung", nl.Kind.PERSON),
    ("CHAN, Tai Man", nl.Kind.UNKNOWN), ("奥巴马", nl.Kind.UNKNOWN),
    ("Shakespeare", nl.Kind.PERSON),
    ("安倍晋三", nl.Kind.UNKNOWN), ("Moon Jae-in", nl.Kind.UNKNOWN), ("中国工商银行", nl.Kind.ORG),
    ("Huawei Technologies Co., Ltd.", nl.Kind.UNKNOWN), ("ICBC", nl.Kind.ORG),
    ("第二炮兵123团", nl.Kind.UNKNOWN), ("快乐马", nl.Kind.WORK), ("内蒙古自治区", nl.Kind.PLACE),
    ("马云 Jack Ma", nl.Kind.UNKNOWN), ("", nl.Kind.UNKNOWN),
)  # fmt: skip
# The scheme of keys, and a digest of the keys and the forms of these names. Where the test fails
# because these became others on purpose, raise KEY_SCHEME by one and write both here, so that
# files that hold the old ones are refused.
_SCHEME, _DIGEST = 9, "e33aaf203917a8b03df6a78e515c23d6"


def test_the_number_of_the_scheme_changes_with_the_keys() -> None:
    options = nl.Options()
    held = []
    for name, kind in _KEYED:
        prepared = prepare(name, kind, options)
        words, runs = heard_in(prepared.forms)
        keys = sorted(features_of(prepared, known_aliases(options)).items())
        rounded = [(key, round(weight, 3)) for key, weight in keys]
        forms = [
            {**asdict(form), "kinds": [round(share, 3) for share in form.kinds], "vector": None}
            for form in prepared.forms
        ]
        held.append((rounded, sorted(words), sorted(runs), strings_of_name(prepared), forms))
    digest = blake2b(json.dumps(held).encode(), digest_size=16).hexdigest()
    assert (KEY_SCHEME, digest) == (_SCHEME, _DIGEST)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "index"
    nl.AliasIndex.build(["Wu Yongming", "张迪", "Huawei Technologies", "特朗普"]).save(found)
    return found


@pytest.mark.parametrize("name", ["layout", "keys"])
@pytest.mark.parametrize("written", [0, 99, None])
def test_a_file_of_another_version_is_refused(path: Path, name: str, written: int | None) -> None:
    kept = read_arrays(path)
    about = {key: value for key, value in kept.about.items() if key != name}
    other = path.with_name("other")
    write_arrays(other, kept.arrays, about=about if written is None else about | {name: written})
    with pytest.raises(InvalidInput, match=r"another version of namelink .* build it anew"):
        nl.AliasIndex.open(other)


def test_other_keys_show_in_the_digest_of_tables(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file, "KEY_SCHEME", KEY_SCHEME + 1)
    with pytest.raises(InvalidInput, match=f"keys {KEY_SCHEME}, this one has {KEY_SCHEME + 1}"):
        nl.AliasIndex.open(path, check=True)


def test_who_comes_second_is_told(path: Path) -> None:
    one, other = nl.AliasIndex.open(path), nl.AliasIndex.open(path)
    one.add(["李飞飞"])
    one.save(path)
    other.add(["郑波"])
    with pytest.raises(InvalidInput, match=r"another process changed it .* open it anew"):
        other.save(path)
    assert nl.AliasIndex.open(path).search("Li Feifei")
    # Elsewhere it may go, and the one that knows the file may go on.
    other.save(path.with_name("elsewhere"))
    one.add(["蔡崇信"])
    one.save(path)
    assert len(nl.AliasIndex.open(path)) == 6


def _add(path: Path, number: int) -> None:
    while True:
        try:
            index = nl.AliasIndex.open(path)
            index.add([f"Name {number}"])
            index.save(path)
        except InvalidInput:
            continue
        return


def test_nothing_is_lost_between_processes(path: Path) -> None:
    context = multiprocessing.get_context("fork")
    adding = [context.Process(target=_add, args=(path, number)) for number in range(4)]
    for each in adding:
        each.start()
    for each in adding:
        each.join()
    assert [each.exitcode for each in adding] == [0] * len(adding)
    assert len(nl.AliasIndex.open(path, check=True)) == 4 + len(adding)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damage_is_told_as_damage(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    path = folder / "index"
    names = ["Wu Yongming", "张迪", "Huawei Technologies", "特朗普", "Bank of China", "李飞飞"]
    nl.AliasIndex.build(names).save(path)
    whole = bytearray(path.read_bytes())
    kept = read_arrays(path)
    begin = len(whole) - sum(-(-array.nbytes // 64) * 64 for array in kept.arrays.values())
    generator = np.random.default_rng(data.draw(st.integers(0, 2**32)))
    for at in generator.integers(begin, len(whole), size=300).tolist():
        whole[at] = int(generator.integers(256))
    path.write_bytes(whole)
    index = nl.AliasIndex.open(path)
    calls = (
        lambda: index.search_many(names),
        lambda: index.candidates(names),
        lambda: [index.why("张迪", each) for each in range(len(names))],
        lambda: index.ids,
        lambda: index.known_id("1"),
        lambda: nl.link(names, index),
        lambda: index.add(["郑波"]),
        lambda: index.save(folder / "again"),
    )
    for call in calls:
        try:
            call()
        except NamelinkError as error:
            assert "is damaged: build it anew" in str(error)  # noqa: PT017 - it need not fail


def test_the_command_line_shows_no_traceback_of_damage(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = read_arrays(path)
    names = kept.arrays["0/names.data"].tobytes()
    path.write_bytes(path.read_bytes().replace(names, b"\xff" * len(names)))
    left = path.with_name("left.csv")
    left.write_text("id,name\n1,张迪\n", encoding="utf-8")
    for words in (
        ["search", str(path), "Zhang Di"],
        ["why", str(path), "Zhang Di", "--id", "1"],
        ["link", str(left), "--index", str(path)],
    ):
        assert main(words) == 2
        assert "is damaged: build it anew" in capsys.readouterr().err


def test_an_error_over_a_whole_file_stays_what_it_is(path: Path) -> None:
    def broken(*_: int) -> None:
        raise ZeroDivisionError

    index = nl.AliasIndex.open(path)
    table = AliasTable(ids=(0,), names=("吴泳铭",), kinds=(nl.Kind.UNKNOWN,), rows=(0,))
    with pytest.raises(ZeroDivisionError):
        index.links_by_row(table, top_k=1, threshold=None, progress=broken)


def test_an_index_can_be_handed_to_another_process(path: Path) -> None:
    for index in (nl.AliasIndex.open(path), nl.AliasIndex.build(["张迪", "Wu Yongming"])):
        expected = index.search("Zhang Di")
        again = ForkingPickler.loads(ForkingPickler.dumps(index))
        path.unlink(missing_ok=True)
        assert again.search("Zhang Di") == expected
        assert again.ids == index.ids


@pytest.mark.parametrize("wrong", [None, 3])
def test_what_is_no_path_is_told(wrong: object) -> None:
    with pytest.raises(InvalidInput, match="path of its file"):
        nl.AliasIndex.open(wrong)  # type: ignore[arg-type]
