#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace limbeck {

/// Bytes that are written once and then read once, in order: in memory as long as they are few, in an unnamed temporary
/// file beyond. Throws kInternal when the temporary file cannot be written or read.
class Spool {
 public:
  explicit Spool(size_t memory_limit = size_t{4} << 20) : memory_limit_(memory_limit) {}

  void Append(std::string_view bytes);
  /// Fills `bytes` with the next ones; false when all were read. What was appended must be read in pieces that fit.
  bool Read(char* bytes, size_t size);
  bool in_file() const { return file_ != nullptr; }

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void MoveToFile();

  size_t memory_limit_;
  std::string memory_;
  size_t read_ = 0;
  size_t written_ = 0;
  bool reading_ = false;
  std::unique_ptr<std::FILE, CloseFile> file_;
};

}  // namespace limbeck
