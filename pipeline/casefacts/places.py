"""Places that hold files: paths, and addresses (`s3://bucket/news`, `gs://…`) by the file systems of pyarrow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Self

_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]+):/+(.*)")  # a `Path` of an address has lost one of its slashes


@dataclass(frozen=True)
class Place:
    """A file or a folder: its path within a file system of pyarrow."""

    system: Any
    path: str

    @classmethod
    def of(cls, path: Path) -> Self:
        """The place that a path or an address names. Raises OSError and ValueError."""
        from pyarrow import fs

        if found := _ADDRESS.fullmatch(str(path)):
            scheme, rest = found.groups()
            return cls(*fs.FileSystem.from_uri(f"{scheme}:///{rest}" if scheme == "file" else f"{scheme}://{rest}"))
        return cls(fs.LocalFileSystem(), str(path.absolute()))

    def __truediv__(self, name: str) -> Place:
        return Place(self.system, f"{self.path.rstrip('/')}/{name}")

    def files(self) -> list[tuple[str, Place]]:
        """The files below a folder that are not hidden, by their paths relative to it; or the file itself."""
        from pyarrow import fs

        if self.system.get_file_info(self.path).type == fs.FileType.File:
            return [(PurePosixPath(self.path).name, self)]
        found = self.system.get_file_info(fs.FileSelector(self.path, recursive=True))
        names = {str(PurePosixPath(file.path).relative_to(self.path)): file.path for file in found if file.is_file}
        shown = [name for name in names if not any(part.startswith(".") for part in name.split("/"))]
        return [(name, Place(self.system, names[name])) for name in sorted(shown)]

    def read(self) -> bytes:
        """What the file holds. Raises OSError."""
        with self.system.open_input_stream(self.path, compression=None) as file:
            content: bytes = file.read()
        return content

    def write(self, content: bytes) -> None:
        """Write the file, in its folder, which is made if need be. Raises OSError."""
        self.system.create_dir(str(PurePosixPath(self.path).parent), recursive=True)
        with self.system.open_output_stream(self.path, compression=None) as file:
            file.write(content)

    def exists(self) -> bool:
        from pyarrow import fs

        return bool(self.system.get_file_info(self.path).type != fs.FileType.NotFound)

    def make(self) -> None:
        """Make the folder, if need be. Raises OSError."""
        self.system.create_dir(self.path, recursive=True)

    def remove(self) -> None:
        """Take away the file or folder, which need not exist. Raises OSError."""
        from pyarrow import fs

        kind = self.system.get_file_info(self.path).type
        if kind == fs.FileType.File:
            self.system.delete_file(self.path)
        elif kind == fs.FileType.Directory:
            self.system.delete_dir(self.path)


def is_address(path: Path) -> bool:
    """Whether a path was given as an address."""
    return bool(_ADDRESS.fullmatch(str(path)))
