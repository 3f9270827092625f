# finds: Pursuit-action In <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/pursuit/1> zt:action ?old } INSERT { <source/p.txt/article/1/pursuit/1> zt:action zt:dance } WHERE { <source/p.txt/article/1/pursuit/1> zt:action ?old }
