#!/usr/bin/env bash
# Makes dist/Buurtkamer.dmg from dist/Buurtkamer.app (PyInstaller). On a Mac only; see installer/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ ! -d dist/Buurtkamer.app ]]; then
    echo "dist/Buurtkamer.app is not there: run PyInstaller first (see installer/README.md)." >&2
    exit 1
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R dist/Buurtkamer.app "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname Buurtkamer -srcfolder "$stage" -ov -format UDZO dist/Buurtkamer.dmg
