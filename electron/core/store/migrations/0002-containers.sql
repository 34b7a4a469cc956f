-- 压缩包: the archive that a file was taken from, by its name and SHA-256; the archive itself is not kept.
alter table evidence add column container_name text;
alter table evidence add column container_sha256 text;
