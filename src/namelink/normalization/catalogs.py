"""What catalogs and registers put beside a person's name: years, country, share in a book, sex.

``Steinbeck, John, 1902-1968`` and ``(美)斯坦贝克`` are headings of one person. A work or a body
may well hold years (World War, 1914-1918) or begin with a bracket, so who asks must know that it
is a person's name.
"""

import re
from functools import cache

from namelink.tables.loader import rows
from namelink.text.script import HAN
from namelink.text.variants import fold_han

_DAY = r"\??(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?)?"
_ABOUT = r"(?:(?:ca?\.|b\.|approximately |约) ?)?"
_LIFE = rf"{_ABOUT}(\d{{3,4}}){_DAY} ?(?:--?|~|至) ?(?:{_ABOUT}(\d{{3,4}}){_DAY})?"
_ERA = r"(?: ?B\.? ?C\.?(?:E\.?)?)?"
_DATES = re.compile(rf"(?:, ?| ?\(| )(?:{_LIFE}({_ERA})|(?:b\. ?|born |生于)\d{{4}}年?)\)?\.?$")
_MARK = re.compile(rf"^[(\[]([{HAN}]{{1,4}})[)\]] ?(?=[{HAN}]{{2}})")
_SHARE = re.compile(
    rf"(?<=[{HAN}]) (?:等 ?)?(?:主编|编著|编译|著|编|译|撰|绘)$"
    r"|, (?:author|editor|ed\.|translator|trans\.|tr\.|illustrator|ill\.)\.?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    rf" ?\((?:(?:女|男|已故|[{HAN}]{{1,5}}族)[, ]*)+\)$"
    r"| \((?:f|m|female|male|mr|ms|mrs|miss|deceased)\.?\)$",
    re.IGNORECASE,
)
# Behind a whole name: "Li, M.D." may be initials.
_DEGREE = re.compile(
    r"(?<=\w) (?P<name>\w[\w'-]+), ?"
    r"(?:Ph\.? ?D|M\. ?D|D\. ?Phil|M\. ?B\. ?A|[BM]\. ?Sc|[BM]\. ?A|LL\. ?[BMD]|J\. ?D)\.?$"
)
# Who is named in a catalog has lived so long at least, and at most: 1914-1918 is a war.
_LEAST_YEARS, _MOST_YEARS = 12, 115


def without_catalog(text: str) -> str:
    """A person's name without years of life, country or dynasty, share in a book, sex or degree.

    >>> without_catalog("Steinbeck, John, 1902-1968"), without_catalog("(美)斯坦贝克")
    ('Steinbeck, John', '斯坦贝克')

    Args:
        text: a cleaned name.

    Returns:
        The name; the text itself where it has nothing of the kind.
    """
    found = _once(text)
    while found != text:
        text, found = found, _once(found)
    return text


def _once(text: str) -> str:
    if not _looks_cataloged(text):
        return text
    found = _NOTE.sub("", _SHARE.sub("", text))
    found = _DEGREE.sub(r" \g<name>", found)
    dates = _DATES.search(found)
    if dates and _is_life(dates[1], dates[2], before=bool(dates[3])):
        found = found[: dates.start()]
    mark = _MARK.match(found)
    if mark and fold_han(mark[1]) in _marks():
        found = found[mark.end() :]
    return found or text


def _looks_cataloged(text: str) -> bool:
    """Quickly whether a name could hold any of it; nearly none does."""
    end = text[-1:]
    return text[:1] in "([" or end in "-.)著编译撰绘" or end.isdigit() or end in "rnABCDEcl日年"


def _is_life(born: str | None, died: str | None, *, before: bool) -> bool:
    if not (born and died):
        return True
    years = int(died) - int(born)
    return _LEAST_YEARS <= (-years if before else years) <= _MOST_YEARS


@cache
def _marks() -> frozenset[str]:
    return frozenset(row["mark"] for row in rows("catalog_marks"))
