# finds: evidence MinCount <source/p.txt/article/1/cooperation/1>
# finds: Sentence-use MinCount <source/p.txt#char=30,42>
BASE <https://w3id.org/zhengtu/id/>
DELETE DATA { <source/p.txt/article/1/cooperation/1> prov:wasDerivedFrom <source/p.txt#char=30,42> }
