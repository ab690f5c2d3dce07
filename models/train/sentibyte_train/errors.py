"""What stops a stage: one error with one line."""

import sys
from collections.abc import Callable


class DataError(Exception):
    """A file that cannot be trained on; the message names the file and, where there is one, the line."""


def fail_cleanly(main: Callable[[], None]) -> None:
    """Runs a stage; a DataError ends it with one line and exit status 2."""
    try:
        main()
    except DataError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(2)
