# finds: <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <person/320115/程远舟> org:holds ?office }
