# Run on the generated MigcParser.cpp (-DFILE=…): its tables are made when the first parser is, not when the program starts. Reading them
# takes half of the CPU time of a command that parses nothing, as `migc --version`; the tool has no option for it.
file(READ ${FILE} text)
function(replace from to)
  string(FIND "${text}" "${from}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${FILE} has no `${from}`: this version of ANTLR's tool writes its parser otherwise")
  endif()
  string(REPLACE "${from}" "${to}" changed "${text}")
  set(text "${changed}" PARENT_SCOPE)
endfunction()
replace("MigcParser::Initializer MigcParser::_init;" "")
replace("MigcParser::MigcParser(TokenStream *input) : Parser(input) {"
        "MigcParser::MigcParser(TokenStream *input) : Parser(input) {\n  static const Initializer initializer;")
file(WRITE ${FILE} "${text}")
