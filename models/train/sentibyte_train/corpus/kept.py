"""Results that take minutes, kept on disk under the content of what they were made from.

The name of what is kept holds a hash of the data, the code and the settings behind it. A change of any of them is another
name, so nothing outlives what made it, whatever the clock says.
"""

import hashlib
import os
import pickle
from collections.abc import Callable, Iterable
from pathlib import Path

from sentibyte_train.paths import PACKAGE, WORK

HEX_DIGITS = 16


def code(*folders: str) -> list[Path]:
    """The modules in these folders of the package."""
    return [path for folder in folders for path in sorted((PACKAGE / folder).glob("*.py"))]


def digest(files: Iterable[Path], *settings: object) -> str:
    """A hash of each file's name and bytes, in the order of their names, and of the settings."""
    total = hashlib.sha256(repr(settings).encode())
    for path in sorted(files, key=lambda path: (path.parent.name, path.name)):
        total.update(f"{path.parent.name}/{path.name}:".encode())
        with path.open("rb") as stream:
            total.update(hashlib.file_digest(stream, "sha256").digest())
    return total.hexdigest()[:HEX_DIGITS]


def keep(name: str, make: Callable[[], object], files: Iterable[Path], *settings: object) -> Path:
    """A pickle of what `make` returns. Made unless it is there; those of the same name that it replaces are removed."""
    path = WORK / f"{name}.{digest(files, *settings)}.pickle"
    if not path.exists():
        WORK.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}.part")
        fresh.write_bytes(pickle.dumps(make()))
        fresh.rename(path)
        for other in WORK.glob(f"{name}.{'?' * HEX_DIGITS}.pickle"):
            if other != path:
                other.unlink(missing_ok=True)
    return path
