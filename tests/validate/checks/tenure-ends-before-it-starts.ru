# finds: <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1/tenure/1> zt:end "2023-05-01"^^xsd:date }
