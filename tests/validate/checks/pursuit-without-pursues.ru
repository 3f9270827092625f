# finds: <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <division/320115> zt:pursues ?initiative }
