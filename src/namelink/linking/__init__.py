"""From scored candidates to links: ranks, margins, confidence, one-to-one assignment."""
