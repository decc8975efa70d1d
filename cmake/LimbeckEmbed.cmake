# Migrations inside a program.
#
# limbeck_embed_migrations(TARGET DIR folder [NAME name])
#
#   Compiles the revisions of folder/versions into TARGET, which then needs no files: SQL and Python revisions as
#   constant data, C++ revisions as code. Gives the program a header "NAME.h" with a function of that name; NAME is
#   TARGET_migrations unless it is said:
#
#     limbeck::Migrations app_migrations();
#
#   A C++ revision file has the header of comment lines that `limbeck revision` writes, and a constant kRevision
#   (limbeck/revision.h). It is compiled by itself: nothing of one revision is seen by another.
#
# limbeck_add_migrator(NAME [DIR folder] [MODELS header function] [SOURCES file...])
#
#   A program with the whole command line of `limbeck`. The revisions of DIR are compiled in. MODELS names a function
#   without arguments that returns limbeck::Models, and the header that declares it: what `check`, `diff` and
#   `revision --autogenerate` compare with. SOURCES are compiled, too.

set(LIMBECK_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/LimbeckEmbedFiles.cmake)

# Sources of `target` that each have one C++ revision as a function.
function(limbeck_add_revision_units target name out files)
  set(number 0)
  foreach(file IN LISTS files)
    set(unit ${out}/${name}_${number}.cc)
    # The header begins with the message.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(STRINGS ${file} message LIMIT_COUNT 1 REGEX "^// ")
    string(REGEX REPLACE "^// *" "" message "${message}")
    file(CONFIGURE OUTPUT ${unit} @ONLY CONTENT "#include \"${file}\"

limbeck::Revision ${name}_revision_${number}();
limbeck::Revision ${name}_revision_${number}() {
  limbeck::Revision revision = kRevision;
  if (revision.message.empty()) revision.message = R\"limbeck(${message})limbeck\";
  return revision;
}
")
    target_sources(${target} PRIVATE ${unit})
    math(EXPR number "${number} + 1")
  endforeach()
endfunction()

function(limbeck_embed_migrations target)
  cmake_parse_arguments(PARSE_ARGV 1 given "" "DIR;NAME" "")
  if(NOT given_DIR)
    message(FATAL_ERROR "limbeck_embed_migrations(${target} DIR folder): there is no DIR")
  endif()
  cmake_path(ABSOLUTE_PATH given_DIR NORMALIZE OUTPUT_VARIABLE folder)
  if(NOT IS_DIRECTORY ${folder}/versions)
    message(FATAL_ERROR "limbeck_embed_migrations: ${folder} has no folder versions/")
  endif()
  set(name ${target}_migrations)
  if(given_NAME)
    set(name ${given_NAME})
  endif()
  string(MAKE_C_IDENTIFIER ${name} name)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/limbeck/${target})

  file(GLOB_RECURSE data CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/versions/*.sql ${folder}/versions/*.py)
  list(FILTER data EXCLUDE REGEX "(^|/)__(init__\\.py|pycache__/)")
  file(GLOB_RECURSE code CONFIGURE_DEPENDS
    ${folder}/versions/*.cc ${folder}/versions/*.cpp ${folder}/versions/*.cxx)
  limbeck_add_revision_units(${target} ${name} ${out} "${code}")
  list(LENGTH code count)
  list(TRANSFORM data PREPEND ${folder}/ OUTPUT_VARIABLE inputs)
  add_custom_command(OUTPUT ${out}/${name}.cc ${out}/${name}.h
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DFOLDER=${folder} "-DFILES=${data}" -DREVISIONS=${count} -DOUT=${out}
            -P ${LIMBECK_EMBED_SCRIPT}
    DEPENDS ${inputs} ${LIMBECK_EMBED_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${out}/${name}.cc ${out}/${name}.h)
  target_include_directories(${target} PRIVATE ${out})
  target_link_libraries(${target} PRIVATE limbeck::limbeck)
endfunction()

function(limbeck_add_migrator target)
  cmake_parse_arguments(PARSE_ARGV 1 given "" "DIR" "MODELS;SOURCES")
  set(main ${CMAKE_CURRENT_BINARY_DIR}/limbeck/${target}/main.cc)
  add_executable(${target} ${main} ${given_SOURCES})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE limbeck::limbeck)
  set(includes "#include <limbeck/command_line.h>\n")
  set(migrations "limbeck::Migrations()")
  if(given_DIR)
    string(MAKE_C_IDENTIFIER ${target}_migrations name)
    limbeck_embed_migrations(${target} DIR ${given_DIR} NAME ${name})
    string(APPEND includes "#include \"${name}.h\"\n")
    set(migrations "${name}()")
  endif()
  set(body "  return limbeck::RunCommandLine(argc, argv, ${migrations});")
  if(given_MODELS)
    list(POP_FRONT given_MODELS header function)
    string(APPEND includes "#include \"${header}\"\n")
    set(body "  const limbeck::Models models = ${function}();
  return limbeck::RunCommandLine(argc, argv, ${migrations}, &models);")
  endif()
  file(CONFIGURE OUTPUT ${main} @ONLY CONTENT "${includes}
int main(int argc, char** argv) {
${body}
}
")
endfunction()
