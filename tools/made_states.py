"""Formal names of countries, made of their names and of what states are called."""

from namelink.tables.loader import rows
from tools.fit_pairs import Pair

# What a state may be, after its Chinese name and around its English one.
FORMS = (
    ("共和国", "Republic of {}"),
    ("联邦共和国", "Federal Republic of {}"),
    ("民主共和国", "Democratic Republic of {}"),
    ("人民共和国", "People's Republic of {}"),
    ("伊斯兰共和国", "Islamic Republic of {}"),
    ("王国", "Kingdom of {}"),
    ("大公国", "Grand Duchy of {}"),
    ("公国", "Principality of {}"),
    ("联邦", "{} Federation"),
    ("国", "State of {}"),
)


def make() -> list[Pair]:
    """True pairs: each country in one of the forms, in turn."""
    countries = [
        (row["han"], row["english"].split("|")[0].title())
        for row in rows("exonyms")
        if row["source"] == "CLDR-territories" and row["han"][-1] not in "国洲"
    ]
    found = []
    for at, (han, english) in enumerate(countries):
        chinese, form = FORMS[at % len(FORMS)]
        found.append(
            Pair(han + chinese, form.format(english), "place", true=True, group="made/states")
        )
    return found
