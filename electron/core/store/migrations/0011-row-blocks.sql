-- 行的内容, hundreds of rows to a block: raw deflate of one line of packCells for each row from `first` on, without gaps. A row of a block has no cells
-- of its own ('' in row.cells). One insert, a seventh of the bytes to seal.
create table row_block(first integer primary key, rows integer not null, data blob not null) strict;
create trigger row_block_no_update before update on row_block begin select raise(abort, 'cells are never changed'); end;
