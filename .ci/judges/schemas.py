"""Our JSON Schemas in the hands of others: ruamel.yaml reads every content file of
the rules' corpus and of two counties, python-jsonschema holds it against the schema
that `samsyn schema` prints. Both they and `samsyn validate` must accept or reject
the file, and for the same fields. Then every field that a county uses is spoilt in
every way that fits a field (spoilt.py), and both are asked again.

    schemas.py CORPUS COUNTY...

What the two may differ in is written down in this file, each with its reason;
anything else is a disagreement, and so is a reason that nothing needs any longer.
SAMSYN is the program, FOUND the one that reads single files (internal/load/found).
"""

import copy
import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from spoilt import Written, empty, known_to, shapes, spoilt

SAMSYN, FOUND = os.environ["SAMSYN"], os.environ["FOUND"]

# Which schema a file is held to (content-model: a content repository).
KINDS = [
    (r"samsyn\.yaml", "samsyn"),
    (r"agreement/(agreement|parties|organisation|places|strategies|calendar|signatures)\.yaml", None),
    (r"agreement/areas/[^/]+\.md", "area"),
    (r"agreement/indicators/[^/]+\.yaml", "indicator"),
    (r"agreement/reviews/[^/]+\.md", "review"),
    (r"agreement/resources/[^/]+\.md", "resource"),
    (r"agreement/results/[^/]+\.md", "results"),
    (r"plans/[^/]+/plan\.yaml", "plan"),
    (r"plans/[^/]+/[^/]+\.md", "initiative"),
]

# The rules that stem from a schema …
OF_SCHEMA = {"missing-field", "unknown-field", "wrong-type", "invalid-value", "invalid-date", "invalid-id"}
# … those that end the reading of a file, so that no schema is asked, where another
# reader must give up too …
UNREADABLE = {"yaml-syntax", "front-matter"}
# … and those that stop us alone: limits and wounds that YAML itself does not know.
OURS_ALONE = {"merge-conflict", "too-large", "invalid-utf8", "path-escapes"}

# Differences that are meant: what one side says and the other does not.
REASONS = {
    "told-once": "a near miss of a field that is missing is one mistake and told once, at the near miss",
    "plain-number": "1000.0, 1e3 and 0x10 are numbers in JSON Schema; in our files numbers are plain decimals",
    "own-key": "what is empty counts as absent; under a key of one's own (a measure, a part) it is told as empty",
    "leap-day": "JSON Schema has no format for a part of a date, and a pattern cannot count leap years",
    "short": "that a list is too short is not told where one of its items is wrong",
    "below": "of a value that may take several forms a schema refuses the whole, we the part that is wrong",
}
used = Counter()


def kind_of(path):
    if "/." in "/" + path:
        return None  # names that begin with a dot are nobody's content
    for pattern, kind in KINDS:
        m = re.fullmatch(pattern, path)
        if m:
            return kind or m[1]
    return None


def is_translation(root, path):
    m = re.fullmatch(r"(.+)\.[a-z]{2,3}(-[A-Za-z0-9]+)*\.(md|yaml)", path)
    return bool(m) and (root / f"{m[1]}.{m[3]}").exists()


class Reader:
    """A document as an outsider reads it: its value, and where each part stands."""

    def __init__(self, text, first_line):
        self.first, self.places, self.keys = first_line, {}, {}
        nodes = list(YAML(typ="rt", pure=True).compose_all(text))
        if len(nodes) > 1:
            raise YAMLError("more than one document")
        self.value = {}
        if nodes and nodes[0] is not None and not (isinstance(nodes[0], ScalarNode) and self.is_null(nodes[0])):
            self.value = self.take(nodes[0], ())

    @staticmethod
    def is_null(node):
        return str(node.tag) == "tag:yaml.org,2002:null"

    def at(self, node):
        return node.start_mark.line + self.first, node.start_mark.column + 1

    def take(self, node, path):
        self.places.setdefault(self.at(node), []).append(path)
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.take(item, path + (i,)) for i, item in enumerate(node.value)]
        return self.scalar(node)

    def mapping(self, node, path):
        out, seen = {}, set()
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else json.dumps(str(key.value))[:40]
            here = path + (name,)
            self.keys.setdefault(self.at(key), here)
            if name in seen:
                continue  # a rule of its own tells of it; the first one counts
            seen.add(name)
            taken = self.take(value, here)
            if not empty(taken):  # what is empty counts as absent
                out[name] = taken
        return out

    @staticmethod
    def scalar(node):
        tag, text = str(node.tag).removeprefix("tag:yaml.org,2002:"), node.value
        try:
            if tag == "int":
                return int(text.replace("_", ""), 0)
            if tag == "float":
                return float(text)
        except ValueError:
            return text
        return {"null": None, "bool": text.lower() == "true"}.get(tag, text)


