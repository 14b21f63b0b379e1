"""Times threatexchange from JPEG files to hashes: jpegs.py FOLDER SECONDS.

One process, one file after the other, as its own command line does.
"""

import json
import pathlib
import sys
import time

from threatexchange.signal_type.pdq.signal import PdqSignal

files = sorted(pathlib.Path(sys.argv[1]).glob("*.jpg"))
hashes = [PdqSignal.hash_from_file(file) for file in files]

done, begun = 0, time.perf_counter()
while time.perf_counter() - begun < float(sys.argv[2]):
    for file in files:
        PdqSignal.hash_from_file(file)
    done += len(files)
print(json.dumps({"rate": done / (time.perf_counter() - begun), "hashes": hashes}))
