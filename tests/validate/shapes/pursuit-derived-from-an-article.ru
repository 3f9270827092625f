# finds: evidence Class <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1/pursuit/1> prov:wasDerivedFrom <source/p.txt/article/1> }
