# finds: jurisdiction MaxCount <office/320115/区长>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <office/320115/区长> zt:jurisdiction <division/320117> }
