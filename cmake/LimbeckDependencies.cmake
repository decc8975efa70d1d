# Debian's packages that single rooms are built on, and sources made from other files of the tree.

if(LIMBECK_POSTGRESQL)
  find_path(LIMBECK_LIBPQ_INCLUDE libpq-fe.h PATH_SUFFIXES postgresql REQUIRED)
endif()
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
find_package(Boost 1.74 REQUIRED COMPONENTS context)
find_package(date REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)

# Headers of what a room loads at run time.
set(LIMBECK_HEADERS_driver "$<$<BOOL:${LIMBECK_POSTGRESQL}>:${LIMBECK_LIBPQ_INCLUDE}>")

list(APPEND LIMBECK_LINKS_base PkgConfig::PCRE2)
set(LIMBECK_LINKS_python PkgConfig::NETTLE PkgConfig::ZLIB crypt Boost::context date::date-tz)
set(LIMBECK_LINKS_project tomlplusplus::tomlplusplus)
set(LIMBECK_LINKS_cli CLI11::CLI11 nlohmann_json::nlohmann_json)

# Python modules of src/<room>/*.py are compiled into the room as constant data.
function(limbeck_generate_sources room)
  file(GLOB_RECURSE modules CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/src/${room}/lib ${PROJECT_SOURCE_DIR}/src/${room}/lib/*)
  if(NOT modules)
    return()
  endif()
  list(TRANSFORM modules PREPEND ${PROJECT_SOURCE_DIR}/src/${room}/lib/ OUTPUT_VARIABLE files)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${room}_embedded.cc)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DROOM=${room} -DFOLDER=${PROJECT_SOURCE_DIR}/src/${room}/lib "-DFILES=${modules}" -DOUTPUT=${output}
            -P ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake
    VERBATIM)
  target_sources(limbeck_${room} PRIVATE ${output})
endfunction()
