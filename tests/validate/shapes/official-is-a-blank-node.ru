# finds: Official NodeKind _
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { _:x a zt:Official ; skos:prefLabel "无名"@zh }
