# finds: <office/320115/区长>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <person/320115/秦岭> a zt:Official ; skos:prefLabel "秦岭"@zh ; org:holds <office/320115/区长> . <source/p.txt/article/1/tenure/2> a zt:Tenure ; org:member <person/320115/秦岭> ; zt:office <office/320115/区长> ; zt:status zt:acting ; zt:attestedOn "2024-04-02"^^xsd:date ; zt:confidence 0.9 ; zt:rule "r" ; prov:wasDerivedFrom <source/p.txt#char=0,9> }
