#pragma once

#include <string>

#include "compare/python_renderer.h"

namespace limbeck::compare {

/// One operation as a call of op or batch_op.
struct OperationText {
  explicit OperationText(PythonRenderer& renderer_of_all) : renderer(renderer_of_all) {}

  std::string Write(const ops::Operation& operation) const { return std::visit(*this, operation); }

  std::string operator()(const ops::CreateTable& op) const;
  std::string operator()(const ops::DropTable& op) const;
  std::string operator()(const ops::RenameTable& op) const;
  std::string operator()(const ops::CreateTableComment& op) const;
  std::string operator()(const ops::DropTableComment& op) const;
  std::string operator()(const ops::AddColumn& op) const;
  std::string operator()(const ops::DropColumn& op) const;
  std::string operator()(const ops::AlterColumn& op) const;
  std::string operator()(const ops::AddConstraint& op) const;
  std::string operator()(const ops::DropConstraint& op) const;
  std::string operator()(const ops::CreateIndex& op) const;
  std::string operator()(const ops::DropIndex& op) const;
  std::string operator()(const ops::ExecuteSql& op) const;
  std::string operator()(const ops::BulkInsert& op) const { return Refuse(op); }
  std::string operator()(const ops::BatchAlterTable& op) const { return Refuse(op); }
  /// What Alembic has no directive for.
  template <typename Other>
  std::string operator()(const Other& op) const {
    return Execute(op);
  }

  PythonRenderer& renderer;

 private:
  std::string Execute(const ops::Operation& operation) const;
  [[noreturn]] static std::string Refuse(const ops::Operation& operation);
  bool in_batch() const { return renderer.in_batch_; }
  std::string ForeignKey(const ops::AddConstraint& op, const schema::ForeignKey& key) const;
  std::string Check(const ops::AddConstraint& op, const schema::Check& check) const;
};

}  // namespace limbeck::compare
