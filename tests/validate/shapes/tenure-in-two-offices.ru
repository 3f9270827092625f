# finds: Tenure-office MaxCount <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1/tenure/1> zt:office <office/320115/区委书记> . <office/320115/区委书记> a zt:Office ; skos:prefLabel "江宁区委书记"@zh ; zt:title "区委书记"@zh }
