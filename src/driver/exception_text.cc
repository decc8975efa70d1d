#include "driver/exception_text.h"

#include <string_view>
#include <utility>

namespace limbeck::driver {
namespace {

/// The pages about SQLAlchemy's classes of errors.
constexpr std::pair<std::string_view, std::string_view> kPages[] = {
    {"DBAPIError", "dbapi"},       {"DataError", "9h9h"},        {"DatabaseError", "4xp6"},
    {"IntegrityError", "gkpj"},    {"InterfaceError", "rvf5"},   {"InternalError", "2j85"},
    {"NotSupportedError", "tw8g"}, {"OperationalError", "e3q8"}, {"ProgrammingError", "f405"},
};

std::string_view PageOf(std::string_view class_name) {
  class_name.remove_prefix(class_name.rfind('.') + 1);
  for (const auto& [name, page] : kPages) {
    if (name == class_name) return page;
  }
  return {};
}

}  // namespace

std::string ExceptionTitle(const Error& error) {
  const DatabaseFacts* facts = error.database();
  if (facts == nullptr || facts->driver_class.empty()) return error.message();
  return "(" + facts->driver_class + ") " + error.message();
}

std::string ExceptionPage(const Error& error) {
  if (error.database() == nullptr) return "";
  const std::string_view page = PageOf(error.database()->sqlalchemy_class);
  if (page.empty()) return "";
  return std::string("(Background on this error at: https://sqlalche.me/e/20/").append(page).append(")");
}

std::string ExceptionText(const Error& error) {
  const DatabaseFacts* facts = error.database();
  if (facts == nullptr) return error.message();
  std::string text = "(" + facts->driver_class + ") " + (facts->text.empty() ? error.message() : facts->text);
  if (!error.statement().empty()) text += "\n[SQL: " + error.statement() + "]";
  if (!error.parameters().empty()) text += "\n[parameters: " + error.parameters() + "]";
  const std::string page = ExceptionPage(error);
  return page.empty() ? text : text + "\n" + page;
}

}  // namespace limbeck::driver
