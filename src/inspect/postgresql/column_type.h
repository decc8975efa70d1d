#pragma once

#include <map>
#include <string>
#include <vector>

#include "inspect/catalogue.h"
#include "sql/type.h"

namespace limbeck::inspect::postgresql {

/// The enums and domains of a database, by the name that format_type() gives them: {"mood"} on the search path,
/// {"app", "mood"} elsewhere.
class NamedTypes {
 public:
  NamedTypes(std::vector<EnumFacts> enums, std::vector<DomainFacts> domains);

  const EnumFacts* FindEnum(const std::vector<std::string>& name) const;
  const DomainFacts* FindDomain(const std::vector<std::string>& name) const;

 private:
  std::map<std::vector<std::string>, EnumFacts> enums_;
  std::map<std::vector<std::string>, DomainFacts> domains_;
};

/// The type that SQLAlchemy takes format_type()'s text for. What it does not know is no type, and a warning that says
/// `described` ("column 'a'").
sql::Type ReadColumnType(const std::string& format, const NamedTypes& named, const std::string& described,
                         std::vector<std::string>& warnings);

/// "app"."my type" in parts, quotes taken off.
std::vector<std::string> SplitQualifiedName(std::string_view text);

}  // namespace limbeck::inspect::postgresql
