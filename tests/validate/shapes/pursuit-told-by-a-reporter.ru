# finds: Pursuit-speaker Class <source/p.txt/article/1/pursuit/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/pursuit/1> zt:speaker ?old } INSERT { <source/p.txt/article/1/pursuit/1> zt:speaker <person/江边日报/白露> } WHERE { <source/p.txt/article/1/pursuit/1> zt:speaker ?old }
