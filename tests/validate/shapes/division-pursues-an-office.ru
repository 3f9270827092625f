# finds: Division-pursues Class <division/320115>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <division/320115> zt:pursues <office/320115/区长> }
