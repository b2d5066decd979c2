#!/bin/sh
# calcurse 4.7.1 (Debian 12, 4.7.1-1), a calendar for the terminal, with a calendar file by RFC 5545.
# Expected: an event with STATUS:CANCELLED is left out or marked, its URL is kept, and the same file taken in twice (same
#   UIDs, as a subscription does) leaves each event once.
# Seen: the cancelled meeting becomes an appointment like any other, the URL is dropped, and the second import doubles
#   everything. So a calendar file of meetings must say in the title that a meeting isn't held. Fails if that changes.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q calcurse=4.7.1-1 >/dev/null 2>&1
dpkg-deb -x calcurse_*.deb tree
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//Example//EN \
  BEGIN:VEVENT UID:one@example.org DTSTAMP:20261201T090000Z DTSTART:20261210T180000Z DTEND:20261210T200000Z \
  'SUMMARY:Meeting that stands' URL:https://example.org/one STATUS:CONFIRMED END:VEVENT \
  BEGIN:VEVENT UID:two@example.org DTSTAMP:20261201T090000Z DTSTART:20261211T180000Z DTEND:20261211T200000Z \
  'SUMMARY:Meeting that is off' STATUS:CANCELLED END:VEVENT END:VCALENDAR >meetings.ics
export TZ=UTC HOME="$dir"
for time in first second; do
  ./tree/usr/bin/calcurse -q -D "$dir/data" -i meetings.ics >/dev/null 2>&1
  echo "$time: $(grep -c 'that stands' data/apts) that stands, $(grep -c 'that is off' data/apts) that is off"
done
./tree/usr/bin/calcurse --version | head -n 1
cat data/apts
[ "$(grep -c '|Meeting that is off$' data/apts)" = 2 ]
[ "$(grep -c '|Meeting that stands$' data/apts)" = 2 ]
! grep -rq 'example.org/one' data
