# finds: Source-fileName MinCount <source/p.txt>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <source/p.txt> zt:fileName ?file }
