"""Stages 5 and 6: distils a student, then goes on with the kernels' arithmetic (QAT). Resumable.

    python models/train/student.py small --start ../small.float.sbm --keep 0.3 --processes 2

The first part of the steps runs in float; then activation ranges are calibrated and the rest runs with quantized weights
and activations, whose ranges go on learning. What is kept is the running average of the weights.
"""

import argparse
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

import side_by_side
from batching import batches
from data import WORK, DataError, fail_cleanly
from device import DEVICE, half
from families import PLANS, Plan
from judge import figures, outputs_of
from lessons import Lessons, prepare
from network import Network
from progress import Progress
from sbm_reader import read_float_model
from side_by_side import Place
from teacher import encoder
from teacher_model import Teacher, cosine, weights_folder
from tokenizer import Tokenizer

FLOAT_PART = 0.65  # of the steps, before quantization sets in
CALIBRATION_STEPS = 100
# At the end of polishing, of the way to its rounded self that a weight goes every fifth step. Weights that gradients push to
# and fro over a rounding border come to rest, and the float model says what the int8 one says.
SETTLE = 0.1
TEMPLATES = 180_000
LONGEST_LESSON = 256  # pieces; longer texts are learned by windows


@dataclass(frozen=True)
class Course:
    """How one student is trained: the plan of families.py with what the command line says."""

    name: str
    seed: int
    epochs: float
    rate: float
    lessons: Path
    start: Path | None  # a float blob to go on from
    keep: float  # of the weights gone on from, mixed into those at the end
    polish: int | None  # so many steps on NAME.pt, quantized from the first

    @property
    def plan(self) -> Plan:
        return PLANS[self.name]

    @property
    def checkpoint(self) -> Path:
        return WORK / f"{self.name}{'.polish' if self.polish else ''}.ckpt"


def start_from_teacher(net: Network, tokenizer: Tokenizer) -> None:
    """Each piece's embedding from the teacher's, reduced to the student's width by PCA over the pieces."""
    teacher = Teacher()
    teacher.load_pretrained(weights_folder())
    words, wordpieces = teacher.words.weight.detach(), encoder()
    rows = []
    for piece in tokenizer.pieces:
        name = piece
        if len(piece) == 1 and ord(piece) > 0x2000:
            name = unicodedata.name(piece, "symbol").lower()
        direct = wordpieces.token_to_id(piece)
        ids = [direct] if direct is not None else wordpieces.encode(name, add_special_tokens=False).ids
        rows.append(words[ids].mean(0) if ids else torch.zeros(words.shape[1]))
    table = torch.stack(rows)
    table = table - table.mean(0)
    width = net.tensors["pieces"].shape[1]
    _, _, basis = torch.linalg.svd(table, full_matrices=False)
    small = table @ basis[:width].T
    net.tensors["pieces"].data.copy_(small / small.std() * 0.1)


def start_from_blob(net: Network, tokenizer: Tokenizer, path: Path) -> None:
    blob = read_float_model(path)
    if blob.tokenizer.pieces != tokenizer.pieces:
        raise DataError(f"{path.name}: other pieces than the vocabulary's; vocabulary.py --of {path.name} takes them")
    shapes = {name: tuple(array.shape) for name, array in blob.tensors.items()}
    if shapes != {name: tuple(tensor.shape) for name, tensor in net.tensors.items()}:
        raise DataError(f"{path.name}: tensors of other shapes than the plan's")
    for name, array in blob.tensors.items():
        net.tensors[name].data.copy_(torch.from_numpy(array))
    for name, span in blob.ranges.items():
        net.ranges[name].data.copy_(torch.tensor(span))


def begin(course: Course) -> tuple[Network, Tokenizer]:
    tokenizer = Tokenizer.load(WORK / f"{course.plan.vocabulary}.vocab.json")
    net = course.plan.build(len(tokenizer.pieces))
    if course.polish:
        net.load_state_dict(torch.load(WORK / f"{course.name}.pt", map_location="cpu"))
    elif course.start:
        start_from_blob(net, tokenizer, course.start)
    else:
        start_from_teacher(net, tokenizer)
    return net.to(DEVICE), tokenizer


def timetable(course: Course, lessons: Lessons, rng: np.random.Generator) -> list[np.ndarray]:
    """The batches of all epochs, in order."""
    order: list[np.ndarray] = []
    left = course.epochs
    while left > 0:
        chosen = lessons.draw(course.plan.share * min(1.0, left), course.plan.documents, rng)
        order += [chosen[b] for b in batches(lessons.lengths[chosen], rng)]
        left -= 1
    return order


def optimizer_of(net: Network, rate: float) -> torch.optim.Optimizer:
    rows = ("pieces", "positions", "grams")
    matrices = [p for key, p in net.tensors.items() if p.dim() > 1 and key not in rows]
    others = [p for key, p in net.tensors.items() if p.dim() == 1 or key in rows]
    return torch.optim.AdamW([{"params": matrices, "weight_decay": 0.02},
                              {"params": [*others, *net.ranges.parameters()], "weight_decay": 0.0}],
                             lr=rate, betas=(0.9, 0.98))


