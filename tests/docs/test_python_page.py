"""The page on Python names every public name, every parameter and every field, and no others."""

import dataclasses
import inspect
import re

import pytest

import namelink
from tests.docs.pages import ROOT

TEXT = (ROOT / "docs" / "reference" / "python.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+).*?\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
PUBLIC = {name: getattr(namelink, name) for name in namelink.__all__}
CALLS = sorted(name for name, value in PUBLIC.items() if inspect.isfunction(value))
RECORDS = sorted(name for name, value in PUBLIC.items() if dataclasses.is_dataclass(value))


def first_cells(section: str) -> set[str]:
    """Names in backticks in the first column of the tables of a section."""
    cells = re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)", cell)}


@pytest.mark.parametrize("name", namelink.__all__)
def test_every_public_name_is_told(name: str) -> None:
    assert f"`{name}" in TEXT or f"## {name}" in TEXT


@pytest.mark.parametrize("name", CALLS)
def test_every_parameter_of_a_call_is_told(name: str) -> None:
    assert first_cells(SECTIONS[name]) == set(inspect.signature(PUBLIC[name]).parameters)


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_of_a_record_is_told(name: str) -> None:
    assert first_cells(SECTIONS[name]) == {each.name for each in dataclasses.fields(PUBLIC[name])}


@pytest.mark.parametrize("name", CALLS)
def test_defaults_of_a_call_are_told(name: str) -> None:
    """A default in the table is the one in the code."""
    told = dict(re.findall(r"^\| `(\w+)` \| `([^`]+)` \|", SECTIONS[name], re.MULTILINE))
    parameters = inspect.signature(PUBLIC[name]).parameters
    has = {
        each.name: repr(each.default)
        for each in parameters.values()
        if isinstance(each.default, bool | int | None)
    }
    assert {each: told.get(each) for each in has} == has


def test_errors_are_told_with_their_parents() -> None:
    shown = set(re.findall(r"^\| `(\w+)` \|", SECTIONS["Errors"], re.MULTILINE))
    assert shown == {name for name, value in PUBLIC.items() if isinstance(value, type)
                     and issubclass(value, namelink.NamelinkError)}  # fmt: skip
