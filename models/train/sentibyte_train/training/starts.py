"""What a student starts from: the teacher's embeddings, or a shipped blob; and the student that is shipped."""

import unicodedata
from pathlib import Path

import torch

from sentibyte_train.blob.reader import read_float_model
from sentibyte_train.errors import DataError
from sentibyte_train.networks.device import DEVICE
from sentibyte_train.networks.families import PLANS
from sentibyte_train.networks.network import Network
from sentibyte_train.networks.teacher import word_embeddings
from sentibyte_train.paths import ROOT
from sentibyte_train.pretrained import pretrained_folder
from sentibyte_train.text.tokenizer import Tokenizer
from sentibyte_train.text.wordpieces import wordpieces
from sentibyte_train.training.narrowing import narrowed

SPREAD = 0.1  # standard deviation of the embeddings


def start_from_teacher(net: Network, tokenizer: Tokenizer) -> None:
    """Each piece's embedding from the teacher's, reduced to the student's width by PCA over the pieces."""
    words, spell = word_embeddings(pretrained_folder()), wordpieces()
    rows = []
    for piece in tokenizer.pieces:
        name = piece
        if len(piece) == 1 and ord(piece) > 0x2000:
            name = unicodedata.name(piece, "symbol").lower()
        direct = spell.token_to_id(piece)
        ids = [direct] if direct is not None else spell.encode(name, add_special_tokens=False).ids
        rows.append(words[ids].mean(0) if ids else torch.zeros(words.shape[1]))
    table = torch.stack(rows)
    table = table - table.mean(0)
    width = net.tensors["pieces"].shape[1]
    _, _, basis = torch.linalg.svd(table, full_matrices=False)
    small = table @ basis[:width].T
    net.tensors["pieces"].data.copy_(small / small.std() * SPREAD)


def shipped(name: str) -> tuple[Network, Tokenizer]:
    """The student that lies in models/."""
    path = ROOT / "models" / f"{name}.float.sbm"
    tokenizer = read_float_model(path).tokenizer
    net = PLANS[name].build(len(tokenizer.pieces)).to(DEVICE)
    start_from_blob(net, tokenizer, path)
    return net, tokenizer


def start_from_blob(net: Network, tokenizer: Tokenizer, path: Path) -> None:
    """From a float blob of the same pieces: of the same shapes, or wider ones that are cut to the plan's."""
    blob = read_float_model(path)
    if blob.tokenizer.pieces != tokenizer.pieces:
        raise DataError(f"{path.name}: other pieces than the vocabulary's; the vocabulary command takes them by --of")
    tensors = narrowed(net, blob.tensors)
    for name, array in tensors.items():
        net.tensors[name].data.copy_(torch.from_numpy(array))
    if len(tensors) < len(blob.tensors):
        return  # values have other numbers here; their ranges are calibrated before they are needed
    for name, span in blob.ranges.items():
        net.ranges[name].data.copy_(torch.tensor(span))
