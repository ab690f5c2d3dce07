"""A trained student as a float blob, with the ranges that its activations learned.

    python -m sentibyte_train.commands.export small

Fits the bias of negative and the temperature first. The int8 blob is made from the float one by `sentibyte-quantize`
(scripts/quantize-models), whose arithmetic is the one that QAT trained with.
"""

import argparse
import datetime
import json

import torch

from sentibyte_train.blob.writer import ModelWriter
from sentibyte_train.corpus.sources import SOURCES, UNLABELLED
from sentibyte_train.errors import fail_cleanly
from sentibyte_train.networks.families import PLANS
from sentibyte_train.networks.network import Network
from sentibyte_train.paths import ROOT
from sentibyte_train.text.tokenizer import Tokenizer
from sentibyte_train.training.calibration import CalibrationTexts
from sentibyte_train.training.student import finished

SENTENCE = 24  # pieces of an ordinary one
CLASSES = ["negative", "neutral", "positive"]


def to_blob(net: Network, tokenizer: Tokenizer, divisor: float, facts: dict[str, str]) -> ModelWriter:
    writer = ModelWriter(net.name, net.family, longest=net.longest)
    index = {name: writer.add_tensor(name, p.detach().cpu().numpy()) for name, p in net.tensors.items()}
    for number, value in enumerate(net.values):
        learned = net.ranges.get(str(number))
        span = None if learned is None else (min(0.0, learned[0].item()), max(1e-4, learned[1].item()))
        writer.add_value(value.name, value.width, sequence=value.sequence, range=span)
    for node in net.nodes:
        fields = {field: index[name] for field, name in node.tensors.items()}
        writer.add_node(node.operation, node.inputs, output=node.output, **fields, **node.settings)
    writer.set_output(CLASSES, net.logits, score=net.score, temperature=divisor)
    writer.set_tokenizer(tokenizer.pieces, tokenizer.unknown, words=by_target(tokenizer.words),
                         emoticons=by_target(tokenizer.emoticons))
    for key, value in facts.items():
        writer.add_fact(key, value)
    return writer


def by_target(rewrites: dict[str, str]) -> list[tuple[str, str]]:
    """All words that become the same pieces in one entry."""
    targets: dict[str, list[str]] = {}
    for word, pieces in sorted(rewrites.items()):
        targets.setdefault(pieces, []).append(word)
    return sorted((" ".join(words), pieces) for pieces, words in targets.items())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name", choices=PLANS)
    options.add_argument("--weights", help="another file of weights than .work/NAME.pt")
    options.add_argument("--output", help="another blob than models/NAME.float.sbm")
    chosen = options.parse_args()
    net, tokenizer = finished(chosen.name, chosen.weights)
    net.quantized = True
    texts = CalibrationTexts.read(net, tokenizer)
    moved = texts.class_biases()
    with torch.no_grad():
        net.tensors["logits_bias"] += torch.from_numpy(moved)
    divisor = texts.temperature(moved)
    facts = {"licence": "Apache-2.0", "date": datetime.date.today().isoformat(),
             "data": ", ".join(sorted((*SOURCES, *UNLABELLED))),
             "bits": json.dumps(net.bits, separators=(",", ":"))}
    path = chosen.output or ROOT / "models" / f"{chosen.name}.float.sbm"
    size = to_blob(net, tokenizer, divisor, facts).write(path)
    print(f"{path}: {size} bytes, temperature {divisor}, negative + {moved[0]:.2f}, "
          f"{net.multiply_adds(SENTENCE) / 1e6:.1f} million multiply-adds for {SENTENCE} pieces")


if __name__ == "__main__":
    fail_cleanly(main)
