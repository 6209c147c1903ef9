#!/usr/bin/env python3
"""Checks which pieces a ledger entry binds: a second implementation of the entry in docs/ledger-format.md.

    check_entry.py ENTRY PIECE [PIECE ...]

ENTRY is the hex of an entry or a sealed entry. PIECE is CONTENT,ORDER,ATTEMPT,LINE: the hex of 72 bytes, the order's UUID,
two numbers; CONTENT alone will do for an entry of format version 1. The pieces are those of the entry, in the order of their
piece counts. One JSON object on standard output: the entry's fields, and "binds", whether its contents hash is that of these
pieces. Exit code 0 if it is, 1 if it is not, 2 if the bytes are no entry.
"""
import hashlib
import json
import struct
import sys
import uuid

KINDS = [None, "opened", "taken", "funded", "franked", "withdrawn", "suspended", "resumed"]
STATES = [None, "active", "suspended", "withdrawn"]


def sha256(data):
    return hashlib.sha256(data).digest()


def read(data):
    if len(data) not in (160, 224) or data[0] not in (1, 2) or data[3] != 0:
        raise ValueError("no entry of format version 1 or 2")
    names = ("psd number ascending descending fundsAdded fundsWithdrawn pieceCount maximumDescending maximumPostage owner "
             "epoch sealCertificate pieces").split()
    entry = dict(zip(names, struct.unpack("<IQQQQQQQQQQII", data[4:96])))
    entry.update(formatVersion=data[0], kind=KINDS[data[1]], state=STATES[data[2]],
                 contentsHash=data[96:128].hex(), previousHash=data[128:160].hex(), hash=sha256(data[:160]).hex())
    if entry["ascending"] + entry["descending"] != entry["fundsAdded"] - entry["fundsWithdrawn"]:
        raise ValueError("ascending + descending is not funds added - funds withdrawn")
    return entry


def piece_hash(version, piece):
    content, *order = piece.split(",")
    content = bytes.fromhex(content)
    if len(content) != 72:
        raise ValueError("a content has 72 bytes")
    if version == 1:
        return sha256(content)
    order_id, attempt, line = order
    return sha256(content + sha256(uuid.UUID(order_id).bytes + struct.pack("<II", int(attempt), int(line))))


def main():
    try:
        entry = read(bytes.fromhex(sys.argv[1]))
        hashes = [piece_hash(entry["formatVersion"], piece) for piece in sys.argv[2:]]
    except (ValueError, IndexError, struct.error) as refusal:
        print(f"check_entry.py: {refusal}", file=sys.stderr)
        return 2
    entry["binds"] = len(hashes) == entry["pieces"] and sha256(b"".join(hashes)).hex() == entry["contentsHash"]
    json.dump(entry, sys.stdout, indent=2)
    print()
    return 0 if entry["binds"] else 1


if __name__ == "__main__":
    sys.exit(main())
