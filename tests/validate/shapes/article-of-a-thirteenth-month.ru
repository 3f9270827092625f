# finds: Article-date Or <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1> schema:datePublished ?old } INSERT { <source/p.txt/article/1> schema:datePublished "2024-13"^^xsd:gYearMonth } WHERE { <source/p.txt/article/1> schema:datePublished ?old }
