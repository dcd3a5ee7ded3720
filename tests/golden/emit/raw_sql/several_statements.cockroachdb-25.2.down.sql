# downgrade several_statements
