// A library to preload into a program: it ends the program with SIGKILL at its Nth call that could change a file.
//
// LIMBECK_KILL_AT=N names the call. LIMBECK_KILL_TORN=1 lets a write do half of its work first. Every writing call
// counts, whatever it writes to, so that also the moments between two log lines are among them. SIGKILL cannot be
// caught: nothing of the program runs afterwards, as when the kernel ends a process for want of memory.

#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace {

long NumberFrom(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? 0 : std::strtol(text, nullptr, 10);
}

/// True when this call is the last one.
bool IsLastCall() {
  static const long last = NumberFrom("LIMBECK_KILL_AT");
  static std::atomic<long> calls = 0;
  return ++calls == last;
}

[[noreturn]] void Die() {
  ::kill(::getpid(), SIGKILL);
  for (;;) ::pause();
}

bool IsTorn() {
  return NumberFrom("LIMBECK_KILL_TORN") != 0;
}

/// The function that this library stands in front of.
template <typename Function>
Function* Next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

// NOLINTBEGIN(readability-identifier-naming): the names are the C library's
extern "C" {

#define LIMBECK_EXPORT __attribute__((visibility("default")))

LIMBECK_EXPORT ssize_t write(int fd, const void* data, size_t size) {
  static auto* const next = Next<ssize_t(int, const void*, size_t)>("write");
  if (!IsLastCall()) return next(fd, data, size);
  if (IsTorn()) next(fd, data, size / 2);
  Die();
}

LIMBECK_EXPORT ssize_t pwrite(int fd, const void* data, size_t size, off_t offset) {
  static auto* const next = Next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
  if (!IsLastCall()) return next(fd, data, size, offset);
  if (IsTorn()) next(fd, data, size / 2, offset);
  Die();
}

LIMBECK_EXPORT ssize_t pwrite64(int fd, const void* data, size_t size, off64_t offset) {
  static auto* const next = Next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (!IsLastCall()) return next(fd, data, size, offset);
  if (IsTorn()) next(fd, data, size / 2, offset);
  Die();
}

LIMBECK_EXPORT int fsync(int fd) {
  static auto* const next = Next<int(int)>("fsync");
  return IsLastCall() ? (Die(), 0) : next(fd);
}

LIMBECK_EXPORT int fdatasync(int fd) {
  static auto* const next = Next<int(int)>("fdatasync");
  return IsLastCall() ? (Die(), 0) : next(fd);
}

LIMBECK_EXPORT int ftruncate(int fd, off_t length) {
  static auto* const next = Next<int(int, off_t)>("ftruncate");
  return IsLastCall() ? (Die(), 0) : next(fd, length);
}

LIMBECK_EXPORT int ftruncate64(int fd, off64_t length) {
  static auto* const next = Next<int(int, off64_t)>("ftruncate64");
  return IsLastCall() ? (Die(), 0) : next(fd, length);
}

LIMBECK_EXPORT int unlink(const char* path) {
  static auto* const next = Next<int(const char*)>("unlink");
  return IsLastCall() ? (Die(), 0) : next(path);
}

LIMBECK_EXPORT int rename(const char* from, const char* to) {
  static auto* const next = Next<int(const char*, const char*)>("rename");
  return IsLastCall() ? (Die(), 0) : next(from, to);
}

}  // extern "C"
// NOLINTEND(readability-identifier-naming)
