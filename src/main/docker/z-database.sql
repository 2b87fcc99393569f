create database lajur owner lajur_owner;
