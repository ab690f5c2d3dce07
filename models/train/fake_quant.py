"""The kernels' arithmetic, in floats and with gradients that pass straight through the rounding.

The formulas are those of engine/quantizer: weights symmetric with one scale a row, s = max|w| / (2^(bits-1) - 1);
activations u7 with s = (max - min) / 127 and zero point round(-min / s), the range widened to hold 0.
"""

import torch


class _Round(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: torch.Tensor) -> torch.Tensor:
        return torch.round(x)  # half to even

    @staticmethod
    def backward(ctx, grad: torch.Tensor) -> torch.Tensor:
        return grad


def weight(w: torch.Tensor, bits: int) -> torch.Tensor:
    """`w` as the engine will see it; one scale a first-axis row."""
    top = 2 ** (bits - 1) - 1
    flat = w.reshape(w.shape[0], -1)
    scale = (flat.detach().abs().amax(1, keepdim=True) / top).clamp_min(1e-12)
    return (_Round.apply(flat / scale).clamp(-top, top) * scale).view_as(w)


def activation(x: torch.Tensor, low: torch.Tensor, high: torch.Tensor) -> torch.Tensor:
    """u7. The range learns from what it clips."""
    low, high = low.clamp(max=0.0), high.clamp(min=1e-4)
    scale = (high - low) / 127
    zero = torch.round(-low.detach() / scale.detach()).clamp(0, 127)
    clipped = torch.minimum(torch.maximum(x, low), high)
    return (_Round.apply(clipped / scale) + zero).clamp(0, 127).sub(zero) * scale
