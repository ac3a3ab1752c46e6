"""Runs commands one after the other and writes down what they cost: a small program of its own.

`python -I -S benchmark_stopwatch.py RESULT.json COMMAND… --next COMMAND…`. A process keeps the
memory peak of whoever started it, so that a large program would lend its own peak to Hugo.
Only the standard library is used, and as little of it as will do.
"""

import json
import os
import subprocess
import sys
import time

NEXT = "--next"


def commands(arguments: list[str]) -> list[list[str]]:
    """Return the commands of a command line, which ``--next`` parts."""
    found: list[list[str]] = [[]]
    for argument in arguments:
        if argument == NEXT:
            found.append([])
        else:
            found[-1].append(argument)
    return found


def main() -> int:
    """Run until one fails; what is written counts each command and all it started and awaited."""
    result, *arguments = sys.argv[1:]
    cpu, peak, code = 0.0, 0, 0
    started = time.monotonic()
    for command in commands(arguments):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        cpu += usage.ru_utime + usage.ru_stime
        # Kilobytes on Linux, bytes on a Mac.
        peak = max(peak, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))
        if code != 0:
            break
    cost = {"wall": time.monotonic() - started, "cpu": cpu, "peak": peak, "code": code}
    with open(result, "w", encoding="utf-8") as file:  # noqa: PTH123  pathlib would weigh more
        json.dump(cost, file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
