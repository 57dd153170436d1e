"""
Parties who sign with another program. pyHanko signs party fields of the agreement in
several ways, and adds time stamps over the document and validation data; then our own
command signs on. After each step our command has to call every signature valid, to name
its level, and to agree with pyHanko and pdfsig; what pyHanko adds that we do not judge
has to be told as unknown, and the next party must be able to go on.
"""

import datetime
import io
import json
import logging
import os
import pathlib
import re
import shutil
import subprocess
import sys
import warnings

from asn1crypto import crl, keys, x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.generic import DictionaryObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
samsyn, site = os.environ["SAMSYN"], pathlib.Path(os.environ["SITE"])
out = site.parent / "others"  # of this county alone
ALLOWED = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
wrong = []
now = datetime.datetime.now(datetime.timezone.utc)


def issued(name, by=None, usage=None):
    """(certificate, key); by itself where nobody issues it."""
    key = rsa.generate_private_key(65537, 2048) if usage else ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    ca = by is None
    made = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(by[0].subject if by else subject).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(x509.KeyUsage(not ca, not ca, False, False, False, ca, ca, False, False), critical=True)
    )  # fmt: skip
    if usage:
        made = made.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    return made.sign(by[1] if by else key, hashes.SHA256()), key


def as_asn1(certificate, key):
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return asn1.Certificate.load(certificate.public_bytes(serialization.Encoding.DER)), keys.PrivateKeyInfo.load(der)


root = issued("Prov rot")
root_cert, _ = as_asn1(*root)
store = SimpleCertificateStore()
store.register(root_cert)
service_cert, service_key = as_asn1(*issued("Prov stämpel", root, ExtendedKeyUsageOID.TIME_STAMPING))
service = timestamps.DummyTimeStamper(service_cert, service_key, certs_to_embed=store)
revoked = x509.CertificateRevocationListBuilder().issuer_name(root[0].subject).last_update(now - datetime.timedelta(hours=1))
revoked = revoked.next_update(now + datetime.timedelta(days=1)).sign(root[1], hashes.SHA256())
revoked = crl.CertificateList.load(revoked.public_bytes(serialization.Encoding.DER))


def sign(pdf, party, stamp=False, subfilter=fields.SigSeedSubFilter.PADES, **how):
    certificate, key = as_asn1(*issued(f"Prov {party}", root))
    signer = signers.SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=store)
    if how:
        how["validation_context"] = ValidationContext(trust_roots=[root_cert], crls=[revoked], allow_fetching=False)
    meta = signers.PdfSignatureMetadata(field_name=f"part-{party}", subfilter=subfilter, **how)
    return signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer=signer, timestamper=service if stamp else None).getvalue()


def private(pdf):
    """What another program might keep in the catalogue."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root["/PieceInfo"] = DictionaryObject({pdf_name("/Prov"): DictionaryObject({pdf_name("/X"): pdf_string("1")})})
    writer.update_root()
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def judge(name, pdf, levels, verdict="valid"):
    path = out / f"{name}.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([samsyn, "verify", "--format", "json", path], capture_output=True, text=True)
    said = json.loads(done.stdout)
    mine = [(s["party"] or s["kind"], s["level"], s["verdict"]) for s in said["signatures"]]
    poppler = subprocess.run(["pdfsig", "-nocert", path], capture_output=True, text=True).stdout.count("Signature is Valid.")
    with open(path, "rb") as stream:
        theirs = []
        for s in PdfFileReader(stream, strict=True).embedded_signatures:
            if s.sig_object["/Type"] == "/DocTimeStamp":
                continue
            context = ValidationContext(trust_roots=[s.signer_cert, root_cert], allow_fetching=False)
            status = validate_pdf_signature(s, context)
            theirs.append(status.intact and status.valid and status.modification_level in ALLOWED)
    print(f"{name}: ours {said['verdict']} {mine}, pyHanko {theirs}, pdfsig {poppler} valid")
    if said["verdict"] != verdict or (done.returncode == 0) != (verdict == "valid"):
        wrong.append(f"{name}: {said['verdict']}, not {verdict}: {done.stdout}")
    if [level for _, level, _ in mine] != levels:
        wrong.append(f"{name}: levels {[level for _, level, _ in mine]}, not {levels}")
    if verdict == "valid" and not all(theirs):
        wrong.append(f"{name}: pyHanko does not accept it")
    return pdf


for tool in ("pdfsig", "openssl"):
    if not shutil.which(tool):
        print(f"{tool} is not installed")
        sys.exit(4)
shutil.rmtree(out, ignore_errors=True)
out.mkdir(parents=True)
sealed = (site / "overenskommelse.pdf").read_bytes()
parties = re.findall(r"Field Name: part-(\S+)", subprocess.run(["pdfsig", "-nocert", site / "overenskommelse.pdf"], capture_output=True, text=True).stdout)
if len(parties) < 3:
    sys.exit("the agreement has no fields for three parties")
first, second, third = parties[:3]
judge("pades", sign(sealed, first), ["B-B", "B-B"])
judge("plain", sign(sealed, first, subfilter=fields.SigSeedSubFilter.ADOBE_PKCS7_DETACHED), ["B-B", ""])
both = judge("stamped", sign(sign(sealed, first), second, stamp=True), ["B-B", "B-B", "B-T"])
over = signers.PdfTimeStamper(service).timestamp_pdf(IncrementalPdfFileWriter(io.BytesIO(both)), "sha256").getvalue()
judge("stamped-over", over, ["B-T", "B-T", "B-T", ""])
judge("long-term", sign(sealed, first, stamp=True, embed_validation_info=True), ["B-B", "B-LT"])
archived = judge("archived", sign(sealed, first, stamp=True, embed_validation_info=True, use_pades_lta=True), ["B-T", "B-LTA", ""])
unknown = judge("private-data", private(both), ["B-B", "B-B", "B-T"], "unknown")

os.environ["SAMSYN_P12_PASSWORD"] = "prov"
key, cert, p12 = (out / f"party.{end}" for end in ("key", "crt", "p12"))
subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", "/CN=Prov tredje",
                "-addext", "keyUsage=critical,digitalSignature", "-keyout", key, "-out", cert], check=True, capture_output=True)  # fmt: skip
subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", p12, "-passout", "pass:prov"], check=True)
for name, pdf, levels, verdict in (("archived", archived, ["B-T", "B-LTA", "", "B-B"], "valid"), ("private-data", unknown, ["B-B", "B-B", "B-T", "B-B"], "unknown")):
    path = out / f"{name}-and-on.pdf"
    done = subprocess.run([samsyn, "sign", out / f"{name}.pdf", "--as", third, "--p12", p12, "--out", path], capture_output=True, text=True)
    if done.returncode:
        wrong.append(f"{name}: the next party cannot go on: {done.stderr}")
        continue
    judge(f"{name}-and-on", path.read_bytes(), levels, verdict)
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
