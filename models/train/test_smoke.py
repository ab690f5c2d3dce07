"""Every stage on a few hundred made-up lines, in under two minutes: python -m pytest models/train/test_smoke.py"""

import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from fake_quant import weight
from sources import SOURCES, UNLABELLED
from templates import generate

HERE = Path(__file__).parent
ROW_BITS = 4  # of nano
DEV = ("sst2_dev", "sst5_dev", "tweeteval_dev", "goemotions_dev", "cad_imdb_dev", "contrast_imdb_dev",
       "crowdflower_misc_hold")


def write_tsv(path: Path, rows) -> None:
    lines = ["label\tscore\tsource\ttext", *(f"{r.label}\t{r.score}\tmade-up\t{r.text}" for r in rows)]
    path.write_bytes(lzma.compress("\n".join(lines).encode() + b"\n"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("smoke")
    for part in ("data/train", "data/dev", "data/unlabelled", "work"):
        (root / part).mkdir(parents=True)
    rows = iter(generate(40 * (len(SOURCES) + len(UNLABELLED) + len(DEV)), 3))
    take = lambda: [next(rows) for _ in range(40)]
    for name in SOURCES:
        write_tsv(root / "data/train" / f"{name}.tsv.xz", take())
    for name in DEV:
        write_tsv(root / "data/dev" / f"{name}.tsv.xz", take())
    for name in UNLABELLED:
        text = "\n".join(row.text for row in take())
        (root / "data/unlabelled" / f"{name}.txt.xz").write_bytes(lzma.compress(text.encode()))
    return root


def stage(folder: Path, *words: str) -> subprocess.CompletedProcess:
    places = {"SENTIBYTE_DATA": folder / "data", "SENTIBYTE_WORK": folder / "work",
              "SENTIBYTE_LABELS": folder / "labels.xz"}
    return subprocess.run([sys.executable, *words], cwd=HERE, capture_output=True, text=True,
                          env={**os.environ, **{key: str(value) for key, value in places.items()}})


def test_every_stage_runs_and_leaves_a_blob(folder: Path) -> None:
    blob = folder / "nano.float.sbm"
    for words in (["teacher.py"], ["label.py"], ["teacher.py", "--seed", "2", "--learn-from-labels"],
                  ["teacher.py", "--seed", "3", "--specialize", "2", "--only", "sst_phrases"],
                  ["label.py", "--teacher", "3", "--keep", "0.5", "--only", "sst_phrases"],
                  ["vocabulary.py", "--size", "1200", "--name", "nano"],
                  ["student.py", "nano", "--epochs", "1", "--templates", "400"],
                  ["export.py", "nano", "--output", str(blob)]):
        done = stage(folder, *words)
        assert done.returncode == 0, f"{words[0]}: {done.stderr}"
    assert blob.read_bytes()[4:8] == b"SBM1"


def test_training_goes_on_from_a_blob_in_two_processes(folder: Path) -> None:
    blob = folder / "nano.float.sbm"
    (folder / "work" / "nano.ckpt").rename(folder / "work" / "nano.first")
    for words in (["vocabulary.py", "--of", str(blob), "--name", "nano"],
                  ["student.py", "nano", "--epochs", "1", "--templates", "400", "--start", str(blob),
                   "--keep", "0.3", "--processes", "2"]):
        done = stage(folder, *words)
        assert done.returncode == 0, f"{words[0]}: {done.stderr}"
    assert "steps of 2" in done.stdout and "nano int8" in done.stdout


def test_polishing_brings_the_weights_to_rest_where_the_blob_rounds_them(folder: Path) -> None:
    def farthest() -> float:
        rows = torch.load(folder / "work" / "nano.pt")["tensors.pieces"]
        return ((rows - weight(rows, ROW_BITS)).abs().amax(1) / rows.abs().amax(1)).mean().item()

    before = farthest()
    done = stage(folder, "student.py", "nano", "--polish", "200", "--templates", "400")
    assert done.returncode == 0, done.stderr
    assert farthest() < before / 2


def test_a_finished_stage_goes_on_from_its_checkpoint(folder: Path) -> None:
    done = stage(folder, "student.py", "nano", "--epochs", "1", "--templates", "400")
    assert done.returncode == 0 and "going on from step" in done.stdout


def test_a_damaged_file_is_named_with_its_line_before_any_training(folder: Path) -> None:
    victim = folder / "data/train" / "si650.tsv.xz"
    whole = victim.read_bytes()
    try:
        victim.write_bytes(lzma.compress(b"label\tscore\tsource\ttext\n2\t0.5\tx\tfine\n7\t\tx\twrong\n"))
        done = stage(folder, "teacher.py", "--seed", "9")
        assert done.returncode == 2 and "si650.tsv.xz:3: label '7'" in done.stderr
    finally:
        victim.write_bytes(whole)


def test_a_missing_file_is_named(folder: Path) -> None:
    victim = folder / "data/train" / "uber12k.tsv.xz"
    moved = victim.rename(victim.with_suffix(".away"))
    try:
        done = stage(folder, "teacher.py", "--seed", "9")
        assert done.returncode == 2 and "uber12k.tsv.xz: no such file" in done.stderr
    finally:
        moved.rename(victim)
