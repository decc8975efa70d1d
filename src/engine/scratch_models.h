#pragma once

#include "compare/further_kinds.h"
#include "engine/object_files.h"
#include "engine/project.h"
#include "pymodules/model_copy.h"
#include "pymodules/script_connection.h"

namespace limbeck::engine {

/// A project's models and SQL files in a scratch database on the server of its own, which lasts no longer than reading
/// it takes. Borrows what it is given.
class ScratchModels : public pymodules::ModelCopy {
 public:
  ScratchModels(Project& project, pymodules::ScriptConnection& near);

  /// Whether comparing what `also` names needs the copy.
  bool IsNeededFor(const compare::FurtherKinds& also) const { return also.checks || !objects_.empty(); }
  Contents Make(const pymodules::Models& models) override;

 private:
  void MakeGround(pymodules::ScriptConnection& scratch, const pymodules::Models& models,
                  const std::vector<schema::Sequence>& sequences) const;
  static void MakeChecksAgain(pymodules::ScriptConnection& scratch, compare::TableCopies& copies);
  static void MakeObjectsAgain(driver::Connection& scratch, std::vector<compare::ObjectVersion>& objects);
  std::vector<schema::Sequence> Sequences(const pymodules::Models& models) const;

  Project& project_;
  pymodules::ScriptConnection& near_;
  ObjectFiles objects_;
};

}  // namespace limbeck::engine
