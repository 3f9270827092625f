# finds: Tenure-start Or <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/tenure/1> zt:start ?old } INSERT { <source/p.txt/article/1/tenure/1> zt:start "2024-02-30"^^xsd:date } WHERE { <source/p.txt/article/1/tenure/1> zt:start ?old }
