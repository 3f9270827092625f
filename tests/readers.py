"""Open the files of an export with the programs that people use, and check that they find the same graph.

usage: readers.py FOLDER GEXF_SCHEMA [LABEL ...]
FOLDER holds graph.ttl, graph.nt ... of one graph, ontology.ttl and shapes.ttl. The labels are those of nodes that the
networks must have: a graph that is known so well is also broken, to see that the shapes do not let everything pass.
"""
import pathlib
import sys

import networkx
import pyoxigraph
import pyshacl
import rdflib
from lxml import etree

folder, schema, labels = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]


def triples_of_rdflib(name, form):
    graph = rdflib.Dataset(default_union=True) if form in ("trig", "nquads") else rdflib.Graph()
    graph.parse(folder / name, format=form)
    return {(s.n3(), p.n3(), o.n3()) for s, p, o in graph.triples((None, None, None))}


def triples_of_oxigraph(name, form):
    quads = pyoxigraph.parse(path=folder / name, format=form)
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in quads}


def same_triples():
    form = pyoxigraph.RdfFormat
    files = [
        ("graph.nt", "nt", form.N_TRIPLES),
        ("graph.nq", "nquads", form.N_QUADS),
        ("graph.ttl", "turtle", form.TURTLE),
        ("graph.trig", "trig", form.TRIG),
        ("graph.jsonld", "json-ld", form.JSON_LD),
        ("graph.rdf", "xml", form.RDF_XML),
    ]
    ours, theirs = None, None
    for name, one, other in files:
        one, other = triples_of_rdflib(name, one), triples_of_oxigraph(name, other)
        ours, theirs = ours or one, theirs or other
        assert one == ours, f"rdflib reads {name} otherwise: {sorted(one ^ ours)[:4]}"
        assert other == theirs, f"oxigraph reads {name} otherwise: {sorted(other ^ theirs)[:4]}"
        assert len(one) == len(other) > 100, f"{name}: rdflib {len(one)}, oxigraph {len(other)}"


def networks():
    # Both readers make a multigraph of edges that join the same two nodes; both keep Chinese labels.
    graphml = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    gexf = networkx.read_gexf(folder / "graph.gexf", version="1.3")
    names = [sorted(data["label"] for _, data in graph.nodes(data=True)) for graph in (graphml, gexf)]
    assert names[0] == names[1] and set(labels) <= set(names[0]), names
    assert graphml.number_of_edges() == gexf.number_of_edges() > 20
    edges = [data for *_, data in graphml.edges(data=True) if data["kind"] == "pursues"]
    assert edges and all(edge["sentence"] and 0 < edge["confidence"] <= 1 for edge in edges), edges
    etree.XMLSchema(etree.parse(schema)).assertValid(etree.parse(folder / "graph.gexf"))


def shapes():
    # The ontology goes with the data: the shapes ask for classes, and a district is a division by it.
    ok, _, report = pyshacl.validate(
        str(folder / "graph.ttl"), shacl_graph=str(folder / "shapes.ttl"), ont_graph=str(folder / "ontology.ttl"), meta_shacl=True
    )
    assert ok, report
    if not labels:
        return
    broken = rdflib.Graph().parse(folder / "graph.ttl")
    evidence = rdflib.URIRef("http://www.w3.org/ns/prov#wasDerivedFrom")
    broken.remove((None, evidence, None))
    ok, _, report = pyshacl.validate(broken, shacl_graph=str(folder / "shapes.ttl"), ont_graph=str(folder / "ontology.ttl"))
    assert not ok and "a fact stands on a sentence" in report, report


for check in (same_triples, networks, shapes):
    check()
