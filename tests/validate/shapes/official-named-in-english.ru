# finds: name LanguageIn <person/320115/程远舟>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <person/320115/程远舟> skos:prefLabel "Cheng"@en }
