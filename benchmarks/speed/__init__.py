"""Speed of the parts of namelink, beside what one would otherwise use."""
