"""signatures.py [TAMPERED…]: four programs judge every signed PDF, and copies of some, whose
names are given, that somebody tampered with.

pdfsig, pyHanko and OpenSSL are the outsiders. `samsyn verify` has to accept what the
build made, as they do, and to reject every tampered copy. A changed byte in what was
signed the outsiders have to reject too, else the copy would prove nothing.
"""

import logging
import os
import pathlib
import re
import shutil
import subprocess
import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
samsyn, site = os.environ["SAMSYN"], pathlib.Path(os.environ["SITE"])
unsigned, out = pathlib.Path(os.environ["UNSIGNED"]), site.parent / "tampered"  # of this county alone
wrong = []


def pdfsig(path):
    """(accepts, what it said)"""
    run = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True, errors="replace")
    signatures = [part for part in re.split(r"(?m)^Signature #\d+:", run.stdout)[1:] if "is not signed" not in part]
    valid = [s for s in signatures if "Signature is Valid." in s and "\n  - Total document signed" in s]
    return bool(signatures) and len(valid) == len(signatures), run.stdout + run.stderr


def pyhanko(path):
    """(accepts, what it said); trust is not in question here, so each signer is trusted."""
    try:
        with open(path, "rb") as stream:
            reader = PdfFileReader(stream, strict=True)
            signatures = reader.embedded_signatures
            said = []
            accepts = bool(signatures)
            for signature in signatures:
                context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
                status = validate_pdf_signature(signature, context)
                whole = signature.evaluate_signature_coverage() == SignatureCoverageLevel.ENTIRE_FILE
                unchanged = status.modification_level in (None, ModificationLevel.NONE)
                accepts = accepts and status.intact and status.valid and whole and unchanged
                said.append(f"{signature.field_name}: {status.summary()}, whole file: {whole}")
            return accepts, "\n".join(said)
    except Exception as error:  # whatever a broken file makes it raise is a no
        return False, f"{type(error).__name__}: {error}"


def openssl(path):
    """(accepts, what it said): the container, its CAdES attributes, and the bytes they cover."""
    data = path.read_bytes()
    ranges = byte_range(data)
    if not ranges:
        return False, "no byte range"
    (start, first), (second, end) = ranges
    der, content = out / "signature.der", out / "content"
    try:
        der.write_bytes(bytes.fromhex(data[first:second].strip(b"<>").decode("ascii")))
    except ValueError as error:
        return False, str(error)
    content.write_bytes(data[start:first] + data[second:end])
    # Trust is not in question: the certificates that it brings are taken for anchors.
    anchors = out / "anchors.pem"
    subprocess.run(["openssl", "pkcs7", "-inform", "DER", "-in", der, "-print_certs", "-out", anchors], capture_output=True)
    run = subprocess.run(
        ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", der, "-content", content, "-cades",
         "-CAfile", anchors, "-partial_chain", "-purpose", "any", "-out", os.devnull], capture_output=True, text=True)  # fmt: skip
    return run.returncode == 0 and start == 0 and end == len(data), run.stdout + run.stderr


def ours(path):
    run = subprocess.run([samsyn, "verify", path], capture_output=True, text=True, errors="replace", timeout=300)
    said = run.stdout + run.stderr
    if run.returncode not in (0, 1, 2) or "goroutine" in said:
        wrong.append(f"{path}: samsyn verify broke: exit {run.returncode}\n{said}")
    return run.returncode == 0, said


def byte_range(data):
    """What the last signature covers, as its dictionary states it: ((start, end), (start, end))."""
    found = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", data)
    if not found:
        return None
    a, b, c, d = map(int, found[-1])
    return (a, a + b), (c, c + d)


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def tampered(data, base):
    """(name, bytes, whether everybody has to reject it)"""
    (_, first), (second, end) = byte_range(data)
    for at in [9, base // 4, base // 2, base * 3 // 4, base - 20, base + 40, first - 2, second + 1, end - 8]:
        yield f"byte-{at}", flipped(data, at), True
    # Inside the signature, which is written in hexadecimal: its certificate (not all
    # programs look there), its value at the end, and the zeros that fill the room.
    value = first + len(data[first:second].rstrip(b"0>")) - 8
    yield "certificate", flipped(data, first + 800), False
    yield "value", flipped(data, value), True
    yield "padding", flipped(data, second - 20), False
    yield "truncated", data[:-100], True
    yield "half", data[: len(data) // 2], True
    yield "appended-text", data + b"\n% more\n", False
    # An increment after the signature that redefines the catalogue's language.
    number, body = re.search(rb"(?s)(\d+) 0 obj\s*(<<(?:(?!endobj).)*?/Type\s*/Catalog\b.*?>>)\s*endobj", data[:base]).groups()
    start = re.findall(rb"startxref\s+(\d+)", data)[-1]
    trailer = re.findall(rb"(?s)trailer\s*<<(.*?)>>\s*startxref", data)[-1]
    trailer = re.sub(rb"/Prev\s+\d+", b"", trailer)
    added = b"\n" + number + b" 0 obj\n" + body[:-2] + b" /Shadow true>>\nendobj\n"
    table = b"xref\n%s 1\n%010d 00000 n \ntrailer\n<<%s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        number, len(data) + 1, trailer, start, len(data) + len(added))
    yield "increment", data + added + table, False


def judge(path, tampering):
    data = path.read_bytes()
    base = (unsigned / path.relative_to(site)).read_bytes()
    if not data.startswith(base) or len(data) == len(base):
        wrong.append(f"{path}: the unsigned file is not its beginning")
    for program in programs:
        accepts, said = program(path)
        print(f"{path.name} {program.__name__}:\n{said.strip()}\n")
        if not accepts:
            wrong.append(f"{path}: {program.__name__} does not accept it")
    for name, bad, by_all in tampered(data, len(base)) if tampering else ():
        copy = out / f"{path.stem}-{name}.pdf"
        copy.write_bytes(bad)
        verdicts = {program.__name__: program(copy) for program in programs}
        accepted = [program for program, (accepts, _) in verdicts.items() if accepts]
        print(f"{copy.name}: accepted by {accepted or 'nobody'}")
        if "ours" in accepted and len(accepted) < 3:
            wrong.append(f"{copy}: samsyn verify accepts what another rejects")
        if "ours" in accepted:
            wrong.append(f"{copy}: samsyn verify accepts it\n{verdicts['ours'][1]}")
        elif by_all and accepted:
            wrong.append(f"{copy}: accepted by {accepted}; is it still a tampered file?")


programs = (pdfsig, pyhanko, openssl, ours)
for name in ("pdfsig", "openssl"):
    if not shutil.which(name):
        print(f"{name} is not installed")
        sys.exit(4)
out.mkdir(parents=True, exist_ok=True)
# What lies in filer/ was attached to the content by somebody else.
files = sorted(path for path in site.rglob("*.pdf") if "filer" not in path.relative_to(site).parts)
if not files:
    wrong.append(f"no PDF in {site}")
unknown = set(sys.argv[1:]) - {path.name for path in files}
if unknown or len(sys.argv) < 2:
    wrong.append(f"to be tampered with: {sorted(unknown) or 'no name is given'}")
for each in files:
    judge(each, each.name in sys.argv)
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
