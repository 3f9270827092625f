# finds: <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <source/p.txt/article/1/tenure/1> prov:wasDerivedFrom ?sentence }
