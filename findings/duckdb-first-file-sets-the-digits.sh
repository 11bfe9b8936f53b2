#!/usr/bin/env bash
# duckdb 1.4.1 with pyarrow 21.0.0.
#
# Guess beforehand: of two Parquet files whose column has microseconds in the one and nanoseconds in the other, a reader takes
# the finer unit, or refuses.
#
# Behaviour: the first file of the list decides. With the file of microseconds first, the nanoseconds of the other are cut off
# without an error or a warning; with the other order they are kept. The same two files, sorted otherwise, give other values.
#
# Why it hurts: change capture writes files whose names sort by time, so a writer whose unit changed one day loses digits in
# every reading that begins before that day, and a comparison of old and new files finds rows equal that are not.
#
# Seen:
#   us first: TIMESTAMP 1700000000123456000
#   ns first: TIMESTAMP_NS 1700000000123456789
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --quiet install duckdb==1.4.1 pyarrow==21.0.0
cd "$folder"
cat >read.py <<'PYTHON'
import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

NANOSECONDS = 1_700_000_000_123_456_789
for unit, value in (("us", NANOSECONDS // 1000), ("ns", NANOSECONDS)):
    pq.write_table(pa.table({"moment": pa.array([value], pa.timestamp(unit))}), f"{unit}.parquet")
for files in (["us.parquet", "ns.parquet"], ["ns.parquet", "us.parquet"]):
    kind, last = duckdb.sql(f"SELECT typeof(moment), max(epoch_ns(moment)) FROM read_parquet({files}) GROUP BY 1").fetchone()
    print(f"{files[0][:2]} first: {kind} {last}")
PYTHON
venv/bin/python read.py | tee seen
diff seen - <<'SEEN'
us first: TIMESTAMP 1700000000123456000
ns first: TIMESTAMP_NS 1700000000123456789
SEEN
