# Warnings, sanitizers, ccache, mold: everything that is about the tools and not about Limbeck.

add_library(limbeck_warnings INTERFACE)
target_compile_options(limbeck_warnings INTERFACE
  -Wall -Wextra -Werror -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wunused -Wnull-dereference -Wimplicit-fallthrough -Wextra-semi)
# Values are written with designated initialisers, which name what differs from the defaults.
target_compile_options(limbeck_warnings INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these for sound code of the standard library once it inlines and sanitizes.
  target_compile_options(limbeck_warnings INTERFACE
    -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds
    -Wno-nonnull)
endif()

add_library(limbeck_options INTERFACE)
target_compile_features(limbeck_options INTERFACE cxx_std_20)
if(LIMBECK_SANITIZE)
  target_compile_options(limbeck_options INTERFACE
    -fsanitize=${LIMBECK_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(limbeck_options INTERFACE -fsanitize=${LIMBECK_SANITIZE})
endif()

find_program(LIMBECK_CCACHE ccache)
if(LIMBECK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${LIMBECK_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LIMBECK_CCACHE})
endif()

# mold 1.10 also takes members of archives that nobody needs, so programs of single rooms do not link with it.
option(LIMBECK_USE_MOLD "Link with mold where it is installed" OFF)
# mold 1.10 does not do g++'s LTO well; there the linker stays the system's.
find_program(LIMBECK_MOLD mold)
if(LIMBECK_MOLD AND NOT CMAKE_INTERPROCEDURAL_OPTIMIZATION AND LIMBECK_USE_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
