"""Times threatexchange on some files of a folder, a process a core: folder.py FOLDER COUNT.

The files are taken evenly from the whole folder, so that sizes and formats are mixed as in it.
"""

import json
import multiprocessing
import os
import pathlib
import sys
import time

from threatexchange.signal_type.pdq.signal import PdqSignal


def main():
    files = sorted(pathlib.Path(sys.argv[1]).iterdir())
    # A step that shares no factor with the order of formats and sizes.
    step = max(1, len(files) // int(sys.argv[2])) | 1
    some = files[::step][: int(sys.argv[2])]
    with multiprocessing.Pool(len(os.sched_getaffinity(0))) as pool:
        pool.map(PdqSignal.hash_from_file, some[:4])
        begun = time.perf_counter()
        hashes = pool.map(PdqSignal.hash_from_file, some, chunksize=8)
        seconds = time.perf_counter() - begun
    print(json.dumps({"rate": len(some) / seconds, "hashed": sum(map(bool, hashes))}))


main()
