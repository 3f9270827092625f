# finds: District-level HasValue <division/320117>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <division/320117> zt:level ?old } INSERT { <division/320117> zt:level zt:township } WHERE { <division/320117> zt:level ?old }
