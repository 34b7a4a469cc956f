-- 关系快照 in pieces that are read and unpacked one after the other. What was kept as a whole is left out: it comes again with the next whole drawing.
drop table link_snapshot;
create table link_snapshot(part text not null, piece integer not null, drawing text not null, data blob not null, primary key (part, piece)) strict;