def path_at(document, line, column, of_key):
    """The field that stands there, as a path."""
    if of_key and (line, column) in document.keys:
        return document.keys[line, column]
    if (line, column) in document.places:
        return document.places[line, column][0]  # the outermost: a mapping before its first key's
    # An empty value has no place of its own: it is that of the key before it.
    before = [(c, p) for (l, c), p in document.keys.items() if l == line and c <= column]
    return max(before)[1] if before else ()


FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.S | re.M)


def read(file):
    """The YAML of a file and its first line; an error where there is none."""
    text = file.read_bytes().decode("utf-8")
    if file.suffix != ".md":
        return text.removeprefix("\ufeff"), 1
    m = FRONT.match(text)
    if not m:
        raise YAMLError("no front matter")
    return m[1], 2


def refused(validator, value):
    """The fields that the schema refuses, and why."""
    out = {}
    for error in validator.iter_errors(value):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            missing = next(n for n in error.validator_value if n not in error.instance and f"'{n}'" in error.message)
            out[path + (missing,)] = "missing"
        elif error.validator == "additionalProperties" and error.validator_value is False:
            for name in error.instance:
                if name not in error.schema.get("properties", {}):
                    out[path + (name,)] = "unknown"
        else:
            out[path] = error.validator
    return out


SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMED = re.compile(r"The field (\S+) is missing\.")


def found(reader, findings, name_is_bad):
    """The fields that samsyn refuses, with the finding."""
    out = {}
    for f in findings:
        if f["rule"] not in OF_SCHEMA:
            continue
        if f["rule"] == "invalid-id" and name_is_bad and (f["line"], f["column"]) == (1, 1):
            continue  # the file's name, which no schema sees
        of_key = f["rule"] == "unknown-field" or "<<" in f["message"]
        path = path_at(reader, f["line"], f["column"], of_key)
        named = NAMED.match(f["message"])
        out[path + (named[1],) if named else path] = f
    return out


def below(path, above):
    return path[: len(above)] == above


def reason(path, why, ours):
    """Why the schema alone may refuse a field."""
    for p, f in ours.items():
        if why == "missing" and f["rule"] == "unknown-field" and p[:-1] + (f.get("suggestion"),) == path:
            return "told-once"
        if why == "oneOf" and below(p, path):
            return "below"
        if why == "minItems" and below(p, path):
            return "short"
    return None


def our_reason(path, f, theirs):
    """Why samsyn alone may refuse a field."""
    if f["rule"] == "invalid-date" and ".0”" in f["message"]:
        return "plain-number"
    if "is empty" in f["message"] and not theirs:
        return "own-key"
    if "plain digits" in f["message"] or "whole number" in f["message"]:
        return "plain-number"
    if f["rule"] == "invalid-date" and "-02-29" in f["message"]:
        return "leap-day"
    if any(why == "oneOf" and below(path, p) for p, why in theirs.items()):
        return "below"
    return None


def unmeant(known):
    """Whether a difference has no reason; counts the reasons, as each has to be needed."""
    used[known] += 1
    return not known


def compare(theirs, ours):
    """What the two say differently, apart from what is meant."""
    said = []
    for path, why in theirs.items():
        if path not in ours and unmeant(reason(path, why, ours)):
            said.append(f"the schema refuses {show(path)} ({why}), samsyn does not")
    for path, f in ours.items():
        if path not in theirs and unmeant(our_reason(path, f, theirs)):
            said.append(f"samsyn refuses {show(path)} ({f['rule']}: {f['message']}), the schema does not")
    return said


def show(path):
    return "/" + "/".join(map(str, path))


def validator(schema):
    """A validator that looks through the schema for its identifiers once: given the schema
    itself it does so again at each reference, which is most of what it does."""
    known = Registry().with_resource("urn:whole", Resource.from_contents(schema)).crawl()
    return Draft202012Validator({"$ref": "urn:whole"}, registry=known, format_checker=FormatChecker(["date"]))


class Judge:
    def __init__(self, schemas):
        self.validators = {kind: validator(s) for kind, s in schemas.items()}
        self.files = self.refused = self.fields = self.unread = 0
        self.said, self.known = [], {}  # what was said of the same file with the same findings

    def repository(self, root, findings, only=None):
        by_file = {}
        for f in findings:
            by_file.setdefault(f["file"], []).append(f)
        for file in sorted(root.rglob("*")):
            path = file.relative_to(root).as_posix()
            kind = kind_of(path)
            wanted = kind and (only is None or path in only) and not is_translation(root, path)
            if wanted and file.is_file() and not file.is_symlink():
                same = path, file.read_bytes(), json.dumps(by_file.get(path))
                if same not in self.known:
                    self.known[same] = self.file(file, kind, by_file.get(path, []))
                    self.said += [f"{file}: {said}" for said in self.known[same]]

    def file(self, file, kind, findings):
        self.files += 1
        rules = {f["rule"] for f in findings}
        try:
            reader = Reader(*read(file))
        except (YAMLError, UnicodeDecodeError) as e:
            self.unread += 1
            return [] if rules & (UNREADABLE | OURS_ALONE) else [f"cannot be read ({str(e).splitlines()[0]}), samsyn reads it"]
        if rules & UNREADABLE:
            return [f"samsyn cannot read it ({rules & UNREADABLE}), others can"]
        if rules & OURS_ALONE:
            self.unread += 1
            return []
        return self.document(kind, reader, findings, file)

    def document(self, kind, reader, findings, file):
        """What the two say differently of a document that both can read."""
        name = file.parent.name if kind == "plan" else file.stem
        theirs = refused(self.validators[kind], reader.value)
        ours = found(reader, findings, not SLUG.fullmatch(name))
        self.refused += bool(theirs)
        self.fields += len(theirs)
        return compare(theirs, ours)


