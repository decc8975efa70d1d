#include "base/spool.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include "limbeck/error.h"

namespace limbeck {
namespace {

[[noreturn]] void Fail(const char* what) {
  throw Error(ErrorKind::kInternal,
              std::string("cannot ") + what + " a temporary file: " + std::generic_category().message(errno))
      .Hint("TMPDIR names the folder for temporary files; is its disk full?");
}

}  // namespace

void Spool::Append(std::string_view bytes) {
  written_ += bytes.size();
  if (!file_ && memory_.size() + bytes.size() > memory_limit_) MoveToFile();
  if (!file_) {
    memory_ += bytes;
  } else if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) {
    Fail("write");
  }
}

void Spool::MoveToFile() {
  file_.reset(std::tmpfile());
  if (!file_) Fail("make");
  if (std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size()) Fail("write");
  memory_ = std::string();
}

bool Spool::Read(char* bytes, size_t size) {
  if (read_ + size > written_) return false;
  if (!file_) {
    std::memcpy(bytes, memory_.data() + read_, size);
  } else {
    if (!reading_ && std::fseek(file_.get(), 0, SEEK_SET) != 0) Fail("read");
    reading_ = true;
    if (std::fread(bytes, 1, size, file_.get()) != size) Fail("read");
  }
  read_ += size;
  return true;
}

}  // namespace limbeck
