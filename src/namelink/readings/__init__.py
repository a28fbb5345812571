"""How a piece of a name may be written on the other side: one module a channel, all of one shape.

A channel is a class with a ``channel`` attribute and a method ``cells(batch)`` that returns the
correspondences it sees between left spans and right units of the batch's pairs, each with its
bits; ``note(left, right, detail)`` tells one of them in words. Channels do not decide: they
propose, and scoring takes the set that explains both names best.
"""
