"""Validate graphs with pySHACL and print what it finds, to hold our own answers against.

usage: shacl.py FOLDER
FOLDER holds shapes.ttl, ontology.ttl, the graphs as *.nt and our own reports on them as *.report.ttl, which must be
reports as SHACL has them. One line a result: the graph's name, focus node, path, component and value, separated by tabs,
in the terms of N-Triples; a blank node is `_`.
"""
import pathlib
import sys

import pyshacl
import rdflib
from rdflib.namespace import SH

folder = pathlib.Path(sys.argv[1])
shapes = rdflib.Graph().parse(folder / "shapes.ttl")
ontology = rdflib.Graph().parse(folder / "ontology.ttl")


def path(results, node):
    inverse = results.value(node, SH.inversePath)
    return f"^{inverse.n3()}" if inverse else term(node)


def term(node):
    if node is None:
        return ""
    return "_" if isinstance(node, rdflib.BNode) else node.n3()


for file in sorted(folder.glob("*.nt")):
    _, results, _ = pyshacl.validate(rdflib.Graph().parse(file), shacl_graph=shapes, ont_graph=ontology)
    for result in results.subjects(rdflib.RDF.type, SH.ValidationResult):
        focus, where = results.value(result, SH.focusNode), results.value(result, SH.resultPath)
        component, value = results.value(result, SH.sourceConstraintComponent), results.value(result, SH.value)
        print(file.stem, term(focus), path(results, where) if where else "", term(component), term(value), sep="\t")

# What the specification asks of a report and of each of its results.
for file in sorted(folder.glob("*.report.ttl")):
    ours = rdflib.Graph().parse(file)
    (report,) = ours.subjects(rdflib.RDF.type, SH.ValidationReport)
    results = list(ours.objects(report, SH.result))
    assert ours.value(report, SH.conforms).value is False and results, file.name
    for result in results:
        assert (result, rdflib.RDF.type, SH.ValidationResult) in ours, file.name
        for one in (SH.focusNode, SH.resultSeverity, SH.sourceConstraintComponent):
            assert len(list(ours.objects(result, one))) == 1, (file.name, one)
