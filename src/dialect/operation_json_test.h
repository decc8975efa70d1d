#pragma once

#include <nlohmann/json_fwd.hpp>

#include "ops/operation.h"
#include "sql/expression.h"

namespace limbeck::dialect {

/// Operations and expressions as tools/operation_json.py writes them. Throws std::exception for JSON that is not so.
ops::Operation ReadOperation(const nlohmann::json& json);
sql::Expression ReadExpression(const nlohmann::json& json);
schema::Table ReadTable(const nlohmann::json& json);

}  // namespace limbeck::dialect
