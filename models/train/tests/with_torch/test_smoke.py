"""Every stage on a few hundred made-up lines and with a tiny teacher of random weights, in under two minutes."""

import lzma
import os
import subprocess
import sys
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
tokenizers = pytest.importorskip("tokenizers")

from safetensors.torch import save_file  # noqa: E402

from sentibyte_train.corpus.sources import SOURCES, UNLABELLED  # noqa: E402
from sentibyte_train.networks.fake_quant import weight  # noqa: E402
from sentibyte_train.networks.teacher import Teacher  # noqa: E402
from sentibyte_train.paths import TRAIN  # noqa: E402
from sentibyte_train.pretrained import NAME  # noqa: E402
from sentibyte_train.templates.generator import generate  # noqa: E402

ROW_BITS = 4  # of nano
DEV = ("sst2_dev", "sst5_dev", "tweeteval_dev", "goemotions_dev", "cad_imdb_dev", "contrast_imdb_dev",
       "crowdflower_misc_hold", "womens_clothing_hold", "zomato10k_hold")
WIDTH, INNER, HEADS, BLOCKS, POSITIONS = 48, 64, 4, 3, 300
EACH = 40  # rows of a file
STUDENT = ("student", "nano", "--epochs", "1", "--templates", "400")


def write_tsv(path: Path, rows) -> None:
    lines = ["label\tscore\tsource\ttext", *(f"{r.label}\t{r.score}\tmade-up\t{r.text}" for r in rows)]
    path.write_bytes(lzma.compress("\n".join(lines).encode() + b"\n"))


def write_pretrained(folder: Path) -> None:
    """A network of the published one's class and names, tiny and random, with letters for WordPieces."""
    folder.mkdir(parents=True)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "the", "was", "film", *letters, *("##" + sign for sign in letters)]
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordPiece({piece: number for number, piece in enumerate(pieces)},
                                                                 unk_token="<unk>"))
    tokenizer.normalizer = tokenizers.normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = tokenizers.processors.RobertaProcessing(("</s>", 2), ("<s>", 0))
    tokenizer.save(str(folder / "tokenizer.json"))

    shapes = {"embeddings.word_embeddings.weight": (len(pieces), WIDTH), "encoder.relative_attention_bias.weight": (32, HEADS),
              "embeddings.position_embeddings.weight": (POSITIONS, WIDTH)}
    inside = [f"encoder.layer.{number}.{part}" for number in range(BLOCKS) for part in ("attention", "output")]
    for name in ("embeddings", *inside):
        shapes |= {f"{name}.LayerNorm.weight": (WIDTH,), f"{name}.LayerNorm.bias": (WIDTH,)}
    for number in range(BLOCKS):
        layer = f"encoder.layer.{number}"
        sizes = {**{f"attention.attn.{one}": (WIDTH, WIDTH) for one in "qkvo"}, "intermediate.dense": (INNER, WIDTH),
                 "output.dense": (WIDTH, INNER)}
        for name, size in sizes.items():
            shapes |= {f"{layer}.{name}.weight": size, f"{layer}.{name}.bias": size[:1]}
    torch.manual_seed(1)
    save_file({name: torch.randn(shape) * 0.1 + ("LayerNorm.weight" in name) for name, shape in shapes.items()},
              folder / "model.safetensors")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("smoke")
    for part in ("data/train", "data/dev", "data/unlabelled"):
        (root / part).mkdir(parents=True)
    write_pretrained(root / "work" / NAME)
    rows = iter(generate(EACH * (len(SOURCES) + len(UNLABELLED) + len(DEV)), 3))

    def some() -> list:
        return [next(rows) for _ in range(EACH)]

    for name in SOURCES:
        write_tsv(root / "data/train" / f"{name}.tsv.xz", some())
    for name in DEV:
        write_tsv(root / "data/dev" / f"{name}.tsv.xz", some())
    for name in UNLABELLED:
        text = "\n".join(row.text for row in some())
        (root / "data/unlabelled" / f"{name}.txt.xz").write_bytes(lzma.compress(text.encode()))
    return root


def stage(folder: Path, command: str, *words: str) -> subprocess.CompletedProcess:
    places = {"SENTIBYTE_DATA": folder / "data", "SENTIBYTE_WORK": folder / "work", "SENTIBYTE_LABELS": folder / "labels.xz"}
    return subprocess.run([sys.executable, "-m", f"sentibyte_train.commands.{command}", *words], cwd=TRAIN,
                          capture_output=True, text=True, check=False,
                          env={**os.environ, "OMP_NUM_THREADS": "1", **{key: str(value) for key, value in places.items()}})


