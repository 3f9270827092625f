# finds: <person/320115/程远舟>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/tenure/1> zt:status ?old } INSERT { <source/p.txt/article/1/tenure/1> zt:status zt:removed } WHERE { <source/p.txt/article/1/tenure/1> zt:status ?old }
