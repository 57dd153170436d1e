"""Three programs judge every signed PDF, and copies of it that somebody tampered with.

pdfsig and pyHanko are the outsiders; `samsyn verify` has to agree with them. What one
of them rejects, ours must not accept, and a changed byte none may accept.
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
unsigned, out = pathlib.Path(os.environ["UNSIGNED"]), pathlib.Path(os.environ["OUT"]) / "tampered"
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


def ours(path):
    run = subprocess.run([samsyn, "verify", path], capture_output=True, text=True, errors="replace", timeout=60)
    said = run.stdout + run.stderr
    if run.returncode not in (0, 1, 2) or "goroutine" in said:
        wrong.append(f"{path}: samsyn verify broke: exit {run.returncode}\n{said}")
    return run.returncode == 0, said


def signed_ranges(data):
    """The byte range that the last signature covers, as its dictionary states it."""
    a, b, c, d = map(int, re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)", data)[-1])
    return (a, a + b), (c, c + d)


def tampered(data, base):
    """(name, bytes, whether everybody has to reject it)"""
    (_, first), (second, end) = signed_ranges(data)
    for at in [9, base // 4, base // 2, base * 3 // 4, base - 20, base + 40, first - 2, second + 1, end - 8]:
        yield f"byte-{at}", data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], True
    digit = first + 200  # inside the signature itself, which is written in hexadecimal
    yield "signature", data[:digit] + (b"0" if data[digit : digit + 1] != b"0" else b"1") + data[digit + 1 :], True
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


def judge(path):
    data = path.read_bytes()
    base = (unsigned / path.relative_to(site)).read_bytes()
    if not data.startswith(base) or len(data) == len(base):
        wrong.append(f"{path}: the unsigned file is not its beginning")
    for program in (pdfsig, pyhanko, ours):
        accepts, said = program(path)
        print(f"{path.name} {program.__name__}:\n{said.strip()}\n")
        if not accepts:
            wrong.append(f"{path}: {program.__name__} does not accept it")
    for name, bad, by_all in tampered(data, len(base)):
        copy = out / f"{path.stem}-{name}.pdf"
        copy.write_bytes(bad)
        verdicts = {program.__name__: program(copy) for program in (pdfsig, pyhanko, ours)}
        accepted = [program for program, (accepts, _) in verdicts.items() if accepts]
        print(f"{copy.name}: accepted by {accepted or 'nobody'}")
        if "ours" in accepted and len(accepted) < 3:
            wrong.append(f"{copy}: samsyn verify accepts what another rejects")
        if "ours" in accepted:
            wrong.append(f"{copy}: samsyn verify accepts it\n{verdicts['ours'][1]}")
        elif by_all and accepted:
            wrong.append(f"{copy}: accepted by {accepted}; is it still a tampered file?")


if not shutil.which("pdfsig"):
    print("pdfsig is not installed")
    sys.exit(4)
out.mkdir(parents=True, exist_ok=True)
files = sorted(site.rglob("*.pdf"))
if not files:
    wrong.append(f"no PDF in {site}")
for each in files:
    judge(each)
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
