"""What a teacher learns by, how far a student's logits are from a soft label, and how far apart it keeps what is alike."""

import torch
import torch.nn.functional as F

SOFT_TEMPERATURE = 2.0  # at which a student compares its logits with the labels'


def divergence(logits: torch.Tensor, soft: torch.Tensor) -> torch.Tensor:
    """Of each text's logits from its soft label, softened; scaled so that the temperature leaves the size of the gradient."""
    told = F.softmax(soft[:, :3] / SOFT_TEMPERATURE, 1)
    apart = F.kl_div(F.log_softmax(logits / SOFT_TEMPERATURE, 1), told, reduction="none").sum(1)
    return apart * SOFT_TEMPERATURE**2


def apart(groups: torch.Tensor, logits: torch.Tensor, score: torch.Tensor) -> torch.Tensor:
    """Of each row that belongs to a group (a number over 0): the squared distance of its probabilities and its score from the
    mean of its group's rows in the batch; 0 of the others."""
    said = torch.cat([F.softmax(logits, 1), score.unsqueeze(1)], dim=1)
    _, place, count = torch.unique(groups, return_inverse=True, return_counts=True)
    mean = torch.zeros(len(count), said.shape[1], device=said.device).index_add_(0, place, said) / count.unsqueeze(1)
    return torch.where(groups > 0, (said - mean[place]).square().sum(1), 0.0)


def sentiment_loss(logits: torch.Tensor, score: torch.Tensor, label: torch.Tensor, binary: torch.Tensor,
                   weight: torch.Tensor, graded: torch.Tensor, graded_weight: torch.Tensor) -> torch.Tensor:
    """Cross-entropy over three classes, over the two ends for binary rows, plus squared error of the score."""
    three = F.cross_entropy(logits, label, reduction="none", label_smoothing=0.02)
    ends = F.cross_entropy(logits[:, [0, 2]], label // 2, reduction="none", label_smoothing=0.02)
    classes = torch.where(binary, 0.85 * ends + 0.15 * three, three)
    error = (score - graded).square() * graded_weight
    return (classes * weight + 2.0 * error).sum() / weight.sum()
