"""namelink decides whether a Chinese name and an English name mean the same thing, and links them.

The names in ``__all__`` are the public API. Each is loaded when it is first asked for, so
importing the package costs next to nothing and loads neither numpy nor any table.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from namelink.errors import (
        InvalidInput,
        InvalidName,
        InvalidOptions,
        MissingExtra,
        NamelinkError,
        TableError,
    )
    from namelink.linker import (
        AliasIndex,
        align,
        calibrate_encoder,
        compare,
        compare_pairs,
        extract,
        link,
        normalize,
        read_aliases,
        spellings,
        systems,
    )
    from namelink.model.aliases import Aliases
    from namelink.model.comparison import (
        AlignedPair,
        CandidatePair,
        Comparison,
        Link,
        PairScore,
    )
    from namelink.model.encoder import CalibratedEncoder, Curve, Encoder
    from namelink.model.evidence import Evidence
    from namelink.model.kinds import Channel, Kind, Outcome, Relation, Role, Script, Verdict
    from namelink.model.mention import Mention
    from namelink.model.name import Name, Parse, Part, Spelling, Step, System
    from namelink.model.options import Columns, Limits, Options
    from namelink.model.why import Stage, Why

__version__ = "0.1.0"

__all__ = [
    "AliasIndex",
    "Aliases",
    "AlignedPair",
    "CalibratedEncoder",
    "CandidatePair",
    "Channel",
    "Columns",
    "Comparison",
    "Curve",
    "Encoder",
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
    "Stage",
    "Step",
    "System",
    "TableError",
    "Verdict",
    "Why",
    "align",
    "calibrate_encoder",
    "compare",
    "compare_pairs",
    "extract",
    "link",
    "normalize",
    "read_aliases",
    "spellings",
    "systems",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'namelink' has no attribute {name!r}")
    from namelink import errors

    if hasattr(errors, name):
        return getattr(errors, name)
    if name[0].islower() or name == "AliasIndex":
        from namelink import linker

        return getattr(linker, name)
    from namelink.model import public

    return getattr(public, name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
