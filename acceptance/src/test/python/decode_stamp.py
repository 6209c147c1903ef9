#!/usr/bin/env python3
"""Decodes stamps and checks signature and certificate: a second implementation of docs/indicium-format.md.

It shares nothing with the Java one but the documents. Python's standard library reads the bytes; the `openssl` command
checks signatures and certificates.

    decode_stamp.py --root root.pem --bundle trust-bundle HEX [HEX ...]

One JSON object a stamp on standard output, in an array: the fields, and "verdict" and "reason". Without --root it decodes
only; with a root and no bundle a specimen is one and all else is unknown. Exit code 0 if all stamps were decoded and,
where judged, all are genuine; 2 if the root cannot be read.
"""
import argparse
import datetime
import json
import re
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ARC = "2.25.103206101404022557838583199534168848074"
INDICIUM, AUTHORITY_SIGNING = ARC + ".1", ARC + ".3"
ISSUED = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
EPOCH = datetime.date(2000, 1, 1)
VOIDS_REACH_BACK = datetime.timedelta(days=400)
CLOCK_TOLERANCE = 5 * 60


class Refused(Exception):
    """The bytes are no indicium, or no trust bundle that may be relied on."""


# ---- content ---------------------------------------------------------------------------------------------------------

def number(data, at, length):
    return int.from_bytes(data[at:at + length], "little")


def text(name, data, at, length, least=1):
    value = data[at:at + length].decode("latin-1").rstrip(" ")
    if len(value) < least or value != value.strip() or not all(" " <= c <= "~" for c in value):
        raise Refused(f"{name} is not text")
    return value


def identifier(name, data, at):
    value = text(name, data, at, 2, 2)
    if not all(c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" for c in value):
        raise Refused(f"{name} is not of A-Z and 0-9")
    return value


def day(value):
    if value == 0:
        return None
    try:
        return datetime.date(value // 10000, value // 100 % 100, value % 100).isoformat()
    except ValueError:
        raise Refused(f"date {value} is no day") from None


def serial(data):
    value, ten = int.from_bytes(data, "big"), ""
    for _ in range(10):
        value, digit = divmod(value, 36)
        ten = ALPHABET[digit] + ten
    product = 0
    for character in ten:
        product = (product + ALPHABET.index(character)) * 2 % 37
    printed = ten + ALPHABET[(38 - product) % 37]
    if value or not all(c in ISSUED for c in printed):
        raise Refused(f"label serial number {printed} is not issued")
    return printed


def within(name, value, least, most):
    if not least <= value <= most:
        raise Refused(f"{name} must be {least} to {most}, not {value}")
    return value


def decode(data):
    if len(data) != 136 or data[0] != 0x81:
        raise Refused("not 136 bytes of format version 0x81")
    return {
        "formatVersion": data[0],
        "algorithm": within("algorithm", data[1], 3, 3) if data[1] != 1 else 1,
        "certificateSerial": within("certificateSerial", number(data, 2, 4), 1, 2 ** 32 - 1),
        "manufacturer": identifier("manufacturer", data, 6),
        "model": identifier("model", data, 8),
        "psdSerial": f"{within('psdSerial', number(data, 10, 4), 1, 99_999_999):08d}",
        "ascending": number(data, 14, 5),
        "postage": number(data, 19, 3),
        "date": day(number(data, 22, 4)),
        "licensingPostcode": number(data, 26, 4),
        "destination": number(data, 30, 5),
        "softwareId": text("softwareId", data, 35, 6),
        "descending": number(data, 41, 4),
        "rateCategory": text("rateCategory", data, 45, 4),
        "pieceCount": number(data, 49, 4),
        "licence": within("licence", number(data, 53, 4), 1, 2 ** 32 - 1),
        "labelSerial": serial(data[57:64]),
        "labelPosition": number(data, 64, 2),
        "frankedOn": (EPOCH + datetime.timedelta(days=number(data, 66, 2))).isoformat(),
        "currency": within("currency", number(data, 68, 2), 0, 999),
        "country": identifier("country", data, 70),
        "signature": data[72:].hex(),
    }


# ---- signatures and certificates, by openssl -------------------------------------------------------------------------

def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *map(str, arguments)], input=data, capture_output=True, check=False)


