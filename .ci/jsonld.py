"""Expands the notes in each file by the W3C context, and fails where a field means nothing in it, or something is lost.

usage: jsonld.py CONTEXT FILE...
"""

import json
import sys

from pyld import jsonld

W3C = "http://www.w3.org/ns/anno.jsonld"
OA = "http://www.w3.org/ns/oa#"


def main(context, files):
    with open(context, encoding="utf-8") as file:
        w3c = json.load(file)

    def load(url, _options):
        # Nothing is fetched: what is not the W3C's context should not be asked for.
        assert url == W3C, f"{url} is asked for"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": w3c}

    options = {"documentLoader": load, "base": "http://example.org/map/"}
    for name in files:
        with open(name, encoding="utf-8") as file:
            document = json.load(file)
        expanded = jsonld.expand(document, options)
        notes = annotations(document)
        found = [node for node in nodes(expanded) if OA + "Annotation" in node.get("@type", [])]
        assert notes and len(found) == len(notes), f"{name}: {len(found)} of {len(notes)} notes"
        for node in found:
            for term in ["hasTarget", "motivatedBy"]:
                assert OA + term in node, f"{name}: a note without {term}"
        # Compacted again by the same context, everything stands there that stood there before.
        back = jsonld.compact(expanded, document["@context"], options)
        missing = list(lost(document, back))
        assert not missing, f"{name}: lost {missing[:5]}"
        print(f"{name}: {len(notes)} notes, {sum(1 for _ in jsonld.to_rdf(document, options)['@default'])} triples")


def annotations(document):
    return [node for node in nodes(document) if node.get("type") == "Annotation"]


def nodes(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def leaves(value, key=""):
    """Every field with each of its values; how they are nested may differ."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in ("@context",):
                yield name, None
                yield from leaves(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, key)
    else:
        yield key, json.dumps(value)


def lost(before, after):
    left = list(leaves(after))
    for leaf in leaves(before):
        if leaf in left:
            left.remove(leaf)
        else:
            yield leaf


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
