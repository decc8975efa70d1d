# What `cmake --install` puts where for programs that link the library: headers, libraries, and what find_package() and
# pkg-config read. Parts: "runtime" is what a linked program wants, "development" what building one does.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# The library target, with its headers, and what its users' CMake shall know of it.
function(limbeck_install_target target set)
  install(TARGETS ${target} EXPORT ${set}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
  install(EXPORT ${set} NAMESPACE limbeck:: FILE ${set}.cmake DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/limbeck
    COMPONENT development)
endfunction()

function(limbeck_install_library)
  if(LIMBECK_SHARED)
    limbeck_install_target(limbeck_shared limbeck-shared)
  endif()
  if(LIMBECK_STATIC)
    limbeck_install_target(limbeck_static limbeck-static)
  endif()
  if(NOT LIMBECK_SHARED AND NOT LIMBECK_STATIC)
    return()
  endif()
  set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/limbeck)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/limbeck-config.cmake.in
    ${PROJECT_BINARY_DIR}/limbeck-config.cmake INSTALL_DESTINATION ${folder})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/limbeck-config-version.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/limbeck-config.cmake ${PROJECT_BINARY_DIR}/limbeck-config-version.cmake
                ${PROJECT_SOURCE_DIR}/cmake/LimbeckEmbed.cmake ${PROJECT_SOURCE_DIR}/cmake/LimbeckEmbedFiles.cmake
    DESTINATION ${folder} COMPONENT development)
  # The folder may be moved: paths begin at the file.
  file(RELATIVE_PATH LIMBECK_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
  string(REGEX REPLACE "/$" "" LIMBECK_UP ${LIMBECK_UP})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/limbeck.pc.in ${PROJECT_BINARY_DIR}/limbeck.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/limbeck.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
endfunction()
