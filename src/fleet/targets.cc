#include "fleet/targets.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "inspect/catalogue.h"
#include "limbeck/error.h"

namespace limbeck::fleet {
namespace {

bool HasWildcard(const std::string& text) {
  return text.find_first_of("*?[") != std::string::npos;
}

/// Whether the set that begins at `at` ("[a-z]", "[!0]") has the letter; `at` moves behind it.
bool SetHas(const std::string& pattern, size_t& at, char letter) {
  const bool is_negated = at + 1 < pattern.size() && (pattern[at + 1] == '!' || pattern[at + 1] == '^');
  size_t i = at + (is_negated ? 2 : 1);
  bool has = false;
  for (const size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      has = has || (pattern[i] <= letter && letter <= pattern[i + 2]);
      i += 2;
    } else {
      has = has || pattern[i] == letter;
    }
  }
  at = i + 1;
  return has != is_negated;
}

bool Matches(const std::string& pattern, size_t at, const std::string& name, size_t from) {
  for (; at < pattern.size(); ++from) {
    if (pattern[at] == '*') {
      for (size_t rest = from; rest <= name.size(); ++rest) {
        if (Matches(pattern, at + 1, name, rest)) return true;
      }
      return false;
    }
    if (from >= name.size()) return false;
    if (pattern[at] == '[' && pattern.find(']', at + 2) != std::string::npos) {
      if (!SetHas(pattern, at, name[from])) return false;
      continue;
    }
    if (pattern[at] != '?' && pattern[at] != name[from]) return false;
    ++at;
  }
  return from == name.size();
}

std::string Joined(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : JoinPath(folder, name);
}

void Expand(FileSystem& files, const std::string& folder, const std::vector<std::string>& parts, size_t at,
            std::vector<std::string>& found) {
  if (at == parts.size()) {
    if (files.IsFile(folder)) found.push_back(folder);
    return;
  }
  const std::string& part = parts[at];
  if (!HasWildcard(part)) return Expand(files, Joined(folder, part), parts, at + 1, found);
  const bool is_deep = part == "**";
  if (is_deep) Expand(files, folder, parts, at + 1, found);
  const std::string here = folder.empty() ? "." : folder;
  if (!files.IsDirectory(here)) return;
  for (const DirectoryEntry& entry : files.ListDirectory(here)) {
    if (entry.name.front() == '.' && part.front() != '.') continue;
    const std::string path = Joined(folder, entry.name);
    if (is_deep && entry.is_directory) Expand(files, path, parts, at, found);
    if (!is_deep && MatchesGlob(part, entry.name)) Expand(files, path, parts, at + 1, found);
  }
}

bool LooksLikeFile(const std::string& name) {
  const auto ends = [&](std::string_view ending) { return std::string_view(name).ends_with(ending); };
  return name.find('/') != std::string::npos || ends(".db") || ends(".sqlite") || ends(".sqlite3");
}

Target TargetOf(FileSystem& files, const std::string& name) {
  if (name.find("://") != std::string::npos) return {Target::Kind::kUrl, name};
  const bool is_file = LooksLikeFile(name) || files.IsFile(name);
  return {is_file ? Target::Kind::kFile : Target::Kind::kSchema, name};
}

/// Collects names, each once.
class Collector {
 public:
  explicit Collector(engine::Project& project) : files_(*project.services().files) {}

  void Add(Target target) {
    if (std::find(targets_.begin(), targets_.end(), target) == targets_.end()) targets_.push_back(std::move(target));
  }

  void AddFiles(const std::string& pattern) {
    for (const std::string& path : ExpandGlob(files_, pattern)) Add({Target::Kind::kFile, path});
  }

  void AddList(const std::string& path) {
    for (const std::string& line : SplitLines(files_.ReadFile(path))) AddName(line.substr(0, line.find('#')));
  }

  void AddName(const std::string& text) {
    const std::string name(Trim(text));
    if (!name.empty()) Add(TargetOf(files_, name));
  }

  std::vector<Target> Take() { return std::move(targets_); }

