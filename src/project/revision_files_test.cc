#include "project/revision_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

std::string Revision(const std::string& id) {
  return "revision = '" + id + "'\ndown_revision = None\n";
}

/// Ids, in order, with the warnings behind them.
Texts Scan(const TextMap& files, ScriptDirectory directory = {}, HeaderEvaluator* evaluator = nullptr) {
  MemoryFileSystem system(files);
  if (directory.version_locations.empty()) directory.version_locations = {"/v"};
  const RevisionScan scan = ScanRevisions(directory, system, evaluator);
  Texts out;
  for (const RevisionFile& file : scan.files) out.push_back(*file.header.revision + " " + file.path);
  out.insert(out.end(), scan.warnings.begin(), scan.warnings.end());
  return out;
}

TEST(ScanRevisions, TakesWhatAlembicTakes) {
  const TextMap files = {{"/v/b.py", Revision("b")},
                         {"/v/a.py", Revision("a")},
                         {"/v/__init__.py", "x"},
                         {"/v/__init__2.py", "x"},
                         {"/v/.#a.py", "x"},
                         {"/v/README", "x"},
                         {"/v/a.pyc", "x"},
                         {"/v/folder.py/x", "x"},
                         {"/v/sub/c.py", Revision("c")},
                         {"/v/__pycache__/d.py", Revision("d")}};
  EXPECT_EQ(Scan(files), (Texts{"a /v/a.py", "b /v/b.py"}));
  ScriptDirectory recursive;
  recursive.recursive = true;
  EXPECT_EQ(Scan(files, recursive), (Texts{"a /v/a.py", "b /v/b.py", "c /v/sub/c.py"}));
}

TEST(ScanRevisions, TakesSqlAndCppWithAHeader) {
  const TextMap files = {{"/v/a.sql", "-- one\n-- revision: a\n-- down_revision: none\n-- upgrade\n"},
                         {"/v/data.sql", "SELECT 1;"},
                         {"/v/b.cc", "// revision: b\n// down_revision: a\n"},
                         {"/v/helper.cc", "int x;"}};
  EXPECT_EQ(Scan(files), (Texts{"a /v/a.sql", "b /v/b.cc"}));
}

TEST(ScanRevisions, PassesOverLocationsThatAreNotThere) {
  ScriptDirectory directory;
  directory.version_locations = {"/nosuch", "/v"};
  EXPECT_EQ(Scan({{"/v/a.py", Revision("a")}}, directory), Texts{"a /v/a.py"});
}

TEST(ScanRevisions, WarnsOfLocationsGivenTwice) {
  ScriptDirectory directory;
  directory.version_locations = {"/v", "/v/../v"};
  EXPECT_EQ(Scan({{"/v/a.py", Revision("a")}}, directory),
            (Texts{"a /v/a.py", "File /v/a.py loaded twice! ignoring. Please ensure version_locations is unique."}));
}

TEST(ScanRevisions, ReadsManyFilesInOrder) {
  TextMap files;
  Texts expected;
  for (int i = 1000; i < 1700; ++i) {
    files["/v/" + std::to_string(i) + ".py"] = Revision(std::to_string(i));
    expected.push_back(std::to_string(i) + " /v/" + std::to_string(i) + ".py");
  }
  EXPECT_EQ(Scan(files), expected);
}

TEST(ScanRevisions, TakesTheIdFromAnOldFilesName) {
  EXPECT_EQ(Scan({{"/v/3a1f.py", "down_revision = None\n"}}), Texts{"3a1f /v/3a1f.py"});
}

TEST(ScanRevisions, SaysWhatIsWrongWithAFile) {
  struct Row {
    const char* name;
    std::string text;
    std::string error;
  };
  const Row rows[] = {
      {"x.py", "",
       "Could not determine revision id from filename x.py. Be sure the 'revision' variable is declared inside the "
       "script (please see 'Upgrading from Alembic 0.1 to 0.2' in the documentation).\n  at /v/x.py"},
      {"x-1.y.py", "revision = 'a'\n",
       "module 'x_1_y_py' has no attribute 'down_revision'\n  at /v/x-1.y.py\n"
       "  hint: the first revision says 'down_revision = None'"},
      {"x.sql", "-- revision: a\n",
       "revision a has no line 'down_revision: ...'\n  at /v/x.sql\n"
       "  hint: the first revision says 'down_revision: none'"},
      {"x.py", "x = 1\ny = '\xE9'\n",
       "Non-UTF-8 code starting with '\\xe9' in file /v/x.py on line 2, but no encoding declared; see "
       "https://peps.python.org/pep-0263/ for details\n  at /v/x.py:2:6\n    y = '\xE9'\n         ^"},
      {"x.py", std::string("x = 1\n\0", 7),
       std::string("source code string cannot contain null bytes\n  at /v/x.py:2:1\n    ") + '\0' + "\n    ^"},
      {"x.py", "x = 'a'\nrevision = x\n",
       "the revision's header cannot be read without running the file\n"
       "  at /v/x.py:2:1\n    revision = x\n    ^~~~~~~~~~~~"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ErrorOf([&] { Scan({{std::string("/v/") + row.name, row.text}}); }), row.error);
  }
}

TEST(ScanRevisions, DecodesAsPythonDoes) {
  const std::string latin = "# coding: latin-1\n'''gr\xFC n'''\nrevision = 'a'\ndown_revision = None\n";
  MemoryFileSystem files(TextMap{{"/v/a.py", latin}, {"/v/b.py", "\xEF\xBB\xBF" + Revision("b")}});
  EXPECT_EQ(ReadRevisionFile("/v/a.py", files, nullptr).header.docstring, "grü n");
  EXPECT_EQ(ReadRevisionFile("/v/b.py", files, nullptr).header.revision, "b");
}

