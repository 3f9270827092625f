# finds: Office-title MinCount <office/320115/区长>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <office/320115/区长> zt:title ?title }