def train(place: Place, course: Course) -> None:
    torch.manual_seed(course.seed)
    net, tokenizer = begin(course)
    place.agree(net)
    began = {key: value.detach().clone() for key, value in net.state_dict().items()}
    lessons = Lessons(course.lessons, min(net.longest, LONGEST_LESSON))
    order = timetable(course, lessons, np.random.default_rng(course.seed))
    steps = course.polish or len(order) // place.count
    switch = 0 if course.polish else int(steps * FLOAT_PART)
    torch.manual_seed(course.seed * place.count + place.number)  # from here on each draws its own
    rng = np.random.default_rng([course.seed, place.number])
    if place.first:
        print(f"{course.name}: {len(lessons.ids)} texts, {sum(p.numel() for p in net.parameters()) / 1e6:.2f} M weights, "
              f"{steps} steps of {place.count}", flush=True)

    optimizer = optimizer_of(net, course.rate)
    progress = Progress(net, optimizer, course.checkpoint)
    started, shown = time.time(), 0.0
    for step in range(progress.step, steps):
        net.train()
        net.calibrating = switch - CALIBRATION_STEPS <= step < switch
        net.quantized = step >= switch
        for group in optimizer.param_groups:
            group["lr"] = course.rate * cosine(step, steps, 200)
        batch = order[(step * place.count + place.number) % len(order)]
        block = lessons.block(batch, rng)
        with half():
            logits, score = net((block - 1).clamp(min=0), block > 0)
        loss = lessons.loss(torch.from_numpy(batch).to(DEVICE), logits, score)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        place.average_gradients(net)
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        if course.polish and step % 5 == 4:
            net.settle(SETTLE * step / steps)
        if step == switch - 1:
            place.agree(net)  # each has calibrated on texts of its own
        if not place.first:
            continue
        shown = 0.98 * shown + 0.02 * loss.item()
        if step % 5 == 4:
            progress.blend(0.02 if step > switch + 500 or step < switch else 0.1)
        if step % 200 == 199:
            print(f"step {step + 1}/{steps} loss {shown:.3f} {time.time() - started:.0f} s", flush=True)
        if step == switch - 1:
            # The ranges are averages already; averaged again they would lag behind their calibration.
            progress.restart("ranges.")
            torch.save(progress.average, WORK / f"{course.name}.float.pt")
            report(net, progress.average, tokenizer, f"{course.name} before quantization", False)
        if step % 1000 == 999 or step == steps - 1:
            progress.save(step + 1)
    if place.first:
        # Between two networks of one descent lies one that has learned less by heart (EXPERIMENTS.md, row 20).
        average = {key: value.lerp(began[key], course.keep) for key, value in progress.average.items()}
        torch.save(average, WORK / f"{course.name}.pt")
        for quantized in (True, False):
            report(net, average, tokenizer, f"{course.name} {'int8' if quantized else 'float'}", quantized)


def trained(name: str, weights: str | None = None) -> tuple[Network, Tokenizer]:
    """A student as training left it, or with another file of weights."""
    plan = PLANS[name]
    tokenizer = Tokenizer.load(WORK / f"{plan.vocabulary}.vocab.json")
    net = plan.build(len(tokenizer.pieces)).to(DEVICE)
    net.load_state_dict(torch.load(weights or WORK / f"{name}.pt", map_location=DEVICE))
    return net, tokenizer


def report(net: Network, average: dict, tokenizer: Tokenizer, title: str, quantized: bool) -> None:
    held = {key: value.clone() for key, value in net.state_dict().items()}
    net.load_state_dict(average)
    net.quantized, net.calibrating = quantized, False
    print(title, figures(lambda texts: outputs_of(net, tokenizer, texts)), flush=True)
    net.load_state_dict(held)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("name", choices=PLANS)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--epochs", type=float, help="instead of the plan's")
    options.add_argument("--start", type=Path, metavar="BLOB", help="go on from a float blob of the same shapes")
    options.add_argument("--keep", type=float, default=0.0, metavar="SHARE",
                         help="of the blob's weights, mixed into the trained ones at the end")
    options.add_argument("--polish", type=int, metavar="STEPS", help="go on from NAME.pt with quantization and at "
                         "a tenth of the rate, until the weights rest where they are rounded to")
    options.add_argument("--templates", type=int, default=TEMPLATES, help="made-up sentences to learn from")
    options.add_argument("--processes", type=int, default=1, help="share every step between so many, a core each")
    chosen = options.parse_args()
    if chosen.keep and not chosen.start:
        options.error("--keep needs --start")
    plan = PLANS[chosen.name]
    side_by_side.run(train, chosen.processes, Course(
        chosen.name, chosen.seed, chosen.epochs or plan.epochs, plan.rate / (10 if chosen.polish else 1),
        prepare(plan.vocabulary, chosen.templates), chosen.start, chosen.keep, chosen.polish))


if __name__ == "__main__":
    fail_cleanly(main)
