"""
Two parties sign one after the other, each with a key of its own. After each of
them pdfsig and pyHanko have to accept every signature, pyHanko has to see nothing
but forms filled in, our own command has to agree, and qpdf and veraPDF must find
the file as sound as before. The page with the marks is kept to be looked at.
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
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
samsyn, site = os.environ["SAMSYN"], pathlib.Path(os.environ["SITE"])
out = site.parent / "parties"  # of this county alone
jars = f"{os.environ['TOOLS']}/jars/*"
wrong, stages = [], []


def run(*command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, errors="replace", **more)
    print("$", *command, f"({done.returncode})", done.stdout + done.stderr, sep="\n")
    return done


def credential(name):
    """A key with its certificate, of a made-up signer."""
    key, cert, p12 = (out / f"{name}.{end}" for end in ("key", "crt", "p12"))
    run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
        "-subj", f"/CN=Prov {name}", "-addext", "keyUsage=critical,digitalSignature,nonRepudiation",
        "-keyout", key, "-out", cert, check=True)  # fmt: skip
    run("openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", p12, "-passout", "pass:prov", check=True)
    return p12


def judge(pdf, want):
    """pdf has want signatures, which everybody accepts."""
    said = run("pdfsig", "-nocert", pdf).stdout
    if said.count("Signature is Valid.") != want:
        wrong.append(f"pdfsig finds {said.count('Signature is Valid.')} valid signatures, not {want}")
    with open(pdf, "rb") as stream:
        signatures = PdfFileReader(stream, strict=True).embedded_signatures
        if len(signatures) != want:
            wrong.append(f"pyHanko finds {len(signatures)} signatures, not {want}")
        for signature in signatures:
            context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
            status = validate_pdf_signature(signature, context)
            print(signature.field_name, status.summary(), status.modification_level)
            if not status.bottom_line or status.modification_level not in (ModificationLevel.NONE, ModificationLevel.FORM_FILLING):
                wrong.append(f"pyHanko: {signature.field_name}: {status.summary()}, {status.modification_level}")
    if run(samsyn, "verify", pdf).returncode != 0:
        wrong.append(f"samsyn verify does not accept {want} signatures")
    if run("qpdf", "--check", pdf).returncode != 0:
        wrong.append("qpdf finds faults")
    stages.append(shutil.copy(pdf, out / f"signed-{want}.pdf"))


def conforms(files):
    """All files are what they say, by both profiles; at once, since veraPDF takes long to begin."""
    said = run("java", "-cp", jars, "org.verapdf.apps.GreenfieldCliWrapper", "--loglevel", "1", "--format", "text", *files).stdout
    for file in files:
        for profile in ("ua1", "2a"):
            if f"PASS {file} {profile}" not in said.splitlines():
                wrong.append(f"veraPDF {profile}: {file.name} does not pass: {said}")


for name in ("pdfsig", "qpdf", "openssl", "java", "pdftoppm"):
    if not shutil.which(name):
        print(f"{name} is not installed")
        sys.exit(4)
shutil.rmtree(out, ignore_errors=True)
out.mkdir(parents=True)
pdf = out / "overenskommelse.pdf"
shutil.copy(site / pdf.name, pdf)
parties = re.findall(r"Field Name: part-(\S+)", run("pdfsig", "-nocert", pdf).stdout)
if len(parties) < 2:
    sys.exit("the agreement has no fields for two parties")
os.environ["SAMSYN_P12_PASSWORD"] = "prov"
judge(pdf, 1)
# The last and the first, so that the order of signing is not that of the page.
for n, party in enumerate((parties[-1], parties[0])):
    run(samsyn, "sign", pdf, "--out", pdf, "--as", party, "--p12", credential(party), check=True)
    judge(pdf, n + 2)
before = pdf.read_bytes()
if run(samsyn, "sign", pdf, "--out", pdf, "--as", parties[0], "--p12", credential("again")).returncode == 0 or pdf.read_bytes() != before:
    wrong.append("a party signed twice")
conforms(stages)
run("pdftoppm", "-r", "80", "-png", "-f", "1", pdf, out / "page", check=True)
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
