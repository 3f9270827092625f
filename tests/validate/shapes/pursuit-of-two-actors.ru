# finds: Pursuit-actor MaxCount <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1/pursuit/1> zt:actor <body/320115/人民政府> }
