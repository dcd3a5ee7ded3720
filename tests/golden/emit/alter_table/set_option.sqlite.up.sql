# upgrade set_option
