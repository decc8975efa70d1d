#include "project/new_revision_file.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

/// a <- b, a <- c with label "app" in another location.
graph::RevisionMap MakeMap() {
  std::vector<graph::Revision> revisions = {
      {.id = "aaaa1", .path = "/m/versions/a.py"},
      {.id = "bbbb1", .down_revisions = {"aaaa1"}, .path = "/m/versions/b.py"},
      {.id = "cccc1", .down_revisions = {"aaaa1"}, .branch_labels = {"app"}, .path = "/m/other/c.py"}};
  return graph::RevisionMap(std::move(revisions));
}

class NewRevisionFile : public testing::Test {
 protected:
  NewRevisionFile() {
    directory_.folder = "/m";
    directory_.version_locations = {"/m/versions"};
    directory_.timezone = "UTC";
    files_.MakeDirectories("/m/versions");
    files_.WriteFile("/m/script.py.mako", std::string(kTemplate));
  }

  RevisionDraft Draft(const NewRevision& request) {
    return DraftRevision(directory_, map_, request, files_, clock_, status_);
  }

  std::string Write(const NewRevision& request) {
    const RevisionDraft draft = Draft(request);
    NativeRenderer renderer;
    WriteRevision(directory_, draft, renderer, files_, status_);
    return files_.ReadFile(draft.path);
  }

  static constexpr const char* kTemplate =
      "'''${message}'''\nrevision = ${repr(up_revision)}\ndown_revision = ${repr(down_revision)}\n"
      "branch_labels = ${repr(branch_labels)}\ndepends_on = ${repr(depends_on)}\n";

  ScriptDirectory directory_;
  graph::RevisionMap map_ = MakeMap();
  MemoryFileSystem files_;
  FakeClock clock_{WallTime(std::chrono::seconds(1722465015))};
  StatusRecorder status_;
};

TEST_F(NewRevisionFile, IsWrittenFromTheTemplate) {
  EXPECT_EQ(Write({.id = "dddd1", .message = "Add users!", .head = "bbbb1"}),
            "'''Add users!'''\nrevision = 'dddd1'\ndown_revision = 'bbbb1'\nbranch_labels = None\ndepends_on = None\n");
  EXPECT_EQ(status_.lines(), Texts{"Generating /m/versions/dddd1_add_users.py ...  done"});
}

TEST_F(NewRevisionFile, SaysWhatItStandsOn) {
  EXPECT_EQ(Write({.id = "d1", .head = std::vector<std::string>{"bbbb1", "cccc1"}, .depends_on = {"aaaa"}}),
            "'''empty message'''\nrevision = 'd1'\ndown_revision = ('bbbb1', 'cccc1')\nbranch_labels = None\n"
            "depends_on = 'aaaa1'\n");
  EXPECT_EQ(
      Write({.id = "d2", .message = "x", .head = "base", .branch_labels = {"new"}, .depends_on = {"app", "bbbb"}}),
      "'''x'''\nrevision = 'd2'\ndown_revision = None\nbranch_labels = ('new',)\ndepends_on = ['app', 'bbbb1']\n");
}

TEST_F(NewRevisionFile, MakesTheFoldersItsNameNeeds) {
  directory_.file_template = "%(year)d/%(month).2d/%(rev)s_%(slug)s";
  Write({.id = "d1", .message = "x", .head = "bbbb1"});
  EXPECT_EQ(status_.lines(), (Texts{"Creating directory /m/versions/2024/07 ...  done",
                                    "Generating /m/versions/2024/07/d1_x.py ...  done"}));
}

TEST_F(NewRevisionFile, GoesBesideItsParent) {
  directory_.version_locations = {"/m/versions", "/m/other"};
  directory_.has_own_locations = true;
  EXPECT_EQ(Draft({.id = "d1", .head = "app@head"}).path, "/m/other/d1_.py");
  EXPECT_EQ(status_.lines(), Texts{"Creating directory /m/other ...  done"});
  EXPECT_EQ(Draft({.id = "d1", .head = "base", .version_path = "/m/./other"}).path, "/m/other/d1_.py");
  EXPECT_EQ(ErrorOf([&] { Draft({.id = "d1", .head = "base"}); }),
            "Multiple version locations present, please specify --version-path");
  EXPECT_EQ(ErrorOf([&] { Draft({.id = "d1", .head = "base", .version_path = "versions"}); }),
            "Path versions is not represented in current version locations\n"
            "  hint: the locations are /m/versions, /m/other");
}

