"""The value types that the façade gives out, in one place, so that it can load them on demand."""

from namelink.model.aliases import Aliases
from namelink.model.comparison import AlignedPair, CandidatePair, Comparison, Link, PairScore
from namelink.model.encoder import CalibratedEncoder, Curve, Encoder
from namelink.model.evidence import Evidence
from namelink.model.kinds import Channel, Kind, Outcome, Relation, Role, Script, Verdict
from namelink.model.mention import Mention
from namelink.model.name import Name, Parse, Part, Spelling, Step, System
from namelink.model.options import Columns, Limits, Options
from namelink.model.why import Stage, Why

__all__ = [
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
    "Kind",
    "Limits",
    "Link",
    "Mention",
    "Name",
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
    "Verdict",
    "Why",
]
