# finds: Article-speaker Class <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1> zt:speaker <division/320115> }
