"""Open the files of an export with the programs that people use, and check that they find the same graph.

usage: readers.py FOLDER GEXF_SCHEMA [LABEL ...]
FOLDER holds graph.ttl, graph.nt ... of one graph, the folders csv, parquet and neo4j, ontology.ttl and shapes.ttl. The labels are those of nodes that the
networks must have: a graph that is known so well is also broken, to see that the shapes do not let everything pass.
"""
import csv
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

import igraph
import networkx
import pyarrow.parquet
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


def hashes():
    # The canonical form of RDFC-1.0, as oxigraph makes it of files that spell the same graph in other ways.
    form = pyoxigraph.RdfFormat
    for file, name, kind in [("graph.sha256", "graph.trig", form.TRIG), ("triples.sha256", "graph.jsonld", form.JSON_LD)]:
        if not (folder / file).exists():
            return
        dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=folder / name, format=kind))
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
        lines = sorted(f"{quad} .\n" for quad in dataset)
        assert hashlib.sha256("".join(lines).encode()).hexdigest() == (folder / file).read_text().strip(), name


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
    other = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    assert (other.vcount(), other.ecount()) == (graphml.number_of_nodes(), graphml.number_of_edges())
    assert sorted(other.vs["label"]) == names[0]
    cytoscape = networkx.cytoscape_graph(json.loads((folder / "graph.cyjs").read_text()))
    assert sorted(data["label"] for _, data in cytoscape.nodes(data=True)) == names[0]
    assert cytoscape.number_of_edges() == graphml.number_of_edges()
    return graphml


def pictures(network):
    # What sigma.js asks of graphology's form: keys that are unique, ends that exist, a place for every node.
    sigma = json.loads((folder / "graph.json").read_text())
    keys = {node["key"] for node in sigma["nodes"]}
    assert len(keys) == len(sigma["nodes"]) == network.number_of_nodes()
    assert all(isinstance(node["attributes"][axis], (int, float)) for node in sigma["nodes"] for axis in "xy")
    assert all(edge["source"] in keys and edge["target"] in keys for edge in sigma["edges"])
    svg = etree.parse(folder / "graph.svg")
    texts = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert set(labels) <= texts, texts
    assert len(svg.xpath("//*[@data-edge]")) == network.number_of_edges()
    page = (folder / "graph.html").read_text()
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*)</script>', page).group(1))
    assert len(data["edges"]) == network.number_of_edges() and "{{" not in page
    # It loads nothing: the only addresses are identifiers and the name of the drawing's vocabulary.
    assert not re.search(r'(?:src|href)=|@import|url\((?!#)', page)
    if shutil.which("dot") is None:
        print("skipped: Graphviz is not installed")
        return
    drawn = subprocess.run(["dot", "-Tsvg", folder / "graph.dot"], capture_output=True, check=True)
    drawn = etree.fromstring(drawn.stdout)
    group = "//svg:g[@class='{}']"
    count = lambda kind: len(drawn.xpath(group.format(kind), namespaces={"svg": "http://www.w3.org/2000/svg"}))
    assert (count("node"), count("edge")) == (network.number_of_nodes(), network.number_of_edges())


def measures(network):
    # The program's own figures beside igraph's, over the same network without directions.
    if not (folder / "rank.csv").exists():
        return
    plain = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    plain.to_undirected(combine_edges={"weight": "sum"})
    plain.simplify(combine_edges={"weight": "sum"})
    pagerank, betweenness = plain.pagerank(weights="weight"), plain.betweenness()
    pairs = (plain.vcount() - 1) * (plain.vcount() - 2) / 2
    with open(folder / "rank.csv", newline="") as file:
        rows = {row["entity"]: row for row in csv.DictReader(file)}
    assert len(rows) == plain.vcount() == network.number_of_nodes()
    for node, iri in enumerate(plain.vs["iri"]):
        row = rows[iri]
        assert int(row["degree"]) == plain.degree(node), row
        assert abs(float(row["pagerank"]) - pagerank[node]) < 2e-6, (row, pagerank[node])
        assert abs(float(row["betweenness"]) - betweenness[node] / pairs) < 2e-6, (row, betweenness[node] / pairs)


def tables(network):
    def read(name):
        with open(folder / name, newline="", encoding="utf-8-sig") as file:
            return list(csv.DictReader(file))

    entities, relations = read("csv/entities.csv"), read("csv/relations.csv")
    assert (len(entities), len(relations)) == (network.number_of_nodes(), network.number_of_edges())
    assert {row["from"] for row in relations} | {row["to"] for row in relations} <= {row["entity"] for row in entities}
    assert all(row["evidenceLabel"] and row["source"] for row in relations if row["relation"] in ("holds", "pursues", "cooperates"))
    columns(entities, "entities")
    columns(relations, "relations")
    neo4j("neo4j/nodes.csv", "neo4j/relationships.csv", read)


def columns(rows, name):
    # Parquet says what CSV says, with numbers as numbers and nulls for what is empty.
    table = pyarrow.parquet.read_table(folder / f"parquet/{name}.parquet")
    types = {"neighbours": "int64", "statements": "int64", "confidence": "double"}
    assert {field.name: str(field.type) for field in table.schema} == {column: types.get(column, "string") for column in rows[0]}
    for row, found in zip(rows, table.to_pylist(), strict=True):
        for column, value in found.items():
            assert value == (type(value)(row[column]) if row[column] else None), (column, value, row[column])


def neo4j(nodes, relationships, read):
    # The rules of neo4j-admin: one :ID that is unique, every :START_ID and :END_ID a known one, a :LABEL and a :TYPE,
    # known types behind a colon, no line break in a cell.
    field = re.compile(r"^(\w*):(ID|LABEL|START_ID|END_ID|TYPE|int|long|double|string|boolean)(\[\])?$|^\w+$")
    nodes, relationships = read(nodes), read(relationships)
    for rows in (nodes, relationships):
        assert all(field.match(name) for name in rows[0]), list(rows[0])
        assert not any("\n" in cell for row in rows for cell in row.values())
    ids = [row["iri:ID"] for row in nodes]
    assert len(set(ids)) == len(ids) and all(row[":LABEL"] for row in nodes)
    assert all(row[":START_ID"] in ids and row[":END_ID"] in ids and row[":TYPE"].isupper() for row in relationships)
    assert all(0 <= float(row["confidence:double"] or 1) <= 1 and int(row["statements:int"]) > 0 for row in relationships)


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


same_triples()
hashes()
network = networks()
pictures(network)
measures(network)
tables(network)
shapes()
