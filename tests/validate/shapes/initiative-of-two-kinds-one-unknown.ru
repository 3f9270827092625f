# finds: Initiative-kind In <initiative/早市先行>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <initiative/早市先行> zt:initiativeKind zt:county }
