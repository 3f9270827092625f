# finds: otherName Datatype <division/320100>
# finds: otherName LanguageIn <division/320100>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <division/320100> skos:altLabel "宁" }
