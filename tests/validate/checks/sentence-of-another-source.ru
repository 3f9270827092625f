# finds: <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/q.txt> a zt:Source ; zt:fileName "q.txt" . <source/q.txt/article/1> a zt:Article ; dcterms:isPartOf <source/q.txt> . <source/q.txt#char=0,2> a zt:Sentence ; dcterms:isPartOf <source/q.txt/article/1> ; nif:referenceContext <source/q.txt> ; nif:beginIndex 0 ; nif:endIndex 2 ; nif:anchorOf "别处" . <source/p.txt/article/1/tenure/1> prov:wasDerivedFrom <source/q.txt#char=0,2> }
