"""From correspondences to a score: which hold together, what they weigh, what is left over.

``bits = prior + sum of weights`` and ``score = calibration(bits)``; nothing else moves a score.
"""
