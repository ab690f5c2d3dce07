"""What a student says of texts, and how right a student or a teacher is on dev."""

from collections.abc import Callable

import numpy as np
import torch

from sentibyte_train.corpus.rows import read_rows
from sentibyte_train.networks.network import Network
from sentibyte_train.paths import DATA
from sentibyte_train.text.natural import natural
from sentibyte_train.text.tokenizer import Tokenizer
from sentibyte_train.training.batching import batches, pad


def figures(speak: Callable[[list[str]], np.ndarray]) -> dict[str, float]:
    """How right the outputs (three logits and the score) are that `speak` gives for texts of dev, in percent."""
    out = {}
    for name in ("sst2_dev", "sst5_dev", "tweeteval_dev", "cad_imdb_dev", "contrast_imdb_dev"):
        rows = read_rows(DATA / "dev" / f"{name}.tsv.xz")
        said = speak([natural(row.text) for row in rows])
        label = np.array([row.label for row in rows])
        if name == "sst5_dev":
            out["sst5 r"] = float(np.corrcoef(said[:, 3], [row.score for row in rows])[0, 1])
        elif 1 in label:
            guess = said[:, :3].argmax(1)
            out[name[:5] + " recall"] = float(np.mean([(guess[label == c] == c).mean() for c in range(3)]))
        else:
            out[name.replace("_dev", "")] = float(((said[:, 2] > said[:, 0]) == (label == 2)).mean())
    return {name: round(100 * value, 1) for name, value in out.items()}


@torch.no_grad()
def outputs_of(net: Network, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """Three logits and the score of each text; of one over the longest, its parts averaged."""
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
