# Runs beside the JVM (Watchdog.java): sends the signals that Java cannot send, and cleans up when
# the JVM was killed. It reads one order a line from a pipe that only the JVM holds, whose end without
# the order `over` means that the JVM is gone. TERM comes first, and KILL a second later. Linux lists
# the children of a process, and the processes that have a directory of the run on their command line
# or in their environment; elsewhere it is the program alone that ends.
trap '' HUP INT QUIT TERM
echo ready
exec >/dev/null
programs=' '
while IFS= read -r order; do
  rest=${order#* }
  case $order in
    'signal '*) kill $rest ;;
    'begin '*) programs="$programs$rest " ;;
    'end '*) programs="${programs%% $rest *} ${programs#* $rest }" ;;
    'keep '*) set -- "$@" "$rest" ;;
    over) exit ;;
  esac
done
tree() {
  echo "$1"
  for list in /proc/"$1"/task/*/children; do
    kids=
    read -r kids <"$list"
    for kid in $kids; do tree "$kid"; done
  done
}
trees() {
  for root in "$@"; do tree "$root"; done
}
# The directories come by a pipe: grep is not to find itself.
marked() {
  [ $# -gt 0 ] || return
  printf '%s\n' "$@" | grep -lsF -f - /proc/[0-9]*/cmdline /proc/[0-9]*/environ |
    while IFS=/ read -r _ _ process _; do echo "$process"; done
}
# Another look follows each: a process that the JVM was about to start, or that was just forked, comes late.
look=0
left=$(trees $programs $(marked "$@"))
while [ -n "$left" ] && [ $look -lt 5 ] || [ $look = 0 ]; do
  [ -z "$left" ] || kill -TERM $left
  sleep 1
  [ -z "$left" ] || kill -KILL $left $(trees $left)
  left=$(trees $(marked "$@"))
  look=$((look + 1))
done
for directory in "$@"; do
  if [ -e "$directory" ]; then rm -rf "$directory"; fi
done
