# finds: <source/p.txt#char=10,29>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt#char=10,29> nif:beginIndex ?b ; nif:endIndex ?e } INSERT { <source/p.txt#char=10,29> nif:beginIndex ?c ; nif:endIndex ?f } WHERE { <source/p.txt#char=10,29> nif:beginIndex ?b ; nif:endIndex ?e BIND(?b + 1 AS ?c) BIND(?e + 1 AS ?f) }
