# finds: Office-title Datatype <office/320115/区长>
# finds: Office-title LanguageIn <office/320115/区长>
BASE <https://w3id.org/zhengtu/id/>
DELETE { <office/320115/区长> zt:title ?old } INSERT { <office/320115/区长> zt:title "区长" } WHERE { <office/320115/区长> zt:title ?old }
