# finds: Official-holds Class <person/320115/程远舟>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <person/320115/程远舟> org:holds <body/320115/人民政府> }
