# cmake -DNAME=.. -DFOLDER=.. -DFILES=a;b -DREVISIONS=n -DOUT=.. -P LimbeckEmbedFiles.cmake
# Writes OUT/NAME.h and OUT/NAME.cc with the function limbeck::Migrations NAME(): see LimbeckEmbed.cmake.

set(arrays "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  file(READ "${FOLDER}/${file}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "const char kFile${number}[] = {${bytes}0};\n")
  string(APPEND rows "      {\"${file}\", std::string_view(kFile${number}, sizeof(kFile${number}) - 1)},\n")
  math(EXPR number "${number} + 1")
endforeach()

set(declarations "")
set(calls "")
set(number 0)
while(number LESS REVISIONS)
  string(APPEND declarations "limbeck::Revision ${NAME}_revision_${number}();\n")
  string(APPEND calls "      ${NAME}_revision_${number}(),\n")
  math(EXPR number "${number} + 1")
endwhile()

file(WRITE "${OUT}/${NAME}.h" "#pragma once

#include <limbeck/revision.h>

/// The migrations that limbeck_embed_migrations() has compiled in.
limbeck::Migrations ${NAME}();
")
file(WRITE "${OUT}/${NAME}.cc" "#include \"${NAME}.h\"

${declarations}
namespace {
${arrays}
}  // namespace

limbeck::Migrations ${NAME}() {
  limbeck::Migrations migrations;
  migrations.files = {
${rows}  };
  migrations.revisions = {
${calls}  };
  return migrations;
}
")
