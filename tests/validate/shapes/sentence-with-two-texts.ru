# finds: Sentence-text MaxCount <source/p.txt#char=30,42>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt#char=30,42> nif:anchorOf "另一句。" }
