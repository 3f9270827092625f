# finds: Pursuit-initiative MinCount <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <source/p.txt/article/1/pursuit/1> zt:initiative ?initiative }
