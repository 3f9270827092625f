# finds: Sentence-part MinCount <source/p.txt#char=30,42>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <source/p.txt#char=30,42> dcterms:isPartOf ?article }
