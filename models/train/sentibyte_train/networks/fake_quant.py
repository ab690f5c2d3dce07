"""The kernels' arithmetic, in floats and with gradients that pass straight through the rounding.

The formulas are those of engine/quantizer: weights symmetric with one scale per row, s = max|w| / (2^(bits-1) - 1);
activations u7 with s = (max - min) / 127 and zero point round(-min / s), the range widened to hold 0. Gradients are
written out, as half a training step would otherwise go into the passes over memory that autograd makes of them.
"""

import torch


class _Weight(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w: torch.Tensor, bits: int) -> torch.Tensor:
        top = 2 ** (bits - 1) - 1
        flat = w.reshape(w.shape[0], -1)
        scale = (torch.linalg.vector_norm(flat, float("inf"), dim=1, keepdim=True) / top).clamp_min_(1e-12)
        return (flat / scale).round_().mul_(scale).view_as(w)  # half to even; |w| / s is at most `top`

    @staticmethod
    def backward(ctx, grad: torch.Tensor) -> tuple:
        return grad, None


class _Activation(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: torch.Tensor, low: torch.Tensor, high: torch.Tensor) -> torch.Tensor:
        least, most = min(low.item(), 0.0), max(high.item(), 1e-4)
        scale = (most - least) / 127
        zero = min(max(round(-least / scale), 0), 127)
        y = (x.float() / scale).round_().clamp_(-zero, 127 - zero).mul_(scale)
        ctx.save_for_backward(x, y)
        ctx.span = (least, most)
        return y

    @staticmethod
    def backward(ctx, grad: torch.Tensor) -> tuple:
        x, y = ctx.saved_tensors
        least, most = ctx.span
        inside = (x > least) & (x < most)
        passed = grad * inside
        # A wider range moves what it clips by as much, and what it holds by the rounding error's share of the span.
        clipped = grad - passed
        above = (clipped * (x > 0)).sum()
        moved = (passed * (y - x)).sum() / (most - least)
        return passed, clipped.sum() - above - moved, above + moved


def weight(w: torch.Tensor, bits: int) -> torch.Tensor:
    """`w` as the engine will see it; one scale per first-axis row."""
    return _Weight.apply(w, bits)


def activation(x: torch.Tensor, low: torch.Tensor, high: torch.Tensor) -> torch.Tensor:
    """u7. The range learns from what it clips and how coarse it is."""
    return _Activation.apply(x, low, high)
