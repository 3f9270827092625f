# finds: Reporter-author Class <person/江边日报/白露>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt> schema:author <person/江边日报/白露> }
