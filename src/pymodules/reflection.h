#pragma once

#include "inspect/catalogue.h"
#include "python/interpreter.h"

// What reflection says to scripts: the catalogue's facts as the dicts that SQLAlchemy's inspector gives.

namespace limbeck::pymodules {

/// The module `_limbeck_reflection`, on which sqlalchemy.engine.reflection is built.
void FillReflection(python::Interpreter& interpreter, python::ModuleObject& module);

/// sa.inspect(subject)
python::Value InspectSubject(python::Interpreter& interpreter, python::Arguments& arguments);

/// A value of an Options as a script sees it.
python::Value WrapOption(const schema::OptionValue& value);
python::Value WrapOptions(const schema::Options& options);

}  // namespace limbeck::pymodules
