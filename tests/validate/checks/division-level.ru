# finds: <division/320117>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <division/320117> dcterms:isPartOf ?old } INSERT { <division/320117> dcterms:isPartOf <division/320115> } WHERE { <division/320117> dcterms:isPartOf ?old }
