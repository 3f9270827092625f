# finds: <division/320117>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <division/320117> zt:divisionCode ?old } INSERT { <division/320117> zt:divisionCode "340117" } WHERE { <division/320117> zt:divisionCode ?old }