TEST(ToGraph, KeepsAllThatTheFileSays) {
  const RevisionFile file{RevisionKind::kPython, "/v/a.py", {"a", Texts{"b", "c"}, {"l"}, {"d"}, "doc"}};
  const graph::Revision expected{"a", {"b", "c"}, {"d"}, {"l"}, "doc", "/v/a.py"};
  EXPECT_EQ(ToGraph(file), expected);
}

class FixedEvaluator : public HeaderEvaluator {
 public:
  RevisionHeader Evaluate(const SourcePtr& source) override {
    evaluated.push_back(source->path());
    RevisionHeader header;
    if (source->text().find("id()") != std::string_view::npos) header.revision = "run";
    header.down_revisions.emplace();
    return header;
  }
  Texts evaluated;
};

TEST(ScanRevisions, RunsFilesOnlyWhereItMust) {
  FixedEvaluator evaluator;
  EXPECT_EQ(
      Scan({{"/v/1.py", "revision = id()\n"}, {"/v/2.py", Revision("b")}, {"/v/3.py", "x = 1\n"}}, {}, &evaluator),
      (Texts{"run /v/1.py", "b /v/2.py", "3 /v/3.py"}));
  EXPECT_EQ(evaluator.evaluated, (Texts{"/v/1.py", "/v/3.py"}));
}

TEST(ScanRevisions, RefusesCompiledFilesWithoutSource) {
  ScriptDirectory directory;
  directory.sourceless = true;
  const TextMap whole = {{"/v/a.py", Revision("a")}, {"/v/a.pyc", "x"}, {"/v/__pycache__/a.cpython-311.pyc", "x"}};
  EXPECT_EQ(Scan(whole, directory), Texts{"a /v/a.py"});
  const char* hint = "\n  hint: restore the .py file, or remove this one or 'sourceless' from the configuration";
  EXPECT_EQ(ErrorOf([&] {
              Scan({{"/v/a.pyc", "x"}}, directory);
            }),
            std::string("revision file /v/a.pyc is compiled Python without its source") + hint);
  EXPECT_EQ(ErrorOf([&] {
              Scan({{"/v/__pycache__/b.cpython-311.pyc", "x"}}, directory);
            }),
            std::string("revision file /v/__pycache__/b.cpython-311.pyc is compiled Python without its source") + hint);
}

/// A folder on the disk, gone with the test.
class RealRevisionFiles : public testing::Test {
 protected:
  RealRevisionFiles() {
    std::string pattern = testing::TempDir() + "limbeck-revisions-XXXXXX";
    folder_ = std::filesystem::canonical(::mkdtemp(pattern.data()));
  }
  ~RealRevisionFiles() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& name, const std::string& text) { files_->WriteFile(folder_ / name, text); }

  /// Names relative to the folder.
  std::string Scan(bool recursive = false) {
    ScriptDirectory directory;
    directory.version_locations = {folder_.string()};
    directory.recursive = recursive;
    const RevisionScan scan = ScanRevisions(directory, *files_, nullptr);
    Texts names;
    for (const RevisionFile& file : scan.files) names.push_back(file.path.substr(folder_.string().size() + 1));
    for (const std::string& warning : scan.warnings) names.push_back(ReplaceAll(warning, folder_.string(), "FOLDER"));
    return Join(names, "|");
  }

  std::string Error() {
    return ReplaceAll(ErrorOf([&] { Scan(); }), folder_.string(), "FOLDER");
  }

  std::filesystem::path folder_;
  std::unique_ptr<FileSystem> files_ = MakeRealFileSystem();
};

TEST_F(RealRevisionFiles, LinksAreTheFilesTheyLeadTo) {
  Write("a.py", Revision("a"));
  Write("text", Revision("b"));
  std::filesystem::create_directory(folder_ / "sub");
  Write("sub/c.py", Revision("c"));
  std::filesystem::create_symlink("a.py", folder_ / "again.py");
  std::filesystem::create_symlink("text", folder_ / "text.py");
  std::filesystem::create_symlink("sub/c.py", folder_ / "linked");
  std::filesystem::create_symlink("nosuch", folder_ / ".#lock.py");
  EXPECT_EQ(Scan(),
            "a.py|sub/c.py|File FOLDER/a.py loaded twice! ignoring. Please ensure version_locations is unique.|"
            "File FOLDER/text loaded twice! ignoring. Please ensure version_locations is unique.");
}

TEST_F(RealRevisionFiles, LinksToFoldersAreNotFollowed) {
  Write("a.py", Revision("a"));
  std::filesystem::create_directory(folder_ / "sub");
  Write("sub/c.py", Revision("c"));
  std::filesystem::create_symlink("..", folder_ / "sub" / "up");
  EXPECT_EQ(Scan(true), "a.py|sub/c.py");
}

TEST_F(RealRevisionFiles, LinksThatLeadNowhereAreErrors) {
  std::filesystem::create_symlink("nosuch", folder_ / "a.py");
  EXPECT_EQ(Error(), "No such file or directory: 'FOLDER/a.py'");
}

TEST_F(RealRevisionFiles, LinksThatLeadInACircleAreErrors) {
  std::filesystem::create_symlink("b.py", folder_ / "a.py");
  std::filesystem::create_symlink("a.py", folder_ / "b.py");
  EXPECT_EQ(Error(), "Too many levels of symbolic links: 'FOLDER/a.py'");
}

TEST_F(RealRevisionFiles, BigFilesAreRead) {
  Write("a.py", Revision("a") + "x =  + std::string(50'000'000, 'x') + \n");
  EXPECT_EQ(Scan(), "a.py");
}

}  // namespace
}  // namespace limbeck::project
