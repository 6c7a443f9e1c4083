CREATE TABLE of_later (id bigint PRIMARY KEY);
