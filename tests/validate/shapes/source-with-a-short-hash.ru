# finds: Source-sha256 Pattern <source/p.txt>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt> zt:sha256 ?old } INSERT { <source/p.txt> zt:sha256 "0123" } WHERE { <source/p.txt> zt:sha256 ?old }
