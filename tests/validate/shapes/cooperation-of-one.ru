# finds: Cooperation-actor MinCount <source/p.txt/article/1/cooperation/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE DATA { <source/p.txt/article/1/cooperation/1> zt:actor <division/320117> }
