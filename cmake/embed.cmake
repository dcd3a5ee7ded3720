# migc_embed(TARGET NAME FILES…): compiles text files into TARGET as `embedded::NAME()`, a sorted list of (file name, text).
function(migc_embed target name)
  set(output ${CMAKE_BINARY_DIR}/generated/embed/${name}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAME=${name} "-DFILES=${ARGN}" -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    COMMENT "embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
