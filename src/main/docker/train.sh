#!/usr/bin/env bash
# Runs Lajur once with its own PostgreSQL, asks for a few pages, stops it, and leaves the cache that the JVM made of it:
# train.sh <jar> <directory>. Java 25 makes lajur.aot, an older one an archive of classes, lajur.jsa. Never fails: what
# cannot be made is an empty cache, which the JVM passes over.
set -uo pipefail

jar=$1
directory=$2
port=${SERVER_PORT:-8080}
if java -XX:+PrintFlagsFinal -version 2>/dev/null | grep -q AOTCacheOutput; then
    cache=$directory/lajur.aot
    make=-XX:AOTCacheOutput=$cache
else
    cache=$directory/lajur.jsa
    make=-XX:ArchiveClassesAtExit=$cache
fi
data=$(mktemp -d "$directory/data.XXXXXX")

get() {
    exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
    timeout 20 cat <&3 | head -n 1 | grep -q ' 200 '
}

# The same options as in the container, or the cache would not be good for it.
java -Xmx256m -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr "$make" -jar "$jar" \
    --lajur.database=embedded --lajur.data-dir="$data" --server.address=127.0.0.1 --server.port="$port" &
lajur=$!

for _ in $(seq 300); do
    kill -0 "$lajur" 2>/dev/null || break
    if get /actuator/health 2>/dev/null; then
        for page in /masuk /transparansi /masuk /transparansi; do
            get "$page" || echo "train: $page did not answer" >&2
        done
        break
    fi
    sleep 1
done

# In good order: the JVM writes the cache at its end, and PostgreSQL is stopped.
kill "$lajur" 2>/dev/null
wait "$lajur"
rm -rf "$data"
if [ -s "$cache" ]; then
    echo "train: $cache holds $(stat -c %s "$cache") bytes"
else
    echo "train: NO CACHE COULD BE MADE; the image works without, and starts slower" >&2
    : >"$cache"
fi
