# finds: <division/320117>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <division/320117> zt:pursues <initiative/早市先行> }