def der_signature(raw):
    def integer(value):
        magnitude = value.to_bytes((value.bit_length() + 8) // 8, "big")
        return b"\x02" + bytes([len(magnitude)]) + magnitude
    body = integer(int.from_bytes(raw[:32], "big")) + integer(int.from_bytes(raw[32:], "big"))
    return b"\x30" + bytes([len(body)]) + body


class Certificate:
    def __init__(self, folder, name, der):
        self.der_file, self.pem_file, self.key_file = (folder / f"{name}.{kind}" for kind in ("der", "pem", "key"))
        self.der_file.write_bytes(der)
        if openssl("x509", "-inform", "DER", "-in", self.der_file, "-out", self.pem_file).returncode:
            raise Refused("a certificate cannot be read")
        self.key_file.write_bytes(openssl("x509", "-in", self.pem_file, "-noout", "-pubkey").stdout)
        self.serial = int(self._field("-serial").split("=")[1], 16)
        self.text = openssl("x509", "-in", self.pem_file, "-noout", "-text", "-certopt", "no_sigdump").stdout.decode()
        self.not_before, self.not_after = (self._time(option) for option in ("-startdate", "-enddate"))

    def _field(self, option):
        return openssl("x509", "-in", self.pem_file, "-noout", option).stdout.decode().strip()

    def _time(self, option):
        value = self._field(option).split("=")[1]
        return datetime.datetime.strptime(value, "%b %d %H:%M:%S %Y %Z").replace(tzinfo=datetime.timezone.utc)

    def licence(self):
        """The one in the subject's organisation, "Licence N"; None if it names none."""
        subject = openssl("x509", "-in", self.pem_file, "-noout", "-subject", "-nameopt", "multiline,-align")
        for line in subject.stdout.decode().splitlines():
            name, _, value = line.strip().partition(" = ")
            if name == "organizationName" and re.fullmatch(r"Licence [1-9][0-9]{0,9}", value):
                if int(value.split()[1]) < 2 ** 32:
                    return int(value.split()[1])
        return None

    def is_for(self, use):
        lines = self.text.splitlines()
        at = [i for i, line in enumerate(lines) if "X509v3 Extended Key Usage" in line]
        return bool(at) and lines[at[0] + 1].strip() == use

    def is_p256(self):
        return "prime256v1" in self.text

    def is_issued_by(self, root, when):
        return openssl("verify", "-no-CApath", "-no-CAstore", "-check_ss_sig", "-attime", int(when.timestamp()), "-CAfile",
                       root.pem_file, self.pem_file).returncode == 0

    def signed(self, folder, data, raw):
        r, s = int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big")
        if not (0 < r < ORDER and 0 < s <= ORDER // 2):
            return False
        signature, signed = folder / "signature", folder / "signed"
        signature.write_bytes(der_signature(raw))
        signed.write_bytes(data)
        return openssl("dgst", "-sha256", "-verify", self.key_file, "-signature", signature, signed).returncode == 0


# ---- trust bundle ----------------------------------------------------------------------------------------------------

class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, length):
        if length < 0 or self.at + length > len(self.data):
            raise Refused("the trust bundle is cut off")
        self.at += length
        return self.data[self.at - length:self.at]

    def unpack(self, form):
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def count(self):
        return self.unpack("I")[0]


class Bundle:
    def __init__(self, folder, data, root, now):
        reader = Reader(data[:-64])
        if reader.take(8) != b"SW-BNDL1":
            raise Refused("not a trust bundle")
        self.number, issued_at, self.next_update = reader.unpack("Qqq")
        signer = Certificate(folder, "signer", reader.take(reader.count()))
        modules = [reader.take(reader.count()) for _ in range(reader.count())]
        revocations = [reader.unpack("IqB") for _ in range(reader.count())]
        self.revoked = {serial: (when, reason) for serial, when, reason in revocations}
        self.voided = {reader.unpack("II") for _ in range(reader.count())}
        if reader.at != len(reader.data):
            raise Refused("bytes behind the void list")
        if self.number < 1 or self.next_update <= issued_at or len(self.revoked) < len(revocations):
            raise Refused("not a legal trust bundle")
        issued = datetime.datetime.fromtimestamp(issued_at, datetime.timezone.utc)
        self.issued = issued.date()
        if not (signer.is_for(AUTHORITY_SIGNING) and signer.is_issued_by(root, issued)
                and signer.signed(folder, data[:-64], data[-64:])):
            raise Refused("the trust bundle is not the authority's")
        if now < issued_at - CLOCK_TOLERANCE:
            raise Refused("the clock is behind the bundle")
        if now >= self.next_update:
            raise Refused("the trust bundle is stale")
        certificates = [Certificate(folder, f"module{i}", der) for i, der in enumerate(modules)]
        if len({certificate.serial for certificate in certificates}) < len(certificates):
            raise Refused("a certificate's serial number is in the trust bundle twice")
        self.indicium = {certificate.serial: certificate for certificate in certificates
                         if certificate.is_for(INDICIUM) and certificate.is_p256()
                         and certificate.is_issued_by(root, certificate.not_before)}


def judge(folder, data, stamp, bundle):
    if stamp["ascending"] == stamp["descending"] == 0 and not any(data[72:]):
        return "specimen", "registers and signature are zero"
    if isinstance(bundle, Refused):
        return "unknown", str(bundle)
    certificate = bundle.indicium.get(stamp["certificateSerial"])
    if certificate is None:
        return "unknown", "its certificate is not in the trust bundle as one for indicia"
    if stamp["algorithm"] != 3 or not certificate.signed(folder, data[:72], data[72:]):
        return "forged", "its signature is not by the module that it names"
    if certificate.licence() not in (None, stamp["licence"]):
        return "forged", "its module is certified for another licence"
    if stamp["pieceCount"] == 0:
        return "forged", "it says piece 0, which only a specimen may"
    franked = datetime.date.fromisoformat(stamp["frankedOn"])
    when, reason = bundle.revoked.get(certificate.serial, (None, None))
    if reason == 1:
        return "ask-the-desk", "the module's key is revoked as compromised"
    if reason == 2 and franked > datetime.datetime.fromtimestamp(when, datetime.timezone.utc).date():
        return "ask-the-desk", "franked after its key was superseded"
    if not certificate.not_before.date() <= franked <= certificate.not_after.date():
        return "ask-the-desk", "franked outside its certificate's validity"
    if (int(stamp["psdSerial"]), stamp["pieceCount"]) in bundle.voided:
        return "voided", "declared void by the authority"
    if franked < bundle.issued - VOIDS_REACH_BACK:
        return "ask-the-desk", "franked before the days whose voids the trust bundle lists"
    return "genuine", "signed by a certified module and not void"


def told(message):
    print(f"decode_stamp.py: {message}", file=sys.stderr)
    return 2


def read_root(folder, file):
    pem = file.read_bytes()
    form = "PEM" if b"-----BEGIN" in pem else "DER"
    return Certificate(folder, "root", openssl("x509", "-inform", form, "-outform", "DER", data=pem).stdout)


def read_bundle(folder, options, root):
    """The bundle, or why there is none to judge by."""
    if not options.bundle:
        return Refused("there is no trust bundle to judge by")
    try:
        return Bundle(folder, options.bundle.read_bytes(), root, options.at)
    except Refused as refusal:
        return refusal
    except (OSError, ValueError, OverflowError) as unreadable:
        return Refused(f"the trust bundle cannot be read: {unreadable}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, help="the authority's root certificate, PEM or DER")
    parser.add_argument("--bundle", type=Path, help="the trust bundle")
    parser.add_argument("--at", type=int, default=int(time.time()), help="seconds since 1970 to judge at")
    parser.add_argument("stamps", nargs="+", metavar="HEX")
    options = parser.parse_args()
    stamps, good = [], True
    with tempfile.TemporaryDirectory() as name:
        folder, bundle = Path(name), None
        if options.root:
            try:
                root = read_root(folder, options.root)
            except (Refused, OSError) as refusal:
                sys.exit(told(f"the root {options.root} cannot be read: {refusal}"))
            bundle = read_bundle(folder, options, root)
        for stamp in options.stamps:
            try:
                data = bytes.fromhex(stamp)
                fields = decode(data)
                if bundle is not None:
                    fields["verdict"], fields["reason"] = judge(folder, data, fields, bundle)
                    good &= fields["verdict"] == "genuine"
            except (Refused, ValueError) as refusal:
                fields, good = {"verdict": "unknown", "reason": str(refusal)}, False
            stamps.append(fields)
    json.dump(stamps, sys.stdout, indent=2)
    print()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
