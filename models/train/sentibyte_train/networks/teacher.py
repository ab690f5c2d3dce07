"""The teacher: all-mpnet-base-v2 with two heads, three classes and a graded score."""

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from sentibyte_train.networks.dropout import dropout

BUCKETS, FARTHEST = 32, 128  # of the relative positions, whose bias all blocks share
FIRST_PLACE = 2  # of the absolute positions; those before it belong to padding
#: Longest text whose attention is written out: the way back through the fused one is slow on short texts.
WRITTEN_OUT = 64
DROPOUT = 0.1
OUTPUTS = 4  # three logits and the score


def buckets(time: int) -> torch.Tensor:
    """The bucket of each pair of places: near distances one by one, far ones by their logarithm, a side each."""
    place = torch.arange(time)
    away = place[:, None] - place[None, :]
    after = (away < 0).long() * (BUCKETS // 2)
    away = away.abs()
    exact = BUCKETS // 4
    steps = torch.log(away.clamp(min=1).float() / exact) / math.log(FARTHEST / exact) * (BUCKETS // 2 - exact)
    far = (exact + steps.long()).clamp(max=BUCKETS // 2 - 1)
    return after + torch.where(away < exact, away, far)


class Block(nn.Module):
    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-5)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-5)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        batch, time, width = x.shape
        q, k, v = self.qkv(x).view(batch, time, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if time <= WRITTEN_OUT:
            mixed = torch.softmax((q * q.shape[-1] ** -0.5) @ k.transpose(2, 3) + bias, -1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, time, width))
        x = self.norm1(x + dropout(mixed, DROPOUT, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + dropout(inner, DROPOUT, self.training))


class Teacher(nn.Module):
    """Logits (negative, neutral, positive) and a score in [-1, 1] from WordPiece ids raised by one; 0 is padding."""

    def __init__(self, vocabulary: int, positions: int, width: int, inner: int, heads: int, blocks: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(positions, width)
        self.near = nn.Embedding(BUCKETS, heads)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.blocks = nn.ModuleList(Block(width, inner, heads) for _ in range(blocks))
        self.head = nn.Linear(2 * width, OUTPUTS)
        self.frozen = 0
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    @classmethod
    def pretrained(cls, folder: Path) -> "Teacher":
        """With the published weights, and heads that know nothing yet. The shape is that of the weights."""
        from safetensors.torch import load_file

        raw = load_file(folder / "model.safetensors")
        words, places = raw["embeddings.word_embeddings.weight"], raw["embeddings.position_embeddings.weight"]
        near = raw["encoder.relative_attention_bias.weight"]
        count = sum(name.endswith("intermediate.dense.bias") for name in raw)
        model = cls(len(words), len(places), words.shape[1], len(raw["encoder.layer.0.intermediate.dense.bias"]),
                    near.shape[1], count)
        state = {"words.weight": words, "places.weight": places, "near.weight": near}
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = raw[f"embeddings.LayerNorm.{part}"]
            state[f"head.{part}"] = model.state_dict()[f"head.{part}"]
            for number in range(count):
                layer, block = f"encoder.layer.{number}", f"blocks.{number}"
                state[f"{block}.qkv.{part}"] = torch.cat([raw[f"{layer}.attention.attn.{one}.{part}"] for one in "qkv"])
                state[f"{block}.out.{part}"] = raw[f"{layer}.attention.attn.o.{part}"]
                state[f"{block}.norm1.{part}"] = raw[f"{layer}.attention.LayerNorm.{part}"]
                state[f"{block}.up.{part}"] = raw[f"{layer}.intermediate.dense.{part}"]
                state[f"{block}.down.{part}"] = raw[f"{layer}.output.dense.{part}"]
                state[f"{block}.norm2.{part}"] = raw[f"{layer}.output.LayerNorm.{part}"]
        model.load_state_dict(state)
        return model

    @classmethod
    def trained(cls, path: Path) -> "Teacher":
        """As training left it. The shape is that of the weights."""
        state = torch.load(path, map_location="cpu")
        count = sum(name.endswith(".up.bias") for name in state)
        model = cls(*(len(state[f"{name}.weight"]) for name in ("words", "places")), state["words.weight"].shape[1],
                    len(state["blocks.0.up.bias"]), state["near.weight"].shape[1], count)
        model.load_state_dict(state)
        return model

    def freeze(self, blocks: int) -> None:
        """Leaves the embeddings and so many of the lowest blocks as they are; 0 trains everything."""
        self.frozen = blocks
        if blocks:
            for part in (self.words, self.places, self.near, self.norm, *self.blocks[:blocks]):
                part.requires_grad_(False)

    def forward(self, ids: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        mask = ids != 0
        time = ids.shape[1]
        bias = self.near(buckets(time).to(ids.device)).permute(2, 0, 1)[None]
        bias = bias.masked_fill(~mask[:, None, None, :], -1e4)
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            x = self.norm(self.words((ids - 1).clamp(min=0)) + self.places.weight[FIRST_PLACE : FIRST_PLACE + time])
            x = dropout(x, DROPOUT, self.training)
            for block in self.blocks[: self.frozen]:
                x = block(x, bias)
        for block in self.blocks[self.frozen :]:
            x = block(x, bias)
        share = mask.to(x.dtype).unsqueeze(-1)
        mean = (x * share).sum(1) / share.sum(1)
        out = self.head(dropout(torch.cat([mean, x[:, 0]], dim=1), DROPOUT, self.training)).float()
        return out[:, :3], torch.tanh(out[:, 3])


def word_embeddings(folder: Path) -> torch.Tensor:
    """A row per WordPiece, of the published weights."""
    from safetensors import safe_open

    with safe_open(folder / "model.safetensors", "pt") as tensors:
        return tensors.get_tensor("embeddings.word_embeddings.weight")
