# finds: Article-publisher Class <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1> schema:publisher ?old } INSERT { <source/p.txt/article/1> schema:publisher <person/江边日报/白露> } WHERE { <source/p.txt/article/1> schema:publisher ?old }
