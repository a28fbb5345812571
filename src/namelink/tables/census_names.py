"""How common name parts of Latin letters are, by the census of the United States.

>>> census_shares()["theresa"] > census_shares()["strickland"] > 2.0**-17
True
"""

from functools import cache

from namelink.tables.loader import columns_and_lines


@cache
def census_shares() -> dict[str, float]:
    """Share of name parts, given names and surnames, that are each of some 23,000 names.

    Returns:
        Shares by name in letters a to z; together a little less than one.
    """
    return {
        name: 2.0 ** (-int(half_bits) / 2)
        for half_bits, names in columns_and_lines("census_names")[1]
        for name in names.split()
    }
