# What stands beside the JVM (Keeper.java): sends the signals that Java cannot send, and cleans up when
# the JVM was killed. It reads one order a line from a pipe that only the JVM holds, whose end
# means that the JVM is gone. TERM comes first, and KILL a second later. Linux lists the children of a process;
# elsewhere it is the program alone that ends.
trap '' HUP INT QUIT TERM
programs=' '
while IFS= read -r order; do
  rest=${order#* }
  case $order in
    'signal '*) kill $rest ;;
    'begin '*) programs="$programs$rest " ;;
    'end '*) programs="${programs%% $rest *} ${programs#* $rest }" ;;
    'keep '*) set -- "$@" "$rest" ;;
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
left=$(trees $programs)
if [ -n "$left" ]; then
  kill -TERM $left
  sleep 1
  kill -KILL $left $(trees $left)
fi
for directory in "$@"; do
  if [ -e "$directory" ]; then rm -rf "$directory"; fi
done
