#include "cli/live_line.h"

#include <csignal>

#include "base/utf8.h"

namespace limbeck::cli {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// A run that is over sooner needs no line.
constexpr milliseconds kPatience{1000};
constexpr milliseconds kBetweenDrawings{200};
/// Longer texts fit on no terminal: no need to keep them.
constexpr size_t kMostKept = 1000;

/// "4.2 s", "3 min 7 s"
std::string TimeText(microseconds time) {
  const auto tenths = time.count() / 100'000;
  constexpr int64_t kTenthsInMinute = 600;
  if (tenths < kTenthsInMinute) return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
  const auto seconds = tenths / 10;
  return std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) + " s";
}

/// White space and whatever else a terminal could take for a command, each run of them as one blank.
std::string OnOneLine(std::string_view text) {
  constexpr unsigned char kDelete = 0x7f;
  constexpr char32_t kFirstBehindC1 = 0xa0;
  std::string line;
  for (size_t offset = 0; offset < text.size() && line.size() < kMostKept;) {
    const char32_t letter = Utf8Next(text, offset);
    const bool is_blank = letter <= ' ' || (letter >= kDelete && letter < kFirstBehindC1);
    if (!is_blank) {
      AppendUtf8(line, letter);
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::string CutTo(const std::string& line, size_t columns) {
  if (DisplayWidth(line) <= columns) return line;
  constexpr std::string_view kMore = "...";
  std::string cut;
  for (size_t offset = 0; offset < line.size();) {
    std::string longer = cut;
    AppendUtf8(longer, Utf8Next(line, offset));
    if (DisplayWidth(longer) + kMore.size() > columns) break;
    cut = std::move(longer);
  }
  return cut.append(kMore);
}

/// Ctrl-C is for the thread that runs the migrations.
void BlockSignals() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

std::string LiveText(const LiveState& state, int columns) {
  std::string line = "step " + std::to_string(state.number) + " of " + std::to_string(state.count) + ", " +
                     TimeText(state.time) + ": ";
  line += state.statement.empty() ? OnOneLine(state.step) : OnOneLine(state.statement);
  // The last column stays free: some terminals go on to the next line when it is written.
  return CutTo(line, columns > 1 ? static_cast<size_t>(columns - 1) : 0);
}

LiveLine::LiveLine(Terminal& terminal, Clock& clock, bool can_erase)
    : terminal_(terminal), clock_(clock), is_shown_(can_erase && terminal.err_is_terminal()) {}

LiveLine::~LiveLine() {
  EndSteps();
}

void LiveLine::NoteWritten(std::string_view text) {
  if (!text.empty()) is_mid_line_ = text.back() != '\n';
}

void LiveLine::Out(std::string_view text) {
  const std::lock_guard lock(mutex_);
  if (terminal_.out_is_terminal()) {
    Erase();
    NoteWritten(text);
  }
  terminal_.Out(text);
}

void LiveLine::Err(std::string_view text) {
  const std::lock_guard lock(mutex_);
  Erase();
  NoteWritten(text);
  terminal_.Err(text);
}

/// Reading lasts as long as somebody thinks, so the lock is not held; no line is drawn in the middle of a question.
std::optional<std::string> LiveLine::ReadLine() {
  std::optional<std::string> answer = terminal_.ReadLine();
  const std::lock_guard lock(mutex_);
  is_mid_line_ = false;  // who answers ends the line
  return answer;
}

void LiveLine::BeginStep(size_t number, size_t count, const std::string& what) {
  if (!is_shown_) return;
  const std::lock_guard lock(mutex_);
  state_.number = number;
  state_.count = count;
  state_.step = what;
  step_began_ = clock_.Monotonic();
  if (is_running_) return;
  is_running_ = true;
  run_began_ = step_began_;
  drawer_ = std::thread([this] { Draw(); });
}

void LiveLine::EndSteps() {
  {
    const std::lock_guard lock(mutex_);
    is_running_ = false;
    Erase();
  }
  wakes_.notify_all();
  if (drawer_.joinable()) drawer_.join();
}

void LiveLine::BeginStatement(std::string_view sql) {
  if (!is_shown_) return;
  const std::lock_guard lock(mutex_);
  state_.statement = sql.substr(0, kMostKept);
  statement_began_ = clock_.Monotonic();
}

void LiveLine::EndStatement() {
  if (!is_shown_) return;
  const std::lock_guard lock(mutex_);
  state_.statement.clear();
}

void LiveLine::Draw() {
  BlockSignals();
  std::unique_lock lock(mutex_);
  while (!wakes_.wait_for(lock, kBetweenDrawings, [this] { return !is_running_; })) DrawNow(clock_.Monotonic());
}

void LiveLine::DrawNow(microseconds now) {
  if (is_mid_line_ || now - run_began_ < kPatience) return;
  state_.time = now - (state_.statement.empty() ? step_began_ : statement_began_);
  terminal_.Err("\r" + LiveText(state_, terminal_.columns()) + "\x1b[K");
  is_drawn_ = true;
}

void LiveLine::Erase() {
  if (!is_drawn_) return;
  terminal_.Err("\r\x1b[K");
  is_drawn_ = false;
}

}  // namespace limbeck::cli
