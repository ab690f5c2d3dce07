"""What holds the package together."""

import ast
import subprocess
import sys

import pytest

from sentibyte_train.paths import PACKAGE, TRAIN

#: Which folders a folder imports from, beside itself and the modules at the top.
ARROWS = {
    "templates": {"text"},
    "text": set(),
    "blob": {"text"},
    "corpus": {"templates", "text"},
    "networks": set(),
    "training": {"blob", "corpus", "networks", "templates", "text"},
    "commands": {"blob", "corpus", "networks", "templates", "text", "training"},
}
WITHOUT_TORCH = ("templates.generator", "text.tokenizer", "text.vocabulary", "text.natural", "corpus.lesson_table",
                 "corpus.soft_labels", "blob.writer", "blob.reader", "training.mixes", "commands.sentences",
                 "commands.vocabulary", "commands.weights")


@pytest.mark.parametrize("folder", ARROWS)
def test_imports_point_one_way(folder):
    for path in (PACKAGE / folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sentibyte_train."):
                part = node.module.split(".")[1]
                assert part == folder or part not in ARROWS or part in ARROWS[folder], (path.name, node.module)


def test_every_folder_has_its_arrows():
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(ARROWS)


def test_the_light_part_needs_no_torch():
    lines = ["import sys", "sys.modules.update(dict.fromkeys(('torch', 'tokenizers', 'safetensors')))",
             *(f"import sentibyte_train.{name}" for name in WITHOUT_TORCH)]
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], cwd=TRAIN, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["sentences", "vocabulary", "weights"])
def test_a_command_says_what_it_does(command):
    done = subprocess.run([sys.executable, "-m", f"sentibyte_train.commands.{command}", "--help"], cwd=TRAIN,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert f"python -m sentibyte_train.commands.{command}" in done.stdout
