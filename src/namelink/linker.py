"""The order of the stages: every call of the public API, on one screen each.

This is the only module that knows which stage comes after which; the stages meet in the values of
`namelink.model`. What one call alone needs is loaded by it: a comparison of two names shall not
wait for files, tables and indexes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

from namelink.encoding import calibrate, with_vectors
from namelink.errors import InvalidName, InvalidOptions
from namelink.linking.record import ListOrder
from namelink.model.aliases import Aliases
from namelink.model.comparison import AlignedPair, Comparison, Link, PairScore
from namelink.model.encoder import CalibratedEncoder, Encoder
from namelink.model.kinds import RELATIONS, VERDICTS, Kind
from namelink.model.mention import Mention
from namelink.model.name import Name, Spelling, System
from namelink.model.options import Columns, Options
from namelink.normalization import names
from namelink.pairing import comparison, prepare, score_pairs

if TYPE_CHECKING:
    from namelink.bulk import link_tables
    from namelink.index.alias_index import AliasIndex

__all__ = [
    "AliasIndex",
    "align",
    "calibrate_encoder",
    "compare",
    "compare_pairs",
    "extract",
    "link",
    "link_tables",
    "normalize",
    "read_aliases",
    "spellings",
    "systems",
]


def __getattr__(name: str) -> Any:
    if name == "AliasIndex":
        from namelink.index.alias_index import AliasIndex

        return AliasIndex
    if name == "link_tables":
        from namelink.bulk import link_tables

        return link_tables
    raise AttributeError(f"module 'namelink.linker' has no attribute {name!r}")


def compare(
    left: str, right: str, *, kind: Kind | str | None = None, options: Options = Options()
) -> Comparison:
    """Compare two names.

    Args:
        left: a name, Chinese, English or both.
        right: another.
        kind: what the names denote, if that is known.
        options: prior, cuts, channels, limits.

    Returns:
        The score with the evidence that it is the sum of.

    Raises:
        InvalidName: if a name is not a string.
        InvalidOptions: if the kind is not known.

    >>> compare("吴泳铭", "Wu Yongming").verdict.value
    'match'
    """
    known, options = Kind.parse(kind), Options.checked(options)
    (mine,), (theirs,) = with_vectors(
        ([prepare(left, known, options)], [prepare(right, known, options)]), options
    )
    return comparison(mine, theirs, options)


def compare_pairs(
    left: Sequence[str],
    right: Sequence[str],
    *,
    kind: Kind | str | None = None,
    options: Options = Options(),
) -> list[PairScore]:
    """Compare names row by row: ``left[i]`` with ``right[i]``.

    Args:
        left: names, in a list, array or series.
        right: as many names.
        kind: what the names denote, if that is known.
        options: prior, cuts, channels, limits.

    Returns:
        One row a pair, in order.

    Raises:
        InvalidName: if a name is not a string.
        InvalidInput: if a side is no list of names.
        InvalidOptions: if the lengths differ or the kind is not known.

    >>> [row.verdict.value for row in compare_pairs(["吴泳铭", "吴泽明"], ["Wu Yongming"] * 2)]
    ['match', 'no_match']
    """
    from namelink.bulk import prepare_all
    from namelink.io.frames import names_of

    left, right = names_of(left), names_of(right)
    if len(left) != len(right):
        raise InvalidOptions(
            f"left has {len(left)} names and right {len(right)}: give as many of each"
        )
    known, options = Kind.parse(kind), Options.checked(options)
    mine, left_of = prepare_all(left, [known] * len(left), options)
    theirs, right_of = prepare_all(right, [known] * len(right), options)
    mine, theirs = with_vectors((mine, theirs), options)
    found = score_pairs(mine, theirs, (left_of, right_of), options)
    return [
        PairScore(
            score=float(found.score[at]),
            bits=float(found.bits[at]),
            verdict=VERDICTS[int(found.verdict[at])],
            relation=RELATIONS[int(found.relation[at])],
            namesakes=_known(found.namesakes[at]),
        )
        for at in range(len(left))
    ]


def _known(value: float) -> float | None:
    return None if isnan(value) else float(value)


def link(  # noqa: PLR0913 - the public signature is fixed
    left: Any,
    right: Any,
    *,
    left_columns: Columns = Columns(),
    right_columns: Columns = Columns(),
    top_k: int = 1,
    threshold: float | None = None,
    one_to_one: bool = False,
    unmatched: bool = False,
    options: Options = Options(),
) -> Any:
    """Link the names of one table to those of another.

    Args:
        left: a list or array of names (ids are positions), a pandas, polars or pyarrow frame, or
            the `Path` of a file.
        right: the same, or an `AliasIndex`, which has its own options.
        left_columns: which columns of the left frame hold what.
        right_columns: the same for the right frame.
        top_k: best right ids a left name, at most.
        threshold: lowest score that is kept; None keeps what is not ``no_match``.
        one_to_one: whether an id may stand in one link only.
        unmatched: whether a left row without a link has one with nothing on the right. Of several
            names in a left row the surest speaks.
        options: prior, cuts, channels, limits.

    Returns:
        A list of `Link` rows for a list, else a frame of the left one's library.

    Raises:
        InvalidInput: if a table cannot be read or a name is null.
        InvalidOptions: if an option cannot work.

    >>> [row.right_name for row in link(["吴泳铭"], ["Wu Zeming", "Wu Yongming"])]
    ['Wu Yongming']
    """
    from namelink.bulk import link_tables
    from namelink.index.alias_index import AliasIndex
    from namelink.io.frames import ids_of, like, table_of

    lefts = table_of(left, left_columns)
    rights = right if isinstance(right, AliasIndex) else table_of(right, right_columns)
    found = link_tables(
        lefts,
        rights,
        top_k=top_k,
        threshold=threshold,
        one_to_one=one_to_one,
        unmatched=unmatched,
        options=Options.checked(options),
    )
    samples = (
        rights.samples(left, left_columns, lefts)
        if isinstance(rights, AliasIndex)
        else {
            "left_id": ids_of(left, left_columns, lefts),
            "right_id": ids_of(right, right_columns, rights),
        }
    )
    return like(left, found, record=Link, samples=samples)


def align(
    left: Sequence[str],
    right: Sequence[str],
    *,
    kind: Kind | str | None = None,
    order: ListOrder = "soft",
    options: Options = Options(),
) -> list[AlignedPair]:
    """Align two lists of one record, such as the authors of a paper in Chinese and in English.

    Each person stands once in a list, so names that nothing else can be are matched on less than
    they would be alone. The lists may be of unequal length.

    Args:
        left: names of one list, in order.
        right: names of the other, in order.
        kind: what the names denote, if that is known.
        order: ``"soft"`` lets the sure pairs tell how much the places say, ``"fixed"`` expects
            one order in both lists, ``"free"`` leaves places out.
        options: prior, cuts, channels, limits.

    Returns:
        Every name of both lists in one row: left ones in order, then the right ones left over.

    Raises:
        InvalidName: if a name is not a string.
        InvalidInput: if a side is no list of names.
        InvalidOptions: if the kind or the order is not known.

    >>> for row in align(["吴泳铭", "蔡崇信", "张勇"], ["Joe Tsai", "Yong Zhang", "Eddie Wu"]):
    ...     print(row.left_name, row.right_name, row.relation.value)
    吴泳铭 Eddie Wu unexplained
    蔡崇信 Joe Tsai unexplained
    张勇 Yong Zhang compatible
    """
    from namelink.io.frames import names_of
    from namelink.lists import align_lists

    left, right, options = names_of(left), names_of(right), Options.checked(options)
    return align_lists(left, right, kind=Kind.parse(kind), order=order, options=options)


def extract(text: str, *, options: Options = Options()) -> list[Mention]:
    """Find the entities that a text names in both languages.

    Args:
        text: running text, English or Chinese.
        options: prior, cuts, channels, limits; an encoder is not asked.

    Returns:
        Mentions in text order, each with a score that holds the weight of the gloss.

    Raises:
        InvalidName: if the text is not a string.

    >>> [(m.english, m.chinese) for m in extract("the architect Zhang Di (张迪) said")]
    [('Zhang Di', '张迪')]
    """
    from namelink.extraction.mentions import mentions
    from namelink.readings import prose

    # Callers without a type checker hand in worse.
    given: object = text
    if not isinstance(given, str):
        raise InvalidName(f"a text is a string, not {type(given).__name__}: {given!r}")
    # An encoder would be asked about every place where a name may begin.
    options = replace(Options.checked(options), encoder=None)
    return mentions(
        text,
        score=lambda english, chinese: compare_pairs(english, chinese, options=options),
        compare=lambda english, chinese: compare(english, chinese, options=options),
        review_at=options.review_at,
        match_at=options.match_at,
        lexicon=prose,
    )


def normalize(name: str, *, kind: Kind | str | None = None) -> Name:
    """Clean a name, guess its kind and take it apart.

    Args:
        name: any string.
        kind: what the name denotes, if that is known.

    Returns:
        The normalized name.

    Raises:
        InvalidName: if the name is not a string.
        InvalidOptions: if the kind is not known.

    >>> [(part.text, part.role.value) for part in normalize("欧阳娜娜").parts]
    [('欧阳', 'surname'), ('娜娜', 'given')]
    """
    return names.normalize(name, kind=Kind.parse(kind))


def read_aliases(*paths: str | Path, encoding: str | None = None) -> Aliases:
    """Read alias tables from files, for `Options.aliases`.

    Args:
        paths: CSV, TSV, JSON Lines or Parquet: a group of names a row in two or more columns, or
            a name a row with an id that the names of one thing share.
        encoding: of all files; None is UTF-8, or what a byte order mark says.

    Returns:
        The groups of all files together.

    Raises:
        InvalidInput: if a file, its columns or a row cannot be used; names the row.
    """
    from namelink.io.aliases import read_alias_files

    return read_alias_files(paths, encoding=encoding)


def calibrate_encoder(
    encoder: Encoder,
    pairs: Iterable[tuple[str, str]],
    *,
    kind: Kind | str | None = None,
    name: str | None = None,
) -> CalibratedEncoder:
    """Learn what an encoder's cosines weigh, for `Options.encoder`.

    Cosines of two encoders are not on one scale. From pairs that are known to be true, and from
    the same names in other pairs, a monotone curve is learned for each kind: so many bits for a
    cosine, within -6 and 6. Names of people and places are left out: few are translated.

    Args:
        encoder: a function from a list of strings to one vector a string.
        pairs: a Chinese and a Latin name each, in either order; some hundreds at best. A kind
            with less than 200 of them has the curve of all together.
        kind: what the names denote, if that is known; else it is guessed, pair by pair.
        name: what the encoder is called in plain data; None for the function's own name.

    Returns:
        The encoder with its curves.

    Raises:
        InvalidName: if a name is not a string.
        InvalidOptions: if less than 50 pairs can be used, the encoder's result is no table of
            finite numbers with a row a text, or the kind is not known.
    """
    return calibrate(encoder, pairs, kind=Kind.parse(kind), name=name)


def spellings(chinese: str, *, kind: Kind | str | None = None) -> list[Spelling]:
    """Every Latin form that a Chinese name may take, ranked.

    Args:
        chinese: a name in Han characters.
        kind: what the name denotes, if that is known.

    Returns:
        Spellings, most probable first, each with the convention it follows.

    Raises:
        InvalidName: if the name is not a string.
        InvalidOptions: if the kind is not known.

    >>> spellings("吴泳铭")[0].text
    'Wu Yongming'
    """
    from namelink.readings.spelling import spellings_of_form

    known = prepare(chinese, Kind.parse(kind), Options())
    return spellings_of_form(known.forms[0], known.name.kind)


def systems(latin: str) -> list[System]:
    """The romanizations that a Latin name may be spelled in, with possible Chinese surnames.

    Args:
        latin: a person's name in Latin letters, in either order.

    Returns:
        Ways to read it, most probable first; empty when it cannot be a Chinese person's.

    Raises:
        InvalidName: if the name is not a string.

    >>> found = systems("Mao Tse-tung")[0]
    >>> found.system, found.surnames[0], found.syllables
    ('wade-giles', '毛', ('tse', 'tung'))
    """
    from namelink.readings.systems import systems_of_form

    known = prepare(latin, Kind.PERSON, Options())
    return systems_of_form(known.forms[0])
