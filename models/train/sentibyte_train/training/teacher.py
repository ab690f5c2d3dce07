"""How a teacher is trained on a mix, and what it says of texts."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from sentibyte_train.networks.device import DEVICE
from sentibyte_train.networks.teacher import OUTPUTS, Teacher
from sentibyte_train.paths import WORK
from sentibyte_train.pretrained import pretrained_folder
from sentibyte_train.text.wordpieces import encode
from sentibyte_train.training import loop
from sentibyte_train.training.batching import batches, pad
from sentibyte_train.training.judge import figures
from sentibyte_train.training.losses import sentiment_loss
from sentibyte_train.training.mixes import MIXES, Rows, gather
from sentibyte_train.training.side_by_side import Place
from sentibyte_train.training.trained import Trained

RUNS_IN = torch.bfloat16
WEIGHT_DECAY = 0.01
WARMUP = 60
TOKENS_AT_ONCE = 6144  # when it is asked, not trained


@dataclass(frozen=True)
class Choice:
    """What the command line says of one training."""

    mix: str
    name: str
    start: str | None  # the teacher that it goes on from, or none for the published weights
    frozen: int  # blocks that are left as they are, with the embeddings
    rate: float
    tokens: int  # of a batch
    most: float  # tokens in all
    seed: int


def file_of(name: str) -> Path:
    return WORK / f"teacher-{name}.pt"


class TeacherCourse(loop.Course):
    def __init__(self, net: Teacher, ids: list[np.ndarray], rows: Rows, choice: Choice) -> None:
        lengths = np.array([len(item) for item in ids])
        order = batches(lengths, np.random.default_rng(choice.seed), choice.tokens)
        read = np.cumsum([lengths[batch].sum() for batch in order])
        self.order = order[: int(np.searchsorted(read, choice.most)) + 1]
        self.tokens = int(read[len(self.order) - 1])
        self.net, self.ids = net, ids
        self.columns = [torch.from_numpy(column).to(DEVICE) for column in
                        (rows.label, rows.binary, rows.weight, rows.graded, rows.graded_weight)]
        self.timetable = loop.Timetable(len(self.order), choice.rate, WARMUP, blend_every=10, show_every=50, save_every=400)

    def loss(self, step: int) -> torch.Tensor:
        batch = self.order[step]
        logits, score = self.net(pad([self.ids[number] for number in batch]))
        return sentiment_loss(logits, score, *(column[batch] for column in self.columns))

    def blend(self, step: int) -> float:
        """Everything so far alike, later the last few hundred steps."""
        return max(0.03, 9 / (10 + step / 10))


def train(choice: Choice) -> None:
    torch.manual_seed(choice.seed)
    mix = MIXES[choice.mix]
    rows = gather(mix, choice.seed)
    ids = encode(rows.texts, mix.longest)
    net = Teacher.trained(file_of(choice.start)) if choice.start else Teacher.pretrained(pretrained_folder())
    net.freeze(choice.frozen)
    course = TeacherCourse(net, ids, rows, choice)
    print(f"{len(ids)} texts, {course.tokens / 1e6:.2f} M tokens, {len(course.order)} steps", flush=True)
    trained = Trained(net.to(DEVICE), RUNS_IN, lambda name, value: value.dim() > 1, WEIGHT_DECAY,
                      WORK / f"teacher-{choice.name}.ckpt", f"{choice} {mix}")
    loop.train(course, net, trained, Place())
    net.float().load_state_dict(trained.average, strict=False)
    torch.save(net.state_dict(), file_of(choice.name))
    net.to(RUNS_IN)
    print("final", figures(lambda texts: predict(net, encode(texts, mix.longest))), flush=True)


@torch.no_grad()
def predict(net: Teacher, ids: list[np.ndarray]) -> np.ndarray:
    """Four columns a text: three logits and the score."""
    net.eval()
    out = np.zeros((len(ids), OUTPUTS), np.float32)
    for batch in batches(np.array([len(item) for item in ids]), np.random.default_rng(0), TOKENS_AT_ONCE):
        logits, score = net(pad([ids[number] for number in batch]))
        out[batch, :3], out[batch, 3] = logits.cpu().numpy(), score.cpu().numpy()
    return out
