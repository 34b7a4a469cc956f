-- 关系快照: the links of one whole drawing as packed columns, read at once instead of one by one. Made from table link, and again with every whole drawing.
create table link_snapshot(part text primary key, drawing text not null, data blob not null) strict;
