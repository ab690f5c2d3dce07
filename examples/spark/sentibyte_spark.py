"""Scores a text column of a Spark DataFrame through the `sentibyte` command, one process per partition.

    from sentibyte_spark import score
    judged = score(reviews, "text")

Columns in, columns out: all that came in, then sentiment_label, sentiment_score, sentiment_confidence and
sentiment_error. A row without a text to judge keeps its place and says why in sentiment_error.
"""

import argparse
import json
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import DoubleType, StringType, StructField, StructType

PREFIX = "sentiment_"
FIELDS = ("label", "score", "confidence")
# Characters of what the command said last that an error shows.
MOST_SAID = 2000


def score(
    frame: DataFrame,
    column: str,
    command: Sequence[str] = ("sentibyte",),
    model: str = "small",
    prefix: str = PREFIX,
) -> DataFrame:
    """`frame` with the sentiment of `column`. `command` is what starts sentibyte on a worker."""
    if column not in frame.columns:
        raise ValueError(f"there is no column {column!r}; there are {', '.join(frame.columns)}")
    if not isinstance(frame.schema[column].dataType, StringType):
        raise TypeError(f"column {column!r} is {frame.schema[column].dataType.simpleString()}, not string")
    added = StructType(
        [
            StructField(f"{prefix}label", StringType()),
            StructField(f"{prefix}score", DoubleType()),
            StructField(f"{prefix}confidence", DoubleType()),
            StructField(f"{prefix}error", StringType()),
        ]
    )
    taken = [field.name for field in added if field.name in frame.columns]
    if taken:
        raise ValueError(f"there are columns {', '.join(taken)} already; give another prefix")
    at = frame.columns.index(column)
    names = [field.name for field in added]
    line = [*command, "--jsonl", "--field", "text", "--fields", ",".join(FIELDS)]
    # Spark runs as many partitions as there are cores: one thread each.
    line += ["--jobs", "1", "--model", model]

    def judge_partition(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with Judge(line) as judge:
            for batch in batches:
                yield with_results(batch, judge.judge(batch.column(at).to_pylist()), names)

    # Arrow keeps every type as it is, where pandas would make floats of integers with gaps.
    return frame.mapInArrow(judge_partition, StructType([*frame.schema, *added]))


def with_results(batch: pa.RecordBatch, results: list[dict], names: list[str]) -> pa.RecordBatch:
    types = (pa.string(), pa.float64(), pa.float64(), pa.string())
    columns = [
        pa.array([result.get(key) for result in results], kind)
        for key, kind in zip((*FIELDS, "error"), types, strict=True)
    ]
    return pa.RecordBatch.from_arrays([*batch.columns, *columns], names=[*batch.schema.names, *names])


class Judge:
    """A process of the command, started with the first text. It keeps nothing: a task that is tried again starts another."""

    def __init__(self, command: Sequence[str]):
        self._command = list(command)
        self._process: subprocess.Popen | None = None
        self._said = None

    def __enter__(self) -> "Judge":
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout, self._said):
                try:
                    stream.close()
                except BrokenPipeError:
                    pass

    def judge(self, texts: list[str | None]) -> list[dict]:
        """A result, or an error, for each text, in their order."""
        given = [text for text in texts if text is not None]
        results = iter(self._answers(given))
        return [{"error": "the text is null"} if text is None else next(results) for text in texts]

    def _answers(self, texts: list[str]) -> list[dict]:
        if not texts:
            return []
        if self._process is None:
            self._said = tempfile.TemporaryFile()
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._said
            )
        # Written in a thread of its own: the command answers while it reads, and pipes are small.
        writer = threading.Thread(target=self._write, args=(texts,), daemon=True)
        writer.start()
        answers = []
        for _ in texts:
            line = self._process.stdout.readline()
            if not line.endswith(b"\n"):
                raise RuntimeError(f"sentibyte stopped: {self._last_words()}")
            answers.append(json.loads(line)["sentiment"])
        writer.join()
        return answers

    def _write(self, texts: list[str]) -> None:
        try:
            for text in texts:
                line = json.dumps({"text": text}, ensure_ascii=False)
                self._process.stdin.write(line.encode("utf-8") + b"\n")
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass  # The reader finds out that the process is gone, and says so.

    def _last_words(self) -> str:
        code = self._process.wait()
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace")[-MOST_SAID:].strip()
        return said or f"exit code {code}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores a text column of a table.")
    parser.add_argument("--input", required=True, help="where the table lies")
    parser.add_argument("--output", required=True, help="where the result goes, as Parquet")
    parser.add_argument("--column", required=True, help="the column of the text")
    parser.add_argument("--format", default="parquet", help="of the input: parquet, csv, json, orc")
    parser.add_argument("--command", default="sentibyte", help="what starts sentibyte on a worker")
    parser.add_argument("--model", default="small", help="small or nano")
    parser.add_argument("--partitions", type=int, help="spreads the rows over so many partitions first")
    parser.add_argument("--overwrite", action="store_true", help="replaces what an earlier run left")
    options = parser.parse_args()
    spark = SparkSession.builder.appName("sentibyte").getOrCreate()
    reader = spark.read.format(options.format)
    if options.format == "csv":
        reader = reader.option("header", True).option("multiLine", True).option("escape", '"')
    frame = reader.load(options.input)
    if options.partitions:
        frame = frame.repartition(options.partitions)
    judged = score(frame, options.column, options.command.split(), options.model)
    judged.write.mode("overwrite" if options.overwrite else "errorifexists").parquet(options.output)


if __name__ == "__main__":
    main()
