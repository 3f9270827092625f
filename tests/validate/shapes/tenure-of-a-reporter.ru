# finds: Tenure-member Class <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/tenure/1> org:member ?old } INSERT { <source/p.txt/article/1/tenure/1> org:member <person/江边日报/白露> } WHERE { <source/p.txt/article/1/tenure/1> org:member ?old }