def run(folder: Path, *stages: tuple[str, ...]) -> str:
    for words in stages:
        done = stage(folder, *words)
        assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def test_every_stage_runs_and_leaves_a_blob(folder: Path) -> None:
    blob = folder / "nano.float.sbm"
    run(folder, ("teacher", "tweets", "--name", "low", "--frozen", "2", "--most", "20000"),
        ("teacher", "everyday", "--start", "low", "--frozen", "0", "--most", "20000"),
        ("label", "--teacher", "low", "everyday"),
        ("label", "--teacher", "everyday", "--keep", "0.5", "--only", "sst_phrases", "--skip", "2"),
        ("vocabulary", "--size", "1200", "--name", "nano"), STUDENT,
        ("export", "nano", "--output", str(blob)))
    assert blob.read_bytes()[4:8] == b"SBM1"


def test_freezing_leaves_the_lower_part_and_moves_the_upper(folder: Path) -> None:
    published = Teacher.pretrained(folder / "work" / NAME).state_dict()
    low = torch.load(folder / "work" / "teacher-low.pt")
    lower = {name for name in published if name.startswith(("words", "places", "near", "norm", "blocks.0", "blocks.1"))}
    same = {name for name, value in published.items() if torch.equal(value.bfloat16().float(), low[name])}
    assert lower == same
    after = torch.load(folder / "work" / "teacher-everyday.pt")
    assert not {name for name, value in low.items() if name.endswith("weight") and torch.equal(value, after[name])}


def test_training_goes_on_from_a_blob_in_two_processes(folder: Path) -> None:
    blob = folder / "nano.float.sbm"
    (folder / "work" / "nano.ckpt").rename(folder / "work" / "nano.first")
    said = run(folder, ("vocabulary", "--of", str(blob), "--name", "nano"),
               (*STUDENT, "--start", str(blob), "--keep", "0.3", "--processes", "2"))
    assert "steps of 2" in said
    assert "nano int8" in said


def test_a_finished_stage_goes_on_from_its_checkpoint(folder: Path) -> None:
    said = run(folder, (*STUDENT, "--start", str(folder / "nano.float.sbm"), "--keep", "0.3", "--processes", "2"))
    assert "going on from step" in said


def test_a_checkpoint_of_another_training_is_refused(folder: Path) -> None:
    done = stage(folder, *STUDENT, "--seed", "2")
    assert done.returncode == 2
    assert "nano.ckpt: of another training" in done.stderr


def test_polishing_brings_the_weights_to_rest_where_the_blob_rounds_them(folder: Path) -> None:
    def farthest() -> float:
        rows = torch.load(folder / "work" / "nano.pt")["tensors.pieces"]
        return ((rows - weight(rows, ROW_BITS)).abs().amax(1) / rows.abs().amax(1)).mean().item()

    before = farthest()
    run(folder, ("student", "nano", "--polish", "200", "--templates", "400"))
    assert farthest() < before / 2


def test_a_damaged_file_is_named_with_its_line_before_any_training(folder: Path) -> None:
    victim = folder / "data/train" / "si650.tsv.xz"
    whole = victim.read_bytes()
    try:
        victim.write_bytes(lzma.compress(b"label\tscore\tsource\ttext\n2\t0.5\tx\tfine\n7\t\tx\twrong\n"))
        done = stage(folder, "teacher", "everyday", "--name", "other")
        assert done.returncode == 2
        assert "si650.tsv.xz:3: label '7'" in done.stderr
    finally:
        victim.write_bytes(whole)


def test_missing_things_are_named(folder: Path) -> None:
    victim = folder / "data/train" / "uber12k.tsv.xz"
    moved = victim.rename(victim.with_suffix(".away"))
    try:
        done = stage(folder, "teacher", "everyday", "--name", "other")
        assert done.returncode == 2
        assert "uber12k.tsv.xz: no such file" in done.stderr
    finally:
        moved.rename(victim)
    done = stage(folder, "label", "--teacher", "nobody")
    assert done.returncode == 2
    assert "teacher-nobody.pt: there is no such teacher" in done.stderr
