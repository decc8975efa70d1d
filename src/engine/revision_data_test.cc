#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "driver/connection.h"
#include "engine/statement_data.h"
#include "limbeck/data.h"
#include "limbeck/structs.h"
#include "ops/sink.h"

namespace limbeck {

enum class Format { kHardback, kPaperback };

template <>
struct EnumNames<Format> {
  static constexpr std::string_view kType = "format";
  static constexpr std::pair<Format, std::string_view> kValues[] = {{Format::kHardback, "hardback"},
                                                                    {Format::kPaperback, "paperback"}};
};

namespace engine {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;

constexpr std::chrono::sys_days kDay{std::chrono::year(2026) / 5 / 17};

/// Operations that stand before a database.
class Sink : public ops::OperationSink {
 public:
  explicit Sink(const std::string& url = "sqlite://")
      : connection_(driver::MakeConnector()->Connect(driver::Url::Parse(url))) {}
  void Receive(ops::Operation) override {}
  ops::DataSource* data() override { return &data_; }

 private:
  std::unique_ptr<driver::Connection> connection_;
  StatementData data_{*connection_};
};

class RevisionData : public testing::Test {
 protected:
  void SetUp() override {
    data_.Run(
        "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, price REAL, bound TEXT, bought TEXT, cover BLOB)");
  }

  std::string MessageOf(const std::function<void()>& work) {
    try {
      work();
    } catch (const Error& error) {
      return error.message();
    }
    return "no error";
  }

