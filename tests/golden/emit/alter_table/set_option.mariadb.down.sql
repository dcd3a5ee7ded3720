# downgrade set_option
