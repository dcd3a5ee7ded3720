#!/usr/bin/env python3
"""Times migc as whole processes on generated chains: run.py MIGC FLOOR [N …]

For each N: a chain by generate_chain.py, then per command the median of RUNS runs: CPU (user + system), wall, and peak memory, as the
kernel accounts for the finished process; `x floor` is CPU over that of a program that reads the same files and writes as many bytes."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5


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


def median(arguments, cwd, output):
    runs = [timed(arguments, cwd, output) for _ in range(RUNS + 1)][1:]
    return [statistics.median(run[i] for run in runs) for i in range(3)]


def main():
    migc, floor = (os.path.abspath(p) for p in sys.argv[1:3])
    sizes = [int(n) for n in sys.argv[3:]] or [100, 1000, 10000]
    here = pathlib.Path(__file__).parent
    print(f"{'N':>7} {'command':<28} {'CPU ms':>9} {'wall ms':>9} {'MB':>6} {'us/rev':>8} {'x floor':>8}")
    for n in sizes:
        with tempfile.TemporaryDirectory() as directory:
            subprocess.run([sys.executable, here / "generate_chain.py", str(n), directory], check=True)
            out = os.path.join(directory, "out.sql")
            compile_ = [migc, "compile", "--dialect", "postgres", "--to", "head", "--from"]
            commands = {
                "compile base..head": compile_ + ["base"],
                "compile head-1..head": compile_ + ["head-1"],
                "compile base..head sqlite": [migc, "compile", "--dialect", "sqlite", "--to", "head", "--from", "base"],
                "history": [migc, "history"],
                "heads": [migc, "heads"],
                "show head": [migc, "show", "head"],
                "plan head-1..head": [migc, "plan", "--from", "head-1", "--to", "head"],
            }
            timed(commands["compile base..head"], directory, out)
            size = os.path.getsize(out)
            base = median([floor, os.path.join(directory, "migrations"), str(size)], directory, out)
            show = lambda name, cpu, wall, memory: print(
                f"{n:>7} {name:<28} {cpu * 1e3:>9.1f} {wall * 1e3:>9.1f} {memory:>6.0f} {cpu / n * 1e6:>8.1f} {cpu / base[0]:>8.1f}", flush=True)
            show("floor", *base)
            for name, arguments in commands.items():
                show(name, *median(arguments, directory, out))


if __name__ == "__main__":
    main()
