# finds: <office/320115/区长>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <office/320115/区长> zt:jurisdiction ?old } INSERT { <office/320115/区长> zt:jurisdiction <division/320117> } WHERE { <office/320115/区长> zt:jurisdiction ?old }
