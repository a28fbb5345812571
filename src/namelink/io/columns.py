"""Which column of a file holds the id, the name and the kind: as told, or guessed and said.

A guess goes by the header alone and only by names that are usual in registers, exports and lists
of Chinese and English names. What was guessed comes back as a note, so that a wrong guess is
seen.

>>> chosen = choose_columns(["编号", "企业名称"], ColumnChoice(), place="left.csv")
>>> chosen.id, chosen.names
(0, (1,))
>>> chosen.note
'left.csv: guessed name from "企业名称", id from "编号", no kind'
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from namelink.errors import InvalidInput

# In order of preference; compared without case, spaces, hyphens and underscores.
_ID = (
    "id", "uid", "uuid", "entityid", "leftid", "rightid", "recordid", "key", "qid", "code",
    "编号", "編號", "代码", "代碼", "序号", "序號", "统一社会信用代码", "標識", "标识",
)  # fmt: skip
# One of these is the name, whatever else the row holds: a list of people may name their company.
_NAME = (
    "name", "fullname", "姓名", "名称", "名稱", "企业名称", "企業名稱", "公司名称", "公司名稱",
    "机构名称", "機構名稱", "单位名称", "單位名稱", "entityname", "companyname", "orgname",
    "organizationname", "personname", "企业", "公司", "机构", "名字", "人名", "地名",
    "label", "title",
)  # fmt: skip
# These say in which language the name is, so all that are there are names of the one entity.
_NAME_OF_LANGUAGE = (
    "namezh", "zhname", "chinesename", "namecn", "cnname", "namezhhans", "namezhhant", "zh",
    "chinese", "中文名", "中文名称", "中文名稱", "中文", "汉语名", "中文全称", "nameen", "enname",
    "englishname", "en", "english", "英文名", "英文名称", "英文名稱", "英文", "外文名",
    "pinyin", "拼音",
)  # fmt: skip
# Further names of what the row is about, in a table that says which names mean one thing.
_ALIAS = (
    "alias", "aliases", "aka", "alsoknownas", "othername", "othernames", "altname",
    "alternatename", "alternatenames", "shortname", "abbreviation", "acronym",
    "formername", "legalname",
    "traditional", "simplified", "别名", "別名", "别称", "別稱", "简称", "簡稱", "缩写", "縮寫",
    "全称", "全稱", "曾用名", "又名", "中文简称", "英文简称", "英文缩写", "外文名称",
    "繁体", "简体",
)  # fmt: skip
_KIND = (
    "kind", "type", "entitytype", "schema", "类型", "類型", "实体类型", "實體類型", "类别", "類別",
)  # fmt: skip

_OPTION = "--name, or --left-name and --right-name of two files"
# Columns that a message lists.
_MOST_LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """Columns that the user named; what is left out is guessed.

    Attributes:
        id: column of the entity id.
        name: columns of names; several make one alias each.
        kind: column of the kind.
        kinds: whether kinds are asked for at all.
    """

    id: str | None = None
    name: tuple[str, ...] = ()
    kind: str | None = None
    kinds: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenColumns:
    """Positions of the columns in the header.

    Attributes:
        id: of the id, None when ids are the positions of the rows.
        names: of the names, at least one.
        kind: of the kind, None when there is none.
        note: what was guessed, empty when everything was told.
    """

    id: int | None
    names: tuple[int, ...]
    kind: int | None
    note: str


def choose_columns(
    header: Sequence[str], wanted: ColumnChoice, *, place: str, named: bool = True
) -> ChosenColumns:
    """Find the columns of id, name and kind.

    Args:
        header: the columns there are.
        wanted: those that the user named.
        place: the file, for messages.
        named: False when the file has no header line and the columns are numbers.

    Returns:
        Their positions, and a note on what was guessed.

    Raises:
        InvalidInput: if a named column is missing or stands twice, or none can be guessed for
            the name.
    """
    id_column = _told(header, wanted.id, place) if wanted.id else _guess(header, _ID)
    names = tuple(_told(header, name, place) for name in dict.fromkeys(wanted.name))
    names = names or _guess_names(header, place=place, named=named)
    kind = _told(header, wanted.kind, place) if wanted.kind else None
    if wanted.kinds and not wanted.kind:
        kind = _guess(header, _KIND)
    guessed, missing = [], []
    if not wanted.name:
        guessed.append(f"name from {', '.join(_quoted(header, at) for at in names)}")
    if not wanted.id and id_column is not None:
        guessed.append(f"id from {_quoted(header, id_column)}")
    elif not wanted.id:
        missing.append("id is the row number from 0")
    if not wanted.kind and kind is not None:
        guessed.append(f"kind from {_quoted(header, kind)}")
    elif wanted.kinds and kind is None and (guessed or missing):
        missing.append("no kind")
    told = ", ".join([f"guessed {', '.join(guessed)}"] * bool(guessed) + missing)
    note = f"{place}: {told}" if told else ""
    return ChosenColumns(id=id_column, names=names, kind=kind, note=note)


def _quoted(header: Sequence[str], position: int) -> str:
    return f'"{header[position]}"'


def listed(header: Sequence[str]) -> str:
    """Columns for a message, the first ones of very many.

    >>> listed(["id", "name"]), listed([])
    ('the columns are "id", "name"', 'there are no columns')
    """
    if not header:
        return "there are no columns"
    first = ", ".join(f'"{column}"' for column in header[:_MOST_LISTED])
    more = len(header) - _MOST_LISTED
    return f"the columns are {first}" + (f" and {more} more" if more > 0 else "")


def is_id_column(column: str) -> bool:
    """Whether a column of an alias file is usually called so when it holds ids.

    >>> is_id_column("entity_id"), is_id_column("name")
    (True, False)
    """
    return _folded(column) in _ID


def is_name_column(column: str) -> bool:
    """Whether a column of an alias file is usually called so when it holds names.

    >>> [is_name_column(each) for each in ("name", "alias_2", "中文名", "name_en", "kind")]
    [True, True, True, True, False]
    """
    return _folded(column).rstrip("0123456789") in {*_NAME, *_NAME_OF_LANGUAGE, *_ALIAS}


def _told(header: Sequence[str], name: str, place: str) -> int:
    found = [position for position, column in enumerate(header) if column == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidInput(
            f'{place}: column "{name}" stands {len(found)} times in the header; {listed(header)}; '
            "rename one of them"
        )
    raise InvalidInput(f'{place}: there is no column "{name}"; {listed(header)}')


def _folded(column: str) -> str:
    return re.sub(r"[\s_\-.]+", "", column).casefold()


def _guess(header: Sequence[str], usual: Sequence[str]) -> int | None:
    folded = [_folded(column) for column in header]
    return next((folded.index(name) for name in usual if folded.count(name) == 1), None)


def _guess_names(header: Sequence[str], *, place: str, named: bool) -> tuple[int, ...]:
    if not named:
        if len(header) == 1:
            return (0,)
        raise InvalidInput(
            f"{place}: without a header line the columns are numbered 1 to {len(header)}; "
            f"say which holds the name, such as 2 ({_OPTION})"
        )
    whole = _guess(header, _NAME)
    if whole is not None:
        return (whole,)
    folded = [_folded(column) for column in header]
    several = tuple(
        position
        for position, column in enumerate(folded)
        if column in _NAME_OF_LANGUAGE and folded.count(column) == 1
    )
    if several:
        return several
    mark = next((each for each in ",;\t|" if each in header[0]), None)
    if len(header) == 1 and mark is not None:
        guess = "leave --delimiter out to have it guessed"
        way = guess if mark == "\t" else f"give --delimiter {mark!r}, or {guess}"
        raise InvalidInput(
            f'{place}: the only column is "{header[0]}", which looks like several with {mark!r} '
            f"between them: {way}"
        )
    if len(header) == 1:
        raise InvalidInput(
            f'{place}: the only column begins with "{header[0]}", which is no usual column name; '
            "give --no-header if that is a name already, "
            f"or name the column ({_OPTION}) if it is the header"
        )
    usual = {*_NAME, *_NAME_OF_LANGUAGE}
    twice = sorted({each for each in header if _folded(each) in usual and header.count(each) > 1})
    if twice:
        raise InvalidInput(
            f'{place}: column "{twice[0]}" stands more than once; {listed(header)}; rename one of '
            "them, or name another one"
        )
    raise InvalidInput(
        f"{place}: cannot tell which column holds the name; {listed(header)}; name it ({_OPTION}),"
        " or give --no-header if the first line holds names already"
    )
