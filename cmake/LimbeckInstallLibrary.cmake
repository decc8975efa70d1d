# What `cmake --install` puts where for programs that link the library: headers, the archive, and what find_package and
# pkg-config read.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

function(limbeck_install_library)
  set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/limbeck)
  install(TARGETS limbeck limbeck_options EXPORT limbeck-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    COMPONENT library)
  install(EXPORT limbeck-targets NAMESPACE limbeck:: DESTINATION ${folder} COMPONENT library)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/limbeck-config.cmake.in
    ${PROJECT_BINARY_DIR}/limbeck-config.cmake INSTALL_DESTINATION ${folder})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/limbeck-config-version.cmake COMPATIBILITY SameMinorVersion)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/limbeck.pc.in ${PROJECT_BINARY_DIR}/limbeck.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/limbeck-config.cmake ${PROJECT_BINARY_DIR}/limbeck-config-version.cmake
                ${PROJECT_SOURCE_DIR}/cmake/LimbeckEmbed.cmake ${PROJECT_SOURCE_DIR}/cmake/LimbeckEmbedFiles.cmake
    DESTINATION ${folder} COMPONENT library)
  install(FILES ${PROJECT_BINARY_DIR}/limbeck.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
endfunction()
