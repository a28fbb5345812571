"""Settings that hold for every test.

Laws are tried on the same examples every time, so that a red run is red again on the next machine.
`pytest --hypothesis-profile=explore` tries new ones, and more of them.
"""

from hypothesis import settings

# No deadline: the machines that run the tests share their cores, and the tests that bound time
# measure it themselves. No database: what one run found does not steer the next.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=1_000, deadline=None)
settings.load_profile("repeatable")
