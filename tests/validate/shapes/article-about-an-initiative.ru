# finds: Article-about Or <source/p.txt/article/1>
BASE <https://w3id.org/zhengtu/id/>
INSERT DATA { <source/p.txt/article/1> schema:about <initiative/早市先行> }
