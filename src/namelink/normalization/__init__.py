"""From a raw string to a `Name`: cleaned, its kind guessed, taken apart into parts with roles."""
