# finds: Division-code MaxCount <division/320117>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <division/320117> zt:divisionCode "320118" }
