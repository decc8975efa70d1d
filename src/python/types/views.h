#pragma once

#include "python/objects.h"

// Views of a dict: keys(), values(), items(), and the iterators behind them.

namespace limbeck::python {

enum class TablePart : uint8_t { kKeys, kValues, kItems };

struct ViewObject : Object, HasLayout<ViewObject, Layout::kView> {
  ViewObject(Value owner, TablePart shown);
  const Value dict;
  const TablePart part;
};

Value MakeView(const Value& dict, TablePart part);

/// Throws RuntimeError when keys come or go while it runs. Also of a set, for its keys.
Value IterateTable(const Value& owner, TablePart part, bool backwards);

}  // namespace limbeck::python
