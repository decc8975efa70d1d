# An overlay port: vcpkg install limbeck --overlay-ports=packaging/vcpkg. It builds the tree that it lies in.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

vcpkg_check_features(OUT_FEATURE_OPTIONS features FEATURES postgresql LIMBECK_POSTGRESQL)
string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" dynamic is_shared)
string(COMPARE EQUAL "${VCPKG_LIBRARY_LINKAGE}" static is_static)

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${features} -DLIMBECK_TESTS=OFF -DLIMBECK_PROGRAM=OFF -DLIMBECK_SHARED=${is_shared}
    -DLIMBECK_STATIC=${is_static})
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/limbeck)
vcpkg_fixup_pkgconfig()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
