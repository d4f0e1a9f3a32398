#!/bin/sh
# Makes the pictures of the documents, with Chromium: sh docs/pictures.sh
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
./leadline trace --quiet --scope all --python 3.11 -o "$work/page.html" -m calendar 2026 >"$work/out"
./leadline compare --python 3.10 --python 3.11 --python 3.13 -o "$work/compare.html" integration-tests/compare/program/iso_dates.py

picture() { # NAME PAGE PLACE
  chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --virtual-time-budget=9000 \
    --window-size=1280,720 --screenshot="docs/$1.png" "file://$work/$2.html#$3" >"$work/out" 2>&1
}
picture page-flame page "view=flame"
picture page-depth page "view=time"
picture page-compare compare "view=differences"
