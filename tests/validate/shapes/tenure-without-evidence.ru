# finds: evidence MinCount <source/p.txt/article/1/tenure/2>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1/tenure/2> a zt:Tenure ; org:member <person/320115/程远舟> ; zt:office <office/320115/区长> ; zt:status zt:current ; zt:confidence 0.5 ; zt:rule "r" }
