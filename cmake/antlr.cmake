# The parser that ANTLR's tool makes from grammar/*.g4, as an object library of its own: the tool 4.7.2 writes u8"" literals
# that C++20 types differently, so this target alone is compiled as C++17.
find_program(ANTLR4_TOOL antlr4 REQUIRED)
find_path(ANTLR4_INCLUDE antlr4-runtime.h PATH_SUFFIXES antlr4-runtime REQUIRED)
find_library(ANTLR4_LIBRARY antlr4-runtime REQUIRED)

set(MIGC_GRAMMAR_DIR ${CMAKE_SOURCE_DIR}/grammar)
set(MIGC_GENERATED_DIR ${CMAKE_BINARY_DIR}/generated/parse)
set(MIGC_GENERATED
    ${MIGC_GENERATED_DIR}/MigcLexer.cpp ${MIGC_GENERATED_DIR}/MigcLexer.h
    ${MIGC_GENERATED_DIR}/MigcParser.cpp ${MIGC_GENERATED_DIR}/MigcParser.h)
add_custom_command(
  OUTPUT ${MIGC_GENERATED}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${MIGC_GENERATED_DIR}
  COMMAND ${ANTLR4_TOOL} -Dlanguage=Cpp -package migc::generated -no-listener -no-visitor -Werror
          -lib ${MIGC_GENERATED_DIR} -o ${MIGC_GENERATED_DIR} MigcLexer.g4
  COMMAND ${ANTLR4_TOOL} -Dlanguage=Cpp -package migc::generated -no-listener -no-visitor -Werror
          -lib ${MIGC_GENERATED_DIR} -o ${MIGC_GENERATED_DIR} MigcParser.g4
  COMMAND ${CMAKE_COMMAND} -DFILE=${MIGC_GENERATED_DIR}/MigcParser.cpp -P ${CMAKE_SOURCE_DIR}/cmake/lazy_parser.cmake
  WORKING_DIRECTORY ${MIGC_GRAMMAR_DIR}
  DEPENDS ${MIGC_GRAMMAR_DIR}/MigcLexer.g4 ${MIGC_GRAMMAR_DIR}/MigcParser.g4
          ${CMAKE_SOURCE_DIR}/cmake/lazy_parser.cmake
  COMMENT "ANTLR: grammar/*.g4"
  VERBATIM)
add_library(migc_grammar STATIC ${MIGC_GENERATED})
target_compile_features(migc_grammar PRIVATE cxx_std_17)
# Apart from each other: a program takes the lexer's tables, which are made when it starts, only if it asks for the lexer.
set_target_properties(migc_grammar PROPERTIES CXX_STANDARD 17 UNITY_BUILD OFF)
target_include_directories(migc_grammar SYSTEM PUBLIC ${MIGC_GENERATED_DIR} ${ANTLR4_INCLUDE})
target_link_libraries(migc_grammar PUBLIC ${ANTLR4_LIBRARY})
# The generated code warns in ways that we cannot mend.
target_compile_options(migc_grammar PRIVATE -w)

# Which characters words are made of, as a table that needs no lexer: migc_word_ranges(TARGET).
add_executable(migc_word_ranges cmake/word_ranges.cpp)
target_compile_features(migc_word_ranges PRIVATE cxx_std_17)
set_target_properties(migc_word_ranges PROPERTIES CXX_STANDARD 17)
target_link_libraries(migc_word_ranges PRIVATE migc_grammar)
function(migc_word_ranges target)
  set(directory ${CMAKE_BINARY_DIR}/generated/words)
  add_custom_command(
    OUTPUT ${directory}/word_ranges.h
    COMMAND ${CMAKE_COMMAND} -E make_directory ${directory}
    COMMAND migc_word_ranges > ${directory}/word_ranges.h
    DEPENDS migc_word_ranges
    COMMENT "characters of words: grammar/MigcLexer.g4"
    VERBATIM)
  target_sources(${target} PRIVATE ${directory}/word_ranges.h)
  target_include_directories(${target} PRIVATE ${directory})
endfunction()
