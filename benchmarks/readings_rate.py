"""How fast characters are read as syllables, beside `pypinyin.lazy_pinyin`, and how often alike.

python -m benchmarks.readings_rate [--size 20000] [--turns 5] [--json]

Two ways of the library: ``characters``, each by its usual reading, as names are found and weighed
by sound; and ``words``, cut by frequency and read by the word, as names of bodies are spelled.
Names are made, half of people and half of organizations. All run in one process, in turns, after
a round that reads the tables; medians of the processor's time. Agreement is told by the name.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence

from benchmarks.synthetic_names import synthetic_pairs

Way = Callable[[str], list[str]]


def names(size: int, seed: int) -> dict[str, list[str]]:
    """Chinese names of people and of organizations."""
    from tools.made_people import make

    people = make(size // 2, random.Random(seed))
    bodies = synthetic_pairs(size // 2, seed=seed, organizations=1.0)
    return {
        "people": [person.han for person in people],
        "organizations": [body.chinese for body in bodies],
    }


def ways() -> dict[str, Way]:
    """What reads a name as syllables, by name; the last is what the others are held against."""
    from pypinyin import lazy_pinyin

    from namelink.readings.engines import cut_words, phrase_reading, pinyin_readings

    def characters(name: str) -> list[str]:
        return [said[0][0] if (said := pinyin_readings(char)) else char for char in name]

    def words(name: str) -> list[str]:
        return [
            said for word in cut_words(name) for said in phrase_reading(word) or characters(word)
        ]

    return {"characters": characters, "words": words, "lazy_pinyin": lazy_pinyin}


def measure(
    given: Mapping[str, Sequence[str]], turns: int
) -> dict[str, dict[str, dict[str, float]]]:
    """Microseconds a name and share of names read as `lazy_pinyin` does, by kind and way."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    every = ways()
    for kind, own in given.items():
        answers = {way: [read(name) for name in own] for way, read in every.items()}
        took: dict[str, list[float]] = {way: [] for way in every}
        for _ in range(turns):
            for way, read in every.items():
                started = time.process_time()
                for name in own:
                    read(name)
                took[way].append((time.process_time() - started) / len(own) * 1e6)
        plain = answers["lazy_pinyin"]
        found[kind] = {
            way: {
                "microseconds": statistics.median(took[way]),
                "alike": sum(map(list.__eq__, answers[way], plain)) / len(own),
            }
            for way in every
        }
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--size", type=int, default=20_000, help="names")
    parser.add_argument("--seed", type=int, default=20, help="seed of the names")
    parser.add_argument("--turns", type=int, default=5, help="rounds of each way")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    found = measure(names(options.size, options.seed), options.turns)
    if options.json:
        print(json.dumps({"benchmark": "readings_rate", "size": options.size, "found": found}))
        return
    print(f"{options.size:,} names, medians of {options.turns} rounds")
    for kind, own in found.items():
        plain = own["lazy_pinyin"]["microseconds"]
        for way, told in own.items():
            ratio = plain / told["microseconds"]
            print(
                f"{kind:14} {way:12} {told['microseconds']:7.1f} µs {ratio:6.1f} x  "
                f"{told['alike']:.4f} alike"
            )


if __name__ == "__main__":
    main()
