"""The English model: the rulebook (TOML files in `rules/`) and the choice of language model."""
