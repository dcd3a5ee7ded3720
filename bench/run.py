#!/usr/bin/env python3
"""Times migc as whole processes on generated revisions: run.py MIGC FLOOR [SHAPE:N …]

For each SHAPE:N (see generate_chain.py): per command the median of RUNS runs after one that is not counted: CPU (user + system), wall,
and peak memory, as the kernel accounts for the finished process. `x floor` is CPU over that of a program that reads the same files
once and writes as many bytes as the whole upgrade script has; for a listing, as few as the listing has. `again`: over unchanged files,
which the cache answers; before every other run it is removed, so that filling it is a part of the time."""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5
DEFAULT = ["chain:10", "chain:100", "chain:1000", "chain:10000", "table:1000", "table:10000", "wide:1000"]


def timed(arguments, cwd, output):
    """CPU seconds, wall seconds and peak MB of one run; fails loudly when the run fails."""
    with open(output, "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(arguments, cwd=cwd, stdout=out, stderr=subprocess.PIPE)
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
    if process.returncode != 0:
        sys.exit(f"{arguments}: exit {process.returncode}\n{error.decode(errors='replace')[:2000]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def median(arguments, cwd, output, runs, cached=True):
    results = []
    for _ in range(runs + 1):
        if not cached:
            shutil.rmtree(os.path.join(cwd, ".migc"), ignore_errors=True)
        results.append(timed(arguments, cwd, output))
    results = results[1:]
    return [statistics.median(result[i] for result in results) for i in range(3)]


def commands(migc):
    """By name: the arguments, and whether the floor writes a script."""
    compile_ = [migc, "compile", "--dialect", "postgres", "--from"]
    return {
        "compile base..heads": (compile_ + ["base", "--to", "heads"], True),
        "the same, sqlite": ([migc, "compile", "--dialect", "sqlite", "--from", "base", "--to", "heads"], True),
        "compile the last one": (compile_ + ["head-1", "--to", "head"], False),
        "history": ([migc, "history"], False),
        "heads": ([migc, "heads"], False),
        "plan of the last one": ([migc, "plan", "--from", "head-1", "--to", "head"], False),
        "--version": ([migc, "--version"], False),
    }


def measure(migc, floor, shape, n, directory):
    here = pathlib.Path(__file__).parent
    subprocess.run([sys.executable, here / "generate_chain.py", str(n), directory, shape], check=True)
    runs = RUNS if n <= 10000 else 1
    out = os.path.join(directory, "out.sql")
    rows = commands(migc)
    if shape == "wide":  # no single last one
        rows = {name: row for name, row in rows.items() if "last" not in name}
    timed(rows["compile base..heads"][0], directory, out)
    floors = [median([floor, os.path.join(directory, "migrations"), size], directory, out, runs)
              for size in ("1", str(os.path.getsize(out)))]

    def show(name, result, base):
        cpu, wall, memory = result
        print(f"{shape:>6} {n:>7} {name:<24} {cpu * 1e3:>9.1f} {wall * 1e3:>9.1f} {memory:>6.0f} {cpu / n * 1e6:>8.1f} {cpu / base[0]:>8.1f}",
              flush=True)

    show("floor: read", floors[0], floors[0])
    show("floor: read and write", floors[1], floors[1])
    for name, (arguments, writes) in rows.items():
        base = floors[1 if writes else 0]
        show(name, median(arguments, directory, out, runs, cached=False), base)
        if name != "--version":
            show("  again", median(arguments, directory, out, runs), base)


def main():
    migc, floor = (os.path.abspath(p) for p in sys.argv[1:3])
    print(f"{'shape':>6} {'N':>7} {'command':<24} {'CPU ms':>9} {'wall ms':>9} {'MB':>6} {'us/rev':>8} {'x floor':>8}")
    for case in sys.argv[3:] or DEFAULT:
        shape, n = case.split(":") if ":" in case else ("chain", case)
        with tempfile.TemporaryDirectory() as directory:
            measure(migc, floor, shape, int(n), directory)


if __name__ == "__main__":
    main()
