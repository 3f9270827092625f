# finds: Tenure-organization Class <source/p.txt/article/1/tenure/1>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <source/p.txt/article/1/tenure/1> org:organization ?old } INSERT { <source/p.txt/article/1/tenure/1> org:organization <body/320115/区委> } WHERE { <source/p.txt/article/1/tenure/1> org:organization ?old }
