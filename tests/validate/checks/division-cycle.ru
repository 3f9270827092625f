# finds: <division/320000>
# also: division-level
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <division/320000> dcterms:isPartOf <division/320115> }
