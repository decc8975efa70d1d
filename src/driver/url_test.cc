#include "driver/url.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string Part(const std::optional<std::string>& part) {
  return part ? "'" + *part + "'" : "-";
}

/// The pieces of a URL in one line: drivername user password host port database key=value...
std::string Pieces(const Url& url) {
  std::string text = url.drivername + " " + Part(url.username) + " " + Part(url.password) + " " + Part(url.host) + " " +
                     (url.port ? std::to_string(*url.port) : "-") + " " + Part(url.database);
  for (const auto& [key, values] : url.query) {
    for (const std::string& value : values) text += " " + key + "=" + value;
  }
  return text;
}

struct Row {
  std::string_view text;
  std::string_view pieces;
  std::string_view shown;
};

// Pieces and texts are what SQLAlchemy 2.0.44 gives, but for the rows of PasswordsWithRawAt.
constexpr Row kRows[] = {
    {"sqlite://", "sqlite - - - - -", "sqlite://"},
    {"sqlite:///", "sqlite - - - - ''", "sqlite:///"},
    {"sqlite:///a.db", "sqlite - - - - 'a.db'", "sqlite:///a.db"},
    {"sqlite:////a.db", "sqlite - - - - '/a.db'", "sqlite:////a.db"},
    {"sqlite:///:memory:", "sqlite - - - - ':memory:'", "sqlite:///:memory:"},
    {"sqlite:///file:a.db?mode=ro&uri=true", "sqlite - - - - 'file:a.db' mode=ro uri=true",
     "sqlite:///file:a.db?mode=ro&uri=true"},
    {"postgresql://u:p@h/d", "postgresql 'u' 'p' 'h' - 'd'", "postgresql://u:***@h/d"},
    {"postgresql://u:p%40x%@h:5/d", "postgresql 'u' 'p@x%' 'h' 5 'd'", "postgresql://u:***@h:5/d"},
    {"postgresql+psycopg2://u:p/w@h:5/d?a=1&a=2&b=&c", "postgresql+psycopg2 'u' 'p/w' 'h' 5 'd' a=1 a=2",
     "postgresql+psycopg2://u:***@h:5/d?a=1&a=2"},
    {"postgresql://u:p:q@h", "postgresql 'u' 'p:q' 'h' - -", "postgresql://u:***@h"},
    {"postgresql://u@x:pw@h/d", "postgresql 'u@x' 'pw' 'h' - 'd'", "postgresql://u%40x:***@h/d"},
    {"postgresql://a@b@c/d", "postgresql 'a@b' - 'c' - 'd'", "postgresql://a%40b@c/d"},
    {"postgresql://h:5432/d?x=a@b", "postgresql 'h' '5432/d?x=a' 'b' - -", "postgresql://h:***@b"},
    {"postgresql://:pw@h/d", "postgresql '' 'pw' 'h' - 'd'", "postgresql://:***@h/d"},
    {"postgresql://u:@h/d", "postgresql 'u' '' 'h' - 'd'", "postgresql://u:***@h/d"},
    {"postgresql://@h/d", "postgresql '' - 'h' - 'd'", "postgresql://@h/d"},
    {"postgresql://[::1]:5/d", "postgresql - - '::1' 5 'd'", "postgresql://[::1]:5/d"},
    {"postgresql://[a]b]:3/x", "postgresql - - 'a]b' 3 'x'", "postgresql://a]b:3/x"},
    {"postgresql://[]:3/d", "postgresql - - '[]' 3 'd'", "postgresql://[]:3/d"},
    {"postgresql://[::1]x:3/d", "postgresql - - '::1' - -", "postgresql://[::1]"},
    {"postgresql:///d?host=/tmp", "postgresql - - - - 'd' host=/tmp", "postgresql:///d?host=%2Ftmp"},
    {"postgresql://?x=1", "postgresql - - - - - x=1", "postgresql://?x=1"},
    {"postgresql://h?x=1", "postgresql - - 'h' - - x=1", "postgresql://h?x=1"},
    {"postgresql://h: 12 /d", "postgresql - - 'h' 12 'd'", "postgresql://h:12/d"},
    {"postgresql://h:1_0/d", "postgresql - - 'h' 10 'd'", "postgresql://h:10/d"},
    {"postgresql://h:-5/d", "postgresql - - 'h' -5 'd'", "postgresql://h:-5/d"},
    {"postgresql://u:%FF%zz@h/d", "postgresql 'u' '\uFFFD%zz' 'h' - 'd'", "postgresql://u:***@h/d"},
    {"postgresql://u:a+b%2Bc d@h/d?k=a+b%2B&z=%C3%A9", "postgresql 'u' 'a+b+c d' 'h' - 'd' k=a b+ z=é",
     "postgresql://u:***@h/d?k=a+b%2B&z=%C3%A9"},
    {"postgresql://h/d\nx?a=1\nb=2", "postgresql - - 'h' - 'd\nx' a=1", "postgresql://h/d\nx?a=1"},
    {"postgresql://u~-._!*'():p@h", "postgresql 'u~-._!*'()' 'p' 'h' - -", "postgresql://u~-._%21%2A%27%28%29:***@h"},
    {"postgresql:// +u/:p@h", "postgresql - - ' +u' - ':p@h'", "postgresql:// +u/:p@h"},
    {"postgresql+a+b://h", "postgresql+a+b - - 'h' - -", "postgresql+a+b://h"},
    {"pöst://x", "pöst - - 'x' - -", "pöst://x"},
};

