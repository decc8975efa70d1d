#include "driver/postgresql/options.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::driver::postgresql {
namespace {

/// "dbname=d host=h", by name.
std::string Text(Keywords keywords) {
  std::sort(keywords.begin(), keywords.end());
  std::vector<std::string> words;
  for (const auto& [name, value] : keywords) words.push_back(name + "=" + value);
  return Join(words, " ");
}

struct Row {
  const char* url;
  const char* keywords;
};

TEST(PostgresqlOptions, UrlsAreReadAsSqlalchemyReadsThem) {
  constexpr Row kRows[] = {
      {"postgresql://", ""},
      {"postgresql://u:p@h:5/d", "dbname=d host=h password=p port=5 user=u"},
      {"postgresql://:@/", ""},
      {"postgresql:///d?host=/tmp", "dbname=d host=/tmp"},
      {"postgresql:///d?host=h1:1&host=h2", "dbname=d host=h1,h2 port=1,"},
      {"postgresql:///d?host=h1,h2", "dbname=d host=h1,h2 port=,"},
      {"postgresql://u@h:5/d?host=h1,h2&port=1,2", "dbname=d host=h1,h2 port=1,2 user=u"},
      {"postgresql:///d?host=h1:7", "dbname=d host=h1 port=7"},
      {"postgresql:///d?host=h_1:7", "dbname=d host=h_1:7"},
      {"postgresql:///d?port=7", "dbname=d port=7"},
      {"postgresql://h:6/d?host=x", "dbname=d host=x port=6"},
      {"postgresql://h/?user=x&dbname=y", "dbname=y host=h user=x"},
      {"postgresql+psycopg2://h/d?sslmode=verify-full&connect_timeout=3&application_name=x+y&options=-csearch_path%3Da",
       "application_name=x y connect_timeout=3 dbname=d host=h options=-csearch_path=a sslmode=verify-full"},
      {"postgresql://?service=mine&target_session_attrs=read-write&passfile=/p",
       "passfile=/p service=mine target_session_attrs=read-write"},
      {"postgresql+psycopg://h/d?prepare_threshold=0&keepalives=1", "dbname=d host=h keepalives=1"},
      {"postgresql+asyncpg://h/d?ssl=verify-ca", "dbname=d host=h sslmode=verify-ca"},
      {"postgresql+asyncpg://h/d?ssl=true", "dbname=d host=h sslmode=require"},
      {"postgresql+asyncpg://h/d?ssl=False&timeout=2.5&prepared_statement_cache_size=0",
       "connect_timeout=3 dbname=d host=h sslmode=disable"},
      {"postgresql+asyncpg://h/d?command_timeout=1.5&database=e", "dbname=e host=h options=-c statement_timeout=1500"},
      {"postgresql+pg8000://u@/d?unix_sock=/run/pg/.s.PGSQL.5433", "dbname=d host=/run/pg port=5433 user=u"},
      {"postgresql+pg8000://h/d?tcp_keepalive=False&timeout=9", "connect_timeout=9 dbname=d host=h keepalives=0"},
      {"postgresql://h/d?nosuch=1", "dbname=d host=h nosuch=1"},
  };
  for (const Row& row : kRows) EXPECT_EQ(Text(ReadKeywords(Url::Parse(row.url), {})), row.keywords) << row.url;
}

TEST(PostgresqlOptions, ArgumentsWinOverTheUrl) {
  ConnectOptions options;
  options.arguments = {{"ssl", "True"},
                       {"server_settings.application_name", "my app"},
                       {"server_settings.search_path", "a\\b"},
                       {"user", "v"}};
  EXPECT_EQ(Text(ReadKeywords(Url::Parse("postgresql+asyncpg://u@h/d?ssl=disable"), options)),
            "dbname=d host=h options=-c application_name=my\\ app -c search_path=a\\\\b sslmode=require user=v");
}

TEST(PostgresqlOptions, Errors) {
  struct BadRow {
    const char* url;
    const char* message;
  };
  constexpr BadRow kRows[] = {
      {"postgresql:///d?host=h1,h2&port=1", "number of hosts and ports don't match"},
      {"postgresql:///d?host=h1&port=1&port=2", "number of hosts and ports don't match"},
      {"postgresql:///d?port=1&port=2", "number of hosts and ports don't match"},
      {"postgresql://h/d?port=x", "Received non-integer port arguments: ('x',)"},
      {"postgresql:///d?host=h1:a&host=h2:2", "Received non-integer port arguments: ('a', '2')"},
      {"postgresql:///d?host=h1:1&host=h2:2&port=3",
       "Can't mix 'multihost' formats together; use \"host=h1,h2,h3&port=p1,p2,p3\" or "
       "\"host=h1:p1&host=h2:p2&host=h3:p3\" separately"},
      {"postgresql+asyncpg://h/d?timeout=soon", "timeout: 'soon' is no number of seconds"},
  };
  for (const BadRow& row : kRows) {
    try {
      ReadKeywords(Url::Parse(row.url), {});
      FAIL() << row.url;
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), row.message);
      EXPECT_EQ(error.kind(), ErrorKind::kConfig);
      EXPECT_EQ(error.exception_class(), "sqlalchemy.exc.ArgumentError");
    }
  }
}

TEST(PostgresqlOptions, VariablesOfTheScriptFillWhatTheUrlLeavesOpen) {
  const Keywords variables = {{"user", "PGUSER"}, {"password", "PGPASSWORD"}, {"host", "PGHOST"}};
  const std::map<std::string, std::string> environment = {{"PGUSER", "e"}, {"PGPASSWORD", "secret"}, {"HOME", "/"}};
  Keywords keywords = {{"user", "u"}};
  AddEnvironment(environment, variables, keywords);
  EXPECT_EQ(Text(keywords), "password=secret user=u");

  Keywords with_service = {{"service", "s"}};
  AddEnvironment(environment, variables, with_service);
  EXPECT_EQ(Text(with_service), "service=s");
  Keywords service_in_environment;
  AddEnvironment({{"PGSERVICE", "s"}, {"PGUSER", "e"}}, variables, service_in_environment);
  EXPECT_EQ(Text(service_in_environment), "service=s");
}

}  // namespace
}  // namespace limbeck::driver::postgresql
