#!/usr/bin/env bash
# What the build needs beside Rust: libclang (to read RocksDB's headers) and a C++ compiler (to compile it).
# Installs what is missing where it may, else says exactly what to type.
set -euo pipefail

if ! command -v cargo >/dev/null; then
    echo "Rust is missing. Install it from https://rustup.rs and run this again." >&2
    exit 1
fi

missing=()
has_libclang() {
    [ -n "${LIBCLANG_PATH:-}" ] || ldconfig -p 2>/dev/null | grep -q 'libclang[-.]' ||
        compgen -G '/usr/lib/llvm-*/lib/libclang*.so*' >/dev/null ||
        compgen -G '/usr/lib/*/libclang*.so*' >/dev/null ||
        { command -v llvm-config >/dev/null && compgen -G "$(llvm-config --libdir)/libclang*" >/dev/null; } ||
        [ -d /Library/Developer/CommandLineTools ]
}
has_libclang || missing+=(libclang-dev)
command -v c++ >/dev/null || missing+=(g++)
command -v make >/dev/null || missing+=(make)
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "Missing: ${missing[*]}. Install libclang and a C++ compiler with your system's package manager, for example:" >&2
    echo "  dnf install clang-devel gcc-c++     pacman -S clang gcc     brew install llvm" >&2
    exit 1
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "Missing: ${missing[*]}. Type this and run make again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
    exit 1
fi
echo "Installing ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