def found_in(asked):
    """What samsyn's reading finds in each of the files or folders, by a single process."""
    lines = "".join(json.dumps(a, default=str) + "\n" for a in asked)
    answers = subprocess.run([FOUND], input=lines, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    return zip(asked, map(json.loads, answers), strict=True)


def validate(root):
    """What samsyn validate finds."""
    call = [SAMSYN, "-C", root, "--lang", "en", "validate", "--format", "json"]
    return json.loads(subprocess.run(call, stdout=subprocess.PIPE, text=True).stdout)["findings"]


class Spoiler:
    """Every field of every kind of file spoilt, where one of the counties uses it."""

    def __init__(self, schemas, counties):
        self.schemas = schemas
        self.examples = {kind: [] for kind in schemas}
        for county in counties:
            for file in sorted(county.rglob("*")):
                path = file.relative_to(county).as_posix()
                kind = kind_of(path)
                if kind and not is_translation(county, path):
                    self.examples[kind].append((path, Reader(*read(file)).value))

    def documents(self):
        """The path, kind and document of each; the richest examples come first."""
        for kind, examples in self.examples.items():
            known = set()
            for path, document in sorted(examples, key=lambda e: -len({shape for _, shape in shapes(e[1])})):
                for document in spoilt(document, self.schemas[kind]["required"], known):
                    yield path, kind, Written(document, path.endswith(".md"))
            unused = {field for field in known_to(self.schemas[kind]) if not any(k[:-1] == field for k in known)}
            for field in sorted(unused):
                print(f"{kind}: no county uses {show(field)}")


def control(schemas, root, findings):
    """The judge itself is judged: sound content agrees, and is a disagreement as soon
    as a schema demands more than samsyn, or samsyn tells what no schema does."""
    unasked = {"rule": "missing-field", "message": "The field owner is missing. Add it.", "line": 2, "column": 1}
    told = [{"file": f.relative_to(root).as_posix(), **unasked} for f in root.glob("plans/*/*.md")]
    strict = copy.deepcopy(schemas)
    strict["initiative"]["required"].append("no_such_field")
    for schema, said, wanted in [(schemas, findings, False), (strict, findings, True), (schemas, told, True)]:
        judge = Judge(schema)
        judge.repository(root, said)
        if bool(judge.said) != wanted:
            sys.exit(f"the judge itself does not hold: {judge.said}")


def main(corpus, *counties):
    kinds = sorted({kind for pattern, k in KINDS for kind in ([k] if k else re.search(r"\((.*)\)", pattern)[1].split("|"))})
    schemas = {kind: json.loads(subprocess.check_output([SAMSYN, "schema", kind])) for kind in kinds}
    judge = Judge(schemas)
    repositories = [p for p in sorted(Path(corpus).glob("*/*")) if (p / "samsyn.yaml").is_file()]
    for asked, findings in found_in([{"folder": root} for root in repositories]):
        judge.repository(asked["folder"], findings)
    for county in map(Path, counties):
        judge.repository(county, validate(county))
    print(f"{len(repositories) + len(counties)} repositories, {judge.files} files, {judge.unread} unreadable, {judge.refused} refused for {judge.fields} fields")
    corpus_refused = judge.refused
    tried = Counter()
    documents = list(Spoiler(schemas, [Path(c) for c in counties]).documents())
    answers = found_in([{"path": path, "text": document.text} for path, _, document in documents])
    for (path, kind, document), (_, findings) in zip(documents, answers, strict=True):
        tried[kind] += 1
        judge.said += [f"{said}\n{document.text}" for said in judge.document(kind, document, findings, Path(path))]
    print(f"spoilt on purpose: {sum(tried.values())} documents, {judge.refused - corpus_refused} refused: {dict(tried)}")

    counted = Counter(used)
    sound = next(Path(corpus).glob("missing-field/good*/"))
    control(schemas, sound, validate(sound))
    for said in judge.said:
        print(said)
    for name, why in REASONS.items():
        print(f"{counted[name]:5} × {name}: {why}")
        if not counted[name]:
            judge.said.append(name)
            print(f"nothing needs the reason {name}")
    sys.exit(bool(judge.said))


if __name__ == "__main__":
    main(*sys.argv[1:])
