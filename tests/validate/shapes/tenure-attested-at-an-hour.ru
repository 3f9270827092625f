# finds: Tenure-attestedOn Or <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/tenure/1> zt:attestedOn ?old } INSERT { <source/p.txt/article/1/tenure/1> zt:attestedOn "2024-04-02T08:00:00"^^xsd:dateTime } WHERE { <source/p.txt/article/1/tenure/1> zt:attestedOn ?old }
