"""Reads float blobs back, so that training goes on from a shipped model. The writer is writer.py."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sentibyte_train.blob.schema import IDENTIFIER, BlobError, schema_classes
from sentibyte_train.text.tokenizer import Tokenizer


@dataclass(frozen=True)
class FloatModel:
    tensors: dict[str, np.ndarray]
    ranges: dict[str, tuple[float, float]]  # number of a value -> what its activations span
    tokenizer: Tokenizer


def read_float_model(path: Path) -> FloatModel:
    """For blobs of our own: nothing is checked that the engine's loader would check."""
    fb = schema_classes()
    blob = Path(path).read_bytes()
    if blob[4:8] != IDENTIFIER:
        raise BlobError(f"{Path(path).name}: not a blob")
    model = fb["Model"].Model.GetRootAs(blob)
    tensors = {}
    for tensor in map(model.Tensors, range(model.TensorsLength())):
        if tensor.Element() != fb["Element"].Element.Real or tensor.Sparse():
            raise BlobError(f"{Path(path).name}: {tensor.Name().decode()} is not in plain floats")
        tensors[tensor.Name().decode()] = tensor.DataAsNumpy().view("<f4").reshape(tensor.ShapeAsNumpy()).copy()
    values = [model.Values(number) for number in range(model.ValuesLength())]
    ranges = {str(number): (value.Range().Min(), value.Range().Max())
              for number, value in enumerate(values) if value.Range() is not None}
    return FloatModel(tensors, ranges, _tokenizer(model.Tokenizer()))


def _tokenizer(table) -> Tokenizer:
    pieces, before, place = [], b"", 0
    coded = table.PiecesAsNumpy().tobytes()
    while place < len(coded):
        shared, more = coded[place], coded[place + 1]
        before = before[:shared] + coded[place + 2 : place + 2 + more]
        pieces.append(before.decode())
        place += 2 + more

    def rewrites(entry, count: int) -> dict[str, str]:
        return {word: entry(i).To().decode() for i in range(count) for word in entry(i).From_().decode().split(" ")}

    return Tokenizer(pieces, rewrites(table.Words, table.WordsLength()),
                     rewrites(table.Emoticons, table.EmoticonsLength()))
