# limbeck_embed_migrations(TARGET DIR folder [NAME name])
#
# Compiles the revisions of folder/versions into TARGET, which then needs no files: SQL and Python revisions as constant
# data, C++ revisions as code. Gives the program a header "NAME.h" with a function of that name; NAME is TARGET_migrations
# unless it is said:
#
#   limbeck::Migrations app_migrations();
#
# A C++ revision file has the header of comment lines that `limbeck revision` writes, and a constant kRevision
# (limbeck/revision.h). It is compiled by itself: nothing of one revision is seen by another.

set(LIMBECK_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/LimbeckEmbedFiles.cmake)

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

  file(GLOB_RECURSE data CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/versions/*.sql ${folder}/versions/*.py)
  file(GLOB_RECURSE code CONFIGURE_DEPENDS RELATIVE ${folder}
    ${folder}/versions/*.cc ${folder}/versions/*.cpp ${folder}/versions/*.cxx)
  list(FILTER data EXCLUDE REGEX "(^|/)__(init__\\.py|pycache__/)")
  set(out ${CMAKE_CURRENT_BINARY_DIR}/limbeck/${target})
  set(number 0)
  set(units)
  foreach(file IN LISTS code)
    set(unit ${out}/${name}_${number}.cc)
    file(CONFIGURE OUTPUT ${unit} @ONLY CONTENT "#include \"${folder}/${file}\"

limbeck::Revision ${name}_revision_${number}();
limbeck::Revision ${name}_revision_${number}() { return kRevision; }
")
    list(APPEND units ${unit})
    math(EXPR number "${number} + 1")
  endforeach()
  list(TRANSFORM data PREPEND ${folder}/ OUTPUT_VARIABLE inputs)
  add_custom_command(OUTPUT ${out}/${name}.cc ${out}/${name}.h
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DFOLDER=${folder} "-DFILES=${data}" -DREVISIONS=${number} -DOUT=${out}
            -P ${LIMBECK_EMBED_SCRIPT}
    DEPENDS ${inputs} ${LIMBECK_EMBED_SCRIPT}
    VERBATIM)
  target_sources(${target} PRIVATE ${out}/${name}.cc ${out}/${name}.h ${units})
  target_include_directories(${target} PRIVATE ${out})
  target_link_libraries(${target} PRIVATE limbeck::limbeck)
endfunction()
