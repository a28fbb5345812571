"""Regression on pairs and on lists of rivals, some of which no name explains; monotone curves."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.floating]
Positions = npt.NDArray[np.int32]

# Share of true pairs that no reading of the names explains.
UNEXPLAINED = 0.15
# False pairs in a list of names beside the true one.
RIVALS = 12


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Names with their rivals: the true pair of a left name comes first in its list.

    Attributes:
        x: features of the pairs, shape (pairs, features); zero where another profile scores one.
        given: bits of the pairs that another profile scores, else 0.
        begin: first pair of each list.
        weight: how much each list counts.
    """

    x: Numbers
    given: Numbers
    begin: Positions
    weight: Numbers

    def shares(self, theta: Numbers) -> Numbers:
        """Softmax of the bits inside each list."""
        z: Numbers = (self.x @ theta + self.given) * math.log(2)
        size = np.diff(np.append(self.begin, len(z)))
        z = z - np.repeat(np.maximum.reduceat(z, self.begin), size)
        e = np.exp(z)
        shares: Numbers = e / np.repeat(np.add.reduceat(e, self.begin), size)
        return shares

    def loss(self, theta: Numbers) -> float:
        """Weighted log loss of the true pairs."""
        return float(
            -(self.weight * np.log(np.maximum(self.shares(theta)[self.begin], 1e-30))).sum()
        )

    def slope(self, theta: Numbers) -> tuple[Numbers, Numbers]:
        """Gradient and Hessian of the loss."""
        ln2 = math.log(2)
        p = self.shares(theta)
        size = np.diff(np.append(self.begin, len(p)))
        w = np.repeat(self.weight, size)
        mean = np.add.reduceat(self.x * p[:, None], self.begin, axis=0)
        grad = ln2 * (self.weight[:, None] * (mean - self.x[self.begin])).sum(axis=0)
        hess = ln2**2 * (
            (self.x * (w * p)[:, None]).T @ self.x - (mean * self.weight[:, None]).T @ mean
        )
        return grad, hess


def logistic(
    x: Numbers,
    y: Numbers,
    w: Numbers,
    start: Numbers,
    pull: Numbers,
    lists: Lists | None = None,
) -> tuple[Numbers, float]:
    """Weights in bits that minimize log loss plus a pull toward the starting values.

    Damped Newton steps: each is halved until the loss falls.
    """
    x = np.hstack([x, np.ones((len(x), 1))]).astype(np.float64)
    anchor, pull = np.append(start, 0.0), np.append(pull, 1.0)
    sign = np.where(y > 0, 1.0, -1.0)
    ln2 = math.log(2)

    def loss(theta: Numbers) -> float:
        margin = sign * (x @ theta) * ln2
        total = float((w * np.logaddexp(0, -margin)).sum() + 0.5 * pull @ (theta - anchor) ** 2)
        return total + (lists.loss(theta[:-1]) if lists else 0.0)

    theta: Numbers = anchor.copy()
    current = loss(theta)
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ theta * ln2, -500, 500)))
        grad = ln2 * (x.T @ (w * (p - y))) + pull * (theta - anchor)
        curve = w * np.maximum(p * (1 - p), 1e-6)
        hess = ln2**2 * (x * curve[:, None]).T @ x + np.diag(pull)
        if lists:
            first, second = lists.slope(theta[:-1])
            grad[:-1] += first
            hess[:-1, :-1] += second
        step = np.linalg.solve(hess, grad)
        size = 1.0
        while size > 1e-6 and loss(theta - size * step) > current:
            size /= 2
        theta = theta - size * step
        before, current = current, loss(theta)
        if before - current < 1e-6 * before:
            break
    return theta[:-1], float(theta[-1])


def robust(
    x: Numbers, y: Numbers, w: Numbers, start: Numbers, lists: Lists | None = None
) -> tuple[Numbers, float]:
    """Logistic regression in which a share of the true pairs is not to be had from names.

    友邦 is AIG, and nothing in the names says so. Such pairs would teach that leftovers are
    harmless; each true pair therefore counts by the probability that it is one of the others.
    """
    pull = np.full(len(start), 3.0)
    theta, intercept = start, 0.0
    for _ in range(3):
        z = np.clip((x @ theta + intercept) * math.log(2), -500, 500)
        p = (1 - UNEXPLAINED) / (1 + np.exp(-z))
        counted = np.where(y > 0, p / (p + UNEXPLAINED), 1.0)
        own = lists
        if lists:
            first = (1 - UNEXPLAINED) * lists.shares(theta)[lists.begin]
            own = replace(lists, weight=lists.weight * first / (first + UNEXPLAINED / RIVALS))
        theta, intercept = logistic(x, y, w * counted, start, pull, own)
    return theta, intercept


def isotonic(bits: Numbers, y: Numbers, w: Numbers) -> list[tuple[float, float]]:
    """Knots of a monotone curve from bits to log odds: pooled adjacent violators over bins."""
    order = np.argsort(bits, kind="stable")
    bins = np.array_split(order, max(4, min(24, len(order) // 60)))
    blocks: list[list[float]] = []
    for part in bins:
        if len(part):
            weight = w[part].sum()
            blocks.append(
                [
                    float((bits[part] * w[part]).sum()),
                    float((y[part] * w[part]).sum()),
                    float(weight),
                ]
            )
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    knots = []
    for sum_bits, sum_true, weight in blocks:
        share = (sum_true + 0.5) / (weight + 1.0)
        knots.append((sum_bits / weight, math.log2(share / (1 - share))))
    # Smoothing by the weight of a block can undo the order of two blocks that are nearly pure.
    heights = np.maximum.accumulate([height for _, height in knots])
    return [(place, float(height)) for (place, _), height in zip(knots, heights, strict=True)]
