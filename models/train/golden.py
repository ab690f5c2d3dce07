"""What PyTorch says of made-up sentences through a trained student, for the test of the shipped blobs.

    python models/train/golden.py small

Writes `tests/golden/models/NAME.json`: logits and score of each text, with the kernels' arithmetic and in float.
"""

import argparse
import json

from data import ROOT, fail_cleanly
from families import PLANS
from judge import outputs_of
from student import trained
from templates import generate

TEXTS = 60
SEED = 99  # another than the training's


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("name", choices=PLANS)
    name = options.parse_args().name
    net, tokenizer = trained(name)
    texts = [row.text for row in generate(TEXTS, SEED)]
    golden: dict[str, list] = {"texts": texts}
    for precision in ("int8", "float"):
        net.quantized = precision == "int8"
        golden[precision] = [[round(float(value), 4) for value in row] for row in outputs_of(net, tokenizer, texts)]
    path = ROOT / "tests" / "golden" / "models" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    fail_cleanly(main)
