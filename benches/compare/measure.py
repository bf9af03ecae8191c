"""Runs a command several times and keeps what it cost; prints all that was kept as tables.

measure.py run RESULTS TASK SIZE NAME RUNS [--before COMMAND] -- COMMAND...
measure.py miss RESULTS TASK SIZE NAME REASON
measure.py table RESULTS
"""

import json
import os
import statistics
import subprocess
import sys
import time

OURS = "itcharter"


def once(command):
    """Returns the CPU seconds, wall seconds, peak MiB of the largest process, and status of one run."""
    quiet = open(os.devnull, "w")
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=quiet, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, process.returncode, error.decode(errors="replace")


def keep(results, row):
    with open(results, "a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def run(results, task, size, name, runs, rest):
    before, command = None, rest[rest.index("--") + 1 :]
    if rest[0] == "--before":
        before = rest[1]
    row = {"task": task, "size": int(size), "name": name}
    figures = []
    for turn in range(int(runs) + 1):
        if before:
            subprocess.run(before, shell=True, check=True)
        cpu, wall, peak, status, error = once(command)
        if status != 0:
            reason = (error.strip().splitlines() or [f"status {status}"])[-1][:120]
            keep(results, {**row, "miss": f"failed: {reason}"})
            print(f"{name}: failed with {status}: {error[-2000:]}", file=sys.stderr)
            return
        # The first run warms the cache of files, and does not count unless it took so long that it cannot matter.
        if turn > 0 or wall > 60:
            figures.append((cpu, wall, peak))
        if wall > 60:
            break
    cpu, wall, peak = (statistics.median(column) for column in zip(*figures))
    keep(results, {**row, "cpu": cpu, "wall": wall, "peak": peak, "runs": len(figures)})
    print(f"{task} {size} {name}: {cpu:.3f} s CPU, {wall:.3f} s, {peak:.0f} MiB", file=sys.stderr)


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
    memory = int(open("/proc/meminfo").readline().split()[1]) // 1024**2
    load = os.getloadavg()[2]
    return (
        f"{os.cpu_count()} × {model}, {memory} GiB, Linux {os.uname().release}; {time.strftime('%-d %B %Y')}. "
        f"Load of the last quarter of an hour: {load:.1f}."
    )


def table(results):
    rows = [json.loads(line) for line in open(results, encoding="utf-8")]
    print(machine())
    print("\nSeconds and MiB are medians of whole processes, peak memory that of the largest process.")
    for task in dict.fromkeys(row["task"] for row in rows):
        print(f"\n### {task}\n")
        print("| files | program | CPU s | × ours | wall s | × ours | peak MiB | runs |")
        print("|---:|---|---:|---:|---:|---:|---:|---:|")
        for size in sorted({row["size"] for row in rows if row["task"] == task}):
            # A later figure for the same program takes the place of an earlier one.
            same = {row["name"]: row for row in rows if row["task"] == task and row["size"] == size}
            ours = next((row for name, row in same.items() if name.startswith(OURS) and "cpu" in row), None)
            for name, row in same.items():
                if "miss" in row:
                    print(f"| {size:,} | {name} | {row['miss']} | | | | | |")
                    continue
                ratio = lambda key: f"{row[key] / ours[key]:.1f}" if ours else "?"
                cells = [f"{size:,}", name, f"{row['cpu']:.3f}", ratio("cpu"), f"{row['wall']:.3f}", ratio("wall")]
                print(f"| {' | '.join(cells)} | {row['peak']:.0f} | {row['runs']} |")


if __name__ == "__main__":
    verb, results, *rest = sys.argv[1:]
    if verb == "run":
        run(results, *rest[:4], rest[4:])
    elif verb == "miss":
        keep(results, dict(zip(["task", "size", "name", "miss"], [rest[0], int(rest[1]), rest[2], rest[3]])))
    else:
        table(results)
