# downgrade trigger_body
