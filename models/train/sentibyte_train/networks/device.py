"""Where tensors live: on a GPU where there is one, else on the CPU. Both compute in bfloat16."""

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half() -> torch.autocast:
    """Matrix products in bfloat16: two to three times as fast as float32 on a CPU that has its instructions."""
    return torch.autocast(DEVICE.type, dtype=torch.bfloat16)