 private:
  FileSystem& files_;
  std::vector<Target> targets_;
};

void AskDatabase(driver::Connection& connection, const TargetSources& sources, Collector& collector) {
  if (!sources.schemas.empty()) {
    std::vector<std::string> names = inspect::OpenCatalogue(connection)->SchemaNames();
    std::sort(names.begin(), names.end(), NaturalLess);
    for (const std::string& pattern : sources.schemas) {
      for (const std::string& name : names) {
        if (MatchesGlob(pattern, name)) collector.Add({Target::Kind::kSchema, name});
      }
    }
  }
  for (const std::string& query : sources.queries) {
    const driver::Result rows = connection.Execute(query);
    for (size_t i = 0; i < rows.size(); ++i) collector.AddName(rows[i][0].ToString());
  }
}

/// A setting of the session in libpq's `options`, in which a space ends a word.
std::string SearchPathOption(const std::string& schema) {
  const std::string quoted = "\"" + ReplaceAll(schema, "\"", "\"\"") + "\"";
  return "-csearch_path=" + ReplaceAll(ReplaceAll(quoted, "\\", "\\\\"), " ", "\\ ");
}

}  // namespace

std::string Target::Shown() const {
  return kind == Kind::kUrl ? driver::Url::Parse(name).ToString() : name;
}

bool MatchesGlob(const std::string& pattern, const std::string& name) {
  return Matches(pattern, 0, name, 0);
}

std::vector<std::string> ExpandGlob(FileSystem& files, const std::string& pattern) {
  const bool is_absolute = pattern.starts_with("/");
  std::vector<std::string> found;
  Expand(files, is_absolute ? "/" : "", Split(is_absolute ? pattern.substr(1) : pattern, '/'), 0, found);
  std::sort(found.begin(), found.end(), NaturalLess);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool NaturalLess(const std::string& one, const std::string& two) {
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  const auto number = [&](const std::string& text, size_t& at) {
    while (at < text.size() && text[at] == '0') ++at;
    const size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return text.substr(start, at - start);
  };
  size_t i = 0;
  size_t j = 0;
  while (i < one.size() && j < two.size()) {
    if (is_digit(one[i]) && is_digit(two[j])) {
      const std::string left = number(one, i);
      const std::string right = number(two, j);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
    } else if (one[i] != two[j]) {
      return one[i] < two[j];
    } else {
      ++i;
      ++j;
    }
  }
  return one.size() - i != two.size() - j ? one.size() - i < two.size() - j : one < two;
}

std::vector<Target> FindTargets(engine::Project& project, const engine::RunRequest& request,
                                const TargetSources& sources) {
  if (sources.files.empty() && sources.schemas.empty() && sources.lists.empty() && sources.queries.empty()) {
    throw Error(ErrorKind::kUsage, "which databases? Name them by --files, --schemas, --list or --query");
  }
  Collector collector(project);
  for (const std::string& pattern : sources.files) collector.AddFiles(pattern);
  for (const std::string& path : sources.lists) collector.AddList(path);
  if (!sources.schemas.empty() || !sources.queries.empty()) {
    engine::RunRequest asks = request;
    asks.dont_mutate = true;
    asks.plan = [&](const std::vector<std::string>&, engine::MigrationContext& context) {
      AskDatabase(context.connection()->driver(), sources, collector);
      return std::vector<graph::Step>{};
    };
    engine::EnvironmentRun(project, std::move(asks)).Run();
  }
  return collector.Take();
}

std::unique_ptr<driver::Connection> TargetConnector::Connect(const driver::Url& url,
                                                             const driver::ConnectOptions& options) {
  driver::Url made = url;
  driver::ConnectOptions with = options;
  if (target_.kind == Target::Kind::kUrl) {
    made = driver::Url::Parse(target_.name);
  } else if (target_.kind == Target::Kind::kFile) {
    made = {};
    made.drivername = "sqlite";
    made.database = files_.AbsolutePath(target_.name);
  } else {
    const std::string option = SearchPathOption(target_.name);
    const auto given = std::find_if(with.arguments.begin(), with.arguments.end(),
                                    [](const auto& argument) { return argument.first == "options"; });
    std::vector<std::string>& query = made.query["options"];
    if (given != with.arguments.end()) {
      given->second += " " + option;
    } else {
      query = {query.empty() ? option : query.back() + " " + option};
    }
    if (query.empty()) made.query.erase("options");
  }
  return connector_.Connect(made, with);
}

}  // namespace limbeck::fleet
