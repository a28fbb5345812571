"""Running text to bilingual mentions: who or what a text names in both languages.

The steps, in order: find the places where a gloss may stand (`sites`, `asides`), list for each the
ways to bound its names (`english`, `chinese`), score all of them in one batch with the scorer that
is handed in, choose (`choice`). What the signs are and what each weighs is in `words` and
`weights`.
"""