TEST(Url, ParsesAndShowsAsSqlalchemyDoes) {
  for (const Row& row : kRows) {
    const Url url = Url::Parse(row.text);
    EXPECT_EQ(Pieces(url), row.pieces) << row.text;
    EXPECT_EQ(url.ToString(), row.shown) << row.text;
  }
}

TEST(Url, WithPasswordParsesToTheSameUrl) {
  for (const Row& row : kRows) {
    if (row.text.find("[a]b]") != std::string_view::npos || row.text.find("+u/") != std::string_view::npos) continue;
    const Url url = Url::Parse(row.text);
    EXPECT_EQ(Url::Parse(url.ToStringWithPassword()), url) << row.text;
  }
}

TEST(Url, PasswordsWithRawAtAreHiddenWhole) {
  EXPECT_EQ(Pieces(Url::Parse("postgresql://u:p@ss@h/d")), "postgresql 'u' 'p' 'ss@h' - 'd'");
  EXPECT_EQ(Url::Parse("postgresql://u:p@ss@h/d").ToString(), "postgresql://u:***@***@h/d");
  EXPECT_EQ(Url::Parse("postgresql://u:p@ss/word@h/d").ToString(), "postgresql://u:***@***@h/d");
  EXPECT_EQ(Url::Parse("postgresql://u@h/d?password=x&sslpassword=y").ToString(),
            "postgresql://u@h/d?password=***&sslpassword=***");
}

struct BadRow {
  std::string_view text;
  std::string_view message;
  std::string_view exception_class;
};

TEST(Url, Errors) {
  constexpr std::string_view kNoUrl = "Could not parse SQLAlchemy URL from given URL string";
  constexpr std::string_view kArgument = "sqlalchemy.exc.ArgumentError";
  constexpr BadRow kBad[] = {
      {"", kNoUrl, kArgument},
      {"nosuch", kNoUrl, kArgument},
      {"://x", kNoUrl, kArgument},
      {"a-b://c", kNoUrl, kArgument},
      {"postgresql:/u:secret@x", kNoUrl, kArgument},
      {"x postgresql://a", kNoUrl, kArgument},
      {"postgresql://h:/d", "invalid literal for int() with base 10: ''", "ValueError"},
      {"postgresql://user:secret", "invalid literal for int() with base 10: '***'", "ValueError"},
      {"postgresql://u:p@secret:secret@h/d", "invalid literal for int() with base 10: '***'", "ValueError"},
      {"postgresql://h:1__0/d", "invalid literal for int() with base 10: '***'", "ValueError"},
      {"postgresql://h:_1/d", "invalid literal for int() with base 10: '***'", "ValueError"},
      {"postgresql://h:99999999999/d", "invalid literal for int() with base 10: '***'", "ValueError"},
  };
  for (const BadRow& row : kBad) {
    try {
      Url::Parse(row.text);
      FAIL() << row.text;
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), row.message) << row.text;
      EXPECT_EQ(error.exception_class(), row.exception_class) << row.text;
      EXPECT_EQ(error.kind(), ErrorKind::kConfig);
      EXPECT_THAT(error.Render(), Not(HasSubstr("secret")));
    }
  }
}

TEST(Url, NamesOfBackendAndDriver) {
  EXPECT_EQ(Url::Parse("postgresql+asyncpg://h").backend_name(), "postgresql");
  EXPECT_EQ(Url::Parse("postgresql+asyncpg://h").driver_name(), "asyncpg");
  EXPECT_EQ(Url::Parse("postgresql+a+b://h").driver_name(), "a");
  EXPECT_EQ(Url::Parse("sqlite://").driver_name(), "");
}

TEST(Url, EqualityIncludesThePassword) {
  EXPECT_EQ(Url::Parse("postgresql://u:p%41@h/d?a=1&b=2"), Url::Parse("postgresql://u:pA@h/d?b=2&a=1"));
  EXPECT_NE(Url::Parse("postgresql://u:p@h/d"), Url::Parse("postgresql://u:q@h/d"));
  EXPECT_NE(Url::Parse("postgresql://u:@h/d"), Url::Parse("postgresql://u@h/d"));
}

}  // namespace
}  // namespace limbeck::driver
