"""Characters: cleaning, folding, scripts, variants, and the cut of a text into atoms."""
