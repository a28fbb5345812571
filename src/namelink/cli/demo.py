"""``namelink demo``: the whole line on bundled files, to see what it does before using it.

Two files of well-known names, some of which have no counterpart on the other side, are linked; an
article is mined; one result is explained. The files lie in ``namelink/demo`` and were written for
this purpose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files

from namelink.cli import extract, terminal
from namelink.cli.settings import AsJson, Lang, Language, language_of
from namelink.io.columns import ColumnChoice
from namelink.io.files import FileReading, read_article, read_table
from namelink.io.records import record_data
from namelink.model.comparison import Comparison, Link
from namelink.model.evidence import Evidence
from namelink.model.kinds import Outcome, Relation, Verdict
from namelink.model.table import AliasTable

LEFT = "left_zh.csv"
RIGHT = "right_en.csv"
TRUTH = "truth.csv"
ARTICLE = "article.txt"

# Left names whose links are shown: one of every kind, and the pairs that look alike and differ.
SHOWN = (
    "吴泳铭", "单霁翔", "毛泽东", "莎士比亚", "中国农业银行", "中国银行", "华为技术有限公司",
    "清华大学", "国家统计局", "山西", "陕西", "黄河", "快乐马", "张艺谋",
)  # fmt: skip
# Two names that share a surname and are not one person.
EXPLAINED = ("吴泽明", "Wu Yongming")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of linking the bundled files.

    Attributes:
        pairs: true pairs there are.
        right: true pairs with the verdict match.
        review: true pairs with the verdict review.
        wrong: links with the verdict match that are no true pair.
    """

    pairs: int
    right: int
    review: int
    wrong: int


def demo(*, lang: Lang = Language.EN, as_json: AsJson = False) -> None:
    """Link bundled example files and mine a bundled article."""
    from namelink import linker

    left, right, truth = bundled()
    article = bundled_article()
    # A threshold of 0 keeps the best candidate of every row, so that a refusal can be shown.
    links = linker.link_tables(left, right, threshold=0.0, unmatched=True)
    mentions = linker.extract(article)
    if as_json:
        for each in links:
            terminal.emit_json(record_data(each, Link))
        for mention in mentions:
            terminal.emit_json(extract.as_data(mention))
        return
    terminal.emit(f"{len(left.names)} Chinese names and {len(right.names)} English ones:\n")
    terminal.emit_table(
        ("Chinese", "English, best of all", ">score", "verdict", "because"),
        [_row(each, _compared(each)) for each in _shown(links)],
    )
    found = tally(links, truth)
    terminal.emit(
        f"\n{found.right} of {found.pairs} true pairs are a match, {found.review} are to review; "
        f"{found.wrong} wrong.\n"
    )
    terminal.emit("Names that an article gives in both languages:\n")
    extract.show(mentions)
    terminal.emit(f"\nWhy {EXPLAINED[0]} is not {EXPLAINED[1]}:\n")
    terminal.emit(linker.compare(*EXPLAINED).explain(language_of(lang)))
    terminal.emit(f'\nNow yours: namelink compare {SHOWN[0]} "{EXPLAINED[1]}"')


def bundled() -> tuple[AliasTable, AliasTable, frozenset[tuple[str, str]]]:
    """The bundled tables and the pairs of ids that belong together.

    >>> left, right, truth = bundled()
    >>> all(one in left.ids and other in right.ids for one, other in truth)
    True
    """
    columns = ColumnChoice(id="id", name=("name",))
    left = _table(LEFT, columns)
    right = _table(RIGHT, columns)
    truth = _table(TRUTH, ColumnChoice(id="left_id", name=("right_id",)))
    return left, right, frozenset(zip(truth.ids, truth.names, strict=True))


def bundled_article() -> str:
    """The bundled article."""
    with as_file(files("namelink") / "demo" / ARTICLE) as path:
        return read_article(path)


def tally(links: Sequence[Link], truth: frozenset[tuple[str, str]]) -> Tally:
    """Count what is right.

    Args:
        links: of the bundled tables, first rank only.
        truth: pairs of ids that belong together.

    Returns:
        The counts.
    """
    matched = {(each.left_id, each.right_id) for each in links if each.verdict is Verdict.MATCH}
    doubted = {(each.left_id, each.right_id) for each in links if each.verdict is Verdict.REVIEW}
    return Tally(
        pairs=len(truth),
        right=len(matched & truth),
        review=len(doubted & truth),
        wrong=len(matched - truth),
    )


def reason(comparison: Comparison) -> str:
    """The piece of evidence that weighs most for what was decided, in a few words.

    Args:
        comparison: of two names.

    Returns:
        Such as ``"泳铭 = Yongming"`` or ``"ze ≠ yong"``.
    """
    against = comparison.verdict is Verdict.NO_MATCH or comparison.relation in (
        Relation.CONTRADICTS,
        Relation.UNEXPLAINED,
    )
    pieces = sorted(comparison.evidence, key=lambda piece: piece.bits, reverse=not against)
    return _in_words(pieces[0]) if pieces else comparison.relation.value


def _table(name: str, columns: ColumnChoice) -> AliasTable:
    with as_file(files("namelink") / "demo" / name) as path:
        table, _ = read_table(path, reading=FileReading(columns=columns))
    return table


def _shown(links: Sequence[Link]) -> list[Link]:
    by_name = {each.left_name: each for each in links if each.rank in (1, None)}
    return [by_name[name] for name in SHOWN if name in by_name]


def _compared(link: Link) -> Comparison | None:
    from namelink import linker

    return None if link.right_name is None else linker.compare(link.left_name, link.right_name)


def _row(link: Link, comparison: Comparison | None) -> tuple[str, str, str, str, str]:
    if comparison is None or link.score is None:
        return link.left_name, "–", "", link.verdict.value, "nothing is close"
    return (
        link.left_name,
        link.right_name or "",
        f"{link.score:.2f}",
        link.verdict.value,
        reason(comparison),
    )


def _in_words(piece: Evidence) -> str:
    # What speaks of the names as wholes has no span to quote.
    if not (piece.left or piece.right):
        return piece.note or piece.channel.value
    if piece.note and piece.outcome is Outcome.DIFFERS:
        return piece.note
    if piece.outcome is Outcome.AGREES:
        return f"{piece.left} = {piece.right}"
    if piece.outcome is Outcome.DIFFERS:
        return f"{piece.left} ≠ {piece.right}"
    return f"{piece.left or piece.right} has no counterpart"
