# finds: Sentence-begin LessThan <source/p.txt#char=0,9>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt#char=0,9> nif:endIndex ?old } INSERT { <source/p.txt#char=0,9> nif:endIndex 0 } WHERE { <source/p.txt#char=0,9> nif:endIndex ?old }
