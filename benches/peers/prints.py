"""Times pdqhash on grey pictures of 512 by 512 bytes: prints.py FILE COUNT SIDE SECONDS.

The pictures lie behind each other in FILE. The arrays are ready before the clock starts; pdqhash takes
three channels, so grey stands in all three, and its own weighing of the channels is part of its time.
"""

import json
import sys
import time

import numpy
import pdqhash

path, count, side, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
grey = numpy.fromfile(path, dtype=numpy.uint8).reshape(count, side, side, 1)
# pdqhash's signature names signed bytes and takes unsigned ones.
pictures = [numpy.ascontiguousarray(numpy.repeat(one, 3, axis=2)) for one in grey]
hashes = []
for picture in pictures:
    bits, quality = pdqhash.compute(picture)
    hashes.append(numpy.packbits(bits.astype(numpy.uint8)).tobytes().hex() + f" {quality}")

done, begun = 0, time.perf_counter()
while time.perf_counter() - begun < seconds:
    for picture in pictures:
        pdqhash.compute(picture)
    done += len(pictures)
print(json.dumps({"rate": done / (time.perf_counter() - begun), "hashes": hashes}))
