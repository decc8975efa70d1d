# The library, made of all rooms: limbeck::limbeck. Shared, it offers what include/ declares and nothing else; static,
# it is an archive of which programs take what they use.

# Grows when a program that was built with the last release no longer runs with this one: tests/package/exports.txt.
set(LIMBECK_ABI 1)

function(limbeck_fill_library target)
  foreach(room IN LISTS LIMBECK_ROOMS)
    if(TARGET limbeck_${room})
      target_sources(${target} PRIVATE $<TARGET_OBJECTS:limbeck_${room}>)
      foreach(library IN LISTS LIMBECK_LINKS_${room})
        list(APPEND libraries ${library})
      endforeach()
    endif()
  endforeach()
  list(REMOVE_DUPLICATES libraries)
  # Libraries of headers alone are no matter of who links.
  list(REMOVE_ITEM libraries CLI11::CLI11 nlohmann_json::nlohmann_json)
  target_link_libraries(${target} PRIVATE ${libraries} $<BUILD_INTERFACE:limbeck_options>)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/*.h)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX OUTPUT_NAME limbeck)
endfunction()

function(limbeck_add_library)
  add_library(limbeck_static STATIC)
  limbeck_fill_library(limbeck_static)
  set_target_properties(limbeck_static PROPERTIES EXPORT_NAME static EXCLUDE_FROM_ALL $<NOT:$<BOOL:${LIMBECK_STATIC}>>)
  add_library(limbeck::static ALIAS limbeck_static)
  if(NOT LIMBECK_SHARED)
    add_library(limbeck::limbeck ALIAS limbeck_static)
    return()
  endif()
  add_library(limbeck_shared SHARED)
  limbeck_fill_library(limbeck_shared)
  set(exports ${PROJECT_SOURCE_DIR}/cmake/limbeck.map)
  target_link_options(limbeck_shared PRIVATE -Wl,--version-script=${exports})
  set_target_properties(limbeck_shared PROPERTIES
    EXPORT_NAME limbeck VERSION ${LIMBECK_ABI}.${PROJECT_VERSION} SOVERSION ${LIMBECK_ABI} LINK_DEPENDS ${exports})
  add_library(limbeck::limbeck ALIAS limbeck_shared)
endfunction()
