"""What `check` runs: the same rows and the same scores as the command alone, and a worker that dies in the middle."""

import datetime
import json
import random
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession

from sentibyte_spark import FIELDS, PREFIX, score

ROWS = 100_000
PARTITIONS = 8
MODEL = "nano"
WORDS = (
    "the a we it room food staff film plot was were is not never very really so good bad great awful "
    "slow clean broken lovely again would come back love hate café 😀 :( don't"
).split()
ODD = ("", "   ", "\n", 'a "quoted", text;', "line\r\nbreak", "\u2028", "好", "\ufeff", "x " * 600, "\\", "\x00")


def make_rows() -> list[tuple]:
    choose = random.Random(20)
    start = datetime.datetime(2024, 1, 1)
    rows = []
    for number in range(ROWS):
        if number % 1000 == 7:
            text = None
        elif number % 100 == 3:
            text = choose.choice(ODD)
        else:
            text = " ".join(choose.choices(WORDS, k=choose.randint(1, 12))) + choose.choice(("", ".", "!"))
        tags = choose.sample(WORDS, 2) if number % 3 else None
        rows.append((number, text, None if number % 5 == 0 else number * 2, start, tags))
    return rows


def expected(command: list[str], rows: list[tuple]) -> list[dict]:
    """What the command alone says, on all cores."""
    texts = [text for _, text, *_ in rows if text is not None]
    lines = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    arguments = ["--jsonl", "--field", "text", "--fields", ",".join(FIELDS), "--model", MODEL]
    done = subprocess.run([*command, *arguments], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    answers = iter(json.loads(line)["sentiment"] for line in done.stdout.splitlines())
    results = [{"error": "the text is null"} if text is None else next(answers) for _, text, *_ in rows]
    assert next(answers, None) is None
    return results


def judged_rows(frame: DataFrame) -> list[tuple]:
    # Sorted here: Spark would judge everything twice to find out how to spread what it sorts.
    return sorted((tuple(row) for row in frame.collect()), key=lambda row: row[0])


def dying(command: list[str], folder: Path) -> list[str]:
    """The command, but the first process that gets to it dies after some rows."""
    script = folder / "dying"
    once = folder / "once"
    script.write_text(
        "#!/bin/sh\n"
        f"if mkdir {shlex.quote(str(once))} 2>/dev/null; then\n"
        f"  head -n 50 | {shlex.join(command)} \"$@\"; exit 1\n"
        f"fi\nexec {shlex.join(command)} \"$@\"\n"
    )
    script.chmod(0o755)
    return [str(script)]


def main() -> None:
    command = shlex.split(sys.argv[1])
    rows = make_rows()
    started = time.monotonic()
    wanted = expected(command, rows)
    print(f"the command alone: {ROWS} rows, {time.monotonic() - started:.0f} s")

    # A task may fail three times, as on a cluster; on one machine that has to be said.
    spark = (
        SparkSession.builder.master("local[2,4]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", False)
        .config("spark.ui.showConsoleProgress", False)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    # The one failure that is logged is the one that is wanted; others are exceptions here.
    spark.sparkContext.setLogLevel("OFF")
    schema = "id long, text string, `number` int, at timestamp_ntz, tags array<string>"
    frame = spark.createDataFrame(rows, schema).repartition(PARTITIONS)

    started = time.monotonic()
    judged = score(frame, "text", command, MODEL)
    assert judged.columns == [*frame.columns, *(PREFIX + name for name in (*FIELDS, "error"))]
    found = judged_rows(judged)
    print(f"Spark: {len(found)} rows, {time.monotonic() - started:.0f} s")
    results = [tuple(result.get(name) for name in (*FIELDS, "error")) for result in wanted]
    compare(found, [row + result for row, result in zip(rows, results, strict=True)])
    bad = sum(row[-1] is not None for row in found)
    assert bad == sum(text is None for _, text, *_ in rows) > 0
    print(f"the same rows and the same scores; {bad} rows with an error keep their place")

    with tempfile.TemporaryDirectory() as folder:
        few = frame.where("id < 4000")
        again = judged_rows(score(few, "text", dying(command, Path(folder)), MODEL))
        assert (Path(folder) / "once").exists()
        compare(again, found[:4000])
    print("a process that died in the middle: its partition was judged again, with the same result")

    for wrong, message in (("none", "there is no column 'none'"), ("id", "is bigint, not string")):
        try:
            score(frame, wrong)
        except (ValueError, TypeError) as error:
            assert message in str(error), error
        else:
            raise AssertionError(f"column {wrong} was taken")
    spark.stop()


def compare(found: list[tuple], wanted: list[tuple]) -> None:
    assert len(found) == len(wanted), f"{len(found)} rows, not {len(wanted)}"
    for one, other in zip(found, wanted, strict=True):
        assert one == other, f"{one} is not {other}"


if __name__ == "__main__":
    main()
