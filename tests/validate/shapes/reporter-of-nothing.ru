# finds: Reporter-author MinCount <person/江边日报/陆行>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <person/江边日报/陆行> a zt:Reporter ; skos:prefLabel "陆行"@zh }
