# finds: name MinCount <person/320115/程远舟>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <person/320115/程远舟> skos:prefLabel ?name }
