"""Documents spoilt in every way that fits a field, for schemas.py: each field that a kind
of file has is spoilt once, wherever the counties use it, in a document that is no longer
than that takes. Where things stand in what is written here is known without reading it.
"""

import copy
import json
import re

# What an editor may leave in the place of a value. ABSENT takes the field away.
ABSENT = object()
SPOILT = [ABSENT, None, "", "  ", "ord", "Två ord", "-a", "a@b", "https://a.se/x y", 0, -1, 99999, 1000.0, 1.5, True,
          "2025-02-29", "2025-04-31", "2025", [], {}, [""], ["ord"], [[]], {"zzz": 1}]


def shapes(value, path=()):
    """Every field of a document with a path to it, the items of a list counting as one."""
    yield path, tuple("*" if isinstance(step, int) else step for step in path) + (form(value),)
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from shapes(inside, path + (key,))
    elif isinstance(value, list):
        for i, inside in enumerate(value):
            yield from shapes(inside, path + (i,))


def form(value):
    return {dict: "{}", list: "[]"}.get(type(value), "")


def short(value, known, path=()):
    """The document with those items of its lists alone that have a field which is not known;
    of plain values two, since a list may need them."""
    if isinstance(value, dict):
        return {key: short(inside, known, path + (key,)) for key, inside in value.items()}
    if not isinstance(value, list):
        return value
    kept = []
    for item in value:
        new = {path + ("*",) + shape for _, shape in shapes(item)} - known
        if new or not kept or len(kept) < 2 and not isinstance(item, (dict, list)):
            known |= new
            kept.append(short(item, known, path + ("*",)))
    return kept


def spoilt(document, required, known):
    """The document with one field spoilt, or misspelt, each that is not known in its turn:
    beside the field in question it has no more than what is required."""
    whole = short(document, set(known))
    for field in whole:
        document = {key: value if key == field else first(value) for key, value in whole.items() if key == field or key in required}
        for path, shape in list(shapes(document)):
            if path[:1] != (field,) or shape in known:
                continue
            known.add(shape)
            for value in SPOILT:
                yield change(document, path, value)
            if isinstance(path[-1], str):
                yield rename(document, path, f"{path[-1]}x")
                yield rename(document, path, "nagot_annat")


def first(value):
    """A value with the first two items alone of each of its lists."""
    if isinstance(value, dict):
        return {key: first(inside) for key, inside in value.items()}
    return [first(inside) for inside in value[:2]] if isinstance(value, list) else value


def holder(document, path):
    for step in path[:-1]:
        document = document[step]
    return document


def change(document, path, value):
    document = copy.deepcopy(document)
    if value is ABSENT:
        del holder(document, path)[path[-1]]
    else:
        holder(document, path)[path[-1]] = value
    return document


def rename(document, path, name):
    document = copy.deepcopy(document)
    inside = holder(document, path)
    kept = [(name if key == path[-1] else key, value) for key, value in inside.items()]
    inside.clear()
    inside.update(kept)
    return document


class Written:
    """A document as a file, and where each part of it stands."""

    def __init__(self, document, markdown):
        self.lines, self.places, self.keys = ["---"] if markdown else [], {}, {}
        self.value = present(document)
        self.put(document, (), "", 0)
        self.text = "\n".join(self.lines + (["---", "", "Text."] if markdown else [])) + "\n"

    def put(self, value, path, begun, indent):
        """Writes a value behind what its line begins with; what takes more lines is
        indented so far."""
        if not value or not isinstance(value, (dict, list)):
            self.stands(path, len(begun))
            self.lines.append(begun + json.dumps(value, ensure_ascii=False))
            return
        if begun.endswith(": "):
            self.lines.append(begun.rstrip())
            begun = " " * indent
        self.stands(path, len(begun))
        for step, inside in value.items() if isinstance(value, dict) else enumerate(value):
            here, begins = path + (step,), begun
            if isinstance(value, dict):
                self.keys[len(self.lines) + 1, len(begun) + 1] = here
                begins += (step if re.fullmatch(r"[A-Za-z_][\w-]*", step) else json.dumps(step, ensure_ascii=False)) + ": "
            else:
                begins += "- "
            self.put(inside, here, begins, indent + 2)
            begun = " " * indent

    def stands(self, path, column):
        self.places.setdefault((len(self.lines) + 1, column + 1), []).append(path)


def empty(value):
    """What counts as absent (content-model: Values)."""
    return value is None or value in ([], {}) or isinstance(value, str) and not value.strip()


def present(value):
    """The document without the fields that are empty, which count as absent."""
    if isinstance(value, dict):
        return {key: present(inside) for key, inside in value.items() if not empty(inside)}
    return [present(inside) for inside in value] if isinstance(value, list) else value


def known_to(schema):
    """The fields that a schema knows, as paths with * for the items of lists."""
    common = next((d for d in schema.get("$defs", {}).values() if d.get("$id") == "common.schema.json"), {})
    found = set()

    def walk(s, path, above):
        ref = s.get("$ref")
        if ref and ref not in above:
            root = common if ref.startswith("common.schema.json") else schema
            for step in ref.split("#/")[1].split("/"):
                root = root[step]
            walk(root, path, above | {ref})
        for name, inside in s.get("properties", {}).items():
            found.add(path + (name,))
            walk(inside, path + (name,), above)
        if "items" in s:
            walk(s["items"], path + ("*",), above)
        for one in s.get("oneOf", []) + s.get("anyOf", []) + s.get("allOf", []):
            walk(one, path, above)

    walk(schema, (), frozenset())
    return found
