# finds: Sentence-begin LessThan <source/p.txt#char=30,42>
# finds: Sentence-end Datatype <source/p.txt#char=30,42>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt#char=30,42> nif:endIndex ?old } INSERT { <source/p.txt#char=30,42> nif:endIndex "the end" } WHERE { <source/p.txt#char=30,42> nif:endIndex ?old }
