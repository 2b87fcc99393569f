create role lajur_owner login password 'test';
create role lajur_app login password 'test';
