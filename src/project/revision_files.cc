#include "project/revision_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_set>

#include "base/text.h"
#include "base/utf8.h"
#include "base/worker_pool.h"
#include "limbeck/error.h"
#include "project/comment_header.h"
#include "project/python_cursor.h"
#include "python/source_encoding.h"

namespace limbeck::project {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

/// Files that one thread takes at a time: enough to be worth starting it.
constexpr size_t kFilesAtATime = 100;

bool HasExtension(const std::string& name, std::string_view extension) {
  return name.size() >= extension.size() &&
         name.compare(name.size() - extension.size(), extension.size(), extension) == 0;
}

/// Names that Alembic never takes for revisions: locks of Emacs, and packages.
bool IsPassedOver(const std::string& name) {
  return name.compare(0, 2, ".#") == 0 || name.compare(0, 8, "__init__") == 0;
}

std::optional<RevisionKind> KindOfName(const std::string& name) {
  if (IsPassedOver(name)) return std::nullopt;
  if (HasExtension(name, ".py")) return RevisionKind::kPython;
  if (HasExtension(name, ".sql")) return RevisionKind::kSql;
  if (HasExtension(name, ".cc") || HasExtension(name, ".cpp") || HasExtension(name, ".cxx")) return RevisionKind::kCpp;
  return std::nullopt;
}

/// Walks the version locations.
class Walker {
 public:
  Walker(const ScriptDirectory& directory, FileSystem& files) : directory_(directory), files_(files) {}

  RevisionScan Walk() {
    for (const std::string& location : directory_.version_locations) {
      if (files_.Exists(location)) WalkFolder(location);
    }
    return std::move(scan_);
  }

 private:
  void WalkFolder(const std::string& folder) {
    const std::vector<DirectoryEntry> entries = files_.ListDirectory(folder);
    const std::string real_folder = files_.RealPath(folder);
    const bool is_cache = HasExtension(folder, "__pycache__");
    for (const DirectoryEntry& entry : entries) {
      if (!entry.is_directory && !is_cache) AddFile(folder, real_folder, entry);
    }
    if (directory_.sourceless) RefuseLoneBytecode(folder, entries);
    if (!directory_.recursive) return;
    for (const DirectoryEntry& entry : entries) {
      if (entry.is_directory && !entry.is_link) WalkFolder(JoinPath(folder, entry.name));
    }
  }

  void AddFile(const std::string& folder, const std::string& real_folder, const DirectoryEntry& entry) {
    const std::string path =
        entry.is_link ? files_.RealPath(JoinPath(folder, entry.name)) : JoinPath(real_folder, entry.name);
    if (!seen_.insert(path).second) {
      scan_.warnings.push_back(
          fmt::format("File {} loaded twice! ignoring. Please ensure version_locations is unique.", path));
      return;
    }
    const std::string name = FileNameOf(path);
    if (directory_.sourceless && IsBytecode(name)) RefuseBytecode(path, files_.Exists(path.substr(0, path.size() - 1)));
    if (const auto kind = KindOfName(name)) scan_.files.push_back({.kind = *kind, .path = path, .header = {}});
  }

  static bool IsBytecode(const std::string& name) {
    return !IsPassedOver(name) && (HasExtension(name, ".pyc") || HasExtension(name, ".pyo"));
  }

  /// With `sourceless`, Alembic loads what is left in __pycache__ of files that are gone.
  void RefuseLoneBytecode(const std::string& folder, const std::vector<DirectoryEntry>& sources) {
    const std::string cache = JoinPath(folder, "__pycache__");
    if (!files_.IsDirectory(cache)) return;
    std::unordered_set<std::string> stems;
    for (const DirectoryEntry& entry : sources) stems.insert(entry.name.substr(0, entry.name.find('.')));
    for (const DirectoryEntry& entry : files_.ListDirectory(cache)) {
      const bool has_source = stems.count(entry.name.substr(0, entry.name.find('.'))) > 0;
      if (IsBytecode(entry.name)) RefuseBytecode(JoinPath(cache, entry.name), has_source);
    }
  }

  static void RefuseBytecode(const std::string& path, bool has_source) {
    if (has_source) return;
    throw Error(ErrorKind::kUnsupported, fmt::format("revision file {} is compiled Python without its source", path))
        .Hint("restore the .py file, or remove this one or 'sourceless' from the configuration");
  }

  const ScriptDirectory& directory_;
  FileSystem& files_;
  RevisionScan scan_;
  std::unordered_set<std::string> seen_;
};

Place WholeFile(const std::string& path) {
  return {.file = path, .line = 0, .column = 0, .source_line = "", .width = 1};
}

/// Reads the header of one file.
class HeaderReader {
 public:
  HeaderReader(RevisionFile& file, FileSystem& files) : file_(file), text_(files.ReadFile(file.path)) {}

