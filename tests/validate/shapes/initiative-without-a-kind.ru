# finds: Initiative-kind MinCount <initiative/早市先行>
BASE <https://w3id.org/zhengtu/id/>
DELETE WHERE { <initiative/早市先行> zt:initiativeKind ?kind }
