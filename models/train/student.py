"""Stages 5 and 6: distils a student, then goes on with the kernels' arithmetic (QAT). Resumable.

    python models/train/student.py small

The first part of the steps runs in float; then activation ranges are calibrated and the rest runs with quantized weights
and activations, whose ranges go on learning. What is kept is the running average of the weights.
"""

import argparse
import pickle
import time
import unicodedata
from dataclasses import replace

import numpy as np
import torch
import torch.nn.functional as F

from corpus import KEY_SHIFT, corpus, key_of
from data import DATA, LABELS, WORK, fail_cleanly, natural, read_rows
from device import DEVICE, half
from families import PLANS, Plan
from label import soft_labels
from network import Network
from sources import SOURCES
from teacher import batches, encoder, pad
from teacher_model import Teacher, cosine, weights_folder
from templates import generate
from tokenizer import Tokenizer

TOKENS_PER_BATCH = 4096
FLOAT_PART = 0.65  # of the steps, before quantization sets in
TEMPLATES = 120_000
DOCUMENTS_PER_EPOCH = 14_000
TEMPERATURE = 2.0
LONGEST_LESSON = 256  # pieces; longer texts are learned by windows


class Lessons:
    """Every training text as ids, with the teacher's word on it and its own label, column by column."""

    def __init__(self, vocabulary: str, longest: int, templates: int) -> None:
        self.longest = longest
        kept = WORK / f"{vocabulary}.lessons"
        sources = (WORK / f"{vocabulary}.vocab.json", LABELS)
        if not kept.exists() or any(kept.stat().st_mtime < path.stat().st_mtime for path in sources):
            kept.write_bytes(pickle.dumps(read_lessons(Tokenizer.load(sources[0]), templates)))
        self.ids, soft, columns = pickle.loads(kept.read_bytes())
        self.lengths = np.array([min(len(i), longest) for i in self.ids])
        place, label, weight, binary, graded, graded_weight, document = map(np.array, zip(*columns))
        self.document = document.astype(bool)
        self.soft = torch.from_numpy(soft[np.maximum(place, 0)]).to(DEVICE)
        self.has_soft = torch.from_numpy(place >= 0).to(DEVICE)
        self.label = torch.from_numpy(label).long().to(DEVICE)
        self.weight = torch.from_numpy(weight).float().to(DEVICE)
        self.binary = torch.from_numpy(binary.astype(bool)).to(DEVICE)
        self.graded = torch.from_numpy(graded.astype(np.float32)).to(DEVICE)
        self.graded_weight = torch.from_numpy(graded_weight.astype(np.float32)).to(DEVICE)

    def draw(self, share: float, documents: int, rng: np.random.Generator) -> np.ndarray:
        """Row numbers of one epoch: a share of the short texts and a number of documents."""
        short, long = np.flatnonzero(~self.document), np.flatnonzero(self.document)
        return np.concatenate([rng.permutation(short)[: int(len(short) * share)],
                               rng.permutation(long)[:documents]])

    def block(self, batch: np.ndarray, rng: np.random.Generator) -> torch.Tensor:
        """Padded ids; of a text over the longest a random window, of which one in two is its end."""
        cut = []
        for number in batch:
            ids = self.ids[number]
            if len(ids) > self.longest:
                last = len(ids) - self.longest
                start = last if rng.random() < 0.5 else int(rng.integers(0, last + 1))
                ids = ids[start : start + self.longest]
            cut.append(ids + 1)  # 0 is padding
        return pad(cut)


def read_lessons(tokenizer: Tokenizer, templates: int) -> tuple[list[np.ndarray], np.ndarray, list[tuple]]:
    """Ids of each text; the soft labels; and a text's (soft label's place, label, weight, binary, graded score, its
    weight, document)."""
    rows, soft = soft_labels()
    texts: list[np.ndarray] = []
    columns: list[tuple] = []

    def learn(text: str, *column) -> None:
        if ids := tokenizer.encode(text):
            texts.append(np.asarray(ids, np.int32))
            columns.append(column)

    for item in corpus():
        place = -1 if item.document else rows.get(key_of(item.text) >> KEY_SHIFT, -1)
        if item.row is not None:
            source = SOURCES[item.row.source]
            score = item.row.score
            learn(item.text, place, item.row.label, source.weight, source.kind == "binary", score or 0.0,
                  0.0 if score is None else source.score_weight, item.document)
        elif place >= 0:
            learn(item.text, place, 1, 0.0, False, 0.0, 0.0, item.document)
    for row in generate(templates, 1):
        learn(row.text, -1, row.label, 1.5, False, row.score, 0.7, False)
    return texts, soft, columns


