"""namelink decides whether a Chinese name and an English name mean the same thing, and links them.

The names below are the public API. What computes loads numpy and the tables, so it is loaded when
it is first asked for; importing the package loads neither.
"""

from typing import TYPE_CHECKING, Any

from namelink.errors import (
    InvalidInput,
    InvalidName,
    InvalidOptions,
    MissingExtra,
    NamelinkError,
    TableError,
)
from namelink.model.comparison import Comparison, Link, PairScore
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Kind, Outcome, Relation, Role, Script, Verdict
from namelink.model.mention import Mention
from namelink.model.name import Name, Parse, Part, Spelling, Step
from namelink.model.options import Columns, Limits, Options

if TYPE_CHECKING:
    from namelink.linker import compare, compare_pairs, extract, link, normalize, spellings

__version__ = "0.1.0"

_CALLS = ("compare", "compare_pairs", "extract", "link", "normalize", "spellings")

__all__ = [
    "Channel",
    "Columns",
    "Comparison",
    "Evidence",
    "InvalidInput",
    "InvalidName",
    "InvalidOptions",
    "Kind",
    "Limits",
    "Link",
    "Mention",
    "MissingExtra",
    "Name",
    "NamelinkError",
    "Options",
    "Outcome",
    "PairScore",
    "Parse",
    "Part",
    "Relation",
    "Role",
    "Script",
    "Spelling",
    "Step",
    "TableError",
    "Verdict",
    "compare",
    "compare_pairs",
    "extract",
    "link",
    "normalize",
    "spellings",
]


def __getattr__(name: str) -> Any:
    if name in _CALLS:
        from namelink import linker

        return getattr(linker, name)
    raise AttributeError(f"module 'namelink' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
