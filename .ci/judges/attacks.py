"""
Forgeries of signed PDFs, made by our own tests: files that some readers mend and show
otherwise, or that were changed after they were signed. qpdf, pdfsig and pyHanko judge
each beside our own command; their verdicts are printed. Ours must call none of them
valid, and everybody must accept the honest one.
"""

import json
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
samsyn, out = os.environ["SAMSYN"], pathlib.Path(os.environ["OUT"]) / "forged"
FEWEST = 30
ALLOWED = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, errors="replace", timeout=300)


def qpdf(path):
    """Whether the file is sound; it looks at no signature."""
    return "sound" if run("qpdf", "--check", path).returncode == 0 else "mends or refuses"


def pdfsig(path):
    """What poppler says of each signature that it finds."""
    said = run("pdfsig", "-nocert", path).stdout
    parts = [p for p in re.split(r"(?m)^Signature #\d+:", said)[1:] if "is not signed" not in p]
    valid = sum("Signature is Valid." in p for p in parts)
    return f"{valid} of {len(parts)} valid"


def pyhanko(path):
    """What pyHanko says, which compares the revisions too; trust is not in question."""
    try:
        with open(path, "rb") as stream:
            signatures = PdfFileReader(stream, strict=True).embedded_signatures
            holds = []
            for signature in signatures:
                context = ValidationContext(trust_roots=[signature.signer_cert], allow_fetching=False)
                status = validate_pdf_signature(signature, context)
                holds.append(status.intact and status.valid and status.modification_level in ALLOWED)
            return f"{sum(holds)} of {len(holds)} valid"
    except Exception as error:  # whatever a broken file makes it raise is a no
        return f"refuses ({type(error).__name__})"


def ours(path):
    done = run(samsyn, "verify", "--format", "json", path)
    if done.returncode not in (0, 1) or "goroutine" in done.stderr:
        wrong.append(f"{path.name}: samsyn verify broke: {done.returncode}\n{done.stderr}")
        return "broke"
    verdict = json.loads(done.stdout)["verdict"]
    if (verdict == "valid") != (done.returncode == 0):
        wrong.append(f"{path.name}: it says {verdict} and leaves with {done.returncode}")
    return verdict


wrong = []
for name in ("qpdf", "pdfsig"):
    if not shutil.which(name):
        print(f"{name} is not installed")
        sys.exit(4)
shutil.rmtree(out, ignore_errors=True)
out.mkdir(parents=True)
made = subprocess.run(["go", "test", "-vet=off", "-count=1", "-run", "^TestForgeries$", "./internal/sign"],
                      cwd=os.environ["ROOT"], env={**os.environ, "SAMSYN_FORGERIES": str(out)})  # fmt: skip
if made.returncode:
    wrong.append("our own test of them fails")
files = sorted(out.glob("*.pdf"))
print(f"{'':38}{'qpdf':18}{'pdfsig':14}{'pyHanko':34}ours")
for path in files:
    said = [judge(path) for judge in (qpdf, pdfsig, pyhanko, ours)]
    print(f"{path.stem:38}{said[0]:18}{said[1]:14}{said[2]:34}{said[3]}")
    if path.stem.endswith("-honest"):
        if said != ["sound", "2 of 2 valid", "2 of 2 valid", "valid"]:
            wrong.append(f"{path.name}: not everybody accepts the honest file")
    elif said[3] == "valid":
        wrong.append(f"{path.name}: samsyn verify says that a forgery holds")
if len(files) <= FEWEST:
    wrong.append(f"only {len(files)} files")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
