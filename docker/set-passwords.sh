#!/bin/sh
# Gives each role the password that stands in its address, <folder>/<role>_database_url. Run as a superuser, whom psql
# finds by PGHOST, PGPORT, PGUSER; the image of PostgreSQL runs it by itself when its data folder is made.
set -eu
folder=${MOUDING_SECRETS:-/run/secrets}
for role in owner app worker sequencer checkpointer audit; do
  password=$(sed -n 's|^[a-z]*://[^:]*:\([^@]*\)@.*|\1|p' "$folder/${role}_database_url")
  case $password in
    '' | *[!0-9a-zA-Z_-]*) echo "$folder/${role}_database_url: no password of letters, digits, - and _" >&2; exit 1 ;;
  esac
  # On standard input: an argument could be read by every process of the machine.
  echo "alter role mouding_$role password '$password';" | psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 -d postgres
done
