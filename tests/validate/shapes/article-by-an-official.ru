# finds: Article-author Class <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1> schema:author <person/320115/程远舟> }