def lesson_loss(lessons: Lessons, batch: torch.Tensor, logits: torch.Tensor, score: torch.Tensor) -> torch.Tensor:
    label, weight, has_soft = lessons.label[batch], lessons.weight[batch], lessons.has_soft[batch]
    soft = lessons.soft[batch]
    target = F.softmax(soft[:, :3] / TEMPERATURE, 1)
    distil = F.kl_div(F.log_softmax(logits / TEMPERATURE, 1), target, reduction="none").sum(1) * TEMPERATURE**2
    three = F.cross_entropy(logits, label, reduction="none")
    ends = F.cross_entropy(logits[:, [0, 2]], label // 2, reduction="none")
    own = torch.where(lessons.binary[batch], 0.9 * ends + 0.1 * three, three) * weight
    graded = (score - lessons.graded[batch]).square() * lessons.graded_weight[batch]
    taught = (score - soft[:, 3]).square()
    loss = torch.where(has_soft, 1.0 * distil + 0.6 * own + 1.5 * taught, own) + 2.0 * graded
    return loss.mean()


@torch.no_grad()
def judge(net: Network, tokenizer: Tokenizer) -> dict[str, float]:
    """Figures on dev; of a text over the longest, its first and last part averaged."""
    net.eval()
    figures = {}
    for name in ("sst2_dev", "sst5_dev", "tweeteval_dev", "cad_imdb_dev", "contrast_imdb_dev"):
        rows = read_rows(DATA / "dev" / f"{name}.tsv.xz")
        out = outputs_of(net, tokenizer, [natural(r.text) for r in rows])
        label = np.array([r.label for r in rows])
        if name == "sst5_dev":
            figures["sst5 r"] = float(np.corrcoef(out[:, 3], [r.score for r in rows])[0, 1])
        elif 1 in label:
            guess = out[:, :3].argmax(1)
            figures[name[:5] + " recall"] = float(np.mean([(guess[label == c] == c).mean() for c in range(3)]))
        else:
            figures[name.replace("_dev", "")] = float(((out[:, 2] > out[:, 0]) == (label == 2)).mean())
    return {name: round(100 * value, 1) for name, value in figures.items()}


@torch.no_grad()
def outputs_of(net: Network, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """Three logits and the score of each text."""
    net.eval()
    parts, owner = [], []
    for number, text in enumerate(texts):
        ids = np.asarray(tokenizer.encode(text) or [tokenizer.unknown], np.int32) + 1
        count = -(-len(ids) // net.longest)
        for part in np.array_split(ids, count):
            parts.append(part)
            owner.append(number)
    out = np.zeros((len(parts), 4), np.float32)
    for batch in batches(np.array([len(p) for p in parts]), np.random.default_rng(0), 8192):
        block = pad([parts[i] for i in batch])
        logits, score = net((block - 1).clamp(min=0), block > 0)
        out[batch, :3], out[batch, 3] = logits.cpu().numpy(), score.cpu().numpy()
    owner, size = np.array(owner), np.array([len(p) for p in parts], np.float32)[:, None]
    total = np.zeros((len(texts), 4), np.float32)
    weight = np.zeros((len(texts), 1), np.float32)
    np.add.at(total, owner, out * size)
    np.add.at(weight, owner, size)
    return total / weight


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


def train(name: str, plan: Plan, seed: int, templates: int, polish: int | None) -> None:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    tokenizer = Tokenizer.load(WORK / f"{plan.vocabulary}.vocab.json")
    net = plan.build(len(tokenizer.pieces))
    start_from_teacher(net, tokenizer)
    net.to(DEVICE)
    lessons = Lessons(plan.vocabulary, min(net.longest, LONGEST_LESSON), templates)
    order: list[np.ndarray] = []
    left = plan.epochs
    while left > 0:
        chosen = lessons.draw(plan.share * min(1.0, left), DOCUMENTS_PER_EPOCH if plan.documents else 0, rng)
        order += [chosen[b] for b in batches(lessons.lengths[chosen], rng, TOKENS_PER_BATCH)]
        left -= 1
    order = order[:polish]
    steps, switch = len(order), int(len(order) * FLOAT_PART)
    if polish:
        net.load_state_dict(torch.load(WORK / f"{name}.pt", map_location=DEVICE))
        switch = 0
    print(f"{name}: {len(lessons.ids)} texts, {sum(p.numel() for p in net.parameters()) / 1e6:.2f} M weights, "
          f"{steps} steps", flush=True)

    matrices = [p for key, p in net.tensors.items() if p.dim() > 1 and key not in ("pieces", "positions", "grams")]
    others = [p for key, p in net.tensors.items() if p.dim() == 1 or key in ("pieces", "positions", "grams")]
    optimizer = torch.optim.AdamW([
        {"params": matrices, "weight_decay": 0.02, "rate": plan.rate},
        {"params": others, "weight_decay": 0.0, "rate": plan.rate},
        {"params": list(net.ranges.parameters()), "weight_decay": 0.0, "rate": plan.rate}], betas=(0.9, 0.98))
    average = {key: value.detach().clone() for key, value in net.state_dict().items()}
    checkpoint = WORK / f"{name}{'.polish' if polish else ''}.ckpt"
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=DEVICE)
        first, average = saved["step"], saved["average"]
        net.load_state_dict(saved["net"])
        optimizer.load_state_dict(saved["optimizer"])
        print(f"going on from step {first}", flush=True)
    started, shown = time.time(), 0.0
    for step in range(first, steps):
        net.train()
        net.calibrating = switch - 100 <= step < switch
        net.quantized = step >= switch
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * cosine(step, steps, 200)
        batch = order[step]
        block = lessons.block(batch, rng)
        with half():
            logits, score = net((block - 1).clamp(min=0), block > 0)
        loss = lesson_loss(lessons, torch.from_numpy(batch).to(DEVICE), logits, score)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        shown = 0.98 * shown + 0.02 * loss.item()
        if step % 5 == 4:
            keep = 0.98 if step > switch + 500 or step < switch else 0.9
            now = net.state_dict()
            with torch.no_grad():
                for key, value in average.items():
                    value.lerp_(now[key], 1 - keep)
        if step % 200 == 199:
            print(f"step {step + 1}/{steps} loss {shown:.3f} {time.time() - started:.0f} s", flush=True)
        if step % 1000 == 999 or step == steps - 1:
            torch.save({"step": step + 1, "net": net.state_dict(), "optimizer": optimizer.state_dict(),
                        "average": average}, checkpoint)
        if step == switch - 1:
            # The ranges are averages already; averaged again they would lag behind their calibration.
            average.update({key: value.clone() for key, value in net.state_dict().items() if key.startswith("ranges.")})
            torch.save(average, WORK / f"{name}.float.pt")
            report(plan, net, average, tokenizer, f"{name} before quantization", False)
    torch.save(average, WORK / f"{name}.pt")
    for quantized in (True, False):
        report(plan, net, average, tokenizer, f"{name} {'int8' if quantized else 'float'}", quantized)


def trained(name: str, weights: str | None = None) -> tuple[Network, Tokenizer]:
    """A student as training left it, or with another file of weights."""
    plan = PLANS[name]
    tokenizer = Tokenizer.load(WORK / f"{plan.vocabulary}.vocab.json")
    net = plan.build(len(tokenizer.pieces)).to(DEVICE)
    net.load_state_dict(torch.load(weights or WORK / f"{name}.pt", map_location=DEVICE))
    return net, tokenizer


def report(plan: Plan, net: Network, average: dict, tokenizer: Tokenizer, title: str, quantized: bool) -> None:
    held = {key: value.clone() for key, value in net.state_dict().items()}
    net.load_state_dict(average)
    net.quantized, net.calibrating = quantized, False
    print(title, judge(net, tokenizer), flush=True)
    net.load_state_dict(held)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("name", choices=PLANS)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--epochs", type=float, help="instead of the plan's")
    options.add_argument("--polish", type=int, metavar="STEPS", help="go on from NAME.pt with quantization and at "
                         "a tenth of the rate, for example after the widths in families.py have changed")
    options.add_argument("--templates", type=int, default=TEMPLATES, help="made-up sentences to learn from")
    chosen = options.parse_args()
    plan = PLANS[chosen.name]
    plan = replace(plan, epochs=chosen.epochs or plan.epochs, rate=plan.rate / (10 if chosen.polish else 1))
    train(chosen.name, plan, chosen.seed, chosen.templates, chosen.polish)


if __name__ == "__main__":
    fail_cleanly(main)
