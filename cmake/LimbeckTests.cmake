# One test program for each room: src/<room>/**/*_test.cc, linked with the room and the rooms below it.

find_package(GTest REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
include(GoogleTest)

# The PostgreSQL cluster that tests share. A test that wants it has FIXTURES_REQUIRED postgres and is run by
# ${LIMBECK_WITH_POSTGRES}, which sets LIMBECK_TEST_POSTGRES: the port is not known before the cluster runs.
set(LIMBECK_POSTGRES_STATE ${PROJECT_BINARY_DIR}/postgres)
set(LIMBECK_WITH_POSTGRES ${PROJECT_SOURCE_DIR}/tests/postgres/launch ${LIMBECK_POSTGRES_STATE})

# gtest_discover_tests offers no launcher but this one.
function(limbeck_launch_with_postgres target)
  if(CMAKE_VERSION VERSION_LESS 3.29)
    set_target_properties(${target} PROPERTIES CROSSCOMPILING_EMULATOR "${LIMBECK_WITH_POSTGRES}")
  else()
    set_target_properties(${target} PROPERTIES TEST_LAUNCHER "${LIMBECK_WITH_POSTGRES}")
  endif()
endfunction()

# Rooms that know the driver may meet a live database.
function(limbeck_add_unit_tests)
  foreach(room IN LISTS LIMBECK_ROOMS)
    file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${room}/*_test.cc)
    if(tests)
      add_executable(${room}_test ${tests})
      limbeck_link_rooms(${room}_test ${LIMBECK_BELOW_${room}} ${room})
      target_include_directories(${room}_test SYSTEM PRIVATE ${LIMBECK_HEADERS_${room}})
      target_link_libraries(${room}_test PRIVATE GTest::gmock GTest::gtest_main)
      target_compile_definitions(${room}_test PRIVATE LIMBECK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
      set(properties TIMEOUT 120)
      if("driver" IN_LIST LIMBECK_BELOW_${room} OR room STREQUAL "driver")
        limbeck_launch_with_postgres(${room}_test)
        list(APPEND properties FIXTURES_REQUIRED postgres)
      endif()
      gtest_discover_tests(${room}_test TEST_PREFIX ${room}. DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        PROPERTIES ${properties})
    endif()
  endforeach()
endfunction()
