# finds: Sentence-context Class <source/p.txt#char=30,42>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt#char=30,42> nif:referenceContext ?old } INSERT { <source/p.txt#char=30,42> nif:referenceContext <source/p.txt/article/1> } WHERE { <source/p.txt#char=30,42> nif:referenceContext ?old }
