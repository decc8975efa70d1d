#include "project/python_path.h"

#include <vector>

#include "base/text.h"

namespace limbeck::project {

std::string PythonPath(std::string_view path) {
  std::vector<std::string> parts = Split(path, '/');
  std::erase_if(parts, [](const std::string& part) { return part.empty() || part == "."; });
  const bool rooted = !path.empty() && path.front() == '/';
  const std::string joined = (rooted ? "/" : "") + Join(parts, "/");
  return joined.empty() ? "." : joined;
}

std::string AbsolutePythonPath(FileSystem& files, std::string_view path) {
  return PythonPath(JoinPath(files.CurrentDirectory(), path));
}

std::string JoinPythonPath(std::string_view folder, std::string_view path) {
  return PythonPath(JoinPath(folder, path));
}

}  // namespace limbeck::project
