"""Made people: spelled as their romanization spells, disordered only where told."""

import random

from hypothesis import given
from hypothesis import strategies as st

from namelink.readings.spelled import shares
from tools import made_people


@given(st.integers(0, 500))
def test_each_syllable_is_one_that_its_character_has(seed: int) -> None:
    for person in made_people.make(3, random.Random(seed)):
        assert person.way in made_people.WAYS
        assert len(person.tail) == len(person.given)
        for char, syllable in zip(person.given, person.tail, strict=True):
            assert syllable in shares(char, "", person.way[1])


@given(st.integers(0, 500))
def test_what_is_written_holds_the_surname_and_all_or_the_initials(seed: int) -> None:
    chance = random.Random(seed)
    for person in made_people.make(3, chance):
        text = made_people.written(person, chance).lower()
        assert person.head.lower() in text
        solid = text.replace("-", "").replace(" ", "")
        assert "".join(person.tail) in solid or "." in text


def test_disordered_names_keep_the_syllables() -> None:
    for person in made_people.make(200, random.Random(1)):
        text = made_people.disordered(person)
        if text is not None:
            words = sorted(text.lower().replace("-", " ").split())
            assert words == sorted([person.head, *person.tail])
