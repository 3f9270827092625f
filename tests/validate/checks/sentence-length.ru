# finds: <source/p.txt#char=10,29>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt#char=10,29> nif:anchorOf ?old } INSERT { <source/p.txt#char=10,29> nif:anchorOf "程远舟说。" } WHERE { <source/p.txt#char=10,29> nif:anchorOf ?old }
