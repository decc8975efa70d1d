# One test program for each room: src/<room>/**/*_test.cc, linked with the room and the rooms below it.

find_package(GTest REQUIRED)
include(GoogleTest)

function(limbeck_add_unit_tests)
  foreach(room IN LISTS LIMBECK_ROOMS)
    file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${room}/*_test.cc)
    if(tests)
      add_executable(${room}_test ${tests})
      limbeck_link_rooms(${room}_test ${LIMBECK_BELOW_${room}} ${room})
      target_link_libraries(${room}_test PRIVATE GTest::gmock GTest::gtest_main)
      target_compile_definitions(${room}_test PRIVATE LIMBECK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
      gtest_discover_tests(${room}_test TEST_PREFIX ${room}. DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60)
    endif()
  endforeach()
endfunction()
