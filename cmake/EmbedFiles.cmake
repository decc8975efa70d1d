# cmake -DROOM=.. -DFOLDER=.. -DFILES=a;b -DOUTPUT=.. -P EmbedFiles.cmake
# Writes limbeck::<ROOM>::EmbeddedFiles(): the files of FOLDER as constant data, in the order of FILES.

set(rows "")
set(arrays "")
set(number 0)
foreach(file IN LISTS FILES)
  file(READ "${FOLDER}/${file}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char kFile${number}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${file}\", std::string_view(reinterpret_cast<const char*>(kFile${number}), sizeof(kFile${number}) - 1)},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}.new" "// Made by cmake/EmbedFiles.cmake from src/${ROOM}/lib.
#include \"base/embedded_file.h\"

namespace limbeck::${ROOM} {
namespace {
${arrays}
const EmbeddedFile kFiles[] = {
${rows}};
}  // namespace

std::span<const EmbeddedFile> EmbeddedFiles() { return kFiles; }
}  // namespace limbeck::${ROOM}
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
