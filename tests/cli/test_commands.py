"""The other commands, and what holds for all of them."""

import dataclasses
import inspect
import io
import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

import namelink
from namelink import linker
from namelink.cli import align, compare, demo, extract, link, normalize, search, spell, terminal
from namelink.cli.app import VERBS
from namelink.cli.main import main
from namelink.model.mention import Mention
from namelink.model.options import Columns, Options

COMMANDS = {
    "compare": compare.compare,
    "align": align.align,
    "link": link.link,
    "search": search.search,
    "why": search.why,
    "extract": extract.extract,
    "normalize": normalize.normalize,
    "spell": spell.spell,
    "demo": demo.demo,
}


# The group of commands about an index is tested in test_index.py.
def test_every_command_is_there() -> None:
    assert set(VERBS) == {*COMMANDS, "index"}


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_command_has_help_and_json(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    page = capsys.readouterr().out
    assert "--json" in page
    assert str(inspect.getdoc(COMMANDS[verb])) in page
    reference = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
    assert f"## namelink {verb}" in reference.read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_option_is_in_the_reference(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    words = capsys.readouterr().out.replace(",", " ").split()
    options = {word for word in words if word.startswith("--") and len(word) > 2}
    reference = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"
    section = reference.read_text(encoding="utf-8").partition(f"## namelink {verb}")[2]
    section = section.partition("\n## ")[0]
    assert {each for each in options - {"--help"} if f"`{each}" not in section} == set()


def defaults(function: object) -> dict[str, object]:
    return {
        name: parameter.default
        for name, parameter in inspect.signature(function).parameters.items()  # type: ignore[arg-type]
        if parameter.default is not inspect.Parameter.empty
    }


@pytest.mark.parametrize("verb", ["compare", "link", "search", "align", "extract"])
def test_options_have_the_names_and_defaults_of_the_api(verb: str) -> None:
    fields = {field.name for field in dataclasses.fields(Options)}
    # Channels and limits are set in Python: they serve measuring and embedding. Aliases come from
    # files here, none by default. An encoder is code, which no command loads.
    assert defaults(COMMANDS[verb])["aliases"] is None
    shared = fields - {"channels", "limits", "aliases", "encoder"}
    # Only links have a confidence.
    shared -= set() if verb in ("link", "search") else {"confidence_at"}
    assert {name: defaults(COMMANDS[verb])[name] for name in shared} == {
        name: getattr(Options(), name) for name in shared
    }


@pytest.mark.parametrize("function", [linker.link, linker.link_tables])
def test_link_has_the_names_and_defaults_of_the_api(function: object) -> None:
    here = defaults(link.link)
    api = defaults(function)
    for name in ("top_k", "threshold", "one_to_one"):
        assert here[name] == api[name], name
    # The one difference, by design: a file of links says of every left row what came of it.
    assert (here["unmatched"], api["unmatched"]) == (True, False)


def test_columns_have_the_names_of_the_api() -> None:
    fields = {field.name for field in dataclasses.fields(Columns)} - {"language", "source"}
    for side in ("left", "right"):
        assert {f"{side}_{name}" for name in fields} <= set(defaults(link.link))


def test_compare_tells_the_same_as_the_api(capsys: pytest.CaptureFixture[str]) -> None:
    result = namelink.compare("吴泳铭", "Wu Yongming")
    assert main(["compare", "吴泳铭", "Wu Yongming"]) == 0
    assert capsys.readouterr().out == result.explain() + "\n"
    assert main(["compare", "吴泳铭", "Wu Yongming", "--lang", "zh"]) == 0
    assert capsys.readouterr().out == result.explain("zh") + "\n"
    assert main(["compare", "吴泳铭", "Wu Yongming", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == result.to_dict()


def test_compare_hands_on_kind_and_options(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["compare", "张迪", "Zhang Di", "--json", "--kind", "PER", "--prior", "0.1"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert (
        told
        == namelink.compare(
            "张迪", "Zhang Di", kind="person", options=Options(prior=0.1)
        ).to_dict()
    )


def test_normalize_tells_the_same_as_the_api(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["normalize", "歐陽娜娜", "张迪", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["text"] for each in told] == [
        namelink.normalize(name).text for name in ("歐陽娜娜", "张迪")
    ]
    assert main(["normalize", "歐陽娜娜"]) == 0
    page = capsys.readouterr().out
    for part in namelink.normalize("歐陽娜娜").parts:
        assert f"{part.text} ({part.role.value})" in page


def test_spell_tells_the_same_as_the_api(capsys: pytest.CaptureFixture[str]) -> None:
    expected = [(each.text, each.system) for each in namelink.spellings("张迪")]
    assert main(["spell", "张迪", "--json"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["text"], each["system"]) for each in told] == expected
    assert main(["spell", "张迪"]) == 0
    page = capsys.readouterr().out
    shown = [each.text for each in namelink.spellings("张迪") if 2**each.weight >= 0.0005]
    assert all(text in page for text in shown)


def test_spell_says_which_kind_it_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    kind = namelink.normalize("吕布").kind.value
    assert main(["spell", "吕布"]) == 0
    assert f"吕布: kind guessed: {kind}" in capsys.readouterr().err
    assert main(["spell", "吕布", "--kind", "person"]) == 0
    told = capsys.readouterr()
    assert not told.err
    assert "Lü Bu" in told.out
    assert main(["spell", "吕布", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["kind"] for row in rows} == {kind}


def test_spell_leaves_out_what_would_be_printed_as_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert any(2**each.weight < 0.0005 for each in namelink.spellings("林郑月娥", kind="person"))
    assert main(["spell", "林郑月娥", "--kind", "person"]) == 0
    shares = [line.split()[-1] for line in capsys.readouterr().out.splitlines()[1:]]
    assert shares
    assert "0.000" not in shares


TEXT = "the architect Zhang Di (张迪) said"


def test_extract_reads_a_file_standard_input_or_the_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    outputs = set()
    for words in ([str(path), "--encoding", "gb18030"], [], ["-"], ["--text", TEXT]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
        assert main(["extract", *words, "--json"]) == 0
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1
    told = json.loads(outputs.pop())
    begin, end = told["chinese_span"]
    assert TEXT[begin:end] == told["chinese"] == "张迪"


def test_extract_shows_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mention = Mention(
        english="Zhang\nDi [x]",
        chinese="张迪",
        aliases=("ZD",),
        kind=namelink.Kind.PERSON,
        score=0.5,
        english_span=(0, 1),
        chinese_span=(1, 2),
        comparison=namelink.compare("张迪", "Zhang Di"),
    )
    monkeypatch.setattr(linker, "extract", lambda text, options: [mention])  # noqa: ARG005
    assert main(["extract", "--text", "x"]) == 0
    row = capsys.readouterr().out.splitlines()[1].split("  ")
    cells = [cell.strip() for cell in row if cell.strip()]
    assert cells == ["Zhang Di [x]", "张迪", "ZD", "person", "0.500", "match"]


def test_extract_tells_the_verdict_of_the_api(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Zhang Di (张迪) met the fund's head Ray (蔡崇信)."
    verdicts = [mention.comparison.verdict for mention in namelink.extract(text)]
    assert verdicts
    assert main(["extract", "--text", text, "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["verdict"] for row in rows] == verdicts


def test_extract_takes_one_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "a.txt", "--text", "x"]) == 2
    assert "not both" in capsys.readouterr().err


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"namelink {namelink.__version__}\n"
    assert main([]) == 2
    assert "Commands" in capsys.readouterr().err
    assert main(["nope"]) == 2
    assert "nope" in capsys.readouterr().err
    assert main(["index"]) == 2
    told = capsys.readouterr().err
    assert "Commands" in told
    assert len(told.splitlines()) > 10
    assert main(["compare", "a", "b", "--lang", "fr"]) == 2
    assert "'--lang': 'fr' is not one of 'en', 'zh'" in capsys.readouterr().err


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_a_missing_extra_is_told_in_one_line(missing: str) -> None:
    program = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from namelink.cli.main import main\n"
        "sys.exit(main(['spell', '张迪']))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert result.returncode == 2
    assert result.stdout == b""
    told = result.stderr.decode()
    assert told.count("\n") == 1
    assert 'pip install "namelink[cli]"' in told


def test_compare_loads_no_frame_library() -> None:
    program = (
        "import sys\n"
        "from namelink.cli.main import main\n"
        "main(['compare', '吴泳铭', 'Wu Yongming'])\n"
        "print(sorted({'polars', 'pandas', 'pyarrow', 'narwhals', 'rich'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert result.stdout.splitlines()[-1] == b"[]"


@pytest.mark.parametrize("words", [["demo"], ["demo", "--json"], ["compare", "张迪", "Zhang Di"]])
def test_a_reader_that_leaves_ends_the_run_quietly(words: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "namelink", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_leaves_nothing(tmp_path: Path, stop: signal.Signals) -> None:
    # Standard input never ends: the run waits for more rows until it is stopped. A test that runs
    # in the background of a shell inherits that Ctrl-C is ignored, so the handler is set by hand.
    program = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from namelink.cli.main import main\n"
        "sys.exit(main())"
    )
    (tmp_path / "right.csv").write_text("name\n张迪\n")
    read, write = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", program, "link", "right.csv", "-", "-o", "out.csv"],
        cwd=tmp_path,
        stdin=read,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(read)
        os.write(write, b"name\n")
        assert process.stderr is not None
        # The remark on the first file says that the run is under way.
        first = process.stderr.readline()
        time.sleep(0.2)
        process.send_signal(stop)
        rest = process.stderr.read()
        code = process.wait(timeout=60)
    os.close(write)
    assert b"guessed" in first
    assert code == 128 + stop
    assert b"Traceback" not in rest
    assert [each.name for each in tmp_path.iterdir()] == ["right.csv"]


def test_a_terminal_does_not_obey_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "张\x1b[2J迪", "Zhang Di"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_a_lone_surrogate_and_a_poor_encoding_do_not_stop_the_run() -> None:
    program = (
        "import sys\n"
        "sys.stdout.reconfigure(encoding='ascii')\n"
        "from namelink.cli.main import main\n"
        "sys.exit(main(['compare', '张迪', 'Zhang \\ud800 Di']))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (0, b"")
    assert rb"\u5f20" in result.stdout


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def test_a_table_keeps_brackets_and_counts_han_as_two(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.emit_table(("a", ">b"), [("[red]汉字[/red]", "1"), ("x" * 15, "2")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("[red]汉字[/red]")
    assert columns(lines[1]) == columns(lines[2])


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with terminal.progress("linking", quiet=False) as advance:
        assert advance is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with terminal.progress("linking", quiet=True) as advance:
        assert advance is None
    with terminal.progress("linking", quiet=False) as advance:
        assert advance is not None
        advance(1, 2)
