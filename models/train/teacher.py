"""Stage 3: fine-tunes MiniLM on the labelled mix. Resumable: a checkpoint every few minutes.

    python models/train/teacher.py [--seed 1] [--epochs 1] [--learn-from-labels]
    python models/train/teacher.py --seed 4 --specialize 3 --only sst_phrases vader_movie mr_rt_polarity

With `--learn-from-labels` it also learns from what the teachers before it said, in the soft labels that are in place: of
several teachers in a row each starts from what the others know. With `--specialize` it goes on from a teacher on a few
sources of one kind, word embeddings and all, to be asked about that kind of text only (`label.py --only`).
"""

import argparse
import time

import numpy as np
import torch

import soft_labels
from batching import TOKENS_PER_BATCH, batches, pad
from corpus import key_of
from data import DATA, WORK, Row, fail_cleanly, natural, read_rows
from device import DEVICE, half
from judge import figures
from progress import Progress
from sources import SOURCES
from teacher_model import Teacher, cosine, sentiment_loss, weights_folder

FROZEN_BLOCKS = 2
LABELS_WEIGHT = 0.5  # of an earlier teacher's word, beside 1 for the writer's own label
RATE = 1.2e-4
SPECIALIST_RATE, SPECIALIST_TOKENS = 5e-5, 2048  # gentler and more often: nothing is frozen, and the texts are short
LONGEST = 128  # WordPieces; a longer text keeps its head and its tail


def encoder():
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(tokenizer, texts: list[str]) -> list[np.ndarray]:
    out = []
    for start in range(0, len(texts), 20_000):
        for item in tokenizer.encode_batch(texts[start : start + 20_000]):
            ids = item.ids
            if len(ids) > LONGEST:
                ids = ids[: LONGEST // 2] + ids[-(LONGEST // 2) :]
            out.append(np.asarray(ids, dtype=np.int32))
    return out


@torch.no_grad()
def predict(model: Teacher, ids: list[np.ndarray], tokens: int = 8192) -> np.ndarray:
    """Four columns a text: three logits and the score."""
    model.eval()
    out = np.zeros((len(ids), 4), dtype=np.float32)
    for batch in batches(np.array([len(i) for i in ids]), np.random.default_rng(0), tokens):
        with half():
            logits, score = model(pad([ids[i] for i in batch]))
        out[batch, :3] = logits.cpu().numpy()
        out[batch, 3] = score.cpu().numpy()
    return out


def gather(rng: np.random.Generator, epochs: int, names: list[str]) -> list[Row]:
    rows = []
    for name in names:
        source, pool = SOURCES[name], read_rows(DATA / "train" / f"{name}.tsv.xz")
        left = min(source.teacher_rows, 2 * len(pool)) * epochs
        while left > 0:
            pick = rng.permutation(len(pool))[:left]
            rows += [pool[i] for i in pick]
            left -= len(pick)
    return rows


def earlier_teachers(texts: list[str]) -> tuple[torch.Tensor, torch.Tensor]:
    """What the soft labels in place say of each text, and the weight of that."""
    soft, there = soft_labels.of(np.array([key_of(text) for text in texts], dtype=np.uint64))
    return torch.from_numpy(soft).to(DEVICE), torch.from_numpy(there).float().to(DEVICE) * LABELS_WEIGHT


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--epochs", type=int, default=1)
    options.add_argument("--learn-from-labels", action="store_true")
    options.add_argument("--specialize", type=int, metavar="SEED", help="go on from that teacher")
    options.add_argument("--only", nargs="+", choices=SOURCES, default=list(SOURCES), metavar="SOURCE")
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    rng = np.random.default_rng(chosen.seed)
    WORK.mkdir(parents=True, exist_ok=True)

    tokenizer = encoder()
    rate, tokens = (SPECIALIST_RATE, SPECIALIST_TOKENS) if chosen.specialize else (RATE, TOKENS_PER_BATCH)
    rows = gather(rng, chosen.epochs, chosen.only)
    texts = [natural(r.text) for r in rows]
    ids = encode(tokenizer, texts)
    taught, taught_weight = earlier_teachers(texts) if chosen.learn_from_labels else (None, None)
    label = torch.tensor([r.label for r in rows]).to(DEVICE)
    binary = torch.tensor([SOURCES[r.source].kind == "binary" for r in rows]).to(DEVICE)
    weight = torch.tensor([SOURCES[r.source].weight for r in rows]).to(DEVICE)
    graded = torch.tensor([r.score or 0.0 for r in rows]).to(DEVICE)
    graded_weight = torch.tensor(
        [SOURCES[r.source].score_weight if r.score is not None else 0.0 for r in rows]).to(DEVICE)
    plan = batches(np.array([len(i) for i in ids]), rng, tokens)
    print(f"{len(rows)} rows, {sum(map(len, ids)) / 1e6:.1f} M tokens, {len(plan)} steps", flush=True)

    model = Teacher()
    if chosen.specialize:
        model.load_state_dict(torch.load(WORK / f"teacher-{chosen.specialize}.pt", map_location="cpu"))
    else:
        model.load_pretrained(weights_folder())
        # The word embeddings are half of all weights, and two blocks more shorten the way back: faster, and no
        # longer trained.
        for frozen in (model.words, model.places, model.norm, *model.blocks[:FROZEN_BLOCKS]):
            frozen.requires_grad_(False)
    model.to(DEVICE)
    decay = [p for p in model.parameters() if p.requires_grad and p.dim() > 1]
    plain = [p for p in model.parameters() if p.requires_grad and p.dim() <= 1]
    optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}],
                                  lr=rate, betas=(0.9, 0.98))
    progress = Progress(model, optimizer, WORK / f"teacher-{chosen.seed}.ckpt")

    started, shown = time.time(), 0.0
    for step in range(progress.step, len(plan)):
        model.train()
        for group in optimizer.param_groups:
            group["lr"] = rate * cosine(step, len(plan), 120)
        batch = plan[step]
        with half():
            logits, score = model(pad([ids[i] for i in batch]))
        loss = sentiment_loss(logits, score, label[batch], binary[batch], weight[batch], graded[batch],
                              graded_weight[batch])
        if taught is not None:
            loss = loss + (soft_labels.divergence(logits, taught[batch]) * taught_weight[batch]).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        shown = 0.98 * shown + 0.02 * loss.item()
        if step % 10 == 9:
            progress.blend(max(0.02, 9 / (10 + step / 10)))
        if step % 100 == 99:
            print(f"step {step + 1}/{len(plan)} loss {shown:.3f} {time.time() - started:.0f} s", flush=True)
        if step % 500 == 499:
            progress.save(step + 1)
    model.load_state_dict(progress.average, strict=False)
    torch.save(model.state_dict(), WORK / f"teacher-{chosen.seed}.pt")
    print("final", figures(lambda texts: predict(model, encode(tokenizer, texts))), flush=True)


if __name__ == "__main__":
    fail_cleanly(main)
