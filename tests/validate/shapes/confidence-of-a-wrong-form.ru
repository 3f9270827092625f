# finds: confidence Datatype <source/p.txt/article/1/cooperation/1>
# finds: confidence MaxInclusive <source/p.txt/article/1/cooperation/1>
# finds: confidence MinInclusive <source/p.txt/article/1/cooperation/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/cooperation/1> zt:confidence ?old } INSERT { <source/p.txt/article/1/cooperation/1> zt:confidence "0,9"^^xsd:decimal } WHERE { <source/p.txt/article/1/cooperation/1> zt:confidence ?old }
