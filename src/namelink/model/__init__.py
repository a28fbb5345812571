"""Frozen values that the stages hand to each other.

Nothing here computes a result: a stage makes a value, the next one reads it. The array types used
by scoring live in `namelink.model.batch`, the only module of this room that loads numpy.
"""
