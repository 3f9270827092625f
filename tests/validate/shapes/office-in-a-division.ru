# finds: Office-postIn Class <office/320115/区长>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <office/320115/区长> org:postIn <division/320115> }