  Sink sink_;
  Operations operations_{sink_};
  Data data_{operations_};
};

TEST_F(RevisionData, ComesBackAsItWent) {
  const Timestamp bought = kDay + hours(9) + minutes(30) + milliseconds(250);
  const Blob cover = {std::byte{0}, std::byte{255}};
  EXPECT_EQ(data_.Run("INSERT INTO books VALUES ($1, $2, $3, $4, $5, $6)", 7, "Dubliners", 12.5, Format::kPaperback,
                      bought, cover),
            1);
  for (const auto& row : data_.Query<int, std::string, double, Format, Timestamp, Blob>("SELECT * FROM books")) {
    EXPECT_EQ(row, std::make_tuple(7, std::string("Dubliners"), 12.5, Format::kPaperback, bought, cover));
  }
  EXPECT_EQ(data_.Value<std::string>("SELECT bought FROM books"), "2026-05-17 09:30:00.250000");
}

TEST_F(RevisionData, ChangesRowsWhileItReadsThem) {
  Statement insert = data_.Prepare("INSERT INTO books (id, title) VALUES ($1, $2)");
  const std::vector<std::tuple<int, std::string>> books = {{1, "a"}, {2, "b"}, {3, "c"}};
  EXPECT_EQ(insert.RunMany(books), 3);
  Statement update = data_.Prepare("UPDATE books SET title = $2 || $2 WHERE id = $1");
  for (const auto& [id, title] : data_.Query<int64_t, std::string>("SELECT id, title FROM books WHERE id > $1", 1)) {
    EXPECT_EQ(update.Run(id, title), 1);
  }
  std::vector<std::string> titles;
  for (const auto& [title] : data_.Query<std::string>("SELECT title FROM books ORDER BY id")) titles.push_back(title);
  EXPECT_THAT(titles, ElementsAre("a", "bb", "cc"));
}

TEST_F(RevisionData, ReadsNullAsAnOptionalOnly) {
  data_.Run("INSERT INTO books (id, title, price) VALUES (1, $1, $2)", nullptr, std::optional<double>());
  EXPECT_EQ(data_.Value<std::optional<std::string>>("SELECT title FROM books").value(), std::nullopt);
  EXPECT_EQ(MessageOf([&] { data_.Value<std::string>("SELECT title FROM books"); }), "column 1 (title) is NULL");
  EXPECT_EQ(data_.Value<int>("SELECT id FROM books WHERE id = 2"), std::nullopt);
}

TEST_F(RevisionData, SaysWhatIsNotWhatIsRead) {
  data_.Run("INSERT INTO books VALUES (70000, 'x', 'dear', 'cloth', '17.5.2026', NULL)");
  EXPECT_EQ(MessageOf([&] { data_.Value<int16_t>("SELECT id FROM books"); }),
            "column 1 (id) is not between -32768 and 32767: 70000");
  EXPECT_EQ(MessageOf([&] { data_.Value<int>("SELECT title FROM books"); }), "column 1 (title) is not an integer: x");
  EXPECT_EQ(MessageOf([&] { data_.Value<double>("SELECT price FROM books"); }),
            "column 1 (price) is not a number: dear");
  EXPECT_EQ(MessageOf([&] { data_.Value<bool>("SELECT title FROM books"); }), "column 1 (title) is not a boolean: x");
  EXPECT_EQ(MessageOf([&] { data_.Value<Format>("SELECT bound FROM books"); }),
            "column 1 (bound) is not a value of format: cloth");
  EXPECT_EQ(MessageOf([&] { data_.Value<Timestamp>("SELECT bought FROM books"); }),
            "column 1 (bought) is not a time: 17.5.2026");
  EXPECT_EQ(MessageOf([&] { data_.Query<int, int>("SELECT id FROM books"); }),
            "the query gives 1 columns, and 2 are read: SELECT id FROM books");
}

TEST_F(RevisionData, HasNobodyToAskInAScript) {
  ops::RecordingSink recording;
  Operations operations(recording);
  Data data(operations);
  EXPECT_FALSE(data.has_database());
  EXPECT_EQ(MessageOf([&] { data.Run("DELETE FROM books"); }),
            "this revision asks the database, and there is none to ask in --sql mode");
}

TEST(TimeTexts, AreReadInAllForms) {
  Sink sink;
  Operations operations(sink);
  Data data(operations);
  const auto read = [&](const char* text) { return data.Value<Timestamp>("SELECT $1", text).value(); };
  EXPECT_EQ(read("2026-05-17"), kDay);
  EXPECT_EQ(read("2026-05-17 09:30"), kDay + hours(9) + minutes(30));
  EXPECT_EQ(read("2026-05-17T09:30:01Z"), kDay + hours(9) + minutes(30) + seconds(1));
  EXPECT_EQ(read("2026-05-17 09:30:01.5+02"), kDay + hours(7) + minutes(30) + seconds(1) + milliseconds(500));
  EXPECT_EQ(read("2026-05-17 09:30:01-05:30"), kDay + hours(15) + seconds(1));
  EXPECT_EQ(data.Value<std::chrono::sys_days>("SELECT $1", kDay), kDay);
}

TEST(RevisionDataOnPostgresql, ComesBackAsItWent) {
  const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
  ASSERT_NE(url, nullptr) << "ctest sets it";
  Sink sink(url);
  Operations operations(sink);
  Data data(operations);
  data.Run(
      "CREATE TEMPORARY TABLE kinds (flag boolean, small smallint, large bigint, price double precision,"
      " title varchar(20), cover bytea, bought timestamptz, day date, format text)");
  const Timestamp bought = kDay + hours(9) + minutes(30) + milliseconds(250);
  const auto row = std::make_tuple(true, int16_t{-7}, int64_t{1} << 40, 0.1, std::string("it's \\ $1"),
                                   Blob{std::byte{0}, std::byte{255}}, bought, kDay, Format::kHardback);
  data.Run("SET TIME ZONE 'UTC'");
  std::vector<std::decay_t<decltype(row)>> rows = {row, row};
  EXPECT_EQ(data.Prepare("INSERT INTO kinds VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)").RunMany(rows), 2);
  data.Run("SET TIME ZONE 'Asia/Kolkata'");
  for (const auto& read :
       data.Query<bool, int16_t, int64_t, double, std::string, Blob, Timestamp, std::chrono::sys_days, Format>(
           "SELECT * FROM kinds")) {
    EXPECT_EQ(read, row);
  }
  EXPECT_EQ(data.Value<int64_t>("SELECT count(*) FROM kinds WHERE large > $1", 5), 2);
}

struct Book {
  int64_t id = 0;
  std::string title;
  std::optional<int> year;
  Format bound = Format::kHardback;
};

TEST(Structs, GiveTheColumnsOfATable) {
  const std::string sql = RenderSql("postgresql", [](Operations& op) {
    op.CreateTable({.name = "books",
                    .columns = {Field("id", &Book::id, {.primary_key = true}),
                                Field("title", &Book::title, {.unique = true, .type = types::String(200)}),
                                Field("year", &Book::year), Field("bound", &Book::bound)}});
  });
  EXPECT_EQ(sql,
            "CREATE TYPE format AS ENUM ('hardback', 'paperback');\n\n"
            "CREATE TABLE books (\n"
            "    id BIGSERIAL NOT NULL, \n"
            "    title VARCHAR(200) NOT NULL, \n"
            "    year INTEGER, \n"
            "    bound format NOT NULL, \n"
            "    PRIMARY KEY (id), \n"
            "    UNIQUE (title)\n"
            ");\n\n");
}

}  // namespace
}  // namespace engine
}  // namespace limbeck
