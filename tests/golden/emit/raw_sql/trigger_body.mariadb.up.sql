# upgrade trigger_body
