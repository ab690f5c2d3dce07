"""What PyTorch says of made-up sentences through a shipped float blob, for the test of the engine.

    python -m sentibyte_train.commands.golden small

Writes `tests/golden/models/NAME.json`: logits and score of each text, with the kernels' arithmetic and in float.
"""

import argparse
import json

from sentibyte_train.errors import fail_cleanly
from sentibyte_train.networks.families import PLANS
from sentibyte_train.paths import ROOT
from sentibyte_train.templates.generator import generate
from sentibyte_train.training.judge import outputs_of
from sentibyte_train.training.starts import shipped

TEXTS = 60
SEED = 99  # another than the training's


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("name", choices=PLANS)
    name = options.parse_args().name
    net, tokenizer = shipped(name)
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
