# finds: Pursuit-actor Or <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/pursuit/1> zt:actor ?old } INSERT { <source/p.txt/article/1/pursuit/1> zt:actor <person/320115/程远舟> } WHERE { <source/p.txt/article/1/pursuit/1> zt:actor ?old }