TEST_F(NewRevisionFile, RefusesWhatTheGraphDoesNotAllow) {
  EXPECT_EQ(ErrorOf([&] { Draft({.id = "a-b"}); }), "Character(s) '-' not allowed in revision identifier 'a-b'");
  EXPECT_EQ(
      ErrorOf([&] { Draft({.id = "d1"}); }),
      "Multiple heads are present; please specify the head revision on which the new revision should be based, or "
      "perform a merge.");
  EXPECT_EQ(ErrorOf([&] { Draft({.id = "d1", .head = "aaaa1"}); }),
            "Revision aaaa1 is not a head revision; please specify --splice to create a new branch from this revision");
  EXPECT_EQ(Draft({.id = "d1", .head = "aaaa1", .splice = true}).variables.at("down_revision"), TemplateValue("aaaa1"));
}

TEST_F(NewRevisionFile, IsNotWrittenOverAnother) {
  files_.WriteFile("/m/versions/d1_x.py", "precious");
  EXPECT_EQ(
      ErrorOf([&] { Write({.id = "d1", .message = "x", .head = "bbbb1"}); }),
      "File /m/versions/d1_x.py already exists\n  hint: give the revision another message or id, or remove the file");
  EXPECT_EQ(status_.lines(), Texts{"Generating /m/versions/d1_x.py ...  FAILED"});
  EXPECT_EQ(files_.ReadFile("/m/versions/d1_x.py"), "precious");
}

TEST_F(NewRevisionFile, NeedsATemplate) {
  files_.Remove("/m/script.py.mako");
  EXPECT_EQ(ErrorOf([&] { Write({.id = "d1", .head = "bbbb1"}); }), "No such file or directory: '/m/script.py.mako'");
  EXPECT_EQ(status_.lines(), Texts{"Generating /m/versions/d1_.py ...  FAILED"});
}

TEST_F(NewRevisionFile, IsOfTheKindThatTheFolderHas) {
  files_.Remove("/m/script.py.mako");
  files_.WriteFile("/m/script.sql.mako", "-- revision: ${up_revision}\n-- down_revision: ${comma(down_revision)}\n");
  EXPECT_EQ(Write({.id = "d1", .head = "bbbb1"}), "-- revision: d1\n-- down_revision: bbbb1\n");
  EXPECT_EQ(status_.lines(), Texts{"Generating /m/versions/d1_.sql ...  done"});
}

TEST_F(NewRevisionFile, IsOfTheKindThatIsAskedFor) {
  const std::string text = Write({.id = "d1", .head = "bbbb1", .kind = RevisionKind::kCpp});
  EXPECT_EQ(text.substr(0, 59), "// empty message\n//\n// revision: d1\n// down_revision: bbbb1");
  EXPECT_EQ(status_.lines(), Texts{"Generating /m/versions/d1_.cc ...  done"});
}

TEST_F(NewRevisionFile, IsWrittenInItsEncoding) {
  directory_.output_encoding = "latin-1";
  EXPECT_EQ(Write({.id = "d1", .message = "é", .head = "bbbb1"}).substr(0, 7), "'''\xE9'''");
  directory_.output_encoding = "ascii";
  EXPECT_EQ(ErrorOf([&] { Write({.id = "d2", .message = "é", .head = "bbbb1"}); }),
            "'ascii' codec can't encode character U+00E9 in position 3\n  hint: set output_encoding to utf-8");
}

TEST_F(NewRevisionFile, IsReadBack) {
  const RevisionDraft draft = Draft({.id = "d1", .message = "x", .head = "bbbb1", .branch_labels = {"new"}});
  NativeRenderer renderer;
  WriteRevision(directory_, draft, renderer, files_, status_);
  const RevisionFile file = ReadWrittenRevision(draft, files_, nullptr);
  EXPECT_EQ(file.path, "/m/versions/d1_x.py");
  EXPECT_EQ(file.header, (RevisionHeader{"d1", Texts{"bbbb1"}, {"new"}, {}, "x"}));
  files_.WriteFile(draft.path, "revision = 'd1'\ndown_revision = None\n");
  EXPECT_EQ(
      ErrorOf([&] { ReadWrittenRevision(draft, files_, nullptr); }),
      "Version d1 specified branch_labels new, however the migration file /m/versions/d1_x.py does not have them; "
      "have you upgraded your script.py.mako to include the 'branch_labels' section?");
}

TEST(NativeRenderer, RefusesWhatNeedsPython) {
  EXPECT_EQ(ErrorOf([] { NativeRenderer().Render(ParseMako(MakeSource("t.mako", "<% x = 1 %>")), {}); }),
            "template t.mako cannot be rendered without Python");
}

}  // namespace
}  // namespace limbeck::project
