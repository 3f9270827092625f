# finds: Division-part Class <division/320000>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <division/320000> dcterms:isPartOf <source/p.txt> }
