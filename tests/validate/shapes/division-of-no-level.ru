# finds: Division-level In <division/320100>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <division/320100> zt:level ?old } INSERT { <division/320100> zt:level zt:mechanism } WHERE { <division/320100> zt:level ?old }
