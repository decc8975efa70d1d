#pragma once

#include "driver/url.h"
#include "python/interpreter.h"

// sqlalchemy.engine.URL: a database's address as scripts take it apart and put it together.

namespace limbeck::pymodules {

const python::TypeObject* UrlClass();

python::Value WrapUrl(driver::Url url);
/// A URL object, or a text of one. Raises ArgumentError.
driver::Url ReadUrl(python::Interpreter& interpreter, const python::Value& given);

/// make_url(name_or_url)
python::Value MakeUrl(python::Interpreter& interpreter, python::Arguments& arguments);

}  // namespace limbeck::pymodules
