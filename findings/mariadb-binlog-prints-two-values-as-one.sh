#!/usr/bin/env bash
# MariaDB 10.11 (Debian 12's mariadb-server; the script installs it where it is missing).
#
# Guess beforehand: mariadb-binlog -vv writes each column's value so that it can be read back; a byte that cannot be printed is
# escaped, and so is a backslash.
#
# Behaviour: the byte is escaped and the backslash is not. One zero byte and the four characters \x00 are printed alike, and a float of
# nine significant digits with six of them.
#
# Why it hurts: a capture, a recovery or a comparison that reads the printed rows takes two rows for one, and a float for another, without
# any sign. Only the events themselves tell.
#
# Seen:
#   ###   @2='\x00'
#   ###   @3=0.123457
#   ###   @2='\x00'
#   ###   @3=0.123457
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null && wait "$server" || true; rm -rf "$folder"' EXIT
command -v mariadbd >/dev/null || { apt-get -qq update && apt-get -qq install -y mariadb-server mariadb-client >/dev/null; }
chmod 755 "$folder"
mkdir "$folder/data"
user=$(id -un)
mariadb-install-db --no-defaults --datadir="$folder/data" --auth-root-authentication-method=normal --user="$user" >/dev/null
mariadbd --no-defaults --datadir="$folder/data" --socket="$folder/socket" --skip-networking --user="$user" \
  --log-bin="$folder/data/log" --binlog-format=ROW --server-id=1 2>/dev/null &
server=$!
ask() { mariadb --no-defaults --socket="$folder/socket" --user=root "$@"; }
for _ in $(seq 100); do ask -e 'SELECT 1' >/dev/null 2>&1 && break; sleep 0.1; done
ask -e "CREATE DATABASE bank; CREATE TABLE bank.code (id INT PRIMARY KEY, value VARBINARY(8), rate FLOAT);
  INSERT INTO bank.code VALUES (1, X'00', 0.123456791); INSERT INTO bank.code VALUES (2, '\\\\x00', 0.123457);"
ask --batch --skip-column-names -e 'SELECT HEX(value), rate = CAST(0.123457 AS FLOAT) FROM bank.code ORDER BY id' | diff - <(printf '00\t0\n5C783030\t1\n')
mariadb-binlog --no-defaults -vv --base64-output=DECODE-ROWS "$folder"/data/log.000001 |
  grep -oE '^###   @[23]=[^ ]+' | tee "$folder/seen"
diff "$folder/seen" - <<'SEEN'
###   @2='\x00'
###   @3=0.123457
###   @2='\x00'
###   @3=0.123457
SEEN
