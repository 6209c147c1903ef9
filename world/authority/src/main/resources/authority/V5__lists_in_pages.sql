-- Downloads and voids are listed in pages, oldest first, and from a time on.
create index download_listed on download (psd, at, id);
drop index download_psd;
create index void_request_listed on void_request (vendor, at, id);
create index void_request_listed_by_psd on void_request (psd, at, id);
drop index void_request_psd;
