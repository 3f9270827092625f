# finds: Sentence-begin MinInclusive <source/p.txt#char=0,9>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt#char=0,9> nif:beginIndex ?old } INSERT { <source/p.txt#char=0,9> nif:beginIndex -1 } WHERE { <source/p.txt#char=0,9> nif:beginIndex ?old }
