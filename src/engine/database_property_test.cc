#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "base/text.h"
#include "compare/diff_text.h"
#include "driver/connection.h"
#include "engine/change_sql.h"
#include "engine/database_schema.h"

// For any two databases A and B of PostgreSQL: what comparison says, done at A, leaves nothing to say about B, and its
// reverse leads back to A. With enums, CHECKs, primary keys, sequences, views, functions and triggers, and what they
// need of each other.

namespace limbeck::engine {
namespace {

constexpr unsigned kPairs = 150;

/// A script that makes a schema drawn by lot. Names come from a small set, so that two of them have things in common
/// that differ.
class Lottery {
 public:
  explicit Lottery(unsigned seed) : random_(seed) {}

  std::string DrawScript() {
    script_.clear();
    has_mood_ = Draw(4) > 0;
    if (has_mood_)
      Add("CREATE TYPE mood AS ENUM (" + Join(DrawSome({"'a', ", "'b', ", "'c', ", "'d', "}), "") + "'z')");
    if (Toss()) Add("CREATE TYPE lone AS ENUM ('x')");
    has_numbers_ = Toss();
    if (has_numbers_) Add("CREATE SEQUENCE numbers");
    if (Toss()) Add("CREATE SEQUENCE more");
    const std::string key = DrawTable("alpha");
    if (Toss()) DrawTable("beta");
    if (Draw(3) > 0) DrawChild(key);
    DrawObjects();
    return Join(script_, ";\n");
  }

 private:
  int Draw(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
  bool Toss() { return Draw(2) == 0; }
  void Add(std::string statement) { script_.push_back(std::move(statement)); }
  const char* Pick(std::vector<const char*> texts) {
    return texts[static_cast<size_t>(Draw(static_cast<int>(texts.size())))];
  }
  std::vector<std::string> DrawSome(std::vector<std::string> texts) {
    std::erase_if(texts, [&](const std::string&) { return Toss(); });
    return texts;
  }

  /// Returns the columns of its key.
  std::string DrawTable(const std::string& name) {
    std::vector<std::string> parts = {"id integer NOT NULL", "part integer NOT NULL"};
    if (Toss()) parts.emplace_back(Pick({"title text", "title varchar(20)", "title varchar(30)"}));
    if (has_mood_ && Toss()) parts.emplace_back(Pick({"m mood", "m mood DEFAULT 'z'", "ms mood[]"}));
    if (has_numbers_ && Toss()) parts.emplace_back("number integer DEFAULT nextval('numbers')");
    if (Toss())
      parts.push_back(std::string("CONSTRAINT ck_") + name + Pick({" CHECK (part > 0)", " CHECK (part > 1)"}));
    const std::string key = Pick({"id", "part", "id, part"});
    parts.push_back("CONSTRAINT pk_" + name + " PRIMARY KEY (" + key + ")");
    Add("CREATE TABLE " + name + " (" + Join(parts, ", ") + ")");
    return key;
  }

  void DrawChild(const std::string& key) {
    Add("CREATE TABLE child (id integer, part integer, CONSTRAINT fk_child FOREIGN KEY (" + key +
        ") REFERENCES alpha (" + key + ")" + (Toss() ? " ON DELETE CASCADE" : "") + ")");
  }

  void DrawObjects() {
    if (Toss()) {
      Add(std::string("CREATE FUNCTION doubled(n integer) RETURNS ") + Pick({"integer", "bigint"}) +
          " LANGUAGE sql IMMUTABLE AS 'SELECT " + Pick({"2 * n", "n + n"}) + "'");
      if (Toss()) Add("CREATE VIEW doubles AS SELECT doubled(id) AS twice FROM alpha");
    }
    if (Toss()) {
      Add(std::string("CREATE VIEW parts AS SELECT ") + Pick({"id, part", "id, part, id AS more", "part, id"}) +
          " FROM alpha WHERE part > " + Pick({"1", "2"}));
      if (Toss())
        Add(std::string("CREATE MATERIALIZED VIEW whole AS SELECT id FROM parts") + Pick({"", " WHERE id > 1"}));
      if (Toss()) Add("COMMENT ON VIEW parts IS 'those'");
    }
    if (Toss()) {
      Add("CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
      if (Toss()) {
        Add(std::string("CREATE TRIGGER touch BEFORE ") + Pick({"UPDATE", "INSERT"}) +
            " ON alpha FOR EACH ROW EXECUTE FUNCTION touch()");
      }
    }
    if (Toss()) Add(std::string("CREATE POLICY cheap ON alpha USING (part < ") + Pick({"1", "2"}) + ")");
    if (Toss()) Add("ALTER TABLE alpha ENABLE ROW LEVEL SECURITY");
  }

  std::mt19937 random_;
  bool has_mood_ = false;
  bool has_numbers_ = false;
  std::vector<std::string> script_;
};

/// Two connections whose transactions do not see each other: each has a schema of one name of its own.
class DatabaseProperty : public testing::Test {
 protected:
  void SetUp() override {
    const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
    ASSERT_NE(url, nullptr) << "LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL cluster; ctest sets it";
    for (auto* side : {&one_, &other_}) {
      *side = std::make_unique<pymodules::ScriptConnection>(driver::MakeConnector()->Connect(driver::Url::Parse(url)));
    }
    schema_ = "limbeck_databases_" + std::to_string(one_->driver().backend_pid());
  }

  void Make(pymodules::ScriptConnection& side, const std::string& suffix, const std::string& script) {
    const std::string name = schema_ + suffix;
    side.BeginNow();
    side.driver().ExecuteScript("CREATE SCHEMA " + name + "; SET LOCAL search_path TO " + name + ";" + script);
  }

  void ExpectArrival(const compare::Changes& changes, const std::string& what) {
    ASSERT_NO_THROW(ApplyChanges(changes, *one_)) << what << ", doing " << compare::DiffText(changes);
    ASSERT_EQ(compare::DiffText(CompareDatabases(*one_, *other_, {})), "")
        << what << ", having done " << compare::DiffText(changes);
  }

  void TryPair(unsigned seed) {
    Lottery lottery(seed);
    const std::string before = lottery.DrawScript();
    const std::string after = lottery.DrawScript();
    const std::string what = "seed " + std::to_string(seed) + ", from\n" + before + "\nto\n" + after;
    SCOPED_TRACE(what);
    Make(*one_, "_one", before);
    Make(*other_, "_other", after);
    const compare::Changes changes = CompareDatabases(*one_, *other_, {});
    ASSERT_NO_FATAL_FAILURE(ExpectArrival(changes, "there"));
    other_->Rollback();
    Make(*other_, "_other", before);
    ASSERT_NO_FATAL_FAILURE(ExpectArrival(compare::Reverse(changes), "back"));
    one_->Rollback();
    other_->Rollback();
  }

  std::unique_ptr<pymodules::ScriptConnection> one_;
  std::unique_ptr<pymodules::ScriptConnection> other_;
  std::string schema_;
};

TEST_F(DatabaseProperty, ChangesArriveAndLeadBack) {
  for (unsigned seed = 0; seed < kPairs; ++seed) {
    ASSERT_NO_FATAL_FAILURE(TryPair(seed));
  }
}

}  // namespace
}  // namespace limbeck::engine
