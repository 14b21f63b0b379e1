"""Times an index of a peer: index.py KIND HASHES COUNT QUERIES JUDGED SECONDS.

KIND is flat or multihash (faiss) or threatexchange. HASHES and QUERIES hold 32 bytes each behind each
other; the first COUNT hashes are listed, each under its number. What is found for the first JUDGED
queries is printed, so that it can be compared; then as many queries as there are, or as fit into SECONDS,
are timed one by one, and the first JUDGED together.
"""

import json
import os
import sys
import time

import numpy

DISTANCE = 31
kind, path, count, asked = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
judged, seconds = int(sys.argv[5]), float(sys.argv[6])
hashes = numpy.fromfile(path, dtype=numpy.uint8, count=32 * count).reshape(count, 32)
queries = numpy.fromfile(asked, dtype=numpy.uint8).reshape(-1, 32)
cores = len(os.sched_getaffinity(0))


def memory():
    """Bytes of this process in memory."""
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return 1024 * int(line.split()[1])


def of_faiss(index):
    """Adds everything and returns how to ask."""
    import faiss

    faiss.omp_set_num_threads(1)
    index.add(hashes)

    def ask(some):
        limits, _, ids = index.range_search(some, DISTANCE + 1)
        return [ids[limits[at] : limits[at + 1]].tolist() for at in range(len(some))]

    return ask


def flat():
    import faiss

    return lambda: of_faiss(faiss.IndexBinaryFlat(256))


def multihash():
    import faiss

    index = faiss.IndexBinaryMultiHash(256, 16, 16)
    index.nflip = 1
    return lambda: of_faiss(index)


def threatexchange():
    import faiss
    from threatexchange.signal_type.pdq.pdq_index import PDQIndex

    faiss.omp_set_num_threads(1)
    # It takes hexadecimal text; making that is not counted.
    entries = [(bytes(one).hex(), number) for number, one in enumerate(hashes)]

    def build():
        index = PDQIndex(entries)
        return lambda some: [[one.metadata for one in index.query(text)] for text in some]

    return build


build = {"flat": flat, "multihash": multihash, "threatexchange": threatexchange}[kind]()
if kind == "threatexchange":
    asking = [[bytes(one).hex()] for one in queries]
else:
    asking = [queries[at : at + 1] for at in range(len(queries))]
before, begun = memory(), time.perf_counter()
ask = build()
said = {"build": time.perf_counter() - begun, "bytes": memory() - before}

said["found"] = [ask(one)[0] for one in asking[:judged]]
times, until = [], time.perf_counter() + seconds
for one in asking:
    begun = time.perf_counter()
    ask(one)
    times.append(time.perf_counter() - begun)
    if time.perf_counter() > until:
        break
times.sort()
said["asked"] = len(times)
said["median"] = times[len(times) // 2]
said["late"] = times[len(times) * 99 // 100]
if kind != "threatexchange":
    import faiss

    for name, threads in (("one", 1), ("all", cores)):
        faiss.omp_set_num_threads(threads)
        begun = time.perf_counter()
        ask(queries[:judged])
        said[name] = judged / (time.perf_counter() - begun)
print(json.dumps(said))
