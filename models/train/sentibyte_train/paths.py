"""Where things lie. The data, the checkpoints and the labels may lie elsewhere: `SENTIBYTE_DATA`, `_WORK`, `_LABELS`."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
TRAIN = PACKAGE.parent
ROOT = TRAIN.parents[1]
TEMPLATES = TRAIN / "templates"
SCHEMA = ROOT / "engine" / "format" / "model.fbs"
GENERATED = ROOT / "build" / "generated" / "python"

DATA = Path(os.environ.get("SENTIBYTE_DATA", ROOT.parent / "shared" / "data"))
WORK = Path(os.environ.get("SENTIBYTE_WORK", TRAIN / ".work"))
#: The teachers' word on every text: shipped, so that a student is retrained without a teacher.
LABELS = Path(os.environ.get("SENTIBYTE_LABELS", TRAIN / "soft-labels.bin.xz"))
