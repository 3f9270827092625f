# finds: Article-headline MaxCount <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1> schema:headline "又一个"@zh }
