# finds: Body-pursues Class <body/320115/人民政府>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <body/320115/人民政府> zt:pursues <division/320115> }
