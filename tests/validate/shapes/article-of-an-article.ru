# finds: Article-part Class <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1> dcterms:isPartOf ?old } INSERT { <source/p.txt/article/1> dcterms:isPartOf <source/p.txt/article/1> } WHERE { <source/p.txt/article/1> dcterms:isPartOf ?old }