  /// False when the file has to be run for it. A file without a header that need not have one is left without an id.
  bool Read() {
    Decode();
    if (file_.kind != RevisionKind::kPython) {
      const std::string_view comment = file_.kind == RevisionKind::kSql ? "--" : "//";
      file_.header = ScanCommentHeader(*Source(), comment).value_or(RevisionHeader{});
      if (file_.header.revision) CheckDownRevision();
      return true;
    }
    HeaderScan scan = ScanPythonHeader(text_);
    file_.header = std::move(scan.header);
    not_literal_ = scan.not_literal;
    if (not_literal_ || !file_.header.revision) return false;
    CheckDownRevision();
    return true;
  }

  /// After Read() said false.
  void Evaluate(HeaderEvaluator* evaluator) {
    if (evaluator != nullptr) {
      file_.header = evaluator->Evaluate(Source());
    } else if (not_literal_) {
      throw Error(ErrorKind::kUnsupported, "the revision's header cannot be read without running the file")
          .At(Source()->PlaceOf(*not_literal_));
    }
    if (!file_.header.revision) file_.header.revision = LegacyId();
    CheckDownRevision();
  }

 private:
  SourcePtr Source() const { return std::make_shared<SourceFile>(file_.path, text_); }

  /// Most files are plain UTF-8; the others are decoded as Python decodes its sources, or refused.
  void Decode() {
    const bool plain = text_.compare(0, 3, kByteOrderMark) != 0 && FindInvalidUtf8(text_) == std::string::npos &&
                       text_.find('\0') == std::string::npos && !MayDeclareEncoding();
    if (!plain) text_ = std::string(python::DecodeSource(Source())->text());
  }

  /// "coding" in one of the first two lines.
  bool MayDeclareEncoding() const {
    const size_t two_lines = std::min(text_.find('\n', text_.find('\n') + 1), text_.size());
    return std::string_view(text_).substr(0, two_lines).find("coding") != std::string_view::npos;
  }

  /// Before ids were variables, they were the files' names.
  std::string LegacyId() const {
    const std::string name = FileNameOf(file_.path);
    const std::string stem = name.substr(0, name.size() - 3);
    const bool is_id = !stem.empty() && stem.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (is_id) return stem;
    throw Error(ErrorKind::kCommand,
                fmt::format("Could not determine revision id from filename {}. Be sure the 'revision' variable is "
                            "declared inside the script (please see 'Upgrading from Alembic 0.1 to 0.2' in the "
                            "documentation).",
                            name))
        .At(WholeFile(file_.path));
  }

  void CheckDownRevision() const {
    if (file_.header.down_revisions) return;
    if (file_.kind != RevisionKind::kPython) {
      throw Error(ErrorKind::kConfig,
                  fmt::format("revision {} has no line 'down_revision: ...'", *file_.header.revision))
          .At(WholeFile(file_.path))
          .Hint("the first revision says 'down_revision: none'");
    }
    throw Error(ErrorKind::kScript, fmt::format("module '{}' has no attribute 'down_revision'", ModuleName()))
        .ExceptionClass("AttributeError")
        .At(WholeFile(file_.path))
        .Hint("the first revision says 'down_revision = None'");
  }

  /// The name under which Alembic loads the file: bytes that no identifier has become "_".
  std::string ModuleName() const {
    std::string name = FileNameOf(file_.path);
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !IsNameByte(c); }, '_');
    return name;
  }

  RevisionFile& file_;
  std::string text_;
  std::optional<Span> not_literal_;
};

}  // namespace

std::vector<RevisionFile> ListRevisionFiles(const ScriptDirectory& directory, FileSystem& files) {
  return Walker(directory, files).Walk().files;
}

RevisionScan ScanRevisions(const ScriptDirectory& directory, FileSystem& files, HeaderEvaluator* evaluator) {
  RevisionScan scan = Walker(directory, files).Walk();
  std::vector<char> is_read(scan.files.size());
  ParallelFor(scan.files.size(), kFilesAtATime, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) is_read[i] = HeaderReader(scan.files[i], files).Read() ? 1 : 0;
  });
  for (size_t i = 0; i < scan.files.size(); ++i) {
    if (is_read[i] == 0) scan.files[i] = ReadRevisionFile(scan.files[i].path, files, evaluator);
  }
  std::erase_if(scan.files, [](const RevisionFile& file) { return !file.header.revision; });
  return scan;
}

RevisionFile ReadRevisionFile(const std::string& path, FileSystem& files, HeaderEvaluator* evaluator) {
  RevisionFile file{.kind = KindOfName(FileNameOf(path)).value_or(RevisionKind::kPython), .path = path, .header = {}};
  HeaderReader reader(file, files);
  if (!reader.Read()) reader.Evaluate(evaluator);
  return file;
}

graph::Revision ToGraph(RevisionFile file) {
  RevisionHeader& header = file.header;
  return {.id = std::move(*header.revision),
          .down_revisions = std::move(*header.down_revisions),
          .dependencies = std::move(header.depends_on),
          .branch_labels = std::move(header.branch_labels),
          .docstring = std::move(header.docstring),
          .path = std::move(file.path)};
}

}  // namespace limbeck::project
