# finds: rule MinLength <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/pursuit/1> zt:rule ?old } INSERT { <source/p.txt/article/1/pursuit/1> zt:rule "" } WHERE { <source/p.txt/article/1/pursuit/1> zt:rule ?old }
