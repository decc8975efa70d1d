#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inspect/rehearsal/words.h"

namespace limbeck::inspect::rehearsal {

/// The rows of tables whose one column is `version_num`: what a run writes there it finds there again. Statements that
/// say values, not parameters.
class Versions {
 public:
  struct Answer {
    bool is_query = false;
    std::vector<std::string> rows;  ///< of a query
    int64_t changed = 0;
  };

  /// Nothing for statements that are not about such a table.
  std::optional<Answer> Run(std::string_view sql);

 private:
  std::optional<Answer> Create(WordReader& words);
  std::optional<Answer> Insert(WordReader& words);
  std::optional<Answer> Update(WordReader& words);
  std::optional<Answer> Delete(WordReader& words);
  std::optional<Answer> Select(WordReader& words);

  std::map<std::string, std::vector<std::string>> tables_;
};

}  // namespace limbeck::inspect::rehearsal
