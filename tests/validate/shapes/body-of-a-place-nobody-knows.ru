# finds: jurisdiction Class <body/320115/人民政府>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <body/320115/人民政府> zt:jurisdiction ?old } INSERT { <body/320115/人民政府> zt:jurisdiction <division/999999> } WHERE { <body/320115/人民政府> zt:jurisdiction ?old }
