#!/usr/bin/env bash
# MariaDB 10.11 (Debian 12's mariadb-server; the script installs it where it is missing).
#
# Guess beforehand: information_schema lists the columns of a primary key as the table declares them; the period columns of a
# system-versioned table that nobody declared are hidden everywhere.
#
# Behaviour: information_schema.columns hides them, SELECT * hides them, and information_schema.key_column_usage lists ROW_END as the
# last column of the primary key.
#
# Why it hurts: tools that read the key there (importers of schemas, checks before change capture) see a key of two columns, one of which
# is not in the list of columns: they refuse the table, or join on a column that they cannot read.
#
# Seen:
#   columns: id,amount
#   key: id,row_end
set -euo pipefail
folder=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null && wait "$server" || true; rm -rf "$folder"' EXIT
command -v mariadbd >/dev/null || { apt-get -qq update && apt-get -qq install -y mariadb-server mariadb-client >/dev/null; }
chmod 755 "$folder"
mkdir "$folder/data"
user=$(id -un)
mariadb-install-db --no-defaults --datadir="$folder/data" --auth-root-authentication-method=normal --user="$user" >/dev/null
mariadbd --no-defaults --datadir="$folder/data" --socket="$folder/socket" --skip-networking --user="$user" 2>/dev/null &
server=$!
ask() { mariadb --no-defaults --socket="$folder/socket" --user=root --batch --skip-column-names -e "$1"; }
for _ in $(seq 100); do ask 'SELECT 1' >/dev/null 2>&1 && break; sleep 0.1; done
ask 'CREATE DATABASE bank; CREATE TABLE bank.loan (id INT PRIMARY KEY, amount INT) WITH SYSTEM VERSIONING'
{
  ask "SELECT CONCAT('columns: ', GROUP_CONCAT(LOWER(column_name) ORDER BY ordinal_position)) FROM information_schema.columns WHERE table_name = 'loan'"
  ask "SELECT CONCAT('key: ', GROUP_CONCAT(LOWER(column_name) ORDER BY ordinal_position)) FROM information_schema.key_column_usage WHERE table_name = 'loan'"
} | tee "$folder/seen"
diff "$folder/seen" - <<'SEEN'
columns: id,amount
key: id,row_end
SEEN
