"""An index says what its names were read with, so what reads them must be known."""

from importlib.metadata import PackageNotFoundError

import pytest

from namelink.errors import TableError
from namelink.readings import provenance


def test_a_package_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as this one, copied beside a program instead of installed."""

    def version(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(provenance, "version", version)
    with pytest.raises(TableError, match="namelink is used here without being installed"):
        provenance.digest_of_tables.__wrapped__()
