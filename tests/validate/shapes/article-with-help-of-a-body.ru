# finds: Article-contributor Class <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1> schema:contributor <body/320115/人民政府> }
